"""Closed classes of English that the rules of this package read; what an analyst may change is in the codebook."""

from __future__ import annotations

FEMALE = frozenset(
    """
    woman women girl lady queen princess duchess spokeswoman chairwoman congresswoman policewoman businesswoman
    councilwoman actress mother wife daughter sister widow grandmother aunt mrs ms miss madam madame baroness
    dame saleswoman servicewoman heroine nun waitress
    """.split()
)
MALE = frozenset(
    """
    man men boy gentleman king prince duke spokesman chairman congressman policeman businessman councilman actor
    father husband son brother widower grandfather uncle mr sir lord sheikh pope emir sultan ayatollah fisherman
    serviceman imam
    """.split()
)

PRONOUN_GENDER = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "neuter", "its": "neuter", "itself": "neuter",
    "they": "plural", "them": "plural", "their": "plural", "theirs": "plural", "themselves": "plural",
}  # fmt: skip
SPEECH_PRONOUNS = frozenset("i me my mine myself we us our ours ourselves you your yours yourself".split())

# People who speak for themselves: a national description says where they are from, not whose side they are on.
PRIVATE = frozenset(
    """
    academic activist actor actress advocate ally analyst anchor artist asylum-seeker astronaut athlete attendee
    attorney author backer banker barrister billionaire blogger boss boy bride broadcaster broker brother
    businessman businessperson businesswoman bystander cameraman campaigner candidate ceo cfo challenger
    chaplain citizen civilian cleric coach co-founder colleague columnist commentator communist confidant
    conscript conservative consultant contender contractor convict correspondent critic daughter dealmaker
    defector defendant democrat demonstrator detainee developer dissident doctor dove driver economist editor
    engineer entrepreneur evacuee executive exile expert eyewitness fan farmer father fellow filmmaker
    firefighter fisherman fixer founder geographer girl guest hardliner hawk historian host hostage humanitarian
    husband immigrant individual informant inhabitant insider investor islamist journalist lawyer leftist
    lecturer liberal lobbyist local loyalist man manager medic merchant migrant miner moderate monk mother
    musician nationalist neighbor neighbour nominee novelist nun nurse observer onlooker opponent oppositionist
    organiser organizer owner paramedic parent participant passenger passer-by pastor patient pensioner people
    person philanthropist photographer physician plaintiff player poet pollster populist preacher presenter
    priest prisoner producer professor protester psychologist publisher pundit reader recruit reformist refugee
    relative reporter rescuer researcher resident rival scholar scientist shopkeeper singer sister socialist
    solicitor son specialist strategist student supporter surgeon survivor suspect teacher trader tycoon
    unionist veteran victim villager visitor volunteer voter whistleblower widow widower wife witness woman
    worker writer youth
    """.split()
)
SOURCES = frozenset("source insider aide person people official diplomat friend associate ally individual".split())

# Words that make a described person or body private, or no speaker for the state named beside them.
NOT_FOR_STATE = frozenset(
    """
    opposition exiled dissident jailed imprisoned detained rights think tank university college institute
    hospital charity newspaper magazine television tv radio newspaper company firm club church school football
    media bank airline independent human-rights ngo nonprofit non-governmental civil-society activist analyst
    former ex late then-candidate retired ousted deposed family crew cast audience
    """.split()
)
OFFICIAL = frozenset(
    """
    government ministry state military army navy police intelligence security defense defence foreign
    presidential diplomatic administration embassy parliament cabinet border customs air force
    """.split()
)

MILITARY_BODIES = frozenset(
    """
    military army force forces troops leadership command staff soldiers military-leadership
    """.split()
)
MILITARY = frozenset("military army armed general forces force troops defense defence".split())

# Which role nouns a looser noun can stand for ("the leader" of a person told as president).
BROADER: dict[str, frozenset[str]] = {
    "leader": frozenset("""president premier minister chancellor king queen emir sultan ruler head chief chairman prince
        dictator ayatollah pope chairwoman secretary""".split()),
    "chief": frozenset("head director chairman commander secretary leader chairwoman president representative".split()),
    "head": frozenset("chief director chairman president leader chairwoman".split()),
    "diplomat": frozenset("envoy ambassador minister secretary representative official chief negotiator".split()),
    "envoy": frozenset("ambassador representative emissary negotiator".split()),
    "ambassador": frozenset("envoy".split()),
    "official": frozenset("""spokesman spokeswoman spokesperson secretary director adviser advisor aide commander envoy
        minister head chief deputy representative ambassador""".split()),
    "spokesman": frozenset("spokesperson secretary".split()),
    "spokeswoman": frozenset("spokesperson secretary".split()),
    "spokesperson": frozenset("spokesman spokeswoman secretary".split()),
    "premier": frozenset("minister".split()),
    "lawmaker": frozenset("senator representative congressman congresswoman deputy mp politician member".split()),
    "politician": frozenset("""senator representative president minister leader governor mayor mp lawmaker candidate
        congressman congresswoman nominee""".split()),
    "minister": frozenset("premier".split()),
    "commander": frozenset("general chief admiral colonel".split()),
    "general": frozenset("commander chief".split()),
    "negotiator": frozenset("envoy".split()),
    "candidate": frozenset("nominee".split()),
    "nominee": frozenset("candidate".split()),
}  # fmt: skip
HEAD_OF_STATE = frozenset("president premier minister chancellor king queen emir sultan ruler leader".split())

# "for" after these names whom they speak for; after other roles it names the subject ("envoy for Ukraine").
SPEAKS_FOR = frozenset(
    """
    spokesman spokeswoman spokesperson spokespeople speaker lawyer attorney representative adviser advisor aide
    negotiator official
    """.split()
)
LEADS = frozenset("head lead chair represent command run oversee direct govern rule".split())

PARTICLES = frozenset("bin ibn al el de da di du der den van von la le y abu ben dos del bint ul ur zu af av".split())
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
NOT_NAMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov
    dec
    """.split()
)

# A capital after these is its state's seat.
AGENT_PREPOSITIONS = frozenset("against between by on upon with".split())
# After these verbs "to Moscow", "from Kyiv" is travel, so the capital is a place.
MOTION = frozenset(
    """
    arrive come depart drive flee fly go head leave move return sail send ship travel walk visit trip flight
    visit journey tour road train bus relocate bring rush deport extradite
    """.split()
)
ARMED = frozenset(
    "militant militants rebel rebels paramilitary insurgent insurgents guerrilla militia separatist".split()
)
EXPECTS_COMMA = frozenset({",", "–", "—", "--", "-", "(", ")"})

# Bodies that speak for themselves, whatever country they are in; and nouns of groups that are no body at all.
PRIVATE_BODIES = frozenset(
    """
    airline association broadcaster campaign centre center channel charity church clinic club community company
    consortium corporation family foundation firm hospital industry institute institution magazine mosque
    network newspaper ngo opposition operator organisation organization outlet school society station synod
    think-tank union university website
    """.split()
)
NO_BODIES = frozenset(
    "capital city community country industry kingdom nation power powers republic state village".split()
)
SIDES = frozenset("side country nation kingdom republic state".split())
OFFICE_TOPICS = frozenset(
    """
    affairs agriculture commerce communications culture defence defense development education energy finance
    health homeland housing interior intelligence justice labor labour security staff state trade transport
    transportation treasury veterans war
    """.split()
)
HONORIFICS = frozenset("mr mrs ms miss mx dr prof sir dame lord lady hon".split())
# Kinds of outlet (as in a codebook's media) that a noun can mean.
OUTLET_NOUNS = {
    "agency": frozenset({"agency"}),
    "newspaper": frozenset({"newspaper"}),
    "paper": frozenset({"newspaper"}),
    "daily": frozenset({"newspaper"}),
    "magazine": frozenset({"magazine"}),
    "broadcaster": frozenset({"broadcaster"}),
    "network": frozenset({"broadcaster"}),
    "channel": frozenset({"broadcaster"}),
    "outlet": frozenset({"agency", "newspaper", "broadcaster", "website", "magazine"}),
    "website": frozenset({"website"}),
}
AGENT_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "eer", "eers")
NOT_AGENTS = frozenset(
    """
    banner border center centre chapter computer document folder letter matter newsletter number offer order
    paper poster power quarter server statement sticker ticker tracker trailer water weather error factor mirror
    monitor indicator agreement amendment announcement assessment comment department development document
    establishment government judgment movement parliament settlement treatment list covenant complaint warrant
    grant plant moment event content incident
    """.split()
)

GROUP_NOUNS = frozenset("group movement militia faction organisation organization".split())
OWNED_BODIES = frozenset("office team administration government campaign cabinet delegation staff".split())
ROLE_MODIFIERS = frozenset("supreme prime foreign chief vice deputy crown senior former acting interim".split())
TITLE_LETTERS = frozenset("mk mp mep msp pm fm vp mks mps meps msps pms fms".split())
BLOC_NOUNS = frozenset({"bloc", "alliance", "union"})
FIGHTERS = frozenset("rebels militants insurgents guerrillas separatists fighters".split())
OF_BODIES = frozenset("ministry government military army embassy presidency palace parliament".split())
# "to" after these names whom they serve ("an adviser to the president").
ADVISES = frozenset("adviser advisor aide assistant counsel deputy".split())
# These sit in a capital for the state ("officials in Kyiv", "the ministry in Moscow").
AT_SEAT = frozenset(
    "official authority ministry government parliament leadership army military cabinet lawmaker".split()
)
PLACE_NOUNS = frozenset(
    """
    airport avenue base bay bridge camp city county crossing district governorate hall hospital island islands lake
    mosque mountain oblast park peninsula plaza port prefecture prison province region river road sea square station
    strait street town valley village wall
    """.split()
)

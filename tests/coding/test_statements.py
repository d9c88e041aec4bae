"""Three-sentence articles and the statements a reader finds in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.records import Statement

Code = Callable[..., tuple[Statement, ...]]

# (what it shows, the article, (speaker, mood, type, content) of each statement in text order)
CONSTRUCTIONS = [
    (
        "verb before, that-clause",
        "Finnish Foreign Minister Anna Korpi said that the talks had gone well.",
        [("Anna Korpi", "assert", "indirect", "that the talks had gone well")],
    ),
    (
        "verb after, inverted",
        "“The talks went well,” said Anna Korpi, the Finnish foreign minister.",
        [("Anna Korpi", "assert", "direct", "“The talks went well,”")],
    ),
    (
        "verb after, straight marks",
        'Envoys met in the harbour. "The talks went well," Anna Korpi told reporters on Thursday.',
        [("Anna Korpi", "assert", "direct", '"The talks went well,"')],
    ),
    (
        "British single marks with apostrophes inside",
        "‘We don’t trust the harbour’s pilots,’ said Anna Korpi.",
        [("Anna Korpi", "assert", "direct", "‘We don’t trust the harbour’s pilots,’")],
    ),
    (
        "two single marks as an old wire prints them",
        "''The talks went well,'' said Anna Korpi. Nobody else spoke.",
        [("Anna Korpi", "assert", "direct", "''The talks went well,''")],
    ),
    (
        "split quotation, one sentence",
        "“The pilots,” said Anna Korpi, “are waiting on the quay.”",
        [("Anna Korpi", "assert", "direct", "“The pilots,” said Anna Korpi, “are waiting on the quay.”")],
    ),
    (
        "a quotation that goes on, same mood, is one statement",
        "“The pilots are tired,” said Anna Korpi. “The crews are hungry.”",
        [("Anna Korpi", "assert", "direct", "“The pilots are tired,” said Anna Korpi. “The crews are hungry.”")],
    ),
    (
        "a quotation that goes on and demands is another",
        "“The pilots are tired,” said Anna Korpi. “The crews must be paid.”",
        [
            ("Anna Korpi", "assert", "direct", "“The pilots are tired,”"),
            ("Anna Korpi", "demand", "direct", "“The crews must be paid.”"),
        ],
    ),
    (
        "parenthetical report",
        "The pilots, Anna Korpi said, were waiting on the quay.",
        [("Anna Korpi", "assert", "indirect", "The pilots, Anna Korpi said, were waiting on the quay")],
    ),
    (
        "part-quoted",
        "Anna Korpi said the plan was “a map without a coast.” She left.",
        [("Anna Korpi", "assert", "mixed", "the plan was “a map without a coast.”")],
    ),
    (
        "according to, at the end",
        "The pilots will sail at dawn, according to Anna Korpi.",
        [("Anna Korpi", "predict", "indirect", "The pilots will sail at dawn")],
    ),
    (
        "according to, at the head",
        "According to Anna Korpi, the pilots had sailed at dawn.",
        [("Anna Korpi", "assert", "indirect", "the pilots had sailed at dawn")],
    ),
    (
        "cue noun with a possessor",
        "Anna Korpi’s claim that the pilots had sailed surprised the port.",
        [("Anna Korpi", "assert", "indirect", "that the pilots had sailed")],
    ),
    (
        "expressed hope that",
        "Anna Korpi expressed hope that the pilots could sail again.",
        [("Anna Korpi", "predict", "indirect", "that the pilots could sail again")],
    ),
    (
        "acknowledged … but insisted: two statements, one speaker",
        "Anna Korpi acknowledged that the pilots were tired but insisted that they sail.",
        [
            ("Anna Korpi", "assert", "indirect", "that the pilots were tired"),
            ("Anna Korpi", "assert", "indirect", "that they sail"),
        ],
    ),
    (
        "said …, adding that",
        "Anna Korpi said the pilots were tired, adding that the crews were hungry.",
        [
            ("Anna Korpi", "assert", "indirect", "the pilots were tired"),
            ("Anna Korpi", "assert", "indirect", "that the crews were hungry"),
        ],
    ),
    (
        "accused of",
        "Anna Korpi accused Sweden of delaying the pilots.",
        [("Anna Korpi", "accuse", "indirect", "delaying the pilots")],
    ),
    (
        "urged somebody to",
        "Anna Korpi urged Sweden to release the pilots.",
        [("Anna Korpi", "demand", "indirect", "to release the pilots")],
    ),
    (
        "called for",
        "Anna Korpi called for an inquiry into the fire.",
        [("Anna Korpi", "demand", "indirect", "an inquiry into the fire")],
    ),
    (
        "insisted on",
        "Anna Korpi insisted on a list of conditions.",
        [("Anna Korpi", "demand", "indirect", "a list of conditions")],
    ),
    (
        "denied a thing, calling it",
        "Anna Korpi denied reports of a fire, calling them “smoke without a match.”",
        [("Anna Korpi", "deny", "mixed", "reports of a fire, calling them “smoke without a match.”")],
    ),
    (
        "promised to",
        "Anna Korpi promised to free the pilots within a week.",
        [("Anna Korpi", "promise", "indirect", "to free the pilots within a week")],
    ),
    (
        "threatened to",
        "Anna Korpi threatened to close the port.",
        [("Anna Korpi", "warn", "indirect", "to close the port")],
    ),
    (
        "warned that",
        "Anna Korpi warned that the port would close.",
        [("Anna Korpi", "warn", "indirect", "that the port would close")],
    ),
    (
        "rejected a thing",
        "Anna Korpi rejected the offer of a new pilot boat.",
        [("Anna Korpi", "reject", "indirect", "the offer of a new pilot boat")],
    ),
    (
        "ruled out",
        "Anna Korpi ruled out a second round of talks.",
        [("Anna Korpi", "reject", "indirect", "a second round of talks")],
    ),
    (
        "described … as",
        "Anna Korpi described the offer as generous.",
        [("Anna Korpi", "assert", "indirect", "the offer as generous")],
    ),
    (
        "an object that stands before: only the predicate is the content",
        "The port has made an offer Anna Korpi dismissed as “paint.”",
        [("Anna Korpi", "reject", "direct", "“paint.”")],
    ),
    (
        "declined to comment",
        "Anna Korpi declined to comment on the fire.",
        [("Anna Korpi", "refuse-comment", "indirect", "to comment on the fire")],
    ),
    (
        "passive: the agent speaks",
        "The pilots were told by Anna Korpi that the port would close.",
        [("Anna Korpi", "predict", "indirect", "that the port would close")],
    ),
    (
        "subordinate clause before the main report",
        "While Anna Korpi has said the port is open, she has insisted on a fee.",
        [
            ("Anna Korpi", "assert", "indirect", "the port is open"),
            ("Anna Korpi", "demand", "indirect", "a fee"),
        ],
    ),
    (
        "a relative clause whose subject has moved",
        "Anna Korpi wrote to the pilots, whom she claimed were hiding.",
        [("Anna Korpi", "assert", "indirect", "were hiding")],
    ),
    (
        "a neutral verb with an obligation demands",
        "Anna Korpi said any closure must be lifted at once.",
        [("Anna Korpi", "demand", "indirect", "any closure must be lifted at once")],
    ),
    (
        "one's own future deed is a promise",
        "“We will pay the pilots,” said Anna Korpi.",
        [("Anna Korpi", "promise", "direct", "“We will pay the pilots,”")],
    ),
    (
        "as somebody told somebody",
        "As Anna Korpi told the Guardian, the port was closed.",
        [("Anna Korpi", "assert", "indirect", "the port was closed")],
    ),
    (
        "called a thing an adjective in marks",
        "Anna Korpi called the fee “outrageous.”",
        [("Anna Korpi", "assert", "mixed", "the fee “outrageous.”")],
    ),
    (
        "the reporter goes on with a pronoun",
        "Anna Korpi said that Finland agreed in principle, but she demanded a lower fee.",
        [
            ("Anna Korpi", "accept", "indirect", "that Finland agreed in principle"),
            ("Anna Korpi", "demand", "indirect", "a lower fee"),
        ],
    ),
    (
        "the day of the report before the clause",
        "Anna Korpi said on Tuesday the port had closed.",
        [("Anna Korpi", "assert", "indirect", "the port had closed")],
    ),
    (
        "a charge that somebody denied",
        "Sweden accused Anna Korpi of arson, a charge Anna Korpi denied.",
        [("Sweden", "accuse", "indirect", "arson"), ("Anna Korpi", "deny", "indirect", "a charge")],
    ),
    (
        "two reports with a semicolon between",
        "Anna Korpi wrote that the port was shut; Sweden said it would answer in time.",
        [
            ("Anna Korpi", "assert", "indirect", "that the port was shut"),
            ("Sweden", "promise", "indirect", "it would answer in time"),
        ],
    ),
    (
        "a report denied: the verb answers, the noun's words are others'",
        "Anna Korpi denied a report that the port had closed.",
        [("Anna Korpi", "deny", "indirect", "that the port had closed")],
    ),
    (
        "rejected accusations that",
        "Anna Korpi rejected accusations that the pilots had lied.",
        [("Anna Korpi", "reject", "indirect", "accusations that the pilots had lied")],
    ),
    (
        "rejected what somebody called",
        "Anna Korpi rejected what she called “a tax on fog.”",
        [("Anna Korpi", "reject", "mixed", "what she called “a tax on fog.”")],
    ),
    (
        "a thing blamed on somebody",
        "Anna Korpi blamed the collapse of the talks on Swedish pilots.",
        [("Anna Korpi", "accuse", "indirect", "the collapse of the talks on Swedish pilots")],
    ),
    (
        "asked somebody not to",
        "Anna Korpi asked Sweden not to close the port.",
        [("Anna Korpi", "demand", "indirect", "not to close the port")],
    ),
    (
        "called on a body, with another name for it, to",
        "Anna Korpi called on the Riksdag, or Swedish parliament, to open the port.",
        [("Anna Korpi", "demand", "indirect", "to open the port")],
    ),
    (
        "thanked for",
        "Anna Korpi thanked Sweden for its patience.",
        [("Anna Korpi", "praise", "indirect", "Sweden for its patience")],
    ),
    (
        "denied having done",
        "Anna Korpi denied having closed the port.",
        [("Anna Korpi", "deny", "indirect", "having closed the port")],
    ),
    (
        "proposed to",
        "Anna Korpi had proposed to reopen the port.",
        [("Anna Korpi", "offer", "indirect", "to reopen the port")],
    ),
    (
        "ordered that, without that",
        "Anna Korpi ordered no effort be spared.",
        [("Anna Korpi", "demand", "indirect", "no effort be spared")],
    ),
    (
        "had no comment",
        "Anna Korpi had no comment on the fire.",
        [("Anna Korpi", "refuse-comment", "indirect", "no comment on the fire")],
    ),
    (
        "neither of two said",
        "Neither Finland nor Sweden said whether the port would open.",
        [("Finland", "refuse-comment", "indirect", "whether the port would open")],
    ),
    (
        "questioned whether",
        "Anna Korpi questioned whether the pilots were awake.",
        [("Anna Korpi", "deny", "indirect", "whether the pilots were awake")],
    ),
    (
        "expressed concern: the noun's mood",
        "Anna Korpi expressed concern about the fire.",
        [("Anna Korpi", "warn", "indirect", "concern about the fire")],
    ),
    (
        "one's own refusal",
        "Anna Korpi insisted that she would not accept a fee.",
        [("Anna Korpi", "reject", "indirect", "that she would not accept a fee")],
    ),
    (
        "one's own negated deed",
        "“We are not going to lift the fee,” said Anna Korpi.",
        [("Anna Korpi", "reject", "direct", "“We are not going to lift the fee,”")],
    ),
    (
        "the others would not accept: no acceptance",
        "“I made an offer and the crews were not willing to accept it,” said Anna Korpi.",
        [("Anna Korpi", "assert", "direct", "“I made an offer and the crews were not willing to accept it,”")],
    ),
    (
        "no need is no demand",
        "Anna Korpi said she saw no need for a fee.",
        [("Anna Korpi", "reject", "indirect", "she saw no need for a fee")],
    ),
    (
        "had yet to is no obligation",
        "Anna Korpi said that Sweden had yet to reply.",
        [("Anna Korpi", "assert", "indirect", "that Sweden had yet to reply")],
    ),
    (
        "would rather is no future",
        "“They would rather have a bad port than none,” said Anna Korpi.",
        [("Anna Korpi", "assert", "direct", "“They would rather have a bad port than none,”")],
    ),
    (
        "a wrong suffered from nobody named is no accusation",
        "Anna Korpi said 40 pilots had been killed in Sweden.",
        [("Anna Korpi", "assert", "indirect", "40 pilots had been killed in Sweden")],
    ),
    (
        "without delay is no accusation of delaying",
        "Anna Korpi said she expected Sweden to reply without delay.",
        [
            ("Anna Korpi", "predict", "indirect", "she expected Sweden to reply without delay"),
            ("Anna Korpi", "predict", "indirect", "Sweden to reply without delay"),
        ],
    ),
    (
        "the future of a thing is a prediction, not a promise",
        "Anna Korpi argued that it would create a port within a port.",
        [("Anna Korpi", "predict", "indirect", "that it would create a port within a port")],
    ),
    (
        "the speaker's own verb does what it says",
        "“We condemn the fire,” said Anna Korpi.",
        [("Anna Korpi", "accuse", "direct", "“We condemn the fire,”")],
    ),
    (
        "quoted words that open with a bare verb demand",
        "“Bring the pilots home now,” said Anna Korpi.",
        [("Anna Korpi", "demand", "direct", "“Bring the pilots home now,”")],
    ),
    (
        "declined to say is one report",
        "Anna Korpi declined to say whether the port would open.",
        [("Anna Korpi", "refuse-comment", "indirect", "to say whether the port would open")],
    ),
    (
        "a relative clause with a cue of its own is an aside",
        "Anna Korpi said that Sweden, which has long claimed the port, had been absent.",
        [("Anna Korpi", "assert", "indirect", "that Sweden, which has long claimed the port, had been absent")],
    ),
    (
        "with her deputy saying: a report of its own",
        "Anna Korpi dismissed the offer as “fog,” with Olli Virta saying that nobody would sail.",
        [
            ("Anna Korpi", "reject", "mixed", "the offer as “fog,”"),
            ("Olli Virta", "assert", "indirect", "that nobody would sail"),
        ],
    ),
    (
        "the reporter goes on after a comma and an and",
        "Anna Korpi warned that the fee would bring “fog,” and she ordered the pilots to rest.",
        [
            ("Anna Korpi", "warn", "mixed", "that the fee would bring “fog,”"),
            ("Anna Korpi", "demand", "indirect", "to rest"),
        ],
    ),
    (
        "according to, behind another report",
        "Anna Korpi announced the port would reopen, according to Olli Virta.",
        [
            ("Olli Virta", "assert", "indirect", "Anna Korpi announced the port would reopen"),
            ("Anna Korpi", "predict", "indirect", "the port would reopen"),
        ],
    ),
    (
        "the agency quoted somebody as saying",
        "Reuters quoted Anna Korpi as saying that the port was shut.",
        [("Anna Korpi", "assert", "indirect", "that the port was shut")],
    ),
    (
        "was quoted as saying, behind the words",
        "The port is shut, Anna Korpi was quoted as saying by Reuters.",
        [("Anna Korpi", "assert", "indirect", "The port is shut")],
    ),
    (
        "a parenthesis with its own subject",
        "The crews, said Anna Korpi, are paid on Fridays.",
        [("Anna Korpi", "assert", "indirect", "The crews, said Anna Korpi, are paid on Fridays")],
    ),
    (
        "a speaker named far before the cue",
        "“The port is ours,” Anna Korpi, wearing a long green coat and a hat of otter fur from Oulu, told the crowd.",
        [("Anna Korpi", "assert", "direct", "“The port is ours,”")],
    ),
    (
        "marks of two sorts around one quotation",
        "\"The port is shut,'' said Anna Korpi. \"The crews are tired,'' she added.",
        [
            ("Anna Korpi", "assert", "direct", "\"The port is shut,''"),
            ("Anna Korpi", "assert", "direct", "\"The crews are tired,''"),
        ],
    ),
    (
        "what one would say every morning was said",
        "“The fog is lifting,” Anna Korpi would tell the pilots each morning.",
        [("Anna Korpi", "assert", "direct", "“The fog is lifting,”")],
    ),
    (
        "an unnamed source",
        "A senior Finnish official said the port had closed.",
        [("anonymous: senior Finnish official", "assert", "indirect", "the port had closed")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CONSTRUCTIONS], ids=[c[0] for c in CONSTRUCTIONS])
def test_construction(statements: Code, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [(s.speaker, s.mood, s.type, s.text) for s in statements(text)] == expected


NOTHING = [
    ("a name in marks", "Boys on the quay played a game called “Harbour Light” all day."),
    ("a person examined", "Police questioned the pilot for two hours."),
    ("scare quotes", "The two ports signed a “memorandum of harmony” on the quay."),
    ("a title in quotation marks", "Anna Korpi has read “The Pilots of Turku” twice."),
    ("a hypothetical", "Anna Korpi would say that the port is open if she were asked."),
    ("a coming announcement", "Anna Korpi will announce a fee next week."),
    ("according to law", "The pilots were treated according to international law."),
    ("how a source is described", "A pilot who asked not to be named left early."),
    ("an act, no words", "Finland accepted the boat from Sweden."),
    ("a participle that describes", "The fire made pilots worried that the port would close."),
    ("a silence nobody asked about", "Anna Korpi did not mention Sweden by name."),
    ("nobody's hint", "None of the 44 ports has hinted at withdrawal."),
    ("defying calls", "Anna Korpi defied calls from Sweden to close the port."),
    ("what somebody wanted others to say", "The pilots wanted guarantees that the port would open."),
    ("an act that a noun names", "The agreement to share the port was signed last week."),
    ("a passive without an agent", "Anna Korpi was urged to step in."),
    ("an office one strives for", "Anna Korpi is barred from seeking a third term."),
    ("the reporter's own question", "When I asked Anna Korpi whether she would settle, she laughed."),
    ("an open question", "The court will determine whether the port may close."),
]


@pytest.mark.parametrize("text", [n[1] for n in NOTHING], ids=[n[0] for n in NOTHING])
def test_no_statement(statements: Code, text: str) -> None:
    assert [(s.cue, s.text) for s in statements(text)] == []


def test_quotation_over_paragraphs(statements: Code) -> None:
    """Each paragraph of a long quotation is open at its end and opens anew; one speaker throughout."""
    text = (
        "Anna Korpi spoke for an hour. “The port was quiet,” she said. “The pilots slept.\n"
        "“Then the fire came and the bells rang.\n"
        "“Nobody has slept since.”"
    )
    found = statements(text)
    assert {s.speaker for s in found} == {"Anna Korpi"}
    assert found[-2].text == "“Then the fire came and the bells rang."
    assert found[-1].text == "“Nobody has slept since.”"


def test_quotation_after_a_colon_in_the_next_paragraph(statements: Code) -> None:
    text = "Anna Korpi wrote on her account:\n“The port is open and the pilots are awake.”"
    (s,) = statements(text)
    assert (s.speaker, s.type, s.text) == ("Anna Korpi", "direct", "“The port is open and the pilots are awake.”")


def test_an_odd_mark_costs_its_own_paragraph_only(statements: Code) -> None:
    text = "The sign read “closed in red paint.\n“The port is open,” said Anna Korpi."
    assert ("Anna Korpi", "“The port is open,”") in [(s.speaker, s.text) for s in statements(text)]


def test_headline_and_label(statements: Code) -> None:
    text = "Korpi: port will open again\nFinnish Foreign Minister Anna Korpi left for home."
    (s,) = statements(text, first="headline")
    assert (s.where, s.speaker, s.text) == ("headline", "Anna Korpi", "port will open again")


def test_party_addressee_and_medium(statements: Code) -> None:
    text = "Finnish Foreign Minister Anna Korpi told Sweden in a post on Telegram that the port was closed."
    (s,) = statements(text)
    assert (s.party, s.addressee, s.medium) == ("Finland", "Sweden", "Telegram")


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Anna Korpi told Sweden that the port was shut.", "Sweden"),
        ("Anna Korpi told the crowd that the port was shut.", "crowd"),
        ("Anna Korpi urged both sides to wait.", "both sides"),
        ("Urging action against Sweden, Anna Korpi said the port was shut.", None),
        ("Anna Korpi pointed to the constitution.", None),
        ("Anna Korpi told a press conference that the port was shut.", None),
    ],
)
def test_only_somebody_hears(statements: Code, text: str, addressee: str | None) -> None:
    assert {s.addressee for s in statements(text)} - {None} == ({addressee} - {None})


def test_an_occasion_is_the_medium(statements: Code) -> None:
    (s,) = statements("Anna Korpi told a press conference that the port was shut.")
    assert (s.addressee, s.medium) == (None, "a press conference")


def test_the_first_of_two_speakers_stands_for_both(statements: Code) -> None:
    """One row, the first one's, less sure, with both names in the words."""
    (both,) = statements("Sweden and Finland said that the port was shut.")
    (alone,) = statements("Sweden said that the port was shut.")
    assert (both.speaker, both.speaker_text) == ("Sweden", "Sweden and Finland")
    assert both.confidence < alone.confidence


def test_one_of_a_group_is_unnamed(statements: Code) -> None:
    (s,) = statements("One of the Finnish ministers called for a new pilot boat.")
    assert (s.speaker, s.party, s.mood) == ("anonymous: one of the Finnish ministers", "Finland", "demand")


@pytest.mark.parametrize(
    "headline",
    [
        "Sweden: pilots leave",
        "Inside the talks: how the port was lost",
        "Letter to Sweden: the port",
        "Transcript: fog",
    ],
)
def test_a_topic_before_a_colon_says_nothing(statements: Code, headline: str) -> None:
    assert [s for s in statements(f"{headline}\nThe port was empty.", first="headline") if s.where == "headline"] == []


def test_live_page_headline(statements: Code) -> None:
    (s,) = statements("Port talks live: Sweden says pilots are leaving\nThe port was empty.", first="headline")
    assert (s.speaker, s.text) == ("Sweden", "pilots are leaving")


def test_transcript(statements: Code) -> None:
    """The turns of those who are asked are theirs, "I expect" and all; the host's questions are nobody's statements."""
    text = (
        "HOST: What does the port want?\n"
        "ANNA KORPI: We must be patient. I expect the fog to lift. But the crews cannot wait.\n"
        "HOST: Thank you."
    )
    (s,) = statements(text)
    assert s.speaker is not None
    assert s.speaker.lower() == "anna korpi"
    assert (s.mood, s.text[:7], s.text[-4:]) == ("demand", "We must", "wait")


def test_whom_the_agency_quotes_and_the_agency(statements: Code) -> None:
    (s,) = statements("Reuters quoted Anna Korpi as saying that the port was shut.")
    assert (s.speaker, s.medium) == ("Anna Korpi", "Reuters")


def test_the_port_of_the_dateline_accuses_nobody(statements: Code) -> None:
    text = "Turku, 3 July - In a letter to the port, Finland's minister Anna Korpi has accused Sweden of arson."
    (s,) = statements(text)
    assert (s.speaker, s.text) == ("Anna Korpi", "arson")


def test_confidence_orders_frames(statements: Code) -> None:
    """Quoted words behind a verb of saying are surer than a clause, a clause surer than a bare noun phrase."""
    (quoted,) = statements("“The port is shut,” said Anna Korpi.")
    (clause,) = statements("Anna Korpi said that the port was shut.")
    (thing,) = statements("Anna Korpi rejected the offer of a boat.")
    assert quoted.confidence >= clause.confidence > thing.confidence


def test_the_source_behind_a_newspaper(statements: Code) -> None:
    """Whom a paper cites is the speaker; the paper is the medium, also in the sentence after."""
    text = (
        "Finnish pilots have gone home, the Guardian reported, citing port officials. "
        "The fire began at noon, according to the newspaper."
    )
    found = statements(text)
    assert [(s.speaker, s.medium) for s in found] == [("anonymous: port officials", "Guardian")] * 2


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Anna Korpi said on Monday that the port was open.", ["2031-09-08"]),
        ("Anna Korpi said on Monday the port had been open.", ["2031-09-08"]),
        ("Anna Korpi said that the port would open on Monday.", [None]),
        ("Anna Korpi has said that the port is open.", ["2031-09-12"]),  # the lead's perfect: the news is of the day
        ("The fire is out. Anna Korpi, speaking on Sunday, said it was small.", ["2031-09-07"]),
        (
            "Anna Korpi said on Monday that the port was open. “The bells are quiet,” she added.",
            ["2031-09-08", "2031-09-08"],
        ),
    ],
)
def test_day_said(statements: Code, text: str, said_on: list[str | None]) -> None:
    assert [s.said_on for s in statements(text)] == said_on


def test_no_publication_date_no_invented_day(statements: Code) -> None:
    (s,) = statements("Anna Korpi said on Monday that the port was open.", published=None)
    assert s.said_on is None


@pytest.mark.parametrize("dateline", ["TURKU, Sept. 14 (NPA) - ", "TURKU — ", "Turku (NPA) -- ", "TURKU/HELSINKI: "])
def test_the_dateline_is_no_part_of_the_words(statements: Code, dateline: str) -> None:
    (s,) = statements(f"{dateline}The port of Turku has reopened, Anna Korpi said.")
    assert s.text == "The port of Turku has reopened"

"""What news writes around a speaker -> actor, party, kind. Every input is shown; the people are invented or public."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.language.actors import Referent

US, UK, EU = "United States", "United Kingdom", "European Union"

DESCRIBED = [
    ("Finnish Foreign Minister Elina Valtonen said the talks must go on.", "Valtonen", "Elina Valtonen", "Finland", "person"),
    ("Norway's prime minister, Kari Lund, said the talks must go on.", "Lund", "Kari Lund", "Norway", "person"),
    ("Norway's prime minister, Kari Lund, said the talks must go on.", "minister", "Kari Lund", "Norway", "person"),
    ("Kari Lund, the Norwegian foreign minister, said the talks must go on.", "Lund", "Kari Lund", "Norway", "person"),
    ("Kari Lund, Norway's envoy to the talks, said they must go on.", "Lund", "Kari Lund", "Norway", "person"),
    ("Foreign Minister of Poland Radoslaw Sikorski said the talks must go on.", "Sikorski", "Radoslaw Sikorski", "Poland", "person"),
    ("U.S. envoy Peter Grant met the delegation on Monday.", "Grant", "Peter Grant", US, "person"),
    ("The U.S. ambassador to Israel, Peter Grant, said the talks must go on.", "Grant", "Peter Grant", US, "person"),
    ("The U.S. special envoy for Ukraine, Peter Grant, said the talks must go on.", "Grant", "Peter Grant", US, "person"),
    ("British Defence Secretary Sir Alan Hughes warned of delays.", "Hughes", "Alan Hughes", UK, "person"),
    ("Kremlin spokesman Oleg Sidorov said the talks must go on.", "Sidorov", "Oleg Sidorov", "Russia", "person"),
    ("Anna Berg, a spokeswoman for the European Commission, said the talks must go on.", "Berg", "Anna Berg", EU, "person"),
    ("The European Union's top foreign policy official, Anna Berg, said the talks must go on.", "Berg", "Anna Berg", EU, "person"),
    ("Jane Doe, who heads the Norwegian delegation, said the talks must go on.", "Doe", "Jane Doe", "Norway", "person"),
    ("Sudanese army chief General Omar Adam said the talks must go on.", "Adam", "Omar Adam", "Sudan", "person"),
    ("Hassan Karim, the Iranian deputy foreign minister for political affairs, said no.", "Karim", "Hassan Karim", "Iran", "person"),
    ("South Korean President Park Min-jun said the talks must go on.", "jun", "Park Min-jun", "South Korea", "person"),
    ("Hugh Hill, a doctor, said the hospital was full.", "Hill", "Hugh Hill", None, "person"),
    ("Hugh Hill, an analyst at a London think tank, said the talks must go on.", "Hill", "Hugh Hill", None, "person"),
    ("Russian opposition politician Oleg Sidorov said the talks must go on.", "Sidorov", "Oleg Sidorov", None, "person"),
    ("Former U.S. ambassador Peter Grant said the talks must go on.", "Grant", "Peter Grant", None, "person"),
    ("Ukrainian journalist Olha Petrenko said the talks must go on.", "Petrenko", "Olha Petrenko", None, "person"),
    ("The Russian-installed governor of the region, Oleg Sidorov, said no.", "Sidorov", "Oleg Sidorov", "Russia", "person"),
    ("John Smith of the Red Cross said the convoy had arrived.", "Smith", "John Smith", None, "person"),
    ("“We are ready,” Israeli military spokesman Daniel Levi told reporters.", "Levi", "Daniel Levi", "Israel", "person"),
]  # fmt: skip

BODIES = [
    ("The Kremlin said the talks must go on.", "Kremlin", "Kremlin", "Russia", "office"),
    ("Moscow said the talks must go on.", "Moscow", "Russia", "Russia", "state"),
    ("The White House said the talks must go on.", "House", "White House", US, "office"),
    ("The Russian defence ministry said the talks must go on.", "ministry", "Russian Defence Ministry", "Russia", "office"),
    ("Russia's Defense Ministry said the talks must go on.", "Ministry", "Russian Defence Ministry", "Russia", "office"),
    ("Egypt's Foreign Ministry said the talks must go on.", "Ministry", "Egyptian Foreign Ministry", "Egypt", "office"),
    ("The Sudanese government said the talks must go on.", "government", "Sudanese Government", "Sudan", "office"),
    ("Pakistan's Ministry of Defence said the talks must go on.", "Ministry", "Pakistani Ministry of Defence", "Pakistan", "office"),
    ("The Ukrainian side said the talks must go on.", "side", "Ukraine", "Ukraine", "state"),
    ("The Russians said the talks must go on.", "Russians", "Russia", "Russia", "state"),
]  # fmt: skip

UNNAMED = [
    ("A senior ministry official said the talks must go on.", "official", "anonymous: senior ministry official", None, "unnamed"),
    ("A Russian official said the talks must go on.", "official", "anonymous: Russian official", "Russia", "unnamed"),
    ("Russian and U.S. officials said the talks must go on.", "officials", "anonymous: Russian and U.S. officials", None, "unnamed"),
    ("Two diplomats said the talks must go on.", "diplomats", "anonymous: Two diplomats", None, "unnamed"),
    ("An official in the Egyptian foreign ministry said no.", "official", "anonymous: official in the Egyptian foreign ministry",
     "Egypt", "unnamed"),
    ("People familiar with the matter said the talks must go on.", "People", "anonymous: People familiar with the matter", None,
     "unnamed"),
    ("Kyiv residents said the night was quiet.", "residents", "anonymous: Kyiv residents", None, "unnamed"),
    ("An Israeli analyst said the talks must go on.", "analyst", "anonymous: Israeli analyst", None, "unnamed"),
    ("The report said the talks must go on.", "report", "report", None, None),
]  # fmt: skip

WITHIN = [
    ("President Vladimir Orlov of Russia spoke on Monday. The Russian leader said the talks must go on.",
     "leader", "Vladimir Orlov", "Russia", "person"),
    ("U.S. envoy Peter Grant flew to Cairo. Later the envoy met reporters.", "envoy#2", "Peter Grant", US, "person"),
    ("Norway's foreign minister, Kari Lund, spoke first. The minister said little.", "minister#2", "Kari Lund", "Norway", "person"),
    ("Egypt's Foreign Ministry issued a statement. The ministry said the talks must go on.",
     "ministry", "Egyptian Foreign Ministry", "Egypt", "office"),
    ("The European Union met on Monday. The bloc said the talks must go on.", "bloc", EU, EU, "bloc"),
    ("Kari Lund, the bloc's foreign policy chief, spoke of the European Union's plans. Lund said little.",
     "Lund#2", "Kari Lund", None, "person"),
    ("The European Union met on Monday. Kari Lund, the bloc's foreign policy chief, said little.", "Lund", "Kari Lund", EU, "person"),
    ("Finnish Foreign Minister Elina Valtonen came late. Valtonen said little.", "Valtonen#2", "Elina Valtonen", "Finland", "person"),
    ("Turkish President Kemal Aslan spoke on Monday. His spokesman, Ali Demir, said little.", "Demir", "Ali Demir", "Turkey", "person"),
    ("U.S. envoy Peter Grant met Iran's foreign minister, Hassan Karim. He said the meeting was useful.",
     "He", "Peter Grant", US, "person"),
    ("Peter Grant met Kari Lund in Oslo. She said the meeting was useful.", "She", "Kari Lund", None, "person"),
    ("Egypt has said it is ready to host the talks.", "it", "Egypt", "Egypt", "state"),
    ("A senior U.S. official spoke on Monday. “It is close,” the official said. He gave no details.",
     "He", "anonymous: senior U.S. official", US, "unnamed"),
    ("White House spokesman Josh Reed said that President Alan Cole has long called for a deal. He said Cole hopes for more.",
     "He", "Josh Reed", US, "person"),
    ("Israeli officials met Qatari mediators in Doha. They said the talks must go on.",
     "They", "anonymous: Israeli officials", "Israel", "unnamed"),
    ("Iranian negotiator Hassan Karim, who met him on Monday, said little.", "who", "Hassan Karim", "Iran", "person"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "name", "party", "kind"), [*DESCRIBED, *BODIES, *UNNAMED, *WITHIN])
def test_who_is_meant(
    who: Callable[..., Referent], text: str, word: str, name: str, party: str | None, kind: str | None
) -> None:
    found = who(text, word)
    assert (found.name, found.party, found.kind) == (name, party, kind)


MORE = [
    ("Norway's president said on Monday the talks must go on. Kari Lund, on a visit to Rome, gave no date.",
     "Lund", "Kari Lund", "Norway", "person"),
    ("An Egyptian army spokesman, Colonel Omar Adam, said no.", "Adam", "Omar Adam", "Egypt", "person"),
    ("Egypt's foreign ministry sent a note. A ministry official said it was late.", "official", "anonymous: ministry official",
     "Egypt", "unnamed"),
    ("Israel closed the crossing. Prime Minister Dan Regev said it would stay closed.", "Regev", "Dan Regev", "Israel", "person"),
    ("Prime Minister Dan Regev spoke at noon. The Israeli leader said no.", "Regev", "Dan Regev", "Israel", "person"),
    ("Turkish President Kemal Aslan was absent. The president's office said he was ill.",
     "office", "Kemal Aslan's office", "Turkey", "office"),
    ("A spokesman for Ghana's president said no.", "spokesman", "anonymous: spokesman for Ghana's president", "Ghana", "unnamed"),
    ("Hamas sent a reply. The movement said it was final.", "movement", "Hamas", "Hamas", "force"),
    ("Omar Adam, a Cairo-based analyst, said no.", "Adam", "Omar Adam", None, "person"),
    ("Kari Lund met Peter Grant. Both said they were tired, and Lund and Grant said they would rest.", "they#2", None, None, None),
    ("They met in Moscow.", "Moscow", "Moscow", None, None),
    ("The Norwegian side urged Moscow to wait.", "Moscow", "Russia", "Russia", "state"),
    ("Pro-Russian officials said no.", "officials", "anonymous: Pro-Russian officials", None, "unnamed"),
    ("Iran's negotiator, Hassan Karim, met his Omani counterpart, Salim Badr.", "Badr", "Salim Badr", "Oman", "person"),
    ("North Korea's state news agency KCNA said the offer was late.", "KCNA", "KCNA", "North Korea", "outlet"),
    ("The New York Times said the offer was late.", "Times", "New York Times", None, "outlet"),
    ("The Defence Ministry in Cairo said no.", "Ministry", "Egyptian Defence Ministry", "Egypt", "office"),
    ("Officials in Cairo said no.", "Officials", "anonymous: Officials in Cairo", "Egypt", "unnamed"),
    ("A diplomat in Cairo said no.", "diplomat", "anonymous: diplomat in Cairo", None, "unnamed"),
    ("An adviser to Ghana's president said no.", "adviser", "anonymous: adviser to Ghana's president", "Ghana", "unnamed"),
    ("Norwegian President Kari Lund will call President Dan Regev as Israel waits. Regev said no.", "Regev#2", "Dan Regev",
     None, "person"),
    ("Ghana's army spokesman, Lt. Gen. Omar Adam, said no.", "Adam", "Omar Adam", "Ghana", "person"),
    ("Both sides said no.", "sides", "Both sides", None, None),
    ("Reuters reported the offer. The agency said it was final.", "agency", "Reuters", None, "outlet"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "name", "party", "kind"), MORE)
def test_who_is_meant_by_what_went_before(
    who: Callable[..., Referent], text: str, word: str, name: str | None, party: str | None, kind: str | None
) -> None:
    found = who(text, word)
    assert (found.name, found.party, found.kind) == (name, party, kind)

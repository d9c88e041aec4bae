"""The codebooks that come with Parley: they load, they lead to the right actors, the states are right."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest

from parley.codebook.load import find, list_codebooks, load_codebook
from parley.codebook.model import ActorEntry, Codebook

TOOL = Path(__file__).resolve().parents[2] / "tools" / "make_states.py"


@pytest.fixture(scope="module")
def general() -> Codebook:
    return load_codebook("general")


@pytest.fixture(scope="module")
def ukraine() -> Codebook:
    return load_codebook("ukraine-2025")


def leads(book: Codebook, *keys: str) -> dict[str, ActorEntry]:
    return {word: actor for actor in book.actors for key in keys for word in getattr(actor, key)}


def test_what_is_shipped() -> None:
    assert [(b.name, b.version) for b in list_codebooks()] == [("general", 1), ("ukraine-2025", 1)]
    assert find("general").is_file()


def test_a_shipped_codebook_loads_in_no_time() -> None:
    started = time.perf_counter()
    load_codebook("ukraine-2025")
    assert (
        time.perf_counter() - started < 1.0
    )  # 0.035 s on the machine it was written on; a guard against a slow parser


# fmt: off
STATES = [
    ("United States", "Washington", "American"), ("Russia", "Moscow", "Russian"), ("Ukraine", "Kyiv", "Ukrainian"),
    ("Ukraine", "Kiev", "Ukrainians"), ("United Kingdom", "London", "British"), ("France", "Paris", "French"),
    ("Germany", "Berlin", "German"), ("Germany", "Berlin", "Germans"), ("Italy", "Rome", "Italian"),
    ("Spain", "Madrid", "Spanish"), ("Portugal", "Lisbon", "Portuguese"), ("Poland", "Warsaw", "Polish"),
    ("Poland", "Warsaw", "Poles"), ("Finland", "Helsinki", "Finnish"), ("Finland", "Helsinki", "Finns"),
    ("Sweden", "Stockholm", "Swedish"), ("Norway", "Oslo", "Norwegian"), ("Denmark", "Copenhagen", "Danish"),
    ("Denmark", "Copenhagen", "Danes"), ("Iceland", "Reykjavik", "Icelandic"), ("Estonia", "Tallinn", "Estonian"),
    ("Latvia", "Riga", "Latvian"), ("Lithuania", "Vilnius", "Lithuanian"), ("Belarus", "Minsk", "Belarusian"),
    ("Moldova", "Chisinau", "Moldovan"), ("Georgia", "Tbilisi", "Georgian"), ("Armenia", "Yerevan", "Armenian"),
    ("Azerbaijan", "Baku", "Azerbaijani"), ("Turkey", "Ankara", "Turkish"), ("Syria", "Damascus", "Syrian"),
    ("Iran", "Tehran", "Iranian"), ("Iraq", "Baghdad", "Iraqi"), ("Israel", "Jerusalem", "Israeli"),
    ("Palestine", "Ramallah", "Palestinian"), ("Lebanon", "Beirut", "Lebanese"), ("Jordan", "Amman", "Jordanian"),
    ("Egypt", "Cairo", "Egyptian"), ("Saudi Arabia", "Riyadh", "Saudi"), ("Qatar", "Doha", "Qatari"),
    ("United Arab Emirates", "Abu Dhabi", "Emirati"), ("Yemen", "Sanaa", "Yemeni"), ("China", "Beijing", "Chinese"),
    ("Taiwan", "Taipei", "Taiwanese"), ("Japan", "Tokyo", "Japanese"), ("South Korea", "Seoul", "South Korean"),
    ("North Korea", "Pyongyang", "North Korean"), ("Vietnam", "Hanoi", "Vietnamese"), ("India", "New Delhi", "Indian"),
    ("Pakistan", "Islamabad", "Pakistani"), ("Afghanistan", "Kabul", "Afghan"), ("Hungary", "Budapest", "Hungarian"),
    ("Slovakia", "Bratislava", "Slovak"), ("Czech Republic", "Prague", "Czech"), ("Austria", "Vienna", "Austrian"),
    ("Switzerland", "Bern", "Swiss"), ("Netherlands", "The Hague", "Dutch"), ("Serbia", "Belgrade", "Serbs"),
    ("Kosovo", "Pristina", "Kosovar"), ("Colombia", "Bogota", "Colombian"), ("Brazil", "Brasilia", "Brazilian"),
    ("Sudan", "Khartoum", "Sudanese"), ("Ethiopia", "Addis Ababa", "Ethiopian"), ("Kazakhstan", "Astana", "Kazakh"),
    ("Australia", "Canberra", "Australian"), ("Canada", "Ottawa", "Canadian"),
    ("South Africa", "Pretoria", "South African"),
]
# fmt: on


@pytest.mark.parametrize(("state", "capital", "demonym"), STATES)
def test_states(general: Codebook, state: str, capital: str, demonym: str) -> None:
    entry = leads(general, "seats")[capital]
    assert (entry.name, entry.kind, entry.party) == (state, "state", state)
    assert leads(general, "demonyms")[demonym].name == state


def test_short_names_of_states(general: Codebook) -> None:
    aliases = leads(general, "aliases")
    assert {aliases[a].name for a in ("US", "U.S.", "USA", "U.S.A.", "America")} == {"United States"}
    assert {aliases[a].name for a in ("UK", "U.K.", "Britain", "Great Britain")} == {"United Kingdom"}
    assert aliases["UAE"].name == "United Arab Emirates"
    assert leads(general, "seats")["Brussels"].name == "European Union"


def test_capitals_that_are_other_words_are_no_seats(general: Codebook) -> None:
    seats = leads(general, "seats")
    for word in ("Victoria", "Male", "Malé", "Georgetown", "Kingston", "Hamilton", "Santiago", "Wellington", "Stanley"):
        assert word not in seats


def test_the_states_file_is_what_the_tool_writes() -> None:
    if not TOOL.is_file():
        pytest.skip("the tools are not beside the tests")
    pytest.importorskip("countryinfo")
    spec = importlib.util.spec_from_file_location("make_states", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.TARGET.read_text(encoding="utf-8") == tool.text(), "run tools/make_states.py"


@pytest.mark.parametrize(
    ("word", "name", "party"),
    [
        ("Kremlin", "Kremlin", "Russia"),
        ("White House", "White House", "United States"),
        ("Pentagon", "Pentagon", "United States"),
        ("Downing Street", "Downing Street", "United Kingdom"),
        ("Quai d'Orsay", "French Foreign Ministry", "France"),
        ("Elysee", "Élysée", "France"),
        ("E.U.", "European Union", "European Union"),
        ("G-7", "G7", "G7"),
        ("U.N.", "United Nations", "United Nations"),
        ("Security Council", "UN Security Council", "United Nations"),
        ("Holy See", "Vatican", "Vatican"),
        ("Capitol Hill", "US Congress", "United States"),
    ],
)
def test_seats_of_power(general: Codebook, word: str, name: str, party: str) -> None:
    by_word = {**leads(general, "aliases", "seats"), **{a.name: a for a in general.actors}}
    assert (by_word[word].name, by_word[word].party) == (name, party)


@pytest.mark.parametrize(
    ("words", "name", "party"),
    [
        (("Zelenskyy", "Zelenskiy", "Ukraine's president"), "Volodymyr Zelensky", "Ukraine"),
        (("Kremlin spokesman", "Putin's spokesman"), "Dmitry Peskov", "Russia"),
        (("US president", "U.S. president"), "Donald Trump", "United States"),
        (("Peter Szijjarto", "Szijjarto"), "Péter Szijjártó", "Hungary"),
        (("Recep Tayyip Erdogan", "Turkish president"), "Recep Tayyip Erdoğan", "Turkey"),
        (("bin Salman", "MBS"), "Mohammed bin Salman", "Saudi Arabia"),
        (("EU foreign policy chief",), "Kaja Kallas", "European Union"),
        (("NATO chief",), "Mark Rutte", "NATO"),
        (("Ukraine's military leadership", "Ukrainian army"), "Ukrainian armed forces", "Ukraine"),
        (("Ukraine's General Staff",), "General Staff of Ukraine", "Ukraine"),
        (("British prime minister", "Sir Keir"), "Keir Starmer", "United Kingdom"),
    ],
)
def test_people_of_the_ukraine_talks(ukraine: Codebook, words: tuple[str, ...], name: str, party: str) -> None:
    known = leads(ukraine, "aliases", "roles")
    assert {(known[word].name, known[word].party) for word in words} == {(name, party)}


def test_no_two_people_share_a_surname_and_none_is_another_name(ukraine: Codebook) -> None:
    names = {w: a.name for a in ukraine.actors for w in (a.name, *a.aliases, *a.seats, *a.demonyms)}
    for person in ukraine.actors:
        if person.kind == "person" and person.surname:
            surname = person.name.rsplit(" ", 1)[-1]
            assert names.setdefault(surname, person.name) == person.name


def test_every_person_of_the_talks_has_a_gender(ukraine: Codebook) -> None:
    assert [a.name for a in ukraine.actors if a.kind == "person" and a.gender is None] == []


def test_nouns_and_titles_are_listed_once_and_media_have_names(general: Codebook) -> None:
    assert len(general.role_nouns) > 300
    assert len(general.group_nouns) > 200
    media = {word: medium for medium in general.media for word in (medium.name, *medium.aliases)}
    assert media["AP"].name == "Associated Press"
    assert media["Truth Social"].kind == "platform"
    assert media["Tass"].party == "Russia"

"""How many independent origins carry a statement: `{{speaker|mood|type|cue|said on :: words}}` is one on a page."""

from __future__ import annotations

import pytest

from parley.analysis import statement_origins
from parley.records import Actor

ACTORS = (
    Actor("Ada Holm", "person", "Norland", ("envoy",), ("Holm",)),
    Actor("Piet Maar", "person", "Coastal League", ("negotiator",), ("Maar",)),
)
HOLM = "Holm stood on the quay at Brume. {{{{Ada Holm|offer|direct|said|{day} :: {words}}}}}, she said. {rest}"
RAIN = "It rained, and the ferry to Skell lay idle with forty lorries on board while the pilots argued about their pay."
SUN = "Children from the harbour school sang for the delegates, who ate smoked eel and looked at their watches."


@pytest.fixture
def count(newsroom, tmp_path):
    """Counts of the statements of pages, in the order of the pages."""

    def counted(*pages):
        numbered = [newsroom.Page(f"{n}.txt", text, f"Paper {n}", "2031-03-03") for n, text in enumerate(pages)]
        ledger = newsroom.ledger(tmp_path / "talks.db", numbered, ACTORS)
        counts = statement_origins(ledger)
        return [counts[row.id] for row in ledger.statements()]

    return counted


def page(words: str, rest: str, day: str = "2031-03-03") -> str:
    return HOLM.format(words=words, rest=rest, day=day)


def test_two_reporters_who_heard_the_same_words_are_two_origins(count):
    assert count(page('"The door is open"', RAIN), page("“the door is open”", SUN)) == [2, 2]


def test_a_copy_adds_no_origin(count):
    words = '"The door is open to any ship that carries wheat and nothing else"'
    assert count(page(words, RAIN), page(words, RAIN), page(words, SUN)) == [2, 2, 2]


def test_a_quotation_cut_short_is_the_same_and_a_long_speech_is_not(count):
    whole = '"The door is open to any ship that carries wheat, and to no other ship"'
    cut = '"The door is open to any ship that carries wheat"'
    speech = '"The door is open. ' + "We have waited a year, and our patience with the League is at its end. " * 4 + '"'
    assert count(page(whole, RAIN), page(cut, SUN)) == [2, 2]
    assert count(page('"The door is open"', RAIN), page(speech, SUN)) == [1, 1]


def test_another_speaker_another_day_other_words(count):
    words = '"The door is open"'
    maar = page(words, SUN).replace("Ada Holm|", "Piet Maar|")
    assert count(page(words, RAIN), maar) == [1, 1]
    assert count(page(words, RAIN), page(words, SUN, day="2031-03-01")) == [1, 1]
    assert count(page(words, RAIN), page('"The door is shut for good"', SUN)) == [1, 1]


def test_without_a_speaker_words_tie_nothing(count):
    words = '"The door is open"'
    assert count(*(page(words, rest).replace("Ada Holm|", "|") for rest in (RAIN, SUN))) == [1, 1]

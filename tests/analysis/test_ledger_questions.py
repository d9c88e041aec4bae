"""The analyses, asked of small ledgers shown here: the marked words of a page are its statements."""

from __future__ import annotations

import pytest

from parley.analysis import exchanges, overview, parties, statements_by_party, timeline, view
from parley.errors import Problem
from parley.records import Actor

ACTORS = (
    Actor("Ada Holm", "person", "Norland", ("envoy",), ("Holm",)),
    Actor("Erik Sund", "person", "Norland", ("minister",), ("Sund",)),
    Actor("Norland", "state", "Norland"),
    Actor("Piet Maar", "person", "Coastal League", ("negotiator",), ("Maar",)),
    Actor("Coastal League", "bloc", "Coastal League", (), ("the League",)),
    Actor("Pilots' Union", "organisation", None),
)

MONDAY = """Talks went on in Brume. {{Ada Holm|offer|direct|said|2031-03-03 :: "The door is open"}}, said Holm.
{{Piet Maar|accuse|indirect|said|2031-03-03 :: Norland was playing for time}}, Maar said."""

TUESDAY = """{{Ada Holm|deny|indirect|denied|2031-03-04 :: that her side had stalled}}, Holm denied, and she praised
{{Ada Holm|praise|indirect|praised|2031-03-04 :: the patience of Piet Maar}}. The union said
{{Pilots' Union|demand|indirect|said| :: both sides must let the ships pass}}."""


@pytest.fixture
def make(newsroom, tmp_path):
    def build(*pages, problems=()):
        return newsroom.ledger(tmp_path / "talks.db", pages, ACTORS, problems)

    return build


@pytest.fixture
def talks(make, newsroom):
    return make(
        newsroom.Page("a.txt", MONDAY, "Stroud Wire", "2031-03-03", "Monday"),
        newsroom.Page("b.txt", MONDAY.replace('"', "”"), "Brume Courier", "2031-03-04", "A copy", credit="Stroud Wire"),
        newsroom.Page("c.txt", TUESDAY, None, "2031-03-05", "Tuesday"),
        problems=[Problem("scan.pdf", "binary", "not text")],
    )


def words(statements):
    return [(s.speaker, s.evidence.text) for s in statements]


def test_a_statement_in_a_copy_is_shown_once_with_its_carrier(talks):
    seen = view(talks)
    first = next(s for s in seen.said if s.mood == "offer")
    assert (first.evidence.source, [e.source for e in first.also]) == ("a.txt", ["b.txt"])
    assert (len(seen.said), seen.rows) == (5, 7)


def test_every_evidence_is_the_text_at_its_place(talks):
    for s in view(talks).said:
        for e in (s.evidence, *s.also):
            assert talks.text(e.article)[e.start : e.end] == e.text


def test_the_same_words_in_independent_articles_stay_apart(make, newsroom):
    one = 'In Brume {{Ada Holm|offer|direct|said|2031-03-03 :: "The door is open"}}, said Holm.'
    other = 'On the quay Holm said: {{Ada Holm|offer|direct|said|2031-03-03 :: "The door is open"}}. It rained.'
    ledger = make(newsroom.Page("a.txt", one), newsroom.Page("b.txt", other))
    assert [(s.evidence.source, s.also) for s in view(ledger).said] == [("a.txt", ()), ("b.txt", ())]


def test_a_rejected_statement_is_not_in_the_view(make, newsroom):
    page = """{{Ada Holm|assert|indirect|said||decision=rejected :: it rained}}.
    {{Ada Holm|assert|indirect|said| :: it snowed}}."""
    assert [text for _, text in words(view(make(newsroom.Page("a.txt", page))).said)] == ["it snowed"]


def test_parties_by_statements_from_distinct_origins_with_the_unknown_side_last(talks):
    found = [(p.name, p.statements, p.origins, p.latest, [s.name for s in p.spokespeople]) for p in parties(talks)]
    assert found == [
        ("Norland", 3, 2, "2031-03-04", ["Ada Holm"]),
        ("Coastal League", 1, 1, "2031-03-03", ["Piet Maar"]),
        (None, 1, 1, "2031-03-05", ["Pilots' Union"]),
    ]
    assert parties(talks)[0].spokespeople[0].roles == ("envoy",)


def test_statements_by_party_newest_first_by_date_said_else_published(talks):
    by_party = statements_by_party(talks)
    assert list(by_party) == ["Norland", "Coastal League", None]
    assert [(s.when, s.dating, s.mood) for s in by_party["Norland"]] == [
        ("2031-03-04", "said", "deny"), ("2031-03-04", "said", "praise"), ("2031-03-03", "said", "offer"),
    ]  # fmt: skip
    assert [(s.when, s.dating) for s in by_party[None]] == [("2031-03-05", "published")]


def test_who_accused_and_praised_whom_with_the_words_that_name_them(talks):
    found = [(p.party, p.other, p.moods, [[e.text for e in x.naming] for x in p.exchanges]) for p in exchanges(talks)]
    assert found == [
        ("Coastal League", "Norland", (("accuse", 1),), [["Norland"]]),
        ("Norland", "Coastal League", (("praise", 1),), [["Piet Maar"]]),
    ]


def test_an_addressee_of_another_side_makes_an_exchange(make, newsroom):
    page = "Holm told Maar {{Ada Holm|warn|indirect|told|2031-03-03|addressee=Piet Maar :: winter was coming}}."
    (pair,) = exchanges(make(newsroom.Page("a.txt", page)))
    assert (pair.party, pair.other, pair.exchanges[0].via, pair.exchanges[0].named) == (
        "Norland", "Coastal League", "addressee", ("Piet Maar",),
    )  # fmt: skip


def test_a_plain_remark_one_of_the_own_side_or_a_name_outside_the_words_is_no_exchange(make, newsroom):
    page = """{{Ada Holm|assert|indirect|said| :: the League was there}}.
    {{Ada Holm|praise|indirect|praised| :: Erik Sund}}.
    The League waited. {{Ada Holm|demand|direct|said| :: "Lift it [[," Holm told the League, "]]or leave"}}."""
    assert exchanges(make(newsroom.Page("a.txt", page))) == ()


def test_the_timeline_keeps_weeks_and_months_apart_and_the_undated_last(make, newsroom):
    page = """{{Ada Holm|assert|indirect|said|2031-03-04 :: one}}, {{Ada Holm|assert|indirect|said|2031-W09 :: two}},
    {{Ada Holm|assert|indirect|said|2031-02 :: three}}, {{Ada Holm|assert|indirect|said| :: four}},
    {{Ada Holm|assert|indirect|said|2031-03-01 :: five}}, {{Ada Holm|assert|indirect|said|2031-02-31 :: six}}."""
    found = timeline(make(newsroom.Page("a.txt", page, None, "2031-03-05")))
    assert [(m.when, words(m.said)[0][1]) for m in found.days] == [("2031-03-01", "five"), ("2031-03-04", "one")]
    assert [(m.when, m.precision) for m in found.periods] == [("2031-02", "month"), ("2031-W09", "week")]
    assert [s.evidence.text for s in found.undated] == ["four", "six"]


def test_the_overview_counts_copies_once(talks):
    about = overview(talks)
    assert [(a.source, a.statements, a.copy_of is not None) for a in about.articles] == [
        ("c.txt", 3, False), ("b.txt", 2, True), ("a.txt", 2, False),
    ]  # fmt: skip
    assert about.outlets == (("Brume Courier", 1), ("Stroud Wire", 1))
    assert (about.no_outlet, about.origins, about.copies, about.undated) == (1, 2, 1, 0)
    assert (about.published_first, about.published_last, about.as_of) == ("2031-03-03", "2031-03-05", "2031-03-05")
    assert (about.said_first, about.said_last) == ("2031-03-03", "2031-03-04")
    assert (about.statements, about.rows, about.reviewed) == (5, 7, 0)
    assert about.problems == (Problem("scan.pdf", "binary", "not text"),)


def test_an_empty_ledger_has_an_answer_to_every_question(make):
    ledger = make()
    about = overview(ledger)
    assert (about.articles, about.origins, about.as_of, about.said_first) == ((), 0, None, None)
    assert parties(ledger) == () == exchanges(ledger)
    assert statements_by_party(ledger) == {}
    assert timeline(ledger).days == () == timeline(ledger).undated


def test_the_order_of_reading_does_not_matter(newsroom, tmp_path):
    pages = [
        newsroom.Page("a.txt", MONDAY, "Stroud Wire", "2031-03-03"),
        newsroom.Page("b.txt", MONDAY, "Brume Courier", "2031-03-03"),
        newsroom.Page("c.txt", TUESDAY, None, "2031-03-05"),
    ]
    one = newsroom.ledger(tmp_path / "one.db", pages, ACTORS)
    other = newsroom.ledger(tmp_path / "other.db", pages[::-1], ACTORS)
    for question in (parties, statements_by_party, exchanges, timeline):
        assert question(one) == question(other)

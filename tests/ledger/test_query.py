"""Reading: a stable order, filters that mean what they say, actors put together, rows streamed."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factory import INFO, TEXT, article, at, coded, statement
from hypothesis import given
from hypothesis import strategies as st

from parley.ledger.days import days
from parley.ledger.store import Ledger
from parley.records import Actor, Coded, Mention


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        yield opened


def said(*dates: str | None, published: str | None = None) -> Coded:
    """One article with one statement for each date, its words the letters of TEXT in turn."""
    a = article(published=published)
    rows = [
        replace(statement(a, TEXT[0], said_on=d, id=f"s{i}"), start=i, end=i + 1, text=TEXT[i])
        for i, d in enumerate(dates)
    ]
    return Coded(a, statements=tuple(rows))


def test_order_does_not_depend_on_the_order_of_reading(tmp_path: Path) -> None:
    pages = [coded(n) for n in ("b.txt", "a.txt", "ä.txt", "B.txt", "z/1.txt")]
    seen = []
    for n, order in enumerate((pages, pages[::-1], random.Random(1).sample(pages, 5))):
        with Ledger.open(tmp_path / f"{n}.db", create=True) as ledger:
            run = ledger.begin_run(INFO)
            for page in order:
                ledger.add(run, [page])
            seen.append([[*ledger.articles()], [*ledger.statements()], [*ledger.mentions()], [*ledger.actors()]])
    assert seen[0] == seen[1] == seen[2]
    assert [a.source for a in seen[0][0]] == ["B.txt", "a.txt", "b.txt", "z/1.txt", "ä.txt"]
    assert [(s.source, s.start) for s in seen[0][1]] == sorted((s.source, s.start) for s in seen[0][1])


def test_nothing_is_sorted_in_memory(ledger: Ledger) -> None:
    """The keys of the tables give the order; a temporary tree would hold the whole result."""
    from parley.ledger import query as q

    orders = (
        q._of(q.STATEMENTS, None, True).order_by(q._a.source, q._a.id, q._s.start, q._s.end, q._s.id),
        q._of(q._TIMES, None, True).order_by(q._a.source, q._a.id, q._t.start, q._t.end, q._t.type),
        q._of(q._MENTIONS, None, True).order_by(q._a.source, q._a.id, q._m.start, q._m.end, q._m.actor),
        q._of(q.ARTICLES, None, True).order_by(q._a.source, q._a.id),
    )
    with ledger._reading() as connection:
        for order in orders:
            sql = str(order.compile(connection, compile_kwargs={"literal_binds": True}))
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
            assert not [step for step in plan if "TEMP B-TREE" in step]


def test_conditions_on_statements(ledger: Ledger) -> None:
    ledger.add(ledger.begin_run(INFO), [coded("a.txt"), coded("b.txt")])

    def texts(**conditions: object) -> list[str]:
        return [s.text for s in ledger.statements(**conditions)]  # type: ignore[arg-type]

    assert texts() == ["the talks were “going well”", "the report"] * 2
    assert texts(party="Sudland") == ["the report"] * 2
    assert texts(party=["Sudland", "Norland"], limit=3) == ["the talks were “going well”", "the report"] * 1 + [
        "the talks were “going well”"
    ]
    assert texts(speaker="Mira Tal", mood="deny") == []
    assert texts(mood="deny", article=coded("b.txt").article.id) == ["the report"]
    assert texts(where="headline") == []
    assert texts(party=[]) == []
    assert ledger.names("party") == {"Norland": 2, "Sudland": 2}
    assert ledger.names("speaker") == {"Mira Tal": 2, "Sudland": 2}
    with pytest.raises(ValueError, match="'yesterday' is not a date"):
        texts(since="yesterday")


def test_since_and_until_know_weeks_and_months(ledger: Ledger) -> None:
    """6 May 2031 is a Tuesday of week 19. Undated statements take the day of publication."""
    ledger.add(
        ledger.begin_run(INFO), [said("2031-05-05", "2031-W19", "2031-05", "2031", None, published="2031-05-08")]
    )

    def found(**conditions: str) -> list[str | None]:
        return [s.said_on for s in ledger.statements(**conditions)]  # type: ignore[arg-type]

    assert found(since="2031-05-06") == ["2031-W19", "2031-05", "2031", None]
    assert found(until="2031-05-06") == ["2031-05-05", "2031-W19", "2031-05", "2031"]
    assert found(since="2031-06") == ["2031"]
    assert found(since="2031-W20", until="2031-W20") == ["2031-05", "2031"]
    assert found(since="2032") == []


def test_what_has_no_date_at_all_is_in_no_period(ledger: Ledger) -> None:
    ledger.add(ledger.begin_run(INFO), [said(None)])
    assert len(list(ledger.statements())) == 1
    assert list(ledger.statements(since="1000")) == []
    assert list(ledger.statements(until="9999")) == []


@given(st.dates())
def test_days_of_a_day_are_that_day(day: date) -> None:
    iso = day.isoformat()
    assert days(iso) == days(iso + "T10:00") == (iso, iso)
    year, week, _ = day.isocalendar()
    if 1 < year < 9999:
        first, last = days(f"{year:04}-W{week:02}") or ("", "")
        assert first <= iso <= last
    for wider in (iso[:7], iso[:4]):
        first, last = days(wider) or ("", "")
        assert first <= iso <= last


@given(st.text("0123456789-WTE/SP", max_size=24))
def test_days_of_anything_are_in_order_or_none(value: str) -> None:
    found = days(value)
    assert found is None or (found[0] <= found[1] and len(found[0]) == len(found[1]) == 10)


def test_days_by_example() -> None:
    assert days("2025-02") == ("2025-02-01", "2025-02-28")
    assert days("2024-02/2024-03-05") == ("2024-02-01", "2024-03-05")
    assert days("2025-W11-WE") == ("2025-03-15", "2025-03-16")
    assert days("9999-12") == ("9999-12-01", "9999-12-31")
    for value in (None, "", "2025-02-30", "2025-W54", "P1D", "PRESENT_REF", "2025-03-05/2025-03-01", "0000"):
        assert days(value) is None


def test_actors_are_put_together_by_name(ledger: Ledger) -> None:
    """Two of three pages call Tal Norland's; one page that does not know does not vote, a tie goes by the alphabet."""

    def page(name: str, *actors: Actor) -> Coded:
        a = article(name)
        where = at(a.text, "Mira Tal")
        return Coded(a, actors=actors, mentions=(Mention(*where, "Mira Tal", "Mira Tal", "name"),))

    ledger.add(
        ledger.begin_run(INFO),
        [
            page("c.txt", Actor("Mira Tal", "person", "Sudland", ("envoy",), ("Tal",))),
            page("b.txt", Actor("Mira Tal", "person", "Norland", ("delegate", "envoy"))),
            page("a.txt", Actor("Mira Tal", "unnamed", None), Actor("Nobody", "group", None)),
        ],
    )
    tal, nobody = ledger.actors()
    assert (tal.kind, tal.party, tal.mentions, tal.articles) == ("person", "Norland", 3, 3)
    assert (tal.roles, tal.aliases) == (("delegate", "envoy"), ("Tal",))
    assert (tal.source, tal.text) == ("a.txt", "Mira Tal")
    assert (nobody.party, nobody.mentions, nobody.text, nobody.source) == (None, 0, None, "a.txt")
    assert [a.name for a in ledger.actors(limit=1)] == ["Mira Tal"]
    assert [a.party for a in ledger.actors(article=article("c.txt").id)] == ["Sudland"]


def test_two_actors_at_one_place_have_ids_of_their_own(ledger: Ledger) -> None:
    a = article()
    where = at(a.text, "the talks")
    both = [Mention(*where, "the talks", name, "pronoun") for name in ("Norland", "Sudland")]
    ledger.add(ledger.begin_run(INFO), [Coded(a, mentions=tuple(both))])
    ids = [m.id for m in ledger.mentions()]
    assert len(set(ids)) == 2
    assert all(i.startswith(a.id) for i in ids)


def test_an_iterator_sees_the_ledger_as_it_was(ledger: Ledger) -> None:
    run = ledger.begin_run(INFO)
    ledger.add(run, [coded(f"{i}.txt") for i in range(9)])
    rows = ledger.articles()
    first = next(rows)
    ledger.add(run, [coded("later.txt")])
    assert len([first, *rows]) == 9
    assert len(list(ledger.articles())) == 10


def test_an_article_that_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(KeyError):
        ledger.text("nowhere")
    with pytest.raises(KeyError):
        ledger.blocks("nowhere")
    assert list(ledger.articles(article="nowhere")) == []


def test_reading_ten_thousand_rows_holds_few_of_them(ledger: Ledger) -> None:
    run = ledger.begin_run(INFO)
    long = TEXT + "x" * 2000
    for n in range(0, 2000, 100):
        ledger.add(run, [coded(f"{i:05}.txt", long) for i in range(n, n + 100)])
    peaks = []
    for limit in (200, 2000):
        tracemalloc.start()
        assert sum(1 for _ in ledger.articles(limit=limit)) == limit
        assert sum(1 for _ in ledger.mentions(limit=3 * limit)) == 3 * limit
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 3_000_000  # ten times the rows, at most the 500 that are fetched at a time

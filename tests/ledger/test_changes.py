"""Changes: what is new since a day or a run, copies folded, edits told apart from new articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from factory import INFO, TEXT, article, coded, statement
from sqlalchemy import update

from parley.errors import InputError, Problem
from parley.ledger import schema
from parley.ledger.changes import changes, runs_since
from parley.ledger.store import Ledger
from parley.records import Actor, Coded, Lineage

STARTED = (
    "2031-05-06T08:00:00+00:00",
    "2031-05-07T08:00:00+00:00",
    "2031-05-07T20:00:00+00:00",
    "2031-06-01T08:00:00+00:00",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Four runs: two pages; one of them edited and one new; a copy and a problem; nothing."""
    a = article("a.txt", TEXT + "Then Oskar Lind spoke of a harbour.\n")
    edit = Coded(
        a,
        actors=(Actor("Oskar Lind", "person", None),),
        statements=(
            statement(a, "the talks were “going well”"),
            statement(a, "a harbour", speaker="Oskar Lind", party=None),
        ),
    )
    runs: tuple[list[Coded], ...] = (
        [coded("a.txt"), coded("b.txt", "Lake.\n" + TEXT)],
        [edit, coded("c.txt", "River.\n" + TEXT)],
        [coded("d.txt", "Lake.\n" + TEXT)],
        [],
    )
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        for n, pages in enumerate(runs, 1):
            run = opened.begin_run(INFO)
            problems = [Problem("x.txt", "empty", "the page is empty")] if n in (1, 3) else []
            opened.add(run, pages, problems)
            opened.finish_run(run, len(pages), len(problems))
            with opened._writing() as tx:
                tx.execute(update(schema.runs).where(schema.runs.c.id == run).values(started=STARTED[n - 1]))
        b, d = runs[0][1].article.id, runs[2][0].article.id
        opened.set_lineage([Lineage(d, b, b, "identical")])
        yield opened


def test_since_the_second_run(ledger: Ledger) -> None:
    found = changes(ledger, "2")
    assert [r.id for r in found.runs] == [2, 3, 4]
    assert [(n.article.source, [c.source for c in n.copies], n.known) for n in found.articles] == [
        ("c.txt", [], False),
        ("b.txt", ["d.txt"], True),  # the origin was there; a copy of it is new
    ]
    (edit,) = found.revisions
    assert (edit.after.source, edit.number) == ("a.txt", 2)
    assert [s.text for s in edit.added] == ["a harbour"]
    assert [s.text for s in edit.removed] == ["the report"]
    # Of the edited page only what is new; of the copy nothing; by party, the unknown one last.
    assert [(n.statement.party, n.statement.source, n.statement.text) for n in found.statements] == [
        ("Norland", "c.txt", "the talks were “going well”"),
        ("Sudland", "c.txt", "the report"),
        (None, "a.txt", "a harbour"),
    ]
    assert [a.name for a in found.actors] == ["Oskar Lind"]
    assert [(p.source, p.run) for p in found.problems] == [("x.txt", 3)]
    assert found.recoded == 0


def test_since_the_beginning_copies_are_folded_and_an_edited_page_is_new_once(ledger: Ledger) -> None:
    found = changes(ledger, "2031")
    assert [(n.article.source, [c.source for c in n.copies]) for n in found.articles] == [
        ("a.txt", []),
        ("b.txt", ["d.txt"]),
        ("c.txt", []),
    ]
    assert found.revisions == ()
    assert [
        (n.statement.source, [s.source for s in n.also]) for n in found.statements if n.statement.party == "Sudland"
    ] == [
        ("b.txt", ["d.txt"]),
        ("c.txt", []),
    ]
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("since", "runs"),
    [
        ("1", [1, 2, 3, 4]),
        ("run:3", [3, 4]),
        ("run 3", [3, 4]),
        ("2031-05-07", [2, 3, 4]),
        ("2031-05-07T12:00", [3, 4]),
        ("2031-05-07T22:00+02:00", [3, 4]),
        ("2031-W19", [1, 2, 3, 4]),
        ("2031-06", [4]),
        ("2032", []),
    ],
)
def test_what_since_means(ledger: Ledger, since: str, runs: list[int]) -> None:
    assert [r.id for r in runs_since(ledger, since)] == runs


@pytest.mark.parametrize(
    "since", ["", "yesterday", "0", "5", "run:77", "2031-02-30", "2031-05-07T", "2031-01/2031-02", "１"]
)
def test_what_since_cannot_mean(ledger: Ledger, since: str) -> None:
    with pytest.raises(InputError, match=r"neither a date|there is no run"):
        changes(ledger, since)


def test_nothing_new(ledger: Ledger) -> None:
    for since in ("4", "2032"):
        assert not changes(ledger, since)


def test_a_known_page_coded_anew_is_counted_and_not_new(ledger: Ledger) -> None:
    again = coded("b.txt", "Lake.\n" + TEXT)
    run = ledger.begin_run(INFO)
    ledger.add(run, [replace(again, statements=again.statements[:1])], replace=True)
    found = changes(ledger, str(run))
    assert found.recoded == 1
    assert (found.articles, found.revisions, found.statements, found.actors) == ((), (), (), ())


def test_an_older_version_that_comes_later_is_an_edit_that_came_to_be_known(ledger: Ledger) -> None:
    run = ledger.begin_run(INFO)
    ledger.add(run, [coded("c.txt", "River, earlier.\n" + TEXT, published="2031-05-01")])
    found = changes(ledger, str(run))
    assert [(r.before.run, r.after.run) for r in found.revisions] == [(run, 2)]
    assert (found.articles, found.statements) == ((), ())


def test_a_page_with_nothing_but_another_advertisement_is_no_edit(ledger: Ledger) -> None:
    same = coded("c.txt", "River.\n" + TEXT)
    text = same.article.text + "\nBuy a boat.\n"
    sha = article("c.txt", text)
    again = Coded(
        replace(sha, title=same.article.title, body_text=same.article.body_text),
        statements=tuple(replace(s, id=f"x{i}") for i, s in enumerate(same.statements)),
    )
    run = ledger.begin_run(INFO)
    ledger.add(run, [again])
    found = changes(ledger, str(run))
    assert (found.revisions, found.retouched, found.statements) == ((), 1, ())
    assert not found

"""Lineage kept in a ledger: brought up to date by what is new, whole whatever the order, versions and stops between."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from factory import INFO, article

from parley.ledger.store import Ledger
from parley.lineage import keys, trace, update
from parley.lineage.update import update_lineage
from parley.records import Article, Coded

NAMES = "Holm Maar Brume Skell Orsa Tinde Vossen Lund Petrel Arkona Ristow Daven Quill Semmer Torvik".split()


def pages(count: int, seed: int = 3) -> list[Article]:
    """Articles about a few happenings; every third is a copy of another, shortened or with a line more."""
    chance = random.Random(seed)
    happenings = [(chance.sample(NAMES, 5), chance.randint(10, 25)) for _ in range(count // 8 + 1)]
    made: list[Article] = []
    for n in range(count):
        names, day = chance.choice(happenings)
        text = " ".join(chance.choice(names if chance.random() < 0.6 else NAMES) for _ in range(chance.randint(30, 50)))
        if made and n % 3 == 0:
            text = chance.choice(made).text
            text = text[: len(text) * 3 // 4] if n % 2 else f"{text} Share this page."
        date = f"2031-05-{day}" if n % 2 else None
        made.append(article(f"{n:03}.txt", text, published=date, outlet=f"Paper {n % 7}"))
    return made


def exported(path: Path, articles: list[Article], batch: int) -> str:
    with Ledger.open(path, create=True) as ledger:
        run = ledger.begin_run(INFO)
        for i in range(0, len(articles), batch):
            ledger.add(run, [Coded(a) for a in articles[i : i + batch]])
            update_lineage(ledger)
        return rows(ledger)


def rows(ledger: Ledger) -> str:
    return "\n".join(f"{a.source} {a.copy_of} {a.copy_kind} {a.origin} {a.story}" for a in ledger.articles())


def scratch(articles: list[Article]) -> str:
    traced = {row.article: row for row in trace(articles)}
    ordered = sorted(articles, key=lambda a: (a.source, a.id))
    found = ((a, traced[a.id]) for a in ordered)
    return "\n".join(f"{a.source} {r.copy_of} {r.copy_kind} {r.origin} {r.story}" for a, r in found)


@pytest.mark.parametrize(("seed", "batch"), [(0, 1), (1, 7), (2, 200)])
def test_any_order_and_batch_leaves_what_tracing_from_scratch_gives(tmp_path: Path, seed: int, batch: int) -> None:
    articles = pages(80)
    expected = scratch(articles)
    assert "near" in expected
    random.Random(seed).shuffle(articles)
    assert exported(tmp_path / "l.db", articles, batch) == expected


def test_few_hubs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "HUBS", 2)
    monkeypatch.setattr(keys, "COPY_HUBS", 2)
    articles = pages(60, seed=4)
    expected = scratch(articles)
    random.Random(1).shuffle(articles)
    assert exported(tmp_path / "l.db", articles, 3) == expected


def test_the_newest_version_of_a_page_counts_and_is_no_copy_of_the_older(tmp_path: Path) -> None:
    first, *others = pages(12)
    newer = article(first.source, first.text + " Updated in the evening.", published=first.published)
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        run = ledger.begin_run(INFO)
        ledger.add(run, [Coded(a) for a in (first, *others)])
        update_lineage(ledger)
        ledger.add(ledger.begin_run(INFO), [Coded(newer)])
        update_lineage(ledger)
        assert rows(ledger) == scratch([replace(newer), *others])


def test_a_masthead_read_anew_moves_the_article(tmp_path: Path) -> None:
    articles = pages(20)
    later = [replace(a, published="2031-06-01") if a.published is None else a for a in articles]
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.add(ledger.begin_run(INFO), [Coded(a) for a in articles])
        update_lineage(ledger)
        ledger.add(ledger.begin_run(INFO), [Coded(a) for a in later], replace=True)
        update_lineage(ledger)
        assert rows(ledger) == scratch(later)


def test_what_a_killed_run_left_is_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped after each transaction in turn; the next run finishes."""
    monkeypatch.setattr(update, "BATCH", 5)
    articles = pages(20)
    expected = scratch(articles)
    for stop in range(1, 12):
        with Ledger.open(tmp_path / f"{stop}.db", create=True) as ledger:
            ledger.add(ledger.begin_run(INFO), [Coded(a) for a in articles])
            with pytest.raises(KeyboardInterrupt):
                update_lineage(Stopping(ledger, stop))
            update_lineage(ledger)
            assert rows(ledger) == expected


class Stopping:
    """A ledger whose user presses Ctrl-C at a certain transaction."""

    def __init__(self, ledger: Ledger, after: int) -> None:
        self.ledger = ledger
        self.left = after

    def tracing(self):  # type: ignore[no-untyped-def]
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        return self.ledger.tracing()


def test_nothing_new_changes_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        update_lineage(ledger)
        ledger.add(ledger.begin_run(INFO), [Coded(a) for a in pages(10)])
        update_lineage(ledger)
        before = rows(ledger)
        update_lineage(ledger)
        assert rows(ledger) == before

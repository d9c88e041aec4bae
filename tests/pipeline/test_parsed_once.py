"""Each distinct paragraph is parsed once, and nobody can tell from the results."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from newsdesk import exports, folder, page, read

from parley.coder import Coder
from parley.ledger.store import Ledger
from parley.pipeline import recode
from parley.settings import Settings


def sql(ledger: Path, command: str, *values: object) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(ledger)
    try:
        with connection:
            return connection.execute(command, values).fetchall()
    finally:
        connection.close()


def again(ledger: Path, **settings: object) -> tuple[int, int, int]:
    """The ledger coded anew: articles coded, articles passed over, texts parsed."""
    with Ledger.open(ledger) as opened:
        outcome = recode(opened, Settings(**settings))  # type: ignore[arg-type]
    return outcome.articles, outcome.known, outcome.timings.parsed


@pytest.fixture(scope="module")
def codebook(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The general codebook with two states and three people more."""
    path = tmp_path_factory.mktemp("codebooks") / "strait.yaml"
    states = "".join(f"  - name: {name}\n    kind: state\n" for name in ("Halmere", "Tarvos"))
    people = "".join(
        f"  - name: {name}\n    kind: person\n    party: {party}\n"
        for name, party in (("Alda Brenn", "Halmere"), ("Corin Dask", "Tarvos"), ("Iris Jorun", "Halmere"))
    )
    path.write_text(
        f"name: strait\ntitle: The talks over the strait\nextends: [general]\nactors:\n{states}{people}",
        encoding="utf-8",
    )
    return str(path)


def test_copies_share_their_parses(tmp_path: Path, coder: Coder) -> None:
    """Six pages of three paragraphs; then twelve, half of them copies under another headline."""
    pages = folder(tmp_path / "pages", 6)
    alone = read(pages, tmp_path / "alone.db", coder).timings.parsed
    assert alone > 12
    for number in range(6):
        copied = page(number).split("\n", 1)[1]
        (pages / f"copy-{number}.txt").write_text(f"Copied: round {number}\n{copied}", encoding="utf-8")
    twice = read(pages, tmp_path / "twice.db", coder)
    assert twice.articles == 12
    assert twice.timings.parsed == alone + 6  # the headlines


def test_a_changed_codebook_parses_nothing(tmp_path: Path, codebook: str) -> None:
    pages = folder(tmp_path / "pages", 6)
    ledger, whole = tmp_path / "l.db", tmp_path / "whole.db"
    assert read(pages, ledger).timings.parsed > 0
    parties = sql(ledger, "SELECT count(*) FROM statements WHERE party = 'Halmere' AND speaker = 'Alda Brenn'")
    assert again(ledger, codebook=codebook) == (6, 0, 0)
    assert again(ledger, codebook=codebook) == (0, 6, 0)
    assert sql(ledger, "SELECT count(*) FROM statements WHERE party = 'Halmere' AND speaker = 'Alda Brenn'") > parties
    read(pages, whole, codebook=codebook)
    assert exports(ledger) == exports(whole)
    outcome = read(pages, ledger, codebook="general")
    assert (outcome.articles, outcome.known, outcome.timings.parsed) == (6, 0, 0)


def test_recoding_with_workers_gives_the_same(tmp_path: Path, coder: Coder, codebook: str) -> None:
    pages = folder(tmp_path / "pages", 12)
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    for ledger in (one, two):
        read(pages, ledger, coder)
    again(one, codebook=codebook)
    assert again(two, codebook=codebook, jobs=2, batch=2) == (12, 0, 0)
    assert exports(one) == exports(two)


def test_older_versions_are_coded_anew_and_counted(tmp_path: Path, coder: Coder, codebook: str) -> None:
    """Two versions of one page: what is cited of the older one follows the codebook too."""
    pages = folder(tmp_path / "pages", 2)
    ledger = tmp_path / "l.db"
    read(pages, ledger, coder)
    (pages / "000.txt").write_text(page(0, 4), encoding="utf-8")
    read(pages, ledger, coder)
    with Ledger.open(ledger) as opened:
        assert opened.counts()["articles"] == 2
        assert opened.counts(current=False)["articles"] == 3
        assert opened.counts()["statements"] < opened.counts(current=False)["statements"]
        assert opened.counts(current=False)["statements"] == len(list(opened.statements(current=False)))
    told: list[int] = []
    with Ledger.open(ledger) as opened:
        outcome = recode(opened, Settings(codebook=codebook), progress=told.append)
    assert (outcome.pages, outcome.articles, outcome.known, sum(told)) == (3, 3, 0, 3)
    assert again(ledger, codebook=codebook) == (0, 3, 0)


def test_what_somebody_decided_outlives_recoding(tmp_path: Path, coder: Coder, codebook: str) -> None:
    pages = folder(tmp_path / "pages", 3)
    ledger = tmp_path / "l.db"
    read(pages, ledger, coder)
    ((decided,),) = sql(ledger, "SELECT id FROM statements ORDER BY article, start LIMIT 1")
    sql(ledger, "UPDATE statements SET decision = 'rejected' WHERE id = ?", decided)
    assert again(ledger, codebook=codebook)[0] == 3
    assert sql(ledger, "SELECT decision FROM statements WHERE id = ?", decided) == [("rejected",)]


def test_without_the_cache_nothing_is_kept(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 4)
    kept, bare = tmp_path / "kept.db", tmp_path / "bare.db"
    read(pages, kept)
    read(pages, bare, cache=False)
    assert sql(bare, "SELECT count(*) FROM parses") == [(0,)]
    assert sql(kept, "SELECT count(*) FROM parses") > [(0,)]
    assert exports(kept) == exports(bare)
    assert again(bare, codebook="ukraine-2025", cache=False)[2] > 0


def test_a_damaged_parse_is_made_anew(tmp_path: Path) -> None:
    """As whoever sends a ledger might have damaged it, by accident or not."""
    pages = folder(tmp_path / "pages", 4)
    ledger, whole = tmp_path / "l.db", tmp_path / "whole.db"
    read(pages, whole, codebook="ukraine-2025")
    read(pages, ledger)
    sql(ledger, "UPDATE parses SET parse = substr(parse, 1, 9)")
    assert again(ledger, codebook="ukraine-2025")[2] > 0
    sql(ledger, "UPDATE parses SET parse = x'0100'")
    assert exports(ledger) == exports(whole)


def test_parses_of_one_pipeline_are_kept_at_a_time(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.keep_parses("small 1", {b"a": b"1", b"b": b"2"})
        ledger.keep_parses("small 1", {b"a": b"another answer", b"c": b"3"})
        assert ledger.parses([b"a", b"b", b"c", b"d"]) == {b"a": b"1", b"b": b"2", b"c": b"3"}
        ledger.keep_parses("large 1", {b"d": b"4"})
        assert ledger.parses([b"a", b"b", b"c", b"d"]) == {b"d": b"4"}


def test_memory_forgets_the_oldest(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    from parley.language import cache

    monkeypatch.setattr(cache, "MEMORY", 2_000)
    parser = cache.CachedParser(coder.nlp)
    texts = [f"Kell Lomond left round {n}." for n in range(20)]
    for text in texts:
        parser([text])
    parser(texts[-2:])
    assert parser.parsed == 20
    parser(texts[:1])
    assert parser.parsed == 21
    assert len(parser.take_fresh()) == 20
    assert parser.take_fresh() == {}

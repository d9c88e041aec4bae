"""Exports: the contract's columns, the same bytes for the same content, whole files or none."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from factory import INFO, TEXT, article, coded, negotiated, statement

from parley.cli.export import export
from parley.errors import ExportError, LedgerError
from parley.export.tables import TABLES
from parley.export.write import export_table
from parley.ledger.store import Ledger
from parley.records import Coded

# The columns that others build on. A change here is a change of the contract.
CONTRACT = {
    "articles": "id source article title outlet credit byline published published_from dateline language words"
    " body_text copy_of copy_kind origin story version_of sha256",
    "statements": "id source article start end text spans speaker speaker_text party type mood cue addressee medium"
    " said_on where confidence decision",
    "times": "id source article start end text type value",
    "actors": "id source article start end text name kind party roles aliases mentions",
    "mentions": "id source article start end text actor kind",
    "events": "id source article start end text spans type mode actor actor_text recipient recipient_text date date_end"
    " place status confidence decision",
    "positions": "id source article start end text spans actor issue stance option value conditions firmness voice"
    " since statement confidence decision",
    "claims": "id source article start end text spans claim role by party status origins quantity",
    "quantities": "id source article start end text value comparator unit of",
    "appointments": "id source article start end text what actors due due_precision status outcome",
}
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "'=x", "''+x", "＝1")
HARMLESS = ("a=b", "'quoted'", "", "1-2", "’-", "O'Neil")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    a = article("split.txt", "“One,” he said, “and two,” and “x\ny”.")
    pieces = ((0, 6), (16, 26))
    split = replace(statement(a, "One"), start=0, end=26, text=a.text[:26], spans=pieces, speaker=None, party=None)
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        opened.add(
            opened.begin_run(INFO), [coded("b.txt"), coded("a.txt"), Coded(a, statements=(split,)), negotiated()]
        )
        yield opened


def jsonl(ledger: Ledger, table: str) -> list[dict[str, Any]]:
    out = io.BytesIO()
    export_table(ledger, table, "jsonl", out)
    return [json.loads(line) for line in out.getvalue().decode().splitlines()]


@pytest.mark.parametrize("table", CONTRACT)
def test_columns_are_the_contract_in_every_format(ledger: Ledger, tmp_path: Path, table: str) -> None:
    want = CONTRACT[table].split()
    rows = jsonl(ledger, table)
    assert rows
    assert all(list(row) == want for row in rows)
    out = io.BytesIO()
    assert export_table(ledger, table, "csv", out) == len(rows)
    cells = list(csv.reader(io.StringIO(out.getvalue().decode(), newline="")))
    assert cells[0] == want
    assert len(cells) == len(rows) + 1
    parquet = pytest.importorskip("pyarrow.parquet")
    assert export_table(ledger, table, "parquet", tmp_path / "t.parquet") == len(rows)
    assert parquet.read_table(tmp_path / "t.parquet").to_pylist() == rows
    assert set(CONTRACT) == set(TABLES)


def test_json_lines_by_example(ledger: Ledger) -> None:
    split, *_ = [r for r in jsonl(ledger, "statements") if r["source"] == "split.txt"]
    assert split["spans"] == [[0, 6], [16, 26]]
    assert split["speaker"] is None
    out = io.BytesIO()
    export_table(ledger, "statements", "jsonl", out)
    raw = out.getvalue()
    assert "“going well”".encode() in raw
    assert raw.endswith(b"}\n")
    assert b"\r" not in raw
    assert raw.count(b"\n") == 5
    assert all(r["spans"] == [] for r in jsonl(ledger, "statements") if r["source"] != "split.txt")


def test_a_table_with_nothing_in_it(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        for table in TABLES:
            for form in ("jsonl", "csv", "parquet"):
                assert export_table(ledger, table, form, tmp_path / "out") == 0
            assert jsonl(ledger, table) == []
        out = io.BytesIO()
        export_table(ledger, "times", "csv", out)
        assert out.getvalue() == b"id,source,article,start,end,text,type,value\n"


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_the_same_pages_give_the_same_bytes_in_any_order(tmp_path: Path, form: str) -> None:
    pages = [coded(f"{i}.txt", f"“{i}”\n{TEXT}") for i in range(7)]
    for n, order in enumerate((pages, pages[::-1])):
        with Ledger.open(tmp_path / f"{n}.db", create=True) as ledger:
            for page in order:
                ledger.add(ledger.begin_run(INFO), [page])
            for table in TABLES:
                export_table(ledger, table, form, tmp_path / f"{table}{n}")
    for table in TABLES:
        assert (tmp_path / f"{table}0").read_bytes() == (tmp_path / f"{table}1").read_bytes()


def test_csv_runs_no_formula_and_loses_nothing(tmp_path: Path) -> None:
    """A spreadsheet would run "=1+1": such a cell gets an apostrophe; taking one away gives the text back."""
    texts = [*FORMULAS, *HARMLESS, 'a "b", c', "one\ntwo\r\n"]
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        run = ledger.begin_run(INFO)
        ledger.add(run, [Coded(article(f"{i:02}.txt", f"body {i}", title=t)) for i, t in enumerate(texts)])
        out = io.BytesIO()
        export_table(ledger, "articles", "csv", out)
    cells = [r["title"] for r in csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""))]
    assert not [c for c in cells if c[:1] in tuple("=+-@\t\r＝＋－＠")]
    assert [re.sub(r"^'(?='*[=+\-@\t\r＝＋－＠])", "", c) for c in cells] == texts
    assert cells[len(FORMULAS) : len(FORMULAS) + len(HARMLESS)] == list(HARMLESS)


def test_unknown_tables_and_formats_name_those_there_are(ledger: Ledger) -> None:
    with pytest.raises(ExportError, match="no table 'votes'; there are articles, statements, times, actors, mentions"):
        export_table(ledger, "votes", "jsonl", io.BytesIO())
    with pytest.raises(ExportError, match="no format 'xml'; there are jsonl, csv, parquet"):
        export_table(ledger, "times", "xml", io.BytesIO())


def test_parquet_without_pyarrow_says_what_to_install(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'parley-ledger\[parquet\]'"):
        export_table(ledger, "times", "parquet", io.BytesIO())


def test_where_a_file_cannot_go(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        export_table(ledger, "times", "jsonl", tmp_path)
    with pytest.raises(ExportError, match="there is no folder"):
        export_table(ledger, "times", "jsonl", tmp_path / "no" / "t.jsonl")
    with pytest.raises(ExportError, match="is the ledger itself"):
        export_table(ledger, "times", "jsonl", ledger.path)
    assert ledger.counts()["articles"] == 4


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
def test_a_full_disk_is_named(ledger: Ledger) -> None:
    with pytest.raises(ExportError, match="cannot write /dev/full: No space left on device"):
        export_table(ledger, "times", "jsonl", "/dev/full")


def test_a_stopped_export_leaves_the_old_file(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "t.jsonl"
    out.write_text("old")

    def fails(self: Ledger, _: bool) -> Iterator[Any]:
        yield next(Ledger.articles(self))
        raise KeyboardInterrupt

    monkeypatch.setitem(TABLES, "articles", replace(TABLES["articles"], rows=fails))
    with pytest.raises(KeyboardInterrupt):
        export_table(ledger, "articles", "jsonl", out)
    assert out.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir() if "part" in p.name) == []


@pytest.mark.skipif(os.name != "posix", reason="links and permissions are those of POSIX")
def test_links_stay_and_permissions_are_kept(ledger: Ledger, tmp_path: Path) -> None:
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    export_table(ledger, "times", "jsonl", link)
    assert link.is_symlink()
    assert target.read_text().count("\n") == 2
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    export_table(ledger, "times", "jsonl", "/dev/null")
    assert not Path("/dev/null").is_file()


def test_the_command(ledger: Ledger, tmp_path: Path) -> None:
    path, run = str(ledger.path), CliRunner().invoke
    done = run(export, ["--ledger", path, "--table", "times"], catch_exceptions=False)
    assert done.exit_code == 0
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["on Monday"] * 2
    out = tmp_path / "t.csv"
    assert run(export, ["-l", path, "-t", "actors", "-f", "csv", "-o", str(out)]).exit_code == 0
    assert out.read_text().startswith("id,source,")
    assert isinstance(run(export, ["-l", path, "-t", "votes"]).exception, ExportError)
    assert isinstance(run(export, ["-l", str(tmp_path / "no.db"), "-t", "times"]).exception, LedgerError)

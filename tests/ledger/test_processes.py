"""Real processes: killed in the middle, two at once."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from factory import INFO, coded

from parley.export.write import export_table
from parley.ledger.store import Ledger

PAGES = 400
BATCH = 8

WRITER = f"""
import sys
sys.path.append({str(Path(__file__).parent)!r})
from factory import INFO, coded
from parley.errors import ParleyError
from parley.ledger.store import Ledger

path, first, last, wait = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
try:
    with Ledger.open(path, create=True, wait=wait) as ledger:
        run = ledger.begin_run(INFO)
        print("begun", flush=True)
        pages = [coded(f"{{i:04}}.txt") for i in range(first, last)]
        known = ledger.known((c.article.location, c.article.sha256) for c in pages)
        new = [c for c in pages if (c.article.location, c.article.sha256) not in known]
        for i in range(0, len(new), {BATCH}):
            ledger.add(run, new[i : i + {BATCH}])
        ledger.finish_run(run, len(pages), 0)
        print("done", len(new), flush=True)
except ParleyError as error:
    print(type(error).__name__, error, flush=True)
"""


def writer(path: Path, first: int = 0, last: int = PAGES, wait: float = 30.0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first), str(last), str(wait)], stdout=subprocess.PIPE, text=True
    )


def exports(path: Path) -> list[bytes]:
    out = []
    with Ledger.open(path, read_only=True) as ledger:
        for table in ("articles", "statements", "times", "actors", "mentions"):
            export_table(ledger, table, "jsonl", path.with_suffix(".out"))
            out.append(path.with_suffix(".out").read_bytes())
    return out


def sound(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is POSIX's")
def test_killed_again_and_again_it_ends_as_if_undisturbed(tmp_path: Path) -> None:
    whole, path = tmp_path / "whole.db", tmp_path / "killed.db"
    process = writer(whole)
    assert process.communicate()[0].split()[-2:] == ["done", str(PAGES)]
    rng = random.Random(3)
    for killed in range(6):
        process = writer(path)
        assert process.stdout is not None
        if killed:  # the first is killed at any moment, the making of the file included
            process.stdout.readline()
        time.sleep(rng.uniform(0.0, 0.12) if killed else rng.uniform(0.1, 0.4))
        process.kill()
        process.communicate()
        if path.exists() and path.stat().st_size:
            assert sound(path)
            with Ledger.open(path, create=True) as ledger:  # create: the file may have been killed before its tables
                counts = ledger.counts()
            assert counts["articles"] % BATCH == 0  # whole batches only
            assert counts["statements"] == 2 * counts["articles"]
    assert writer(path).communicate()[0].split()[-2] == "done"
    assert exports(path) == exports(whole)
    with Ledger.open(path, read_only=True) as ledger:
        runs = list(ledger.runs())
    assert runs[-1].finished is not None
    assert any(r.finished is None for r in runs[:-1])


def test_two_writers_at_once_both_get_everything_in(tmp_path: Path) -> None:
    """They begin together on a file that is not there yet, and share half of their pages."""
    path = tmp_path / "l.db"
    both = [writer(path, 0, 160), writer(path, 80, 240)]
    outputs = [p.communicate()[0] for p in both]
    assert all("done" in o for o in outputs), outputs
    assert sound(path)
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.counts()["articles"] == 240
        assert len(list(ledger.runs())) == 2
    one = tmp_path / "one.db"
    assert "done" in writer(one, 0, 240).communicate()[0]
    assert exports(path) == exports(one)


def test_the_second_writer_is_told_when_the_first_does_not_end(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path, create=True) as ledger:
        ledger.add(ledger.begin_run(INFO), [coded()])
        with ledger._writing():
            said = writer(path, wait=0.3).communicate()[0]
    assert said.startswith("LedgerBusy")
    assert str(path) in said

"""Opening what is no ledger, an old one, a new one, a full one, a damaged one: a clear error each."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from factory import INFO, coded

from parley.errors import LedgerBusy, LedgerError, LedgerTooNew, NotALedger
from parley.ledger import schema
from parley.ledger.migrate import STEPS
from parley.ledger.store import Ledger


def made(path: Path, *names: str) -> Path:
    with Ledger.open(path, create=True) as ledger:
        ledger.add(ledger.begin_run(INFO), [coded(n) for n in names or ("a.txt",)])
    return path


def test_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no ledger at .*l\.db; make one with parley read"):
        Ledger.open(tmp_path / "l.db", read_only=True)
    assert not (tmp_path / "l.db").exists()
    with pytest.raises(LedgerError, match="there is no folder"):
        Ledger.open(tmp_path / "no" / "l.db", create=True)


def test_what_is_something_else(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Dear diary, this is long enough to look at." * 50)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()
    liar = tmp_path / "liar.db"
    liar.write_bytes(b"SQLite format 3\0" + b"rubbish" * 200)
    for path, why in (
        (tmp_path, "a folder"),
        (text, "no SQLite database"),
        (other, "another program"),
        (liar, "not a Parley ledger"),
    ):
        for how in ({"create": True}, {"read_only": True}, {}):
            before = path.read_bytes() if path.is_file() else None
            with pytest.raises(NotALedger, match=why) as caught:
                Ledger.open(path, **how)
            assert str(path) in str(caught.value)
            assert before == (path.read_bytes() if path.is_file() else None)


def test_an_empty_file_becomes_a_ledger_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    path.touch()
    with pytest.raises(NotALedger, match="is empty"):
        Ledger.open(path)
    made(path)
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.counts()["articles"] == 1


def test_a_database_killed_before_its_tables_were_made(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    for how in ({"read_only": True}, {}):
        with pytest.raises(NotALedger, match="nothing in it"):
            Ledger.open(path, **how)
    made(path)
    with Ledger.open(path) as ledger:
        assert ledger.counts()["articles"] == 1


def test_a_newer_ledger(tmp_path: Path) -> None:
    path = made(tmp_path / "l.db")
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    for how in ({"create": True}, {"read_only": True}):
        with pytest.raises(LedgerTooNew, match="newer Parley"):
            Ledger.open(path, **how)


def structure(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    tables = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    columns = {t: connection.execute(f"PRAGMA table_info({t})").fetchall() for t in tables}
    connection.close()
    return columns


CAME_WITH = {
    2: ("lineage",),
    3: ("versions", "statement_places", "article_words", "statement_words", "article_letters", "statement_letters"),
    4: ("fetched",),
    5: ("parses", "pipeline"),
    6: ("sketches", "sketch_keys", "sketch_finds", "lineage_pending", "lineage_notes"),
    7: ("events", "positions", "claims", "quantities"),
}
"""Tables by the version that brought them."""


def aged(path: Path, version: int) -> Path:
    """Makes a ledger what it was when that version was the newest: what came later is dropped."""
    connection = sqlite3.connect(path, isolation_level=None)
    for later, tables in CAME_WITH.items():
        for table in tables if later > version else ():
            connection.execute(f"DROP TABLE {table}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return path


@pytest.mark.parametrize("version", range(1, schema.VERSION))
@pytest.mark.parametrize("read_only", [True, False])
def test_an_older_ledger_is_brought_up_to_date(tmp_path: Path, read_only: bool, version: int) -> None:
    """Its rows stay, and its structure becomes today's."""
    path = aged(made(tmp_path / "old.db"), version)
    with Ledger.open(path, read_only=read_only) as ledger:
        assert [a.source for a in ledger.articles()] == ["a.txt"]
        assert ledger.counts()["statements"] == 2
    assert structure(path) == structure(made(tmp_path / "new.db"))
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    connection.close()


def test_every_version_has_its_step() -> None:
    assert sorted(STEPS) == list(range(2, schema.VERSION + 1))


def test_a_failing_step_leaves_the_old_version(tmp_path: Path) -> None:
    path = aged(made(tmp_path / "old.db"), 1)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE lineage (birds TEXT)")  # in the way: the step must fail
    connection.close()
    with pytest.raises(LedgerError, match="already exists"):
        Ledger.open(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_the_file_is_in_write_ahead_mode_with_foreign_keys(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as ledger, ledger._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == schema.APPLICATION_ID


def test_a_name_with_odd_characters(tmp_path: Path) -> None:
    for name in ("a b?c#d%20e&mode=memory.db", "Ünï “x”.db"):
        made(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0
        with Ledger.open(tmp_path / name, read_only=True) as ledger:
            assert ledger.counts()["articles"] == 1


def test_reading_only_refuses_to_write_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = made(tmp_path / "l.db")
    before = path.read_bytes()
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.counts()["articles"] == 1
        with pytest.raises(LedgerError, match="read-only"):
            ledger.begin_run(INFO)
    assert [p.name for p in tmp_path.iterdir()] == ["l.db"]
    assert path.read_bytes() == before


def test_a_locked_ledger_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = made(tmp_path / "l.db")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Ledger.open(path, wait=0.2) as ledger:
        with pytest.raises(LedgerBusy, match=r"l\.db is being written by another process.*0\.2 seconds"):
            ledger.begin_run(INFO)
        assert [a.source for a in ledger.articles()] == ["a.txt"]  # reading does not wait
        holder.execute("ROLLBACK")
        assert ledger.begin_run(INFO) == 2
    holder.close()


def test_a_full_disk_takes_back_the_batch_only(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        run = ledger.begin_run(INFO)
        ledger.add(run, [coded()])
        with ledger._reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.add(run, [coded(f"{i}.txt") for i in range(100)])
        assert [a.source for a in ledger.articles()] == ["a.txt"]
        with ledger._reading() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        assert ledger.add(run, [coded(f"{i}.txt") for i in range(100)]) == 100


def test_a_damaged_ledger_is_no_traceback(tmp_path: Path) -> None:
    path = made(tmp_path / "l.db", *(f"{i}.txt" for i in range(50)))
    whole = path.read_bytes()
    for cut in (len(whole) // 2, 5000, 150):
        path.write_bytes(whole[:cut])
        with pytest.raises(LedgerError, match=r"l\.db"), Ledger.open(path, read_only=True) as ledger:
            print([*ledger.statements(), *ledger.articles()])
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(LedgerError, match="is damaged"), Ledger.open(path, read_only=True) as ledger:
        list(ledger.statements())


def test_flipped_bytes_are_never_a_traceback(tmp_path: Path) -> None:
    """Whatever byte of the file is another one: rows, or an error with a message."""
    path = made(tmp_path / "l.db", *(f"{i}.txt" for i in range(20)))
    whole, rng, refusals = path.read_bytes(), random.Random(5), []
    for _ in range(80):
        spoilt = bytearray(whole)
        for _ in range(rng.choice((1, 20))):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        path.write_bytes(spoilt)
        try:
            with Ledger.open(path, read_only=True) as ledger:
                for rows in (ledger.articles(), ledger.statements(), ledger.actors(), ledger.mentions(), ledger.runs()):
                    list(rows)
        except LedgerError as error:
            refusals.append(str(error))
    assert refusals
    assert all("l.db" in said for said in refusals)


READ = """
import os, sys
from parley.errors import LedgerError
from parley.ledger.store import Ledger
from parley.records import RunInfo
with Ledger.open(sys.argv[2], read_only=True) as ledger:  # loads all modules, which another user may not
    list(ledger.statements())
if os.geteuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
with Ledger.open(sys.argv[1], read_only=True) as ledger:
    print(len(list(ledger.statements())))
try:
    with Ledger.open(sys.argv[1], create=True) as ledger:
        ledger.begin_run(RunInfo("", "", "", "", "", ()))
except LedgerError as error:
    print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_ledger_in_a_folder_that_may_not_be_written_is_read(tmp_path: Path) -> None:
    inner = tmp_path / "shut"
    inner.mkdir()
    path, other = made(inner / "l.db"), made(tmp_path / "other.db")
    path.chmod(0o444)
    inner.chmod(0o555)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READ, str(path), str(other)], capture_output=True, text=True, check=False
        )
    finally:
        inner.chmod(0o755)
        for folder in tmp_path.parents[:2]:
            folder.chmod(0o700)
    assert done.stderr == ""
    count, refusal = done.stdout.strip().split("\n")
    assert count == "2"
    assert "l.db" in refusal
    assert "read-only" in refusal or "cannot be opened" in refusal

"""Opening a ledger file: is it one, may it be read or written, and what to say when it cannot.

A ledger is an SQLite file in write-ahead mode: readers never wait for the writer, a killed writer leaves the last whole
transaction. `synchronous=NORMAL` keeps that after a power cut too; only the last transactions may then be missing, and
the next run reads their pages again.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, exc

from parley.errors import LedgerBusy, LedgerError, NotALedger
from parley.ledger import migrate, schema

MAGIC = b"SQLite format 3\0"
WRITE = {"parley_write": True}
"""Execution option of a connection whose transactions write: they take the file's write lock at once, so that a second
writer waits at its beginning and not, too late to wait, in its middle."""


@contextmanager
def explained(path: Path, wait: float = 0.0) -> Iterator[None]:
    """Turns what the database says into a LedgerError with a message for a person."""
    try:
        yield
    except exc.DBAPIError as error:
        raise explain(error.orig, path, wait) from error
    except sqlite3.Error as error:  # of a connection being set up
        raise explain(error, path, wait) from error
    except UnicodeDecodeError as error:  # of a message or a row that quotes damaged bytes
        raise LedgerError(f"{path} {_DAMAGED}") from error


def explain(error: BaseException | None, path: Path, wait: float) -> LedgerError:
    """The error of this tree that an error of the database means."""
    code = str(getattr(error, "sqlite_errorname", "") or "")
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")):
        return LedgerBusy(f"{path} is being written by another process; gave up after waiting {wait:g} seconds")
    if code.startswith("SQLITE_NOTADB"):
        return NotALedger(f"{path} is not a Parley ledger")
    if str(error).startswith(_NO_SEARCH):
        return LedgerError(
            f"{path} needs SQLite's full-text search (FTS5 with trigrams, version 3.34 or newer), which the SQLite of "
            f"this Python ({sqlite3.sqlite_version}) lacks; use a Python from python.org, uv or your system"
        )
    for beginning, why in _REASONS:
        if code.startswith(beginning):
            return LedgerError(f"{path} {why}")
    return LedgerError(f"{path} cannot be used: {error}")


_NO_SEARCH = ("no such module: fts5", "no such tokenizer: trigram")
_DAMAGED = "is damaged; restore it from a copy, or read the pages again into a new ledger"
_REASONS = (
    ("SQLITE_FULL", "could not grow: the disk is full. What was being stored was taken back; the rest is sound"),
    ("SQLITE_READONLY", "cannot be written: the file or its folder is read-only"),
    ("SQLITE_PERM", "may not be opened"),
    ("SQLITE_CORRUPT", _DAMAGED),
    ("SQLITE_CANTOPEN", "cannot be opened; may its folder be read and written?"),
    ("SQLITE_IOERR", "could not be read or written: the disk reports an error (full, or failing)"),
    ("SQLITE_CONSTRAINT_FOREIGNKEY", "refused a row about an article or a run that is not in it"),
)


def damaged(path: Path, why: Exception) -> LedgerError:
    """The error of a row that cannot be what a ledger holds."""
    return LedgerError(f"{path} {_DAMAGED} ({why})")


def look(path: Path, create: bool) -> None:
    """Refuses early, and in plain words, what cannot be a ledger."""
    if path.is_dir():
        raise NotALedger(f"{path} is a folder, not a ledger")
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except FileNotFoundError:
        if not create:
            raise LedgerError(f"there is no ledger at {path}; make one with parley read") from None
        if not path.parent.is_dir():
            raise LedgerError(f"cannot make a ledger at {path}: there is no folder {path.parent}") from None
        return
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened: {error.strerror}") from error
    if not head and not create:
        raise NotALedger(f"{path} is empty; make a ledger with parley read")
    if head and head != MAGIC:
        raise NotALedger(f"{path} is not a Parley ledger (it is no SQLite database)")


def engine(path: Path, *, read_only: bool, wait: float) -> Engine:
    """An engine on the file; each connection gets the settings a ledger needs."""
    # A reader opens for writing too where it may, and promises not to: only so can SQLite finish what a killed writer
    # left in the write-ahead file, and take away its helper files at the end.
    mode = "rwc" if not read_only else "ro&immutable=1" if _frozen(path) else "rw"
    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # By hand, because a path inside a database URL is unquoted once too often ("a%20b", "a?b").
        return sqlite3.connect(uri, uri=True, timeout=wait, check_same_thread=False)

    made = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(made, "connect", partial(_settle, read_only=read_only))
    event.listen(made, "begin", _begin)
    return made


def _frozen(path: Path) -> bool:
    """True when nothing can be written beside the file: SQLite then needs telling that nobody writes it meanwhile."""
    if path.with_name(path.name + "-shm").exists():
        return False
    # The superuser may write everywhere but on a disk mounted read-only, which access(2) need not tell.
    if hasattr(os, "statvfs") and os.statvfs(path.parent).f_flag & os.ST_RDONLY:
        return True
    return not os.access(path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _settle(raw: Any, _: Any, *, read_only: bool) -> None:
    raw.isolation_level = None  # transactions are begun below, not by the driver at its own moments
    cursor = raw.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    if read_only:
        cursor.execute("PRAGMA query_only = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("parley_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def outdated(made: Engine, path: Path, wait: float) -> bool:
    """Whether the tables are of an older version; raises what `migrate.version` does."""
    with explained(path, wait), made.connect() as connection:
        found = migrate.version(connection, str(path))
    made.dispose()  # so that a migration beside this connection finds the file free
    return found < schema.VERSION


def prepare(made: Engine, path: Path, wait: float, create: bool) -> None:
    """Makes the tables of a fresh file (if `create`) or brings an older one up to date; two may try at once."""
    with explained(path, wait):
        with made.connect() as connection:
            found = migrate.version(connection, str(path))
        if found == schema.VERSION:
            return
        if found == 0 and not create:
            raise NotALedger(f"{path} is an SQLite database with nothing in it; make a ledger with parley read")
        if found == 0:
            _write_ahead(made, wait)
        while found < schema.VERSION:
            with made.connect().execution_options(**WRITE) as connection, connection.begin():
                found = migrate.version(connection, str(path))  # another process may have been first
                if found == 0:
                    migrate.create(connection)
                    found = schema.VERSION
                elif found < schema.VERSION:
                    found = migrate.step(connection, found)


def _write_ahead(made: Engine, wait: float) -> None:
    """Turns write-ahead mode on. SQLite does not wait by itself when two processes do this at once."""
    patience = time.monotonic() + wait
    while True:
        try:
            with made.connect() as connection:
                raw: Any = connection.connection.driver_connection
                raw.execute("PRAGMA journal_mode = WAL")  # outside of any transaction, as SQLite asks
                return
        except sqlite3.OperationalError as error:
            busy = str(error.sqlite_errorname).startswith("SQLITE_BUSY")
            if not busy or time.monotonic() > patience:
                raise exc.OperationalError("PRAGMA journal_mode = WAL", None, error) from error
            time.sleep(0.02)

"""Bringing a ledger's tables up to the version this Parley writes, step by step, each step in its own transaction.

A file is known by two numbers that SQLite keeps in its header and writes in the same transaction as the tables: whose
file it is (`application_id`) and the version of its tables (`user_version`). A killed migration therefore leaves either
the old version or the new one, never something between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, inspect, select

from parley.errors import LedgerTooNew, NotALedger
from parley.ledger import coded_schema, index, schema, versions

Step = Callable[[Connection], None]


def _to_2(connection: Connection) -> None:
    """Version 1 kept no lineage; it is derived, so an empty table is enough."""
    schema.lineage.create(connection)


def _to_3(connection: Connection) -> None:
    """Version 2 knew neither versions nor full-text indexes; both are derived from the articles there are."""
    schema.versions.create(connection)
    schema.statement_places.create(connection)
    versions.renew(connection, list(connection.execute(select(schema.articles.c.seq)).scalars()))
    index.create(connection)


def _to_4(connection: Connection) -> None:
    """Version 3 remembered nothing of what servers said; then everything is fetched once more."""
    schema.fetched.create(connection)


def _to_5(connection: Connection) -> None:
    """Version 4 kept no parses; they come with the next read."""
    schema.pipeline.create(connection)
    schema.parses.create(connection)


def _to_6(connection: Connection) -> None:
    """Version 5 kept lineage without what it was found by; the next read traces all articles anew."""
    for table in (
        schema.sketches,
        schema.sketch_keys,
        schema.sketch_finds,
        schema.lineage_pending,
        schema.lineage_notes,
    ):
        table.create(connection)


def _to_7(connection: Connection) -> None:
    """Version 6 knew statements alone; the coded negotiation comes when the articles are coded anew."""
    for table in coded_schema.TABLES.values():
        table.create(connection)


STEPS: Mapping[int, Step] = {2: _to_2, 3: _to_3, 4: _to_4, 5: _to_5, 6: _to_6, 7: _to_7}
"""What leads to each version from the one before it."""


def version(connection: Connection, name: str) -> int:
    """The version of the tables in an open file, 0 for a file with nothing in it.

    Raises NotALedger when the file is another program's, LedgerTooNew when a newer Parley wrote it.
    """
    owner = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if owner == 0 and found == 0 and not inspect(connection).get_table_names():
        return 0
    if owner != schema.APPLICATION_ID:
        raise NotALedger(f"{name} is an SQLite database of another program, not a Parley ledger")
    if found > schema.VERSION:
        raise LedgerTooNew(
            f"{name} was written by a newer Parley (its tables have version {found}, this Parley knows "
            f"{schema.VERSION}); update Parley to use it"
        )
    return found


def create(connection: Connection) -> None:
    """All tables of the current version, inside the caller's transaction."""
    schema.metadata.create_all(connection)
    index.create(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    _stamp(connection, schema.VERSION)


def step(connection: Connection, found: int, steps: Mapping[int, Step] = STEPS) -> int:
    """One step up from version `found`, inside the caller's transaction; returns the version reached."""
    steps[found + 1](connection)
    _stamp(connection, found + 1)
    return found + 1


def _stamp(connection: Connection, reached: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {reached}")

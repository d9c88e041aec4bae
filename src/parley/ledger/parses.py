"""Parses kept beside the articles they belong to, so that copies and a changed codebook parse nothing again.

Derived, and trusted by nobody: what does not unpack is parsed anew. The parses of one pipeline are kept at a time: when
a read brings those of another, the old ones go.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, insert, select

from parley.ledger import schema

_AT_ONCE = 400
"""Keys in one query: under every limit of parameters."""


def look_up(tx: Connection, keys: Collection[bytes]) -> dict[bytes, bytes]:
    """The packed parses there are for these keys."""
    asked = sorted(keys)
    found: dict[bytes, bytes] = {}
    for i in range(0, len(asked), _AT_ONCE):
        part = tuple(asked[i : i + _AT_ONCE])
        # By hand: SQLAlchemy takes longer to write an IN list than SQLite to find what is in it.
        query = f"SELECT key, parse FROM parses WHERE key IN ({'?,' * (len(part) - 1)}?)"
        found.update((bytes(key), bytes(parse)) for key, parse in tx.exec_driver_sql(query, part))
    return found


def keep(tx: Connection, pipeline: str, parses: Mapping[bytes, bytes]) -> None:
    """Stores packed parses made by `pipeline` (its name and version), inside the caller's transaction."""
    if not parses:
        return
    if tx.execute(select(schema.pipeline.c.name)).scalars().all() != [pipeline]:
        tx.execute(delete(schema.parses))
        tx.execute(delete(schema.pipeline))
        tx.execute(insert(schema.pipeline), [{"name": pipeline}])
    tx.exec_driver_sql("INSERT OR IGNORE INTO parses (key, parse) VALUES (?, ?)", sorted(parses.items()))

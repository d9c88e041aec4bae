"""Parses kept beside the articles they belong to, so that copies and a changed codebook parse nothing again.

Derived, and trusted by nobody: what does not unpack is parsed anew. The parses of one pipeline are kept at a time: when
a read brings those of another, the old ones go.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, insert, select

from parley.ledger import schema
from parley.ledger.versions import chunks


def look_up(tx: Connection, keys: Collection[bytes]) -> dict[bytes, bytes]:
    """The packed parses there are for these keys."""
    p = schema.parses.c
    found: dict[bytes, bytes] = {}
    for part in chunks(sorted(keys)):
        found.update((key, parse) for key, parse in tx.execute(select(p.key, p.parse).where(p.key.in_(part))))
    return found


def keep(tx: Connection, pipeline: str, parses: Mapping[bytes, bytes]) -> None:
    """Stores packed parses made by `pipeline` (its name and version), inside the caller's transaction."""
    if not parses:
        return
    p = schema.parses.c
    if tx.execute(select(schema.pipeline.c.name)).scalars().all() != [pipeline]:
        tx.execute(delete(schema.parses))
        tx.execute(delete(schema.pipeline))
        tx.execute(insert(schema.pipeline), [{"name": pipeline}])
    there: set[bytes] = set()
    for part in chunks(sorted(parses)):
        there.update(tx.execute(select(p.key).where(p.key.in_(part))).scalars())
    new = [{"key": key, "parse": parse} for key, parse in sorted(parses.items()) if key not in there]
    if new:
        tx.execute(insert(schema.parses), new)

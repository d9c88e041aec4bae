"""Writing and reading the tables of the coded negotiation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, delete, insert, select

from parley.ledger import coded_schema, schema
from parley.ledger.coded_rows import ClaimRow, CodedRow, EventRow, PositionRow, QuantityRow
from parley.records import Coded

Values = dict[str, Any]

ROWS: Mapping[str, type[CodedRow]] = {
    "events": EventRow,
    "positions": PositionRow,
    "claims": ClaimRow,
    "quantities": QuantityRow,
}
_JOINED = frozenset(("id", "source", "article", "title", "outlet", "published", "location", "origin", "said_on"))


def values(seq: int, coded: Coded) -> dict[str, list[Values]]:
    """The rows of an article by table; the same place and id twice counts once."""
    return {name: _of(seq, table, getattr(coded, name)) for name, table in coded_schema.TABLES.items()}


def _of(seq: int, table: Table, records: Sequence[Any]) -> list[Values]:
    rows: dict[tuple[Any, ...], Values] = {}
    for r in records:
        row: Values = {"article": seq, "id": getattr(r, "id", ""), "spans": ()}
        row.update((f.name, getattr(r, f.name)) for f in fields(r))
        for name in coded_schema.LISTS:
            if name in row:
                row[name] = json.dumps(row[name], ensure_ascii=False) if row[name] else "[]"
        if not row["id"]:
            row["id"] = f"{r.value:g}{r.unit}"
        rows.setdefault((row["start"], row["end"], row["id"]), {c.name: row.get(c.name) for c in table.columns})
    return list(rows.values())


def store(tx: Connection, rows: Mapping[str, Sequence[Values]]) -> None:
    """Write rows gathered by `values`, inside the caller's transaction."""
    for name, part in rows.items():
        if part:
            tx.execute(insert(coded_schema.TABLES[name]), list(part))


def clear(tx: Connection, seq: int) -> dict[str, set[str]]:
    """Take away the machine's rows of an article; returns the ids of the decided rows, which stay, by table."""
    kept: dict[str, set[str]] = {}
    for name, table in coded_schema.TABLES.items():
        if "decision" in table.c:
            tx.execute(delete(table).where(table.c.article == seq, table.c.decision == "suggested"))
            kept[name] = set(tx.execute(select(table.c.id).where(table.c.article == seq)).scalars())
        else:
            tx.execute(delete(table).where(table.c.article == seq))
    return kept


def query(name: str, base: Any, origin: Any) -> Select[Any]:
    """The rows of a table with their articles; `base` is articles joined with lineage, `origin` its origin column."""
    table, a = coded_schema.TABLES[name], schema.articles.c
    own = [table.c[f.name] for f in fields(ROWS[name]) if f.name not in _JOINED and f.name in table.c]
    joined = base.join(table, table.c.article == a.seq)
    columns = [table.c.id, a.source, a.id.label("of_article"), a.title, a.outlet, a.published, a.location, origin]
    if name == "claims":
        s = schema.statements.c
        joined = joined.outerjoin(schema.statements, and_(s.article == a.seq, s.id == table.c.statement))
        columns.append(s.said_on)
    return (
        select(*columns, *own)
        .select_from(joined)
        .order_by(a.source, a.id, table.c.start, table.c.end, table.c.id)
    )  # fmt: skip


def row(name: str, r: Any) -> Any:
    """One result of `query` as its row."""
    kind = ROWS[name]
    fixed = 9 if name == "claims" else 8
    known: Values = dict(
        zip(
            ("id", "source", "article", "title", "outlet", "published", "location", "origin", "said_on"),
            r[:fixed],
            strict=False,
        )
    )
    own = [f.name for f in fields(kind) if f.name not in _JOINED]
    known.update(zip(own, r[fixed:], strict=True))
    known["spans"] = tuple((s, e) for s, e in json.loads(known["spans"])) if known["spans"] != "[]" else ()
    if "conditions" in known:
        known["conditions"] = tuple(json.loads(known["conditions"]))
    if name == "quantities":
        known["id"] = f"{known['article']}-q{known['start']}-{known['end']}"
    return kind(**known)

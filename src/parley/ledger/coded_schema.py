"""The tables of the coded negotiation: events, positions, claims and figures, four of one shape.

Each row hangs on its article and quotes it: place, words, pieces, then what the record says (`parley.records`).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, ForeignKey, Integer, PrimaryKeyConstraint, String, Table, Text

from parley.ledger.schema import metadata


def _table(name: str, *columns: Column[Any]) -> Table:
    return Table(
        name,
        metadata,
        Column("article", ForeignKey("articles.seq"), nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("id", String, nullable=False),
        Column("text", Text, nullable=False),
        Column("spans", Text, nullable=False),
        *columns,
        PrimaryKeyConstraint("article", "start", "end", "id"),
        sqlite_with_rowid=False,
    )


events = _table(
    "events",
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("actor", Text),
    Column("actor_text", Text),
    Column("recipient", Text),
    Column("recipient_text", Text),
    Column("date", String),
    Column("date_end", String),
    Column("place", Text),
    Column("status", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("rule", Text, nullable=False),
    Column("decision", String, nullable=False),
)

positions = _table(
    "positions",
    Column("actor", Text, nullable=False),
    Column("issue", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("option", Text),
    Column("value", Float),
    Column("conditions", Text, nullable=False),
    Column("firmness", Float, nullable=False),
    Column("voice", String, nullable=False),
    Column("since", String),
    Column("statement", String),
    Column("confidence", Float, nullable=False),
    Column("rule", Text, nullable=False),
    Column("decision", String, nullable=False),
)

claims = _table(
    "claims",
    Column("claim", Text, nullable=False),
    Column("role", String, nullable=False),
    Column("by", Text),
    Column("party", Text),
    Column("statement", String),
    Column("quantity", Text),
    Column("confidence", Float, nullable=False),
    Column("decision", String, nullable=False),
)

quantities = _table(
    "quantities",
    Column("value", Float, nullable=False),
    Column("comparator", String, nullable=False),
    Column("unit", Text, nullable=False),
    Column("of", Text),
)

TABLES = {t.name: t for t in (events, positions, claims, quantities)}
LISTS = ("spans", "conditions")
"""Columns that hold lists, stored as JSON."""

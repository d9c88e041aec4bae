"""Which tables are exported with which columns, in which order: the contract that others build on.

A column is named as in the row of `parley.ledger.rows` it comes from. `kinds` gives its type for formats that want one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal

from parley.errors import ExportError
from parley.ledger.store import Ledger

Kind = Literal["text", "integer", "number", "texts", "spans"]

_KINDS: dict[str, Kind] = {
    "start": "integer",
    "end": "integer",
    "words": "integer",
    "mentions": "integer",
    "confidence": "number",
    "byline": "texts",
    "dateline": "texts",
    "roles": "texts",
    "aliases": "texts",
    "spans": "spans",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the export: its columns in order and where its rows come from (a ledger, all versions or current)."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Ledger, bool], Iterator[Any]]

    def kind(self, column: str) -> Kind:
        """What a column holds: text, an integer, a number, a list of texts, or a list of [start, end]."""
        return _KINDS.get(column, "text")

    def records(self, ledger: Ledger, all_versions: bool = False) -> Iterator[tuple[Any, ...]]:
        """The rows as tuples in the order of `columns`; of pages read in several versions, those of the newest.

        With `all_versions` those of the older ones too. The articles are all there either way: what cites an older
        version finds it.
        """
        return map(attrgetter(*self.columns), self.rows(ledger, all_versions))


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


TABLES: dict[str, Table] = {
    t.name: t
    for t in (
        Table(
            "articles",
            _columns(
                "id source article title outlet credit byline published published_from dateline language words"
                " body_text copy_of copy_kind origin story version_of sha256"
            ),
            lambda ledger, _: ledger.articles(current=False),
        ),
        Table(
            "statements",
            _columns(
                "id source article start end text spans speaker speaker_text party type mood cue addressee medium"
                " said_on where confidence decision"
            ),
            lambda ledger, every: ledger.statements(current=not every),
        ),
        Table(
            "times",
            _columns("id source article start end text type value"),
            lambda ledger, every: ledger.times(current=not every),
        ),
        Table(
            "actors",
            _columns("id source article start end text name kind party roles aliases mentions"),
            lambda ledger, every: ledger.actors(current=not every),
        ),
        Table(
            "mentions",
            _columns("id source article start end text actor kind"),
            lambda ledger, every: ledger.mentions(current=not every),
        ),
    )
}


def table_named(name: str) -> Table:
    """The table of that name; ExportError names the tables there are."""
    if name not in TABLES:
        raise ExportError(f"there is no table {name!r}; there are {', '.join(TABLES)}")
    return TABLES[name]

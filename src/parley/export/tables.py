"""Which tables are exported with which columns, in which order: the contract that others build on.

A column is named as in the row of `parley.ledger.rows` it comes from. `kinds` gives its type for formats that want one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal

from parley.analysis.appointments import appointments
from parley.analysis.claims import group_claims, statuses
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
    "conditions": "texts",
    "actors": "texts",
    "firmness": "number",
    "origins": "integer",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the export: its columns in order and where its rows come from (a ledger, all versions or current)."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Ledger, bool], Iterator[Any]]

    def kind(self, column: str) -> Kind:
        """What a column holds: text, an integer, a number, a list of texts, or a list of [start, end]."""
        if column == "value" and self.name in ("positions", "quantities"):
            return "number"
        return _KINDS.get(column, "text")

    def records(self, ledger: Ledger, all_versions: bool = False) -> Iterator[tuple[Any, ...]]:
        """The rows as tuples in the order of `columns`; of pages read in several versions, those of the newest.

        With `all_versions` those of the older ones too. The articles are all there either way: what cites an older
        version finds it.
        """
        return map(attrgetter(*self.columns), self.rows(ledger, all_versions))


@dataclass(frozen=True, slots=True)
class _Counted:
    """A row with what an analysis of the whole ledger says of it; columns are looked for there first."""

    row: Any
    said: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        return self.said[name] if name in self.said else getattr(self.row, name)


def _claims(ledger: Ledger, every: bool) -> Iterator[Any]:
    """Claims with the status and number of origins that their group has."""
    rows = list(ledger.claims(current=not every))
    told = statuses(group_claims(rows, {r.article: r.origin for r in rows}))
    for row in rows:
        status, origins = told[row.article, row.id]
        yield _Counted(row, {"status": status, "origins": origins})


def _appointments(ledger: Ledger, every: bool) -> Iterator[Any]:
    """Appointments, each quoting the first announcement."""
    events = list(ledger.events(current=not every))
    by_id = {(e.article, e.id): e for e in events}
    for a in appointments(events):
        yield _Counted(by_id[a.members[0]], {
            "what": a.what, "actors": a.actors, "due": a.due, "due_precision": a.due_precision, "status": a.status,
            "outcome": a.outcome[1] if a.outcome else None,
        })  # fmt: skip


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
        Table(
            "events",
            _columns(
                "id source article start end text spans type mode actor actor_text recipient recipient_text date"
                " date_end place status confidence decision"
            ),
            lambda ledger, every: ledger.events(current=not every),
        ),
        Table(
            "positions",
            _columns(
                "id source article start end text spans actor issue stance option value conditions firmness voice since"
                " statement confidence decision"
            ),
            lambda ledger, every: ledger.positions(current=not every),
        ),
        Table(
            "claims",
            _columns("id source article start end text spans claim role by party status origins quantity"),
            _claims,
        ),
        Table(
            "quantities",
            _columns("id source article start end text value comparator unit of"),
            lambda ledger, every: ledger.quantities(current=not every),
        ),
        Table(
            "appointments",
            _columns("id source article start end text what actors due due_precision status outcome"),
            _appointments,
        ),
    )
}


def table_named(name: str) -> Table:
    """The table of that name; ExportError names the tables there are."""
    if name not in TABLES:
        raise ExportError(f"there is no table {name!r}; there are {', '.join(TABLES)}")
    return TABLES[name]

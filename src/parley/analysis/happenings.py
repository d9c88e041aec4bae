"""Reports of one event brought together: who, what, when, from how many independent origins.

Reports are of one event when type and status agree, the sides of one are among those of the other, and the dates can be
one day. An undated report joins no dated one: it may be of another event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis.appointments import first_day, last_day
from parley.ledger.coded_rows import EventRow


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. `who` are its sides, the actors first; `date` is the most exact one given, None when none is.

    `rows` are its reports, the surest first (an origin before its copies); `origins` counts independent ones.
    """

    type: str
    mode: str | None
    status: str
    who: tuple[str, ...]
    date: str | None
    date_end: str | None
    place: str | None
    rows: tuple[EventRow, ...]
    origins: int

    @property
    def when(self) -> str | None:
        """Its date, else the day of the first report."""
        return self.date or min((r.published for r in self.rows if r.published), default=None)

    @property
    def confidence(self) -> float:
        """That of its surest report."""
        return self.rows[0].confidence


def happenings(rows: Iterable[EventRow]) -> tuple[Happening, ...]:
    """The events of these reports by date (undated last), type and sides; any order of rows gives the same."""
    groups: list[list[EventRow]] = []
    # By each side of the leading report: a report's sides are among them, so its first finds the group; and by article,
    # for reports without sides.
    shelves: dict[tuple[str, str, str], list[list[EventRow]]] = {}
    for row in sorted((r for r in rows if r.decision != "rejected"), key=_standing):
        found_by = [(row.type, row.status, name) for name in (*sides(row), f"article {row.article}")]
        home = next((g for g in shelves.get(found_by[0], ()) if _same(g[0], row)), None)
        if home is not None:
            home.append(row)
            continue
        groups.append([row])
        for shelf in found_by:
            shelves.setdefault(shelf, []).append(groups[-1])
    made = [_happening(g) for g in groups]
    return tuple(sorted(made, key=lambda h: (first_day(h.date) if h.date else "9999", h.type, h.who, h.rows[0].id)))


def sides(row: EventRow) -> tuple[str, ...]:
    """The named sides of a report, each once, actors before recipients; unnamed ones left out."""
    parts = [n for part in (row.actor, row.recipient) if part for n in part.split("; ")]
    return tuple(dict.fromkeys(n for n in parts if not n.startswith("anonymous:")))


def _standing(r: EventRow) -> tuple[bool, int, float, int, str, str, int, str]:
    exact = len(r.date or "") if "W" not in (r.date or "") else 9  # a day says more than its week
    return not sides(r), -len(sides(r)), -r.confidence, -exact, r.source, r.article, r.start, r.id


def _same(a: EventRow, b: EventRow) -> bool:
    one, two = set(sides(a)), set(sides(b))
    if not two <= one or (not two and a.article != b.article):
        return False
    if not a.date or not b.date:
        return a.date == b.date and two == one and a.published == b.published
    return first_day(a.date) <= last_day(b.date) and first_day(b.date) <= last_day(a.date)


def _happening(rows: list[EventRow]) -> Happening:
    ordered = sorted(rows, key=lambda r: (r.article != r.origin, -r.confidence, r.source, r.article, r.start, r.id))
    dates = sorted((r.date for r in rows if r.date), key=lambda d: ("W" in d, -len(d), d))
    first = rows[0]
    return Happening(
        type=first.type, mode=next((r.mode for r in ordered if r.mode), None), status=first.status, who=sides(first),
        date=dates[0] if dates else None,
        date_end=next((r.date_end for r in ordered if r.date_end), None),
        place=next((r.place for r in ordered if r.place), None), rows=tuple(ordered),
        origins=len({r.origin for r in rows}),
    )  # fmt: skip

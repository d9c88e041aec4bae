"""The calendar: planned events and what came of them.

A planned event becomes an appointment; later coverage marks it kept (the same event reported as having happened on its
day), moved (planned again for another day) or missed (denied, or reported as not held). An appointment whose day has
passed without a word is unknown: nobody said so is not the same as it did not come.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.ledger.coded_rows import EventRow

AppointmentStatus = Literal["due", "kept", "moved", "missed", "unknown"]
MEETINGS = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""Event types that are appointments when planned; a planned attack is none."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A planned event. `due`: ISO date of `due_precision` (day, week, month, year); `outcome`: the event that tells.

    `members` are (article, id) of the events it was announced in, the first announcement first.
    """

    what: str
    actors: tuple[str, ...]
    due: str | None
    due_precision: str | None
    status: AppointmentStatus
    outcome: tuple[str, str] | None
    members: tuple[tuple[str, str], ...]


def appointments(rows: Iterable[EventRow], as_of: str | None = None) -> list[Appointment]:
    """The appointments of these events by due day; `as_of` (None: newest publication day) tells past from coming."""
    events = sorted(rows, key=lambda e: (e.published or "", e.article, e.id))
    today = as_of or max((e.published or "" for e in events), default="")
    planned = [e for e in events if e.status == "planned" and e.type in MEETINGS and _who(e)]
    groups: list[list[EventRow]] = []
    for e in planned:
        home = next((g for g in groups if _same_people(g[0], e) and _near(g[0].date, e.date)), None)
        if home is None:
            groups.append([e])
        else:
            home.append(e)
    made = [_appointment(g, groups, events, today) for g in groups]
    return sorted(made, key=lambda a: (a.due or "9999", a.what, a.members))


def _appointment(
    group: Sequence[EventRow], groups: Sequence[Sequence[EventRow]], events: Sequence[EventRow], today: str
) -> Appointment:
    first = group[0]
    due = next((e.date for e in group if e.date), None)
    status, outcome = _outcome(group, due, groups, events, today)
    return Appointment(
        _what(first),
        tuple(sorted(_who(first))),
        due,
        precision(due),
        status,
        outcome,
        tuple((e.article, e.id) for e in group),
    )


def _what(e: EventRow) -> str:
    """Its words; a relative clause ("who is due to travel") with its actor before it, since it is read alone."""
    named = e.actor and e.text.split(" ", 1)[0].lower() in ("who", "which", "that")
    return f"{e.actor}, {e.text}" if named else e.text


def _outcome(
    group: Sequence[EventRow],
    due: str | None,
    groups: Sequence[Sequence[EventRow]],
    events: Sequence[EventRow],
    today: str,
) -> tuple[AppointmentStatus, tuple[str, str] | None]:
    first = group[0]
    later = [e for e in events if (e.published or "") >= (first.published or "") and e not in group]
    for e in later:
        if e.type in MEETINGS and _same_people(first, e) and _near(due, e.date) and due:
            if e.status == "happened" and (e.published or "9999")[:10] >= first_day(due):  # nobody reports it before
                return "kept", (e.article, e.id)
            if e.status == "denied":
                return "missed", (e.article, e.id)
    for other in groups:
        moved = (
            other is not group
            and _same_people(first, other[0])
            and (other[0].published or "") > (first.published or "")
        )
        if moved and due and other[0].date and other[0].date > due and not _near(due, other[0].date):
            return "moved", (other[0].article, other[0].id)
    if due is None or not today:
        return "unknown", None
    return ("due" if last_day(due) >= today[:10] else "unknown"), None


def precision(value: str | None) -> str | None:
    """day, week, month or year by the form of an ISO date; None for no date."""
    if not value:
        return None
    if "W" in value:
        return "week"
    return {10: "day", 7: "month", 4: "year"}.get(len(value))


def last_day(value: str) -> str:
    """The last day of an ISO day, week, month or year."""
    if "W" in value:
        return (dt.datetime.strptime(value[:8] + "-7", "%G-W%V-%u")).date().isoformat()
    if len(value) == 7:
        return f"{value}-31"
    return f"{value}-12-31" if len(value) == 4 else value


def first_day(value: str) -> str:
    """The first day of an ISO day, week, month or year."""
    if "W" in value:
        return (dt.datetime.strptime(value[:8] + "-1", "%G-W%V-%u")).date().isoformat()
    return {7: f"{value}-01", 4: f"{value}-01-01"}.get(len(value), value)


def _who(e: EventRow) -> frozenset[str]:
    return frozenset(n for part in (e.actor, e.recipient) if part for n in part.split("; "))


def _same_people(a: EventRow, b: EventRow) -> bool:
    one, two = _who(a), _who(b)
    return bool(one) and bool(two) and (one <= two or two <= one)


def _near(a: str | None, b: str | None) -> bool:
    """Two dates that may be one: a day within the other's week or month, or the same day; unknown fits anything."""
    if not a or not b:
        return True
    return first_day(a) <= last_day(b) and first_day(b) <= last_day(a)

"""Reports of one event brought together across articles: same type and sides, days that can be one, no other place.

A derived view: a function of the event rows, whatever their order. Rows are taken in an order made from what they say
(dated before undated, exact days before weeks, more sides before fewer), each joining the first group whose leading row
it fits; so a vague report never draws two events of different days together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from parley.analysis.dates import stretch

NEAR = dt.timedelta(days=4)
"""How far an undated report may stand (by its page's day) from the event it tells: news tells of events within days."""
_FIRM = frozenset(("happened", "denied"))
_PRECISIONS = ("day", "week", "month", "year")


class EventLike(Protocol):
    """What an event row must have; `published` is the day of its article, `actor` and `recipient` names or None."""

    id: str
    article: str
    text: str
    type: str
    actor: str | None
    recipient: str | None
    date: str | None
    place: str | None
    status: str
    published: str | None


PartyOf = Callable[[str], str | None]
"""From an actor's name to the side it speaks for, None when it is not known."""


@dataclass(frozen=True, slots=True)
class EventGroup:
    """One event with all its reports.

    `key` is that of its leading report; `sides` are parties (or names where the party is not known), sorted; `date` the
    most exact one given, `places` and `statuses` all that the reports give, sorted; `members` the ids of the reports,
    `articles` those they stand in, each in the order of the key.
    """

    key: str
    type: str
    sides: tuple[str, ...]
    date: str | None
    places: tuple[str, ...]
    statuses: tuple[str, ...]
    members: tuple[str, ...]
    articles: tuple[str, ...]


def merge_key(event: EventLike, party_of: PartyOf | None = None) -> str:
    """What one event has in common in all its reports as far as this report tells it: type, sides, date, place."""
    when = event.date or ""
    kind = "firm" if event.status in _FIRM else "open"
    return "|".join((event.type, kind, "+".join(sorted(_sides(event, party_of))), when, (event.place or "").casefold()))


def merge(events: Iterable[EventLike], party_of: PartyOf | None = None) -> tuple[EventGroup, ...]:
    """The events of these rows, each with its reports; ordered by date, type and key, whatever the rows' order."""
    groups: list[list[_Report]] = []
    shelves: dict[tuple[str, bool, str, str], list[int]] = {}
    for report in sorted((_Report.of(e, party_of) for e in events), key=_Report.order):
        home = next((i for i in _candidates(report, shelves) if groups[i][0].fits(report)), None)
        if home is not None:
            groups[home].append(report)
            continue
        groups.append([report])
        for shelf in report.shelves():
            shelves.setdefault(shelf, []).append(len(groups) - 1)
    made = [_group(g, party_of) for g in groups]
    return tuple(sorted(made, key=lambda g: (g.date or "9999", g.type, g.key, g.members)))


@dataclass(frozen=True, slots=True)
class _Report:
    """One row with what is compared worked out."""

    event: EventLike
    sides: frozenset[str]
    first: dt.date | None
    last: dt.date | None
    precision: int
    firm: bool

    @classmethod
    def of(cls, event: EventLike, party_of: PartyOf | None) -> _Report:
        when, page = stretch(event.date), stretch(event.published)
        firm = event.status in _FIRM
        if when is not None:
            return cls(event, _sides(event, party_of), when[0], when[1], _PRECISIONS.index(when[2]), firm)
        if page is not None:
            return cls(event, _sides(event, party_of), page[0] - NEAR, page[1] if firm else page[1] + NEAR, 4, firm)
        return cls(event, _sides(event, party_of), None, None, 5, firm)

    def order(self) -> tuple[int, int, str, str, str, str]:
        """Place in the order of joining: the row that tells most first."""
        e = self.event
        return self.precision, -len(self.sides), "" if e.place else "~", str(self.first), e.article, e.id

    def shelves(self) -> Iterator[tuple[str, bool, str, str]]:
        """Where a group led by this report is looked for: by type, one side and month."""
        months = {"?"} if self.first is None or self.last is None else set(_months(self.first, self.last))
        for side in sorted(self.sides):
            for month in sorted(months):
                yield self.event.type, self.firm, side, month

    def fits(self, other: _Report) -> bool:
        """Whether `other` can be another report of the event this one leads."""
        if len(self.sides & other.sides) < min(2, len(self.sides)) or not (
            self.sides <= other.sides or other.sides <= self.sides
        ):
            return False
        if self.first is None or other.first is None or self.last is None or other.last is None:
            return False
        if self.first > other.last or other.first > self.last:
            return False
        return _one_place(self.event.place, other.event.place)


def _candidates(report: _Report, shelves: dict[tuple[str, bool, str, str], list[int]]) -> list[int]:
    return sorted({i for shelf in report.shelves() for i in shelves.get(shelf, ())})


def _months(first: dt.date, last: dt.date) -> Iterator[str]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield f"{year:04}-{month:02}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _one_place(a: str | None, b: str | None) -> bool:
    """Whether two places do not contradict: one unknown, alike, or one named inside the other."""
    if not a or not b:
        return True
    x, y = a.casefold(), b.casefold()
    return x in y or y in x


def _sides(event: EventLike, party_of: PartyOf | None) -> frozenset[str]:
    names = [n.strip() for field in (event.actor, event.recipient) if field for n in field.split(";")]
    return frozenset((party_of(n) if party_of else None) or n for n in names if n)


def _group(reports: list[_Report], party_of: PartyOf | None) -> EventGroup:
    events = [r.event for r in reports]
    sides = frozenset().union(*(r.sides for r in reports))
    return EventGroup(
        merge_key(events[0], party_of), events[0].type, tuple(sorted(sides)), events[0].date,
        tuple(sorted({e.place for e in events if e.place})), tuple(sorted({e.status for e in events})),
        tuple(e.id for e in events), tuple(dict.fromkeys(e.article for e in events)),
    )  # fmt: skip

"""What was said when: by the date said, days apart from weeks, months and years, the undated last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.analysis.dates import Precision, stretch
from parley.analysis.said import Said, View, view

if TYPE_CHECKING:
    from parley.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Moment:
    """A date (`2025-03-14`, `2025-W11`, `2025-03`, `2025`) and the statements made on it, in page order."""

    when: str
    precision: Precision
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days and periods oldest first; `undated` are statements whose date said no text settles, newest page first."""

    days: tuple[Moment, ...]
    periods: tuple[Moment, ...]
    undated: tuple[Said, ...]


def timeline(ledger: Ledger, *, seen: View | None = None) -> Timeline:
    """The timeline of a ledger. A statement's publication date never stands in for the date said."""
    return arrange((seen or view(ledger)).said)


def arrange(statements: Iterable[Said]) -> Timeline:
    """A timeline of these statements; those of one date keep their order."""
    moments: dict[str, list[Said]] = {}
    undated: list[Said] = []
    for s in statements:
        if s.said_on and stretch(s.said_on):
            moments.setdefault(s.said_on, []).append(s)
        else:
            undated.append(s)
    days: list[tuple[str, Moment]] = []
    periods: list[tuple[str, Moment]] = []
    for when, said in moments.items():
        if found := stretch(when):
            first, _, precision = found
            (days if precision == "day" else periods).append((first.isoformat(), Moment(when, precision, tuple(said))))
    return Timeline(_ordered(days), _ordered(periods), tuple(undated))


def _ordered(moments: list[tuple[str, Moment]]) -> tuple[Moment, ...]:
    return tuple(m for _, m in sorted(moments, key=lambda x: (x[0], x[1].when)))

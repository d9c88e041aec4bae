"""The matrix: where each party stands on each issue now, in its own voice or else as narrated, and how it moved.

What others say a party wants (ascribed) is kept beside its cell and never fills it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.analysis.dates import day_of
from parley.ledger.coded_rows import PositionRow

_SIGNED = {"support": 100.0, "conditional": 50.0, "oppose": 0.0}
"""Where a stance stands on the way from no to yes when the words name no step of the issue's scale."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A party on an issue. `row` is the position that counts, `also` other reports of the same stance.

    `since` is the first day of this stance as far as the pages tell (`dated` says whether a page tells it, or only
    that a report of that day has it). `origins` counts independent origins that report the stance. `moved` is +1
    towards yes, -1 towards no, 0 unmoved, None when nothing earlier is known; `before` is the stance it moved from.
    """

    party: str
    issue: str
    row: PositionRow
    also: tuple[PositionRow, ...]
    since: str | None
    dated: bool
    conditions: tuple[tuple[str, PositionRow], ...]
    origins: int
    moved: int | None
    before: PositionRow | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells` by (party, issue); `parties` those with most cells first, `issues` those with most cells first.

    `ascribed` are positions that others say a party has, in page order.
    """

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    ascribed: tuple[PositionRow, ...]


def matrix(rows: Iterable[PositionRow], least: float = 0.0) -> Matrix:
    """The matrix of these positions; those a person rejected, or under the confidence `least`, are left out."""
    kept = [r for r in rows if r.decision != "rejected" and r.confidence >= least]
    groups: dict[tuple[str, str], list[PositionRow]] = {}
    for r in sorted(kept, key=_place):
        if r.voice != "ascribed":
            groups.setdefault((r.actor, r.issue), []).append(r)
    cells = {key: _cell(*key, group) for key, group in sorted(groups.items())}
    return Matrix(
        _ranked([k[0] for k in cells]), _ranked([k[1] for k in cells]), cells,
        tuple(sorted((r for r in kept if r.voice == "ascribed"), key=_place)),
    )  # fmt: skip


def track(rows: Sequence[PositionRow]) -> list[PositionRow]:
    """A party's positions on one issue by day, one for each day: its own voice before narration, then the surest."""
    by_day: dict[str, list[PositionRow]] = {}
    for r in rows:
        by_day.setdefault(when(r) or "", []).append(r)
    return [max(sorted(by_day[day], key=_place), key=_weight) for day in sorted(by_day)]


def when(row: PositionRow) -> str | None:
    """The day of a position as far as known: since when, else the day of the report."""
    return row.since or (row.published or "")[:10] or None


def place(row: PositionRow) -> float | None:
    """Where a position stands from 0 (no) to 100 (yes): on the issue's scale, else by its stance; None if unclear."""
    return row.value if row.value is not None else _SIGNED.get(row.stance)


def _cell(party: str, issue: str, rows: list[PositionRow]) -> Cell:
    own = [r for r in rows if r.voice == "own"] or rows
    steps = track(own)
    current = max(steps, key=lambda r: (day_of(when(r)), _weight(r)))
    same = [r for r in rows if r.stance == current.stance]
    earlier = [r for r in steps if r is not current and day_of(when(r)) < day_of(when(current))]
    before = next((r for r in reversed(earlier) if r.stance != current.stance), None)
    known = sorted(day for r in same if (day := r.since) and (before is None or day_of(day) > day_of(when(before))))
    conditions: dict[str, PositionRow] = {}
    for r in [current, *same] if current.stance == "conditional" else ():
        for words in r.conditions:
            conditions.setdefault(words, r)
    moved = None if not earlier else 0 if before is None else _direction(before, current)
    return Cell(
        party, issue, current, tuple(r for r in same if r is not current), known[0] if known else when(current),
        bool(known), tuple(conditions.items()), len({r.origin for r in same}), moved, before,
    )  # fmt: skip


def _direction(before: PositionRow, after: PositionRow) -> int:
    one, two = _SIGNED.get(before.stance), _SIGNED.get(after.stance)
    return 0 if one is None or two is None else (two > one) - (two < one)


def _weight(r: PositionRow) -> tuple[bool, float, float, bool, bool]:
    return r.voice == "own", r.confidence, r.firmness, r.value is not None, r.article == r.origin


def _place(r: PositionRow) -> tuple[str, str, int, int, str]:
    return r.source, r.article, r.start, r.end, r.id


def _ranked(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=lambda n: (-names.count(n), n)))

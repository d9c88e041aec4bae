"""How positions moved: from one day to the next that is known, with the words of before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from parley.analysis.dates import day_of, within
from parley.analysis.positions import Arrow, PositionLike, by_cell, direction, steps, when


@dataclass(frozen=True, slots=True)
class Movement:
    """A party's position on an issue changed: `before` and `after` are the rows that show it.

    `arrow` is `up` towards yes, `down` towards no, `steady` when only conditions changed. `gained` and `lost` are
    conditions that stand in one of the rows and not in the other.
    """

    party: str
    issue: str
    arrow: Arrow
    before: PositionLike
    after: PositionLike
    when: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def movements(rows: Iterable[PositionLike], since: str | None = None, until: str | None = None) -> tuple[Movement, ...]:
    """Every change of stance, value or conditions between two days, newest first; in [since, until] if given.

    Days must be known: a position without a day has moved from nowhere. What others ascribe is no position and does
    not move. Reports of one day that differ are a disagreement, no movement (see `positions.disagreements`).
    """
    found: list[Movement] = []
    for (party, issue), own in by_cell(rows).items():
        days = [d for d in steps(own) if day_of(when(d[0]))]
        for earlier, later in pairwise(days):
            moved = _between(party, issue, earlier, later)
            if moved is not None and within(moved.when, since, until):
                found.append(moved)
    found.sort(key=lambda m: (m.party, m.issue, m.after.id))
    return tuple(sorted(found, key=lambda m: day_of(m.when), reverse=True))


def _between(party: str, issue: str, earlier: list[PositionLike], later: list[PositionLike]) -> Movement | None:
    before, after = earlier[0], later[0]
    said_then, said_now = {r.stance for r in earlier}, {r.stance for r in later}
    told_alike = after.stance != before.stance and after.stance in said_then and before.stance in said_now
    arrow = direction(before, after)
    if told_alike or arrow == "steady":
        return None
    gained = tuple(c for c in after.conditions if c not in before.conditions)
    lost = tuple(c for c in before.conditions if c not in after.conditions)
    return Movement(party, issue, arrow, before, after, when(after) or "", gained, lost)

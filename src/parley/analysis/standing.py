"""A cell of the matrix as a reader asks for it: since when, on which conditions, in which direction it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.analysis.dates import day_of

if TYPE_CHECKING:
    from parley.analysis.movement import Movement
    from parley.analysis.positions import Cell, PositionLike

ARROWS = {"up": 1, "steady": 0, "down": -1}


def since(cell: Cell, moved: Movement | None = None) -> tuple[str | None, bool]:
    """The first day of the current stance, and whether a page tells it (else it is the day of the report).

    `moved` is the party's last movement on the issue: what it said before that day does not count.
    """
    bound = day_of(moved.when) if moved else ""
    told = sorted((day_of(r.since), r.since) for r in cell.evidence if r.since and day_of(r.since) >= bound)
    return (told[0][1], True) if told else (cell.when, False)


def conditions(cell: Cell) -> tuple[tuple[str, PositionLike], ...]:
    """The words of each condition with the row that has them, once each; none where the stance is not conditional."""
    if cell.row is None or cell.row.stance != "conditional":
        return ()
    found: dict[str, PositionLike] = {}
    for row in (cell.row, *cell.evidence):
        for words in row.conditions:
            if not any(words in known for known in found):
                found[words] = row
    return tuple(found.items())

"""What a person decided outlives a new coding: each decided statement stands for one of the new ones.

Which one: the one with its id, wherever it stands now (a correction may have moved it); else, of those with exactly the
same words at the same place, the one with the same speaker, else with the speaker's words at the same place, else the
first. One only, because two people may have said the same words together and only one of them was decided on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = dict[str, Any]


def undecided(found: Sequence[Row], decided: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The new rows that no decided row stands for, in their order.

    Rows are as stored in `statements`; both need id, start, end, spans, speaker, speaker_start and speaker_end.
    """
    left = list(found)
    waiting = []
    for d in decided:
        same = [row for row in left if row["id"] == d["id"]]
        if same:
            left.remove(same[0])
        else:
            waiting.append(d)
    for d in waiting:
        here = [row for row in left if all(row[k] == d[k] for k in ("start", "end", "spans"))]
        if here:
            left.remove(max(here, key=lambda row: _likeness(row, d)))
    return left


def _likeness(row: Row, decided: Mapping[str, Any]) -> tuple[bool, bool]:
    at = ("speaker_start", "speaker_end")
    return row["speaker"] == decided["speaker"], all(row[k] == decided[k] for k in at)

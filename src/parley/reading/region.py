"""Which paragraphs of a plain-text page are the story: a weight for each feature, smoothed along the page.

The weights were fitted by logistic regression (`fit.py`) and lie in `data/weights.json`. Neighbours are smoothed by
the best path through two states, story and furniture, where every change of state costs as much as `SWITCH` units of
log-odds: one odd line within the story stays in it, one sentence among the menus stays out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from parley.reading.features import FEATURES, Shape

SWITCH = 2.0
LEAN = 0.5
"""Added to every log-odds: losing a sentence of the story costs a reader more than a line of furniture."""
FIRM = 6.0
ASIDE = -1.0
"""The least that furniture within the story weighs: one advertisement does not end it."""


@lru_cache(maxsize=1)
def weights() -> tuple[float, ...]:
    """The fitted weights in the order of FEATURES."""
    table = json.loads((files(__package__) / "data" / "weights.json").read_text("utf-8"))
    return tuple(float(table[name]) for name in FEATURES)


def log_odds(rows: Sequence[Sequence[float]]) -> list[float]:
    """How strongly each paragraph looks like the story (above 0) or like furniture (below)."""
    w = weights()
    return [sum(a * b for a, b in zip(row, w, strict=True)) for row in rows]


def story_path(odds: Sequence[float], shapes: Sequence[Shape]) -> list[bool]:
    """True for the paragraphs of the story; asides are looked through, and left out."""
    firm = [max(o, ASIDE) if s.aside else o for o, s in zip(odds, shapes, strict=True)]
    return [yes and not s.aside for yes, s in zip(best_path(firm), shapes, strict=True)]


def best_path(odds: Sequence[float], switch: float = SWITCH) -> list[bool]:
    """True for the paragraphs of the story: the path of highest summed log-odds less the cost of its changes."""
    outside, inside = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for value in odds:
        firm = max(-FIRM, min(FIRM, value + LEAN))
        stay_out, stay_in = outside >= inside - switch, inside >= outside - switch
        outside, inside = (
            outside if stay_out else inside - switch,
            (inside if stay_in else outside - switch) + firm,
        )
        back.append((stay_out, stay_in))
    path: list[bool] = []
    state = inside > outside
    for stay_out, stay_in in reversed(back):
        path.append(state)
        state = stay_in if state else not stay_out
    return path[::-1]

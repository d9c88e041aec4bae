"""How far two stretches of text agree, and which of two lists belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.records import Span

Pieces = Sequence[Span]


@dataclass(frozen=True, slots=True)
class PRF:
    """Precision, recall and their harmonic mean F1, each in [0, 1]; 0 where nothing was there to count."""

    precision: float
    recall: float
    f1: float


def prf(hits: int, predicted: int, gold: int) -> PRF:
    """From counts."""
    return harmonic(hits / predicted if predicted else 0.0, hits / gold if gold else 0.0)


def harmonic(p: float, r: float) -> PRF:
    """From precision and recall."""
    return PRF(p, r, 2 * p * r / (p + r) if p + r else 0.0)


def _merged(pieces: Pieces) -> list[Span]:
    """Sorted and without overlap, so that no character counts twice."""
    out: list[Span] = []
    for s, e in sorted(pieces):
        if out and s <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], e))
        elif s < e:
            out.append((s, e))
    return out


def jaccard(a: Pieces, b: Pieces) -> float:
    """Characters in both over characters in either, in [0, 1]."""
    x, y = _merged(a), _merged(b)
    both = sum(max(0, min(e, f) - max(s, t)) for s, e in x for t, f in y)
    either = sum(e - s for s, e in x) + sum(e - s for s, e in y) - both
    return both / either if either else 0.0


def match(gold: Sequence[Sequence[Pieces]], predicted: Sequence[Pieces], threshold: float) -> list[tuple[int, int]]:
    """One-to-one pairs (i, j) of gold and predicted, best overlap first, at or over the threshold.

    A gold item is a list of alternatives (what each annotator marked), of which the best counts. Greedy by overlap;
    among equals the later pair goes first, so that the result does not depend on anything but the lists.
    """
    pairs = []
    for i, alternatives in enumerate(gold):
        for j, p in enumerate(predicted):
            if any(g[0][0] < p[-1][1] and p[0][0] < g[-1][1] for g in alternatives):
                pairs.append((max(jaccard(g, p) for g in alternatives), i, j))
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    out = []
    for score, i, j in sorted(pairs, reverse=True):
        if score >= threshold and i not in taken_i and j not in taken_j:
            taken_i.add(i)
            taken_j.add(j)
            out.append((i, j))
    return out

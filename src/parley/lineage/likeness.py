"""How two sketches compare: near copies, rewrites, reports of one happening. Each is a matter of the two alone."""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Mapping
from operator import eq
from typing import Literal

from parley.lineage.shingles import overlap
from parley.lineage.sketch import Sketch

JACCARD = 0.5
"""Two bodies of equal length that share two thirds of their shingles. Independent reports of one happening share
their quotations and seldom reach .2."""
CONTAINED = 0.65
"""A shortened copy: most of it stands in the longer article (with every twentieth word changed, .77 of shingles) ..."""
CONTAINED_JACCARD = 0.2
"""... which is at most about five times as long, so that a long report that also prints a wire note stays its own."""
ESTIMATED = 0.08
"""Below this share of equal values in their signatures two bodies are not compared: of pairs with a Jaccard similarity
of .2 that costs one in a hundred, of .3 none, and it spares nine tenths of the pairs that met by chance."""
SHARED = 20
"""Shingles a near copy shares at least: two notes of one sentence each are compared only for identity."""

VECTOR = 64
"""Terms that are compared. With 48 to all of them the same groups come out within .01 of F1."""
KEYS = 16
"""The best terms, by which reports of one happening find each other: .995 of the pairs that are alike share two."""

Vector = Mapping[int, int]
"""Terms with their weights in one ledger."""
Theme = Mapping[int, int]
"""Terms that run through a whole ledger, with the hundredths of their weight that are left to them there."""
Kind = Literal["identical", "near", "rewrite"]


def copy_kind(one: Sketch, other: Sketch) -> Literal["identical", "near"] | None:
    """Whether two bodies are the same but for layout, or nearly (see the constants)."""
    if not one.digest or not other.digest:
        return None
    if one.digest == other.digest:
        return "identical"
    equal = sum(map(eq, one.signature, other.signature))
    if equal < ESTIMATED * len(one.signature):
        return None
    jaccard, contained, shared = overlap(one.shingles, other.shingles)
    near = jaccard >= JACCARD or (contained >= CONTAINED and jaccard >= CONTAINED_JACCARD)
    return "near" if near and shared >= SHARED else None


def vector(of: Sketch, theme: Theme) -> dict[int, int]:
    """The best terms of an article in a ledger with this theme, heaviest first."""
    if not theme:
        return dict(zip(of.terms[:VECTOR], of.weights[:VECTOR], strict=True))
    left = [
        (-(heavy * theme[term] // 100 if term in theme else heavy), term)
        for term, heavy in zip(of.terms, of.weights, strict=True)
    ]
    return {term: -heavy for heavy, term in sorted(left)[:VECTOR] if heavy}


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors, in [0, 1]."""
    if len(other) < len(one):
        one, other = other, one
    product = sum(heavy * other[term] for term, heavy in one.items() if term in other)
    if not product:
        return 0.0
    return product / math.sqrt(sum(h * h for h in one.values()) * sum(h * h for h in other.values()))


REWRITE_LIKENESS = 0.55
"""A rewrite is about the very same things ..."""
ANCHORED = 0.6
"""... most of its names and figures stand in the other article too, ..."""
IN_ORDER = 0.4
"""... in nearly the same order (Kendall's tau of their first appearances), ..."""
LEAST_ANCHORS = 10
QUOTED = 0.4
"""... and it keeps quotations: so much of the article that quotes less stands within the other's quotation marks."""
LEAST_QUOTED = 3
"""Runs of three quoted words (or whole quotations of one or two words) that the two share at least."""
UNQUOTED_ANCHORED, UNQUOTED_IN_ORDER, UNQUOTED_ANCHORS = 0.8, 0.7, 12
"""Without shared quotations, nearly all names and figures in nearly the same order must do."""


def is_rewrite(one: Sketch, other: Sketch, *, credited: bool) -> bool:
    """Whether one is the other's reporting in other words, given that they are alike.

    `credited`: one says it took the story from the other's outlet; then half of the names and figures are enough.
    """
    few, many = sorted((one.anchors, other.anchors), key=len)
    common = set(few).intersection(many)
    if len(common) < LEAST_ANCHORS:
        return False
    anchored = len(common) / len(few)
    if credited and anchored >= 0.5:
        return True
    if anchored < ANCHORED or (order := _in_order(few, many, common)) < IN_ORDER:
        return False
    quoted = len(set(one.quotes).intersection(other.quotes))
    if quoted >= LEAST_QUOTED and quoted >= QUOTED * min(len(one.quotes), len(other.quotes)):
        return True
    return anchored >= UNQUOTED_ANCHORED and order >= UNQUOTED_IN_ORDER and len(common) >= UNQUOTED_ANCHORS


def _in_order(few: array[int], many: array[int], common: Collection[int]) -> float:
    """Kendall's tau of the common values' places in the two; of the first two hundred, as it is quadratic."""
    at = {value: k for k, value in enumerate(v for v in many if v in common)}
    places = [at[v] for v in few if v in common][:200]
    pairs = len(places) * (len(places) - 1) // 2
    kept = sum(a < b for k, b in enumerate(places) for a in places[:k])
    return 2 * kept / pairs - 1 if pairs else 0.0

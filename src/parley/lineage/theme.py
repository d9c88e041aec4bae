"""What a whole ledger is about: terms that most of its articles share, and that so tell no happening from another.

In a ledger of one negotiation every article names both sides. How many articles do is estimated from a sample, those
with the smallest handles: it is random, the same whatever the order of arrival, and the larger the ledger, the seldomer
a new article enters it. Two steps instead of a smooth weight, so that the theme, and with it which articles are alike,
changes seldom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parley.lineage.likeness import VECTOR
from parley.lineage.node import Node

SAMPLE = 64
PRIOR = 10
"""Articles about other things that are counted in: the terms of the first three articles are no theme yet."""
STEPS = ((0.2, 25),)
"""From which share of the articles on a term keeps how many hundredths of its weight."""


def theme_of(sample: Sequence[Node]) -> dict[int, int]:
    """The terms that run through a sample of articles, with the hundredths of their weight that are left to them."""
    counts = Counter(term for n in sample for term in n.sketch.terms[:VECTOR])
    whole = len(sample) + PRIOR
    found = {}
    for term in sorted(counts):
        left = next((left for share, left in STEPS if counts[term] >= share * whole), None)
        if left is not None:
            found[term] = left
    return found

"""What a whole ledger is about: terms that most of its articles share, and that so tell no happening from another.

In a ledger of one negotiation every article names both sides. How many articles do is estimated from a sample, those
with the smallest handles: it is random, the same whatever the order of arrival, and the larger the ledger, the seldomer
a new article enters it. One step instead of a smooth weight, so that the theme, and with it which articles are alike,
changes seldom: when it does, all are placed anew, which on the whole costs as much as placing some twenty articles more
for each that is added by itself, however large the ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parley.lineage.likeness import VECTOR
from parley.lineage.node import Node

SAMPLE = 24
PRIOR = 14
"""Articles about other things that are counted in: what the first three articles share is no theme yet. A ledger of a
few articles about one happening cannot be told from one of a negotiation with many; it is taken for the latter."""
SHARE, LEFT = 0.2, 25
"""From this share of the articles on a term keeps so many hundredths of its weight. In sets of articles about many
happenings no name comes near it; where all are about one negotiation, the parties and their capitals do."""


def theme_of(sample: Sequence[Node]) -> dict[int, int]:
    """The terms that run through a sample of articles, with the hundredths of their weight that are left to them."""
    counts = Counter(term for n in sample for term in n.sketch.terms[:VECTOR])
    whole = len(sample) + PRIOR
    return {term: LEFT for term in sorted(counts) if counts[term] >= SHARE * whole}

"""By which keys articles find each other, and whom they see.

Copies meet by the bands of their MinHash signatures and rewrites by quoted words, whenever they were published. Reports
of one happening meet by their best terms within a few days: a dated article holds each of its terms in its own stretch
of days and in EVER, an undated one in UNDATED and in EVER. A dated article sees the stretches around its own and the
undated articles, an undated one sees everything.

Only the first few holders of a key are seen by way of it. A key held by more says little ("president", a sign-off
that forty pages print), and the limit is what keeps the cost of adding an article to a large ledger that of its
neighbourhood. Holders are in the order of their handles, which is random, so whether an article is seen does not depend
on when it came.
"""

from __future__ import annotations

from collections.abc import Iterator

from parley.lineage.likeness import KEYS, Theme, vector
from parley.lineage.node import Key, Node

HUBS = 24
COPY_HUBS = 8
"""Copies share many keys, and hang together by any of them."""
STRETCH = 4
"""Days of a stretch."""
APART = 4
"""Days that two reports of one happening may lie apart ..."""
SPAN = 8
"""... and days that a story lasts from its first report."""

QUOTES = 16
"""Runs of quoted words by which rewrites meet, those of the smallest values, so that two articles choose the same."""

COPIES, UNDATED, EVER = -1, -2, -3


def copy_keys(of: Node) -> list[Key]:
    """The keys by which copies and rewrites meet: bands of the bodies' shingles, and some of the quoted words."""
    return [(key, COPIES) for key in (*of.sketch.bands(), *of.sketch.quotes[:QUOTES])]


def term_keys(of: Node, theme: Theme) -> list[int]:
    """The best terms, as keys; negative, so that they are never a band's."""
    return [-1 - term for term in list(vector(of.sketch, theme))[:KEYS]]


def own(of: Node) -> tuple[int, int]:
    """The two stretches an article holds its terms in."""
    return (UNDATED if of.day is None else of.day // STRETCH, EVER)


def seen(by: Node) -> tuple[int, ...]:
    """The stretches whose holders an article sees."""
    if by.day is None:
        return (EVER,)
    stretch = by.day // STRETCH
    return (stretch - 1, stretch, stretch + 1, UNDATED)


def seers(stretch: int) -> tuple[int, ...]:
    """The stretches in which those articles stand that see this one."""
    if stretch == EVER:
        return (UNDATED,)
    if stretch == UNDATED:
        return (EVER,)
    return (stretch - 1, stretch, stretch + 1)


def held(of: Node, theme: Theme) -> list[Key]:
    """All keys an article holds."""
    terms = term_keys(of, theme)
    return copy_keys(of) + [(term, stretch) for stretch in own(of) for term in terms]


def looked_at(by: Node, theme: Theme) -> list[Key]:
    """All keys by way of which an article sees others."""
    terms = term_keys(by, theme)
    return copy_keys(by) + [(term, stretch) for stretch in seen(by) for term in terms]


def looked_from(key: Key) -> Iterator[Key]:
    """The keys whose holders look at this one.

    Those of a term in UNDATED are looked at by all who hold it in EVER, except the undated themselves.
    """
    value, stretch = key
    if stretch == COPIES:
        yield key
    else:
        for other in seers(stretch):
            yield value, other


def hubs(key: Key) -> int:
    """How many holders of a key are seen by way of it."""
    return COPY_HUBS if key[1] == COPIES else HUBS


def close(one: Node, other: Node, days: int = APART) -> bool:
    """Whether two articles may be reports of one happening by their days, as far as these are known."""
    return one.day is None or other.day is None or abs(one.day - other.day) <= days

"""Which statements a brief shows when it cannot show all: the latest, and the stands taken before."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis import Said
from parley.analysis.dates import day_of

STANDS = ("accept", "reject", "offer", "demand", "promise", "deny")
"""Moods that tell where a side stands, in the order in which a reader asks for them."""


def key(s: Said) -> tuple[str, str]:
    """What tells a statement from all others of a ledger."""
    return s.evidence.article, s.id


def digest(said: Sequence[Said], limit: int) -> list[Said]:
    """At most `limit` of a side's statements, in the order given: half the newest ones, half the stands taken before.

    A list of the newest alone would be one day's remarks, and an acceptance of last week would be lost under them.
    """
    body = newest(said, len(said))
    if len(body) <= limit:
        return body
    kept = {key(s) for s in newest(body, limit - limit // 2)}
    for mood in STANDS:
        rest = [s for s in body if s.mood == mood and key(s) not in kept]
        if rest and len(kept) < limit:
            kept.add(key(newest(rest, 1)[0]))
    kept.update(key(s) for s in newest([s for s in body if key(s) not in kept], limit - len(kept)))
    return [s for s in body if key(s) in kept]


def newest(said: Sequence[Said], limit: int) -> list[Said]:
    """At most `limit` statements in the order given: the newest days, and of a day that does not fit, the weightiest.

    Headlines and key points step back where the body of the same article reports the same side: they say it again.
    """
    told = {(s.origin, s.party) for s in said if s.where == "body"}
    body = [s for s in said if s.where == "body" or (s.origin, s.party) not in told]
    if len(body) <= limit:
        return body
    order = sorted(range(len(body)), key=lambda k: (_reverse(day_of(body[k].when)), -_weight(body[k]), k))
    return [body[k] for k in sorted(order[:limit])]


def _reverse(day: str) -> int:
    return -int(day.replace("-", "") or 0)


def _weight(s: Said) -> int:
    """How much a line tells: a stand taken before a plain remark, own words, a known speaker, many carriers."""
    return (
        2 * (s.mood != "assert") + (s.type != "indirect") + 2 * (s.speaker is not None) + (len(s.evidence.text) > 40)
        + min(2, len(s.also)) + 2 * (s.confidence >= 0.5) + 2 * (s.where == "body")
    )  # fmt: skip

"""One event told twice in an article: the fuller telling, or the first, stands for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.coding.events.coder import Draft


_MEMORY = 60
"""Events of one type a repeat is sought among: more are no news article but a list."""


def first_tellings(drafts: Sequence[Draft]) -> list[Draft]:
    """The events without their repeats, in text order.

    Two tell of one event when type and status fit, neither's date contradicts the other's and the sides named are the
    same or one names fewer of them.
    """
    kept: dict[str, list[Draft]] = {}
    told = {d.type for d in drafts if d.passage.kind == "body"}
    for d in sorted(drafts, key=lambda d: (d.passage.index, d.hit.head)):
        if d.passage.kind != "body" and d.type in told:
            continue  # a headline or key point sums up what the body tells in full
        alike = kept.setdefault(d.type, [])
        if not any(_same(k, d) for k in alike[-_MEMORY:]):
            alike.append(d)
    return sorted((d for alike in kept.values() for d in alike), key=lambda d: (d.passage.index, d.hit.head))


def _same(a: Draft, b: Draft) -> bool:
    if a.type != b.type or (a.status == "denied") != (b.status == "denied"):
        return False
    near = a.passage is b.passage and a.passage.sent_of[a.hit.head] == b.passage.sent_of[b.hit.head]
    ours = {*a.actor.names, *a.recipient.names}
    theirs = {*b.actor.names, *b.recipient.names}
    if near and (ours == theirs or (b.hit.pattern == "noun" and theirs <= ours)):
        return a.hit.rule is b.hit.rule or b.hit.pattern == "noun"
    if a.type != "CONSULT" or not theirs:
        return False
    if a.date and b.date and a.date != b.date:
        return False
    if ours == theirs and (a.date == b.date or not b.date) and len(ours) > 1:
        return a.status == b.status or b.hit.pattern == "noun" or "planned" in (a.status, b.status)
    return bool(a.date) and a.date == b.date and theirs <= ours

""" "The first, on Feb. 12, was followed by …": an event told only by its number and its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.coding.events.words import grammar
from parley.language.passage import Passage

if TYPE_CHECKING:
    from parley.coding.events.coder import Draft
    from parley.coding.events.when import Dates

_REACH = 8


def numbered(p: Passage, drafts: Sequence[Draft], dates: Dates) -> list[Draft]:
    """The events that a passage tells as "the first" or "the second" of the kind named in the sentence before.

    `drafts` are all that was found in the passage, also what is no event of its own ("This would be the second call").
    """
    found: list[Draft] = []
    ordinals = grammar()["ordinals"]
    for i in range(1, len(p)):
        if p.lemmas[i] not in ordinals or p.deps[i] not in ("nsubj", "nsubjpass") or p.words[i - 1].lower() != "the":
            continue
        before = [
            d for d in drafts if d.passage is p and p.sent_of[d.hit.word] == p.sent_of[i] - 1 and d.type == "CONSULT"
        ]
        last = min(i + _REACH, p.sents[p.sent_of[i]][1]) - 1
        day = next(
            (t for t in dates.index.within(p, i, last) if t.type == "DATE" and t.value and t.value[:1].isdigit()), None
        )
        if not before or day is None:
            continue
        end = max(j for j in range(i, last + 1) if p.starts[j] < day.end)
        if any(p.pos[j] in ("VERB", "AUX") for j in range(i, end)):
            continue
        model = before[-1]
        hit = replace(
            model.hit, head=i, word=i, pattern="number", matched=f"{p.text_of(i - 1, i)} = {model.hit.matched}"
        )
        found.append(
            replace(
                model,
                hit=hit,
                status="happened",
                tokens=(i - 1, end),
                date=str(day.value)[:10],
                date_end=None,
                place=None,
                confidence=0.6,
            )
        )
    return found

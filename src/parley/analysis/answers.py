"""What a party answered to a proposal, told no stronger than it is reported.

The latest position on the main term says for, against or on conditions; "accepted" and "rejected" are said only where
an act of accepting or rejecting stands behind it: who supports a truce has not signed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from parley.analysis.dates import day_of, last_day_of
from parley.analysis.happenings import sides
from parley.analysis.proposals import Proposal
from parley.ledger.coded_rows import EventRow, PositionRow

Reply = Literal["accepted", "for", "on conditions", "rejected", "against", "unclear", "no answer yet"]
ORDER: tuple[Reply, ...] = ("accepted", "for", "on conditions", "rejected", "against", "unclear", "no answer yet")
_ACTS = {"AGREE": "support", "CONCEDE": "support", "REJECT": "oppose"}
_PLAIN: dict[str, Reply] = {"support": "for", "oppose": "against", "conditional": "on conditions"}
_FIRM: dict[str, Reply] = {"support": "accepted", "oppose": "rejected"}


@dataclass(frozen=True, slots=True)
class Answered:
    """A party's answer. `row` is the evidence: an act where one is reported, else the position; None if silent."""

    party: str
    reply: Reply
    since: str | None
    conditions: tuple[str, ...]
    row: Any


def answered(
    proposal: Proposal,
    events: Iterable[EventRow],
    positions: Iterable[PositionRow],
    party_of: Mapping[str, str | None] | None = None,
) -> tuple[Answered, ...]:
    """The answers to a proposal, acceptances first. `party_of` gives the side of an actor (itself if missing)."""
    known = party_of or {}
    issue = proposal.terms[0].issue
    on_it = [r for r in positions if r.issue == issue and r.voice != "ascribed" and r.decision != "rejected"]
    acts: dict[tuple[str, str], EventRow] = {}
    for e in events:
        stance = _ACTS.get(e.type)
        if stance is None or e.status != "happened" or e.decision == "rejected":
            continue
        doers = {known.get(n) or n for n in (e.actor or "").split("; ") if n}
        others = {known.get(n) or n for n in sides(e)} - doers
        if others and proposal.proposer not in others:
            continue
        for r in on_it:
            behind = r.article == e.article and r.start < e.end and e.start < r.end
            if behind and r.stance == stance and r.actor in doers and _from(e.date or r.since or e.published, proposal):
                key = (r.actor, stance)
                acts[key] = max(acts.get(key, e), e, key=_telling)
    made = [_answer(a, acts) for a in proposal.answers]
    return tuple(sorted(made, key=lambda a: (ORDER.index(a.reply), day_of(a.since), a.party)))


def _answer(a: Any, acts: Mapping[tuple[str, str], EventRow]) -> Answered:
    if a.row is None:
        return Answered(a.party, "no answer yet", None, (), None)
    act = acts.get((a.party, a.row.stance))
    if act is None:
        return Answered(a.party, _PLAIN.get(a.row.stance, "unclear"), a.when, a.conditions, a.row)
    return Answered(a.party, _FIRM[a.row.stance], act.date or a.when, a.conditions, act)


def _from(day: str | None, proposal: Proposal) -> bool:
    return not day or not proposal.since or last_day_of(day) >= day_of(proposal.since)


def _telling(e: EventRow) -> tuple[bool, float, bool, str, int]:
    return e.date is not None, e.confidence, e.article == e.origin, e.article, -e.start

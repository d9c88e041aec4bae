"""What new pages change in the negotiation: positions that moved, disputes that arose, appointments that were made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.analysis.appointments import Appointment
from parley.analysis.claims import ClaimGroup, group_claims
from parley.analysis.movement import Movement
from parley.analysis.talks import Talks, talks

if TYPE_CHECKING:
    from parley.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Turns:
    """What the articles of some runs brought; `talks` are the derived views as they stand now."""

    talks: Talks
    movements: tuple[Movement, ...]
    disputes: tuple[ClaimGroup, ...]
    appointments: tuple[Appointment, ...]


def turns(ledger: Ledger, runs: Collection[int]) -> Turns:
    """Movements whose later position is in an article first read in `runs`, claims that were not contested without
    these articles, and appointments that no other article announces."""
    fresh = {a.id for a in ledger.articles() if a.run in runs}
    now = talks(ledger)
    known = [c for c in now.claims.values() if c.article not in fresh]
    before = {
        member
        for g in group_claims(known, {c.article: c.origin for c in known})
        if g.status == "contested"
        for member in g.members
    }
    return Turns(
        now,
        tuple(m for m in now.movements if m.after.article in fresh),
        tuple(g for g in now.disputes if g.status == "contested" and not before & set(g.members)),
        tuple(a for a in now.calendar if all(article in fresh for article, _ in a.members)),
    )

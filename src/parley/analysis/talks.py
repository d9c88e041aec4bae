"""The negotiation as a ledger has it: every derived view read once, for the brief, the commands and the figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from parley.analysis.answers import Answered, answered
from parley.analysis.appointments import Appointment, appointments
from parley.analysis.claims import ClaimGroup, group_claims
from parley.analysis.dates import day_of
from parley.analysis.happenings import Happening, happenings
from parley.analysis.movement import Movement, movements
from parley.analysis.positions import Disagreement, Matrix, disagreements, matrix
from parley.analysis.proposals import Proposal, proposals
from parley.analysis.said import Evidence

if TYPE_CHECKING:
    from parley.ledger.coded_rows import ClaimRow, CodedRow, EventRow, PositionRow, QuantityRow
    from parley.ledger.store import Ledger

Key = tuple[str, str]
"""A coded row: its article and its id."""


@dataclass(frozen=True, slots=True)
class Talks:
    """The derived views of one ledger. `as_of` is the newest day of publication; `party_of` the side of each actor.

    `proposals` come with their answers, the one most reports and parties speak of first.

    The rows of every table come along by key, so that a view can show the words behind what it says.
    """

    as_of: str | None
    party_of: dict[str, str | None]
    matrix: Matrix
    movements: tuple[Movement, ...]
    disagreements: tuple[Disagreement, ...]
    proposals: tuple[tuple[Proposal, tuple[Answered, ...]], ...]
    disputes: tuple[ClaimGroup, ...]
    calendar: tuple[Appointment, ...]
    happenings: tuple[Happening, ...]
    events: dict[Key, EventRow]
    positions: dict[Key, PositionRow]
    claims: dict[Key, ClaimRow]
    quantities: tuple[QuantityRow, ...]

    def moved(self, party: str, issue: str) -> Movement | None:
        """The last movement of a party on an issue."""
        return next((m for m in self.movements if (m.party, m.issue) == (party, issue)), None)

    def __bool__(self) -> bool:
        return bool(self.events or self.positions or self.claims)


def talks(ledger: Ledger, least: float = 0.0) -> Talks:
    """Read the coded rows once; positions, events and claims under the confidence `least` are left out."""
    events = [r for r in ledger.events() if r.decision != "rejected" and r.confidence >= least]
    positions = [r for r in ledger.positions() if r.decision != "rejected" and r.confidence >= least]
    claims = [r for r in ledger.claims() if r.decision != "rejected" and r.confidence >= least]
    quantities = tuple(ledger.quantities())
    published = sorted(day for a in ledger.articles() if (day := day_of(a.published)))
    party_of = {a.name: a.party or (a.name if a.kind in ("state", "bloc") else None) for a in ledger.actors()}
    origin_of = {r.article: r.origin for r in (*events, *positions, *claims)}
    sides = {name: party for name, party in party_of.items() if party}
    tabled = [_among_parties(p) for p in proposals(positions, origin_of, events, sides)]
    tabled.sort(key=lambda p: -(p.origins + sum(a.row is not None for a in p.answers)))
    return Talks(
        as_of=published[-1] if published else None,
        party_of=party_of,
        matrix=matrix(positions, origin_of),
        movements=movements(positions),
        disagreements=disagreements(positions, origin_of),
        proposals=tuple((p, answered(p, events, positions, party_of)) for p in tabled),
        disputes=tuple(group_claims(claims, origin_of)),
        calendar=tuple(appointments(events, published[-1] if published else None)),
        happenings=happenings(events),
        events={(r.article, r.id): r for r in events},
        positions={(r.article, r.id): r for r in positions},
        claims={(r.article, r.id): r for r in claims},
        quantities=quantities,
    )


def _among_parties(p: Proposal) -> Proposal:
    """The proposal without unnamed people it was put to: nobody waits for "monitors" to answer."""
    unnamed = {name for name in p.to if name.startswith("anonymous:")}
    return replace(
        p,
        to=tuple(n for n in p.to if n not in unnamed),
        open=tuple(n for n in p.open if n not in unnamed),
        answers=tuple(a for a in p.answers if a.party not in unnamed),
    )


def evidence(row: CodedRow | Any) -> Evidence:
    """The words behind a coded row."""
    return Evidence(
        row.article, row.source, row.outlet, row.title, row.published, row.start, row.end, row.text, row.spans
    )


def claim_words(claim: str) -> str:
    """The normal form of a claim as a person reads it: "encirclement: Norland" is "encirclement (Norland)"."""
    matter, _, about = claim.partition(": ")
    words = matter.replace("-", " ")
    return words if about in ("", "?") else f"{words} ({about})"


def issue_words(issue: str) -> str:
    """The name of an issue as a person reads it."""
    return issue.replace("-", " ")

"""What happened and what was said, by day: events (reports of one brought together) and dated statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parley.analysis.dates import stretch
from parley.analysis.said import Evidence, view
from parley.analysis.talks import evidence, talks

if TYPE_CHECKING:
    from parley.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Entry:
    """One event or statement. `when` is an ISO date; `what` the event's type and status, or the mood."""

    when: str
    kind: Literal["event", "statement"]
    who: str | None
    parties: tuple[str, ...]
    what: str
    id: str
    origins: int
    evidence: Evidence


def chronicle(ledger: Ledger) -> list[Entry]:
    """All that is dated, oldest first; days before the weeks and months they begin, events before statements.

    A statement that is an event's own words stands once, as the event."""
    found = talks(ledger)
    entries = []
    told: dict[str, list[tuple[int, int]]] = {}
    for h in found.happenings:
        if h.date and stretch(h.date):
            what = f"{h.type.lower()}{f' ({h.mode})' if h.mode else ''}, {h.status}"
            sides = tuple(dict.fromkeys(p for n in h.who if (p := found.party_of.get(n) or n)))
            row = h.rows[0]
            for r in h.rows:
                told.setdefault(r.article, []).append((r.start, r.end))
            who = ", ".join(h.who) or row.actor_text or row.recipient_text
            entries.append(Entry(h.date, "event", who, sides, what, row.id, h.origins, evidence(row)))
    for s in view(ledger).said:
        e = s.evidence
        if any(a <= e.start and e.end <= b for a, b in told.get(e.article, ())):
            continue  # "accused Norland of stalling" is the event and the statement in one
        if s.said_on and stretch(s.said_on):
            sides = (s.party,) if s.party else ()
            who = s.speaker or s.speaker_text
            entries.append(Entry(s.said_on, "statement", who, sides, s.mood, s.id, 1, s.evidence))
    return sorted(entries, key=_place)


def _place(e: Entry) -> tuple[str, str, bool, str, str, int, str]:
    found = stretch(e.when)
    first, last = (found[0].isoformat(), found[1].isoformat()) if found else ("", "")
    return first, last, e.kind == "statement", e.evidence.source, e.evidence.article, e.evidence.start, e.id

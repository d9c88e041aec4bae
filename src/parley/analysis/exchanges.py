"""Who accused, answered or praised whom: statements of one side whose words or addressee name an actor of another.

A mention inside the statement's own words is what ties it to the other side; no inference is made from what stands
around it. Naming somebody is not always addressing them, so the result says how the other side comes in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parley.analysis.said import Evidence, Said, View, view

if TYPE_CHECKING:
    from parley.ledger.rows import MentionRow
    from parley.ledger.store import Ledger

ANSWERS: frozenset[str] = frozenset({"accuse", "accept", "reject", "deny", "praise", "warn", "demand"})
"""Moods that take a stand towards somebody; a plain assertion that mentions another side is no exchange."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """`said` takes a stand and names `named` (actors of `other`); `naming` are the words on the page that do.

    `via` is "addressee" when the statement is reported as made to them, else "content".
    """

    party: str
    other: str
    named: tuple[str, ...]
    via: Literal["addressee", "content"]
    said: Said
    naming: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """All exchanges from `party` towards `other`, newest first; `moods` counts them, most frequent first."""

    party: str
    other: str
    moods: tuple[tuple[str, int], ...]
    exchanges: tuple[Exchange, ...]


def exchanges(ledger: Ledger, *, seen: View | None = None) -> tuple[Pair, ...]:
    """Pairs of parties with most exchanges first, then by name. Linear in statements and mentions."""
    seen = seen or view(ledger)
    taking = [s for s in seen.said if s.mood in ANSWERS and s.party]
    party_of = {name: row.party for name, row in seen.actors.items() if row.party}
    inside = _inside(taking, ledger.mentions())
    pairs: dict[tuple[str, str], list[Exchange]] = {}
    for s in taking:
        for exchange in _of(s, inside.get((s.evidence.article, s.id), ()), party_of):
            pairs.setdefault((exchange.party, exchange.other), []).append(exchange)
    found = [Pair(party, other, _moods(own), tuple(own)) for (party, other), own in pairs.items()]
    return tuple(sorted(found, key=lambda p: (-len(p.exchanges), p.party, p.other)))


def _moods(own: list[Exchange]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(e.said.mood for e in own).items(), key=lambda m: (-m[1], m[0])))


def _inside(taking: list[Said], mentions: Iterable[MentionRow]) -> dict[tuple[str, str], list[MentionRow]]:
    """The mentions that stand inside each statement's pieces, by article and statement id."""
    pieces: dict[str, list[tuple[int, int, str]]] = {}
    longest: dict[str, int] = {}
    for s in taking:
        e = s.evidence
        for start, end in e.spans or ((e.start, e.end),):
            pieces.setdefault(e.article, []).append((start, end, s.id))
            longest[e.article] = max(longest.get(e.article, 0), end - start)
    for own in pieces.values():
        own.sort()
    found: dict[tuple[str, str], list[MentionRow]] = {}
    for m in mentions:
        there = pieces.get(m.article, [])
        k = bisect_left(there, (m.start + 1, 0, "")) - 1
        while k >= 0 and there[k][0] >= m.start - longest[m.article]:
            if there[k][1] >= m.end:
                found.setdefault((m.article, there[k][2]), []).append(m)
            k -= 1
    for rows in found.values():
        rows.sort(key=lambda m: (m.start, m.end, m.actor))
    return found


def _of(s: Said, mentions: Iterable[MentionRow], party_of: dict[str, str]) -> list[Exchange]:
    """One exchange for each other party that the statement names."""
    e, party = s.evidence, s.party or ""
    named: dict[str, dict[str, None]] = {}
    naming: dict[str, list[Evidence]] = {}
    heard = party_of.get(s.addressee or "")
    if heard and s.addressee and heard != party:
        named[heard] = {s.addressee: None}
    for m in mentions:
        other = party_of.get(m.actor)
        if other and other != party and m.actor != s.speaker:
            named.setdefault(other, {})[m.actor] = None
            words = Evidence(e.article, e.source, e.outlet, e.title, e.published, m.start, m.end, m.text)
            naming.setdefault(other, []).append(words)
    return [
        Exchange(
            party, other, tuple(actors), "addressee" if other == heard else "content", s, tuple(naming.get(other, ()))
        )
        for other, actors in sorted(named.items())
    ]

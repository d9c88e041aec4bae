"""Which person a definite description means: "the Russian leader", "the envoy", "the minister"."""

from __future__ import annotations

from parley.language.actors.lexicon import Lexicon
from parley.language.actors.registry import Known, People
from parley.language.actors.sides import Description
from parley.language.actors.words import HEAD_OF_STATE

RECENCY = 0.35
LEAST = 0.6
LIGHT = frozenset("senior top chief veteran longtime outgoing incumbent current new same two-term embattled".split())
"""Adjectives that tell nothing of who is meant."""


def fitting_person(
    d: Description, lex: Lexicon, people: People, recent: list[Known], sentence: int, gender: str | None
) -> tuple[Known | None, float]:
    """The most recent actor whose roles, side and gender fit a description, with confidence.

    What the article told counts as much as the codebook's roles; a description the codebook gives word for word leads
    to its actor even before he is named. None when nobody fits.
    """
    best, top = None, LEAST
    for known in recent:
        if known.kind not in ("person", "unnamed"):
            continue
        score = _fit(d, lex, known, gender)
        if score <= 0:
            continue
        score += RECENCY * 0.85 ** max(0, sentence - known.last)
        if score > top:
            best, top = known, score
    entry = lex.roles.get(d.words)
    if entry is not None and entry.kind == "person" and (best is None or (best.entry is not entry and top < 1.9)):
        known = people.of_entry(entry)
        if best is None or known.seen or _fit(d, lex, best, gender) < 1.5:
            return known, 0.8
    if best is None:
        return None, 0.0
    return best, min(0.9, 0.3 + 0.3 * top)


def _fit(d: Description, lex: Lexicon, known: Known, gender: str | None) -> float:
    if known.kind == "person" and known.entry is None and not known.heads:
        return 0.0
    if gender and known.gender and known.gender != gender:
        return 0.0
    if d.speaks and d.party and known.party and d.party != known.party:
        return 0.0
    head = known.has_role(d.head)
    told = 0.0
    modifiers = {w for w in d.words if not w.startswith("@") and w != d.head}
    for words in known.role_words:
        if d.head in words or head:
            missing = modifiers - words - LIGHT
            ruler = known.party is None and d.head in HEAD_OF_STATE and bool(known.heads & HEAD_OF_STATE)
            if any(w.startswith("@") for w in d.words - words) and d.party != known.party and not ruler:
                missing = missing | {"@"}
            told = max(told, 0.3 if missing else 1.0)
    score = min(head, 1.0) * told if head else 0.0
    if known.entry is not None:
        for words in lex.role_sets.get(known.entry.name, ()):
            if d.words == words:
                score = max(score, 1.5)
            elif d.words <= words and d.head in words:
                score = max(score, 1.0)
    if score <= 0:
        return 0.0
    if known.kind == "unnamed":
        score -= 0.15
    return score + (0.5 if d.party and d.party == known.party else 0.0)

"""The side of a holder of a state office of whom the article does not say which state: "President X said".

News leaves the state out where its reader knows it, which is where the state was just spoken of. So the side is that
of the state most spoken of in the sentences before the first mentions, or none when two states are near a tie.
"""

from __future__ import annotations

from parley.language.actors.lexicon import Lexicon
from parley.language.actors.registry import Known
from parley.language.actors.salience import Discourse
from parley.language.actors.words import NOT_FOR_STATE

_RULERS = frozenset("president premier chancellor king queen emir sultan".split())
_PASSING = frozenset("mr mrs ms dr sir deputy vice new acting interim".split())
_MINISTRY = frozenset("ministry army military".split())
_BACK = 3
"""Sentences before a mention that are looked at."""
_MENTIONS = 3
"""Mentions around which states are counted."""
_CLEAR = 1.3
"""How much more the first state must be spoken of than the second."""


def guess_sides(talk: Discourse, lex: Lexicon, people: list[Known]) -> None:
    """Give a side to persons who hold a state office and were told without one."""
    wanting = {id(k): k for k in people if k.entry is None and k.party is None and _holds_office(k)}
    if not wanting:
        return
    weights: dict[int, dict[str, float]] = {}
    mentions: dict[int, int] = {}
    for n, event in enumerate(talk.events):
        key = id(event.known)
        if key in wanting and mentions.get(key, 0) < _MENTIONS:
            mentions[key] = mentions.get(key, 0) + 1
            _spoken_of(talk, lex, n, weights.setdefault(key, {}))
    for key, spoken in weights.items():
        taken = _held(people, wanting[key])
        ranked = sorted(((w, party) for party, w in spoken.items() if party not in taken), key=lambda r: (-r[0], r[1]))
        if ranked and (len(ranked) == 1 or ranked[0][0] >= _CLEAR * ranked[1][0]):
            wanting[key].party = ranked[0][1]


def _held(people: list[Known], wanting: Known) -> set[str]:
    """States whose office of that name another person of the article holds: one state, one president."""
    offices = {_office(words) for words in wanting.role_words}
    return {
        k.party
        for k in people
        if k is not wanting and k.party and any(_office(words) in offices for words in k.role_words)
    }


def _office(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w for w in words if not w.startswith("@") and w not in _PASSING)


def _holds_office(known: Known) -> bool:
    for words in known.role_words:
        if words & NOT_FOR_STATE:
            continue
        bare = words - _PASSING
        ruler = len(bare) == 1 and bool(bare & _RULERS)
        if ruler or "minister" in bare or (bool(bare & _MINISTRY) and known.has_role("official") > 0):
            return True
    return False


def _spoken_of(talk: Discourse, lex: Lexicon, at: int, out: dict[str, float]) -> None:
    """Add how much each state is spoken of around event number `at`: just before it, and half as much after it in its
    own sentence."""
    sentence = talk.events[at].sentence
    for n in range(max(0, at - 60), min(len(talk.events), at + 20)):
        event = talk.events[n]
        distance, party = sentence - event.sentence, event.known.party
        if not 0 <= distance <= _BACK or event.quoted or party not in lex.states:
            continue
        if event.known.kind in ("state", "office", "force"):
            weight = (2.0 if event.subject else 1.0) / (1 + distance)
            out[party] = out.get(party, 0.0) + (weight if n < at else weight / 2)

"""The side of a holder of a state office of whom the article does not say which state: "President X said".

News leaves the state out where its reader knows it. So the side is told only in an article that speaks of one state and
no other: with two, the nearer one was wrong in nine of the stories read for it, and an unknown side is better.
"""

from __future__ import annotations

from parley.language.actors.lexicon import Lexicon
from parley.language.actors.registry import Known
from parley.language.actors.salience import Discourse
from parley.language.actors.words import NOT_FOR_STATE

_RULERS = frozenset("president premier chancellor king queen emir sultan".split())
_PASSING = frozenset("mr mrs ms dr sir deputy vice new acting interim".split())
_MINISTRY = frozenset("ministry army military".split())


def guess_sides(talk: Discourse, lex: Lexicon, people: list[Known]) -> None:
    """Give a side to persons who hold a state office and were told without one."""
    wanting = {id(k): k for k in people if k.entry is None and k.party is None and _holds_office(k)}
    if not wanting:
        return
    states = {e.known.party for e in talk.events if e.known.party in lex.states}
    if len(states) != 1:
        return
    state = next(iter(states))
    for known in wanting.values():
        if state not in _held(people, known):
            known.party = state


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

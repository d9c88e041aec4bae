"""The side of a holder of a state office of whom the article does not say which state: "President X said".

News leaves the state out where its reader knows it, which is where the state was just spoken of. So the side is that
of the state most spoken of in the sentences before the first mention, or none when two states are near a tie.
"""

from __future__ import annotations

from parley.language.actors.lexicon import Lexicon
from parley.language.actors.registry import Known
from parley.language.actors.salience import Discourse
from parley.language.actors.words import NOT_FOR_STATE

_RULERS = frozenset("president premier chancellor king queen emir sultan".split())
_MINISTRY = frozenset("ministry army military".split())
_BACK = 3
"""Sentences before the first mention that are looked at."""
_CLEAR = 1.3
"""How much more the first state must be spoken of than the second."""


def guess_sides(talk: Discourse, lex: Lexicon, people: list[Known]) -> None:
    """Give a side to persons who hold a state office and were told without one."""
    wanting = {id(k): k for k in people if k.entry is None and k.party is None and _holds_office(k)}
    if not wanting:
        return
    weights: dict[int, dict[str, float]] = {}
    done: set[int] = set()
    for n, event in enumerate(talk.events):
        key = id(event.known)
        if key in wanting and key not in done:
            done.add(key)
            weights[key] = _spoken_of(talk, lex, n)
    for key, spoken in weights.items():
        ranked = sorted(spoken.items(), key=lambda kv: (-kv[1], kv[0]))
        if ranked and (len(ranked) == 1 or ranked[0][1] >= _CLEAR * ranked[1][1]):
            wanting[key].party = ranked[0][0]


def _holds_office(known: Known) -> bool:
    for words in known.role_words:
        if words & NOT_FOR_STATE:
            continue
        bare = {
            w for w in words if w not in ("mr", "mrs", "ms", "dr", "sir", "deputy", "vice", "new", "acting", "interim")
        }
        if (
            "minister" in bare
            or (bare & _RULERS and len(bare) == 1)
            or (bare & _MINISTRY and known.has_role("official"))
        ):
            return True
    return False


def _spoken_of(talk: Discourse, lex: Lexicon, at: int) -> dict[str, float]:
    """How much each state is spoken of just before event number `at`."""
    sentence, out = talk.events[at].sentence, dict[str, float]()
    for event in reversed(talk.events[max(0, at - 60) : at]):
        distance = sentence - event.sentence
        party = event.known.party
        if distance > _BACK:
            break
        if party in lex.states and event.known.kind in ("state", "office", "force") and not event.quoted:
            out[party] = out.get(party, 0.0) + (2.0 if event.subject else 1.0) / (1 + max(0, distance))
    return out

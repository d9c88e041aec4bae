"""Whom a stretch of text speaks of: the mentions inside it, and whether they belong to another side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.coding.reports import Speaker
from parley.language.passage import Passage
from parley.records import Mention, Span

if TYPE_CHECKING:
    from parley.language.actors.index import ActorIndex


_FIRST = frozenset(("i", "we"))
_PERSONAL = frozenset(("he", "she"))
_GROUPS = frozenset(("it", "they"))


class Mentions:
    """The mentions of one article by offset."""

    def __init__(self, actors: ActorIndex) -> None:
        self._actors = actors
        self._mentions = sorted(actors.mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self._mentions]

    def within(self, spans: Sequence[Span]) -> list[Mention]:
        """Mentions that begin inside one of the spans, in order."""
        found = []
        for a, b in spans:
            i = bisect_left(self._starts, a)
            while i < len(self._starts) and self._starts[i] < b:
                found.append(self._mentions[i])
                i += 1
        return found

    def of_another(self, spans: Sequence[Span], party: str | None, name: str | None) -> bool:
        """True when the spans mention an actor that is neither the speaker nor of the speaker's party."""
        for m in self.within(spans):
            if m.actor == name:
                continue
            actor = self._actors.actor(m.actor)
            other = actor.party if actor else None
            if other is None or party is None or other != party:
                return True
        return False

    def is_own(self, p: Passage, token: int, speaker: Speaker) -> bool:
        """True when the token names the speaker or the speaker's side.

        A pronoun that leads to nobody known goes by its kind: "he" may be a person who speaks, "it" a body that does.
        """
        word = p.words[token].lower()
        if word in _FIRST:
            return True
        ref = self._actors.resolve(p.index, token)
        if word in _PERSONAL or word in _GROUPS:
            if ref.kind is not None and ref.name is not None and speaker.name is not None:
                return ref.name == speaker.name or (
                    word in _GROUPS and ref.party is not None and ref.party == speaker.party
                )
            return (word in _PERSONAL) == (speaker.kind == "person") or speaker.kind is None or word == "they"
        if ref.name is None:
            return False
        return ref.name == speaker.name or (
            ref.party is not None and ref.party == speaker.party and ref.kind in ("state", "office", "bloc", "force")
        )

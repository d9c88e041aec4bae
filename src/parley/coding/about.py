"""Whom a stretch of text speaks of: the mentions inside it, and whether they belong to another side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.records import Mention, Span

if TYPE_CHECKING:
    from parley.language.actors.index import ActorIndex


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

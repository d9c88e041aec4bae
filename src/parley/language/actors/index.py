"""What `find_actors` hands back: the actors of one article and, for any nominal token, whom it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parley.records import Actor, ActorKind, Mention, MentionKind, Span


@dataclass(frozen=True, slots=True)
class Referent:
    """Whom (or what) a noun phrase means in its article.

    `name` is the actor's canonical name, `anonymous: …` for an unnamed source, the phrase's own words for what is no
    actor, None where the article does not settle it. `kind` is None for what is no actor. `span` holds the article
    offsets of `text`. `confidence` is in [0, 1].
    """

    name: str | None
    party: str | None
    kind: ActorKind | None
    text: str
    span: Span
    mention: MentionKind
    confidence: float

    @property
    def is_actor(self) -> bool:
        """Whether it is someone or a body that can speak."""
        return self.kind is not None and self.name is not None


class ActorIndex:
    """The actors and mentions of one article, and `resolve` for any nominal token of its passages."""

    def __init__(
        self,
        actors: tuple[Actor, ...],
        mentions: tuple[Mention, ...],
        resolver: Callable[[int, int], Referent],
        many: Callable[[int, int], tuple[Referent, ...]],
    ) -> None:
        self.actors = actors
        self.mentions = mentions
        self._resolver = resolver
        self._many = many
        self._by_name = {a.name: a for a in actors}
        self._cache: dict[tuple[int, int], Referent] = {}

    def resolve(self, passage_index: int, token: int) -> Referent:
        """Whom the noun phrase with this token means (its head, a pronoun, a word of a name).

        `passage_index` is a position in `Parsed.passages`, `token` one in that passage; IndexError beyond them.
        """
        key = (passage_index, token)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._resolver(passage_index, token)
        return found

    def resolve_all(self, passage_index: int, token: int) -> tuple[Referent, ...]:
        """The same for a coordination: one referent for each conjunct ("Trump and Putin")."""
        return self._many(passage_index, token)

    def actor(self, name: str | None) -> Actor | None:
        """The actor of that canonical name, None if the article shows none."""
        return self._by_name.get(name) if name else None

"""What shows only when the layers are together: words that lead to two actors, parties that are nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.codebook.check import close, refuse
from parley.codebook.merge import PARTY_KINDS, straight
from parley.codebook.model import ActorEntry, Codebook
from parley.codebook.source import Path, Source


@dataclass(frozen=True, slots=True)
class Layer:
    """One file of a codebook: where it came from, what it says itself, and that on top of what it extends."""

    source: Source
    own: Codebook
    merged: Codebook


def check_together(book: Codebook, layers: list[Layer]) -> None:
    """Check the merged `book`, whose `layers` come bases first; raises CodebookError with the faults of one file."""
    _words_lead_to_one(layers)
    _parties_are_known(book, layers)
    for layer in layers:
        refuse(layer.source.complaints)


def _parties_are_known(book: Codebook, layers: list[Layer]) -> None:
    kinds = {actor.name: actor.kind for actor in book.actors}
    aliases = {alias: actor.name for actor in book.actors for alias in actor.aliases}
    known = [name for name, kind in kinds.items() if kind in PARTY_KINDS]
    one_of = f"{', '.join(PARTY_KINDS[:-1])} or {PARTY_KINDS[-1]}"
    for layer in layers:
        named = [("actors", i, actor.party) for i, actor in enumerate(layer.own.actors)]
        named += [("media", i, medium.party) for i, medium in enumerate(layer.own.media)]
        for where, i, party in named:
            if party is None or kinds.get(party) in PARTY_KINDS:
                continue
            if party in kinds:
                reason = f"is of kind {kinds[party]}; a party is a {one_of}"
            else:
                hint = f"; did you mean '{aliases[party]}'?" if party in aliases else close(party, known)
                reason = f"names no actor; a party is a {one_of} of the codebook{hint}"
            layer.source.complain((where, i, "party"), f"'{party}' {reason}")


def _words_lead_to_one(layers: list[Layer]) -> None:
    """A name, alias or seat leads to one actor, and so does a role or a demonym among its like."""
    places: dict[tuple[str, str], tuple[str, Source, int]] = {}
    for layer in layers:
        for i, actor in enumerate(layer.own.actors):
            for group, path, word in _words(actor):
                name, source, first = places.setdefault((group, straight(word)), (actor.name, layer.source, i))
                if name != actor.name:
                    line = f"line {source.line(('actors', first))}"
                    place = line if source is layer.source else f"{source.label}, {line}"
                    layer.source.complain(("actors", i, *path), f"'{word}' already leads to '{name}' ({place})")


def _words(actor: ActorEntry) -> Iterator[tuple[str, Path, str]]:
    """Every word that leads to the actor: its group (those of one group must differ), its key, the word."""
    yield "name", ("name",), actor.name
    for group, key in (("name", "aliases"), ("name", "seats"), ("role", "roles"), ("demonym", "demonyms")):
        for n, word in enumerate(getattr(actor, key)):
            yield group, (key, n), word

"""Actors of an article: persons, offices, states, blocs, forces and unnamed sources, and who "he" is.

`find_actors(parsed, codebook)` reads an article once; the `ActorIndex` it hands back lists actors and mentions and
resolves any nominal token to a `Referent`.
"""

from parley.language.actors.find import find_actors
from parley.language.actors.index import ActorIndex, Referent

__all__ = ["ActorIndex", "Referent", "find_actors"]

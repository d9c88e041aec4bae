"""A store in memory: lineage of articles that are in no ledger."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nsmallest

from parley.lineage.likeness import Kind, Theme
from parley.lineage.node import Handle, Key, Node, Place
from parley.records import Lineage


class MemoryStore:
    """See `parley.lineage.node.Store`. `rows` are the lineages written, by article id."""

    def __init__(self) -> None:
        self.rows: dict[str, Lineage] = {}
        self._nodes: dict[Handle, Node] = {}
        self._held: dict[Key, list[Handle]] = {}
        self._finds: dict[Handle, dict[Handle, Kind]] = {}
        self._found_by: dict[Handle, dict[Handle, Kind]] = {}
        self._places: dict[Handle, Place] = {}
        self._below: dict[Handle, set[Handle]] = {}
        self._theme: Theme = {}

    def know(self, node: Node) -> None:
        """Takes a node in; it is in no group yet."""
        self._nodes[node.handle] = node

    def forget(self, handle: Handle) -> None:
        """Lets go of a node that was removed from the tracing."""
        node = self._nodes.pop(handle)
        self.put(handle, Place())
        del self._places[handle]
        self.rows.pop(node.id, None)

    def nodes(self, handles: Collection[Handle]) -> dict[Handle, Node]:
        """The nodes of these handles, in ascending order, those that are known."""
        return {h: self._nodes[h] for h in sorted(handles)}

    def lightest(self, count: int) -> list[Node]:
        """The nodes with the smallest handles."""
        return [self._nodes[h] for h in nsmallest(count, self._nodes)]

    def hold(self, handle: Handle, keys: Sequence[Key]) -> None:
        """Notes that an article holds keys."""
        for key in keys:
            insort(self._held.setdefault(key, []), handle)

    def release(self, handle: Handle, keys: Sequence[Key]) -> None:
        """Notes that an article holds keys no longer."""
        for key in keys:
            self._held[key].remove(handle)

    def first(self, asked: Mapping[Key, int]) -> dict[Key, list[Handle]]:
        """The holders of each key in ascending order, at most so many of each (all for -1)."""
        return {key: self._held.get(key, [])[: limit if limit >= 0 else None] for key, limit in asked.items()}

    def finds(self, handles: Collection[Handle]) -> dict[Handle, dict[Handle, Kind]]:
        """What each of these articles finds, and as what."""
        return {h: dict(self._finds.get(h, {})) for h in handles}

    def found_by(self, handles: Collection[Handle]) -> dict[Handle, dict[Handle, Kind]]:
        """Who finds each of these articles, and as what."""
        return {h: dict(self._found_by.get(h, {})) for h in handles}

    def find(self, handle: Handle, found: Mapping[Handle, Kind]) -> None:
        """Notes what an article finds, in place of what it found."""
        for other in self._finds.get(handle, {}):
            del self._found_by[other][handle]
        self._finds[handle] = dict(found)
        for other, kind in found.items():
            self._found_by.setdefault(other, {})[handle] = kind

    def places(self, handles: Collection[Handle]) -> dict[Handle, Place]:
        """Where these articles hang, those that are placed."""
        return {h: self._places[h] for h in handles if h in self._places}

    def put(self, handle: Handle, place: Place) -> None:
        """Hangs an article elsewhere."""
        old = self._places.get(handle)
        if old is not None and old.parent is not None:
            self._below[old.parent].discard(handle)
        self._places[handle] = place
        if place.parent is not None:
            self._below.setdefault(place.parent, set()).add(handle)

    def below(self, handle: Handle) -> list[Handle]:
        """Who hangs below an article, in ascending order."""
        return sorted(self._below.get(handle, ()))

    def theme(self) -> Theme:
        """The theme all was traced with."""
        return self._theme

    def forget_all(self, theme: Theme) -> None:
        """Lets go of all that was traced, keeping the nodes, and takes another theme."""
        nodes = self._nodes
        self.__init__()  # type: ignore[misc]
        self._nodes, self._theme = nodes, theme

    def trace(self, rows: Iterable[Lineage]) -> None:
        """Writes lineages, in place of those of the same articles."""
        self.rows.update((row.article, row) for row in rows)

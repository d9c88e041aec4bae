"""Finds -> groups of copies and rewrites, each with its origin and the story it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.lineage.likeness import Kind, copy_kind
from parley.lineage.node import Handle, Node, Store
from parley.records import Lineage


def rows_of(handles: Iterable[Handle], store: Store) -> Iterator[Lineage]:
    """The lineage of these articles and of everyone in a group with one of them."""
    done: set[Handle] = set()
    for handle in sorted(handles):
        if handle not in done:
            links = _group(handle, store)
            done.update(links)
            yield from _lineages(links, store)


def _group(handle: Handle, store: Store) -> dict[Handle, dict[Handle, Kind]]:
    """What hangs together with an article by finds, in either direction; with the finds, in both."""
    links: dict[Handle, dict[Handle, Kind]] = {}
    edge = [handle]
    while edge:
        finds, found_by = store.finds(edge), store.found_by(edge)
        links.update({h: {**finds[h], **found_by[h]} for h in edge})
        edge = sorted({other for h in edge for other in links[h] if other not in links})
    return links


def _lineages(links: dict[Handle, dict[Handle, Kind]], store: Store) -> Iterator[Lineage]:
    nodes = store.nodes(links)
    origin = _origin(list(nodes.values()))
    root = store.places([origin.handle])[origin.handle].root
    assert root is not None
    story = store.nodes([root])[root].id
    near = _near(origin.handle, links)
    for handle in sorted(links):
        member = nodes[handle]
        if member is origin:
            yield Lineage(member.id, origin.id, story=story)
        else:
            kind = copy_kind(member.sketch, origin.sketch) or ("near" if handle in near else "rewrite")
            yield Lineage(member.id, origin.id, copy_of=origin.id, copy_kind=kind, story=story)


def _near(handle: Handle, links: dict[Handle, dict[Handle, Kind]]) -> set[Handle]:
    """Whom one reaches by copies of copies, without a rewrite between."""
    reached, edge = {handle}, [handle]
    while edge:
        edge = [o for h in edge for o, kind in links[h].items() if kind != "rewrite" and o not in reached]
        reached.update(edge)
    return reached


def _origin(group: list[Node]) -> Node:
    """The article that counts for a group.

    The one whose outlet the others credit; failing that the earliest published (unknown dates last), then one without a
    credit, then one that is clearly longer, as trimming is commoner than adding, then the smallest id.
    """
    credited = {n.credit for n in group if n.credit}

    def rank(n: Node) -> tuple[bool, str, bool, int, str]:
        own = n.outlet in credited and n.credit in ("", n.outlet)
        return (not (n.outlet and own), n.published, bool(n.credit), -(len(n.sketch.shingles) ** 3).bit_length(), n.id)

    return min(group, key=rank)

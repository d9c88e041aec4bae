"""What lineage keeps in a ledger: sketches, the keys articles find each other by, finds, places in stories.

`Desk` is a `parley.lineage.node.Store` inside one writing transaction. All of it is derived from the articles: those
that are new or were coded anew wait in `lineage_pending`, put there in the transaction that stored them, so whatever a
killed run left is taken up by the next.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from parley.ledger import schema
from parley.ledger.versions import chunks
from parley.lineage.likeness import Kind, Theme
from parley.lineage.node import Handle, Key, Node, Place
from parley.lineage.sketch import Sketch
from parley.records import Lineage

_a, _v, _k = schema.articles.c, schema.versions.c, schema.sketches.c
_f, _l, _w = schema.sketch_finds.c, schema.lineage.c, schema.lineage_pending.c
_NODE = (
    _k.handle, _k.article, _k.day, _k.published, _k.credit, _k.outlet, _k.parent, _k.alike, _k.root,
    _k.digest, _k.signature, _k.shingles, _k.terms, _k.weights, _k.anchors, _k.quotes,
)  # fmt: skip
_AT_ONCE = 150
"""Keys asked for in one statement: SQLite takes at most 500 parts."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that is to be sketched."""

    id: str
    source: str
    title: str | None
    published: str | None
    credit: str | None
    outlet: str | None
    body_text: str


def wait(tx: Connection, articles: Sequence[int]) -> None:
    """Puts articles, by their numbers, on the list of those to be sketched."""
    for part in chunks(sorted(set(articles))):
        tx.execute(delete(schema.lineage_pending).where(_w.article.in_(part)))
        tx.execute(insert(schema.lineage_pending), [{"article": seq} for seq in part])


class Desk:
    """See the module; `parley.lineage.update` uses it."""

    def __init__(self, tx: Connection) -> None:
        self._tx = tx
        self._nodes: dict[Handle, Node] = {}
        self._places: dict[Handle, Place] = {}
        self._moved: set[Handle] = set()

    # What is to be done

    def pending(self, limit: int) -> list[Waiting]:
        """Articles to be sketched, in the order of reading."""
        query = select(_a.id, _a.source, _a.title, _a.published, _a.credit, _a.outlet, _a.body_text)
        query = query.join(schema.lineage_pending, _w.article == _a.seq).order_by(_a.seq).limit(limit)
        return [Waiting(*row) for row in self._tx.execute(query)]

    def settled(self, articles: Sequence[str]) -> None:
        """Takes articles off the list of those to be sketched."""
        for part in chunks(articles):
            numbers = select(_a.seq).where(_a.id.in_(part))
            self._tx.execute(delete(schema.lineage_pending).where(_w.article.in_(numbers)))

    def superseded(self, articles: Sequence[str] | None = None) -> set[str]:
        """Older versions of pages that have a sketch, or those of these articles that are older versions."""
        query = select(_v.id).where(_v.superseded_by.is_not(None))
        if articles is None:
            return set(self._tx.execute(query.join(schema.sketches, _k.article == _v.id)).scalars())
        return {i for part in chunks(articles) for i in self._tx.execute(query.where(_v.id.in_(part))).scalars()}

    def unplaced(self, limit: int) -> list[Node]:
        """Sketched articles that are not traced yet."""
        query = select(*_NODE).where(_k.placed == 0).limit(limit)
        return [self._keep(row) for row in self._tx.execute(query)]

    def placed(self, handles: Collection[Handle]) -> set[Handle]:
        """Those of these articles that are traced."""
        query = select(_k.handle).where(_k.placed == 1)
        return {
            h for part in chunks(sorted(handles)) for h in self._tx.execute(query.where(_k.handle.in_(part))).scalars()
        }

    def mark_placed(self, nodes: Iterable[Node]) -> None:
        """Notes that articles are traced."""
        for part in chunks([n.handle for n in nodes]):
            self._tx.execute(update(schema.sketches).where(_k.handle.in_(part)).values(placed=1))

    def note(self, name: str) -> str | None:
        """What was noted under a name."""
        s = schema.lineage_notes.c
        return self._tx.execute(select(s.value).where(s.name == name)).scalar_one_or_none()

    def set_note(self, name: str, value: str) -> None:
        """Notes something under a name."""
        s = schema.lineage_notes.c
        self._tx.execute(delete(schema.lineage_notes).where(s.name == name))
        self._tx.execute(insert(schema.lineage_notes), {"name": name, "value": value})

    # Articles

    def know(self, node: Node) -> None:
        """Stores a node; it is not traced yet."""
        s = node.sketch
        values = {
            "handle": node.handle, "article": node.id, "placed": 0, "day": node.day, "published": node.published,
            "credit": node.credit, "outlet": node.outlet, "digest": s.digest, "signature": _pack(s.signature),
            "shingles": _pack(s.shingles), "terms": _pack(s.terms), "weights": _pack(s.weights),
            "anchors": _pack(s.anchors), "quotes": _pack(s.quotes),
        }  # fmt: skip
        self._tx.execute(insert(schema.sketches), values)
        self._nodes[node.handle] = node

    def forget(self, node: Node) -> None:
        """Lets go of a node that is not traced, or no longer."""
        self._tx.execute(delete(schema.sketches).where(_k.handle == node.handle))
        self._tx.execute(delete(schema.lineage).where(_l.article == node.id))
        self._nodes.pop(node.handle, None)
        self._places.pop(node.handle, None)

    def start_over(self) -> None:
        """Lets go of everything; all articles are to be sketched."""
        for table in (schema.sketches, schema.sketch_keys, schema.sketch_finds, schema.lineage_pending):
            self._tx.execute(delete(table))
        self._tx.execute(insert(schema.lineage_pending).from_select(["article"], select(_a.seq)))

    def nodes(self, handles: Collection[Handle]) -> dict[Handle, Node]:
        """The nodes of these handles, in ascending order, those that are known."""
        for part in chunks(sorted(h for h in handles if h not in self._nodes)):
            for row in self._tx.execute(select(*_NODE).where(_k.handle.in_(part))):
                self._keep(row)
        return {h: self._nodes[h] for h in sorted(handles) if h in self._nodes}

    def lightest(self, count: int) -> list[Node]:
        """The nodes with the smallest handles."""
        return [self._keep(row) for row in self._tx.execute(select(*_NODE).order_by(_k.handle).limit(count))]

    def heaviest_of_lightest(self, count: int) -> Handle | None:
        """The largest handle of a sample; None while there are fewer articles."""
        query = select(_k.handle).order_by(_k.handle).offset(count - 1).limit(1)
        return self._tx.execute(query).scalar_one_or_none()

    def _keep(self, row: Any) -> Node:
        handle, article, day, published, credit, outlet, parent, alike, root, digest, *arrays = row
        self._places.setdefault(handle, Place(parent, alike, root))
        sketch = Sketch(digest, *map(_unpack, arrays))
        return self._nodes.setdefault(handle, Node(handle, article, day, published, credit, outlet, sketch))

    # Keys

    def hold(self, handle: Handle, keys: Sequence[Key]) -> None:
        """Notes that an article holds keys."""
        values = [{"key": key, "stretch": stretch, "handle": handle} for key, stretch in dict.fromkeys(keys)]
        if values:
            self._tx.execute(insert(schema.sketch_keys), values)

    def release(self, handle: Handle, keys: Sequence[Key]) -> None:
        """Notes that an article holds keys no longer."""
        c = schema.sketch_keys.c
        gone = delete(schema.sketch_keys).where(
            c.key == bindparam("of"), c.stretch == bindparam("at"), c.handle == handle
        )
        if keys:
            self._tx.execute(gone, [{"of": key, "at": stretch} for key, stretch in keys])

    def first(self, asked: Mapping[Key, int]) -> dict[Key, list[Handle]]:
        """The holders of each key in ascending order, at most so many of each (all for -1)."""
        found: dict[Key, list[Handle]] = {key: [] for key in asked}
        keys = list(asked)
        for at in range(0, len(keys), _AT_ONCE):
            part = keys[at : at + _AT_ONCE]
            query = " UNION ALL ".join([_FIRST] * len(part))
            values = tuple(v for key in part for v in (*key, asked[key]))
            for key, stretch, handle in self._tx.exec_driver_sql(query, values).fetchall():
                found[key, stretch].append(handle)
        return found

    # Finds

    def finds(self, handles: Collection[Handle]) -> dict[Handle, dict[Handle, Kind]]:
        """What each of these articles finds, and as what."""
        return self._links(handles, _f.handle, _f.other)

    def found_by(self, handles: Collection[Handle]) -> dict[Handle, dict[Handle, Kind]]:
        """Who finds each of these articles, and as what."""
        return self._links(handles, _f.other, _f.handle)

    def _links(self, handles: Collection[Handle], of: Any, to: Any) -> dict[Handle, dict[Handle, Kind]]:
        found: dict[Handle, dict[Handle, Kind]] = {h: {} for h in handles}
        for part in chunks(sorted(handles)):
            for one, other, kind in self._tx.execute(select(of, to, _f.kind).where(of.in_(part)).order_by(of, to)):
                found[one][other] = kind
        return found

    def find(self, handle: Handle, found: Mapping[Handle, Kind]) -> None:
        """Notes what an article finds, in place of what it found."""
        self._tx.execute(delete(schema.sketch_finds).where(_f.handle == handle))
        values = [{"handle": handle, "other": other, "kind": kind} for other, kind in sorted(found.items())]
        if values:
            self._tx.execute(insert(schema.sketch_finds), values)

    # Stories

    def places(self, handles: Collection[Handle]) -> dict[Handle, Place]:
        """Where these articles hang, those that are placed."""
        for part in chunks(sorted(h for h in handles if h not in self._places)):
            query = select(_k.handle, _k.parent, _k.alike, _k.root).where(_k.handle.in_(part))
            for handle, parent, alike, root in self._tx.execute(query):
                self._places[handle] = Place(parent, alike, root)
        return {h: self._places[h] for h in handles if h in self._places}

    def put(self, handle: Handle, place: Place) -> None:
        """Hangs an article elsewhere; written down when somebody asks who hangs below, or at the end."""
        self._places[handle] = place
        self._moved.add(handle)

    def _write_places(self) -> None:
        if self._moved:
            moved = [(h, self._places[h]) for h in sorted(self._moved) if h in self._places]
            self._tx.execute(
                update(schema.sketches).where(_k.handle == bindparam("of")),
                [{"of": h, "parent": p.parent, "alike": p.alike, "root": p.root} for h, p in moved],
            )
            self._moved.clear()

    def below(self, handle: Handle) -> list[Handle]:
        """Who hangs below an article, in ascending order."""
        self._write_places()
        return list(self._tx.execute(select(_k.handle).where(_k.parent == handle).order_by(_k.handle)).scalars())

    # The whole

    def theme(self) -> Theme:
        """The theme all was traced with."""
        return {int(term): left for term, left in json.loads(self.note("theme") or "{}").items()}

    def forget_all(self, theme: Theme) -> None:
        """Lets go of all that was traced, keeping the nodes, and takes another theme."""
        self._tx.execute(delete(schema.sketch_keys))
        self._tx.execute(delete(schema.sketch_finds))
        self._tx.execute(update(schema.sketches).values(placed=0, parent=None, alike=0.0, root=None))
        self._places.clear()
        self.set_note("theme", json.dumps({str(term): left for term, left in sorted(theme.items())}))

    def trace(self, rows: Iterable[Lineage]) -> None:
        """Writes lineages, in place of those of the same articles."""
        self._write_places()
        values = [
            {"article": x.article, "origin": x.origin, "copy_of": x.copy_of, "copy_kind": x.copy_kind, "story": x.story}
            for x in rows
        ]
        if values:
            self._tx.execute(
                delete(schema.lineage).where(_l.article == bindparam("of")), [{"of": v["article"]} for v in values]
            )
            self._tx.execute(insert(schema.lineage), values)


_FIRST = "SELECT * FROM (SELECT * FROM sketch_keys WHERE key = ? AND stretch = ? ORDER BY handle LIMIT ?)"
"""The first holders of a key. Written out because 150 of them are asked at once, and the primary key answers each."""


def _pack(values: array[int]) -> bytes:
    """Numbers as bytes, the low end first, on any machine."""
    return values.tobytes() if _LITTLE else _swapped(values).tobytes()


def _unpack(stored: bytes) -> array[int]:
    found = array("I")
    found.frombytes(stored)
    return found if _LITTLE else _swapped(found)


def _swapped(values: array[int]) -> array[int]:
    swapped = array(values.typecode, values)
    swapped.byteswap()
    return swapped


_LITTLE = array("H", [1]).tobytes() == b"\x01\x00"

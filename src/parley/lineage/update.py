"""A ledger's lineage brought up to date with its articles: `update_lineage(ledger)`.

    sketched   articles that are new or were coded anew; those that stopped to count are taken out
    theme      what the ledger as a whole is about, looked at again when its sample of articles has changed
    placed     sketched articles put among those there are

Each step works in short transactions and leaves what is still to be done in the ledger, so the next run takes up what a
killed one left, and other writers get their turn.
"""

# ruff: noqa: D102  (the members of the protocols are described in their docstrings)

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from parley.lineage.node import Handle, Node, Store, Traceable, handle, node
from parley.lineage.sketch import VERSION
from parley.lineage.theme import SAMPLE, theme_of
from parley.lineage.tracer import Tracer

BATCH = 500
"""Articles a transaction: about two seconds."""


class Desk(Store, Protocol):
    """A store that also knows what is to be done; `parley.ledger.lineages.Desk` describes its members."""

    def pending(self, limit: int) -> Sequence[Traceable]: ...
    def settled(self, articles: Sequence[str]) -> None: ...
    def superseded(self, articles: Sequence[str] | None = None) -> set[str]: ...
    def unplaced(self, limit: int) -> list[Node]: ...
    def placed(self, handles: Collection[Handle]) -> set[Handle]: ...
    def mark_placed(self, nodes: Iterable[Node]) -> None: ...
    def note(self, name: str) -> str | None: ...
    def set_note(self, name: str, value: str) -> None: ...
    def know(self, node: Node) -> None: ...
    def forget(self, node: Node) -> None: ...
    def start_over(self) -> None: ...
    def heaviest_of_lightest(self, count: int) -> Handle | None: ...


class Book(Protocol):
    """What keeps lineage: a ledger. `tracing` opens a writing transaction."""

    def tracing(self) -> AbstractContextManager[Desk]: ...


def update_lineage(ledger: Book) -> None:
    """Traces the articles that came, changed or stopped to count since the last time.

    The result is that of tracing all articles from scratch, whatever the order in which they came; the cost is that of
    the articles that are new and of their neighbourhood. Raises LedgerError as any writing does.
    """
    with ledger.tracing() as desk:
        if desk.note("version") != str(VERSION):
            desk.start_over()
            desk.set_note("version", str(VERSION))
            desk.set_note("sample", "changed")
    while _sketch(ledger):
        pass
    with ledger.tracing() as desk:
        if desk.note("sample") == "changed":
            theme = theme_of(desk.lightest(SAMPLE))
            if theme != desk.theme():
                desk.forget_all(theme)
            desk.set_note("sample", "known")
    while _place(ledger):
        pass


def _sketch(ledger: Book) -> bool:
    """Sketches a batch; False when nothing is left."""
    with ledger.tracing() as desk:
        waiting = desk.pending(BATCH)
        old = desk.superseded([a.id for a in waiting])
        fresh = {n.handle: n for n in (node(a) for a in waiting if a.id not in old)}
        known = desk.nodes(fresh)
        gone = {h: n for h, n in known.items() if n != fresh[h]}
        gone |= desk.nodes([handle(i) for i in sorted(desk.superseded())])
        _take_out(desk, gone)
        for h in sorted(fresh):
            if h not in known or h in gone:
                desk.know(fresh[h])
        changed = gone.keys() | (fresh.keys() - known.keys())
        heaviest = desk.heaviest_of_lightest(SAMPLE)
        if changed and (heaviest is None or min(changed) <= heaviest):
            desk.set_note("sample", "changed")
        desk.settled([a.id for a in waiting])
    return len(waiting) == BATCH


def _take_out(desk: Desk, gone: dict[Handle, Node]) -> None:
    if not gone:
        return
    tracer = Tracer(desk)
    traced = desk.placed(gone)
    for h in sorted(gone):
        if h in traced:
            tracer.remove(gone[h])
        desk.forget(gone[h])
    tracer.settle()


def _place(ledger: Book) -> bool:
    """Places a batch; False when nothing is left."""
    with ledger.tracing() as desk:
        nodes = desk.unplaced(BATCH)
        if nodes:
            tracer = Tracer(desk)
            for n in nodes:
                tracer.add(n)
            desk.mark_placed(nodes)
            tracer.settle()
    return len(nodes) == BATCH

"""Articles -> lineages at once, in memory: `trace(articles)`. A ledger keeps its own up to date: `update.py`."""

from __future__ import annotations

from collections.abc import Iterable

from parley.lineage.memory import MemoryStore
from parley.lineage.node import Traceable, node
from parley.lineage.theme import SAMPLE, theme_of
from parley.lineage.tracer import Tracer
from parley.records import Lineage


def trace(articles: Iterable[Traceable]) -> list[Lineage]:
    """The lineage of every article, in the order of their ids: copies, rewrites, origins and stories.

    `groups.py` says which article of a group is the origin. `copy_kind` compares with the origin: `identical` when the
    bodies are the same but for white space, case, quotation marks and dashes, `near` for other copies, `rewrite` for
    the same reporting in other words. An article without a body is nobody's copy. The order in which the articles come
    does not matter; one id given twice counts once.
    """
    store = MemoryStore()
    nodes = {n.handle: n for n in map(node, articles)}
    for n in nodes.values():
        store.know(n)
    store.forget_all(theme_of(store.lightest(SAMPLE)))
    tracer = Tracer(store)
    for n in nodes.values():
        tracer.add(n)
    tracer.settle()
    return sorted(store.rows.values(), key=lambda row: row.article)

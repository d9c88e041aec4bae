"""Light articles, and a tracing that takes them one by one."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.lineage.memory import MemoryStore
from parley.lineage.node import node
from parley.lineage.tracer import Tracer
from parley.records import Lineage


@dataclass(frozen=True)
class Light:
    id: str
    body_text: str
    published: str | None = None
    credit: str | None = None
    outlet: str | None = None
    source: str = "page.txt"
    title: str | None = None


NAMES = "Holm Maar Brume Skell Orsa Tinde Vossen Lund Petrel Arkona Ristow Daven Quill Semmer Torvik".split()
FILLERS = "grain ferry herring truce pilot harbour sailors monitors tariff winter wheat lighthouse quota".split()


def invented(count: int, seed: int, *, stories: int = 6, dated: float = 0.5) -> list[Light]:
    """Articles of 30 to 60 words about a few happenings with names of their own, some of them copies of others."""
    chance = random.Random(seed)
    topics = [(chance.sample(NAMES, 4), chance.sample(FILLERS, 4), chance.randint(1, 20)) for _ in range(stories)]
    made: list[Light] = []
    for n in range(count):
        names, words, day = chance.choice(topics)
        body = " ".join(
            chance.choice(chance.choice((names, words, FILLERS, NAMES))) for _ in range(chance.randint(30, 60))
        )
        if made and chance.random() < 0.3:
            body = chance.choice(made).body_text
            body = body[: len(body) * 3 // 4] if chance.random() < 0.5 else f"{body} {chance.choice(NAMES)} signed."
        when = f"2031-03-{day + chance.randint(0, 6):02}" if chance.random() < dated else None
        made.append(Light(f"{seed}-{n}", body, when, credit=chance.choice((None, None, "Strait Wire"))))
    return made


def one_by_one(articles: Iterable[Light], gone: Sequence[Light] = (), *, every: int = 1) -> list[Lineage]:
    """The lineage after adding articles one by one, settling after each `every`, and taking some out again."""
    store = MemoryStore()
    tracer = Tracer(store)
    for n, article in enumerate(articles, 1):
        store.know(new := node(article))
        tracer.add(new)
        if n % every == 0:
            tracer.settle()
    tracer.settle()
    for article in gone:
        tracer.remove(old := node(article))
        store.forget(old.handle)
        tracer.settle()
    return sorted(store.rows.values(), key=lambda row: row.article)

"""Articles with known copies: what `benchmarks/lineage.py` measures copies, order and cost on.

The originals are those of `corpus.py`: sentences of the shipped example recombined, with other names and numbers. They
use the same sentences again and again, so they are harder to keep apart than articles by different writers. A copy is
an article that was changed as syndication changes it; `RECIPES` says how, one or several ways at once.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import corpus

CHANGED_WORDS = 0.05
FURNITURE = (
    "Sign up for our morning letter and never miss a story from the quay.",
    "Share this article",
    "Read more: five harbours to see before the winter closes them",
    "This story was first published by a partner of ours and has been edited for length.",
    "Follow our live page for the latest from the delegations",
    "Listen to this article (4 min)",
    "Copyright. All rights reserved. No part of this page may be reproduced without permission.",
    "Related topics: shipping, fisheries, talks",
)


@dataclass(frozen=True, slots=True)
class Made:
    """An article of the corpus; `group` is the id of its original, its own for an original. `how` made it."""

    id: str
    source: str
    title: str
    body_text: str
    published: str | None
    outlet: str | None
    credit: str | None
    group: str
    how: tuple[str, ...] = ()


Paragraphs = list[str]
Change = Callable[[Paragraphs, random.Random], Paragraphs]


def trimmed(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """The first half to four fifths."""
    return paragraphs[: max(2, round(len(paragraphs) * chance.uniform(0.5, 0.8)))]


def reparagraphed(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """The same sentences in other paragraphs."""
    sentences = [s for p in paragraphs for s in corpus.SENTENCE_END.split(p)]
    made, at = [], 0
    while at < len(sentences):
        size = chance.choice((1, 2, 3, 4))
        made.append(" ".join(sentences[at : at + size]))
        at += size
    return made


def furnished(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """Two to five lines of page furniture among the paragraphs."""
    made = list(paragraphs)
    for line in chance.sample(FURNITURE, chance.randint(2, 5)):
        made.insert(chance.randint(0, len(made)), line)
    return made


def reworded(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """One word in twenty is another."""
    pool = sorted({w for s in corpus.sentences() for w in re.findall(r"[a-z]{4,}", s)})
    return [re.sub(r"\b[A-Za-z]+\b", lambda m: _maybe(m.group(), pool, chance), p) for p in paragraphs]


def _maybe(word: str, pool: list[str], chance: random.Random) -> str:
    return chance.choice(pool) if chance.random() < CHANGED_WORDS else word


def untouched(paragraphs: Paragraphs, chance: random.Random) -> Paragraphs:
    """The body as it was; only the title is another."""
    return paragraphs


RECIPES: tuple[tuple[Change, ...], ...] = (
    (untouched,), (trimmed,), (reparagraphed,), (furnished,), (reworded,),
    (trimmed, furnished), (reparagraphed, reworded), (trimmed, reworded), (furnished, reworded),
    (trimmed, reparagraphed, furnished, reworded),
)  # fmt: skip


def corpus_of(articles: int = 2_000, copies: int = 600, seed: int = 7, paragraphs: int = 8) -> Iterator[Made]:
    """`articles` articles, `copies` of which are copies of others: of 300 originals, most once, some several times."""
    chance = random.Random(seed)
    originals = []
    for record in corpus.articles(articles - copies, paragraphs, seed):
        made = Made(
            record["id"], f"{record['id']}.txt", record["title"], record["text"], record["published"],
            record["outlet"], None, record["id"],
        )  # fmt: skip
        originals.append(made)
        yield made
    syndicated = chance.sample(originals, max(1, copies // 2))
    for n in range(copies):
        of = syndicated[n % len(syndicated)] if n < len(syndicated) else chance.choice(syndicated)
        recipe = RECIPES[n % len(RECIPES)]
        body = of.body_text.split("\n\n")
        for change in recipe:
            body = change(body, chance)
        yield Made(
            id=f"copy-{seed}-{n:05d}",
            source=f"copy-{n}.txt",
            title=chance.choice(originals).title,
            body_text="\n\n".join(body),
            published=of.published,
            outlet=f"The {corpus.name(chance)} Post",
            credit=of.outlet if chance.random() < 0.3 else None,
            group=of.id,
            how=tuple(change.__name__ for change in recipe),
        )

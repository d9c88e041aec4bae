"""The real pipeline up to the positions: what the tests of this folder share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from parley.coder import Coder
from parley.coding.positions import PositionCoder
from parley.language.actors import find_actors
from parley.language.parse import parse
from parley.language.times import find_times
from parley.records import Article, Block, Position
from parley.settings import Settings


def article(text: str, published: str | None = "2031-09-12") -> Article:
    """An article whose lines are its paragraphs."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "body"))
        at += len(line) + 1
    return Article("a", "a.txt", "a.txt", "0", text, tuple(blocks), text, published=published)


@pytest.fixture(scope="session")
def room() -> tuple[Coder, PositionCoder]:
    coder = Coder(Settings(codebook="general"))
    return coder, PositionCoder(coder.codebook)


@pytest.fixture(scope="session")
def positions(room: tuple[Coder, PositionCoder]) -> Callable[..., tuple[Position, ...]]:
    coder, sides = room

    def code(text: str, **options: Any) -> tuple[Position, ...]:
        parsed = parse(coder.nlp, [article(text, **options)])[0]
        parsed.times = find_times(parsed.passages, parsed.article.published)
        actors = find_actors(parsed, coder.codebook)
        parsed.mentions = actors.mentions
        found = sides.code(parsed, actors, coder.statements.code(parsed, actors))
        for row in found:
            assert text[row.start : row.end] == row.text
            assert all(words in text for words in row.conditions)
        return found

    return code

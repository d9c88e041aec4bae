"""The real pipeline over a few sentences: what the tests of this room share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from parley.coder import Coder
from parley.language.parse import parse
from parley.language.passage import Passage
from parley.records import Article, Block, BlockKind, Statement
from parley.settings import Settings


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder(Settings(codebook="general"))


def article(text: str, published: str | None = "2031-09-12", first: BlockKind = "body") -> Article:
    """An article whose lines are its paragraphs; the first may be a headline."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), first if not blocks else "body"))
        at += len(line) + 1
    return Article("a", "a.txt", "a.txt", "0", text, tuple(blocks), text, published=published)


@pytest.fixture(scope="session")
def statements(coder: Coder) -> Callable[..., tuple[Statement, ...]]:
    def code(text: str, **options: Any) -> tuple[Statement, ...]:
        found = coder.code(parse(coder.nlp, [article(text, **options)])[0])
        for s in found.statements:
            assert text[s.start : s.end] == s.text
        return found.statements

    return code


@pytest.fixture(scope="session")
def passage(coder: Coder) -> Callable[[str], Passage]:
    return lambda text: parse(coder.nlp, [article(text)])[0].passages[0]

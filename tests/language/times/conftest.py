"""Reads a short text the way the pipeline does: blocks, one parse, passages."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from parley.language.parse import load_model, parse
from parley.language.passage import Passage
from parley.language.times import find_times
from parley.records import Article, Block, BlockKind, TimeExpression
from parley.settings import DEFAULT_MODEL

FRIDAY = "2025-03-14"
Finder = Callable[..., dict[str, str | None]]


@cache
def model() -> Any:
    return load_model(DEFAULT_MODEL)


def read(text: str, kind: BlockKind = "body") -> list[Passage]:
    """One passage for each line."""
    blocks = tuple(Block(m.start(), m.end(), kind) for m in re.finditer(r"[^\n]+", text))
    return parse(model(), [Article("a", "a.txt", "a.txt", "", text, blocks, text)])[0].passages


def times_in(text: str, published: str | None = FRIDAY, kind: BlockKind = "body") -> tuple[TimeExpression, ...]:
    return find_times(read(text, kind), published)


@pytest.fixture(scope="session")
def values() -> Finder:
    """`values(text, published, kind)` -> the expressions of a text with their values, printed words as keys."""

    def found(text: str, published: str | None = FRIDAY, kind: BlockKind = "body") -> dict[str, str | None]:
        return {t.text: t.value for t in times_in(text, published, kind)}

    return found


@pytest.fixture(scope="session")
def passages() -> Callable[..., list[Passage]]:
    return read


@pytest.fixture(scope="session")
def times() -> Callable[..., tuple[TimeExpression, ...]]:
    return times_in

"""Fixtures: articles of a few sentences, parsed, and whom a word of them means."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import pytest

from parley.codebook.load import load_codebook
from parley.codebook.model import Codebook
from parley.language.actors import ActorIndex, Referent, find_actors
from parley.language.parse import load_model, parse
from parley.language.passage import Parsed
from parley.records import Article, Block
from parley.settings import DEFAULT_MODEL


@lru_cache(maxsize=1)
def model() -> Any:
    return load_model(DEFAULT_MODEL)


@lru_cache(maxsize=4)
def book(name: str = "general") -> Codebook:
    return load_codebook(name)


@lru_cache(maxsize=400)
def parsed(text: str) -> Parsed:
    blocks, at = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block(at, at + len(part), "body"))
        at += len(part) + 2
    article = Article("a", "a.txt", "a.txt", "0", text, tuple(blocks), text)
    return parse(model(), [article])[0]


def make_index(text: str, codebook: Codebook | None = None) -> ActorIndex:
    return find_actors(parsed(text), codebook or book())


def find_who(text: str, word: str, codebook: Codebook | None = None) -> Referent:
    """Whom `word` means; "he#2" is the second token written so."""
    form, _, number = word.partition("#")
    left = int(number or 1)
    for p in parsed(text).passages:
        for t, w in enumerate(p.words):
            if w == form:
                left -= 1
                if left == 0:
                    return make_index(text, codebook).resolve(p.index, t)
    raise AssertionError(f"{word!r} is no token of {text!r}")


@pytest.fixture(scope="session")
def who() -> Callable[..., Referent]:
    return find_who


@pytest.fixture(scope="session")
def index() -> Callable[..., ActorIndex]:
    return make_index


@pytest.fixture(scope="session")
def read() -> Callable[[str], Parsed]:
    return parsed

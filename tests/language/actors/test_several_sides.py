"""Phrases that name several sides speak for none of them alone."""

from __future__ import annotations

import pytest

from parley.codebook.load import load_codebook
from parley.language.actors import find_actors
from parley.language.parse import load_model, parse
from parley.records import Article, Block
from parley.settings import DEFAULT_MODEL


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The leaders of France, Germany and Poland said they agreed.", None),
        ("The leaders of France and Poland said they agreed.", None),
        ("French and Polish officials said they agreed.", None),
        ("The leaders of France said they agreed.", "France"),
    ],
)
def test_party(text: str, party: str | None) -> None:
    article = Article("a", "a", "a", "0", text, (Block(0, len(text), "body"),), text)
    parsed = parse(load_model(DEFAULT_MODEL), [article])[0]
    passage = parsed.passages[0]
    subject = next(t for t in range(len(passage)) if passage.deps[t] == "nsubj")
    assert find_actors(parsed, load_codebook("general")).resolve(0, subject).party == party


def test_a_title_makes_a_person_of_what_the_recogniser_took_for_a_work() -> None:
    text = "President Maren Taldory left. “We have read it,” Ms Taldory said."
    article = Article("a", "a", "a", "0", text, (Block(0, len(text), "body"),), text)
    parsed = parse(load_model(DEFAULT_MODEL), [article])[0]
    index = find_actors(parsed, load_codebook("general"))
    passage = parsed.passages[0]
    last = max(t for t in range(len(passage)) if passage.words[t] == "Taldory")
    assert index.resolve(0, last).name == "Maren Taldory"

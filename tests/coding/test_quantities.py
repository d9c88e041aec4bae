"""Figures: value, comparator, unit and what they count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.codebook.load import load_codebook
from parley.coding.quantities import QuantityFinder
from parley.language.parse import load_model, parse
from parley.language.times import find_times
from parley.records import Article, Block, Quantity
from parley.settings import DEFAULT_MODEL

Find = Callable[[str], tuple[Quantity, ...]]


@pytest.fixture(scope="module")
def find() -> Find:
    finder, nlp = QuantityFinder(load_codebook("figures")), load_model(DEFAULT_MODEL)

    def read(text: str) -> tuple[Quantity, ...]:
        parsed = parse(nlp, [Article("a", "a", "a", "0", text, (Block(0, len(text), "body"),), text)])[0]
        parsed.times = find_times(parsed.passages, "2031-09-12")
        found = finder.find(parsed)
        assert all(text[q.start : q.end] == q.text for q in found)
        return found

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army lost more than 4,000 soldiers there.", (4000, ">", "soldiers")),
        ("Some 400 crates arrived.", (400, "~", "crates")),
        ("Up to 12 ships may pass.", (12, "<", "ships")),
        ("About thirty-five ports have agreed.", (35, "~", "ports")),
        ("The yes side took 61% of the vote.", (61, "=", "percent")),
        ("The yes side took 61 per cent of the vote.", (61, "=", "percent")),
        ("They signed a 45-day truce.", (45, "=", "days")),
        ("The fleet costs $3.5 billion a year.", (3.5e9, "=", "USD")),
        ("Two million people fled.", (2e6, "=", "people")),
        ("The 200-plus crews went home.", (200, ">", "crews")),
        ("At least 17 sailors were freed.", (17, ">", "sailors")),
        ("A line 12 nautical miles from the shore was drawn.", (12, "=", "nautical miles")),
        ("Five or more ports must open.", (5, ">", "ports")),
        ("They spoke of 31 captured sailors.", (31, "=", "sailors")),
        ("No ship may cross the 12-mile line.", (12, "=", "miles")),
    ],
)
def test_figure(find: Find, text: str, expected: tuple[float, str, str]) -> None:
    (q,) = find(text)
    assert (q.value, q.comparator, q.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks began on 12 September 2031.",
        "It happened in 2014.",
        "Article 5 was read aloud.",
        "A 14-year-old boy was found.",
        "The home side won 3-1.",
        "One of them stayed.",
        "They met at 3 p.m. on Friday.",
    ],
)
def test_no_figure(find: Find, text: str) -> None:
    assert find(text) == ()


def test_what_a_figure_is_of(find: Find) -> None:
    (q,) = find("The yes side took 61% of the vote.")
    assert (q.of, q.text) == ("the vote", "61% of the vote")

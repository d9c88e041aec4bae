"""Quotation marks of every sort, paired or not."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.coding.quotes import find_quotations, pair_marks
from parley.language.passage import Passage


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no” and “never”.", ["“no”", "“never”"]),
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("He said ‘no’ and left the boys’ room.", ["‘no’"]),
        ("He said ''no'' twice.", ["''no''"]),
        ("Er sagte „nein“ und ging.", ["„nein“"]),
        ("Il a dit «non» hier.", ["«non»"]),
        ("“It is a ‘peace’ of paper,” she said.", ["“It is a ‘peace’ of paper,”"]),
        ("It’s the pilots’ port and nobody’s quote.", []),
        ("He said “no. She said “yes” later.", ["“no.", "“yes”"]),
        ("“We go on", ["“We go on"]),
        ('The width is 5" and no more.', []),
        ("", []),
    ],
)
def test_pairs(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b, _ in pair_marks(text)] == quoted


@given(st.text(alphabet="ab .,'\"“”‘’«»„\n", max_size=80))
def test_spans_are_ordered_and_inside(text: str) -> None:
    spans = pair_marks(text)
    assert all(0 <= a < b <= len(text) for a, b, _ in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))


def test_tokens_of_a_quotation(passage: Callable[[str], Passage]) -> None:
    p = passage("She said “no thanks” and left.")
    ((q,),) = find_quotations([p])
    assert p.words[q.first : q.last + 1] == ["“", "no", "thanks", "”"] or p.text_of(q.first, q.last) == "“no thanks”"
    assert q.closed


def test_a_page_of_marks_takes_linear_time() -> None:
    begun = time.process_time()
    pair_marks("‘a " * 20_000)
    pair_marks("“a " * 20_000)
    assert time.process_time() - begun < 5


def test_a_quotation_that_runs_on_without_opening_anew(passage: Callable[[str], Passage]) -> None:
    """Some pages close a quotation a paragraph later and never open it again there."""
    first = passage('Korpi said, "We are tired.')
    second = passage('It was a long day," and then "so long".')
    second.index = 1
    (one,), (two, three) = find_quotations([first, second])
    assert one.continued
    assert second.text[two.start : two.end] == 'It was a long day,"'
    assert second.text[three.start : three.end] == '"so long"'

"""The sentence around words: bounded, never cutting the words, deaf to full stops behind titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.context import sentence_around

TEXT = "It rained. Mr. Holm met J. Maar in Sund. Nobody spoke.\n\nA new day\n• One point\n• Another point"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("met", "Mr. Holm met J. Maar in Sund."),
        ("Nobody", "Nobody spoke."),
        ("It", "It rained."),
        ("new", "A new day"),
        ("One", "• One point"),
        ("rained. Mr. Holm", "It rained. Mr. Holm met J. Maar in Sund."),
    ],
)
def test_the_sentence_around_words(words, sentence):
    at = TEXT.index(words)
    start, end = sentence_around(TEXT, at, at + len(words))
    assert TEXT[start:end] == sentence


@given(st.text(alphabet="aB .!?\n”•-", max_size=80), st.data())
def test_the_words_are_always_inside_but_for_white_space_at_their_ends(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    a, b = sentence_around(text, start, end)
    assert 0 <= a <= b <= len(text)
    assert text[start:end].strip() in text[a:b]


def test_an_endless_sentence_is_taken_in_part():
    text = "word " * 10_000
    a, b = sentence_around(text, 25_000, 25_004)
    assert b - a <= 2 * 600 + 4

"""The language of a story."""

from __future__ import annotations

import pytest

from parley.reading.tongue import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The envoy said that the talks would go on, and that he was ready for them.", "en"),
        ("Der Gesandte sagte, dass die Gespräche weitergehen und er für sie bereit ist.", "de"),
        ("Министр заявила, что её страна вернётся за стол переговоров на следующей неделе, и не только она.", "ru"),
        ("Міністерка заявила, що її країна повернеться до столу переговорів і що це добре для всіх у регіоні.", "uk"),
        ("双方同意再次会面。", "zh"),
        ("双方は再び会うことで合意した。", "ja"),
        ("Talks.", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language

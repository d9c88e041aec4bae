"""Whatever comes in: an article that holds together, or a problem; never an exception, never a stall."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.records import Article
from parley.settings import Settings

from .helpers import outcome, problem, sound
from .pages import PAGES

_PIECES = st.sampled_from(
    [
        *(line for page in PAGES.values() for line in page.splitlines()),
        "",
        " ",
        "\t",
        "* ",
        "\r",
        "\u2028",
        "​",
        "…",
        "By ",
        "© ",
    ]
)


def check(data: bytes, form: str) -> None:
    found = outcome(data, form)
    if isinstance(found, Article):
        sound(found)
        assert found.body_text.strip()
    assert found == outcome(data, form)


@given(st.binary(max_size=600), st.sampled_from(["text", "html", "record"]))
def test_any_bytes(data: bytes, form: str) -> None:
    check(data, form)


@given(st.text(max_size=600))
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "replace"), "text")


@given(st.lists(_PIECES, max_size=40), st.sampled_from(["\n", "\r\n", "\n\n", "\n   "]))
def test_any_order_of_lines_that_pages_are_made_of(lines: list[str], end: str) -> None:
    check(end.join(lines).encode(), "text")


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "<h1>", "<ul><li>", "</ul>", "<table><tr><td>", "&amp;", "\0",
                                 "Envoys met in Geneva on Friday, said a spokesman. " * 5, "<br>", "<script>"]), max_size=40))  # fmt: skip
def test_any_markup(parts: list[str]) -> None:
    check("".join(parts).encode(), "html")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("one line of sentences", b"Talks resumed. " * 1_300_000),
        ("one word", b"a" * 20_000_000),
        ("bullets", b"* " * 10_000_000),
        ("by", b"By A " * 4_000_000),
        ("short lines", b"word\n" * 4_000_000),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_twenty_megabytes_do_not_stall(name: str, data: bytes) -> None:
    start = time.monotonic()
    found = outcome(data, "text", Settings(max_bytes=30_000_000))
    if isinstance(found, Article):
        sound(found)
    assert time.monotonic() - start < 60, name


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t \r\n", "empty"),
        ("\u2003\n\ufeff *".encode(), "no-text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary"),
        (b"Talks\0\0\0 resumed", "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
    ],
)
def test_pages_that_are_no_text(data: bytes, code: str) -> None:
    assert problem(data).code == code

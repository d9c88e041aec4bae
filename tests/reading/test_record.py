"""JSON Lines records, whichever tool wrote them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .helpers import article, blocks, problem, sound

TEXT = "Ostmark left the talks on Monday.\n\nVarland said that it would wait. Nobody was surprised by that."


def read(record: dict[str, Any]) -> Any:
    found = article(json.dumps(record), "record")
    sound(found)
    return found


def test_the_fields_of_our_own() -> None:
    found = read({
        "id": "r1", "title": "Talks end", "text": TEXT, "published": "2025-03-14", "outlet": "The Courier",
        "byline": "By Jane Doe and Bob Roe",
    })  # fmt: skip
    assert found.text == f"Talks end\n\n{TEXT}"
    assert found.body_text == TEXT
    assert blocks(found, "headline") == ["Talks end"]
    assert (found.title, found.outlet, found.byline) == ("Talks end", "The Courier", ("Jane Doe", "Bob Roe"))
    assert (found.published, found.published_from) == ("2025-03-14", "metadata")


@pytest.mark.parametrize(
    "record",
    [
        {
            "maintext": TEXT, "date_publish": "2025-03-14 10:00:00", "source_domain": "courier.org",
            "authors": ["Jane Doe", "Bob Roe"], "title": "Talks end", "language": "en",
        },
        {
            "plaintext": TEXT, "publishing_date": "2025-03-14T10:00:00+00:00", "publisher": {"name": "courier.org"},
            "authors": ["Jane Doe", "Bob Roe"], "title": "Talks end", "lang": "en",
        },
        {
            "body": {"summary": [], "sections": [{"headline": [], "paragraphs": TEXT.split("\n\n")}]}, "lang": "en",
            "publishing_date": "2025-03-14", "publisher": "courier.org", "authors": ["Jane Doe", "Bob Roe"],
            "title": "Talks end",
        },
        {
            "raw_text": TEXT, "date": "2025-03-14", "hostname": "courier.org", "author": "Jane Doe; Bob Roe",
            "title": "Talks end", "language": "en",
        },
    ],
    ids=["news-please", "fundus", "fundus-body", "trafilatura"],
)  # fmt: skip
def test_the_fields_of_others(record: dict[str, Any]) -> None:
    found = read(record)
    assert (found.title, found.body_text) == ("Talks end", TEXT)
    assert (found.published, found.outlet, found.language) == ("2025-03-14", "courier.org", "en")
    assert found.byline == ("Jane Doe", "Bob Roe")


def test_a_title_that_the_text_repeats_is_not_set_before_it_again() -> None:
    found = read({"title": "Talks end", "text": f"Talks end\n\n{TEXT}"})
    assert found.text == f"Talks end\n\n{TEXT}"
    assert blocks(found, "headline") == ["Talks end"]


def test_a_record_that_holds_html() -> None:
    story = "".join(
        f"<p>Ostmark left the talks on Monday, and Varland said for the {n}. time it would wait.</p>" for n in "123456"
    )
    found = read(
        {"html": f"<html><body><article><h1>Talks end</h1>{story}</article></body></html>", "title": "Talks end"}
    )
    assert "Varland said" in found.body_text


def test_half_a_surrogate_pair_is_replaced() -> None:
    found = article(b'{"title": "Talks \\ud83d end", "text": "Ostmark \\u0000 left the talks."}', "record")
    sound(found)
    assert "\ufffd" in found.text


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"title": "x"}', "no-text"),
        (b"{", "invalid-json"),
        (b"[" * 100_000, "invalid-json"),
        (b'{"text": 5}', "no-text"),
    ],
)
def test_records_that_cannot_be_read(line: bytes, code: str) -> None:
    assert problem(line, "record").code == code

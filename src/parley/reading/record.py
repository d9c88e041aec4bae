"""One JSON record -> its fields, whichever tool wrote it.

Understood are Parley's own names and those of news-please, fundus and trafilatura; the first name that holds
something wins.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from parley.reading.charset import decode

Record = Mapping[str, Any]

IDENTITY = ("id", "url", "source_url", "link")
TITLE = ("title", "headline")
TEXT = ("text", "maintext", "plaintext", "body", "raw_text", "content", "article")
HTML = ("html", "raw_html")
PUBLISHED = ("published", "date_publish", "publishing_date", "date", "published_at", "pubDate", "publish_date")
OUTLET = ("outlet", "sitename", "publisher", "source_domain", "hostname", "site")
BYLINE = ("byline", "authors", "author")
LANGUAGE = ("language", "lang")

_AND = re.compile(r"\s*(?:[;,&]|\band\b)\s*")
_BY = re.compile(r"^\s*by\s+", re.I)
_SURROGATE = re.compile("[\ud800-\udfff\0]")


def parse_record(line: bytes) -> Record | str:
    """The JSON object of a line, or the reason why it is none."""
    try:
        found = json.loads(decode(line)[0])
    except RecursionError:
        return "nested too deeply"
    except ValueError as error:
        return f"not JSON: {error}"
    return found if isinstance(found, dict) else "JSON, but not an object with named fields"


def identity(record: Record) -> str | None:
    """The record's id or URL as one line of text, None when it has none."""
    for key in IDENTITY:
        value = record.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return " ".join(_clean(value).split())
    return None


def field(record: Record, names: tuple[str, ...]) -> str | None:
    """The first of the named fields that holds text; lists and fundus' nested bodies become paragraphs."""
    for name in names:
        text = _as_text(record.get(name)).strip()
        if text:
            return text
    return None


def people(record: Record) -> tuple[str, ...]:
    """The authors, whether written as a list or as one line."""
    for name in BYLINE:
        value = record.get(name)
        parts = value if isinstance(value, list) else [value]
        names = [
            piece.strip()
            for part in parts
            for piece in _AND.split(_BY.sub("", _as_text(part)))
            if piece.strip() and "://" not in piece
        ]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _as_text(value: Any, depth: int = 0) -> str:
    if isinstance(value, str):
        return _clean(value)
    if depth > 8:
        return ""
    if isinstance(value, list):
        return "\n\n".join(filter(None, (_as_text(v, depth + 1) for v in value)))
    if isinstance(value, dict):
        if "name" in value:
            return _as_text(value["name"], depth + 1)
        parts = (value.get(k) for k in ("summary", "headline", "sections", "paragraphs"))
        return "\n\n".join(filter(None, (_as_text(v, depth + 1) for v in parts)))
    return ""


def _clean(text: str) -> str:
    """JSON can spell half a surrogate pair and NUL; neither can be stored, each becomes one U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)

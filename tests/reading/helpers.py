"""Short ways to read a page in a test."""

from __future__ import annotations

from parley.errors import Problem
from parley.reading import read_article
from parley.records import Article, Page
from parley.settings import Settings


def outcome(data: bytes | str, form: str = "text", settings: Settings | None = None) -> Article | Problem:
    raw = data.encode() if isinstance(data, str) else data
    return read_article(Page("page", "/page", form, raw), settings or Settings())  # type: ignore[arg-type]


def article(data: bytes | str, form: str = "text", settings: Settings | None = None) -> Article:
    found = outcome(data, form, settings)
    assert isinstance(found, Article), found
    return found


def problem(data: bytes | str, form: str = "text", settings: Settings | None = None) -> Problem:
    found = outcome(data, form, settings)
    assert isinstance(found, Problem), found
    return found


def blocks(found: Article, *kinds: str) -> list[str]:
    return [found.text[b.start : b.end] for b in found.blocks if not kinds or b.kind in kinds]


def sound(found: Article) -> None:
    """What must hold of every article: blocks within the text, in order, apart, and none empty."""
    at = 0
    for block in found.blocks:
        assert at <= block.start < block.end <= len(found.text)
        assert found.text[block.start : block.end].strip()
        at = block.end
    kept = [found.text[b.start : b.end] for b in found.blocks if b.kind in ("body", "subheading", "keypoint")]
    assert found.body_text == "\n\n".join(kept)
    found.text.encode("utf-8")

"""What a reader of one format found on a page, before it becomes an Article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.records import Block, PublishedFrom

IN_BODY = frozenset({"body", "subheading", "keypoint"})


@dataclass(frozen=True, slots=True)
class Story:
    """The frozen text with its blocks and masthead; the fields mean what they mean in `Article`."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    outlet: str | None = None
    credit: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom | None = None
    dateline: tuple[str, ...] = ()
    language: str | None = None


def body_text(text: str, blocks: Iterable[Block]) -> str:
    """The story without furniture and headline: its blocks joined by blank lines."""
    return "\n\n".join(text[b.start : b.end] for b in blocks if b.kind in IN_BODY)

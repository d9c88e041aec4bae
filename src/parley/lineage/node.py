"""An article as lineage sees it, and where what lineage knows is kept: `Node`, `Place`, and the protocol `Store`."""

# ruff: noqa: D102  (the members of a protocol are described in its docstring)

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Protocol

from parley.lineage.likeness import Kind, Theme
from parley.lineage.shingles import plain
from parley.lineage.sketch import Sketch, sketch
from parley.records import Lineage

Handle = int
"""An article's number in lineage: 62 bits of a hash of its id, so that their order is random and always the same."""
Key = tuple[int, int]
"""A key by which articles find each other, and the stretch of days it holds for (see `keys.py`)."""


class Traceable(Protocol):
    """What lineage needs of an article; `parley.records.Article` and the ledger's rows have it.

    `published` is an ISO date (one less precise than a day counts as unknown for stories) or None.
    """

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def credit(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def body_text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Node:
    """An article: its handle and id, its day (days since 1 January of year 1, None when unknown), its masthead for
    comparing (`published` "9999" when unknown), and its sketch."""

    handle: Handle
    id: str
    day: int | None
    published: str
    credit: str
    outlet: str
    sketch: Sketch

    @property
    def before(self) -> tuple[int, Handle]:
        """The fixed order of articles: by day, unknown days last, then by handle."""
        return (self.day if self.day is not None else 1 << 30, self.handle)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article hangs in the stories: below the earlier one it is most like, in the story that `root` began."""

    parent: Handle | None = None
    alike: float = 0.0
    root: Handle | None = None


class Store(Protocol):
    """What the tracer reads and writes, be it in memory or in a ledger.

    `first` gives, for each key asked, its holders in ascending order, at most so many (all for -1). `found_by` are the
    articles that `find` another as a copy or rewrite of it. `lightest` are the articles with the smallest handles: a
    random sample that stays nearly the same as articles come. Writes of `trace` replace the rows of those articles.
    """

    def nodes(self, handles: Collection[Handle]) -> dict[Handle, Node]: ...
    def lightest(self, count: int) -> list[Node]: ...
    def hold(self, handle: Handle, keys: Sequence[Key]) -> None: ...
    def release(self, handle: Handle, keys: Sequence[Key]) -> None: ...
    def first(self, asked: Mapping[Key, int]) -> dict[Key, list[Handle]]: ...
    def finds(self, handles: Collection[Handle]) -> dict[Handle, dict[Handle, Kind]]: ...
    def found_by(self, handles: Collection[Handle]) -> dict[Handle, dict[Handle, Kind]]: ...
    def find(self, handle: Handle, found: Mapping[Handle, Kind]) -> None: ...
    def places(self, handles: Collection[Handle]) -> dict[Handle, Place]: ...
    def put(self, handle: Handle, place: Place) -> None: ...
    def below(self, handle: Handle) -> list[Handle]: ...
    def theme(self) -> Theme: ...
    def forget_all(self, theme: Theme) -> None: ...
    def trace(self, rows: Iterable[Lineage]) -> None: ...


def node(article: Traceable) -> Node:
    """The node of an article."""
    return Node(
        handle=handle(article.id),
        id=article.id,
        day=_day(article.published),
        published=article.published or "9999",
        credit=name(article.credit),
        outlet=name(article.outlet),
        sketch=sketch(article.body_text, article.title),
    )


def handle(article: str) -> Handle:
    """The handle of the article of that id."""
    digest = blake2b(article.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 2


def name(text: str | None) -> str:
    """An outlet's or agency's name for comparing: letters and digits only, without a leading article."""
    words = "".join(c if c.isalnum() else " " for c in plain(text or "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _day(published: str | None) -> int | None:
    if published is None or len(published) < 10:
        return None
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None

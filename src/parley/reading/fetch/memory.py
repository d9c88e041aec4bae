"""What earlier answers said: the validators by which a server tells that a page is as it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is kept of a URL: the server's `etag` and `modified` (Last-Modified, as sent), and a `mark` of the feed
    entry that named it; `tries` counts failures since it was last read, 0 when it was read; `feed` that it is one."""

    etag: str | None = None
    modified: str | None = None
    mark: str | None = None
    tries: int = 0
    feed: bool = False


class Memory(Protocol):
    """Where that is kept. What is remembered takes effect once the pages read meanwhile are safely stored."""

    def recall(self, url: str) -> Remembered | None:
        """What is kept of a URL, None when its page is not stored."""

    def remember(self, url: str, what: Remembered) -> None:
        """Keep this of a URL, in place of what was kept."""

    def unchanged(self, url: str) -> None:
        """Note that a URL was not read because it is as it was."""


@dataclass(slots=True)
class Forgetful:
    """A memory that lasts as long as the process."""

    kept: dict[str, Remembered] = field(default_factory=dict)

    def recall(self, url: str) -> Remembered | None:
        """See `Memory`."""
        return self.kept.get(url)

    def remember(self, url: str, what: Remembered) -> None:
        """See `Memory`."""
        self.kept[url] = what

    def unchanged(self, url: str) -> None:
        """See `Memory`."""

"""URLs -> pages: what the polite client brings, made pages like those of files, or Problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parley.errors import Problem
from parley.reading.carried import carried_page, charset_of, format_carried, media_type
from parley.reading.feeds import Fetch, iter_entries
from parley.reading.fetch.client import Client, Fetched
from parley.reading.fetch.failure import FetchFailure
from parley.reading.fetch.manners import Manners
from parley.reading.fetch.memory import Forgetful, Memory, Remembered
from parley.records import Page
from parley.settings import Settings


class Web:
    """The door to the web for one read: one client, and what earlier reads remember.

    `give_up`: after how many failures an unchanged feed entry is left alone in silence (for who polls); None: never.
    """

    def __init__(
        self, settings: Settings, memory: Memory | None = None, manners: Manners | None = None,
        give_up: int | None = None,
    ) -> None:  # fmt: skip
        self.settings = settings
        self.memory: Memory = memory if memory is not None else Forgetful()
        self._client = Client(settings.allow_hosts, manners)
        self._give_up = give_up

    @property
    def fetch(self) -> Fetch | None:
        """What fetches the pages that feeds link to, None when the user did not ask for that."""
        return self.entry if self.settings.fetch else None

    def page(self, url: str) -> Iterator[Page | Problem]:
        """The page a user named, or the entries when it is a feed; nothing when it is as it was."""
        yield from self._read(url, self.memory.recall(url), None, feed=False)

    def feed(self, url: str) -> Iterator[Page | Problem]:
        """The entries of the feed a user named; nothing when it is as it was."""
        yield from self._read(url, self.memory.recall(url), None, feed=True)

    def entry(self, url: str, mark: str) -> Iterator[Page | Problem]:
        """The page a feed entry links to, nothing when the entry is the one that was read before."""
        known = self.memory.recall(url)
        if known is not None and known.mark == mark:
            if known.tries == 0:
                self.memory.unchanged(url)
                return
            if self._give_up is not None and known.tries >= self._give_up:
                return
        yield from self._read(url, known, mark, feed=False)

    def _read(self, url: str, known: Remembered | None, mark: str | None, feed: bool) -> Iterator[Page | Problem]:
        try:
            got = self._client.get(url, limit=self.settings.max_bytes, known=known)
        except FetchFailure as failure:
            before = known if known is not None and known.mark == mark else None
            self.memory.remember(
                url, replace(before or Remembered(mark=mark), tries=(before.tries if before else 0) + 1)
            )
            yield Problem(url, failure.code, failure.reason)
            return
        if got.unchanged:
            self.memory.unchanged(url)
            if known is not None:
                self.memory.remember(url, replace(known, mark=mark, tries=0))
            return
        yield from self._pages(url, got, mark, feed)
        self.memory.remember(url, Remembered(got.etag, got.modified, mark))

    def _pages(self, url: str, got: Fetched, mark: str | None, feed: bool) -> Iterator[Page | Problem]:
        if not got.body.strip():
            yield Problem(url, "empty", "the page is empty")
            return
        form = format_carried(got.content_type, got.body)
        if feed or (form == "feed" and mark is None):
            charset = charset_of(got.content_type)
            yield from iter_entries(got.body, url, url, base=got.url, charset=charset, fetch=self.fetch)
        elif form in ("html", "text", "pdf"):
            yield carried_page(url, url, form, got.content_type, got.body)
        else:
            kind = media_type(got.content_type)[:60] or "of an unknown type"
            yield Problem(url, "unknown-format", f"what lies there is no page ({kind})")

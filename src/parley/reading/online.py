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
from parley.reading.formats import Format
from parley.records import Page
from parley.settings import Settings


class Web:
    """The door to the web for one read: one client, and what earlier reads remember.

    `memory` may be set later, before the first page is asked for. `give_up`: after how many failures an unchanged feed
    entry is left alone in silence (for who polls); None: never.
    """

    def __init__(
        self, settings: Settings, memory: Memory | None = None, manners: Manners | None = None,
        give_up: int | None = None,
    ) -> None:  # fmt: skip
        self.settings = settings
        self.memory: Memory = memory if memory is not None else Forgetful()
        self._client = Client(settings.allow_hosts, manners)
        self._give_up = give_up
        self._depth = "fetch" if settings.fetch else "feed"
        self._owed = 0
        """Entries that failed and are to be tried another time."""

    @property
    def fetch(self) -> Fetch | None:
        """What fetches the pages that feeds link to, None when the user did not ask for that."""
        return self.entry if self.settings.fetch else None

    def page(self, url: str) -> Iterator[Page | Problem]:
        """The page a user named, or the entries when it is a feed; nothing when it is as it was."""
        yield from self._read(url, self._known(url), None, feed=False)

    def feed(self, url: str) -> Iterator[Page | Problem]:
        """The entries of the feed a user named; nothing when it is as it was."""
        yield from self._read(url, self._known(url), None, feed=True)

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

    def _known(self, url: str) -> Remembered | None:
        """What is remembered of a page somebody named. A feed read without fetching says nothing to who fetches."""
        known = self.memory.recall(url)
        return known if known is None or not known.feed or known.mark == self._depth else None

    def _read(self, url: str, known: Remembered | None, mark: str | None, feed: bool) -> Iterator[Page | Problem]:
        try:
            got = self._client.get(url, limit=self.settings.max_bytes, known=known)
        except FetchFailure as failure:
            self._failed(url, known or Remembered(feed=feed, mark=mark), mark, failure)
            yield Problem(url, failure.code, failure.reason)
            return
        if got.unchanged:
            self.memory.unchanged(url)
            if known is not None:
                self.memory.remember(url, replace(known, mark=known.mark if mark is None else mark, tries=0))
            return
        form = format_carried(got.content_type, got.body)
        feed = feed or (form == "feed" and mark is None)
        owed = self._owed
        yield from self._pages(url, got, "feed" if feed else form)
        if not feed:
            self.memory.remember(url, Remembered(got.etag, got.modified, mark))
        elif owed == self._owed:
            self.memory.remember(url, Remembered(got.etag, got.modified, self._depth, feed=True))
        else:  # sent whole the next time, so that what could not be had is tried again
            self.memory.remember(url, Remembered(mark=self._depth, feed=True))

    def _failed(self, url: str, known: Remembered, mark: str | None, failure: FetchFailure) -> None:
        """Count the try against the entry, unless nothing was tried."""
        tries = known.tries if known.mark == mark or mark is None else 0
        if failure.code != "left-alone":
            tries += 1
            self.memory.remember(url, replace(known, mark=known.mark if mark is None else mark, tries=tries))
        self._owed += self._give_up is None or tries < self._give_up

    def _pages(self, url: str, got: Fetched, form: Format | None) -> Iterator[Page | Problem]:
        if not got.body.strip():
            yield Problem(url, "empty", "the page is empty")
        elif form == "feed":
            charset = charset_of(got.content_type)
            yield from iter_entries(got.body, url, url, base=got.url, charset=charset, fetch=self.fetch)
        elif form in ("html", "text", "pdf"):
            yield carried_page(url, url, form, got.content_type, got.body)
        else:
            kind = media_type(got.content_type)[:60] or "of an unknown type"
            yield Problem(url, "unknown-format", f"what lies there is no page ({kind})")

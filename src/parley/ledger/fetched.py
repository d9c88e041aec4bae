"""The ledger's memory of what servers said (see `reading/fetch/memory.py`): small, private, safe to lose."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from sqlalchemy import delete, insert, select

from parley.ledger import entries, schema
from parley.ledger.store import Ledger
from parley.reading.fetch.memory import Remembered
from parley.records import RunInfo


class Fetched:
    """A memory for reads that code as `like` does. Call `keep` when what was read is stored, and not before.

    A page that the ledger does not hold, or holds as another codebook or model coded it, is not remembered: it must be
    sent again. `met_unchanged` counts what was not read because it is as it was.
    """

    def __init__(self, ledger: Ledger, like: RunInfo) -> None:
        self._ledger = ledger
        self._coder = hashlib.sha256(
            "\0".join((like.parley, like.model, like.codebook_sha256, like.settings)).encode()
        ).hexdigest()[:16]
        self._new: dict[str, Remembered] = {}
        self.met_unchanged = 0

    def recall(self, url: str) -> Remembered | None:
        """What is kept of a URL, None when its page is not stored."""
        if url in self._new:
            return self._new[url]
        f, a = schema.fetched.c, schema.articles.c
        query = select(f.etag, f.modified, f.mark, f.tries, f.feed).where(f.url == url, f.coder == self._coder)
        with self._ledger._reading() as connection:
            row = connection.execute(query).first()
            if row is None:
                return None
            kept = Remembered(row.etag, row.modified, row.mark, row.tries, bool(row.feed))
            if kept.feed or kept.mark is not None:
                return kept
            stored = connection.execute(select(a.seq).where(a.location == entries.storable(url)).limit(1)).first()
            return kept if stored is not None else None

    def remember(self, url: str, what: Remembered) -> None:
        """Keep this of a URL, once `keep` is called."""
        self._new[url] = what

    def unchanged(self, url: str) -> None:
        """Note that a URL was not read because it is as it was."""
        self.met_unchanged += 1

    def keep(self, stored: Collection[str] | None = None) -> None:
        """Write down what was remembered, in one transaction: of the URLs `stored`, or of all when None.

        What it speaks of must be stored by now: a killed read that remembered more would never see those pages again.
        """
        ripe = {url: r for url, r in self._new.items() if stored is None or url in stored}
        if not ripe:
            return
        f = schema.fetched.c
        rows = [
            {
                "url": url, "coder": self._coder, "feed": int(r.feed), "etag": r.etag, "modified": r.modified,
                "mark": r.mark, "tries": r.tries,
            }
            for url, r in sorted(ripe.items())
        ]  # fmt: skip
        with self._ledger._writing() as tx:
            for row in rows:
                tx.execute(delete(schema.fetched).where(f.url == row["url"]))
            tx.execute(insert(schema.fetched), rows)
        if stored is None:
            self._new.clear()

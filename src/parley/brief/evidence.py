"""Evidence a person can judge: words of a page, widened to their sentence where they are too few to be read alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from parley.analysis import Evidence
from parley.analysis.context import sentence_around
from parley.analysis.talks import evidence

if TYPE_CHECKING:
    from parley.ledger.store import Ledger

SHORT = 48
"""Characters of evidence below which a reader is shown the sentence: "ceasefire be implemented" may be a condition."""
LONGEST = 420
"""Characters of a sentence that is shown whole; a longer one keeps the evidence as it was coded."""


class Quoter:
    """Evidence from coded rows; every text of an article is read once.

    A row of a copy is shown as the origin has it, when one of `rows` says the same in the same words.
    """

    def __init__(self, ledger: Ledger, rows: Iterable[Any] = ()) -> None:
        self._ledger = ledger
        self._first = {_same(r): r for r in rows if r.article == r.origin}
        self._texts: dict[str, str] = {}

    def __call__(self, row: Any, *, whole: bool = False) -> Evidence:
        """The words of a row; the sentence around them when they are short, or with `whole`."""
        found = evidence(self._first.get(_same(row), row))
        if not whole and (len(found.text) >= SHORT or found.spans):
            return found
        return self._widened(found)

    def words(self, row: Any, words: str) -> Evidence:
        """The sentence around words that stand near a row (its condition); the row's own where they are not found."""
        row = self._first.get(_same(row), row)
        text = self._text(row.article)
        near = text.find(words, row.start, row.end)
        if near < 0:
            near = text.find(words, row.end, row.end + LONGEST)
        if near < 0:
            near = text.rfind(words, max(0, row.start - LONGEST), row.start)
        if near < 0:
            return self(row)
        found = replace(evidence(row), start=near, end=near + len(words), text=words, spans=())
        return self._widened(found)

    def _widened(self, found: Evidence) -> Evidence:
        text = self._text(found.article)
        start, end = sentence_around(text, found.start, found.end)
        if end - start > LONGEST or not (start <= found.start and found.end <= end):
            return found
        return replace(found, start=start, end=end, text=text[start:end], spans=())

    def _text(self, article: str) -> str:
        if article not in self._texts:
            self._texts = {article: self._ledger.text(article)} if len(self._texts) > 200 else self._texts
            self._texts[article] = self._ledger.text(article)
        return self._texts[article]


def _same(row: Any) -> tuple[str, str, str]:
    return type(row).__name__, row.origin, row.text

"""The date a page prints in its masthead, as a time expression: the evidence of `published`.

The masthead is no part of the story and is not parsed; the line is found again in the frozen text.
"""

from __future__ import annotations

from parley.reading.dates_printed import find_date
from parley.records import Article, TimeExpression

_LINES = 60
"""Lines outside the story that are looked at, from the top."""
_LONGEST = 200


def printed_date(article: Article) -> TimeExpression | None:
    """The first date outside the story that is the article's printed publication day; None without one."""
    if article.published_from != "printed" or not article.published:
        return None
    blocks, at, seen = iter(article.blocks), 0, 0
    block = next(blocks, None)
    for line in article.text.split("\n"):
        start, at = at, at + len(line) + 1
        while block is not None and block.end <= start:
            block = next(blocks, None)
        if block is not None and block.start < at - 1:
            continue
        seen += bool(line.strip())
        if seen > _LINES:
            return None
        found = find_date(line) if 4 < len(line) <= _LONGEST else None
        if found is not None and found.iso == article.published:
            first = _weekday_before(line, found.start)
            text = line[first : found.end]
            return TimeExpression(start + first, start + found.end, text, "DATE", found.iso)
    return None


def _weekday_before(line: str, start: int) -> int:
    """Where the weekday before a date begins ("*Tuesday, *March 18, 2031"), else the date's own start."""
    before = line[:start].rstrip(" ,\u00a0")
    word = before.split()[-1] if before.split() else ""
    if word.lower().rstrip(".,") in _WEEKDAYS and before.endswith(word):
        return len(before) - len(word)
    return start


_WEEKDAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
     "thur", "thurs", "fri", "sat", "sun")
)  # fmt: skip

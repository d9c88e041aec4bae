"""The publication date of a page that prints none, where its own words settle it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from parley.reading.dates_printed import find_date

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OPENING = 400


def infer_published(paragraphs: Sequence[str]) -> str | None:
    """The ISO day that a story's first paragraph names with its weekday, None when nothing settles it.

    News is told within days of what it reports, so "on Friday, March 14, 2025" in the opening dates the story nearly.
    The weekday must be the calendar's (a slip of memory, or another year's date, is thus refused), and no later year
    may stand anywhere in the text: that would be a look back.
    """
    if not paragraphs:
        return None
    opening = paragraphs[0][:_OPENING]
    found = find_date(opening)
    if found is None:
        return None
    before = opening[max(0, found.start - 14) : found.start].lower()
    weekday = _WEEKDAYS[date.fromisoformat(found.iso).weekday()]
    years = (int(m.group()) for p in paragraphs for m in _YEAR.finditer(p[:5000]))
    if weekday not in before or any(year > int(found.iso[:4]) for year in years):
        return None
    return found.iso

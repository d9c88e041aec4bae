"""The dateline that opens a story ("OSTREL, Sept. 14 (LPA) - ") is no part of what is said after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.coding.reports import Report
from parley.language.passage import Passage

_PLACE = r"[^\W\d_a-z][\w'’./-]*(?:[ ,/]+[^\W\d_a-z][\w'’./-]*){0,4}"
_DATELINE = re.compile(
    rf"\s*{_PLACE}"
    r"(?:,?\s+(?:[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][A-Za-z]{2,8}\.?)(?:,?\s*\d{4})?)?"
    r"(?:\s*\([^()\n]{2,40}\))?"
    r"\s*(?:--|[—–:-])\s+"
)


def behind_dateline(p: Passage) -> int | None:
    """The place in the article's text right behind the passage's dateline, None when it has none."""
    match = _DATELINE.match(p.text[:120])
    return p.start + match.end() if match is not None and _is_dateline(match.group()) else None


def undated(p: Passage, reports: Sequence[Report]) -> None:
    """Move contents that begin with the passage's dateline to behind it."""
    behind = behind_dateline(p)
    if behind is None:
        return
    for r in reports:
        if r.source is not None and p.starts[r.source] < behind and r.cue_range is not None and behind < r.start:
            r.source = _name_ahead(p, r.cue_range[0], behind)
        r.pieces = [(behind if a < behind < b else a, b) for a, b in r.pieces if b > behind]


def _name_ahead(p: Passage, v: int, behind: int) -> int | None:
    """The name right before the cue, where the parser took the dateline's place for the subject."""
    t = v - 1
    while t >= 0 and p.pos[t] in ("AUX", "ADV", "PART"):
        t -= 1
    return t if t >= 0 and p.pos[t] in ("PROPN", "NOUN") and p.starts[t] >= behind else None


def _is_dateline(text: str) -> bool:
    """True for a place in capitals, or any place with an agency in brackets or a day."""
    place = text.split("(")[0].split(",")[0].strip(" -—–:")
    return ("(" in text) or (any(c.isdigit() for c in text)) or (place.isupper() and len(place) > 2)

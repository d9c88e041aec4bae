"""The sentence around words of a page: what a reader needs to see when the evidence itself is three words long."""

from __future__ import annotations

import re

from parley.records import Span

_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])|\n\s*\n|\n(?=[ \t]*[•·*–-][ \t])")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Lt|Col|Capt|Adm|Sgt|Gov|No))\.\s*$")
ABOUT = 600
"""Characters looked at on each side of the words for the ends of their sentence."""


def sentence_around(text: str, start: int, end: int, about: int = ABOUT) -> Span:
    """Where the sentence (or sentences) around [start, end) begins and ends, without white space at either end.

    A full stop after a title or an initial ends nothing. At most `about` characters are taken on each side.
    """
    low, high = max(0, start - about), min(len(text), end + about)
    ends = [m.end() for m in _END.finditer(text, low, high) if not _initial(text, low, m.end())]
    first = max((e for e in ends if e <= start), default=low)
    last = min((e for e in ends if e >= max(end, first)), default=high)
    piece = text[first:last]
    begin = first + len(piece) - len(piece.lstrip())
    return begin, begin + len(piece.strip())


def _initial(text: str, low: int, at: int) -> bool:
    """Whether the full stop before `at` stands behind a title or an initial."""
    return _ABBREVIATION.search(text[max(low, at - 12) : at]) is not None

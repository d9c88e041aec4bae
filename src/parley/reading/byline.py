"""Bylines in their many forms -> the names of those who wrote the story, and what else the line tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.dates_printed import find_date
from parley.reading.names import as_name
from parley.reading.words import masthead_words

_AND = re.compile(r"\s+(?:and|und|et|y|e|i|en|og|och|и|та)\s+|\s*[&;|/•·]\s*|\s*,\s*(?:and\s+)?")
_IN_PLACE = re.compile(r"\s+in\s+((?:[A-Z][\w.'’-]+)(?:\s[A-Z][\w.'’-]+){0,2})")
_HANDLE = re.compile(r"\s*\(?@\w+\)?|<[^>]*>|\S+@\S+|https?://\S+")
_TRAIL = re.compile(
    r"\s*(?:[|•·–—-]\s*)?(?:\bon\b|\bin\b|\bpublished\b|\bupdated\b|\bposted\b|\bat\b|\bam\b|\ble\b|\bfor\b)?\s*$", re.I
)
_AGO = re.compile(r"\b\d+\s+(?:min|minute|hour|day|week|month|year)s?\b(?:\s+ago)?", re.I)
_FIGURE = re.compile(r"\(?\d")
_AT_ADDRESS = re.compile(r"\s+(?:at|on|@|via|\(|<)", re.I)


@dataclass(frozen=True, slots=True)
class Byline:
    """Names, the agency or paper named beside them, and the places they wrote from."""

    names: tuple[str, ...] = ()
    agency: str | None = None
    places: tuple[str, ...] = ()


def read_byline(line: str) -> Byline | None:
    """The byline that a line above the story is, None when it is none.

    "By A and B", "A, Agency", "A | date", "Agency, City," and so on. A bare name counts only with one of these beside
    it: alone it may be anything.
    """
    if len(line) > 250:
        return None
    words = masthead_words()
    opening = words.by.match(line)
    rest = _HANDLE.sub(" ", line[opening.end() :] if opening else line)
    dated = find_date(rest)
    beside = dated is not None or bool(_AGO.search(rest)) or rest != line
    if dated:
        rest = rest[: dated.start] if dated.start > 3 else rest[dated.end :]
    rest = _FIGURE.split(_AGO.split(rest)[0])[0]
    places = tuple(m.group(1) for m in _IN_PLACE.finditer(rest))
    rest = _TRAIL.sub("", _IN_PLACE.sub("", rest).strip()).strip(" ,|–—-/")
    agency_only = words.agency.match(rest)
    names: list[str] = []
    agency: str | None = None
    for piece in _AND.split(rest):
        piece = _TRAIL.sub("", piece.strip())
        named = words.agencies.get(piece) or (words.agencies.get(piece.title()) if piece.isupper() else None)
        name = None if named else as_name(piece)
        if named:
            agency = agency or named
        elif name and name not in names:
            names.append(name)
        elif piece and not (opening or names or agency):
            return None
    if not names and not agency:
        return None
    if (
        opening
        or agency
        and (names or (agency_only and len(rest.split()) <= 4))
        or (names and beside and len(line) < 90)
    ):
        return Byline(tuple(names), agency, places)
    return None


def bare_name(line: str) -> str | None:
    """A line that is one name and nothing else."""
    return as_name(line) if len(line) < 50 and "," not in line else None


def read_foot(text: str) -> tuple[str, ...]:
    """The names in "write to NAME at ADDRESS" and its kin, below the story."""
    if len(text) > 400:
        return ()
    names: list[str] = []
    for match in masthead_words().foot.finditer(text):
        piece = _AT_ADDRESS.split(text[match.end() : match.end() + 80], maxsplit=1)
        if len(piece) < 2:
            continue
        names.extend(n for n in map(as_name, _AND.split(piece[0])) if n and n not in names)
    return tuple(names)

"""Bylines in their many forms -> the names of those who wrote the story, and what else the line tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.dates_printed import find_date, find_month_day
from parley.reading.furniture import furniture
from parley.reading.names import as_name
from parley.reading.places import is_city, is_region
from parley.reading.words import masthead_words

_AND = re.compile(
    r"\s+(?:and|with|avec|mit|con|com|und|et|y|e|i|en|og|och|и|та)\s+|\s*[&;|/•·]\s*|\s+[-–—]\s+|\s*,\s*(?:and\s+)?",
    re.I,
)
_IN_PLACE = re.compile(r"\s+in\s+((?:[A-Z][\w.'’-]+)(?:\s[A-Z][\w.'’-]+){0,2})")
_HANDLE = re.compile(r"\s*\(?@\w+\)?|<[^>]*>|\S+@\S+|https?://\S+")
_TRAIL = frozenset({
    "on", "in", "published", "updated", "posted", "at", "am", "le", "for", "vom", "publiziert", "veröffentlicht", "il",
    "erschienen", "publié", "publiée", "publicado", "publicada", "el", "pubblicato", "опубликовано", "опубліковано",
})  # fmt: skip
_AGO = re.compile(r"\b\d{1,2}\s+(?:min|minute|hour|day|week|month|year)s?\b(?:\s+ago)?", re.I)
_REACHED = re.compile(
    r"((?:[^\W\d_][\w.'’-]*\s){1,3}[^\W\d_][\w'’-]*)\s(?:can|may|could) be (?:reached|contacted|emailed)"
)
_AT_MAIL = re.compile(r"((?:[^\W\d_a-z][\w.'’-]*\s){1,3}[^\W\d_a-z][\w'’-]*)\s(?:at|on|via|\(|<)\s?[\w.+-]+@")
_POSTED = frozenset({"posted", "published", "written", "reported", "updated", "story", "text"})
_BARS = re.compile(r"\s*[|•·/]\s*")
_FOR = re.compile(r"\s+for\s+(?:the\s+)?[^\W\d_a-z].*$")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]\d]{2,40})[)\]]")
_LETTERS = re.compile(r"[^\W\d_a-z]{2,6}$")
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
    line = line.strip("*_ ")
    if len(line) > 250:
        return None
    words = masthead_words()
    opening = words.by.match(line) or _late_by(line)
    rest = _HANDLE.sub(" ", line[opening.end() :] if opening else line)
    barred = _BARS.split(rest)
    beside = rest != line and not opening
    dated = find_date(rest)
    if dated:
        rest = rest[: dated.start] if dated.start > 3 else rest[dated.end :]
    bracket = _BRACKETS.search(rest)
    if bracket:
        rest = rest[: bracket.start()] + " " + rest[bracket.end() :]
    rest = _AGO.sub(" 0 ", rest)
    day = None if dated else find_month_day(rest)
    rest = rest[: day.start] if day else rest
    beside = beside or dated is not None or day is not None or " 0 " in rest or bool(_IN_PLACE.search(rest))
    rest = _FIGURE.split(rest)[0]
    rest = _FOR.sub("", rest) if opening else rest
    places = tuple(p for p in _IN_PLACE.findall(rest) if p.lower() not in furniture().exact) or _place_behind(
        barred, dated is not None
    )
    rest = _trimmed(_IN_PLACE.sub("", rest))
    pieces = [_trimmed(piece) for piece in _AND.split(rest)]
    names, agency = _people(pieces, opening is not None)
    if names and not agency and len(barred) == 2 and _LETTERS.match(barred[1].strip()):
        agency, beside = barred[1].strip(), True
    agency = agency or (_bracketed(bracket.group(1)) if bracket and names else None)
    if not names and not agency:
        return None
    beside = beside or any(words.roles.intersection(piece.lower().split()) for piece in pieces)
    only_agency = agency is not None and _agency(pieces[0]) is not None and len(rest.split()) <= 4
    if opening or (agency and (names or only_agency)) or (names and beside and len(line) < 90):
        return Byline(tuple(names), agency, places)
    return None


def _people(pieces: list[str], opened: bool) -> tuple[list[str], str | None]:
    """Names and agency among the pieces of a line; nothing when it opens with something else and with no "by"."""
    names: list[str] = []
    agency: str | None = None
    for piece in pieces:
        piece, house = _without_house(piece)
        agency = agency or house
        named = _agency(piece) or _agency(piece.split(" ")[0] if piece[:2].isupper() and _roles_in(piece) else "")
        name = None if named else as_name(piece)
        if named:
            agency = agency or named
        elif name and not is_city(name) and not is_region(name):
            names.extend([name] if name not in names else [])
        elif piece and not (opened or names or agency):
            return [], None
    return names, agency


def _trimmed(piece: str) -> str:
    """A piece without the marks and small words at its end that lead to a date ("Jo Doe | published on")."""
    while True:
        piece = piece.strip(" ,|•·–—-/\t\xa0")
        head, _, last = piece.rpartition(" ")
        if last.lower().strip(":") not in _TRAIL:
            return piece
        piece = head


def _place_behind(pieces: list[str], dated: bool) -> tuple[str, ...]:
    """The place in "A | date | Geneva": the last piece, one word or a known city, where a date stands before it."""
    last = pieces[-1].strip()
    if not dated or len(pieces) < 3 or not last[:1].isupper() or not find_date(" | ".join(pieces[:-1])):
        return ()
    alone = last.isalpha() and not last.isupper() and last.lower() not in furniture().exact
    return (last,) if is_city(last) or alone else ()


def _bracketed(inner: str) -> str | None:
    """The agency in the brackets behind a name: a known one, or the letters of one that is not."""
    return _agency(inner.strip()) or (inner.strip() if _LETTERS.match(inner.strip()) else None)


def _without_house(piece: str) -> tuple[str, str | None]:
    """ "Jo Doe BBC News" -> the name and the agency behind it."""
    words = masthead_words()
    for found in words.agency.finditer(piece):
        if found.end() == len(piece) and len(piece[: found.start()].split()) > 1 and as_name(piece[: found.start()]):
            return piece[: found.start()].strip(), words.agencies[found.group()]
    return piece, None


def _roles_in(piece: str) -> bool:
    """Does a piece hold a writer's post ("AP National Political Writer")?"""
    return bool(masthead_words().roles.intersection(piece.lower().split()))


def _agency(piece: str) -> str | None:
    agencies = masthead_words().agencies
    bare = piece.removesuffix(" Staff").removesuffix(" staff").removeprefix("the ").removeprefix("The ")
    return agencies.get(piece) or agencies.get(bare) or agencies.get(bare.title())


def _late_by(line: str) -> re.Match[str] | None:
    """ "by" behind a date or "Posted": "11/19/2019 by A", "Posted by A on …"."""
    found = masthead_words().by.search(line, 1, 60)
    if found is None or line[found.start() - 1].isalnum():
        return None
    before = [w for w in re.findall(r"[^\W\d_]+", line[: found.start()]) if len(w) > 3]
    dated = find_date(line[: found.start()]) is not None
    posted = bool(before) and before[-1].lower() in _POSTED
    return found if posted or (dated and len(before) <= 2) else None


def bare_name(line: str) -> str | None:
    """A line that is one name and nothing else."""
    return as_name(line) if len(line) < 50 and "," not in line else None


def is_address(line: str) -> bool:
    """A line that is an e-mail address or a handle and nothing else, as stand below writers' names."""
    return len(line) < 80 and "@" in line and not _HANDLE.sub("", line).strip(" |,")


def read_foot(text: str) -> tuple[str, ...]:
    """The names in "write to NAME at ADDRESS" and its kin, below the story."""
    if len(text) > 400:
        return ()
    names: list[str] = []
    if foot := masthead_words().foot.search(text):
        piece = _AT_ADDRESS.split(text[foot.end() : foot.end() + 80], maxsplit=1)
        if len(piece) == 2:
            names.extend(n for n in map(as_name, _AND.split(piece[0])) if n)
        names.extend(n for m in _AT_MAIL.finditer(text, foot.end()) if (n := as_name(m.group(1))) and n not in names)
    for match in _REACHED.finditer(text):
        name = as_name(match.group(1))
        if name and name not in names:
            names.append(name)
    if not names and (opening := masthead_words().by.match(text)) and len(text) < 120:
        line = read_byline(text)
        names.extend(line.names if line and opening else ())
    return tuple(names)

"""The dateline that opens a story: its places, the agency in brackets, a date.

"KYIV, Ukraine (AP) —", "AMMAN:", "LONDON/BRUSSELS, March 14 (Reuters) -", "MOSCOW, March 14. /TASS/.".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.dates_printed import find_date, month_number
from parley.reading.places import is_city, is_region, never_a_place, never_opens_dateline
from parley.reading.words import masthead_words

_CITY = r"[^\W\d_a-z][\w.'’-]*(?:[ -](?:de|la|al|el|of|am|[^\W\d_a-z][\w.'’-]*)){0,3}"
_WHERE = rf"(?P<where>{_CITY}(?:\s?(?:/|,|;|\band\b|&)\s?{_CITY}){{0,3}})"
# A blank or comma must stand before the month, or of "OSTREL, Sept. 14" the S would be a second city.
_WHEN = r"(?P<when>(?:,\s*|\s+)(?:\(?[^\W\d_]{3,9}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[^\W\d_]{3,9}\.?(?:\s\d{4})?)\)?)?"
_WHO = r"(?:\((?P<who>[^()]{2,40})\)|/(?P<who2>[^/]{2,30})/|\[(?P<who3>[^\]]{2,40})\])"
_MARK = r"(?P<mark>--|[-–—―:|])"
_DATELINE = re.compile(rf"\s*{_WHERE}{_WHEN}[,.]?\s*(?:{_WHO}[,.]?\s*(?:{_MARK}\s*)?|(?P<mark2>--|[-–—―:|])\s*)(?=\S)")
_AGENCY_ONLY = re.compile(r"\s*\(([^()]{2,30})\)\s*(?:--|[-–—―:])")
_LETTERS = re.compile(r"[^\W\d_a-z]{2,6}(?:-[^\W\d_a-z]{2,6})?$")
"""An agency by its letters, known or not; which name they stand for, the page may say elsewhere."""
_SPLIT = re.compile(r"\s*(?:/|;|&|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Cities as capitalised words; the agency's name; the day when one is printed in full, and (month, day) else."""

    places: tuple[str, ...]
    agency: str | None = None
    published: str | None = None
    month_day: tuple[int, int] | None = None


def read_dateline(opening: str) -> Dateline | None:
    """The dateline at the start of a story's first paragraph, None when it has none."""
    opening = opening[:160]
    words = masthead_words()
    alone = _AGENCY_ONLY.match(opening)
    if alone:
        named = words.agency.search(alone.group(1))
        return Dateline((), words.agencies[named.group()]) if named else None
    match = _DATELINE.match(opening)
    if match is None:
        return None
    where, mark = match["where"].strip(), match["mark"] or match["mark2"]
    who = match["who"] or match["who2"] or match["who3"] or ""
    found = words.agency.search(who)
    agency = words.agencies[found.group()] if found else who.strip() if _LETTERS.match(who.strip()) else None
    if not _is_set_off(where, opening[match.end() :], mark, agency):
        return None
    when = (match["when"] or "").strip(" ,()")
    dated = find_date(when)
    return Dateline(_cities(where), agency, dated.iso if dated else None, _month_day(when))


def _is_set_off(where: str, rest: str, mark: str | None, agency: str | None) -> bool:
    """Capitals, a known city, an agency, or a dash with a new sentence after it make a place a dateline."""
    known = all(is_city(piece.split(",")[0]) for piece in _SPLIT.split(where))
    first = where.split()[0].lower().strip(",.'’")
    if never_opens_dateline(first) and not known:
        return False
    if agency and agency in masthead_words().agency_names:
        return True
    if not mark or len(where.split()) > 8 or len(where) < 3 or never_a_place(where):
        return False
    if not (rest[:1].isupper() or rest[:1] in "\"“‘'«" or rest[:1].isdigit()):
        return False
    capitals = where.split(",")[0].isupper()
    if mark in (":", "|", "-"):
        return known or capitals or ("," in where and mark == "-")
    return known or capitals or "," in where or len(where.split()) <= 2


def _cities(where: str) -> tuple[str, ...]:
    """One or two cities; of "City, Region, Country" only the city, of "CITY, CITY" both."""
    cities: list[str] = []
    for part in _SPLIT.split(where):
        pieces = [p.strip() for p in part.split(",") if p.strip()]
        both = len(pieces) == 2 and pieces[0].isupper() == pieces[1].isupper() and not is_region(pieces[1])
        cities.extend(pieces if both else pieces[:1])
    return tuple(capitalised(c) for c in cities[:3])


def capitalised(city: str) -> str:
    """A place printed in capitals as it is written elsewhere."""
    if not city.isupper() or len(city) <= 3:
        return city
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), city)


def _month_day(when: str) -> tuple[int, int] | None:
    tokens = re.findall(r"[^\W\d_]+|\d+", when)
    month = next((m for m in map(month_number, tokens) if m), None)
    day = next((int(t) for t in tokens if t.isdigit() and len(t) <= 2), None)
    return (month, day) if month and day and 1 <= day <= 31 else None

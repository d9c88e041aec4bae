"""The dateline that opens a story: its places, the agency in brackets, a date.

"KYIV, Ukraine (AP) —", "AMMAN:", "LONDON/BRUSSELS, March 14 (Reuters) -", "MOSCOW, March 14. /TASS/.".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.dates_printed import find_date, month_number
from parley.reading.words import masthead_words

_CITY = r"[^\W\d_a-z][\w.'’-]*(?:[ -](?:de|la|al|el|of|am|[^\W\d_a-z][\w.'’-]*)){0,3}"
_WHERE = rf"(?P<where>{_CITY}(?:\s?(?:/|,|;|\band\b|&)\s?{_CITY}){{0,3}})"
_WHEN = r"(?P<when>,?\s*(?:\(?[^\W\d_]{3,9}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[^\W\d_]{3,9}\.?(?:\s\d{4})?)\)?)?"
_WHO = r"(?P<who>\s*(?:\([^()]{2,40}\)|/[^/]{2,30}/|\[[^\]]{2,40}\]))?"
_DATELINE = re.compile(
    rf"\s*(?:\((?P<first>[^()]{{2,30}})\)\s*)?{_WHERE}{_WHEN}[,.]?{_WHO}[,.]?\s*(?P<mark>--|[-–—―:|])?\s*(?=\S)"
)
_SPLIT = re.compile(r"\s*(?:/|;|&|\band\b)\s*")
_NOT_PLACES = frozenset(
    "a an and but however if in it meanwhile no now of on so still that the then there this to we what when who why yes "
    "q analysis opinion breaking update watch exclusive editorial video note editor's related read photo live".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Cities as capitalised words; the agency's name; the day when one is printed in full, and (month, day) else."""

    places: tuple[str, ...]
    agency: str | None = None
    published: str | None = None
    month_day: tuple[int, int] | None = None


def read_dateline(opening: str) -> Dateline | None:
    """The dateline at the start of a story's first paragraph, None when it has none."""
    match = _DATELINE.match(opening[:160])
    if match is None:
        return None
    where, who, mark = match["where"].strip(), (match["who"] or match["first"] or "").strip(" ()[]/"), match["mark"]
    words = masthead_words()
    found = words.agency.search(who)
    agency = words.agencies[found.group()] if found else None
    if where.split()[0].lower().strip(",.'’") in _NOT_PLACES or not _is_set_off(
        where, opening[match.end() :], mark, agency
    ):
        return None
    when = (match["when"] or "").strip(" ,()")
    dated = find_date(when)
    return Dateline(_cities(where), agency, dated.iso if dated else None, _month_day(when))


def _is_set_off(where: str, rest: str, mark: str | None, agency: str | None) -> bool:
    """Capitals, an agency or a dash with a new sentence after it make a place at the start a dateline."""
    capitals = len(where) > 2 and where.split(",")[0].isupper()
    if agency:
        return True
    if not mark or len(where.split()) > 8:
        return False
    fresh = rest[:1].isupper() or rest[:1] in "\"“‘'«" or rest[:1].isdigit()
    if mark in (":", "|", "-"):
        return fresh and (capitals or ("," in where and mark == "-"))
    return fresh and (capitals or "," in where or len(where.split()) <= 2)


def _cities(where: str) -> tuple[str, ...]:
    """One or two cities; of "City, Region, Country" only the city, of "CITY, CITY" both."""
    cities: list[str] = []
    for part in _SPLIT.split(where):
        pieces = [p.strip() for p in part.split(",") if p.strip()]
        both = len(pieces) == 2 and all(len(p) > 3 and p.isupper() for p in pieces)
        cities.extend(pieces if both else pieces[:1])
    return tuple(_capitalised(c) for c in cities[:3])


def _capitalised(city: str) -> str:
    if not city.isupper() or len(city) <= 3:
        return city
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), city)


def _month_day(when: str) -> tuple[int, int] | None:
    tokens = re.findall(r"[^\W\d_]+|\d+", when)
    month = next((m for m in map(month_number, tokens) if m), None)
    day = next((int(t) for t in tokens if t.isdigit() and len(t) <= 2), None)
    return (month, day) if month and day and 1 <= day <= 31 else None

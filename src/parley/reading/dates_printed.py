"""Dates as pages print them, in many forms and languages -> ISO days.

Unknown stays unknown: `3/4/2025` may be either of two days, and "3 hours ago" none at all.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

# Pages whose mark-up is gone print a time right behind the year: "Nov 19 20197:05 AM".
_YEAR_ENDS = r"(?:(?!\d)|(?=\d{1,2}:\d\d))"
_ISO = r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"
_FIGURES = r"(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y2>\d{4})(?![.]\d)" + _YEAR_ENDS
_DAY_FIRST = (
    r"(?P<d3>\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?\.?[\s\u00a0-]{0,2}(?:de\s|of\s)?"
    r"(?P<n3>[^\W\d_]{3,12})\.?,?[\s\u00a0-]{0,2}(?:de\s|del\s)?(?P<y3>\d{4})" + _YEAR_ENDS
)
_MONTH_FIRST = (
    r"(?P<n4>[^\W\d_]{3,12})\.?[\s\u00a0]{1,2}(?P<d4>\d{1,2})(?:st|nd|rd|th)?(?:[\s\u00a0]{0,2},[\s\u00a0]{0,2}|[\s\u00a0]{1,2})(?P<y4>\d{4})"
    + _YEAR_ENDS
)
# Two figures for the year only with a time behind them: else they may be a score, a price or a version.
_SHORT_YEAR = r"(?P<a6>\d{1,2})(?P<sep6>[./])(?P<b6>\d{1,2})(?P=sep6)(?P<y6>\d\d)(?=,?\s+(?:-\s)?\d{1,2}[:.h]\d\d)"
_EAST = r"(?P<y5>\d{4})\s?[年년]\s?(?P<m5>\d{1,2})\s?[月월]\s?(?P<d5>\d{1,2})\s?[日일]"
_DATE = re.compile(rf"(?<![\d.])(?:{_ISO}|{_FIGURES}|{_SHORT_YEAR}|{_DAY_FIRST}|{_EAST})|(?<![^\W\d_]){_MONTH_FIRST}")
_MONTH_DAY = re.compile(
    r"(?<![^\W\d_])(?P<n1>[^\W\d_]{3,12})\.?\s(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?![\d:])"
    r"|(?<![\d.:])(?P<d2>\d{1,2})(?:st|nd|rd|th|\.)?\s(?:de\s)?(?P<n2>[^\W\d_]{3,12})"
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


class PrintedDate(NamedTuple):
    """An ISO day and where it stands in the line it was found in."""

    iso: str
    start: int
    end: int


def find_date(text: str) -> PrintedDate | None:
    """The first full date (day, month, year) printed in a line; looks at its first 400 characters."""
    text = text[:400].translate(_DIGITS)
    for match in _DATE.finditer(text):
        iso = _iso(match)
        if iso:
            return PrintedDate(iso, match.start(), match.end())
    return None


class MonthDay(NamedTuple):
    """A day without its year, and where it stands in the line it was found in."""

    month: int
    day: int
    start: int


def find_month_day(text: str) -> MonthDay | None:
    """The first month and day printed in a line without its year ("Posted Nov. 18, 8:19 PM")."""
    for match in _MONTH_DAY.finditer(text[:200]):
        month = month_number(match["n1"] or match["n2"])
        day = int(match["d1"] or match["d2"])
        if month and 1 <= day <= 31:
            return MonthDay(month, day, match.start())
    return None


def parse_date(text: str) -> str | None:
    """The ISO day of the first date in a text, None when there is none."""
    found = find_date(text)
    return found.iso if found else None


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name or abbreviation in any of the languages of the data file."""
    return _months().get(name.lower().rstrip("."))


def iso_day(year: int, month: int, day: int) -> str | None:
    """The ISO day, None when the calendar has no such day or no newspaper could have printed it."""
    if not 1600 <= year <= 2200:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    import yaml

    loaded = yaml.safe_load((files(__package__) / "data" / "months.yaml").read_text("utf-8"))
    return {str(name): int(number) for number, names in loaded.items() for name in names}


def _iso(match: re.Match[str]) -> str | None:
    g = match.groupdict()
    if g["y1"]:
        return iso_day(int(g["y1"]), int(g["m1"]), int(g["d1"]))
    if g["y2"]:
        return _from_figures(int(g["a"]), int(g["b"]), int(g["y2"]), g["sep"])
    if g["y6"]:
        return _from_figures(int(g["a6"]), int(g["b6"]), 2000 + int(g["y6"]), g["sep6"])
    if g["y5"]:
        return iso_day(int(g["y5"]), int(g["m5"]), int(g["d5"]))
    name, day, year = (g["n3"], g["d3"], g["y3"]) if g["y3"] else (g["n4"], g["d4"], g["y4"])
    month = month_number(name)
    return iso_day(int(year), month, int(day)) if month else None


def _from_figures(a: int, b: int, year: int, separator: str) -> str | None:
    """With full stops the day comes first everywhere; with strokes only a figure above twelve tells."""
    if separator == "." or a > 12 or a == b:
        return iso_day(year, b, a)
    return iso_day(year, a, b) if b > 12 else None

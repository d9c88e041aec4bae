"""ISO dates of four precisions (day, week, month, year) as stretches of days, so they can be ordered and filtered."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "week", "month", "year"]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.DOTALL)
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})")


@lru_cache(maxsize=4096)  # a ledger has few dates and asks for each of them thousands of times
def stretch(value: str | None) -> tuple[date, date, Precision] | None:
    """First day, last day and precision of an ISO value; None for None and for what is no date (`2025-02-30`).

    A time of day after the date is ignored.
    """
    if not value:
        return None
    try:
        if found := _DAY.fullmatch(value):
            day = date(*map(int, found.groups()))
            return day, day, "day"
        if found := _WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday, monday + timedelta(days=6), "week"
        if found := _MONTH.fullmatch(value):
            first = date(int(found[1]), int(found[2]), 1)
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            return first, following - timedelta(days=1), "month"
        if found := _YEAR.fullmatch(value):
            return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31), "year"
    except (ValueError, OverflowError):
        return None
    return None


def day_of(value: str | None) -> str:
    """The first day a value can mean, for ordering; the empty string when unknown, which sorts before every day."""
    found = stretch(value)
    return found[0].isoformat() if found else ""


def last_day_of(value: str | None) -> str:
    """The last day a value can mean; the empty string when unknown."""
    found = stretch(value)
    return found[1].isoformat() if found else ""


def within(value: str | None, since: str | None, until: str | None) -> bool:
    """Whether any day of the value lies in [since, until] (ISO days, both inclusive, None for open).

    An unknown date lies in no bounded stretch.
    """
    if since is None and until is None:
        return True
    found = stretch(value)
    if found is None:
        return False
    first, last, _ = found
    return (since is None or last.isoformat() >= since) and (until is None or first.isoformat() <= until)

"""The first and last day of an ISO date of any precision, so that a week can be compared with a day."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_YEAR = re.compile(r"\d{4}$")


def days(value: str | None) -> tuple[str, str] | None:
    """First and last day (ISO) of a day, week, weekend, month, year or range `A/B`; None for anything else.

    >>> days("2025-W11")
    ('2025-03-10', '2025-03-16')
    """
    if not value:
        return None
    try:
        if "/" in value:
            first, _, last = value.partition("/")
            a, b = days(first), days(last)
            return (a[0], b[1]) if a and b and a[0] <= b[1] else None
        return _one(value)
    except ValueError:  # 31 February, week 60, year 0
        return None


def _one(value: str) -> tuple[str, str] | None:
    if m := _DAY.match(value):
        day = date(int(m[1]), int(m[2]), int(m[3])).isoformat()
        return day, day
    if m := _WEEK.match(value):
        monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        sunday = date.fromisocalendar(int(m[1]), int(m[2]), 7)
        return (monday + timedelta(days=5) if m[3] else monday).isoformat(), sunday.isoformat()
    if m := _MONTH.match(value):
        first = date(int(m[1]), int(m[2]), 1)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1) if first < date(9999, 12, 1) else None
        return first.isoformat(), (after - timedelta(days=1) if after else date.max).isoformat()
    if _YEAR.match(value):
        return date(int(value), 1, 1).isoformat(), date(int(value), 12, 31).isoformat()
    return None

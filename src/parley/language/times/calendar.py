"""Calendar arithmetic on TIMEX3 values: days, ISO weeks, weekends, months, quarters, seasons, years, ranges."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

VALUE = re.compile(
    r"\d{4}(-\d\d(-\d\d)?|-W\d\d(-WE|-\d)?|-(SP|SU|FA|WI)|-Q\d|-H\d)?(T(\d\d:\d\d|[A-Z]{2}))?"
    r"(/\d{4}(-\d\d(-\d\d)?)?)?|T(\d\d:\d\d|[A-Z]{2})|FY\d{4}"
    r"|P(\d+(\.\d+)?|X)[DWMY]|PT(\d+(\.\d+)?|X)[SMH]|XXXX-WXX-[1-7]|XXXX-WXX-WE"
)
"""Every value `find_times` gives matches this (fully)."""

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?!\d)")
_SEASON = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def date_of(value: str | None) -> dt.date | None:
    """The first day a calendar value covers; None for durations, sets, clock times without a day, and None.

    A season starts with its first month (northern, meteorological: spring in March), a range with its first end.
    """
    if not value or not value[0].isdigit():
        return None
    value = value.split("/")[0].split("T")[0]
    try:
        if m := _DAY.match(value):
            return dt.date(int(m[1]), int(m[2]), int(m[3]))
        if m := _WEEK.match(value):
            day = 6 if m[3] == "WE" else int(m[3] or 1)
            return dt.date.fromisocalendar(int(m[1]), int(m[2]), day)
        if m := _MONTH.match(value):
            return dt.date(int(m[1]), int(m[2]), 1)
        tail = value[5:]
        month = _SEASON.get(tail) or {"Q": 3, "H": 6}.get(tail[:1], 0) * (int(tail[1:]) - 1) + 1 if tail else 1
        return dt.date(int(value[:4]), month, 1)
    except ValueError:
        return None


def precision_of(value: str | None) -> str | None:
    """`day`, `week`, `month` or `year` of a calendar value (a coarser one for ranges and seasons: `year`)."""
    if not value or not value[0].isdigit():
        return None
    value = value.split("T")[0]
    for name, pattern in (("day", _DAY), ("week", _WEEK), ("month", _MONTH)):
        if pattern.fullmatch(value):
            return name
    return "year"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date something is reckoned from, with how exactly it is known."""

    date: dt.date
    precision: str

    @classmethod
    def of(cls, value: str | None) -> Anchor | None:
        """The anchor a calendar value gives, or None."""
        date, precision = date_of(value), precision_of(value)
        return cls(date, precision) if date and precision and 1000 <= date.year <= 9000 else None

    @property
    def day(self) -> dt.date | None:
        """The day, when it is known to the day."""
        return self.date if self.precision == "day" else None


def week(day: dt.date, weeks: int = 0) -> str | None:
    """The ISO week `weeks` after that of `day`."""
    moved = shift(day, weeks, "W")
    if moved is None:
        return None
    year, number, _ = moved.isocalendar()
    return f"{year:04}-W{number:02}"


def month(day: dt.date, months: int = 0) -> str | None:
    """The month `months` after that of `day`."""
    moved = shift(day.replace(day=1), months, "M")
    return f"{moved.year:04}-{moved.month:02}" if moved else None


def shift(day: dt.date, amount: int, unit: str) -> dt.date | None:
    """`day` moved by days, weeks, months or years (the last day of a month stays in its month)."""
    try:
        if unit == "D":
            return day + dt.timedelta(days=amount)
        if unit == "W":
            return day + dt.timedelta(weeks=amount)
        months = day.year * 12 + day.month - 1 + (amount if unit == "M" else amount * 12)
        year, index = divmod(months, 12)
        return dt.date(year, index + 1, min(day.day, days_in(year, index + 1)))
    except (ValueError, OverflowError):
        return None


def days_in(year: int, month: int) -> int:
    """Days of a month."""
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.timedelta(days=1)).day


def day(year: int, month: int, number: int) -> dt.date | None:
    """The date, or None when there is no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The `nth` (1 to 5, -1 for the last) weekday (1 Monday to 7) of a month."""
    days = [d for n in range(1, days_in(year, month) + 1) if (d := dt.date(year, month, n)).isoweekday() == weekday]
    return days[nth - 1 if nth > 0 else nth] if abs(nth) <= len(days) else None


def weekday_near(day: dt.date, weekday: int, forward: bool) -> dt.date:
    """The weekday (1 Monday to 7) on `day` or within six days after (`forward`) or before it."""
    gap = (weekday - day.isoweekday()) % 7
    try:
        return day + dt.timedelta(days=gap if forward or not gap else gap - 7)
    except OverflowError:
        return day


def last_day(value: str) -> str | None:
    """The last day of a week, month or year."""
    first = date_of(value)
    if first is None:
        return None
    if "W" in value:
        return (first + dt.timedelta(days=6)).isoformat()
    month = first.month if len(value) == 7 else 12
    return dt.date(first.year, month, days_in(first.year, month)).isoformat()

"""The publication day of a page that prints none, inferred from what its text says; None when it does not settle it.

A news page speaks from its day: "told reporters on Monday", "the call on Tuesday". Once one of those weekdays can be
tied to a calendar day that the page names ("March 18", with the year of its copyright line), the reporting weekday that
most statements carry gives the day itself. Several ties must agree; one that contradicts leaves the day unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from parley.language.passage import Parsed, Passage
from parley.language.times.direction import FORWARD, direction, top_of

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,30}?((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Z][a-z]{2,8})\.?(?:,?\s+((?:19|20)\d\d))?")
_MONTH_FIRST = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+((?:19|20)\d\d))?")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)")
_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
_MONTHS = {name[:n]: i + 1 for i, name in enumerate(_NAMES) for n in (3, len(name))} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def infer_published(parsed: Parsed) -> str | None:
    """ISO day, or None. Looks at the address first, then at weekdays tied to named days."""
    stamped = _URL_DAY.search(parsed.article.source)
    if stamped:
        day = _day(int(stamped[1]), int(stamped[2]), int(stamped[3]))
        if day:
            return day.isoformat()
    year = _year(parsed.article.text)
    weekdays = [w for p in parsed.passages if p.kind == "body" for w in _spoken(p)]
    reported = Counter(day for day, coming in weekdays if not coming)
    if not reported:
        return None
    most = max(reported.values())
    today = next(day for day, coming in weekdays if not coming and reported[day] == most)
    answers = {_publication(d, weekdays, today) for d in _named_days(parsed.passages, year)}
    answers.discard(None)
    found = answers.pop() if len(answers) == 1 else None
    return found.isoformat() if found else None


def with_published(parsed: Parsed) -> Parsed:
    """The same article with an inferred publication day, if it prints none and its text settles one."""
    if parsed.article.published is None:
        day = infer_published(parsed)
        if day is not None:
            parsed.article = replace(parsed.article, published=day, published_from="inferred")
    return parsed


def _year(text: str) -> int | None:
    """The year of the page's copyright line; None without one, or with several."""
    years = {int(y) for y in _COPYRIGHT.findall(text)}
    return years.pop() if len(years) == 1 else None


def _spoken(p: Passage) -> list[tuple[int, bool]]:
    """(weekday, coming) of each bare weekday after "on", "by", "for" or alone; part of a full date does not count."""
    found = []
    for i, word in enumerate(p.words):
        if p.tags[i] != "NNP" or word.lower() not in _WEEKDAYS:
            continue
        after = p.words[i + 1] if i + 1 < len(p) else ""
        if after == "," and i + 2 < len(p) and p.words[i + 2].lower().rstrip(".") in _MONTHS:
            continue
        if p.deps[i] == "compound" or after[:1].isupper():
            continue
        found.append((_WEEKDAYS.index(word.lower()), direction(p, top_of(p, i, i)) == FORWARD))
    return found


def _named_days(passages: Sequence[Passage], year: int | None) -> list[dt.date]:
    """The days of the page's year that the body names by month and number."""
    days: list[dt.date] = []
    if year is None:
        return days
    for p in passages:
        if p.kind != "body":
            continue
        for pattern, month, day in ((_MONTH_FIRST, 1, 2), (_DAY_FIRST, 2, 1)):
            for m in pattern.finditer(p.text):
                number = _MONTHS.get(m[month].lower())
                if not number or (m[3] and int(m[3]) != year):
                    continue  # a full date of another year is history
                found = _day(year, number, int(m[day]))
                if found:
                    days.append(found)
    return days


def _publication(named: dt.date, weekdays: Sequence[tuple[int, bool]], today: int) -> dt.date | None:
    """The day the page speaks from if one of its bare weekdays is `named`; None when none is."""
    for day, coming in weekdays:
        if day != named.weekday():
            continue
        if coming:
            return named - dt.timedelta(days=(named.weekday() - today) % 7)
        return named + dt.timedelta(days=(today - named.weekday()) % 7)
    return None


def _day(year: int | None, month: int | None, day: int) -> dt.date | None:
    try:
        return dt.date(year or 0, month or 0, day)
    except ValueError:
        return None

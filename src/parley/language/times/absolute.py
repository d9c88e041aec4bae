"""Resolvers of what names its own place in the calendar: dates, months, years, seasons, decades, holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from parley.language.times import calendar
from parley.language.times.context import RELATION, Context, Found, iso, valid_day
from parley.language.times.direction import BACK, FORWARD, UNKNOWN
from parley.language.times.doubts import is_month, is_year, not_named, part_of_name


def stamp(c: Context) -> list[Found] | None:
    """`2025-03-14`, `2025-03-14T15:11`, `14.03.2025`, `3/14/2025`; what reads both ways stays unknown."""
    text = c.atoms.low[c.first]
    if "-" in text:
        value = iso(calendar.day(int(text[:4]), int(text[5:7]), int(text[8:10])))
        if value is None:
            return None
        return c.found("TIME", f"{value}T{text[11:16]}") if len(text) > 10 else c.dated(value)
    a, b, year = (int(x) for x in text.replace("/", ".").split("."))
    if "." in text or a > 12 or a == b:
        a, b = b, a
    elif b <= 12:
        return c.found("DATE", None)
    value = iso(calendar.day(year, a, b))
    return c.dated(value) if value else None


def span(c: Context) -> list[Found] | None:
    """As in "January 23 - March 9 2014": two dates; the year stands at the second only."""
    m1, m2, d1, d2, year = c.month("m1"), c.month("m2"), c.number("d1"), c.number("d2"), c.number("y")
    if d1 is None or d2 is None or year is None or not is_year(c, "y"):
        return None
    first, second = calendar.day(year - (m1 > m2), m1, d1), calendar.day(year, m2, d2)
    if first is None or second is None:
        return None
    cut = c.first + 2
    return [(c.first, cut, "DATE", iso(first)), (cut + 1, c.last, "DATE", iso(second))]


def days(c: Context) -> list[Found] | None:
    """As in "September 14-16", "19 to 21 September 2015": a range; "March 3 and 4": two days."""
    month, d1, d2, year = c.month(), c.number("d1"), c.number("d2"), c.number("y")
    if not (valid_day(year, month, d1) and valid_day(year, month, d2)) or d1 is None or d2 is None or d1 >= d2:
        return None
    both = c.word("link") == "and" and c.atoms.near(c.first - 1) != "between"
    if c.word("link") == "and" and c.at("y") is None and c.tag(c.last).startswith("NN") and c.name(c.last) == "other":
        return None
    anchor = year if year is not None else _year_for(c, month, d1)
    if anchor is None:
        return c.found("DATE", None)
    first, second = calendar.day(anchor, month, d1), calendar.day(anchor, month, d2)
    if first is None or second is None:
        return None
    if not both:
        return c.found("DATE", f"{first}/{second}")
    cut = c.match.start("link")
    return [(c.first, cut, "DATE", iso(first)), (cut + 1, c.last, "DATE", iso(second))]


def date(c: Context) -> list[Found] | None:
    """As in "Tuesday, September 22, 2015", "Feb. 12", "12 February 2025"; without a year the sensible one is sought."""
    month, number, year = c.month(), c.number("d"), c.number("y")
    if not valid_day(year, month, number) or number is None or not is_month(c, "m", sure=True):
        return None
    if c.name(c.match.start("d")) == "ord" and c.word("d").isalpha() and not c.capital(c.match.start("m")):
        return None
    if year is None:
        year = _year_for(c, month, number)
    return c.dated(iso(calendar.day(year, month, number)) if year else None)


def months(c: Context) -> list[Found] | None:
    """As in "July to September 2014": two months; the year stands at the second only."""
    m1, m2, year = c.month("m1"), c.month("m2"), c.number("y")
    if year is None or not is_month(c, "m1", sure=True):
        return None
    first = f"{year - (m1 > m2)}-{m1:02}"
    return [(c.first, c.first + 1, "DATE", first), (c.first + 2, c.last, "DATE", f"{year}-{m2:02}")]


def month_year(c: Context) -> list[Found] | None:
    """As in "March 2015", "early March of 2015"."""
    if not is_month(c, "m", sure=True) or not is_year(c, "y", after_month=True):
        return None
    return c.found("DATE", _or_last_day(c, f"{c.number('y')}-{c.month():02}"))


def month_of(c: Context) -> list[Found] | None:
    """As in "March of last year", "February that year"."""
    if c.lex.units.get(c.word("u")) != "Y" or not is_month(c, "m", sure=True):
        return None
    word = c.word("r")
    anchor = c.story if word in ("that", "same") else c.published
    return c.found("DATE", f"{anchor.date.year + RELATION[word]}-{c.month():02}" if anchor else None)


def month_rel(c: Context) -> list[Found] | None:
    """As in "last March" (the latest one before), "next March", "this March" (of the same year)."""
    if not is_month(c, "m", sure=True):
        return None
    if c.published is None or c.published.precision not in ("day", "month"):
        return c.found("DATE", None)
    now, month = c.published.date, c.month()
    way = RELATION[c.name(c.match.start("r"))]
    year = now.year
    if way > 0 or c.word("r") == "coming":
        year += month <= now.month
    elif way < 0:
        year -= month >= now.month
    return c.found("DATE", f"{year}-{month:02}")


def month(c: Context) -> list[Found] | None:
    """As in "in March": of the sentence's year, else the latest before, or the next to come after, publication."""
    if not is_month(c, "m", sure=False):
        return None
    year = _year_for(c, c.month(), None)
    return c.found("DATE", _or_last_day(c, f"{year}-{c.month():02}") if year else None)


def fiscal(c: Context) -> list[Found] | None:
    """As in "fiscal year 2016", "FY16"."""
    year = c.number("y")
    if year is None or (100 <= year < 1900):
        return None
    return c.found("DATE", f"FY{year if year > 99 else 2000 + year}")


def quarter(c: Context) -> list[Found] | None:
    """As in "the first quarter of 2015", "Q1", "the second half of this year"."""
    half = c.name(c.match.start("u")) == "half" if c.at("u") is not None else False
    number = int(c.word("q")[1]) if c.at("q") is not None else c.number("o")
    if number is None or not 1 <= number <= (2 if half else 4):
        return None
    if c.at("q") is None and not half and c.lex.units.get(c.word("u")) != "Q":
        return None
    year = c.number("y")
    if year is None and c.at("ru") is not None and c.lex.units.get(c.word("ru")) == "Y" and c.published:
        year = c.published.date.year + RELATION[c.word("r")]
    if year is None:
        return c.found("DATE", None) if c.at("q") is not None else None
    return c.found("DATE", f"{year}-{'H' if half else 'Q'}{number}")


def season(c: Context) -> list[Found] | None:
    """As in "last summer", "the spring of 2014", "this fall"; bare "fall" and "spring" are verbs and nouns."""
    code, year, where = c.lex.seasons[c.word("s")], c.number("y"), c.match.start("s")
    if c.tag(where).startswith("VB") or part_of_name(c):
        return None
    if year is not None:
        return c.found("DATE", f"{year}-{code}") if is_year(c, "y") else None
    if c.at("r") is None:
        return None
    word = c.name(c.match.end("r") - 1)
    anchor = c.story if word in ("that", "same", "following", "previous") else c.published
    if anchor is None or anchor.precision == "year":
        return c.found("DATE", None)
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    now, year = anchor.date, anchor.date.year
    if RELATION[word] < 0:
        year -= now.month < start + 3
    elif RELATION[word] > 0:
        year += now.month >= start
    elif code == "WI" and now.month < 3:
        year -= 1
    return c.found("DATE", f"{year}-{code}")


def years(c: Context) -> list[Found] | None:
    """As in "2009-11", "the 2014/15 season": a range in one piece."""
    first, text = c.number("y1"), c.word("y2")
    if first is None or len(text) != 2 or not text.isdecimal() or not is_year(c, "y1"):
        return None
    second = first // 100 * 100 + int(text)
    if not first < second <= first + 30 or c.atoms.starts[c.first + 1] != c.atoms.ends[c.first]:
        return None
    if c.name(c.last) == "dash":
        return None
    return c.found("DATE", f"{first}/{second}")


def year(c: Context) -> list[Found] | None:
    """As in "2014", "mid-2014", "early in 2016"; "by the end of 2015" is its last day."""
    if not is_year(c, "y"):
        return None
    return c.found("DATE", _or_last_day(c, c.word("y")))


def _or_last_day(c: Context, value: str) -> str | None:
    """A deadline, "by the end of", is a day: the last one; otherwise the month or year itself."""
    return calendar.last_day(value) if c.deadline() and "end" in c.atoms.low[c.first : c.last] else value


def decade(c: Context) -> list[Found] | None:
    """As in "the 1990s", "the '90s", "the sixties": first to last day."""
    word = c.word("d")
    if word in c.lex.decade_words:
        if c.at("the") is None:
            return None
        start = c.lex.decade_words[word]
    else:
        digits = "".join(ch for ch in word if ch.isdecimal())
        if len(digits) == 2 and c.at("the") is None and word[0].isdecimal():
            return None
        start = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)
    if start % 10 or not 1500 <= start <= 2100:
        return None
    if c.atoms.near(c.first - 1) in ("his", "her", "their", "my", "your", "our"):
        return None
    return c.found("DATE", f"{start}-01-01/{start + 9}-12-31")


def century(c: Context) -> list[Found] | None:
    """As in "the 20th century": first to last year as the press counts them."""
    number = c.number("o")
    if number is None or c.lex.units.get(c.word("u")) != "C" or not 11 <= number <= 21:
        return None
    return c.found("DATE", f"{number - 1}00-01-01/{number - 1}99-12-31")


def holiday(c: Context) -> list[Found] | None:
    """As in "Christmas Day", "New Year's Eve 2014", "last Christmas"; "Christmas tree" is none."""
    if c.at("y") is None and c.at("r") is None and c.tag(c.last) in ("NN", "NNS", "NNP") and c.name(c.last) == "other":
        return None
    if c.at("y") is None and (part_of_name(c) or not not_named(c, c.match.start("h"))):
        return None
    rule, year = c.lex.holidays[c.word("h")], c.number("y")

    def on(in_year: int) -> dt.date | None:
        if len(rule) == 2:
            return calendar.day(in_year, rule[0], rule[1])
        return calendar.nth_weekday(in_year, *rule)

    if year is None:
        way = RELATION.get(c.name(c.match.start("r")), UNKNOWN) if c.at("r") is not None else c.way_of_year()
        year = _choose(c, on, way, strict=c.word("r") in ("last", "next"))
    return c.found("DATE", iso(on(year)) if year else None)


def _year_for(c: Context, month: int, number: int | None) -> int | None:
    """The year of a month or day printed without one."""
    skip = c.atoms.near(c.last) == "of"
    after = c.atoms.near(c.last + skip)
    if after in ("this", "last", "next") and c.atoms.near(c.last + skip + 1) == "year" and c.published:
        return c.published.date.year + RELATION[after]
    known, words = c.lex.known_days.get((month, number or 0), (None, frozenset()))
    if after in words and (c.published is None or c.published.date.year >= (known or 0)):
        return known
    told = _told_year(c)
    if told is not None:
        return told

    weekdays = [c.lex.weekdays[c.atoms.low[i]] for i in range(c.first, c.last) if c.name(i) == "weekday"]

    def on(year: int) -> dt.date | None:
        date = calendar.day(year, month, number or 1)
        return date if date and (not weekdays or date.isoweekday() == weekdays[0]) else None

    start = _range_start(c)
    if start is not None:
        first = on(start.year)
        return start.year if first and first >= start else start.year + 1
    return _choose(c, on, c.way_of_year(), strict=False, monthly=number is None)


def _range_start(c: Context) -> dt.date | None:
    """The day before the dash or "to" in front of this date: "from November 20 to December 11"."""
    linked = c.name(c.first - 1) in ("to", "dash") and c.name(c.first - 2) in ("small", "mid24", "mid31", "ord", "year")
    return c.story.day if linked and c.story else None


_FAR = 60
"""Atoms. How far before a date its sentence is searched for a year."""


def _told_year(c: Context) -> int | None:
    """The year the sentence itself gives: "In 2014, ... on March 18", "a year after ... a March 17 election"."""
    p = c.passage
    here = c.atoms.token(c.first)
    sentence = p.sent_of[here]
    for i in range(c.first - 1, max(0, c.first - _FAR), -1):
        if p.sent_of[c.atoms.token(i)] != sentence:
            break
        name = c.name(i)
        if (
            name == "year"
            and c.atoms.low[i - 1] == "in"
            and p.starts[p.sents[sentence][0]] >= p.start + c.atoms.starts[i - 1]
        ):
            return int(c.atoms.low[i])
        if name in ("after", "since") and c.lex.units.get(c.atoms.low[i - 1]) == "Y" and c.published:
            word = c.atoms.near(i - 2)
            amount = 1 if word in ("a", "one") else c.lex.number(word)
            below = p.left[p.heads[here]] <= here and c.atoms.token(i) < here
            return c.published.date.year - amount if amount and amount < 100 and below else None
    return None


_NEAR = 65
"""Days. Nearer to publication than this, the nearest year is taken whatever the verb: nobody leaves out the year of a
day ten months off, and parses err more often than that. Mended three values of the annotated pages, cost none."""


def _choose(
    c: Context, on: Callable[[int], dt.date | None], way: int, *, strict: bool, monthly: bool = False
) -> int | None:
    """The year that puts the day nearest to publication, or farther off on the side that `way` tells."""
    if c.published is None:
        return None
    now, precision = c.published.date, c.published.precision
    if precision == "year":
        return now.year if way == UNKNOWN else None
    if monthly:
        now = now.replace(day=1)
    dates = [d for y in (now.year - 1, now.year, now.year + 1) if dt.MINYEAR < y < dt.MAXYEAR and (d := on(y))]
    if not dates:
        return None
    nearest = min(dates, key=lambda d: abs((d - now).days))
    if not strict and not monthly and abs((nearest - now).days) <= _NEAR:
        return nearest.year
    if way == BACK:
        return max((d for d in dates if (d < now if strict else d <= now)), default=nearest).year
    if way == FORWARD:
        return min((d for d in dates if (d > now if strict else d >= now)), default=nearest).year
    return nearest.year

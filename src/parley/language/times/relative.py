"""Resolvers of what is reckoned from another day: weekdays, "yesterday", "last week", "years ago", "the next day"."""

from __future__ import annotations

import datetime as dt

from parley.language.times import calendar
from parley.language.times.calendar import Anchor
from parley.language.times.context import FROM_STORY, RELATION, Context, Found, iso
from parley.language.times.direction import BACK, FORWARD, PRESENT, UNKNOWN, near_kids
from parley.language.times.doubts import is_weekday, part_of_name

_DAYS = {"D": 1, "N": 1, "W": 7, "F": 14}


def weekday(c: Context) -> list[Found] | None:
    """As in "on Tuesday", "last Friday", "Thursday evening", "Tuesday of next week"."""
    if not is_weekday(c, "w"):
        return None
    number = c.lex.weekdays[c.word("w")]
    at = c.match.start("w")
    words = [c.name(i) for i in range(c.first, at) if c.name(i) in RELATION]
    relation = words[-1] if words else ""
    the = any(c.name(i) == "the" for i in range(c.first, at))
    if relation == "following" and not the:
        return None  # the preposition: "following Monday's talks"
    if relation == "next" and the:
        relation = "following"
    if the and not relation and not c.tag(c.last).startswith("NN"):
        return c.found("DATE", None)  # "the Sunday before his transfer": which one, only the story knows
    if c.at("wr") is not None and c.lex.units.get(c.word("wu")) == "W":
        now = _day(c.published)
        return c.dated(_in_week(now, RELATION[c.word("wr")], number) if now else None)
    return c.dated(_weekday_value(c, number, relation))


def _weekday_value(c: Context, number: int, relation: str) -> str | None:
    story, now = _day(c.story), _day(c.published)
    if relation in FROM_STORY:
        base = story or now
        if base is None:
            return None
        if relation == "same":
            return iso(base) if base.isoweekday() == number else None
        step = -1 if relation == "previous" else 1
        return iso(calendar.weekday_near(base + dt.timedelta(days=step), number, step > 0))
    if now is None:
        return None
    if relation in ("last", "past"):
        return iso(calendar.weekday_near(now - dt.timedelta(days=1), number, False))
    if relation == "next":
        return _in_week(now, 1, number)
    if relation == "coming":
        return iso(calendar.weekday_near(now + dt.timedelta(days=1), number, True))
    way = c.direction()
    if relation == "this":
        return iso(calendar.weekday_near(now, number, way != BACK))
    return iso(calendar.weekday_near(now, number, way in (FORWARD, PRESENT)))


def _in_week(now: dt.date, weeks: int, number: int) -> str | None:
    moved = calendar.shift(now - dt.timedelta(days=now.isoweekday() - 1), weeks, "W")
    return iso(moved + dt.timedelta(days=number - 1)) if moved else None


def weekend(c: Context) -> list[Found] | None:
    """As in "this weekend" (the coming one, or in the past tense the one gone by), "last weekend", "the weekend"."""
    if c.word("w") == "weekends":
        return c.found("SET", "XXXX-WXX-WE") if c.atoms.near(c.first - 1) in ("on", "at") else None
    words = [n for n in c.names() if n in RELATION]
    relation = words[-1] if words else ""
    base = _day(c.story if relation in FROM_STORY else c.published)
    if base is None:
        return c.found("DATE", None)
    if relation in FROM_STORY:
        weeks = {"previous": -1, "following": 1}.get(relation, 0)
        return c.found("DATE", f"{calendar.week(base, weeks)}-WE")
    if relation in ("last", "past"):
        return c.found("DATE", f"{calendar.week(base, -1)}-WE")
    if relation == "next":
        return c.found("DATE", f"{calendar.week(base, 1)}-WE")
    way = c.direction()
    back = (way == BACK or (way in (UNKNOWN, PRESENT) and not relation)) and base.isoweekday() < 6
    if not relation and way != BACK and not _within_prose(c):
        return None
    return c.found("DATE", f"{calendar.week(base, -1 if back else 0)}-WE")


def _within_prose(c: Context) -> bool:
    """As in "the weekend", "over the weekend": the noun itself, not "a weekend retreat"."""
    return "the" in c.names() and not (c.tag(c.last).startswith("NN") and c.name(c.last) == "other")


def deictic(c: Context) -> list[Found] | None:
    """As in "yesterday", "tomorrow night", "the day before yesterday", "tonight"."""
    now, word = _day(c.published), c.word("d")
    days = c.lex.deictics[word]
    if c.at("off") is not None:
        if c.lex.units.get(c.word("u")) != "D":
            return None
        days += 1 if c.word("off") == "after" else -1
    if part_of_name(c) or (days and c.tag(c.first - 1) in ("JJ", "JJR", "RBR")):
        return None  # the name of a programme, or "a brighter tomorrow"
    value = iso(calendar.shift(now, days, "D")) if now else None
    if word == "tonight" and value and c.at("t") is None:
        return c.found("TIME", f"{value}TNI")
    return c.dated(value)


def relative_part(c: Context) -> list[Found] | None:
    """As in "this morning", "last night", "that evening"."""
    words = [n for n in c.names() if n in RELATION]
    if part_of_name(c):
        return None
    relation, part = words[-1], c.lex.parts[c.word("p")]
    base = _day(c.story if relation in FROM_STORY or (relation == "next" and "the" in c.names()) else c.published)
    if base is None or (relation == "that" and not c.told_here):
        # "She said they had spoken *that afternoon*", behind a paragraph on another day: the day of her words, perhaps
        return c.found("TIME", None)
    moved = calendar.shift(base, RELATION[relation], "D")
    return c.found("TIME", f"{moved}T{part}" if moved else None)


def relative_unit(c: Context) -> list[Found] | None:
    """As in "last week", "earlier this month", "next year", "the following day"; "the past year" is a duration."""
    unit = c.lex.units[c.word("u")]
    plural = c.word("u").endswith("s") and c.name(c.last - 1) == "units"
    words = [n for n in c.names() if n in RELATION]
    relation = words[-1]
    if (relation == "following" and c.at("the") is None) or (unit == "D" and c.atoms.near(c.first - 1) == "to"):
        return None  # the preposition; "to this day"
    if plural and not (relation == "this" and unit == "Y"):  # "this years festival": a common slip
        return _span_of_many(c, relation, unit)
    if unit in ("S", "MIN", "H", "E", "C", "N"):
        return None
    first_way = words[0]
    the = c.at("the") is not None
    if (relation == "past" and the) or (relation == "last" and the and unit != "D"):
        return c.found("DURATION", f"P1{unit}" if unit in "DWMY" else None)
    if relation == "that" and not _dated_that(c):
        return None
    from_story = relation in FROM_STORY or (relation == "next" and the and unit == "D")
    if first_way in ("same", "that") or relation in ("same", "that"):
        from_story = True
    if relation == "next" and the and not from_story:
        return c.found("DURATION", f"P1{unit}" if unit in "DWMY" else None)
    anchor = c.story if from_story else c.published
    if unit == "D" and not from_story and relation not in ("this", "last", "next"):
        return None
    return c.found("DATE", moved(anchor, RELATION[relation], unit))


def _dated_that(c: Context) -> bool:
    """As in "that day" with a date before it to point at; else "that" is no pointer worth an entry."""
    return c.story is not None


def _span_of_many(c: Context, relation: str, unit: str) -> list[Found] | None:
    if relation in ("last", "past", "next", "coming", "following", "previous") and unit in ("D", "W", "M", "Y"):
        return c.found("DURATION", f"PX{unit}")
    return None


def unit_shift(c: Context) -> list[Found] | None:
    """As in "the day before", "the year after": from the last date mentioned; not "the day after the vote"."""
    unit = c.lex.units[c.word("u")]
    if unit not in ("D", "W", "M", "Y") or _event_follows(c):
        return None
    way = 1 if c.word("rel") == "after" else -1
    return c.found("DATE", moved(c.story, way, unit))


def _event_follows(c: Context) -> bool:
    """Whether "before" or "after" governs something, and so does not point back at a date."""
    p, token = c.passage, c.atoms.token(c.last - 1)
    if c.last >= len(c.atoms.low) or p.kids[token]:
        return bool(c.last < len(c.atoms.low) and p.kids[token])
    return p.deps[token] == "mark"


def ago(c: Context) -> list[Found] | None:
    """As in "three years ago" from publication; "two days later", "a year earlier" from the last date mentioned."""
    unit, rel = c.lex.units[c.word("u")], c.name(c.match.start("rel"))
    many, amount = c.name(c.match.start("u")) == "units", amount_of(c)
    if c.at("n") is None and c.at("vague") is None and not many and c.first == c.match.start("u"):
        return None
    if rel in ("before", "after") and _event_follows(c):
        return _length(c, amount, unit)
    if c.first == c.match.start("u") and c.atoms.near(c.first - 1) in ("million", "billion", "thousand", "hundred"):
        return None
    if c.at("more") is not None:
        if rel == "ago" and c.word("more") in c.lex.deictics:
            return None
        if rel != "ago":
            return None
    anchor = c.published if rel == "ago" else c.story
    way = 1 if rel in ("later", "after") else -1
    last = c.match.end("rel")
    if amount is None:
        value = _some_days(anchor, way) if unit == "D" and rel in ("later", "after") else None
        return [(c.first, last, "DATE", value)]
    value = moved(anchor, way * amount, unit)
    return [(c.first, last, "DATE", value)]


def _length(c: Context, amount: int | None, unit: str) -> list[Found] | None:
    if unit not in ("D", "W", "M", "Y"):
        return None
    return [(c.first, c.match.start("rel"), "DURATION", f"P{'X' if amount is None else amount}{unit}")]


def _some_days(anchor: Anchor | None, way: int) -> str | None:
    """As in "days later": the month, when two to ten days on it is still the same."""
    day = _day(anchor)
    if day is None:
        return None
    near, far = calendar.shift(day, 2 * way, "D"), calendar.shift(day, 10 * way, "D")
    return f"{near:%Y-%m}" if near and far and (near.year, near.month) == (far.year, far.month) else None


def within(c: Context) -> list[Found] | None:
    """As in "will leave in two weeks" (a date); "in three years" otherwise, and "within 30 days", is a duration."""
    unit, amount = c.lex.units[c.word("u")], amount_of(c)
    first = c.first + 1
    kind_of = {"S": "S", "MIN": "M", "H": "H"}
    plain = c.atoms.low[c.first] == "in" and amount is not None and c.name(c.first + 1) != "the"
    if (
        plain
        and amount is not None
        and unit in ("D", "W", "F", "M", "Y")
        and c.name(c.last) not in ("of", "ago")
        and _will(c)
    ):
        return [(c.first, c.last, "DATE", moved(c.published, amount, unit))]
    if unit in kind_of:
        return [(first, c.last, "DURATION", f"PT{'X' if amount is None else amount}{kind_of[unit]}")]
    scaled = _scaled(amount, unit)
    return [(first, c.last, "DURATION", scaled)]


def _will(c: Context) -> bool:
    """Whether the verb over the expression has "will" or "shall"."""
    p, node = c.passage, c.top()
    while p.pos[node] not in ("VERB", "AUX") and p.heads[node] != node:
        node = p.heads[node]
    return any(p.lemmas[k] in ("will", "shall") for k in near_kids(p, node) if p.deps[k] == "aux")


def _scaled(amount: int | None, unit: str) -> str | None:
    factor, base = {"F": (2, "W"), "N": (1, "D"), "E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M")}.get(unit, (1, unit))
    return f"P{'X' if amount is None else amount * factor}{base}" if base in ("D", "W", "M", "Y") else None


def edge(c: Context) -> list[Found] | None:
    """As in "the end of the year": as a deadline ("by ...") its last day, else the year."""
    unit = c.lex.units[c.word("u")]
    relation = c.name(c.match.end("r") - 1) if c.at("r") is not None else ""
    if unit not in ("W", "M", "Y", "D") or not (relation or c.at("the") is not None):
        return None
    if unit == "D":
        return None
    anchor = c.story if relation in FROM_STORY else c.published
    value = moved(anchor, RELATION.get(relation, 0), unit)
    if value and c.word("e") == "end" and c.deadline():
        value = calendar.last_day(value)
    return c.found("DATE", value)


def year_end(c: Context) -> list[Found] | None:
    """As in "by year end", "by year's end"."""
    unit = c.lex.units[c.word("u")]
    if unit not in ("W", "M", "Y") or c.word("e") != "end":
        return None
    value = moved(c.published, 0, unit)
    return c.found("DATE", calendar.last_day(value) if value else None)


def amount_of(c: Context) -> int | None:
    """The amount of a quantity of time: None when it is not told ("a few", "several")."""
    if c.at("n") is None:
        return None
    first, last = c.match.span("n")
    words = c.atoms.low[first:last]
    if c.name(first) == "a":
        return 1
    total = 0
    for word in words:
        if word[:1].isdecimal():
            text = word.replace(",", "")
            return int(text) if text.isdecimal() and len(text) < 6 else None
        total += c.lex.numbers.get(word, 0)
    return total or None


def moved(anchor: Anchor | None, amount: int, unit: str) -> str | None:
    """The day, week, month, quarter or year `amount` units from an anchor, as exact as unit and anchor allow."""
    if anchor is None:
        return None
    day, base = anchor.date, anchor.precision
    if unit in ("E", "C"):
        amount, unit = amount * (10 if unit == "E" else 100), "Y"
    if unit in ("H", "MIN", "S"):
        if unit == "H" and amount % 24 == 0 and base == "day":
            return iso(calendar.shift(day, amount // 24, "D"))
        return None
    if unit == "Y":
        there = calendar.shift(day, amount, "Y")
        return f"{there.year:04}" if there else None
    if unit == "Q":
        there = calendar.shift(day.replace(day=1), amount * 3, "M") if base != "year" else None
        return f"{there.year:04}-Q{(there.month + 2) // 3}" if there else None
    if unit == "M":
        return calendar.month(day, amount) if base != "year" else None
    if base != "day":
        return calendar.week(day, amount) if unit == "W" and base == "week" else None
    if unit == "F":
        amount, unit = amount * 2, "W"
    return calendar.week(day, amount) if unit == "W" else iso(calendar.shift(day, amount, "D"))


def _day(anchor: Anchor | None) -> dt.date | None:
    return anchor.day if anchor else None

"""Passages -> time expressions with their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from parley.language.passage import Passage
from parley.language.times import absolute, relative, spans
from parley.language.times.atoms import Atoms, atomise
from parley.language.times.calendar import Anchor
from parley.language.times.context import Context, Found
from parley.language.times.grammar import ANY, ORDER, RULES
from parley.language.times.lexicon import Lexicon, lexicon
from parley.records import TimeExpression, TimeType

_DIGIT = re.compile(r"\d")

RESOLVERS: dict[str, Callable[[Context], list[Found] | None]] = {
    "stamp": absolute.stamp, "span": absolute.span, "span_day_first": absolute.span, "days": absolute.days,
    "days_day_first": absolute.days, "date": absolute.date, "date_day_first": absolute.date, "months": absolute.months,
    "month_year": absolute.month_year, "month_of": absolute.month_of, "month_rel": absolute.month_rel,
    "month": absolute.month, "fiscal": absolute.fiscal, "quarter": absolute.quarter, "season": absolute.season,
    "years": absolute.years, "year": absolute.year, "decade": absolute.decade, "century": absolute.century,
    "holiday": absolute.holiday, "weekday": relative.weekday, "weekend": relative.weekend, "deictic": relative.deictic,
    "ago": relative.ago, "in": relative.within, "unit_shift": relative.unit_shift, "edge": relative.edge,
    "year_end": relative.year_end, "relative_part": relative.relative_part, "relative_unit": relative.relative_unit,
    "relative_many": spans.relative_many, "duration": spans.duration, "every": spans.every, "weekdays": spans.weekdays,
    "frequency": spans.frequency, "time": spans.time,
}  # fmt: skip


def find_times(passages: Sequence[Passage], published: str | None) -> tuple[TimeExpression, ...]:
    """Every expression of a date, clock time, duration or set in the passages of one article, in text order.

    `published` is the article's publication date (`2025-03-14`, `2025-03`, `2025` or None); what is reckoned from it
    has the value None without it. Values are TIMEX3's (Pustejovsky et al. 2003, ISO-TimeML), with ranges and decades as
    FROM/TO. "the next day" is reckoned from the last date of the same or of the preceding passage.
    """
    lex, anchor = lexicon(), Anchor.of(published)
    out: list[TimeExpression] = []
    story: Anchor | None = None
    told_in = -2
    for passage in passages:
        if lex.triggers.isdisjoint(map(str.lower, passage.words)) and not _DIGIT.search(passage.text):
            continue
        atoms = atomise(passage)
        told = story if told_in == passage.index - 1 else None
        for first, last, kind, value, here in _scan(atoms, lex, anchor, told):
            start, end = atoms.starts[first], atoms.ends[last - 1]
            out.append(TimeExpression(passage.start + start, passage.start + end, passage.text[start:end], kind, value))
            if here is not None:
                story, told_in = here, passage.index
    return tuple(out)


def _scan(
    atoms: Atoms, lex: Lexicon, published: Anchor | None, story: Anchor | None
) -> Iterator[tuple[int, int, TimeType, str | None, Anchor | None]]:
    """The expressions of one passage; each with the date the story stands at once it is read."""
    position, told_here = 0, False
    while match := ANY.search(atoms.classes, position):
        position = match.start() + 1
        for found in _resolve(atoms, lex, published, story, told_here, match) or ():
            first, last, kind, value = found
            if kind in ("DATE", "TIME") and (here := Anchor.of(value)):
                story, told_here = here, True
            yield first, last, kind, value, story
            position = max(position, last)


def _resolve(
    atoms: Atoms, lex: Lexicon, published: Anchor | None, story: Anchor | None, told_here: bool, match: re.Match[str]
) -> list[Found] | None:
    """What the first rule that both matches here and holds gives; None when none does."""
    assert match.lastgroup is not None
    start = match.start()
    for name in ORDER[ORDER.index(match.lastgroup) :]:
        narrow = RULES[name].match(atoms.classes, start)
        if narrow and (found := RESOLVERS[name](Context(atoms, lex, published, story, narrow, told_here))):
            return found
    return None

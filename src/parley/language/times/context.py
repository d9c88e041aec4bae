"""What a resolver may ask: the match's words and numbers, the anchors (publication, last date told), the grammar."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from parley.language.passage import Passage
from parley.language.times.atoms import Atoms
from parley.language.times.calendar import Anchor, days_in
from parley.language.times.direction import PRESENT, UNKNOWN, adverbial, direction, noun_way, top_of
from parley.language.times.lexicon import CHAR, Lexicon
from parley.records import TimeType

Found = tuple[int, int, TimeType, str | None]
"""First atom, atom after the last, type, value."""

RELATION = {
    "last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1, "this": 0, "current": 0, "same": 0,
    "that": 0,
}  # fmt: skip
FROM_STORY = frozenset({"previous", "following", "same", "that"})
"""Relative words reckoned from the last date mentioned, not from the day of publication."""

_NAME_OF = {char: name for name, char in CHAR.items()}


@dataclass(slots=True)
class Context:
    """One match of one rule in one passage.

    `published` anchors "yesterday"; `story` (the last date mentioned before this place) anchors "the next day".
    `told_here`: that date stands in the same passage.
    """

    atoms: Atoms
    lex: Lexicon
    published: Anchor | None
    story: Anchor | None
    match: re.Match[str]
    told_here: bool = True

    @property
    def passage(self) -> Passage:
        """The passage the match stands in."""
        return self.atoms.passage

    @property
    def first(self) -> int:
        """First atom of the match."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The atom after the last one of the match."""
        return self.match.end()

    def at(self, group: str) -> int | None:
        """The first atom of a group, or None when the group took no part."""
        i = self.match.start(group) if group in self.match.re.groupindex else -1
        return i if i >= 0 else None

    def word(self, group: str) -> str:
        """The lower-cased last atom of a group; empty when it took no part."""
        return self.atoms.low[self.match.end(group) - 1] if self.at(group) is not None else ""

    def name(self, i: int) -> str:
        """The class name of atom `i`, empty beyond either end."""
        return _NAME_OF[self.atoms.classes[i]] if 0 <= i < len(self.atoms.low) else ""

    def names(self) -> list[str]:
        """The class names of the match's atoms."""
        return [_NAME_OF[c] for c in self.match.group()]

    def number(self, group: str) -> int | None:
        """The number a group's atom names, as digits, word or ordinal."""
        word = self.word(group)
        if not word:
            return None
        if word.isdecimal():
            return int(word)
        if word[0].isdecimal():
            digits = re.match(r"\d+", word)
            return int(digits.group()) if digits else None
        return self.lex.ordinals.get(word) or self.lex.numbers.get(word)

    def month(self, group: str = "m") -> int:
        """The month a group names, 1 to 12."""
        return self.lex.months[self.word(group)]

    def tag(self, i: int) -> str:
        """The parser's tag at atom `i`."""
        return self.passage.tags[self.atoms.token(i)] if 0 <= i < len(self.atoms.low) else ""

    def capital(self, i: int) -> bool:
        """Whether atom `i` is printed with a capital."""
        return self.atoms.raw(i)[:1].isupper()

    def top(self) -> int:
        """The token of the match whose governor lies outside."""
        return top_of(self.passage, self.atoms.token(self.first), self.atoms.token(self.last - 1))

    def direction(self) -> int:
        """FORWARD, BACK or UNKNOWN, from the governing words."""
        return direction(self.passage, self.top())

    def way_of_year(self) -> int:
        """The direction for a date that lacks its year: verbs count only for what says when, and no simple present."""
        top = self.top()
        if not adverbial(self.passage, top):
            return noun_way(self.passage, top)
        way = direction(self.passage, top)
        return UNKNOWN if way == PRESENT else way

    def deadline(self) -> bool:
        """Whether "by" or "until" stands before the match."""
        return self.atoms.near(self.first - 1) in ("by", "until", "till") or self.at("by") is not None

    def found(self, kind: TimeType, value: str | None) -> list[Found]:
        """The whole match as one expression, without a leading preposition of the pattern."""
        first = self.first
        while first < self.last - 1 and self.name(first) in ("by", "on", "comma"):
            first += 1
        return [(first, self.last, kind, value)]

    def dated(self, value: str | None) -> list[Found]:
        """A date, made a time when a clock time or a part of the day stands in the match."""
        clock = self._clock("t") or self._clock("t0")
        part = self.lex.parts.get(self.word("part"))
        if value is None or not (clock or part):
            return self.found("DATE" if not (clock or part) else "TIME", value)
        return self.found("TIME", f"{value}T{clock or part}")

    def _clock(self, group: str) -> str | None:
        if self.at(group) is None:
            return None
        first, last = self.match.span(group)
        low = self.atoms.low
        return clock_of(low[first], low[last - 1] if last - first > 1 else "", self.lex.noons)


def clock_of(word: str, half: str, noons: dict[str, str]) -> str | None:
    """`15:11` from "3:11" and "pm", "15:11", "3.11" and "p.m.", "noon"; None when it is no time of day."""
    if word in noons:
        return noons[word]
    hour, _, minute = word.replace(".", ":").partition(":")
    minute = minute[:2] or "00"
    if not hour.isdecimal() or not minute.isdecimal():
        return None
    h = int(hour)
    if half:
        if not 1 <= h <= 12:
            return None
        h = h % 12 + (12 if half[0] == "p" else 0)
    return f"{h:02}:{int(minute):02}" if h < 24 and int(minute) < 60 and len(minute) == 2 else None


def valid_day(year: int | None, month: int, number: int | None) -> bool:
    """Whether a month (of any year, if None) has that day."""
    return number is not None and 1 <= number <= (
        days_in(year, month) if year else (29 if month == 2 else days_in(2001, month))
    )


def iso(date: dt.date | None) -> str | None:
    """The day as a value."""
    return date.isoformat() if date else None

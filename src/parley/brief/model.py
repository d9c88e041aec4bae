"""The tree of a brief: sections of groups of lines, each line with its evidence. The renderers read only this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.analysis import Evidence
from parley.analysis import Source as Source
from parley.errors import Problem


@dataclass(frozen=True, slots=True)
class BriefOptions:
    """What the brief shows. `parties` are names in any case (none: all); `since`, `until` ISO dates, both inclusive.

    `limit` is the most lines a party gets; pairs and days get half of it. `ledger` is the ledger's path as the user
    wrote it, for the commands that show the rest. `title` heads the page.
    """

    parties: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    limit: int = 8
    title: str | None = None
    ledger: str = "talks.db"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: who, the coded mood as a verb, what is known of the occasion, and the words.

    `who` and `does` are the line's own words, `tags` what qualifies them; `evidence[0]` are the words on the page.
    `verbatim` tells that these are the speaker's own words, so they stand in quotation marks; a paraphrase does not.
    `also` are the copies that carry the same words. `sentence`, where given, is said instead of who and does; every
    one of `evidence` stands below it.
    """

    who: str
    party: str | None
    does: str
    tags: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    also: tuple[Evidence, ...] = ()
    verbatim: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """How many lines are not shown, and the command that shows them."""

    count: int
    command: str


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading. `party` is whose they are, when they are one's."""

    title: str
    note: str
    lines: tuple[Line, ...]
    party: str | None = None
    more: More | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: `sign` (+, −, ±, ?), what else it says in words, and how many origins stand behind it."""

    sign: str
    words: str
    origins: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of parties by columns; `rows` are (party, cells), a cell None where nothing is known."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    legend: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief. `key` is its stable name (`state`, `matrix`, `said`, …); a `grid` stands first."""

    key: str
    title: str
    note: str
    groups: tuple[Group, ...]
    more: More | None = None
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks for a side: name, role as a page gives it ("" when none), statements, and the newest one."""

    name: str
    role: str
    statements: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Side:
    """A party with its spokespeople; `moods` counts its statements in words; `others` the spokespeople not listed."""

    party: str | None
    note: str
    moods: str
    speakers: tuple[Speaker, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole page. `facts` are (label, words) about the coverage; `marks` gives every party its place in the order
    in which colours and shapes are dealt out. `opening` are the sections before what is covered: the state of the talks
    as far as it is coded, none when nothing is."""

    title: str
    as_of: str
    facts: tuple[tuple[str, str], ...]
    sides: tuple[Side, ...]
    sides_more: int
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    sources_more: More | None
    problems: tuple[Problem, ...]
    problems_more: More | None
    marks: dict[str, int]
    notice: str
    opening: tuple[Section, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Every line, in the order shown."""
        for section in (*self.opening, *self.sections):
            for group in section.groups:
                yield from group.lines

"""A line's evidence in words that all three renderers share: the quotation, its source, and the copies of it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis import Evidence
from parley.brief.model import Brief, Line, Source
from parley.brief.text import clean, link, unquoted, when_words

NO_OUTLET = "Outlet not named"
NO_TITLE = "Untitled page"
CARRIERS = 4
"""Copies named after "also in"; the others are counted."""

SHAPES = ("●", "■", "▲", "◆", "★", "✚", "▼", "○", "□", "△", "◇", "☆")
"""Dealt to the parties with the colours, so that nobody has to tell two parties by colour alone."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Outlet, date and title as words; `place` is the path, address or record id, `link` the address if it is one."""

    outlet: str
    date: str
    title: str
    place: str
    link: str | None


def citation(item: Evidence | Source) -> Citation:
    """Where an evidence, or a listed source, comes from."""
    return Citation(
        outlet=clean(item.outlet) or NO_OUTLET,
        date=when_words(item.published, weekday=False) or "undated",
        title=clean(item.title) or NO_TITLE,
        place=clean(item.source),
        link=link(item.source),
    )


def quotation(line: Line, at: int = 0) -> str:
    """The quoted words, whole: in quotation marks when they are the speaker's own; gaps between pieces as " … ".

    A comma at the end is the reporting sentence's, and is left out. `at` counts the line's evidence.
    """
    words = " … ".join(filter(None, (unquoted(clean(piece)) for piece in line.evidence[at].pieces)))
    words = (unquoted(words) if line.verbatim else words).rstrip(", ") or words
    return f"“{words}”" if line.verbatim else words


def carriers(line: Line) -> str:
    """The copies that carry the words: "also in Brume Courier, North Post and 3 others"; "" when there are none."""
    if not line.also:
        return ""
    names = list(dict.fromkeys(clean(e.outlet) or clean(e.title) or clean(e.source) for e in line.also))
    rest = len(names) - CARRIERS
    if rest > 0:
        return f"also in {', '.join(names[:CARRIERS])} and {rest} {'other' if rest == 1 else 'others'}"
    return "also in " + " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def mark(brief: Brief, party: str | None) -> str:
    """The shape of a party; a dot for an unknown side."""
    place = brief.marks.get(party) if party else None
    return "·" if place is None else SHAPES[place % len(SHAPES)]

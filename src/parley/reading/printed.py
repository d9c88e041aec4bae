"""What an HTML page prints around its story, for the fields that its metadata leave open."""

from __future__ import annotations

from parley.reading.features import shape
from parley.reading.fragment import text_of_fragment
from parley.reading.lines import paragraphs
from parley.reading.masthead import Masthead, read_masthead
from parley.reading.site import find_site

OPENING = 60
"""So many letters and figures of a paragraph tell it from all others on its page."""


def printed_masthead(markup: str, title: str | None, body: list[str]) -> Masthead:
    """The masthead that a page shows its readers around the story whose paragraphs are `body`.

    The mark-up is flattened to lines and read as a page of plain text is; only the story's place is already known.
    Empty when the story's first paragraph is not found as a line.
    """
    paras = paragraphs(text_of_fragment(markup))
    openings = [_letters(p.text) for p in paras]
    wanted = [_letters(text) for text in body]
    first = next((i for i, text in enumerate(openings) if text and text == wanted[0]), None)
    if first is None:
        return Masthead()
    last = max((i for i in range(first, len(paras)) if openings[i] == wanted[-1]), default=first)
    at = _title(openings[:first], title)
    shapes = [shape(p) for p in paras]
    inside = set(wanted)
    story = [i for i in range(first, last + 1) if openings[i] in inside]
    return read_masthead(paras, shapes, story, at, find_site(paras, shapes, first, last))


def _title(openings: list[str], title: str | None) -> int | None:
    """The last line above the story that is its title."""
    wanted = _letters(title or "")
    same = [i for i, text in enumerate(openings) if wanted and text == wanted]
    return same[-1] if same else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[: 3 * OPENING].casefold()))[:OPENING]

"""An HTML page -> its story. trafilatura finds it; the frozen text is what it extracted, laid out here.

The layout: the title, then every paragraph, sub-heading, list item and table row, a blank line between each two.
"""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from parley.reading.byline import read_byline
from parley.reading.charset import declared_in_html, decode
from parley.reading.credit import credit_in
from parley.reading.dateline import read_dateline
from parley.reading.features import Shape, shape
from parley.reading.lines import MOST, Para
from parley.reading.printed import printed_masthead
from parley.reading.story import Story
from parley.records import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

Unit = tuple[BlockKind, str]
MOSTLY = 0.6
LONG_END = 60
TITLE = 20

# A page that fails is reported by us, with its name; the libraries would only add lines without one.
for _name in ("trafilatura", "htmldate", "readability"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

# htmldate's own latest day is today's, by the clock: the same page would be read in two ways on two days.
_DATES = {"original_date": True, "extensive_search": True, "max_date": "2200-12-31"}

_SPACE = re.compile(r"\s+")
_AUTHORS = re.compile(r"\s*[;]\s*")
_XML_NAME = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def read_html(data: bytes) -> Story | None:
    """The story of an HTML page, None when none was found. Total: markup however broken gives a Story or None."""
    return story_of_markup(decode(data, declared_in_html(data))[0])


def story_of_markup(markup: str) -> Story | None:
    """As `read_html`, for markup already decoded."""
    import trafilatura

    # An XML declaration names an encoding, which is wrong now and which lxml refuses in decoded text.
    markup = _CONTROLS.sub(" ", _XML_NAME.sub("", markup, count=1))
    try:
        found: Any = trafilatura.bare_extraction(
            markup, favor_precision=True, include_comments=False, include_tables=True, with_metadata=True,
            date_extraction_params=dict(_DATES),
        )  # fmt: skip
    except (ValueError, TypeError, RecursionError, AttributeError, IndexError, KeyError):
        return None
    if found is None or found.body is None:
        return None
    return _lay_out(found, markup)


def _lay_out(found: Any, markup: str) -> Story | None:
    title = _one_line(found.title) or None
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0

    def add(text: str, kind: BlockKind) -> None:
        nonlocal at
        if pieces:
            at += 2
        pieces.append(text)
        blocks.append(Block(at, at + len(text), kind))
        at += len(text)

    if title:
        add(title, "headline")
    for kind, text in trimmed(list(islice(_units(found.body), MOST))):
        if kind == "subheading" and len(blocks) <= 2 and title and _same(text, title):
            continue
        add(text, kind)
    if not any(b.kind != "headline" for b in blocks):
        return None
    names, agency = _authors(found.author)
    body = [text for kind, text in zip((b.kind for b in blocks), pieces, strict=True) if kind != "headline"]
    opening = read_dateline(body[0])
    foot = next(filter(None, map(credit_in, body[-3:])), None)
    around = printed_masthead(markup, title, body)
    return Story(
        text="\n\n".join(pieces), blocks=tuple(blocks), title=title,
        outlet=_one_line(found.sitename) or around.outlet,
        credit=agency or (opening.agency if opening else None) or foot or around.credit, byline=names or around.byline,
        published=found.date or around.published, published_from="metadata" if found.date else around.published_from,
        dateline=(opening.places if opening else ()) or around.dateline, language=found.language or None,
    )  # fmt: skip


def _authors(line: str | None) -> tuple[tuple[str, ...], str | None]:
    """The people in trafilatura's author line, and the agency that stands among or behind them."""
    names: list[str] = []
    agency = None
    for piece in map(_one_line, _AUTHORS.split(line or "")):
        found = read_byline(f"By {piece}") if piece else None
        if found:
            names.extend(n for n in found.names if n not in names)
            agency = agency or found.agency
    return tuple(names), agency


def trimmed(units: list[Unit]) -> list[Unit]:
    """The extracted paragraphs without the furniture that extraction leaves, mostly at the end.

    Dropped are: all from a heading such as "Related posts" when most of the text stands before it; lines that are
    wholly furniture; and at the end what is furniture or a heading with nothing under it.
    """
    shapes = [shape(Para(0, len(text), text, 0, False, 1)) for _, text in units]
    total, done = sum(s.words for s in shapes), 0
    kept: list[tuple[Unit, Shape]] = []
    for unit, s in zip(units, shapes, strict=True):
        if s.tail and done > MOSTLY * total:
            break
        done += s.words
        if not (s.whole and s.words <= 3) and not (s.begins and s.held and s.words < 40):
            kept.append((unit, s))
    while len(kept) > 1 and (kept[-1][0][0] == "subheading" or kept[-1][1].begins or kept[-1][1].held):
        if kept[-1][1].words > LONG_END:
            break
        kept.pop()
    return [unit for unit, _ in kept]


def _units(body: Any) -> Iterator[Unit]:
    """The paragraphs of an extracted tree in order, each with its kind."""
    for element in body:
        tag = element.tag
        if tag == "head":
            yield from _unit("subheading", element)
        elif tag == "list":
            for item in element.iter("item"):
                yield from _unit("body", item)
        elif tag == "table":
            for row in element.iter("row"):
                text = _one_line(" ".join(" ".join(c.itertext()) for c in row.iter("cell")))
                if text:
                    yield "body", text
        elif tag == "quote" and len(element):
            yield from _parts(element)
        else:
            yield from _unit("body", element)


def _parts(element: Any) -> Iterator[Unit]:
    if _one_line(element.text):
        yield "body", _one_line(element.text)
    for child in element:
        yield from _unit("body", child)
        if _one_line(child.tail):
            yield "body", _one_line(child.tail)


def _unit(kind: BlockKind, element: Any) -> Iterator[Unit]:
    text = _one_line("".join(_text_pieces(element)))
    if text:
        yield kind, text


def _text_pieces(element: Any) -> Iterator[str]:
    """The text of an element, a line break as a space."""
    if element.tag == "lb":
        yield " "
    if element.text:
        yield element.text
    for child in element:
        yield from _text_pieces(child)
        if child.tail:
            yield child.tail


def _one_line(text: str | None) -> str:
    return _SPACE.sub(" ", text).strip() if text else ""


def _same(heading: str, title: str) -> bool:
    """Is a heading the page's title, or the title the heading and the site's name?"""
    a, b = ("".join(filter(str.isalnum, t.casefold())) for t in (heading, title))
    return bool(a) and (a == b or (len(a) > TITLE and (a in b or b in a)))

"""Text -> paragraphs: where each stands, how far it is indented, whether it is a list item.

A paragraph is one line, or several when the page was hard-wrapped (saved from a terminal browser or a mail): lines
are joined only where the next line's first word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

BULLETS = "*+•·▪◦‣●■►▸○-–"
WIDEST_WRAP = 132
TAB = 8
WIDE = 500
MOST = 20_000
"""No story has so many lines; what comes after them on a page is not looked at."""

_BREAKS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_BULLET = re.compile(rf"[{re.escape(BULLETS)}](?:\s+|$)")
_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_LINE = re.compile(rf"([^{_BREAKS}]*)(?:\r\n|[{_BREAKS}]|\Z)")
_FIRST_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Para:
    """A paragraph: `text[start:end]` without the bullet or Markdown heading mark before it, and blanks.

    `indent` is in columns (that of the bullet for a list item), `gap` the number of blank lines before it, `lines`
    how many lines it spans; `text` the words on one line.
    """

    start: int
    end: int
    text: str
    indent: int
    bullet: bool
    gap: int
    lines: int = 1


def paragraphs(text: str) -> list[Para]:
    """The paragraphs of a text in order; lines without a letter or a figure are dropped."""
    lines = list(_lines(text))
    margin = _wrap_margin(lines)
    if margin is None:
        return [p for p in lines if p.end > p.start]
    return [p for p in _joined(lines, text, margin) if p.end > p.start]


def _lines(text: str) -> Iterator[Para]:
    """Every line that says something, as a paragraph of its own; at most MOST of them."""
    gap = count = 0
    for match in _LINE.finditer(text):
        raw = match.group(1)
        bare = raw.strip()
        if not any(map(str.isalnum, bare[:WIDE])):
            gap += 1  # a rule, a lone bullet, an invisible mark: as good as blank
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        end = start + len(bare)
        mark = _BULLET.match(bare)
        heading = _HEADING.match(bare)
        inner = mark.end() if mark else heading.end() if heading else 0
        columns = len(raw[:indent].expandtabs(TAB)) if indent else 0
        yield Para(start + inner, end, bare[inner:], columns, mark is not None, gap)
        gap = 0
        count += 1
        if count == MOST:
            return


def _right(line: Para) -> int:
    """The column where a line ends."""
    return line.indent + (2 if line.bullet else 0) + len(line.text)


def _wrap_margin(lines: list[Para]) -> int | None:
    """The column at which the page was hard-wrapped, None when it was not.

    Wrapped pages have no long line, and most lines that another follows without a gap come near the margin.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and not b.bullet]
    if len(pairs) < 3:
        return None
    widths = sorted(_right(a) for a, _ in pairs)
    margin = widths[int(len(widths) * 0.98)]
    longest = sorted(_right(line) for line in lines)[int(len(lines) * 0.98)]
    if margin > WIDEST_WRAP or longest > margin + 8 or margin < 40:
        return None
    full = sum(_broken(a, b, margin) for a, b in pairs)
    return margin if full >= 3 and full >= 0.4 * len(pairs) else None


def _broken(line: Para, after: Para, margin: int) -> bool:
    """Was the line broken for want of room? Then the next word would have passed the margin."""
    word = _FIRST_WORD.match(after.text)
    return word is not None and _right(line) + 1 + word.end() > margin - 1


def _joined(lines: list[Para], text: str, margin: int) -> Iterator[Para]:
    held: Para | None = None
    last: Para | None = None
    for line in lines:
        if held and last and line.gap == 0 and not line.bullet and _broken(last, line, margin):
            held.end, held.lines = line.end, held.lines + 1
        else:
            if held:
                yield _flat(held, text)
            held = Para(line.start, line.end, line.text, line.indent, line.bullet, line.gap)
        last = line
    if held:
        yield _flat(held, text)


def _flat(para: Para, text: str) -> Para:
    if para.lines > 1:
        para.text = " ".join(text[para.start : para.end].split())
    return para

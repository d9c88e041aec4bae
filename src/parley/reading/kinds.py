"""What kind of block a paragraph of the story is."""

from __future__ import annotations

from parley.reading.features import Shape
from parley.reading.lines import Para
from parley.reading.words import masthead_words
from parley.records import BlockKind

SENTENCE = 12
HEADING = 14


def kinds_of(paras: list[Para], shapes: list[Shape], body: list[int], title: int | None) -> list[BlockKind]:
    """The kind of each paragraph of the story, `body` being their indices."""
    opening = next((k for k in body if not paras[k].bullet and shapes[k].ends and shapes[k].words >= SENTENCE), -1)
    kinds = [_kind(i, paras[i], shapes[i], opening, i == body[-1]) for i in body]
    headings = masthead_words().point_headings
    summed_up = title is not None and any(shapes[k].plain in headings for k in range(title + 1, body[0] if body else 0))
    for n, i in enumerate(body):
        if summed_up and i < opening:
            kinds[n] = "keypoint"
        elif n and kinds[n - 1] == "caption" and shapes[i].plain in shapes[body[n - 1]].plain:
            kinds[n] = "caption"
    return kinds


def _kind(i: int, para: Para, s: Shape, opening: int, last: bool) -> BlockKind:
    """Key points are the list between title and text; a sub-heading is a short line without an end, text after it."""
    if is_caption(s):
        return "caption"
    if para.bullet:
        return "keypoint" if i < opening else "body"
    if s.words <= HEADING and not s.ends and para.text[-1:] not in '"”’»:,;' and not last and s.lower < 0.95:
        return "subheading"
    return "body"


def is_caption(s: Shape) -> bool:
    """A picture's line: it names who made the picture."""
    return s.words <= 70 and any(phrase in s.plain for phrase in masthead_words().captions)

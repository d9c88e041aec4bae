"""What kind of block a paragraph of the story is."""

from __future__ import annotations

from parley.reading.features import Shape
from parley.reading.lines import Para
from parley.reading.words import masthead_words
from parley.records import BlockKind


def kind_of(i: int, paras: list[Para], shapes: list[Shape], body: list[int]) -> BlockKind:
    """Key points are the list between title and text; a sub-heading is a short line without an end, text after it."""
    para, s = paras[i], shapes[i]
    if is_caption(s):
        return "caption"
    opening = next((k for k in body if not paras[k].bullet and shapes[k].ends and shapes[k].words >= 12), None)
    if para.bullet:
        return "keypoint" if opening is not None and i < opening else "body"
    if s.words <= 14 and not s.ends and para.text[-1:] not in '"”’»:,;' and i != body[-1] and s.lower < 0.95:
        return "subheading"
    return "body"


def is_caption(s: Shape) -> bool:
    """A picture's line: it names who made the picture."""
    return s.words <= 70 and any(phrase in s.plain for phrase in masthead_words().captions)

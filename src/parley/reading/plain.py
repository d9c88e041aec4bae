"""A plain-text page -> its story: the hard case, a web page whose mark-up is gone."""

from __future__ import annotations

from collections.abc import Iterator

from parley.reading.features import Shape, shape, vectors
from parley.reading.kinds import kinds_of
from parley.reading.lines import Para, paragraphs
from parley.reading.masthead import read_masthead
from parley.reading.region import log_odds, story_path
from parley.reading.site import find_site, without_site
from parley.reading.story import Story
from parley.reading.title import find_title, first_prose
from parley.reading.words import masthead_words
from parley.records import Block, Span

LONGEST = 20_000
POINT = 3
POINTS = 10
LONGEST_POINT = 40
FOOT = 60
SENTENCE = 5


def read_plain(text: str, title: str | None = None, clean: bool = False) -> Story:
    """The story on a page of plain text; `text` is kept as it is and blocks point into it.

    `title`: the title when it is known from elsewhere; then only its own place in the text is looked for. `clean`: the
    text is said to hold the story and nothing else (a record's text): only what is plainly furniture is left out.
    """
    paras = paragraphs(text)
    if not paras:
        return Story(text, ())
    shapes = [shape(p) for p in paras]
    odds = log_odds(vectors(paras, shapes))
    if clean:
        odds = [o + 2.0 for o in odds]
    inside = story_path(odds, shapes)
    if not any(inside):
        inside = _something(shapes)
    story = [i for i, yes in enumerate(inside) if yes]
    site = find_site(paras, shapes, first_prose(shapes, inside), story[-1] if story else 0)
    at = find_title(paras, shapes, inside, title, site)
    body = with_keypoints([i for i, yes in enumerate(inside) if yes and (at is None or i > at)], paras, shapes, at)
    masthead = read_masthead(paras, shapes, body, at, site)
    body = without_foot([i for i in body if i not in masthead.used], shapes)
    kinds = kinds_of(paras, shapes, body, at)
    blocks = [Block(a, b, k) for i, k in zip(body, kinds, strict=True) for a, b in pieces(text, paras[i])]
    headline = None
    if at is not None:
        headline = paras[at].text[: without_site(paras[at].text, site.keys)]
        end = paras[at].start + len(headline) if paras[at].lines == 1 else paras[at].end
        blocks.insert(0, Block(paras[at].start, end, "headline"))
    return Story(
        text=text, blocks=tuple(blocks), title=headline, outlet=masthead.outlet,
        credit=masthead.credit, byline=masthead.byline, published=masthead.published,
        published_from=masthead.published_from, dateline=masthead.dateline,
    )  # fmt: skip


def with_keypoints(body: list[int], paras: list[Para], shapes: list[Shape], title: int | None) -> list[int]:
    """The story with its key points: the list right above its first paragraph, or the lines under "Summary" there.

    The items of a list must be more than menu words.
    """
    if not body:
        return body
    top = title + 1 if title is not None else 0
    i = body[0]
    while i > top and paras[i - 1].bullet and shapes[i - 1].words >= POINT:
        i -= 1
    headings = masthead_words().point_headings
    for k in range(max(top, body[0] - POINTS), body[0]):
        if shapes[k].plain in headings and all(POINT <= s.words <= LONGEST_POINT for s in shapes[k + 1 : body[0]]):
            i = min(i, k + 1)
    items = [k for k in range(i, body[0]) if not shapes[k].aside and not shapes[k].stamp]
    return items + body if len(items) > 1 else body


def without_foot(body: list[int], shapes: list[Shape]) -> list[int]:
    """The story without the lines about it at its end: "Reporting by …", "Write to …", "©"."""
    end = len(body)
    while end > 1 and shapes[body[end - 1]].words < FOOT and is_about(shapes[body[end - 1]]):
        end -= 1
    return body[:end]


def is_about(s: Shape) -> bool:
    """Is a paragraph at the end about the story, not of it?"""
    return s.begins or s.held > 0 or s.aside or (s.words <= 3 and s.digits > 0.9)


def pieces(text: str, para: Para) -> Iterator[Span]:
    """A paragraph in pieces of at most LONGEST characters, cut behind a sentence where there is one, else at a blank.

    A parser cannot take a paragraph of megabytes; no story needs more than one piece.
    """
    start = para.start
    while para.end - start > LONGEST:
        window = text[start : start + LONGEST]
        cut = max(window.rfind(". ") + 1, window.rfind("。") + 1)
        cut = cut if cut > LONGEST // 2 else max(window.rfind(" "), 0) or LONGEST
        yield start, start + cut
        start += cut
        while start < para.end and text[start].isspace():
            start += 1
    if start < para.end:
        yield start, para.end


def _something(shapes: list[Shape]) -> list[bool]:
    """A page too short or too odd to tell: from its first whole sentence to its last, without plain furniture.

    A page without a sentence keeps all but the furniture, and one of nothing but furniture everything: no page that
    says something comes out empty.
    """
    open_to = [not (s.aside or s.begins) for s in shapes]
    if not any(open_to):
        return [True] * len(shapes)
    told = [i for i, s in enumerate(shapes) if open_to[i] and s.ends and s.words >= SENTENCE]
    first, last = (told[0], told[-1]) if told else (0, len(shapes) - 1)
    return [yes and first <= i <= last for i, yes in enumerate(open_to)]

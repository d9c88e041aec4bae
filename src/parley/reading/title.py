"""Which line of a plain-text page is the title."""

from __future__ import annotations

import re

from parley.reading.byline import read_byline
from parley.reading.dates_printed import find_date
from parley.reading.features import Shape
from parley.reading.kinds import is_caption
from parley.reading.lines import Para
from parley.reading.words import masthead_words

REACH = 40
"""How many paragraphs above the body a title may stand (breadcrumbs, share icons and a picture between)."""
_CRUMBS = (" > ", " » ", " / ", " › ")
_NUMBERED = re.compile(r"\d{1,2}\.\s")
ENOUGH = 0.8
STANDFIRST = 0.45
NEAR = 8
"""How many paragraphs below a title its date or byline stands."""


def find_title(paras: list[Para], shapes: list[Shape], inside: list[bool], known: str | None = None) -> int | None:
    """The index of the title's paragraph, None when the page shows none; `known` is the title told from elsewhere."""
    first = first_prose(shapes, inside)
    if known:
        wanted = _letters(known)
        same = [i for i, p in enumerate(paras[: first + 1]) if _letters(p.text) == wanted]
        return same[-1] if same else None
    vocabulary = _vocabulary(paras, inside, first)
    above = range(max(0, first - REACH), first + 1)
    marks = [i for i in range(above.start, min(len(paras), first + 6)) if _is_mark(paras[i], shapes[i])]
    scores = {i: _score(i, first, paras, shapes, vocabulary, marks) for i in above}
    good = [i for i in above if scores[i] >= ENOUGH]
    if not good:
        return None
    best = max(good, key=lambda i: (scores[i], i))
    # A title and the standfirst below it score alike: the upper one is the title.
    for i in range(max(above.start, best - 2), best):
        if scores[i] > scores[best] - STANDFIRST and shapes[best].words >= shapes[i].words >= 4:
            return i
    return best


def _is_mark(para: Para, s: Shape) -> bool:
    """A date or a byline: the title stands above it, a caption or a teaser below."""
    if s.words > 20:
        return False
    return (
        para.text.lower().startswith(("by ", "written by "))
        or s.plain == "by"
        or (s.stamp and bool(find_date(para.text)))
    )


def first_prose(shapes: list[Shape], inside: list[bool]) -> int:
    """The first paragraph of the story that is running text; the first of the story when none is."""
    story = [i for i, yes in enumerate(inside) if yes]
    for i in story:
        if shapes[i].ends and shapes[i].words >= 12:
            return i
    return story[0] if story else 0


def _vocabulary(paras: list[Para], inside: list[bool], first: int) -> set[str]:
    """The longer words of the story's first paragraphs."""
    words: set[str] = set()
    taken = 0
    for i in range(first, len(paras)):
        if inside[i]:
            words.update(_content(paras[i].text[:1500]))
            taken += 1
            if taken == 12:
                break
    return words


def _content(text: str) -> list[str]:
    found = [w.strip(".,:;!?\"'“”‘’«»()[]").lower() for w in text.split()]
    return [w.removesuffix("'s").removesuffix("’s") for w in found if len(w) > 3]


def _score(i: int, first: int, paras: list[Para], shapes: list[Shape], vocabulary: set[str], marks: list[int]) -> float:
    """Titles share words with the story, are a line of four to twenty words, and stand near it."""
    s, text = shapes[i], paras[i].text
    if not 2 <= s.words <= 40 or s.whole or s.tail or s.digits > 0.6 or len(text) > 300:
        return 0.0
    sentence = text.rstrip("\"'”’").endswith((".", "。", ";", ","))
    if i == first and (sentence or not any(t.words >= s.words for t in shapes[i + 1 : i + 4])):
        return 0.0
    if sentence and not (i == 0 and s.titled):
        return 0.0
    if s.labelled or any(mark in text for mark in _CRUMBS) or read_byline(text) or text in masthead_words().agencies:
        return 0.0
    if is_caption(s) or "://" in text or sum(map(str.isalpha, text)) < 0.5 * len(text):
        return 0.0
    if find_date(text) and s.words <= 10:
        return 0.0
    words = _content(text)
    shared = sum(w in vocabulary for w in words) / len(words) if words else 0.3
    score = 1.2 * shared + (0.6 if 4 <= s.words <= 22 else 0.2)
    score += 0.75 if i == 0 and first <= 3 else 0.0
    score -= 0.8 if s.begins or s.held or text.startswith(("By ", "by ")) else 0.0
    score -= 0.4 if paras[i].bullet or _NUMBERED.match(text) else 0.0
    if any(i < m <= i + NEAR for m in marks):
        score += 0.6
    elif any(m < i for m in marks):
        score -= 0.5
    return score - 0.02 * (first - i)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))

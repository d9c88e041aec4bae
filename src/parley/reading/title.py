"""Which line of a plain-text page is the title."""

from __future__ import annotations

import re

from parley.reading.byline import read_byline
from parley.reading.dateline import read_dateline
from parley.reading.dates_printed import find_date
from parley.reading.features import Shape
from parley.reading.kinds import is_caption
from parley.reading.lines import Para
from parley.reading.site import SEPARATOR, Site
from parley.reading.words import masthead_words

REACH = 40
"""How many paragraphs above the body a title may stand (breadcrumbs, share icons and a picture between)."""
_CRUMBS = (" > ", " » ", " / ", " › ")
_NUMBERED = re.compile(r"\d{1,2}\.\s")
_WEATHER = re.compile(r"\d\s?°|\b\d{1,3}(?:[.,]\d)?\s?[CF]\b")
ENOUGH = 0.8
STANDFIRST = 0.55
MORE = 4
"""By how many words a title may be longer than its standfirst."""
SECTION = 20
CAPTION = 0.5
NEAR = 8
"""How many paragraphs below a title its date or byline stands."""
CLOSE = 4
"""The same for a title that ends in a full stop, which most lines that do are not."""
HEADLINE = 20
"""Words that a page's first line has at most when it is a headline though it ends in a full stop."""
_SENTENCES = re.compile(r"[.!?][\"'”’)]*\s+(?=[^\W\d_a-z])")


def find_title(
    paras: list[Para], shapes: list[Shape], inside: list[bool], known: str | None = None, site: Site | None = None
) -> int | None:
    """The index of the title's paragraph, None when the page shows none.

    `known` is the title told from elsewhere; `site` says which lines are the page's own name, and so no title.
    """
    first = first_prose(shapes, inside)
    site = site or Site()
    if known:
        wanted = _letters(known)
        same = [i for i, p in enumerate(paras[: first + 1]) if _letters(p.text) == wanted]
        return same[-1] if same else None
    if _opens_clean_page(paras, shapes, inside):
        return 0
    vocabulary = _vocabulary(paras, inside, first)
    above = range(max(0, first - REACH), first + 1)
    marks = [i for i in range(above.start, min(len(paras), first + 6)) if _is_mark(paras[i], shapes[i])]
    scores = {i: 0.0 if i in site.lines else _score(i, first, paras, shapes, vocabulary, marks) for i in above}
    good = [i for i in above if scores[i] >= ENOUGH]
    if not good:
        return None
    best = max(good, key=lambda i: (scores[i], i))
    dated = [m for m in marks if m < best]
    if dated and not any(best < m <= first for m in marks):
        # What stands below the date or byline is often a caption; the title is above them.
        near = [i for i in good if i < dated[-1] <= i + NEAR and shapes[i].words >= 4]
        over = [i for i in near if scores[i] > scores[best] - CAPTION]
        best = max(over, key=lambda i: (scores[i], i), default=best)
    # A title and the standfirst below it score alike: the upper one is the title.
    for i in range(max(above.start, best - 2), best):
        longest = shapes[best].words + (MORE if i == best - 1 else 0)
        again = _letters(paras[best].text) in _letters(paras[i].text)
        if scores[i] > scores[best] - STANDFIRST and longest >= shapes[i].words >= 4 and not again:
            return _alone(i, paras, above)
    return _alone(best, paras, above)


def _alone(best: int, paras: list[Para], above: range) -> int:
    """The line that is the title and nothing else, where the one found is the title behind a section's name."""
    text = paras[best].text
    rests = {_letters(text[m.end() :]) for m in SEPARATOR.finditer(text)} if len(text) < 300 else set()
    return next(
        (i for i in above if i != best and len(paras[i].text) > SECTION and _letters(paras[i].text) in rests), best
    )


def _opens_clean_page(paras: list[Para], shapes: list[Shape], inside: list[bool]) -> bool:
    """Is the first line a headline that ends as a sentence does? The story must follow at once, in longer paragraphs.

    Archives print headlines so: half of the pages of one collection of US papers.
    """
    if len(paras) < 3 or not paras[0].text.rstrip("\"'”’").endswith((".", ";", "!", "?", "…")):
        return False
    s, below = shapes[0], shapes[1:4]
    if not 2 <= s.words <= HEADLINE or s.aside or s.begins or s.held or read_dateline(paras[0].text):
        return False
    if len(_SENTENCES.split(paras[0].text)) > 2 or (paras[0].text[-1:] in '"”»' and paras[0].text[:1] in '"“«'):
        return False
    told = [k for k in range(1, min(len(paras), 6)) if inside[k] and shapes[k].ends]
    longer = max((t.words for t in below), default=0)
    return len(told) > 1 and longer > s.words and sum(shapes[k].words for k in told) >= 3 * s.words


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
    headed = any(i < m <= i + CLOSE for m in marks)
    if (
        sentence
        and not (i == 0 and s.titled)
        and not (headed and i < first and 4 <= s.words <= HEADLINE and text[0].isalnum())
    ):
        return 0.0
    if (s.labelled and i) or any(mark in text for mark in _CRUMBS) or text in masthead_words().agencies:
        return 0.0
    if (i or s.words < 6) and read_byline(text):
        return 0.0
    if (is_caption(s) and i) or "://" in text or _WEATHER.search(text) or sum(map(str.isalpha, text)) < 0.5 * len(text):
        return 0.0
    if find_date(text) and s.words <= 10:
        return 0.0
    words = _content(text)
    shared = sum(w in vocabulary for w in words) / len(words) if words else 0.3
    # A place or a section may stand in the story word for word: one or two words are little evidence.
    score = 1.2 * shared * min(1.0, len(words) / 4 + 0.25) + (0.6 if 4 <= s.words <= 22 else 0.1) - 0.5 * sentence
    score += 0.75 if i == 0 and first <= 3 else 0.0
    score -= 0.8 if s.begins or s.held or text.startswith(("By ", "by ")) else 0.0
    score -= 0.4 if paras[i].bullet or _NUMBERED.match(text) or text[0] in "-–—" else 0.0
    below = next((m - i for m in marks if i < m <= i + NEAR), None)
    if below:
        score += 0.85 - 0.07 * below if s.words > 2 or i == 0 else 0.0
    elif i + 2 < first and any(m < i for m in marks):
        score -= 0.5
    return score - 0.02 * (first - i)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))

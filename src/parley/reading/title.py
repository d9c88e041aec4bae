"""Which line of a plain-text page is the title."""

from __future__ import annotations

from parley.reading.dates_printed import find_date
from parley.reading.features import Shape
from parley.reading.lines import Para

REACH = 40
"""How many paragraphs above the body a title may stand (breadcrumbs, share icons and a picture between)."""
ENOUGH = 0.9


def find_title(paras: list[Para], shapes: list[Shape], inside: list[bool], known: str | None = None) -> int | None:
    """The index of the title's paragraph, None when the page shows none; `known` is the title told from elsewhere."""
    first = first_prose(shapes, inside)
    if known:
        wanted = _letters(known)
        same = [i for i, p in enumerate(paras[: first + 1]) if _letters(p.text) == wanted]
        return same[-1] if same else None
    vocabulary = _vocabulary(paras, inside, first)
    best, best_score = None, ENOUGH
    for i in range(max(0, first - REACH), first + 1):
        score = _score(i, first, paras, shapes, vocabulary)
        if score >= best_score:
            best, best_score = i, score
    return best


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


def _score(i: int, first: int, paras: list[Para], shapes: list[Shape], vocabulary: set[str]) -> float:
    """Titles share words with the story, are a line of four to twenty words, and stand near it."""
    s, text = shapes[i], paras[i].text
    if not 2 <= s.words <= 40 or s.whole or s.tail or s.digits > 0.6 or len(text) > 300:
        return 0.0
    sentence = text.rstrip("\"'”’").endswith((".", "。", ";", ","))
    if i == first and (sentence or not any(t.words >= s.words for t in shapes[i + 1 : i + 4])):
        return 0.0
    if sentence and not (i == 0 and s.titled):
        return 0.0
    if find_date(text) and s.words <= 10:
        return 0.0
    words = _content(text)
    shared = sum(w in vocabulary for w in words) / len(words) if words else 0.3
    score = 1.2 * shared + (0.6 if 4 <= s.words <= 22 else 0.2)
    score += 0.5 if i == 0 else 0.0
    score -= 0.5 if s.begins or s.held or text.startswith(("By ", "by ")) else 0.0
    score -= 0.4 if paras[i].bullet else 0.0
    return score - 0.02 * (first - i)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))

"""Where in a text the words of a query stand, for showing them: spans in code points, in order, none overlapping."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from parley.ledger.index import fold
from parley.ledger.phrases import TOKEN, Query
from parley.records import Span

MOST = 200
"""Places marked in one text."""


def marks(query: Query, text: str, by_letters: bool = False) -> tuple[Span, ...]:
    """The first places (200 at most) where terms of the query stand: as whole words, or as runs of letters."""
    return tuple(islice(_letters(query, text) if by_letters else _words(query, text), MOST))


def excerpt(query: Query, text: str, by_letters: bool, length: int = 240) -> tuple[int, int, tuple[Span, ...]]:
    """A stretch (start, end) of about so many code points around the first place found, and the marks inside of it.

    It begins and ends between words where it can.
    """
    first = next(_letters(query, text) if by_letters else _words(query, text), (0, 0))
    start = max(0, first[0] - length // 3)
    if start > 0:
        blank = text.find(" ", start, first[0])
        start = blank + 1 if blank >= 0 else start
    end = min(len(text), max(start + length, first[1]))
    if end < len(text):
        blank = text.rfind(" ", max(first[1], start + 1), end)
        end = blank if blank > 0 else end
    return start, end, marks(query, text[start:end], by_letters)


def _words(query: Query, text: str) -> Iterator[Span]:
    looked_for = sorted({(t.tokens, t.prefix) for t in query.terms if t.tokens}, key=lambda x: (-len(x[0]), x))
    if not looked_for:
        return
    longest = len(looked_for[0][0])
    window: list[tuple[int, int, str]] = []
    free = 0
    for m in TOKEN.finditer(text):
        window.append((m.start(), m.end(), fold(m[0])))
        if len(window) > longest:
            window.pop(0)
        for tokens, prefix in looked_for:
            here = window[-len(tokens) :]
            if here[0][0] >= free and _same([w for _, _, w in here], tokens, prefix):
                free = here[-1][1]
                yield here[0][0], free
                break


def _same(words: list[str], tokens: tuple[str, ...], prefix: bool) -> bool:
    if len(words) != len(tokens) or words[:-1] != list(tokens[:-1]):
        return False
    return words[-1].startswith(tokens[-1]) if prefix else words[-1] == tokens[-1]


def _letters(query: Query, text: str) -> Iterator[Span]:
    terms = sorted({t.letters for t in query.terms if t.letters}, key=lambda x: (-len(x), x))
    folded: list[str] = []
    places: list[int] = []
    for i, c in enumerate(text):
        plain = " " if c.isspace() else fold(c)
        folded.append(plain)
        places += [i] * len(plain)
    whole, at = "".join(folded), 0
    while terms and at < len(whole):
        found = min(((i, -len(t)) for t in terms if (i := whole.find(t, at)) >= 0), default=None)
        if found is None:
            return
        at = found[0] - found[1]
        yield places[found[0]], places[at - 1] + 1

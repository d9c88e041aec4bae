"""A passage's text as atoms: words, numbers, whole clock times and numeric dates, each with its token class.

The parser's tokens are not used for this: it cuts `14–16`, `30-day`, `mid-2014` and `2025-03-14` in several ways,
depending on the neighbours. Atoms are cut one way; the grammar's evidence (tags, heads) is looked up by offset.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from parley.language.passage import Passage
from parley.language.times.lexicon import CHAR, Lexicon, lexicon

_ATOM = re.compile(
    r"(?P<plain>[^\W\d_]+)(?=[\s,]|$)"  # nine atoms of ten: tried first
    r"|(?P<url>(?:https?://|www\.)\S+|[@#]\w+|\w+@\w[\w.]*)"
    r"|(?<![\w-])(?P<iso>\d{4}-\d{2}-\d{2}"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?)(?![\w-])"
    r"|(?<![\w./])(?P<numdate>\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)\d{4})(?![\w/])"
    r"|(?<![\w:])(?P<clock>\d{1,2}:\d{2})(?::\d{2})?(?=[\s,.;)]|[ap]\.?m|$)"
    r"|(?<![\w.])(?P<ordinal>\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH))(?!\w)"
    r"|(?<!\w)(?P<decade>(?:\d{4}|['’]?\d0)['’]?s)(?!\w)"
    r"|(?<!\w)(?P<real>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?=[ap]\.?m\b|\W|$)"
    r"|(?:(?<!\w)|(?<=FY))(?P<digits>\d{1,6})(?=[ap]\.?m\b|\W|$)"
    r"|(?P<fy>FY)(?=\d{2,4}\b)|(?P<q>Q[1-4])(?!\w)"
    r"|(?P<word>[ap]\.m\.?|[^\W\d_]+)"
    r"|(?P<mixed>\w+)|(?P<mark>\S)"
)
_PLAIN = {"’": "'", "–": "-", "‑": "-"}
_DOTTED = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)


@dataclass(slots=True)
class Atoms:
    """The atoms of one passage: `classes` has one class character each; offsets count in the passage's text."""

    passage: Passage
    classes: str
    low: list[str]
    starts: list[int]
    ends: list[int]

    def token(self, i: int) -> int:
        """The parser's token that holds the first character of atom `i`."""
        p = self.passage
        return max(0, bisect_right(p.starts, p.start + self.starts[i]) - 1)

    def raw(self, i: int) -> str:
        """The atom as printed."""
        return self.passage.text[self.starts[i] : self.ends[i]]

    def near(self, i: int) -> str:
        """The lower-cased atom `i`, or an empty string beyond either end."""
        return self.low[i] if 0 <= i < len(self.low) else ""


def atomise(passage: Passage) -> Atoms:
    """Cuts a passage's text into atoms, in one linear pass."""
    lex, text = lexicon(), passage.text
    char, other = lex.char, CHAR["other"]
    classes: list[str] = []
    low: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for m in _ATOM.finditer(text):
        kind, word, end = m.lastgroup, m.group().lower(), m.end()
        if kind == "plain":
            name = char.get(word, other)
        elif kind == "word":
            name = char.get(word, other)
            if word in _DOTTED and text[end : end + 1] == ".":
                end += 1
        elif kind == "mark":
            if word in "[]" or (word == "." and ends and ends[-1] == end):
                continue  # brackets of an editor's insertion: "[Ten] years ago"
            name = char.get(word, other)
        else:
            name = _number_class(kind, word)
        classes.append(name)
        low.append(word)
        starts.append(m.start())
        ends.append(end)
    atoms = Atoms(passage, "".join(classes), low, starts, ends)
    if not lex.phrases.keys().isdisjoint(low):
        _merge(atoms, lex)
    return atoms


def _number_class(kind: str | None, word: str) -> str:
    if kind == "digits":
        n = int(word)
        if len(word) == 4:
            return CHAR["year"] if 1000 <= n <= 2100 else CHAR["int"]
        if len(word) > 2 or n == 0 or n > 31:
            return CHAR["int"]
        return CHAR["small"] if n <= 12 else CHAR["mid24"] if n <= 24 else CHAR["mid31"]
    if kind == "fy":
        return CHAR["fiscal"]
    names = {"iso": "iso", "numdate": "numdate", "clock": "clock", "ordinal": "ord", "decade": "decade", "real": "real",
             "q": "quarter"}  # fmt: skip
    return CHAR[names.get(kind or "", "other")]


def _merge(atoms: Atoms, lex: Lexicon) -> None:
    """Makes one atom of every phrase of the lexicon (holidays, and names that hold a date's word)."""
    low, starts, ends, classes = atoms.low, atoms.starts, atoms.ends, atoms.classes
    kept: list[tuple[str, str, int, int]] = []
    i, n = 0, len(low)
    while i < n:
        length, char = _phrase_at(low, i, lex)
        if length:
            phrase = " ".join(low[i : i + length]).replace(" ' ", "'").replace(" ’ ", "'").replace(" - ", "-")
            kept.append((phrase, char, starts[i], ends[i + length - 1]))
        else:
            length = 1
            kept.append((low[i], classes[i], starts[i], ends[i]))
        i += length
    atoms.low, atoms.starts, atoms.ends = [k[0] for k in kept], [k[2] for k in kept], [k[3] for k in kept]
    atoms.classes = "".join([k[1] for k in kept])


def _phrase_at(low: list[str], i: int, lex: Lexicon) -> tuple[int, str]:
    """How many atoms the longest phrase that starts at `i` takes (0: none), and its class."""
    for words, char in lex.phrases.get(low[i], ()):
        n = len(words)
        if tuple(_PLAIN.get(w, w) for w in low[i : i + n]) == words:
            return n, char
    return 0, ""

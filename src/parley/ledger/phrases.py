"""What a person types to search -> what the full-text indexes are asked. Total: any text is a query, none is an error.

    power plants        both words, in any order             power OR plants     one of them at least
    "power plants"      side by side                         plant*              words that begin so
    -gas   NOT gas      without the word

What does not hold together (an open quotation mark, OR with nothing beside it, nothing but exclusions) is searched as
plain words. Each word reaches the index inside quotation marks, so none can be an operator of its language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.ledger.index import UNSPACED, fold

MOST = 32
"""Words or phrases of a query; what comes after is left out."""
_LONGEST = 200
"""Characters of one word or phrase that are looked at."""
_GRAMS = 24
"""Runs of three letters asked of the index for one word; the text is compared with all of it anyway."""

_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)
_PIECE = re.compile(r'(-?)"([^"]*)"(\*?)|([^\s"]+)|(")')
_MARK = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff\u0e31-\u0eff"
TOKEN = re.compile(f"[^\\W_](?:[^\\W_]|[{_MARK}])*")
"""A word as the index cuts it: letters and digits of any script with their marks."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase: as typed, without its quotation marks; `prefix` when its last word may go on."""

    text: str
    prefix: bool = False

    @property
    def tokens(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(fold(t) for t in TOKEN.findall(self.text))

    @property
    def letters(self) -> str:
        """Its letters, folded, with single blanks."""
        return " ".join(fold(self.text).split())

    def match(self) -> str:
        """In the language of the word index."""
        return f'"{self.text}"{"*" if self.prefix else ""}'


@dataclass(frozen=True, slots=True)
class Query:
    """Of each group in `wanted` one term must be there, and none of `unwanted`."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All that is looked for, in the order typed."""
        return tuple(term for group in self.wanted for term in group)

    @property
    def unspaced(self) -> bool:
        """Whether it holds letters of a script without spaces, where an index of words finds whole sentences only."""
        return any(UNSPACED.search(term.text) for term in self.terms)

    def words(self) -> str:
        """In the language of the word index."""
        wanted = " AND ".join(f"({' OR '.join(t.match() for t in group)})" for group in self.wanted)
        unwanted = " OR ".join(t.match() for t in self.unwanted)
        return f"({wanted}) NOT ({unwanted})" if unwanted else wanted

    def grams(self) -> str | None:
        """In the language of the letter index: what is found may hold the letters. None: too short to be asked."""
        groups = []
        for group in self.wanted:
            if all(len(t.letters) >= 3 for t in group):
                groups.append(f"({' OR '.join(_grams(t.letters) for t in group)})")
        return " AND ".join(groups[:4]) or None

    def holds(self, letters: str) -> bool:
        """Whether a folded text holds the letters looked for."""
        plain = " ".join(letters.split())
        return all(any(t.letters in plain for t in group) for group in self.wanted) and not any(
            t.letters in plain for t in self.unwanted
        )


def parse(typed: str) -> Query:
    """The query that was meant; an empty one (false) when there is no word in it."""
    clean = _CONTROL.sub(" ", typed.translate(_QUOTES))
    pieces = list(_pieces(clean))
    return _grouped(pieces) or _plain(clean)


def _pieces(text: str) -> Iterator[tuple[str, Term | None]]:
    """The parts of a query: ("+", term), ("-", term), ("AND" | "OR" | "NOT" | "?", None)."""
    for match in _PIECE.finditer(text):
        minus, phrase, star, word, lone = match.groups()
        if lone:
            yield "?", None
        elif word in ("AND", "OR", "NOT"):
            yield word, None
        else:
            if word is not None:
                minus = "-" if word.startswith("-") else ""
                phrase, star = word.lstrip("-"), "*" if word.endswith("*") else ""
            phrase = " ".join(phrase[:_LONGEST].split())
            if TOKEN.search(phrase):
                yield "-" if minus else "+", Term(phrase.strip("*"), bool(star))


def _grouped(pieces: list[tuple[str, Term | None]]) -> Query | None:
    """The query these pieces spell; None when they spell none."""
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    operator = ""
    for kind, term in pieces:
        if term is None:
            if operator or kind == "?" or (kind != "NOT" and not wanted):
                return None
            operator = kind
        elif kind == "-" and operator:
            return None
        elif kind == "-" or operator == "NOT":
            unwanted.append(term)
            operator = ""
        elif operator == "OR":
            wanted[-1].append(term)
            operator = ""
        else:
            wanted.append([term])
            operator = ""
        if len(unwanted) + sum(map(len, wanted)) >= MOST:
            break
    if operator or not wanted:
        return None
    return Query(tuple(dict.fromkeys(map(tuple, wanted))), tuple(dict.fromkeys(unwanted)))


def _plain(text: str) -> Query:
    return Query(tuple(dict.fromkeys((Term(word[:_LONGEST]),) for word in TOKEN.findall(text)[:MOST])))


def _grams(letters: str) -> str:
    grams = dict.fromkeys(letters[i : i + 3] for i in range(len(letters) - 2))
    return "(" + " AND ".join(f'"{g}"' for g in list(grams)[:_GRAMS]) + ")"

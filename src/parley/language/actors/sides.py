"""Which side a description tells: party = the side the actor speaks for, not where the person comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parley.language.actors.context import Context
from parley.language.actors.fold import plain
from parley.language.actors.lexicon import Lexicon, spelling
from parley.language.actors.names import NameSpan
from parley.language.actors.words import (
    ADVISES,
    AT_SEAT,
    NOT_FOR_STATE,
    OFFICIAL,
    PRIVATE,
    PRIVATE_BODIES,
    SOURCES,
    SPEAKS_FOR,
)

_SMALL = frozenset("a an the of for to in on and at by with from 's ' - , s".split())
_PREFIXES = frozenset("pro anti non ex post pre".split())
_INSTALLED = frozenset("installed appointed led controlled occupied run".split())


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase tells: its words without order (states as `@name`), head noun, side, and whether its head is
    one that speaks for a side. `own` are the words that are not of a name.
    """

    words: frozenset[str]
    own: tuple[str, ...]
    head: str
    party: str | None
    speaks: bool
    text: str


def describe(
    c: Context, lex: Lexicon, first: int, last: int, head: int,
    side_of_name: Callable[[NameSpan], str | None], side_of_token: Callable[[int], str | None],
) -> Description:  # fmt: skip
    """Read a phrase of a passage, tokens `first` to `last` (inclusive) with head token `head`.

    The leftmost side before the head wins ("Russia's Ukraine envoy" is Russia's); after the head "of", "at" and
    "from" give one, "for" only after who speaks for others, "to" only after advisers ("ambassador to Israel" is not
    Israel's).
    """
    p = c.p
    words: set[str] = set()
    own: list[str] = []
    sides: list[str] = []
    head_word = spelling(p.words[head].lower().rstrip(".")) if p.tags[head] in ("NNP", "JJ") else p.lemmas[head]
    if p.words[head].lower() in lex.role_nouns:
        head_word = p.words[head].lower()
    link, t = "", first
    while t <= last:
        word = p.words[t].lower()
        span = c.at.get(t)
        if span is not None and not (t == head and span.label == "org"):
            end = min(span.last, last)
            after = end + 1
            if t > 1 and p.words[t - 1] == "-" and p.words[t - 2].lower() in _PREFIXES:
                t = after
                continue
            hyphen = after + 1 < len(p) and p.words[after] == "-" and p.starts[after] == p.ends[end]
            if hyphen and p.words[after + 1].lower() not in _INSTALLED:
                t = after + 2
                continue
            entry = span.entry
            if entry is not None and entry.kind in ("state", "bloc", "organisation"):
                words.add("@" + entry.name)
            else:
                words.update(spelling(w.lower()) for w in p.words[t : end + 1])
            if _counts(t, head, link, head_word, span):
                side = side_of_name(span)
                if side:  # "Yemen's Houthi rebels" are the Houthis'
                    sides.insert(
                        0 if entry is not None and entry.kind == "force" and side == entry.name else len(sides), side
                    )
            t = end + 1
            continue
        if t > head and p.pos[t] == "ADP":
            link = word
        elif p.tags[t] == "PRP$" or (t < head and t + 1 <= last and p.words[t + 1] == "'s" and p.pos[t] == "NOUN"):
            side = side_of_token(t) if head_word != "counterpart" else None
            if side and t < head:
                sides.append(side)
        elif t > head and link and p.pos[t] == "NOUN" and p.deps[t] in ("pobj", "conj") and not sides:
            side = side_of_token(t) if _counts(t, head, link, head_word, None) else None
            if side:
                sides.append(side)
        if word not in _SMALL and p.tags[t] not in ("PRP$", "DT", "CD"):
            words.add(spelling(plain(word)))
            own.append(spelling(word))
        t += 1
    party = sides[0] if sides else None
    if party and len(sides) > 1 and sides[1] != party and (_both(c, first, head) or _both(c, head, last)):
        party = None
    return Description(
        frozenset(words), tuple(own), head_word, party, speaks_for_side(lex, head_word, own), p.text_of(first, last)
    )


def _both(c: Context, first: int, head: int) -> bool:
    """Two sides joined: "Russian and U.S. officials", "leaders of France and Poland"."""
    return any(c.p.words[t] in ("and", "&") for t in range(first, head))


def _counts(t: int, head: int, link: str, head_word: str, span: NameSpan | None) -> bool:
    if t <= head:
        return True
    if link in ("of", "from"):
        return True
    if link == "for":
        return head_word in SPEAKS_FOR
    if link == "to":
        return head_word in ADVISES
    if link == "in" and span is not None and span.how == "seat":
        return head_word in AT_SEAT  # "officials in Kyiv", but no diplomat or analyst there
    if link in ("at", "in", "with", "inside", "within"):
        return (
            span is None
            or span.how == "demonym"
            or span.entry is None
            or span.entry.kind not in ("state",)
            or (head_word in SPEAKS_FOR and link == "with")
        )
    return False


def speaks_for_side(lex: Lexicon, head: str, words: list[str]) -> bool:
    """Whether a person or body so described speaks for the side named beside it."""
    if any(w in NOT_FOR_STATE for w in words):
        return False
    if head in ("source", "insider", "aide", "official", "diplomat", "member", "figure"):
        return True
    if head in PRIVATE or head in PRIVATE_BODIES:
        return head in SOURCES and any(w in OFFICIAL for w in words)
    return head in lex.role_nouns or head in lex.group_nouns or head in lex.titles

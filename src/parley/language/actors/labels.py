"""What the names of an article are, settled over the whole of it before it is read.

The recogniser wavers: "Kallas" is a person here and an organisation there, and a headline's capitals run together.
"""

from __future__ import annotations

from parley.language.actors.context import Context
from parley.language.actors.describe import attach, is_person_noun
from parley.language.actors.lexicon import Lexicon
from parley.language.actors.names import Label, NameSpan
from parley.language.actors.registry import People, person_name

_ORDER: tuple[Label, ...] = ("person", "org", "place", "norp", "other")

_AFTER_DATELINE = ([","], ["("], [":"], ["-"], ["--"], ["–"], ["—"])
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))


def span_text(c: Context, s: NameSpan) -> str:
    """The name as printed, its spaces evened and characters that do not show left out."""
    text = " ".join(c.p.text_of(s.first, s.last).split())
    return text if text.isascii() else text.translate(_INVISIBLE)


def settle(contexts: list[Context], people: People, lex: Lexicon) -> dict[str, tuple[int, NameSpan]]:
    """Settle labels, enter the full names of persons, and hand back second names (see `_second_names`)."""
    _trim_headlines(contexts)
    for c in contexts:
        attach(c, lex)
        for s in c.spans:
            if s.entry is None and _described(c, lex, s):
                s.label = "person"
    _vote(contexts)
    for c in contexts:
        for s in c.spans:
            if s.entry is not None and s.entry.kind == "person" and s.how == "name" and s.last > s.first:
                people.of_entry(s.entry)
            elif s.entry is None and s.label == "person" and not (name := person_name(span_text(c, s))).single:
                people.full(name, c.sentence(s.first))
    for known in people.all:
        known.full_at = -1
    return _second_names(contexts)


def _described(c: Context, lex: Lexicon, s: NameSpan) -> bool:
    """Whether an apposition or a description shows a person ("Anna Berg, a Cairo-based analyst", "her son, Adam,")."""
    right, left = c.right.get(s.first), c.left.get(s.first)
    if s.last > s.first:
        return right is not None and right[2] > right[0] and is_person_noun(lex, c.p.lemmas[right[2]])
    closed = left is not None and (left[1] == s.first - 1 or c.p.words[s.last + 1 : s.last + 2] == [","])
    return closed and left is not None and not c.p.words[s.last].isupper() and is_person_noun(lex, c.p.lemmas[left[2]])


def _trim_headlines(contexts: list[Context]) -> None:
    """Cut what a headline's capitals joined to a full name ("Anna Berg Warns" where there is "Anna Berg")."""
    pairs = {tuple(c.p.words[s.first : s.last + 1]) for c in contexts for s in c.spans if s.last == s.first + 1}
    for c in contexts:
        for s in c.spans:
            long = s.entry is None and s.label != "org" and s.last > s.first + 1
            if long and tuple(c.p.words[s.first : s.first + 2]) in pairs:
                for t in range(s.first + 2, s.last + 1):
                    del c.at[t]
                s.last, s.label = s.first + 1, "person"


def _vote(contexts: list[Context]) -> None:
    """One string, one label: that of most mentions; a title before a name counts three."""
    votes: dict[str, dict[str, int]] = {}
    speakers, places, proven = set[str](), set[str](), set[str]()
    unknown = [(c, s, span_text(c, s)) for c in contexts for s in c.spans if s.entry is None]
    for c, s, text in unknown:
        if s.first == 0 and text.isupper() and c.p.words[s.last + 1 : s.last + 2] in _AFTER_DATELINE:
            s.label = "place"  # "KYIV, Ukraine (AP)"
        tally = votes.setdefault(text, {})
        weight = 3 if s.titled and s.label == "person" else 0 if s.label == "other" else 1
        tally[s.label] = tally.get(s.label, 0) + weight
        owner = c.p.words[s.last + 1 : s.last + 2] == ["'s"]
        if s.first and not owner and c.p.words[s.first - 1].lower() in ("in", "at", "near", "outside", "across"):
            places.add(text)
        if s.titled or s.last in c.speaking or s.first in c.left or s.first in c.right:
            proven.add(text)
        if s.label == "place" and s.last in c.speaking and c.p.words[s.last].upper() != c.p.words[s.last]:
            speakers.add(text)
    for c, s, text in unknown:
        tally = votes[text]
        s.label = max((tally.get(k, -1), -n, k) for n, k in enumerate(_ORDER))[2]
        if s.label == "person" and text in places and text not in proven:
            s.label = "place"  # "in Glasgow"
        if s.label == "place" and s.first == s.last and text in speakers and text not in places:
            s.label = "person"
        if s.label == "other" and any(t in c.speaking for t in range(s.first, s.last + 1)):
            capitals = c.p.words[s.last].replace(".", "").isupper()
            s.label = "org" if capitals and s.first == s.last else "person"


def _second_names(contexts: list[Context]) -> dict[str, tuple[int, NameSpan]]:
    """Second names that the text gives ("…, known as Hemedti", "Rapid Support Forces (RSF)"): the passage and span of
    the first name."""
    out: dict[str, tuple[int, NameSpan]] = {}
    for i, c in enumerate(contexts):
        words = c.p.words
        for before, s in zip(c.spans, c.spans[1:], strict=False):
            if s.entry is not None or s.first - before.last > 6:
                continue
            known_as = words[s.first - 1] == "as" and words[s.first - 2] in ("known", "called")
            brackets = words[s.first - 1] == "(" and s.first - before.last == 2
            short = brackets and words[s.last].isupper() and s.first == s.last
            if (known_as and before.label in ("person", "entry", "org")) or (
                short and before.label in ("org", "entry")
            ):
                out.setdefault(span_text(c, s), (i, before))
    return out

"""Noun phrases around a head, found by tags within the parser's subtree, so a wrong attachment costs little."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.passage import Passage

_INSIDE = frozenset("ADJ NOUN PROPN NUM PRON DET PART ADV SYM".split())
_ARTICLES = frozenset("a an the this that these those some any".split())
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_AFTER = frozenset("of for with from at in on to within inside close near among".split())
_OF_WHAT = frozenset("accuse acquit assure convict convince inform notify remind suspect warn".split())
_FINITE = frozenset("VBD VBZ VBP MD VB VBG PRP".split())
_STOP_AFTER = frozenset('who which that whom whose , ; : . ( ) — – " “ ” - --'.split())
LONGEST = 40
"""Tokens before its head that a phrase can have."""


@dataclass(slots=True)
class Phrase:
    """A noun phrase: `first` to `head` before and with its head, `last` the end of its short complements.

    `core` is the first token after the article. `definite` for "the", a possessor or a demonstrative.
    """

    first: int
    core: int
    head: int
    last: int
    definite: bool
    plural: bool

    def text(self, p: Passage) -> str:
        """The phrase without its article."""
        return p.text_of(self.core, self.last)


def phrase_at(p: Passage, head: int, floor: int = 0) -> Phrase:
    """The phrase with head token `head`; it does not reach before token `floor`."""
    pos, words = p.pos, p.words
    first, low = head, max(p.sents[p.sent_of[head]][0], floor, head - LONGEST)
    edge = max(low, min(p.left[head], head))
    t = head - 1
    while t >= low:
        if (pos[t] in _INSIDE and (pos[t] != "PART" or words[t] in _POSSESSIVES)) or words[t] == "-":
            if p.tags[t] in ("PRP", "WP", "EX", "WDT") or (
                pos[t] == "ADV" and pos[t + 1] not in ("ADJ", "NUM", "ADV", "VERB")
            ):
                break
            if t < edge and not (
                p.deps[t] in ("compound", "amod", "poss", "nmod", "det", "case", "nummod", "punct") and t >= edge - 2
            ):
                break
            first = t
            if pos[t] == "DET" or p.tags[t] == "PRP$":
                break
        elif (
            words[t] in ("and", "or", ",", "&")
            and t > edge
            and pos[t - 1] in ("ADJ", "PROPN")
            and pos[t + 1] in ("ADJ", "PROPN", "NOUN")
        ) or (p.tags[t] in ("VBG", "VBN", "JJ") and t >= edge and p.deps[t] in ("amod", "compound")):
            first = t
        else:
            break
        t -= 1
    while first < head and (words[first] in ("and", "or", ",", "&", "-") or words[first] in _POSSESSIVES):
        first += 1
    core = first
    low_word = words[first].lower()
    definite = low_word in ("the", "this", "that", "these", "those") or p.tags[first] == "PRP$"
    while core < head and (words[core].lower() in _ARTICLES or p.tags[core] == "PRP$"):
        core += 1
    if not definite:
        definite = any(words[t] in _POSSESSIVES for t in range(first, head))
    plural = p.tags[head] in ("NNS", "NNPS") or words[head].lower() == "people"
    return Phrase(first, core, head, _complement_end(p, head), definite, plural)


def _complement_end(p: Passage, head: int) -> int:
    """Last token of the short complements after a head: "official *in the ministry*", "people *familiar with …*"."""
    n = p.sents[p.sent_of[head]][1]
    t, limit = head + 1, min(n, head + 12)
    if t >= n or p.right[head] < t:
        return head
    word = p.words[t].lower()
    if word == "of" and p.deps[head] == "dobj" and p.lemmas[p.heads[head]] in _OF_WHAT:
        return head  # "accused the president of lying"
    starts = word in _AFTER or (p.pos[t] == "ADJ" and p.tags[t] == "JJ") or p.tags[t] == "VBN"
    if not starts or (p.heads[t] != head and not (t + 1 < n and p.heads[t] in (t + 1, head))):
        return head
    end, stop = head, min(limit - 1, p.right[t] if p.heads[t] == head else p.right[head])
    while t <= stop and p.words[t].lower() not in _STOP_AFTER | {"'"} and p.tags[t] not in _FINITE:
        end = t
        t += 1
    if p.pos[end] == "PROPN" and end < p.right[end] <= min(stop, end + 8) and _lists(p, end):
        end = p.right[end]  # "leaders of France, Germany and Poland"
    while end > head and (p.pos[end] in ("ADP", "DET", "CCONJ", "PUNCT", "ADJ", "PART") and p.tags[end] != "JJ"):
        end -= 1
    return end


def _lists(p: Passage, name: int) -> bool:
    """True when other names are coordinated with this one."""
    return any(p.deps[k] == "conj" and p.pos[k] == "PROPN" for k in p.kids[name])

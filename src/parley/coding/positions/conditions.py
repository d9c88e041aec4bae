"""The words of a condition: clauses and phrases that a condition word opens, beside the side they belong to."""

from __future__ import annotations

from parley.coding.positions.walk import Reading
from parley.coding.positions.words import Lexicon
from parley.language.passage import Passage

Range = tuple[int, int]
_WINDOW = 60
_WEAK = frozenset(("when", "once", "without", "except", "until", "before"))
"""Openers that make a condition only of a refusal or a duty ("will not sign *without*", "no talks *until*")."""


def conditions(p: Passage, r: Reading, lexicon: Lexicon) -> list[Range]:
    """The conditions of a side taken, as token ranges in text order; from the same sentence only."""
    first, end = p.sents[p.sent_of[r.at]]
    first, end = max(first, min(r.at, r.hit.head) - _WINDOW), min(end, max(r.at, r.hit.head) + _WINDOW)
    found: list[Range] = []
    for t, last in lexicon.conditions(p, first, end - 1):
        scope = _scope(p, t, last)
        if scope is None:
            continue
        begin, stop, governor = scope
        if any(begin <= x <= stop for x in (r.at, r.hit.head)):
            continue
        if not _belongs(p, governor, r):
            continue
        word = p.words[t].lower()
        if (
            word in _WEAK
            and last == t
            and (r.sign > 0 or r.hit.words.sign < 0)
            and not (word in ("once", "until") and r.kind == "duty")
        ):
            continue
        found.append((begin, _before_aside(p, begin, stop)))
    return found


def _before_aside(p: Passage, begin: int, stop: int) -> int:
    """The end of a condition without a verbless aside behind it ("if a truce is signed, *its leader, X,*")."""
    seen = False
    for t in range(begin, stop + 1):
        seen = seen or p.pos[t] in ("VERB", "AUX")
        if seen and p.words[t] == "," and not any(p.pos[k] in ("VERB", "AUX") for k in range(t, stop + 1)):
            return t - 1
    return stop


def _scope(p: Passage, t: int, last: int) -> tuple[int, int, int] | None:
    """First and last token of what a condition word at `t`..`last` opens, and what it belongs to."""
    words = " ".join(w.lower() for w in p.words[t : last + 1])
    if words == "in principle":
        return t, last, p.heads[t]
    for k in range(t, last + 1):
        if p.deps[k] == "mark" or (p.deps[k] == "advmod" and p.tags[k] == "WRB"):
            clause = p.heads[k]
            if p.deps[clause] in ("advcl", "pcomp", "acl", "relcl"):
                return min(t, p.left[clause]), p.right[clause], p.heads[clause]
            return None
    for k in range(t, last + 1):
        if p.deps[k] == "prep" and p.right[k] > k:
            return t, p.right[k], p.heads[k]
    for k in range(t, last + 1):
        if p.deps[k] in ("acomp", "amod", "advcl", "prep", "oprd") and p.right[k] > last:
            return t, p.right[k], p.heads[k]
    if p.deps[t] == "prep" and p.right[t] > t:
        return t, p.right[t], p.heads[t]
    return None


def _leans(p: Passage, t: int) -> bool:
    """Whether a token only links a condition to what it belongs to ("as *long* as", "*provided* that")."""
    return p.pos[t] in ("ADV", "ADP", "SCONJ", "ADJ") or p.deps[t] == "prep"


def _belongs(p: Passage, governor: int, r: Reading) -> bool:
    """Whether a condition with that governor qualifies the side: it hangs on the way, or on a verb just above it."""
    while governor not in r.path and p.heads[governor] != governor and _leans(p, governor):
        governor = p.heads[governor]
    if governor in r.path or governor == r.at:
        return True
    node = r.at
    for _ in range(4):
        if p.heads[node] == node:
            break
        node = p.heads[node]
        if node == governor:
            return True
    return p.deps[governor] == "parataxis" and (p.heads[governor] in r.path or p.heads[governor] == r.at)

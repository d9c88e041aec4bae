"""The words of an event: its clause without the clauses that only hang on it, or its noun phrase."""

from __future__ import annotations

from parley.coding.events.find import Hit
from parley.coding.events.naming import bounds
from parley.language.passage import Passage

_LONGEST = 45


def evidence(p: Passage, hit: Hit) -> tuple[int, int]:
    """First and last token of the event's words."""
    if hit.pattern == "noun":
        return _noun(p, hit.word)
    head = hit.head
    if hit.pattern == "adjective":
        above = p.heads[head]
        if p.pos[above] in ("AUX", "VERB") and p.deps[head] in ("acomp", "oprd"):
            first, last = _clause(p, above)
            return first, max(last, _clause(p, head)[1])
    first, last = _clause(p, head)
    node = head
    for _ in range(3):  # "is due *to speak*", "plans *to hold*": the words that make it a plan belong to it
        if p.deps[node] not in ("xcomp", "acomp") or p.heads[node] > node:
            break
        node = p.heads[node]
        if p.pos[node] in ("VERB", "AUX", "ADJ"):
            first = min(first, _clause(p, node)[0])
    return first, last


def _noun(p: Passage, n: int) -> tuple[int, int]:
    first, last = bounds(p, n)
    for k in p.kids[n]:
        if k > n and p.deps[k] == "acl" and p.tags[k] in ("VBN", "VBG") and p.right[k] - n < 12:
            last = max(last, p.right[k])
    return first, last


def _clause(p: Passage, v: int) -> tuple[int, int]:
    first, last = v, v
    for k in p.kids[v]:
        dep = p.deps[k]
        if k < v:
            if dep in ("nsubj", "nsubjpass"):
                first = min(first, _subject_start(p, k))
            elif dep in ("aux", "auxpass", "neg", "advmod") and v - p.left[k] < 12:
                first = min(first, p.left[k])
        elif dep in (
            "dobj",
            "prep",
            "npadvmod",
            "xcomp",
            "prt",
            "advmod",
            "dative",
            "agent",
            "oprd",
            "attr",
            "acomp",
            "obj",
            "ccomp",
        ) or (dep == "advcl" and p.words[p.left[k] - 1] != "," and p.kid(k, "mark") is None):
            end = min(p.right[k], _before_clause(p, k))
            if end - first <= _LONGEST:
                last = max(last, end)
    while last > v and p.words[last] in (",", ";", ".", ":", "-"):
        last -= 1
    return first, last


def _subject_start(p: Passage, k: int) -> int:
    return p.left[k] if k - p.left[k] < 20 else k


def _before_clause(p: Passage, k: int) -> int:
    """The end of an argument, before a comma with a clause of its own behind it."""
    for j in range(k + 1, p.right[k]):
        if p.words[j] in (",", "—", ";", "–") and j + 1 < len(p):
            follower = j + 1
            if p.tags[follower] in ("WDT", "WP", "WRB", "WP$") or any(
                p.left[m] <= follower <= p.right[m] and p.deps[m] in ("relcl", "advcl") and m > j
                for m in range(follower, min(follower + 6, p.right[k] + 1))
            ):
                return j - 1
    return p.right[k]

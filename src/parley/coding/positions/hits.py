"""Where a passage raises an issue of the agenda."""

from __future__ import annotations

from dataclasses import dataclass

from parley.coding.positions.words import UNNAMED, IssueWords, Lexicon, Parts, follows
from parley.language.passage import Passage

_REACH = 5
_NEAR = 40
"""Tokens to each side within which one word counts for another: bounds the work on an endless sentence."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An issue raised: `head` the topmost token of its words, `tokens` all of them, `sign` the side they stand on."""

    words: IssueWords
    head: int
    tokens: tuple[int, ...]
    resolved: str | None = None

    @property
    def issue(self) -> str:
        """The issue's name."""
        return self.words.issue

    @property
    def unnamed(self) -> bool:
        """Whether only the context tells which issue it is."""
        return self.resolved is not None or self.words.issue[0] == "<"


def find_hits(p: Passage, lexicon: Lexicon) -> list[Hit]:
    """The hits of one passage in text order; of overlapping ones the longest stands. Linear in the tokens."""
    found: list[Hit] = []
    issues = lexicon.issues
    for t, lemma in enumerate(p.lemmas):
        known = issues.get(lemma)
        word = p.words[t].lower()
        if word != lemma and (other := issues.get(word)) is not None:
            known = [*known, *other] if known else other
        for entry in known or ():
            if follows(p, t, entry.first) and (hit := _placed(p, t, entry)) is not None:
                found.append(hit)
    if not found:
        return found
    found.sort(key=lambda h: (h.unnamed, -len(h.tokens), h.words.sign != 0, h.tokens))
    barred = {(h.issue, t) for h in found if not h.words.sign for t in h.tokens}
    taken: set[int] = set()
    kept = []
    for hit in found:
        if hit.words.sign and not any(t in taken or (hit.issue, t) in barred for t in hit.tokens):
            kept.append(hit)
            taken.update(hit.tokens)
    named = [h for h in kept if not h.unnamed]
    raised = {t for h in named for t in h.tokens}
    short = [h for h in kept if h.unnamed and _left_unsaid(p, h, raised)]
    return sorted([*named, *short], key=lambda h: h.tokens)


def _left_unsaid(p: Passage, h: Hit, raised: set[int]) -> bool:
    """Whether a proposal or an answer stands without the words of any issue, so that only the context tells."""
    start, end = p.sents[p.sent_of[h.head]]
    near = [t for t in range(max(start, h.head - _NEAR), min(end, h.head + _NEAR)) if t in raised]
    if h.issue == UNNAMED["proposal"]:
        a, b = p.left[h.head], p.right[h.head]
        return p.pos[h.head] == "NOUN" and not any(a <= t <= b or p.left[t] <= h.head <= p.right[t] for t in near)
    if p.pos[h.head] != "VERB" or any(_below(p, t, h.head) for t in near):
        return False
    return not any(
        p.deps[k] in ("dobj", "ccomp", "xcomp", "prt", "dative", "acomp", "agent", "nsubjpass")
        or (p.deps[k] == "prep" and p.lemmas[k] not in ("in", "on", "at", "after", "during"))
        or (p.deps[k] == "prep" and p.lemmas[k] == "on" and p.right[k] == k)
        for k in p.kids[h.head]
        if k not in h.tokens
    )


def _below(p: Passage, t: int, verb: int) -> bool:
    """Whether a token hangs on the verb, or holds it, without a coordinated verb between them."""
    for node, goal in ((t, verb), (verb, t)):
        for _ in range(_REACH * 2):
            if node == goal:
                return True
            if p.heads[node] == node or (p.deps[node] == "conj" and p.pos[node] in ("VERB", "AUX")):
                break
            node = p.heads[node]
    return False


def _placed(p: Passage, t: int, entry: IssueWords) -> Hit | None:
    first = tuple(range(t, t + len(entry.first)))
    if p.sent_of[first[0]] != p.sent_of[first[-1]]:
        return None
    if len(first) == 1 and not entry.second and p.pos[t] == "VERB" and p.lemmas[t] != entry.first[0]:
        return None  # "monitoring" raises the issue as a noun; who *is monitoring* the weather does not
    top = _top(p, first)
    if not entry.second:
        return Hit(entry, top, first)
    second = _related(p, top, entry.second, first)
    if second is None:
        return None
    other = _top(p, second)
    head = top if p.left[top] <= other <= p.right[top] else other
    return Hit(entry, head, tuple(sorted({*first, *second})))


def _top(p: Passage, tokens: tuple[int, ...]) -> int:
    """The token whose governor is outside."""
    inside = set(tokens)
    return next((t for t in reversed(tokens) if p.heads[t] not in inside or p.heads[t] == t), tokens[-1])


def _related(p: Passage, top: int, parts: Parts, taken: tuple[int, ...]) -> tuple[int, ...] | None:
    """The second half of a pair below the first in the tree, or just above it."""
    start, end = p.sents[p.sent_of[top]]
    for t in range(max(start, top - 12), min(end, top + 13)):
        if t in taken or not follows(p, t, parts):
            continue
        tokens = tuple(range(t, t + len(parts)))
        other = _top(p, tokens)
        if _steps(p, other, top) <= _REACH or _steps(p, top, other) <= _REACH:
            return tokens
    return None


def _steps(p: Passage, below: int, above: int) -> int:
    """How many steps up the tree lead from one token to the other without leaving the clause; 99 when none do."""
    node = below
    for n in range(_REACH + 1):
        if node == above:
            return n
        if p.heads[node] == node or p.deps[node] in ("relcl", "ccomp", "advcl", "nsubj", "conj" if n else "relcl"):
            return 99
        node = p.heads[node]
    return 99

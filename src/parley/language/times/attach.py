"""Which time expression dates a verb: "On Thursday, P acknowledged ... but insisted", "X, speaking on Sunday, said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from parley.language.passage import Passage
from parley.language.times.direction import FORWARD, direction, top_of
from parley.language.times.lexicon import lexicon
from parley.records import TimeExpression

_WHEN = frozenset({"on", "in", "at", "during", "late", "early"})
_AROUND = _WHEN | {"before", "after", "following", "to", "with", "from", "aboard", "near", "outside", "inside", "by"}
_STEPS = 16


class TimeIndex:
    """The time expressions of an article by place: what stands inside a stretch of text. Look-ups are logarithmic."""

    def __init__(self, times: Sequence[TimeExpression]) -> None:
        """`times` in any order; they do not overlap."""
        self._times = sorted(times, key=lambda t: (t.start, t.end))
        self._starts = [t.start for t in self._times]

    def inside(self, start: int, end: int) -> list[TimeExpression]:
        """The expressions wholly inside `start`..`end` (article offsets), in text order."""
        first = bisect_left(self._starts, start)
        return [t for t in self._times[first : bisect_left(self._starts, end)] if t.end <= end]

    def within(self, passage: Passage, first: int, last: int) -> list[TimeExpression]:
        """The expressions between token `first` and token `last` (inclusive) of a passage."""
        return self.inside(passage.starts[first], passage.ends[last])


def time_of(
    passage: Passage, verb: int, times: Sequence[TimeExpression], exclude: Sequence[tuple[int, int]] = ()
) -> TimeExpression | None:
    """The dated expression that says when the verb (or cue noun) at token `verb` took place, or None.

    Looked for among the verb's own modifiers, then at the head of its sentence, then with the verb it is coordinated
    with or whose participle it is. `times` are the article's or the passage's, in text order; `exclude` are article
    spans (the content of a statement) in which no date counts. Durations, sets and expressions without a value never
    attach.
    """
    first, last = passage.sents[passage.sent_of[verb]]
    begin = bisect_left(times, passage.starts[first], key=lambda t: t.start)
    end = bisect_left(times, passage.ends[last - 1], key=lambda t: t.start)
    here = [
        (t, top)
        for t in times[begin:end]
        if _calendar(t)
        and not any(a < t.end and t.start < b for a, b in exclude)
        and (top := _top(passage, t)) is not None
    ]  # fmt: skip
    if not here:
        return None
    found = _time_of(passage, verb, here, _STEPS)
    if (
        found is None and passage.deps[verb] == "conj"
    ):  # "acknowledged that it was right but insisted": a slip of parsers
        return _at_head_of_sentence(passage, verb, here)
    return found


def _calendar(t: TimeExpression) -> bool:
    """Whether the expression names a calendar date."""
    return t.type in ("DATE", "TIME") and bool(t.value) and t.value[:1].isdigit()  # type: ignore[index]


def _time_of(p: Passage, verb: int, here: list[tuple[TimeExpression, int]], steps: int) -> TimeExpression | None:
    ranked = [(rank, abs(top - verb), t) for t, top in here if (rank := _rank(p, top, verb)) is not None]
    if ranked:
        return min(ranked, key=lambda r: r[:2])[2]
    head = p.heads[verb]
    if head == verb or p.deps[verb] == "parataxis":
        return _at_head_of_sentence(p, verb, here)
    shares = p.deps[verb] == "conj" or (p.tags[verb] in ("VBG", "NN", "NNS") and p.deps[verb] in _SHARING)
    return _time_of(p, head, here, steps - 1) if shares and steps else None


_SHARING = frozenset({"advcl", "acl", "xcomp", "dobj", "pobj", "prep", "nsubj", "pcomp", "dep", "attr"})


def _top(p: Passage, t: TimeExpression) -> int | None:
    """The topmost token of an expression, when it has a token of this passage."""
    first = bisect_left(p.ends, t.start + 1)
    last = bisect_left(p.starts, t.end) - 1
    return top_of(p, first, last) if 0 <= first <= last < len(p) else None


def _at_head_of_sentence(p: Passage, verb: int, here: list[tuple[TimeExpression, int]]) -> TimeExpression | None:
    """The date a sentence opens with, whatever verb the parser gave it to."""
    first, last = p.sents[p.sent_of[verb]]
    t, top = here[0]
    begin = first + 1 if p.words[first].lower() in _WHEN and last - first > 1 else first
    if t.start > p.starts[begin] or top >= verb or p.deps[top] not in ("pobj", "npadvmod", "advmod", "nmod"):
        return None
    return t


def _rank(p: Passage, top: int, verb: int) -> int | None:
    """How loosely the date at `top` hangs on the verb (0: directly); None when it belongs to something else."""
    sets = lexicon().sets
    node, rank, modifier = top, 0, False
    for _ in range(_STEPS):
        if node == verb:
            return rank
        dep, head, word = p.deps[node], p.heads[node], p.words[node].lower()
        if head == node:
            return None
        if p.pos[node] in ("VERB", "AUX") and dep not in ("prep", "amod"):
            if not (p.tags[node] in ("VBG", "VBN") and dep in ("acl", "advcl", "prep") and _speaking(p, node, verb)):
                return None
            rank += 2
        elif dep in ("poss", "compound", "nmod", "amod"):
            if dep == "amod" and node != top:
                return None
            modifier, rank = True, rank + 1
        elif dep == "prep" or p.pos[node] == "ADP":
            allowed = _WHEN if modifier or p.heads[top] == node else _AROUND
            if word not in allowed:
                return None
            rank += p.heads[top] != node
        elif dep in ("dobj", "attr", "oprd"):
            if modifier or direction(p, top) == FORWARD:
                return None
            rank += 2
        elif dep in ("nsubj", "nsubjpass"):
            if node == top or not (rank >= 2 or p.lemmas[node] in sets["documents"]):
                return None
        elif dep in ("ccomp", "relcl", "csubj"):
            return None
        node = head
    return None


def _speaking(p: Passage, participle: int, verb: int) -> bool:
    """Whether a participle dates the report itself: "speaking on Sunday", or "issued on Monday" of a statement."""
    sets = lexicon().sets
    if p.heads[participle] == verb or p.tags[participle] == "VBG":
        return p.lemmas[participle] in sets["speaking"]
    return p.lemmas[p.heads[participle]] in sets["documents"]

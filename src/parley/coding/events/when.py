"""When and where: the dates and places that hang on the event's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.coding.events.find import Hit
from parley.coding.events.naming import bounds
from parley.coding.events.tree import behind
from parley.coding.events.words import grammar
from parley.language.passage import Passage
from parley.language.times.attach import TimeIndex, time_of
from parley.language.times.direction import top_of
from parley.records import Span, TimeExpression

_DATE = re.compile(r"\d{4}(?:-W\d\d|-\d\d(?:-\d\d)?)?(?=$|[T/-])")
_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Dates:
    """The times of an article and how they date its events."""

    def __init__(self, times: Sequence[TimeExpression]) -> None:
        self.times = times
        self.index = TimeIndex(times)

    def of(self, p: Passage, hit: Hit, said: Sequence[Span]) -> tuple[str | None, str | None]:
        """First and last date of the event (the last only of a range); `said` are spans in which no date counts."""
        found = self._in_phrase(p, hit.word) if p.pos[hit.word] in ("NOUN", "PROPN") else None
        node = hit.head
        for _ in range(3):
            if found is not None:
                break
            found = time_of(p, node, self.times, said)
            if found is None and p.deps[node] in ("xcomp", "acomp") and p.heads[node] != node:
                node = p.heads[node]
                continue
            break
        if found is None:
            found = self._loosely(p, hit, said) or self._beside(p, hit)
        return _range(found.value) if found is not None else (None, None)

    def of_speech(self, p: Passage, v: int) -> str | None:
        """The day of the verb of speech over `v`."""
        node = v
        for _ in range(6):
            head = p.heads[node]
            if head == node:
                return None
            if p.deps[node] == "ccomp" and p.lemmas[head] in grammar()["speech"]:
                found = time_of(p, head, self.times, [p.span_of(p.left[node], p.right[node])])
                return _range(found.value)[0] if found is not None else None
            if p.deps[node] not in ("conj", "ccomp", "xcomp"):
                return None
            node = head
        return None

    def _beside(self, p: Passage, hit: Hit) -> TimeExpression | None:
        """The day of what was done at the event: "said on Monday after a meeting of …"."""
        n = hit.word
        if hit.pattern != "noun" or p.deps[n] != "pobj":
            return None
        prep = p.heads[n]
        above = p.heads[prep]
        if p.lemmas[prep] in ("after", "at", "during", "following") and p.pos[above] == "VERB":
            return time_of(p, above, self.times)
        return None

    def _loosely(self, p: Passage, hit: Hit, said: Sequence[Span]) -> TimeExpression | None:
        """A date behind the verb that the parser hung on the last noun ("accepted a proposal for peace on Monday")."""
        v = hit.head
        if p.pos[v] != "VERB":
            return None
        for t in self.index.within(p, v, p.right[v]):
            if t.type not in ("DATE", "TIME") or not t.value or not t.value[:1].isdigit():
                continue
            if any(a < t.end and t.start < b for a, b in said):
                continue
            tokens = [i for i in range(v, p.right[v] + 1) if t.start <= p.starts[i] < t.end]
            if not tokens:
                continue
            top = top_of(p, tokens[0], tokens[-1])
            prep = p.heads[top]
            hours = p.deps[top] == "pobj" and p.lemmas[prep] == "of" and p.lemmas[p.heads[prep]] in grammar()["hours"]
            if hours or (p.deps[top] == "pobj" and p.lemmas[prep] == "on") or p.deps[top] == "npadvmod":
                steps = _steps(p, t, v)
                if steps is not None:
                    return t
        return None

    def _in_phrase(self, p: Passage, n: int) -> TimeExpression | None:
        """A date inside the event's own noun phrase: "Thursday's meeting", "talks in Jeddah last week"."""
        best: tuple[int, TimeExpression] | None = None
        for t in self.index.within(p, p.left[n], p.right[n]):
            if t.type not in ("DATE", "TIME") or not t.value or not t.value[:1].isdigit():
                continue
            steps = _steps(p, t, n)
            if steps is not None and (best is None or steps < best[0]):
                best = (steps, t)
        return best[1] if best else None


def _steps(p: Passage, t: TimeExpression, n: int) -> int | None:
    """How many steps above the date the noun stands; None when a clause stands between."""
    tokens = [i for i in range(p.left[n], p.right[n] + 1) if t.start <= p.starts[i] < t.end]
    if not tokens:
        return None
    node, steps = top_of(p, tokens[0], tokens[-1]), 0
    while node != n and steps < 6:
        if p.pos[node] in ("VERB", "AUX") and p.tags[node] != "VBN":
            return None
        node, steps = p.heads[node], steps + 1
    return steps if node == n else None


def _range(value: str | None) -> tuple[str | None, str | None]:
    if not value:
        return None, None
    first, _, last = value.partition("/")
    a, b = _DATE.match(first), _DATE.match(last)
    return (a.group() if a else None), (b.group() if b else None)


def place_of(p: Passage, hit: Hit) -> str | None:
    """The place after "in" or "at" with the event's verb or noun, as printed; None without one."""
    for node in dict.fromkeys((hit.head, hit.word, hit.object if hit.object is not None else hit.head)):
        for t in behind(p, node, *grammar()["places"]):
            for first, end, label in p.ents:
                if label in _PLACES and first <= t < end:
                    return " ".join(p.text_of(first, end - 1).split())
            first, last = bounds(p, t)
            for a, b, label in p.ents:
                if label in _PLACES and first <= a and b <= last + 1:
                    return " ".join(p.text_of(a, b - 1).split())
    return None

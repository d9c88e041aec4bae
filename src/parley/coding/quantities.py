"""Figures with what they count: value, comparator, unit ("more than 10,000 troops", "87% of the vote", "30-day truce").

Dates, years, ages, scores and numbers that belong to a name ("Article 5") are no figures. Words of units and
comparators are the codebook's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.codebook.model import Codebook
from parley.language.passage import Parsed, Passage
from parley.records import Comparator, Quantity, TimeExpression

_DIGITS = re.compile(r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TAIL = re.compile(r"(bn|m|mn|k|tn)?(\+|-plus)?$", re.IGNORECASE)
_SMALL = {
    w: n
    for n, w in enumerate(
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen").split()
    )
}  # fmt: skip
_TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_POWERS = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "score": 20,
    "bn": 1e9, "m": 1e6, "mn": 1e6, "k": 1e3, "tn": 1e12,
}  # fmt: skip
_CURRENCY = frozenset(("$", "€", "£", "₽", "₴", "US$"))
_SPANS_OF_TIME = frozenset(
    ("day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute")
)
_NO_NOUN = frozenset(("PUNCT", "SPACE", "VERB", "AUX", "PRON", "SCONJ", "CCONJ"))


class QuantityFinder:
    """Finds the figures of an article with one codebook's units and comparators."""

    def __init__(self, codebook: Codebook) -> None:
        self.units: dict[str, str] = {}
        for unit in codebook.units:
            for words in (unit.name, *unit.words):
                self.units[words.lower()] = unit.name
        self.before: list[tuple[tuple[str, ...], Comparator]] = []
        self.behind: list[tuple[tuple[str, ...], Comparator]] = []
        for entry in codebook.comparators:
            for words in entry.words:
                (self.behind if entry.behind else self.before).append((tuple(words.lower().split()), entry.comparator))
        for known in (self.before, self.behind):
            known.sort(key=lambda item: (-len(item[0]), item[0]))

    def find(self, parsed: Parsed) -> tuple[Quantity, ...]:
        """The figures of the headline, key points and body, in text order."""
        found: list[Quantity] = []
        for p in parsed.passages:
            if not any(tag == "CD" or word[:1].isdigit() for tag, word in zip(p.tags, p.words, strict=True)):
                continue
            dated = _dated(p, parsed.times)
            i = 0
            while i < len(p):
                step = self._at(p, i, dated)
                if step is None:
                    i += 1
                    continue
                quantity, i = step
                if quantity is not None:
                    found.append(quantity)
        return tuple(found)

    def _at(self, p: Passage, i: int, dated: bytearray) -> tuple[Quantity | None, int] | None:
        """The figure that begins at token `i` (None if it is no figure of ours) and the token behind it."""
        read = number_at(p, i)
        if read is None:
            return None
        value, last, plus = read
        if _of_name(p, i, last) or _score(p, i, last):
            return None, last + 1
        after = last + 1
        if (
            after < len(p)
            and p.words[after] == "-"
            and after + 1 < len(p)
            and self._is_measure(p.words[after + 1].lower())
        ):
            return self._term(p, i, after + 1, value), after + 2
        if dated[i]:
            return None, last + 1
        comparator, first = self._comparator(p, i)
        end = last
        trailing = self._trailing(p, last)
        if trailing is not None:
            comparator, end = trailing
        elif plus:
            comparator = ">"
        unit, of, end = self._unit(p, i, last, end)
        if unit is None or unit in ("o'clock", "o’clock", "a.m.", "p.m."):
            return None, last + 1
        start, stop = p.span_of(first, end)
        text = p.text_of(first, end)
        return Quantity(start, stop, text, value, comparator, unit, of), last + 1

    def _is_measure(self, word: str) -> bool:
        """A unit that may qualify a noun behind a hyphen: "30-day truce", "12-mile line"."""
        return word in _SPANS_OF_TIME or (word in self.units and word.isalpha())

    def _term(self, p: Passage, i: int, unit: int, value: float) -> Quantity | None:
        """A length of time that qualifies a noun: "30-day ceasefire"; an age ("a 14-year-old boy") is none."""
        if unit + 1 < len(p) and p.words[unit + 1] == "-":
            return None
        noun = next((t for t in range(unit + 1, min(unit + 4, len(p))) if p.pos[t] in ("NOUN", "PROPN")), None)
        end = noun if noun is not None else unit
        while end + 1 < len(p) and p.pos[end + 1] == "NOUN" and p.deps[end] == "compound":
            end += 1
        start, stop = p.span_of(i, end)
        name = self.units.get(p.words[unit].lower(), p.words[unit].lower())
        return Quantity(start, stop, p.text_of(i, end), value, "=", name, p.words[end] if noun is not None else None)

    def _comparator(self, p: Passage, i: int) -> tuple[Comparator, int]:
        """The comparator in front of the number at token `i`, and the token where its words begin."""
        start = i
        if i and p.words[i - 1] in _CURRENCY:
            start = i - 1
        for words, comparator in self.before:
            n = len(words)
            if start - n >= 0 and [w.lower() for w in p.words[start - n : start]] == list(words):
                return comparator, start - n
        return "=", start

    def _trailing(self, p: Passage, last: int) -> tuple[Comparator, int] | None:
        at = last + 1
        if at < len(p) and p.words[at] == "-":
            at += 1
        for words, comparator in self.behind:
            n = len(words)
            if [w.lower() for w in p.words[at : at + n]] == list(words):
                return comparator, at + n - 1
        return None

    def _unit(self, p: Passage, i: int, last: int, end: int) -> tuple[str | None, str | None, int]:
        """Unit, what it is of, and the last token of the phrase; no unit, no figure."""
        if i and p.words[i - 1] in _CURRENCY:
            return self.units.get(p.words[i - 1].lower(), p.words[i - 1]), None, end
        at = end + 1
        for length in (2, 1):
            words = " ".join(w.lower() for w in p.words[at : at + length])
            if words in self.units and at + length <= len(p):
                of, stop = _of(p, at + length - 1)
                return self.units[words], of, stop
        head = p.heads[last] if p.deps[last] in ("nummod", "quantmod", "compound", "amod", "nmod") else None
        if head is None or head <= end or head - last > 6:
            head = next((t for t in range(at, min(at + 5, len(p))) if p.pos[t] in ("NOUN", "PROPN")), None)
        if head is None or any(p.pos[t] in _NO_NOUN and p.deps[t] != "amod" for t in range(at, head)):
            return None, None, end
        if p.pos[head] not in ("NOUN", "PROPN"):
            return None, None, end
        of, stop = _of(p, head)
        return self.units.get(p.words[head].lower(), p.words[head]), of, stop


def _of(p: Passage, head: int) -> tuple[str | None, int]:
    """The noun after "of" ("87% *of the vote*") and the last token of the phrase."""
    for k in p.kids[head]:
        if k == head + 1 and p.lemmas[k] == "of":
            obj = p.kid(k, "pobj")
            if obj is not None and obj - k <= 4:
                return p.text_of(p.left[obj], obj), obj
    if head + 2 < len(p) and p.lemmas[head + 1] == "of":
        obj = next((t for t in range(head + 2, min(head + 6, len(p))) if p.pos[t] in ("NOUN", "PROPN")), None)
        if obj is not None:
            return p.text_of(head + 2, obj), obj
    return None, head


def number_at(p: Passage, i: int) -> tuple[float, int, bool] | None:
    """Value, last token and whether a "+" is glued on, of the number written at token `i`; None if there is none."""
    word = p.words[i].lower()
    if not (word[:1].isdigit() or p.tags[i] == "CD" or word in _SMALL):
        return None
    match = _DIGITS.match(word)
    if match:
        tail = _TAIL.fullmatch(word[match.end() :])
        if tail is None:
            return None
        value = float(re.sub(r"[,\u00a0 ]", "", match.group())) * _POWERS.get((tail[1] or "").lower(), 1)
        return (*_multiplied(p, i, value), bool(tail[2]))
    if p.tags[i] != "CD":
        return None
    total = current = 0.0
    last = i - 1
    for t in range(i, min(i + 10, len(p))):
        w = p.words[t].lower()
        if w in _SMALL:
            current += _SMALL[w]
        elif w in _TENS:
            current += _TENS[w]
        elif w in _POWERS and t > i:
            current = max(current, 1) * _POWERS[w]
            if _POWERS[w] >= 1000:
                total, current = total + current, 0.0
        elif w in ("-", "and") and last >= i and t + 1 < len(p) and p.words[t + 1].lower() in {**_SMALL, **_TENS}:
            continue
        else:
            break
        last = t
    if last < i or (last == i and word == "one"):
        return None
    return total + current, last, False


def _multiplied(p: Passage, i: int, value: float) -> tuple[float, int]:
    last = i
    while last + 1 < len(p) and p.words[last + 1].lower() in (
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "bn",
        "dozen",
    ):
        last += 1
        value *= _POWERS[p.words[last].lower()]
    return value, last


def _of_name(p: Passage, i: int, last: int) -> bool:
    """A number behind the noun it belongs to ("Article 5", "Flight 12") or inside a name."""
    h = p.heads[last]
    if p.deps[last] in ("nummod", "appos", "npadvmod") and h < i and p.pos[h] == "PROPN" and h >= i - 2:
        return True
    return any(
        a <= i < b and label in ("PERSON", "ORG", "FAC", "LAW", "PRODUCT", "WORK_OF_ART") for a, b, label in p.ents
    )


def _score(p: Passage, i: int, last: int) -> bool:
    """A score or ratio: digits, a dash, digits."""
    return (
        (
            last + 2 < len(p)
            and p.words[last + 1] in ("-", "–", ":", "/")
            and p.words[last + 2][:1].isdigit()
            and p.ends[last] == p.starts[last + 1]
        )
        or (last + 2 < len(p) and p.words[last + 1] == "to" and p.words[last + 2] in ("1", "one"))
        or (i > 1 and p.words[i - 1] in ("-", "–", ":", "/") and p.words[i - 2][-1:].isdigit())
    )


def _dated(p: Passage, times: Sequence[TimeExpression]) -> bytearray:
    """Tokens inside a time expression that is no length of time."""
    inside = bytearray(len(p))
    end = p.start + len(p.text)
    for t in times:
        if t.end <= p.start or t.start >= end:
            continue
        if t.type == "DURATION":
            continue
        for i in range(len(p)):
            if t.start <= p.starts[i] < t.end:
                inside[i] = 1
    return inside

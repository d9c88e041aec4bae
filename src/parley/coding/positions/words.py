"""The codebook's agenda and stance words, compiled for look-up by token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.codebook.model import Codebook, StanceKind
from parley.language.passage import Passage

Parts = tuple[str, ...]
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


@dataclass(frozen=True, slots=True)
class IssueWords:
    """One phrase that raises an issue: `first` and perhaps `second` parts; `sign` +1, -1, or 0 where it must not be."""

    issue: str
    first: Parts
    second: Parts
    sign: int

    @property
    def text(self) -> str:
        """The phrase as the codebook has it."""
        return " ".join(self.first) + (" + " + " ".join(self.second) if self.second else "")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale."""

    option: str
    value: float
    words: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class StanceWord:
    """A word that takes a side: `sign` +1 or -1, 0 for one that makes what it governs conditional."""

    parts: Parts
    kind: StanceKind
    sign: int
    firmness: float
    proposes: bool = False


_SIGN = {"support": 1, "oppose": -1, "conditional": 0, "unclear": 0}
_RANK: dict[StanceKind, int] = {
    "attitude": 0, "turn": 1, "act": 2, "duty": 3, "doubt": 4, "pass": 5, "verdict": 6, "happening": 7,
    "circumstance": 8, "proposal": 9, "answer": 9,
}  # fmt: skip


UNNAMED = {"proposal": "<proposal>", "answer": "<answer>"}
"""What stands for the issue where a proposal is answered that is not named again."""


class Lexicon:
    """Look-ups over the lemmas and words of a passage. Build once for a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.issues: dict[str, list[IssueWords]] = {}
        self.scales: dict[str, tuple[Step, ...]] = {}
        for issue in codebook.agenda:
            for sign, phrases in ((1, issue.words), (1, issue.support), (-1, issue.oppose), (0, issue.not_words)):
                for phrase in phrases:
                    self._add(issue.name, phrase, sign)
            self.scales[issue.name] = tuple(
                Step(s.option, s.value, tuple(v for w in s.words for v in _variants(w))) for s in issue.scale
            )
        for rule in codebook.stances:
            if rule.kind in ("proposal", "answer"):
                for word in rule.words:
                    self._add(UNNAMED[rule.kind], word, _SIGN[rule.stance])
        for found in self.issues.values():
            found.sort(key=lambda w: (-len(w.first) - len(w.second), w.first, w.second, w.issue))
        self._by_first: dict[str, list[StanceWord]] = {}
        self._by_last: dict[str, list[StanceWord]] = {}
        for rule in codebook.stances:
            for word in rule.words if rule.kind not in UNNAMED else ():
                for parts in _variants(word):
                    entry = StanceWord(parts, rule.kind, _SIGN[rule.stance], rule.firmness, rule.proposes)
                    self._by_first.setdefault(parts[0], []).append(entry)
                    if len(parts) > 1:
                        self._by_last.setdefault(parts[-1], []).append(entry)
        for known in (*self._by_first.values(), *self._by_last.values()):
            known.sort(key=lambda e: (-len(e.parts), _RANK[e.kind], e.parts))
        self._conditions: dict[str, list[Parts]] = {}
        for word in codebook.condition_words:
            for parts in _variants(word):
                self._conditions.setdefault(parts[0], []).append(parts)
        for openers in self._conditions.values():
            openers.sort(key=lambda parts: (-len(parts), parts))

    def is_proposal(self, lemma: str) -> bool:
        """Whether the noun is one of what is put on the table."""
        return any(w.issue == UNNAMED["proposal"] for w in self.issues.get(lemma, ()))

    def _add(self, issue: str, phrase: str, sign: int) -> None:
        a, _, b = phrase.partition("+")
        for first in _variants(a):
            for second in _variants(b) if b.strip() else ((),):
                entry = IssueWords(issue, first, second, sign)
                if entry not in self.issues.setdefault(first[0], []):
                    self.issues[first[0]].append(entry)

    def stance(self, p: Passage, i: int, kinds: Iterable[StanceKind] | None = None) -> StanceWord | None:
        """What the word at token `i` does, the longest phrase first, or None; only of the given kinds if any."""
        for entry in self._candidates(p, i):
            if (kinds is None or entry.kind in kinds) and _stands(p, i, entry.parts):
                return entry
        return None

    def _candidates(self, p: Passage, i: int) -> Iterator[StanceWord]:
        word, lemma = p.words[i].lower(), p.lemmas[i]
        for table in (self._by_first, self._by_last):
            yield from table.get(lemma, ())
            if word != lemma:
                yield from table.get(word, ())

    def conditions(self, p: Passage, first: int, last: int) -> list[tuple[int, int]]:
        """(first token, last token) of every phrase between two tokens that opens a condition."""
        out, t = [], first
        while t <= last:
            for parts in self._conditions.get(p.words[t].lower(), ()):
                if follows(p, t, parts) and t + len(parts) - 1 <= last:
                    out.append((t, t + len(parts) - 1))
                    t += len(parts) - 1
                    break
            t += 1
        return out

    def option(self, p: Passage, issue: str, first: int, last: int, at: int) -> Step | None:
        """The step of the issue's scale whose words stand nearest to token `at` between two tokens."""
        best: tuple[int, int, Step] | None = None
        for step in self.scales.get(issue, ()):
            for parts in step.words:
                for t in range(first, last + 2 - len(parts)):
                    if is_at(p, t, parts[0]) and follows(p, t, parts):
                        rank = (-len(parts), abs(t - at), step)
                        if best is None or rank[:2] < best[:2]:
                            best = rank
        return best[2] if best else None


def _variants(phrase: str) -> tuple[Parts, ...]:
    """The phrase as parts, lower-cased: hyphens kept, and taken apart as tokenizers do ("cease", "-", "fire")."""
    plain = phrase.strip().lower()
    apart = re.sub(r"(?<=[a-z0-9])-(?=[a-z0-9])", " - ", plain)
    return (tuple(plain.split()),) if apart == plain else (tuple(apart.split()), tuple(plain.split()))


def is_at(p: Passage, t: int, part: str) -> bool:
    """Whether token `t` is that word or lemma."""
    return p.lemmas[t] == part or p.words[t].lower() == part


def follows(p: Passage, t: int, parts: Parts) -> bool:
    """Whether the parts follow one another from token `t`."""
    return t + len(parts) <= len(p) and all(is_at(p, t + k, part) for k, part in enumerate(parts))


def _stands(p: Passage, i: int, parts: Parts) -> bool:
    """Whether the phrase stands at token `i`: from it on, up to it, or with a particle among its dependents."""
    if len(parts) == 1:
        return True
    if is_at(p, i, parts[0]):
        if follows(p, i, parts):
            return True
        if len(parts) == 2 and any(
            p.lemmas[k] == parts[1] and p.deps[k] in ("prt", "prep", "advmod") for k in p.kids[i]
        ):
            return True
    start = i + 1 - len(parts)
    return start >= 0 and is_at(p, i, parts[-1]) and follows(p, start, parts)

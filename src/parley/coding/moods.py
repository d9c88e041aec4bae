"""The mood of a statement: what its cue says, corrected by what the content itself does.

A neutral verb ("said") takes the mood of its content: an obligation is a demand, a future a prediction, a blame of
another party an accusation. The words are the codebook's (`modals`); the scoring does not know who speaks, only
whether the content is about somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.codebook.model import Codebook
from parley.coding.reports import Report
from parley.language.passage import Passage
from parley.records import Mood

_FLIPPED: dict[Mood, Mood] = {
    "accept": "reject",
    "reject": "assert",
    "deny": "assert",
    "promise": "reject",
    "offer": "reject",
    "demand": "assert",
    "praise": "accuse",
}
_OWN = frozenset(("i", "we", "he", "she", "it", "they"))
_OWN_POSS = frozenset(("my", "our", "his", "her", "its", "their"))
_NO_DEED = frozenset(
    ("see", "be", "have", "know", "find", "think", "like", "become", "need", "prefer", "seem", "happen")
)


class MoodWords:
    """The codebook's content words by mood, as lemma tuples."""

    def __init__(self, codebook: Codebook) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], Mood]]] = {}
        for rule in codebook.modals:
            for words in rule.words:
                parts = tuple(words.split())
                self.by_first.setdefault(parts[0], []).append((parts, rule.mood))
        for known in self.by_first.values():
            known.sort(key=lambda item: (-len(item[0]), item[0]))

    def in_range(self, p: Passage, first: int, last: int) -> list[tuple[int, Mood]]:
        """(token, mood) of every mood word between two tokens."""
        hits = []
        for t in range(first, last + 1):
            known = self.by_first.get(p.lemmas[t]) or self.by_first.get(p.words[t].lower())
            for parts, mood in known or ():
                if _matches(p, t, last, parts):
                    hits.append((t, mood))
                    break
        return hits


def _matches(p: Passage, t: int, last: int, parts: tuple[str, ...]) -> bool:
    """True when the words follow one another from token `t`, adverbs between them skipped ("do n't *really* want")."""
    for k, part in enumerate(parts):
        if k:
            t += 1
            while t <= last and p.pos[t] == "ADV" and part not in (p.lemmas[t], p.words[t].lower()):
                t += 1
        if t > last or part not in (p.lemmas[t], p.words[t].lower()):
            return False
    return True


def decide(report: Report, p: Passage, tokens: Sequence[tuple[int, int]], words: MoodWords, about_other: bool) -> Mood:
    """The mood of a report whose content is the token ranges of `p`; `about_other` if it speaks of another party."""
    base: Mood = report.cue.mood_for(report.frame) if report.cue else "assert"
    if report.negated and report.cue is not None:
        if report.cue.negated:
            return report.cue.negated
        return _FLIPPED.get(base, "refuse-comment")
    if base != "assert":
        return base
    return of_content(p, tokens, words, about_other) or base


def of_content(p: Passage, tokens: Sequence[tuple[int, int]], words: MoodWords, about_other: bool) -> Mood | None:
    """The mood that the content's own words give, None for a plain assertion; the main clause counts first."""
    hits = [h for a, b in tokens for h in words.in_range(p, a, b)]
    found = {m for _, m in hits}
    if "deny" in found:
        return "deny"
    main = _main_verb(p, tokens)
    if any(m == "demand" and t - a <= 2 for t, m in hits for a, b in tokens if a <= t <= b and p.pos[t] == "NOUN"):
        return "demand"
    if main is not None and any(
        m == "demand" and (p.heads[t] == main or t == main or p.heads[p.heads[t]] == main) for t, m in hits
    ):
        return "demand"
    if "accuse" in found and about_other:
        return "accuse"
    if "accept" in found and main is not None and not any(p.deps[k] == "neg" for k in p.kids[main]):
        return "accept"
    if main is not None and _future(p, main) and not any(p.deps[k] == "neg" for k in p.kids[main]):
        return "promise" if _own_act(p, main) else "predict"
    near = {m for t, m in hits if main is not None and (t == main or p.heads[t] == main or p.heads[p.heads[t]] == main)}
    return "warn" if "warn" in near else "predict" if "predict" in near else None


def _own_act(p: Passage, main: int) -> bool:
    """True when the future deed is the speaker's own ("we will pay", "his government will"), not a state or a view."""
    subject = next((k for k in p.kids[main] if p.deps[k] in ("nsubj", "nsubjpass")), None)
    if subject is None or p.tags[main] != "VB" or p.lemmas[main] in _NO_DEED or p.deps[subject] == "nsubjpass":
        return False
    return p.lemmas[subject] in _OWN or any(
        p.deps[k] == "poss" and p.words[k].lower() in _OWN_POSS for k in p.kids[subject]
    )


def _main_verb(p: Passage, tokens: Sequence[tuple[int, int]]) -> int | None:
    best, depth = None, 99
    for a, b in tokens:
        for t in range(a, b + 1):
            if p.pos[t] not in ("VERB", "AUX") or p.deps[t] in ("aux", "auxpass"):
                continue
            d, h = 0, t
            while p.heads[h] != h and d < depth:
                h, d = p.heads[h], d + 1
            if d < depth:
                best, depth = t, d
    return best


def _future(p: Passage, verb: int) -> bool:
    if any(
        p.deps[k] == "aux" and p.words[k].lower() in ("will", "'ll", "’ll", "wo", "would", "shall")
        for k in p.kids[verb]
    ):
        return True
    return p.lemmas[verb] == "go" and p.tags[verb] == "VBG" and any(p.deps[k] == "xcomp" for k in p.kids[verb])

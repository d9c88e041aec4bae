"""The codebook's cue words, indexed for look-up by lemma, with the frames each may stand in."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.codebook.model import Codebook
from parley.language.passage import Passage
from parley.records import Mood

PREPOSITIONS = frozenset((
    "about", "against", "at", "for", "from", "in", "of", "on", "over", "to", "with", "into", "toward",
))  # fmt: skip


@dataclass(slots=True)
class Cue:
    """One reporting word: the mood of each complement it takes, and which of them are weak evidence."""

    word: str
    mood: Mood
    kind: str = "verb"
    frames: dict[str, Mood] = field(default_factory=dict)
    weak: set[str] = field(default_factory=set)
    negated: Mood | None = None
    unless: frozenset[str] = frozenset()

    def mood_for(self, frame: str) -> Mood:
        """The mood when the content stands in `frame`."""
        return self.frames.get(frame, self.mood)

    @property
    def prepositions(self) -> list[str]:
        """Prepositions whose phrase is the content."""
        return [f for f in self.frames if f in PREPOSITIONS]


class CueIndex:
    """Look-up of cues: `verbs` and `nouns` by lemma, `particles` by (lemma, particle), `phrases` by words."""

    def __init__(self, codebook: Codebook) -> None:
        self.verbs: dict[str, Cue] = {}
        self.nouns: dict[str, Cue] = {}
        self.phrases: list[tuple[tuple[str, ...], Cue]] = []
        self.longer: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for entry in codebook.cues:
            table = self.nouns if entry.kind == "noun" else self.verbs
            for words in entry.words:
                parts = tuple(words.split())
                if entry.kind == "phrase":
                    cue = Cue(words, entry.mood, entry.kind, unless=frozenset(entry.unless))
                    self.phrases.append((parts, cue))
                elif len(parts) > 1:
                    known = self.longer.setdefault(parts[0], [])
                    cue = next((c for p, c in known if p == parts), Cue(words, entry.mood, entry.kind))
                    if all(p != parts for p, _ in known):
                        known.append((parts, cue))
                else:
                    cue = table.setdefault(words, Cue(words, entry.mood, entry.kind))
                for frame in entry.takes:
                    if frame not in cue.frames:
                        cue.frames[frame] = entry.moods.get(frame, entry.moods.get(words, entry.mood))
                        if entry.weak:
                            cue.weak.add(frame)
                if "negated" in entry.moods:
                    cue.negated = entry.moods["negated"]
        for known in self.longer.values():
            known.sort(key=lambda item: (-len(item[0]), item[0]))

    def verb_at(self, p: Passage, i: int) -> tuple[Cue, int] | None:
        """The cue whose verb is token `i`, and the last token of the cue's own words; None if it is no cue.

        "rule out", "call on", "decline to comment" are looked for before the bare verb; a particle may stand after
        the object ("ruled it out") but a preposition must follow its verb or an adverb.
        """
        lemma = p.lemmas[i]
        for parts, cue in self.longer.get(lemma, ()):
            last = _rest(p, i, parts[1:])
            if last is not None:
                return cue, last
        found = self.verbs.get(lemma)
        return (found, i) if found else None

    def phrase_at(self, p: Passage, i: int) -> tuple[Cue, int] | None:
        """The phrase cue that begins at token `i`, and its last token."""
        word = p.words[i].lower()
        for parts, cue in self.phrases:
            if parts[0] == word and [w.lower() for w in p.words[i : i + len(parts)]] == list(parts):
                return cue, i + len(parts) - 1
        return None


def _rest(p: Passage, verb: int, rest: tuple[str, ...]) -> int | None:
    """Last token of the further words of a cue, all of them dependents of the verb or of one another."""
    at = verb
    for word in rest:
        found = None
        for j in range(at + 1, min(at + 5, len(p))):
            if p.lemmas[j] == word or p.words[j].lower() == word:
                found = j
                break
            if p.pos[j] in ("VERB", "PUNCT") or p.tags[j] == "IN":
                break
        if found is None or p.sent_of[found] != p.sent_of[verb]:
            return None
        if found > at + 1 and any(
            p.pos[j] not in ("ADV", "PART") and p.heads[j] != verb and p.deps[j] != "det" for j in range(at + 1, found)
        ):
            return None
        at = found
    return at

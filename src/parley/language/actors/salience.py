"""Who a pronoun means: salience by sentence, grammatical role and reporting, after Lappin and Leass (1994).

Each mention of an actor adds the weight of its grammatical role, mentions fade with each sentence, and the weights of
one actor add up; the subject of a reporting verb weighs more, as in centering (Grosz, Joshi and Weinstein 1995) the
subject is the likeliest topic of the next sentence. What stands inside a quotation counts little for what stands
outside it: a speaker is seldom whom he speaks about.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from parley.language.actors.registry import Known

_WEIGHTS = {
    "nsubj": 80.0, "nsubjpass": 75.0, "csubj": 70.0, "dobj": 50.0, "dative": 45.0, "pobj": 40.0, "agent": 45.0,
    "appos": 45.0, "ROOT": 60.0, "conj": 45.0, "poss": 30.0, "compound": 15.0, "amod": 5.0, "nmod": 15.0,
}  # fmt: skip
SPEAKER = 45.0
"""Added to the subject of a reporting verb."""
MAIN = 30.0
"""Added to the subject of the main clause."""
FADE = 0.6
AGAIN = 0.15
"""What a further mention adds, of its own weight."""
REACH = 7
"""Sentences back that a pronoun can look."""
RECENT = 250
"""Mentions back that a description or a pronoun can look, so that no text costs the square of its length."""
_PERSONAL = frozenset({"male", "female"})
TIE = 0.85
"""A second candidate this near the first leaves the pronoun unsettled."""


@dataclass(slots=True)
class Event:
    """A mention that later pronouns can point at; `sentence` is a running number over the article."""

    known: Known
    sentence: int
    passage: int
    token: int
    weight: float
    quoted: bool
    subject: bool


class Discourse:
    """The mentions of an article in order, and the choice among them."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def add(self, known: Known, sentence: int, at: tuple[int, int], dep: str, extra: float, quoted: bool) -> None:
        """Note a mention at passage, token `at` with its dependency label; `extra` adds to its weight."""
        weight = _WEIGHTS.get(dep, 35.0) + extra
        known.seen += 1
        known.last = max(known.last, sentence)
        self.events.append(Event(known, sentence, at[0], at[1], weight, quoted, dep.startswith("nsubj")))

    def recent(self) -> list[Known]:
        """The actors of the latest mentions, the most recent first."""
        out: dict[int, Known] = {}
        for event in reversed(self.events[-RECENT:]):
            out.setdefault(id(event.known), event.known)
        return list(out.values())

    def choose(
        self,
        gender: str,
        sentence: int,
        at: tuple[int, int],
        *,
        subject: bool,
        quoted: bool,
        barred: list[Known],
        bonus: dict[int, float],
    ) -> tuple[Known | None, float]:
        """The likeliest antecedent of a pronoun before `at`, with confidence; None when none fits or two tie.

        `gender`: "male", "female", "neuter" or "plural". `barred` are those it cannot mean (its co-argument; the
        speaker, inside a quotation). `bonus` adds to the score of an actor, by `id`.
        """
        scores: dict[int, float] = {}
        known_of: dict[int, Known] = {}
        for event in islice(reversed(self.events), RECENT):
            distance = sentence - event.sentence
            if distance > REACH:
                break
            if (event.passage, event.token) >= at or distance < 0:
                continue
            known = event.known
            if not agrees(known, gender) or any(known is b for b in barred):
                continue
            score = event.weight * FADE**distance
            if event.quoted and not quoted:
                score *= 0.25
            if subject and event.subject:
                score *= 1.25
            if gender == "plural" and not known.plural:
                score *= 0.5
            elif gender in _PERSONAL and known.gender is None and known.likely == gender:
                score *= 1.2
            key = id(known)
            if key not in known_of:
                known_of[key] = known
                scores[key] = score + bonus.get(key, 0.0)
            else:
                scores[key] = max(scores[key], score) + AGAIN * min(scores[key], score)
        if not scores:
            return None, 0.0
        ranked = sorted(scores.items(), key=lambda kv: -kv[1])  # stable: the more recent first
        best, top = known_of[ranked[0][0]], ranked[0][1]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        if second > TIE * top and second > 0 and known_of[ranked[1][0]].party != best.party and not subject:
            return None, 0.3
        return best, 0.45 + 0.45 * (1 - second / top) if top else 0.45


def agrees(known: Known, gender: str) -> bool:
    """Whether a pronoun's gender can be this actor's; unknown agrees with both. An outlet that only carries the story
    ("(Reuters)") is not spoken of."""
    if known.kind == "outlet" and not known.spoke:
        return False
    if gender == "plural":
        return known.plural or known.kind in ("group", "organisation", "force", "bloc", "office", "state", "outlet")
    if gender == "neuter":
        return not known.plural and known.kind not in ("person", "unnamed", "group")
    if known.kind == "person" or (known.kind == "unnamed" and not known.plural):
        return (known.gender or known.likely or gender) == gender
    return False

"""Pronouns: who cannot be meant, whose clause it is, and the choice by salience."""

from __future__ import annotations

from bisect import bisect_left

from parley.language.actors.context import Context
from parley.language.actors.index import Referent
from parley.language.actors.labels import span_text
from parley.language.actors.names import NameSpan
from parley.language.actors.reader import Found, Reader
from parley.language.actors.registry import Known, person_name
from parley.language.actors.words import PRONOUN_GENDER

CLAUSE = 60.0
"""Added to the salience of the subject of the clause a pronoun stands in."""

NEAR = 60
"""Tokens on that a pronoun's clause is searched for the names it cannot mean."""


class Pronouns(Reader):
    """The reading of pronouns."""

    def _pronoun(self, i: int, c: Context, t: int) -> Found:
        p = c.p
        gender = PRONOUN_GENDER[p.words[t].lower()]
        quoted = bool(c.quote[t])
        barred = self._barred(i, c, t)
        known: Known | None = None
        confidence = 0.0
        if not (gender == "neuter" and self._pleonastic(c, t)) and not (gender == "plural" and self._of_several(c, t)):
            known, confidence = self.talk.choose(
                gender,
                c.sentence(t),
                (i, t),
                subject=p.deps[t].startswith("nsubj"),
                quoted=quoted,
                barred=barred,
                bonus=self._clause_subjects(i, c, t),
            )
        if known is None:
            return None, Referent(None, None, None, p.text_of(t, t), p.span_of(t, t), "pronoun", confidence)
        if gender in ("male", "female") and known.gender is None and confidence > 0.7 and p.deps[t] == "nsubj":
            known.gender = gender
        self._note(i, c, t, known)
        return known, Referent(
            known.name, known.party, known.kind, p.text_of(t, t), p.span_of(t, t), "pronoun", confidence
        )

    @staticmethod
    def _of_several(c: Context, t: int) -> bool:
        """ "Anna and Peter said they …": no one actor."""
        p, x = c.p, t
        for _ in range(6):
            if p.heads[x] == x:
                return False
            x = p.heads[x]
            subject = p.kid(x, "nsubj", "nsubjpass") if p.pos[x] in ("VERB", "AUX") else None
            if subject is not None and subject < t:
                return p.kid(subject, "conj") is not None
        return False

    def _clause_subjects(self, i: int, c: Context, t: int) -> dict[int, float]:
        """Subjects of the clauses around a pronoun, the nearest first: "*Ukraine* has said it is ready"."""
        p, out, x, weight = c.p, dict[int, float](), t, CLAUSE
        for _ in range(12):
            h = p.heads[x]
            if h == x:
                break
            x = h
            if p.pos[x] not in ("VERB", "AUX"):
                continue
            subject = p.kid(x, "nsubj", "nsubjpass")
            if subject is None or subject >= t or bool(c.quote[subject]) != bool(c.quote[t]):
                continue
            known = self.refer(i, subject)[0]
            if known is not None:
                out.setdefault(id(known), weight)
                weight *= 0.5
        return out

    def _barred(self, i: int, c: Context, t: int) -> list[Known]:
        p, out = c.p, []
        if p.deps[t] in ("dobj", "pobj", "dative") and not p.words[t].lower().endswith(("self", "selves")):
            verb = p.heads[t]
            if p.deps[t] == "pobj":
                verb = p.heads[verb]
            subject = p.kid(verb, "nsubj", "nsubjpass") if p.pos[verb] in ("VERB", "AUX") else None
            for _ in range(4):  # "Putin told Zelensky to wait and called him": one subject for both verbs
                if subject is not None or p.deps[verb] not in ("conj", "advcl"):
                    break
                verb = p.heads[verb]
                subject = p.kid(verb, "nsubj", "nsubjpass")
            if subject is not None and subject != t and subject < t:
                known = self.refer(i, subject)[0]
                if known:
                    out.append(known)
        if p.deps[t].startswith("nsubj"):
            # A name inside what a pronoun governs is someone else: "he said Obama hopes".
            verb = p.heads[t]
            for x in range(t + 1, min(p.right[verb], t + NEAR) + 1):
                span = c.at.get(x)
                if span is not None and span.first == x and span.label in ("person", "entry") and not c.quote[x]:
                    known = self._person_of(c, span)
                    if known is not None:
                        out.append(known)
        if c.quote[t]:
            speaker = self._quote_speaker(c, t)
            if speaker is not None and (known := self.refer(i, speaker)[0]):
                out.append(known)
        return out

    def _person_of(self, c: Context, s: NameSpan) -> Known | None:
        """The person a name further on means, without noting a mention."""
        if s.entry is not None:
            return self.people.of_entry(s.entry) if s.entry.kind == "person" else None
        name = person_name(span_text(c, s))
        return self.people.find_short(name.surname, c.sentence(s.first))

    @staticmethod
    def _quote_speaker(c: Context, t: int) -> int | None:
        """Subject of the reporting verb nearest to the quotation that token `t` stands in."""
        first, last = c.quotations[c.quote[t]]
        after = bisect_left(c.speakers, last)
        before = bisect_left(c.speakers, first) - 1
        best, near = None, 1 << 30
        if after < len(c.speakers):
            best, near = c.speakers[after], c.speakers[after] - last
        if before >= 0 and first - c.speakers[before] + 2 < near:
            best = c.speakers[before]
        return best

    @staticmethod
    def _pleonastic(c: Context, t: int) -> bool:
        """ "it is clear that", "it was the second time", "it seems": no one meant."""
        p = c.p
        if p.words[t].lower() != "it" or p.deps[t] not in ("nsubj", "expl", "nsubjpass"):
            return False
        h = p.heads[t]
        if p.lemmas[h] in ("seem", "appear", "happen"):
            return True
        if p.lemmas[h] == "be" and p.kid(h, "acomp", "attr") is not None:
            return p.kid(h, "ccomp", "xcomp", "advcl") is not None or p.kid(h, "attr") is not None
        return p.deps[t] == "expl"

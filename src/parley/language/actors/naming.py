"""Names: whose a name is."""

from __future__ import annotations

from dataclasses import replace

from parley.codebook.model import ActorEntry
from parley.language.actors.context import Context
from parley.language.actors.describe import is_person_noun
from parley.language.actors.index import Referent
from parley.language.actors.labels import span_text
from parley.language.actors.lexicon import gender_of_words
from parley.language.actors.names import NameSpan
from parley.language.actors.phrases import phrase_at
from parley.language.actors.reader import Found
from parley.language.actors.registry import Known, person_name
from parley.language.actors.telling import Telling
from parley.language.actors.words import (
    AGENT_PREPOSITIONS,
    ARMED,
    FIGHTERS,
    HEAD_OF_STATE,
    MOTION,
    OFFICE_TOPICS,
    ROLE_MODIFIERS,
)

_STATE_RUN = frozenset("state government official".split())
"""Before an outlet's name: it speaks for its state ("the state news agency KCNA")."""


class Naming(Telling):
    """The reading of names."""

    def _name(self, i: int, c: Context, s: NameSpan) -> Found:
        p = c.p
        if s.entry is None and s.first == s.last and self._is_topic(c, s):
            return None, self._plain(c, s.first, s.last, None)
        known, confidence = self._who(i, c, s)
        text, span = p.text_of(s.first, s.last), p.span_of(s.first, s.last)
        if known is None:
            return None, Referent(span_text(c, s), None, None, text, span, "name", confidence)
        top = self._top(c, s)
        if known.kind == "person":
            known.embedded = p.deps[top] in ("poss", "compound") and s.last > s.first
            self._tell(i, c, s, known)
            if s.last > s.first:
                self._presented(c, s, known, top)
        elif known.kind == "outlet" and not _STATE_RUN.isdisjoint(
            w.lower() for w in p.words[max(0, s.first - 4) : s.first]
        ):
            known.party = self.lex.media.get(known.name)
        known.aliases[span_text(c, s)] = None
        self._note(i, c, s.first, known, top)
        return known, Referent(known.name, known.party, known.kind, text, span, "name", confidence)

    def _presented(self, c: Context, s: NameSpan, known: Known, top: int) -> None:
        """ "Norway's president spoke on Monday. Kari Lund, on a visit to Rome, …": the office first, then the name."""
        if known.entry is not None or known.roles or known.party is not None or not c.p.deps[top].startswith("nsubj"):
            return
        at = c.sentence(s.first)
        for event in reversed(self.talk.events[-8:]):
            other = event.known
            if (
                event.sentence == at - 1
                and event.subject
                and other.kind == "unnamed"
                and other.definite
                and other.party
            ):
                if other.same is None and HEAD_OF_STATE | {"secretary"} >= other.heads:
                    known.party, known.heads = other.party, set(other.heads)
                    known.role_words.extend(other.role_words)
                    other.same = known
                return

    @staticmethod
    def _top(c: Context, s: NameSpan) -> int:
        """The token of a name that the rest of the sentence hangs on, seen through descriptions."""
        p, t = c.p, s.last
        for x in range(s.first, s.last + 1):
            if not s.first <= p.heads[x] <= s.last:
                t = x
        if p.deps[t] in ("appos", "compound", "nmod") and c.belongs.get(p.heads[t]) is s:
            t = p.heads[t]
        return t

    def _is_topic(self, c: Context, s: NameSpan) -> bool:
        """ "State" in "Secretary of State" is no name."""
        p, t = c.p, s.first
        word = p.words[t].lower()
        if word in ROLE_MODIFIERS and t + 1 < len(p) and is_person_noun(self.lex, p.words[t + 1].lower()):
            return True
        return word in OFFICE_TOPICS and t > 1 and p.words[t - 1].lower() in ("of", "for")

    def _who(self, i: int, c: Context, s: NameSpan) -> tuple[Known | None, float]:
        p, entry = c.p, s.entry
        at = c.sentence(s.first)
        if entry is not None:
            if entry.kind == "person":
                if s.how == "surname":
                    other = self.people.find_short(person_name(entry.name).surname, at)
                    if other is not None and other.entry is not entry and other.full_at >= 0:
                        mine = self.people.of_entry(entry)
                        if mine.full_at < other.full_at and not mine.seen:
                            return other, 0.8
                known = self.people.of_entry(entry)
                if s.last > s.first:
                    known.full_at = at
                return known, 0.95
            if s.how == "demonym":
                return self._demonym(i, c, s, entry)
            if s.how == "seat" and self._is_place(c, s):
                return None, 0.6
            if (
                entry.kind in ("office", "organisation", "force")
                and s.first
                and (other := self._other_side(i, c, s, entry))
            ):
                return other, 0.75
            return self.bodies.of_entry(entry), 0.9
        text = span_text(c, s)
        if text in self.also:
            j, first = self.also[text]
            meant = self.refer(j, first.first)[0]
            if meant is not None:
                return meant, 0.8
        name = person_name(text)
        if s.label == "person" or (
            name.single and (s.label != "place" or not self._placed(c, s)) and self._is_surname(name.surname)
        ):
            gender = gender_of_words([p.words[s.first - 1]]) if s.titled and s.first else None
            known = self.people.short(name, at, gender) if name.single else self.people.full(name, at)
            if not name.single:
                known.full_at = at
            return known, 0.85 if s.titled or not name.single else 0.8
        if s.label == "org":
            return self._organisation(i, c, s), 0.75
        if s.label == "norp":
            if p.tags[s.last] in ("NNPS", "NNS") or p.deps[s.last] in ("nsubj", "nsubjpass"):
                return self.bodies.named(text, "group", None), 0.7
            return None, 0.4
        return None, 0.5

    @staticmethod
    def _placed(c: Context, s: NameSpan) -> bool:
        return s.first > 0 and c.p.words[s.first - 1].lower() in ("in", "at", "near", "from", "to", "across", "outside")

    def _is_surname(self, key: str) -> bool:
        return any(k.surname == key for k in self.people.all)

    def _demonym(self, i: int, c: Context, s: NameSpan, entry: ActorEntry) -> tuple[Known | None, float]:
        """ "the Russians" speak for the state; "Russians" are people; "Russian" is a word beside a noun."""
        p, t = c.p, s.last
        plural = p.tags[t] in ("NNPS", "NNS")
        argument = p.pos[t] in ("NOUN", "PROPN") and p.deps[t] in ("nsubj", "nsubjpass", "dobj", "pobj")
        if (plural or argument) and p.words[max(0, s.first - 1)].lower() == "the":
            return self.bodies.of_entry(entry), 0.7
        if plural:
            return self.bodies.named(span_text(c, s), "group", None), 0.6
        return None, 0.4

    def _is_place(self, c: Context, s: NameSpan) -> bool:
        """A capital is its state's seat where it acts or is dealt with ("Moscow said", "between Kyiv and Moscow"); in
        every other position ("in Moscow", "Moscow's streets", a dateline) it is a place."""
        p = c.p
        t = s.last
        for x in range(s.first, s.last + 1):
            if not s.first <= p.heads[x] <= s.last:
                t = x
        dep, h = p.deps[t], p.heads[t]
        for _ in range(20):  # "Kyiv and Moscow": what holds of the first holds of all
            if dep != "conj" or h == t:
                break
            t = h
            dep, h = p.deps[t], p.heads[t]
        if dep == "pobj":
            word, over = p.words[h].lower(), p.heads[h]
            if word in ("to", "for", "toward", "towards", "from"):
                return p.lemmas[over] in MOTION or (word == "from" and p.pos[over] != "NOUN")
            return word not in AGENT_PREPOSITIONS
        if dep == "dobj":
            return p.lemmas[h] not in self.lex.cue_verbs
        return dep not in ("nsubj", "nsubjpass")

    def _other_side(self, i: int, c: Context, s: NameSpan, entry: ActorEntry) -> Known | None:
        """ "Russia's Ministry of Defence" is not the ministry that the codebook calls by these words alone."""
        p, t = c.p, s.first - 1
        if t >= 0 and p.words[t] == "'s":
            t -= 1
        span = c.at.get(t)
        if span is None or span.entry is None or span.entry.kind not in ("state", "bloc") or span.how == "seat":
            return None
        if span.last != s.first - 1 and p.words[s.first - 1] != "'s":
            return None
        if self.bodies.party_of(entry) not in self.lex.states:
            return None
        party = self.bodies.party_of(span.entry)
        if party == self.bodies.party_of(entry) or p.words[s.last].lower() not in self.lex.group_nouns | OFFICE_TOPICS:
            return None
        d = self._describe(i, c, span.first, s.last, s.last)
        d = replace(d, party=party, speaks=True, words=d.words | {"@" + span.entry.name})
        return self.bodies.described(d, p.words[s.first : s.last + 1], True)

    def _organisation(self, i: int, c: Context, s: NameSpan) -> Known:
        p = c.p
        if s.last > s.first + 1 and p.words[s.first].lower() in self.lex.group_nouns and p.words[s.first + 1] == "of":
            phrase = phrase_at(p, s.first)  # "Pakistan's Ministry of Defence"
            d = self._describe(i, c, phrase.core, s.last, s.first)
            return self.bodies.described(d, p.words[s.first : s.last + 1], True)
        force = self._force_inside(c, s)
        if force is not None:
            return force
        if p.words[s.last].lower() in self.lex.group_nouns:
            phrase = phrase_at(p, s.last)
            last = phrase.last if p.words[s.last + 1 : s.last + 2] == ["in"] else s.last
            d = self._describe(i, c, min(phrase.core, s.first), last, s.last)
            inner = self._state_inside(c, s)
            first = inner + 1 if inner is not None else s.first
            rest = self._rest(c, min(first, s.last), s.last)
            return self.bodies.described(d, rest, True, span_text(c, s) if inner is not None else None)
        known = self.bodies.named(span_text(c, s), "organisation", None)
        if known.party is None and known.seen == 0:
            words = {w.lower() for w in p.words[max(0, s.first - 4) : s.first]} | {
                w.lower() for w in p.words[s.last + 1 : s.last + 8]
            }
            if words & ARMED:
                known.party, known.kind = known.name, "force"
        return known

    def _force_inside(self, c: Context, s: NameSpan) -> Known | None:
        """The armed group a longer name contains with a noun of its people: "Houthi rebels"."""
        if c.p.words[s.last].lower() not in FIGHTERS:
            return None
        for t in range(s.first, s.last):
            inner = self.lex.match(c.p.words[t], c.plain, c.p.starts[t] - c.p.start)
            if inner is not None and inner[1].entry.kind == "force":
                return self.bodies.of_entry(inner[1].entry)
        return None

    def _state_inside(self, c: Context, s: NameSpan) -> int | None:
        """Last token of the state that an organisation's name begins with ("*South Korea* Defence Ministry")."""
        inner = self.lex.match(c.p.words[s.first], c.plain, c.p.starts[s.first] - c.p.start)
        if inner is None or inner[1].entry.kind not in ("state", "bloc") or inner[1].how == "seat":
            return None
        end, t = c.p.starts[s.first] + inner[0], s.first
        while t < s.last and c.p.ends[t] < end:
            t += 1
        return t if t < s.last else None

    def _rest(self, c: Context, first: int, last: int) -> list[str]:
        """The words of a body's name without its national modifier and passing adjectives."""
        out: list[str] = []
        for t in range(first, last + 1):
            span = c.at.get(t)
            if span is not None and span.entry is not None and span.entry.kind in ("state", "bloc"):
                continue
            if c.p.words[t] in ("'s", "'") or c.p.tags[t] in ("PRP$", "DT", "CD"):
                continue
            if c.p.pos[t] == "ADJ" and c.p.words[t].islower() and c.p.words[t] not in self.bodies.KEEP:
                continue
            out.append(c.p.words[t])
        return out

"""Phrases without a name: unnamed sources, definite descriptions of persons, bodies."""

from __future__ import annotations

from parley.language.actors.context import Context
from parley.language.actors.describe import is_source_noun
from parley.language.actors.fold import fold
from parley.language.actors.index import Referent
from parley.language.actors.labels import span_text
from parley.language.actors.lexicon import gender_of_words
from parley.language.actors.names import NameSpan
from parley.language.actors.naming import Naming
from parley.language.actors.phrases import Phrase, phrase_at
from parley.language.actors.reader import Found
from parley.language.actors.registry import Known
from parley.language.actors.roles import fitting_person
from parley.language.actors.sides import Description
from parley.language.actors.words import (
    AGENT_ENDINGS,
    BLOC_NOUNS,
    FIGHTERS,
    GROUP_NOUNS,
    NO_BODIES,
    NOT_AGENTS,
    NOT_FOR_STATE,
    OF_BODIES,
    OFFICIAL,
    OUTLET_NOUNS,
    OWNED_BODIES,
    SIDES,
)  # fmt: skip
from parley.records import ActorKind

_INTRODUCING = GROUP_NOUNS | BLOC_NOUNS | OUTLET_NOUNS.keys()


class Phrasing(Naming):
    """The reading of phrases."""

    def _name(self, i: int, c: Context, s: NameSpan) -> Found:
        p, t = c.p, s.last
        alone = s.label == "norp" and p.tags[t] in ("NNP", "NN") and p.deps[t] in ("nsubj", "nsubjpass")
        if alone and not self._is_surname(fold(p.words[t])):  # "one Republican said"
            phrase = phrase_at(p, t)
            return self._person(i, c, phrase, self._describe(i, c, phrase.first, phrase.last, t))
        return super()._name(i, c, s)

    def _phrase(self, i: int, c: Context, t: int) -> Found:
        p, lex = c.p, self.lex
        lemma = p.lemmas[t]
        word = p.words[t].lower()
        person = p.pos[t] in ("NOUN", "PROPN", "ADJ") and (is_source_noun(lex, lemma) or word in lex.role_nouns)
        group = lemma in lex.group_nouns or word in lex.group_nouns
        named = self.people.find_short(fold(p.words[t]), c.sentence(t)) if p.words[t][0].isupper() else None
        if named is not None and named.name.split()[-1] == p.words[t]:  # a surname the tagger took for another word
            self._note(i, c, t, named)
            return named, Referent(named.name, named.party, named.kind, p.words[t], p.span_of(t, t), "name", 0.7)
        phrase = phrase_at(p, t)
        if not (person or group) and t in c.speaking and word.endswith(AGENT_ENDINGS):
            person = lemma not in NOT_AGENTS and p.words[t].islower()
        if not (person or group):
            return None, self._plain(c, phrase.first, phrase.last, phrase)
        d = self._describe(i, c, phrase.first, phrase.last, t)
        if person and self._predicate(i, c, phrase, d):
            return None, self._plain(c, phrase.first, phrase.last, phrase)
        if group and not person:
            return self._body(i, c, phrase, d)
        return self._person(i, c, phrase, d)

    def _predicate(self, i: int, c: Context, phrase: Phrase, d: Description) -> bool:
        """ "Kaine is a lawyer", "elected president", "as governor": a role told of someone, and no one new."""
        p, t = c.p, phrase.head
        dep, h = p.deps[t], p.heads[t]
        if dep in ("attr", "oprd"):
            subject = p.kid(h, "nsubj")
            known = self.refer(i, subject)[0] if subject is not None and subject < t and subject in c.at else None
            if known is not None and known.kind == "person" and p.lemmas[h] == "be" and not phrase.plural:
                known.role_words.append(d.words)
                known.heads.add(d.head)
                known.gender = known.gender or gender_of_words([d.head])
                if known.entry is None and known.party is None and d.speaks and p.kid(h, "neg") is None:
                    known.party = d.party
            return True
        return dep == "pobj" and p.words[h].lower() == "as" and p.pos[phrase.first] != "DET"

    def _person(self, i: int, c: Context, phrase: Phrase, d: Description) -> Found:
        p, t = c.p, phrase.head
        span, text = p.span_of(phrase.core, phrase.last), phrase.text(p)
        if phrase.definite and not phrase.plural:
            known, confidence = fitting_person(
                d, self.lex, self.people, self.talk.recent(), c.sentence(t), gender_of_words([d.head])
            )
            if known is not None:
                known.gender = known.gender or gender_of_words([d.head])
                if known.kind == "person" and known.entry is None and known.party is None and d.speaks:
                    known.party = d.party
                self._note(i, c, t, known)
                return known, Referent(known.name, known.party, known.kind, text, span, "description", confidence)
        if p.words[t].lower() in FIGHTERS and (force := self._force_of(d, phrase.definite)) is not None:
            self._note(i, c, t, force)
            return force, Referent(force.name, force.party, force.kind, text, span, "description", 0.75)
        text = " ".join(text.split())
        name = "anonymous: " + text
        known = self.unnamed.get(name)
        if known is None:
            party = d.party if d.speaks else None
            if (
                party is None
                and d.speaks
                and any(w in OFFICIAL for w in d.own)
                and not any(w in NOT_FOR_STATE for w in d.own)
            ):
                party = self._side_of_medium(c, t) or self._side_of_body(d, c.sentence(t))
            known = Known(name, "unnamed", party, gender=gender_of_words([d.head]), plural=phrase.plural)
            known.owner = self.sideless if party is None and d.speaks else None
            known.role_words.append(d.words)
            known.heads.add(d.head)
            known.definite = phrase.definite
            self.unnamed[name] = known
        self._note(i, c, t, known)
        return known, Referent(
            name, known.party, "unnamed", p.text_of(phrase.core, phrase.last), span, "description", 0.75
        )

    def _force_of(self, d: Description, definite: bool) -> Known | None:
        """The armed group that its fighters stand for: "Houthi rebels", "the rebels"."""
        for known in self.talk.recent():
            if (
                known.kind == "force"
                and known.party == known.name
                and (d.party == known.party or (definite and d.party is None))
            ):
                return known
        sense = self.lex.sense(d.party) if d.party else None
        if sense is not None and sense.entry.kind == "force" and sense.entry.name == d.party:
            return self.bodies.of_entry(sense.entry)
        return None

    def _side_of_body(self, d: Description, sentence: int) -> str | None:
        """ "A ministry official" after "Egypt's foreign ministry" is of that ministry."""
        words = OF_BODIES.intersection(d.own)
        for known in self.talk.recent() if words else ():
            if known.last < sentence - 4:
                break
            if known.kind in ("office", "force") and known.party and words & set(known.name.lower().split()):
                return known.party
        return None

    def _side_of_medium(self, c: Context, t: int) -> str | None:
        """ "government sources" told to a national paper are its own government's."""
        start, end = c.p.sents[c.p.sent_of[t]]
        for x in range(max(start, t - 60), min(end, t + 60)):
            span = c.at.get(x)
            if span is not None and (side := self.lex.media.get(span_text(c, span).removeprefix("The "))):
                return side
        return None

    def _body(self, i: int, c: Context, phrase: Phrase, d: Description) -> Found:
        p, t = c.p, phrase.head
        span, text = p.span_of(phrase.core, phrase.head), p.text_of(phrase.core, phrase.head)
        if d.head in SIDES and phrase.definite and d.party and not phrase.plural:
            state = self.lex.sense(d.party)
            if state is not None and state.entry.kind == "state":
                known = self.bodies.of_entry(state.entry)
                self._note(i, c, t, known)
                return known, Referent(known.name, known.party, known.kind, text, span, "description", 0.7)
        if d.head == "side" and not d.party:
            return None, self._plain(c, phrase.first, phrase.last, phrase)
        inner = self._introduced(c, t) if d.head in _INTRODUCING else None
        if inner is not None:
            return self.refer(i, inner)
        if d.head in NO_BODIES or (d.head in OUTLET_NOUNS and not phrase.definite) or not self._is_body(c, phrase, d):
            return None, self._plain(c, phrase.first, phrase.last, phrase)
        owner = self._owner(i, c, phrase) if d.head in OWNED_BODIES or p.words[t].islower() else None
        if owner is not None:
            suffix = " ".join(p.text_of(self._after_owner(c, phrase), t).split())
            kind: ActorKind = "office" if d.head in OWNED_BODIES else "organisation"
            known = self.bodies.named(f"{owner.name}'s {suffix}", kind, owner.party if kind == "office" else None)
            known.owner = owner if kind == "office" else None
            self._note(i, c, t, known)
            return known, Referent(known.name, known.party, known.kind, text, span, "description", 0.75)
        rest = self._rest(
            c, phrase.core, phrase.last if p.words[phrase.head + 1 : phrase.head + 2] == ["of"] else phrase.head
        )
        known = self.bodies.described(d, rest, phrase.definite)
        self._note(i, c, t, known)
        return known, Referent(known.name, known.party, known.kind, text, span, "description", 0.75)

    @staticmethod
    def _introduced(c: Context, t: int) -> int | None:
        """The name a group noun only goes with: "the movement Hamas", "the movement of …", "the G7 group"."""
        for x in (t + 1, t + 2 if t + 1 < len(c.p) and c.p.words[t + 1] == "of" else t + 1, t - 1):
            span = c.at.get(x)
            if span is not None and span.last != t:
                kind = span.entry.kind if span.entry is not None else "organisation" if span.label == "org" else None
                if kind in ("force", "organisation", "outlet") or (kind == "bloc" and x == t - 1):
                    return x
        return None

    @staticmethod
    def _after_owner(c: Context, phrase: Phrase) -> int:
        """First token after the possessor of a phrase; its first token when there is none."""
        marks = [x for x in range(phrase.first, phrase.head) if c.p.words[x] in ("'s", "'")]
        return marks[-1] + 1 if marks else phrase.first

    def _owner(self, i: int, c: Context, phrase: Phrase) -> Known | None:
        """The person whose office it is: "the prime minister's office", "Netanyahu's office"."""
        after = self._after_owner(c, phrase)
        if after - 2 < phrase.first:
            return None
        known = self.refer(i, after - 2)[0]
        return known if known is not None and known.kind == "person" else None

    def _is_body(self, c: Context, phrase: Phrase, d: Description) -> bool:
        """A group noun is an actor when a side, capitals, an earlier mention or its place as a speaker make it one."""
        p, t = c.p, phrase.head
        if (d.party and d.speaks) or t in c.speaking or p.words[t][0].isupper():
            return True
        return phrase.definite and self.bodies.knows(d)

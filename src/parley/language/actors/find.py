"""Actors of one article: one pass over its passages, in text order, names and descriptions and pronouns together."""

from __future__ import annotations

from dataclasses import replace

from parley.codebook.model import ActorEntry, Codebook
from parley.language.actors.bodies import Bodies
from parley.language.actors.context import Context, build_context
from parley.language.actors.describe import attach, is_person_noun
from parley.language.actors.fold import fold, plain
from parley.language.actors.index import ActorIndex, Referent
from parley.language.actors.lexicon import Lexicon, gender_of_words, lexicon_of
from parley.language.actors.names import Label, NameSpan, find_names, resolve_surname
from parley.language.actors.phrases import Phrase, phrase_at
from parley.language.actors.registry import Known, People, person_name
from parley.language.actors.roles import fitting_person
from parley.language.actors.salience import MAIN, SPEAKER, Discourse
from parley.language.actors.sides import Description, describe, speaks_for_side
from parley.language.actors.words import (
    ARMED,
    AGENT_ENDINGS,
    AGENT_PREPOSITIONS,
    BLOC_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    LEADS,
    NOT_AGENTS,
    OWNED_BODIES,
    ROLE_MODIFIERS,
    MOTION,
    NO_BODIES,
    NOT_FOR_STATE,
    OFFICE_TOPICS,
    OUTLET_NOUNS,
    OFFICIAL,
    PRONOUN_GENDER,
    SIDES,
    SPEECH_PRONOUNS,
)  # fmt: skip
from parley.language.passage import Parsed
from parley.records import Mention, MentionKind

CLAUSE = 60.0
"""Added to the salience of the subject of the clause a pronoun stands in."""
_RELATIVE = frozenset("who whom which that whose".split())
_LABEL_ORDER: tuple[Label, ...] = ("person", "org", "place", "norp", "other")


def find_actors(parsed: Parsed, codebook: Codebook) -> ActorIndex:
    """The actors of an article, their mentions, and whom each noun phrase means.

    Depends on the article and the codebook's content alone, not on the order of the codebook's entries.
    """
    return Finder(parsed, lexicon_of(codebook)).run()


class Finder:
    """The state of one article while its passages are read (see `find_actors`)."""

    def __init__(self, parsed: Parsed, lex: Lexicon) -> None:
        self.lex = lex
        self.people = People()
        self.bodies = Bodies(lex)
        self.talk = Discourse()
        self.contexts: list[Context] = []
        self.memo: dict[tuple[int, int], tuple[Known | None, Referent]] = {}
        self.mentions: list[Mention] = []
        self.unnamed: dict[str, Known] = {}
        self.order: list[Known] = []
        self.spoke: set[int] = set()
        self._open: set[tuple[int, int]] = set()
        base = 0
        for p in parsed.passages:
            spans = find_names(p, lex)
            for span in spans:
                resolve_surname(p, lex, span)
            self.contexts.append(build_context(p, base, spans, lex))
            base += len(p.sents)
        self.also: dict[str, tuple[int, NameSpan]] = {}
        self._trim_headlines()
        self._settle_labels()
        self._also_known()

    def run(self) -> ActorIndex:
        """Read all passages and hand back the index."""
        for i, c in enumerate(self.contexts):
            attach(c, self.lex)
            self._passage(i, c)
        actors = tuple(sorted((k.record() for k in self._seen()), key=lambda a: (a.name, a.kind)))
        names = {id(k) for k in self._seen()}
        mentions = sorted(
            {m for m in (self._final(known, ref) for known, ref in self.memo.values() if known and id(known) in names)},
            key=lambda m: (m.start, m.end, m.actor),
        )
        return ActorIndex(actors, tuple(mentions), self.resolve, self.resolve_all)

    def _seen(self) -> list[Known]:
        """Known actors worth a row: unnamed people only where they speak or stand for a side."""
        return [k for k in self.order if k.kind != "unnamed" or k.party or id(k) in self.spoke]

    def _final(self, known: Known | None, ref: Referent) -> Mention:
        assert known is not None
        return Mention(ref.span[0], ref.span[1], ref.text, known.name, ref.mention)

    # ---- names, before the pass: what a string is, and who has it as a full name

    def _trim_headlines(self) -> None:
        """Cut what a headline's capitals joined to a full name: "Elizabeth Warren Hammers" where there is "Elizabeth
        Warren"."""
        pairs = {
            tuple(c.p.words[s.first : s.last + 1]) for c in self.contexts for s in c.spans if s.last == s.first + 1
        }
        for c in self.contexts:
            for s in c.spans:
                if s.entry is None and s.label != "org" and s.last > s.first + 1:
                    if tuple(c.p.words[s.first : s.first + 2]) in pairs:
                        for t in range(s.first + 2, s.last + 1):
                            del c.at[t]
                        s.last, s.label = s.first + 1, "person"

    def _settle_labels(self) -> None:
        """One string, one label: the recogniser wavers ("Kallas" person here, organisation there)."""
        votes: dict[str, dict[str, int]] = {}
        speakers, places = set[str](), set[str]()
        for c in self.contexts:
            for s in c.spans:
                if s.entry is None and s.label == "place":
                    if s.first and c.p.words[s.first - 1].lower() in ("in", "at", "near", "outside", "across"):
                        places.add(self._text(c, s))
                    elif s.last in c.speakers and c.p.words[s.last].upper() != c.p.words[s.last]:
                        speakers.add(self._text(c, s))
        for c in self.contexts:
            for s in c.spans:
                if s.entry is None:
                    tally = votes.setdefault(self._text(c, s), {})
                    weight = 3 if s.titled and s.label == "person" else 0 if s.label == "other" else 1
                    tally[s.label] = tally.get(s.label, 0) + weight
        for c in self.contexts:
            for s in c.spans:
                if s.entry is None:
                    tally = votes[self._text(c, s)]
                    s.label = max(_LABEL_ORDER, key=lambda k: tally.get(k, -1))
                    if s.label == "place" and s.first == s.last and self._text(c, s) in speakers - places:
                        s.label = "person"
                    if s.label == "other" and any(s.first <= t <= s.last for t in c.speakers):
                        capitals = c.p.words[s.last].replace(".", "").isupper()
                        s.label = "org" if capitals and s.first == s.last else "person"
        for c in self.contexts:
            for s in c.spans:
                if s.entry is not None and s.entry.kind == "person" and s.how == "name" and s.last > s.first:
                    self.people.of_entry(s.entry).full_at = self.people.of_entry(s.entry).full_at
                elif s.entry is None and s.label == "person" and not (name := person_name(self._text(c, s))).single:
                    self.people.full(name, c.sentence(s.first))
        for known in self.people.all:
            known.full_at = -1

    def _also_known(self) -> None:
        """Second names that the text gives: "…, known as Hemedti", "Rapid Support Forces (RSF)"."""
        for i, c in enumerate(self.contexts):
            words = c.p.words
            for before, s in zip(c.spans, c.spans[1:], strict=False):
                if s.entry is not None or s.first - before.last > 6:
                    continue
                known_as = words[s.first - 1] == "as" and words[s.first - 2] in ("known", "called")
                short = (
                    words[s.first - 1] == "("
                    and s.first - before.last == 2
                    and words[s.last].isupper()
                    and s.first == s.last
                )
                if (known_as and before.label in ("person", "entry", "org")) or (
                    short and before.label in ("org", "entry")
                ):
                    self.also.setdefault(self._text(c, s), (i, before))

    @staticmethod
    def _text(c: Context, s: NameSpan) -> str:
        return " ".join(c.p.text_of(s.first, s.last).split())

    # ---- the pass

    def _passage(self, i: int, c: Context) -> None:
        p, at, quote = c.p, c.at, c.quote
        later: list[int] = []
        role_nouns, group_nouns, lex = self.lex.role_nouns, self.lex.group_nouns, self.lex
        for t, pos in enumerate(p.pos):
            if t in at:
                if at[t].first == t:
                    self.refer(i, t)
            elif pos == "PRON":
                if p.words[t].lower() in PRONOUN_GENDER:
                    if quote[t]:
                        later.append(t)
                    else:
                        self.refer(i, t)
            elif pos in ("NOUN", "PROPN") and p.deps[t] != "compound":
                lemma = p.lemmas[t]
                if (
                    lemma in role_nouns
                    or lemma in group_nouns
                    or is_person_noun(lex, lemma)
                    or p.words[t].lower() in role_nouns
                ):
                    self.refer(i, t)
        for t in later:
            self.refer(i, t)

    def refer(self, i: int, t: int) -> tuple[Known | None, Referent]:
        """The actor behind a token and how it is referred to; remembered, so each mention counts once."""
        c = self.contexts[i]
        span = c.at.get(t)
        key = (i, span.first if span else t)
        found = self.memo.get(key)
        if found is not None:
            return found
        if key in self._open:
            return None, self._plain(c, t, t, None)
        self._open.add(key)
        if span is not None:
            found = self._name(i, c, span)
        elif c.p.words[t].lower() in PRONOUN_GENDER and c.p.pos[t] in ("PRON", "DET"):
            found = self._pronoun(i, c, t)
        elif t in c.belongs and self._is_head(c, t):
            found = self.refer(i, c.belongs[t].first)
        else:
            found = self._phrase(i, c, t)
        self._open.discard(key)
        self.memo[key] = found
        return found

    @staticmethod
    def _is_head(c: Context, t: int) -> bool:
        first = c.belongs[t].first
        return any(r is not None and t == r[2] for r in (c.left.get(first), c.right.get(first)))

    def _note(self, i: int, c: Context, t: int, known: Known, dep_token: int | None = None) -> None:
        d = t if dep_token is None else dep_token
        if known.seen == 0:
            self.order.append(known)
        extra = SPEAKER if d in c.speakers else 0.0
        dep = c.p.deps[d]
        if dep.startswith("nsubj") and (c.p.deps[c.p.heads[d]] == "ROOT" or c.p.heads[c.p.heads[d]] == c.p.heads[d]):
            extra += MAIN
        self.talk.add(known, c.sentence(t), (i, t), dep, extra, bool(c.quote[t]))
        if extra >= SPEAKER:
            self.spoke.add(id(known))

    # ---- names

    def _name(self, i: int, c: Context, s: NameSpan) -> tuple[Known | None, Referent]:
        p = c.p
        if (
            s.label == "norp"
            and not self._is_surname(fold(p.words[s.last]))
            and p.tags[s.last] in ("NNP", "NN")
            and p.deps[s.last] in ("nsubj", "nsubjpass")
        ):
            phrase = phrase_at(p, s.last)
            return self._person(i, c, phrase, self._describe(i, c, phrase.first, phrase.last, s.last))
        if s.entry is None and s.first == s.last and self._is_topic(c, s):
            return None, self._plain(c, s.first, s.last, None)
        known, confidence = self._who(i, c, s)
        text, span = p.text_of(s.first, s.last), p.span_of(s.first, s.last)
        if known is None:
            party = None
            return None, Referent(self._text(c, s), party, None, text, span, "name", confidence)
        top = self._top(c, s)
        if known.kind == "person":
            known.embedded = p.deps[top] in ("poss", "compound") and s.last > s.first
            self._tell(i, c, s, known)
        known.aliases[self._text(c, s)] = None
        self._note(i, c, s.first, known, top)
        kind: MentionKind = "name"
        return known, Referent(known.name, known.party, known.kind, text, span, kind, confidence)

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
        party = self.bodies.party_of(span.entry)
        if party == self.bodies.party_of(entry) or p.words[s.last].lower() not in self.lex.group_nouns | OFFICE_TOPICS:
            return None
        d = self._describe(i, c, span.first, s.last, s.last)
        d = replace(d, party=party, speaks=True, words=d.words | {"@" + span.entry.name})
        return self.bodies.described(d, p.words[s.first : s.last + 1], True, c.sentence(s.first))

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
        text = self._text(c, s)
        if text in self.also:
            j, first = self.also[text]
            meant = self.refer(j, first.first)[0]
            if meant is not None:
                return meant, 0.8
        name = person_name(text)
        if s.label == "person" or (name.single and s.label != "place" and self._is_surname(name.surname)):
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

    def _is_surname(self, key: str) -> bool:
        return any(k.surname == key for k in self.people.all)

    def _demonym(self, i: int, c: Context, s: NameSpan, entry: ActorEntry) -> tuple[Known | None, float]:
        """ "the Russians" speak for the state; "Russians" are people; "Russian" is a word beside a noun."""
        p, t = c.p, s.last
        if p.tags[t] in ("NNPS", "NNS") or (
            p.pos[t] in ("NOUN", "PROPN") and p.deps[t] in ("nsubj", "nsubjpass", "dobj", "pobj")
        ):
            if s.first and p.words[s.first - 1].lower() == "the":
                return self.bodies.of_entry(entry), 0.7
        if p.tags[t] in ("NNPS", "NNS"):
            return self.bodies.named(self._text(c, s), "group", None), 0.6
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
        while dep in ("conj",) and h != t:
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

    def _organisation(self, i: int, c: Context, s: NameSpan) -> Known:
        p = c.p
        if p.words[s.last].lower() in self.lex.group_nouns:
            phrase = phrase_at(p, s.last)
            first = min(phrase.core, s.first)
            d = self._describe(i, c, first, s.last, s.last)
            return self.bodies.described(d, self._rest(c, s.first, s.last), True, c.sentence(s.first))
        if s.last > s.first + 1 and p.words[s.first].lower() in self.lex.group_nouns and p.words[s.first + 1] == "of":
            phrase = phrase_at(p, s.first)  # "Pakistan's Ministry of Defence"
            d = self._describe(i, c, phrase.core, s.last, s.first)
            return self.bodies.described(d, p.words[s.first : s.last + 1], True, c.sentence(s.first))
        left = self._text(c, s)
        known = self.bodies.named(left, "organisation", None)
        if known.party is None and known.seen == 0:
            words = {w.lower() for w in p.words[max(0, s.first - 4) : s.first]} | {
                w.lower() for w in p.words[s.last + 1 : s.last + 8]
            }
            if words & ARMED:
                known.party, known.kind = known.name, "force"
        return known

    def _rest(self, c: Context, first: int, last: int) -> list[str]:
        """The words of a body's name without its national modifier and passing adjectives."""
        out: list[str] = []
        for t in range(first, last + 1):
            span = c.at.get(t)
            if span is not None and span.entry is not None and span.entry.kind in ("state", "bloc"):
                continue
            if span is not None and span.label == "org" and t != last:
                inner = self.lex.match(c.p.words[t], plain(c.p.text), c.p.starts[t] - c.p.start)
                if inner and inner[1].how in ("demonym", "name") and inner[1].entry.kind == "state":
                    continue
            if c.p.words[t] in ("'s", "'") or c.p.tags[t] in ("PRP$", "DT", "CD"):
                continue
            if c.p.pos[t] == "ADJ" and c.p.words[t].islower() and c.p.words[t] not in self.bodies.KEEP:
                continue
            out.append(c.p.words[t])
        return out

    # ---- descriptions

    def _describe(self, i: int, c: Context, first: int, last: int, head: int) -> Description:
        return describe(
            c,
            self.lex,
            first,
            last,
            head,
            lambda s: self._side_of_name(i, c, s, head),
            lambda t: self._side_of_token(i, t),
        )

    def _side_of_name(self, i: int, c: Context, s: NameSpan, head: int) -> str | None:
        if s.first <= head <= s.last:
            inner = self.lex.match(c.p.words[s.first], plain(c.p.text), c.p.starts[s.first] - c.p.start)
            return self.bodies.party_of(inner[1].entry) if inner else None
        if s.entry is not None:
            return self.bodies.party_of(s.entry)
        known = self.refer(i, s.first)[0]
        return known.party if known else None

    def _side_of_token(self, i: int, t: int) -> str | None:
        return self.refer(i, t)[1].party

    def _tell(self, i: int, c: Context, s: NameSpan, known: Known) -> None:
        """Note what the descriptions beside a person's name tell: roles, side, gender."""
        p = c.p
        for where in (c.left.get(s.first), c.right.get(s.first)):
            if where is None:
                continue
            first, last, head = where
            d = self._describe(i, c, first, last, head)
            role = is_person_noun(self.lex, d.head) or is_person_noun(self.lex, p.words[head].lower().rstrip("."))
            if role:
                core, end = first, last
                while core < end and p.tags[core] in ("DT", "PRP$"):
                    core += 1
                while end >= core and p.words[end].lower().rstrip(".") in HONORIFICS:
                    end -= 1
                if end >= core:
                    text = " ".join(p.text_of(core, end).split()).removesuffix("'s").removesuffix("’s")
                    known.roles[text] = None
                known.role_words.append(d.words)
                known.heads.add(d.head)
            leads = where is c.right.get(s.first) and p.lemmas[first - 1] in LEADS
            possessed = not role and p.words[last] in ("'s", "'")
            if known.entry is None and known.party is None and d.party:
                if (
                    (role and d.speaks)
                    or leads
                    or possessed
                    or (where is c.right.get(s.first) and not role and self._may_speak(known, d))
                ):
                    known.party = d.party
            if known.gender is None:
                known.gender = gender_of_words([*d.own, d.head])
        if known.gender is None and s.first > 0:
            known.gender = gender_of_words([p.words[s.first - 1]])

    def _may_speak(self, known: Known, d: Description) -> bool:
        """ "of Poland" tells the side only of one whose office was told; "of the Red Cross" of anyone."""
        return any(speaks_for_side(self.lex, h, []) for h in known.heads) or not any(w.startswith("@") for w in d.words)

    def _phrase(self, i: int, c: Context, t: int) -> tuple[Known | None, Referent]:
        p, lex = c.p, self.lex
        lemma = p.lemmas[t]
        word = p.words[t].lower()
        person = p.pos[t] in ("NOUN", "PROPN", "ADJ") and (is_person_noun(lex, lemma) or word in lex.role_nouns)
        group = lemma in lex.group_nouns or word in lex.group_nouns
        if p.words[t][0].isupper() and (named := self.people.find_short(fold(p.words[t]), c.sentence(t))):
            if named.name.split()[-1] == p.words[t]:  # a surname the tagger took for another word
                self._note(i, c, t, named)
                at = p.span_of(t, t)
                return named, Referent(named.name, named.party, named.kind, p.text_of(t, t), at, "name", 0.7)
        phrase = phrase_at(p, t)
        if not (person or group) and t in c.speakers and word.endswith(AGENT_ENDINGS):
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

    def _person(self, i: int, c: Context, phrase: Phrase, d: Description) -> tuple[Known | None, Referent]:
        p, t = c.p, phrase.head
        span, text = p.span_of(phrase.core, phrase.last), phrase.text(p)
        if phrase.definite and not phrase.plural:
            known, confidence = fitting_person(
                d, self.lex, self.people, list(self.unnamed.values()), c.sentence(t), gender_of_words([d.head])
            )
            if known is not None:
                known.gender = known.gender or gender_of_words([d.head])
                if known.kind == "person" and known.entry is None and known.party is None and d.speaks:
                    known.party = d.party
                self._note(i, c, t, known)
                return known, Referent(known.name, known.party, known.kind, text, span, "description", confidence)
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
                party = self._side_of_medium(c, t)
            known = Known(name, "unnamed", party, gender=gender_of_words([d.head]), plural=phrase.plural)
            known.role_words.append(d.words)
            known.heads.add(d.head)
            self.unnamed[name] = known
        self._note(i, c, t, known)
        return known, Referent(
            name, known.party, "unnamed", p.text_of(phrase.core, phrase.last), span, "description", 0.75
        )

    def _side_of_medium(self, c: Context, t: int) -> str | None:
        """ "government sources" told to a national paper are its own government's."""
        start, end = c.p.sents[c.p.sent_of[t]]
        for x in range(start, end):
            span = c.at.get(x)
            if span is not None and (side := self.lex.media.get(self._text(c, span).removeprefix("The "))):
                return side
        return None

    def _body(self, i: int, c: Context, phrase: Phrase, d: Description) -> tuple[Known | None, Referent]:
        p, t = c.p, phrase.head
        span, text = p.span_of(phrase.core, phrase.head), p.text_of(phrase.core, phrase.head)
        if d.head in SIDES and phrase.definite and d.party and not phrase.plural:
            state = self.lex.sense(d.party)
            if state is not None and state.entry.kind == "state":
                known = self.bodies.of_entry(state.entry)
                self._note(i, c, t, known)
                return known, Referent(known.name, known.party, known.kind, text, span, "description", 0.7)
        inner = self._introduced(c, t) if d.head in GROUP_NOUNS | BLOC_NOUNS else None
        if inner is not None:
            return self.refer(i, inner)
        if d.head in NO_BODIES or (d.head in OUTLET_NOUNS and not phrase.definite) or not self._is_body(c, phrase, d):
            return None, self._plain(c, phrase.first, phrase.last, phrase)
        owner = self._owner(i, c, phrase) if d.head in OWNED_BODIES else None
        if owner is not None:
            suffix = " ".join(p.text_of(self._after_owner(c, phrase), t).split())
            known = self.bodies.named(f"{owner.name}'s {suffix}", "office", owner.party)
            self._note(i, c, t, known)
            return known, Referent(known.name, known.party, known.kind, text, span, "description", 0.75)
        rest = self._rest(
            c, phrase.core, phrase.last if p.words[phrase.head + 1 : phrase.head + 2] == ["of"] else phrase.head
        )
        known = self.bodies.described(d, rest, phrase.definite, c.sentence(t))
        self._note(i, c, t, known)
        return known, Referent(known.name, known.party, known.kind, text, span, "description", 0.75)

    @staticmethod
    def _introduced(c: Context, t: int) -> int | None:
        """The name a group noun only goes with: "the resistance movement Hamas", "the movement of …", "the G7 group"."""
        for x in (t + 1, t + 2 if t + 1 < len(c.p) and c.p.words[t + 1] == "of" else t + 1, t - 1):
            span = c.at.get(x)
            if span is not None and span.last != t:
                kind = span.entry.kind if span.entry is not None else "organisation" if span.label == "org" else None
                if kind in ("force", "organisation") or (kind == "bloc" and x == t - 1):
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
        if (d.party and d.speaks) or t in c.speakers or p.words[t][0].isupper():
            return True
        return phrase.definite and self.bodies.knows(d)

    def _plain(self, c: Context, first: int, last: int, phrase: Phrase | None) -> Referent:
        p = c.p
        core = phrase.core if phrase else first
        text = p.text_of(core, last)
        return Referent(" ".join(text.split()) or None, None, None, text, p.span_of(core, last), "description", 0.4)

    # ---- pronouns

    def _pronoun(self, i: int, c: Context, t: int) -> tuple[Known | None, Referent]:
        p = c.p
        gender = PRONOUN_GENDER[p.words[t].lower()]
        quoted = bool(c.quote[t])
        barred = self._barred(i, c, t)
        known: Known | None = None
        confidence = 0.0
        if not (gender == "neuter" and self._pleonastic(c, t)):
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
            while p.pos[verb] not in ("VERB", "AUX") and p.heads[verb] != verb:
                verb = p.heads[verb]
            subject = p.kid(verb, "nsubj", "nsubjpass")
            if subject is not None and subject != t and subject < t:
                known = self.refer(i, subject)[0]
                if known:
                    out.append(known)
        if p.deps[t].startswith("nsubj"):
            # A name inside what a pronoun governs is someone else: "he said Obama hopes".
            verb = p.heads[t]
            for x in range(t + 1, min(p.right[verb], len(p) - 1) + 1):
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
        name = person_name(self._text(c, s))
        return self.people.find_short(name.surname, c.sentence(s.first))

    @staticmethod
    def _quote_speaker(c: Context, t: int) -> int | None:
        """Subject of the reporting verb nearest to the quotation that token `t` stands in."""
        number, quote, n = c.quote[t], c.quote, len(c.quote)
        first, last = t, t
        while first > 0 and quote[first - 1] == number:
            first -= 1
        while last + 1 < n and quote[last + 1] == number:
            last += 1
        best, near = None, 1 << 30
        for s in c.speakers:
            gap = s - last if s > last else first - s + 2
            if gap < near:
                best, near = s, gap
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

    # ---- resolve

    def resolve(self, i: int, t: int) -> Referent:
        """See `ActorIndex.resolve`."""
        c = self.contexts[i]
        p = c.p
        if not 0 <= t < len(p):
            raise IndexError(f"passage {i} has no token {t}")
        word = p.words[t].lower()
        if t not in c.at:
            if word in SPEECH_PRONOUNS:
                return Referent(None, None, None, p.text_of(t, t), p.span_of(t, t), "pronoun", 0.0)
            if word in _RELATIVE and p.tags[t] in ("WP", "WDT", "WP$", "IN"):
                antecedent = self._antecedent(c, t)
                if antecedent is not None:
                    return self.resolve(i, antecedent)
            if p.pos[t] == "DET" and p.heads[t] > t:
                t = p.heads[t]
            inner = self._apposed_name(c, t)
            if inner is not None:
                t = inner
        known, ref = self.refer(i, t)
        if known is not None and ref.name != known.name:
            ref = Referent(known.name, known.party, known.kind, ref.text, ref.span, ref.mention, ref.confidence)
        elif known is not None and (ref.party != known.party or ref.kind != known.kind):
            ref = Referent(ref.name, known.party, known.kind, ref.text, ref.span, ref.mention, ref.confidence)
        return ref

    def resolve_all(self, i: int, t: int) -> tuple[Referent, ...]:
        """See `ActorIndex.resolve_all`."""
        p = self.contexts[i].p
        out, todo = [], [t]
        while todo:
            x = todo.pop()
            out.append(self.resolve(i, x))
            todo.extend(k for k in p.kids[x] if p.deps[k] == "conj" and p.pos[k] in ("NOUN", "PROPN", "PRON"))
        return tuple(dict.fromkeys(out))

    @staticmethod
    def _antecedent(c: Context, t: int) -> int | None:
        p, x = c.p, t
        for _ in range(6):
            if p.deps[x] == "relcl":
                return p.heads[x] if p.heads[x] < t else None
            if p.heads[x] == x:
                return None
            x = p.heads[x]
        return None

    @staticmethod
    def _apposed_name(c: Context, t: int) -> int | None:
        """A person's name in apposition to a description the tags alone did not attach."""
        if t in c.belongs:
            return None
        for k in c.p.kids[t]:
            if c.p.deps[k] == "appos" and k in c.at and c.at[k].label in ("person", "entry"):
                entry = c.at[k].entry
                if entry is None or entry.kind == "person":
                    return k
        return None

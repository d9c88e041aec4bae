"""Actors of one article: one pass over its passages, in text order, names and descriptions and pronouns together."""

from __future__ import annotations

from parley.codebook.model import Codebook
from parley.language.actors.context import Context
from parley.language.actors.describe import is_source_noun
from parley.language.actors.guesses import guess_sides
from parley.language.actors.index import ActorIndex, Referent
from parley.language.actors.lexicon import Lexicon, lexicon_of
from parley.language.actors.phrasing import Phrasing
from parley.language.actors.pronouns import Pronouns
from parley.language.actors.reader import Found
from parley.language.actors.registry import Known
from parley.language.actors.words import PRONOUN_GENDER, SPEECH_PRONOUNS
from parley.language.passage import Parsed
from parley.records import Mention

_RELATIVE = frozenset("who whom which that whose".split())


def find_actors(parsed: Parsed, codebook: Codebook) -> ActorIndex:
    """The actors of an article, their mentions, and whom each noun phrase means.

    Depends on the article and the codebook's content alone, not on the order of the codebook's entries.
    """
    return Finder(parsed, lexicon_of(codebook)).run()


class Finder(Phrasing, Pronouns):
    """The reading of one article (see `find_actors`)."""

    def __init__(self, parsed: Parsed, lex: Lexicon) -> None:
        super().__init__(parsed, lex)
        self.memo: dict[tuple[int, int], Found] = {}
        self._open: set[tuple[int, int]] = set()

    def run(self) -> ActorIndex:
        """Read all passages and hand back the index."""
        for i, c in enumerate(self.contexts):
            self._passage(i, c)
        guess_sides(self.talk, self.lex, self.people.all)
        for known in self.order:
            if known.owner is not None and known.party is None:
                known.party = known.owner.party
        actors = tuple(sorted((k.record() for k in self._seen()), key=lambda a: (a.name, a.kind)))
        names = {id(k) for k in self._seen()}
        found = {
            self._final(known, ref) for known, ref in self.memo.values() if known and id(known.same or known) in names
        }
        mentions = sorted(found, key=lambda m: (m.start, m.end, m.actor))
        return ActorIndex(actors, tuple(mentions), self.resolve, self.resolve_all)

    def _seen(self) -> list[Known]:
        """Known actors worth a row: unnamed people only where they speak or stand for a side."""
        return [k for k in self.order if k.kind != "unnamed" or ((k.party or k.spoke) and k.same is None)]

    @staticmethod
    def _final(known: Known, ref: Referent) -> Mention:
        return Mention(ref.span[0], ref.span[1], ref.text, (known.same or known).name, ref.mention)

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
                    or is_source_noun(lex, lemma)
                    or p.words[t].lower() in role_nouns
                ):
                    self.refer(i, t)
        for t in later:
            self.refer(i, t)

    def refer(self, i: int, t: int) -> Found:
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
        known = known.same or known if known is not None else None
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

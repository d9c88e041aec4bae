"""What the parts of the reading share: the article's state, descriptions, and noting a mention."""

from __future__ import annotations

from parley.language.actors.bodies import Bodies
from parley.language.actors.context import Context, build_context
from parley.language.actors.index import Referent
from parley.language.actors.labels import settle
from parley.language.actors.lexicon import Lexicon
from parley.language.actors.names import NameSpan, find_names, resolve_surname
from parley.language.actors.phrases import Phrase
from parley.language.actors.registry import Known, People
from parley.language.actors.salience import MAIN, SPEAKER, Discourse
from parley.language.actors.sides import Description, describe
from parley.language.passage import Parsed

Found = tuple[Known | None, Referent]
"""The actor meant (None for what is no actor or not settled) and how the text refers to it."""


class Reader:
    """The state of one article while it is read."""

    def __init__(self, parsed: Parsed, lex: Lexicon) -> None:
        self.lex = lex
        self.people = People()
        self.talk = Discourse()
        self.bodies = Bodies(lex, self.talk.recent)
        self.contexts: list[Context] = []
        self.sideless: Known | None = None
        """The person of the last description whose side is not told yet."""
        self.unnamed: dict[str, Known] = {}
        self.order: list[Known] = []
        base = 0
        for p in parsed.passages:
            spans = find_names(p, lex)
            for span in spans:
                resolve_surname(p, lex, span)
            self.contexts.append(build_context(p, base, spans, lex))
            base += len(p.sents)
        self.also = settle(self.contexts, self.people, lex)

    def refer(self, i: int, t: int) -> Found:
        """The actor behind token `t` of passage `i` (see `Finder`)."""
        raise NotImplementedError

    def _note(self, i: int, c: Context, t: int, known: Known, dep_token: int | None = None) -> None:
        d = t if dep_token is None else dep_token
        if known.seen == 0:
            self.order.append(known)
        extra = SPEAKER if d in c.speaking else 0.0
        dep = c.p.deps[d]
        if dep.startswith("nsubj") and (c.p.deps[c.p.heads[d]] == "ROOT" or c.p.heads[c.p.heads[d]] == c.p.heads[d]):
            extra += MAIN
        self.talk.add(known, c.sentence(t), (i, t), dep, extra, bool(c.quote[t]))
        if extra >= SPEAKER:
            known.spoke = True

    def _describe(self, i: int, c: Context, first: int, last: int, head: int) -> Description:
        self.sideless = None
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
            inner = self.lex.match(c.p.words[s.first], c.plain, c.p.starts[s.first] - c.p.start)
            return self.bodies.party_of(inner[1].entry) if inner else None
        if s.entry is not None:
            return self.bodies.party_of(s.entry)
        known = self.refer(i, s.first)[0]
        if known is not None and known.party is None and known.kind == "person" and known.entry is None:
            self.sideless = known
        return known.party if known else None

    def _side_of_token(self, i: int, t: int) -> str | None:
        return self.refer(i, t)[1].party

    def _plain(self, c: Context, first: int, last: int, phrase: Phrase | None) -> Referent:
        p = c.p
        core = phrase.core if phrase else first
        text = p.text_of(core, last)
        return Referent(" ".join(text.split()) or None, None, None, text, p.span_of(core, last), "description", 0.4)

"""Claims of fact: who asserts and who denies what others can confirm or deny.

A claim is found where a statement's words name one of the codebook's matters of fact ("surrounded", "encirclement").
Its normal form joins that matter with the side it is about, so that "Finnish troops are surrounded" and a denial of
"reports of encirclement" by the side concerned are reports of one claim. What is demanded, promised, offered or only
imagined is no claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.codebook.model import Codebook
from parley.coding.about import Mentions
from parley.coding.denied import name_of, repeated
from parley.coding.identity import identity
from parley.coding.reports import last_token, token_at
from parley.language.passage import Parsed, Passage
from parley.records import Claim, ClaimRole, Quantity, Statement

if TYPE_CHECKING:
    from parley.language.actors.index import ActorIndex

_FACTUAL = frozenset(("assert", "accuse", "deny", "warn", "praise", "reject"))
_NEGATIVE = frozenset(("no", "not", "never", "n't", "n’t", "neither", "without", "nobody", "none", "hardly"))
_UNTRUE = frozenset(
    (
        "false",
        "untrue",
        "fabricate",
        "fabricated",
        "baseless",
        "unfounded",
        "groundless",
        "invent",
        "fake",
        "lie",
        "nonsense",
        "wrong",
    )
)
_IMAGINED = frozenset(("if", "unless", "should", "would", "could", "might", "may", "will", "'ll", "’ll", "shall"))
_REACH = 5
"""Tokens before a word in which a negation reaches it."""


class ClaimCoder:
    """Codes claims with one codebook's `claim_words`: each entry a comma-separated group of words for one matter."""

    def __init__(self, codebook: Codebook) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group in codebook.claim_words:
            words = [w.strip().strip('"') for w in group.split(",")]
            for word in words:
                parts = tuple(word.lower().split())
                if parts:
                    self.by_first.setdefault(parts[0], []).append((parts, words[0]))
        for known in self.by_first.values():
            known.sort(key=lambda item: (-len(item[0]), item[0], item[1]))
        self.demonyms = {d: e.party or e.name for e in codebook.actors for d in (*e.demonyms, e.name, *e.aliases)}

    def code(
        self, parsed: Parsed, actors: ActorIndex, statements: Sequence[Statement], quantities: Sequence[Quantity]
    ) -> tuple[Claim, ...]:
        """The claims of an article, in text order; one for each matter a statement names."""
        if not self.by_first:
            return ()
        mentions = Mentions(actors)
        found: list[Claim] = []
        for s in statements:
            if s.mood not in _FACTUAL or s.where == "headline":
                continue
            made = self._of_statement(parsed, actors, mentions, s, quantities)
            if not made and s.mood == "deny":
                made = self._of_others(parsed, actors, mentions, s) or _answer(parsed.article.id, s, found)
            found += made
        return tuple(_about_what_was_said(found))

    def _of_statement(
        self, parsed: Parsed, actors: ActorIndex, mentions: Mentions, s: Statement, quantities: Sequence[Quantity]
    ) -> list[Claim]:
        claims: dict[str, Claim] = {}
        pieces = s.spans or ((s.start, s.end),)
        for p in parsed.passages:
            here = [(a, b) for a, b in pieces if p.start <= a < p.start + len(p.text)]
            for a, b in here:
                for t, matter in self._matters(p, token_at(p, a), last_token(p, b)):
                    if matter in claims or _imagined(p, t) or _background(p, t, token_at(p, a)):
                        continue
                    role: ClaimRole = "denies" if _denied(p, t, token_at(p, a), s) else "asserts"
                    about = _about(p, t, mentions, actors, s, self.demonyms)
                    figure = next((q.text for q in quantities if a <= q.start < b), None)
                    claims[matter] = Claim(
                        id=identity(parsed.article.id, s.id, matter), start=s.start, end=s.end, text=s.text,
                        spans=s.spans, claim=f"{matter}: {about or '?'}", role=role, by=s.speaker, party=s.party,
                        statement=s.id, quantity=figure, confidence=round(s.confidence * (0.9 if about else 0.7), 2),
                    )  # fmt: skip
        return list(claims.values())

    def _of_others(self, parsed: Parsed, actors: ActorIndex, mentions: Mentions, s: Statement) -> list[Claim]:
        """Both sides of a denial that repeats another's claim and names no matter of the codebook's."""
        claims: list[Claim] = []
        for p in parsed.passages:
            for a, b in s.spans or ((s.start, s.end),):
                if not p.start <= a < p.start + len(p.text):
                    continue
                for owner, verb in repeated(p, token_at(p, a), last_token(p, b)):
                    whose = actors.resolve(p.index, owner)
                    if whose.party is None or whose.party == s.party:
                        continue
                    what = name_of(p, verb)
                    claim = f"{what}: {_about(p, verb, mentions, actors, s, self.demonyms) or whose.party}"
                    start, end = p.span_of(p.left[owner], p.right[verb])
                    claims += [
                        Claim(
                            id=identity(parsed.article.id, s.id, what, whose.party), start=start, end=end,
                            text=parsed.article.text[start:end], spans=(), claim=claim, role="asserts", by=whose.name,
                            party=whose.party, statement=s.id, quantity=None, confidence=round(s.confidence * 0.8, 2),
                        ),
                        Claim(
                            id=identity(parsed.article.id, s.id, what), start=s.start, end=s.end, text=s.text,
                            spans=s.spans, claim=claim, role="denies", by=s.speaker, party=s.party, statement=s.id,
                            quantity=None, confidence=round(s.confidence * 0.8, 2),
                        ),
                    ]  # fmt: skip
        return claims

    def _matters(self, p: Passage, first: int, last: int) -> list[tuple[int, str]]:
        """(token, matter) of the words between two tokens that name a matter of fact."""
        hits = []
        for t in range(first, last + 1):
            known = self.by_first.get(p.lemmas[t]) or self.by_first.get(p.words[t].lower())
            for parts, matter in known or ():
                if all(
                    t + k <= last and parts[k] in (p.lemmas[t + k], p.words[t + k].lower()) for k in range(len(parts))
                ) and p.pos[t] in ("VERB", "NOUN", "ADJ", "AUX", "ADV"):
                    hits.append((t, matter))
                    break
        return hits


_ANSWERS = 1200
"""Characters after an assertion within which "denied it", "no such thing had happened" answer it: two paragraphs."""


def _answer(article: str, s: Statement, before: Sequence[Claim]) -> list[Claim]:
    """A denial that names no matter answers the last assertion of another side, if that stands close before it."""
    last = next(
        (c for c in reversed(before) if c.role == "asserts" and (c.party or c.by) != (s.party or s.speaker)), None
    )
    if last is None or not 0 <= s.start - last.end <= _ANSWERS:
        return []
    matter = last.claim.split(": ", 1)[0]
    return [
        Claim(
            id=identity(article, s.id, matter), start=s.start, end=s.end, text=s.text, spans=s.spans, claim=last.claim,
            role="denies", by=s.speaker, party=s.party, statement=s.id, quantity=None,
            confidence=round(s.confidence * 0.8, 2),
        )
    ]  # fmt: skip


def _denied(p: Passage, t: int, first: int, s: Statement) -> bool:
    """True when the statement denies the matter at token `t`: by its mood, a negation, or by calling it untrue."""
    if s.mood == "deny":
        return not _negated(p, t, first) or any(p.lemmas[k] in _UNTRUE for k in range(first, min(first + 30, len(p))))
    return _negated(p, t, first)


def _negated(p: Passage, t: int, first: int) -> bool:
    governors = {t, p.heads[t], p.heads[p.heads[t]]}
    for k in range(max(first, t - _REACH), t):
        if p.words[k].lower() in _NEGATIVE and (p.heads[k] in governors or p.heads[p.heads[k]] in governors):
            return True
    return any(p.deps[k] == "neg" for k in p.kids[t])


def _imagined(p: Passage, t: int) -> bool:
    """A future or conditional clause: nothing that others could confirm today."""
    at = t
    for _ in range(4):
        for k in p.kids[at]:
            if p.deps[k] in ("aux", "mark") and p.words[k].lower() in _IMAGINED:
                return True
        if p.heads[at] == at or p.deps[at] in ("ccomp", "relcl"):
            break
        at = p.heads[at]
    return False


_BESIDE = frozenset(("about", "over", "regarding", "despite", "after", "before", "during", "since", "until", "amid"))
_AIMS = frozenset(
    (
        "attempt",
        "effort",
        "bid",
        "plan",
        "proposal",
        "hope",
        "aim",
        "goal",
        "talk",
        "way",
        "path",
        "risk",
        "apology",
        "decision",
        "anniversary",
        "response",
        "retaliation",
    )
)


def _background(p: Passage, t: int, first: int) -> bool:
    """True for words that are not what is said: in a relative clause, an aim, a circumstance."""
    at = t
    for _ in range(8):
        if p.deps[at] == "relcl" and at > first and p.left[at] > first:
            return True
        if any(p.deps[k] == "mark" and p.lemmas[k] == "that" for k in p.kids[at]):
            return False  # a that-clause is said, whatever the parser hung it on
        if p.deps[at] == "prep" and p.lemmas[at] in _BESIDE:
            return True
        if at != t and p.lemmas[at] in _AIMS:
            return True
        if p.heads[at] == at or at <= first:
            return False
        at = p.heads[at]
    return False


def _about(
    p: Passage, t: int, mentions: Mentions, actors: ActorIndex, s: Statement, demonyms: Mapping[str, str]
) -> str | None:
    """The side a matter is about: of the passive's subject or the object, else of the subject, else of the phrase."""
    for governor in (t, p.heads[t]):
        for deps in (("nsubjpass", "dobj", "poss"), ("nsubj", "pobj", "agent")):
            for k in p.kids[governor]:
                if p.deps[k] in deps or (p.deps[k] == "prep" and p.lemmas[k] in ("of", "by", "against")):
                    token = k if p.deps[k] != "prep" else p.kid(k, "pobj")
                    if token is not None and p.tags[token] in ("WP", "WDT"):
                        token = _antecedent(p, governor)
                    party = _side(p, token, actors, demonyms) if token is not None and token != t else None
                    if party:
                        return party
    if s.mood == "accuse" and s.addressee:
        accused = actors.actor(s.addressee)
        if accused is not None and accused.party:
            return accused.party
    for m in mentions.within(s.spans or ((s.start, s.end),)):
        actor = actors.actor(m.actor)
        if actor is not None and actor.party:
            return actor.party
    return None


def _side(p: Passage, token: int, actors: ActorIndex, demonyms: Mapping[str, str]) -> str | None:
    """The side of a noun phrase: of whom it means, else of the first side named in it ("lives of *Finnish* men")."""
    party = actors.resolve(p.index, token).party
    if party:
        return party
    for k in (*p.kids[token], *(k for m in p.kids[token] for k in p.kids[m])):
        if p.pos[k] in ("ADJ", "PROPN") and p.deps[k] in ("amod", "compound", "poss", "nmod"):
            side = actors.resolve(p.index, k).party or demonyms.get(p.words[k])
            if side:
                return side
    return None


def _antecedent(p: Passage, verb: int) -> int | None:
    """The noun that a relative clause around this verb hangs on ("troops, whom he claimed were surrounded")."""
    for _ in range(4):
        if p.deps[verb] == "relcl":
            return p.heads[verb]
        if p.heads[verb] == verb:
            return None
        verb = p.heads[verb]
    return None


def _about_what_was_said(claims: list[Claim]) -> list[Claim]:
    """A denial that does not say whom it is about takes the side of the last assertion on the matter, or its own."""
    sides: dict[str, str] = {}
    out: list[Claim] = []
    for c in claims:
        matter, about = c.claim.split(": ", 1)
        if about == "?":
            side = sides.get(matter) or (c.party if c.role == "denies" else None)
            if side is None:
                continue  # nobody could say what would confirm it
            c = replace(c, claim=f"{matter}: {side}")
        else:
            sides[matter] = about
        out.append(c)
    return out

"""Where a passage speaks of an event: the codebook's words, with the objects that decide their sense."""

from __future__ import annotations

from dataclasses import dataclass

from parley.coding.events.tree import OBJECTS, behind, conjuncts, deep, lemma_at, objects, passive, subject
from parley.coding.events.words import EventWords, Parts, Rule, grammar
from parley.language.actors.index import ActorIndex
from parley.language.passage import Passage

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_REACH = 5
_ENDLESS = 800
"""Tokens past which a sentence is a table or a list gone wrong: looking through it would take ever longer."""


@dataclass(slots=True)
class Hit:
    """An event word in its sentence. `head` is the token of the predicate (a verb, or the noun of an event without
    one), `word` the event word itself (for "held talks" the noun), `object` what settled the sense, `rule` why.

    `preposition` is the token of a preposition that belongs to the words ("call *on*").
    """

    rule: Rule
    head: int
    word: int
    object: int | None
    preposition: int | None
    matched: str
    pattern: str


class Finder:
    """The event words of one passage after the other."""

    def __init__(self, words: EventWords) -> None:
        self.words = words

    def find(self, p: Passage, actors: ActorIndex) -> list[Hit]:
        """The hits of a passage in text order, at most one a head token."""
        hits: dict[int, Hit] = {}
        first, lemmas, pos = self.words.first_words, p.lemmas, p.pos
        endless = {n for n, (a, b) in enumerate(p.sents) if b - a > _ENDLESS}
        for i in range(len(p)):
            if lemmas[i] not in first or p.sent_of[i] in endless:
                continue
            kind = pos[i]
            hit = None
            if kind == "VERB" or (kind == "AUX" and p.tags[i] == "MD"):
                hit = self._verb(p, i, actors) or (
                    self._adjective(p, i) if p.tags[i] == "MD" or lemmas[i] == "need" else None
                )
            elif kind in ("NOUN", "PROPN"):
                hit = self._noun(p, i)
            elif kind == "ADJ" or p.deps[i] in ("acomp", "attr"):
                hit = self._adjective(p, i)
            if hit is not None:
                known = hits.get(hit.head)
                if known is None or (known.pattern != "verb" and hit.pattern == "verb"):
                    hits[hit.head] = hit
        return [hits[k] for k in sorted(hits)]

    def _verb(self, p: Passage, i: int, actors: ActorIndex) -> Hit | None:
        rules = self.words.verbs.get(p.lemmas[i])
        if not rules or p.deps[i] in ("amod", "compound") or _idle(p, i):
            return None
        mine = objects(p, i)
        particle = any(p.deps[k] == "prt" for k in p.kids[i])
        for parts, rule in rules:
            last = i
            if len(parts) == 1 and particle:
                continue  # "backed up", "called off": another verb
            if len(parts) > 1:
                found = _rest(p, i, parts)
                if found is None:
                    continue
                last = found
            preposition = (
                last if last > i and p.deps[last] in ("prep", "dative", "agent", "advmod", "prt", "mark") else None
            )
            things = list(mine)
            if preposition is not None and p.deps[preposition] in ("prep", "dative"):
                things = [k for k in p.kids[preposition] if p.deps[k] in ("pobj", "pcomp")] or things
            thing = _sense(p, i, rule, things, actors)
            if thing is None or (passive(p, i) and _state(p, i, rule)):
                continue
            words = p.text_of(i, last) if last - i < 4 else f"{p.words[i]} … {p.words[last]}"
            if thing >= 0 and rule.choosy and thing != i:
                words += f" + {p.words[thing]}"
            return Hit(rule, i, i, thing if thing >= 0 else None, preposition, words, "verb")
        return None

    def _noun(self, p: Passage, i: int) -> Hit | None:
        rules = self.words.nouns.get(lemma_at(p, i))
        if not rules or p.deps[i] in ("compound", "nmod", "amod", "poss") or _in_name(p, i):
            return None
        before = p.lemmas[i - 1] if i else ""
        for parts, rule in rules:
            if len(parts) > 1 and parts[0] != before:
                continue
            if rule.unless and any(p.lemmas[t] in rule.unless for t in behind(p, i)):
                continue
            verb = _carrier(p, i)
            head, pattern = (verb, "light verb") if verb is not None else (i, "noun")
            words = p.text_of(i - len(parts) + 1, i)
            return Hit(rule, head, i, None, None, words if verb is None else f"{p.words[verb]} + {words}", pattern)
        return None

    def _adjective(self, p: Passage, i: int) -> Hit | None:
        for _parts, rule in self.words.adjectives.get(p.lemmas[i], ()):
            if p.tags[i] == "MD" or p.lemmas[i] == "need":
                verb = p.heads[i] if p.tags[i] == "MD" else i
                if p.tags[i] != "MD" and p.kid(i, "xcomp") is None:
                    continue
                above = p.heads[verb]
                if p.deps[verb] == "ccomp" and p.lemmas[above] in grammar()["speech"]:
                    return Hit(rule, above, i, verb, None, p.words[i], "said + must")
                continue
            if p.kid(i, "xcomp") is None or p.deps[i] not in ("acomp", "oprd", "conj", "ROOT", "ccomp"):
                continue
            return Hit(rule, i, i, None, None, p.words[i], "adjective")
        return None


def _idle(p: Passage, i: int) -> bool:
    """Auxiliaries, commands ("Let those who …") and what a noun is only about ("the path to *ending* the war")."""
    if p.deps[i] in ("aux", "auxpass"):
        return True
    if p.tags[i] == "VB" and (p.deps[i] == "ROOT" or (p.words[i][:1].isupper() and not p.words[i].isupper())):
        return not any(p.deps[k] in ("aux", "nsubj", "nsubjpass") for k in p.kids[i])
    return p.deps[i] == "pcomp" and p.pos[p.heads[p.heads[i]]] in ("NOUN", "ADJ", "PROPN")


def _state(p: Passage, v: int, rule: Rule) -> bool:
    """A passive that tells of no one's doing: "was met with scorn", "are wounded"."""
    if any(p.deps[k] == "agent" for k in p.kids[v]):
        return False
    if "both" in rule.entry.takes or rule.entry.type == "CONSULT":
        return True
    present = any(p.deps[k] == "auxpass" and p.words[k].lower() in ("is", "are", "'s", "'re") for k in p.kids[v])
    return (
        present
        and rule.entry.type in ("ASSAULT", "SUPPORT", "MOBILIZE")
        and p.kind == "body"
        and not any(p.deps[k] == "aux" for k in p.kids[v])
    )


def _rest(p: Passage, i: int, parts: Parts) -> int | None:
    """Last token of the further words of a verb: next to it, or its particle behind the object."""
    at = i
    for word in parts[1:]:
        found = None
        for j in range(at + 1, min(at + _REACH, len(p))):
            if p.words[j].lower() == word or p.lemmas[j] == word:
                if p.heads[j] == at or p.heads[j] == i or j == at + 1:
                    found = j
                break
            if p.pos[j] in ("VERB", "PUNCT", "SCONJ"):
                break
        if found is None:
            for k in p.kids[i]:
                if k > i and p.deps[k] == "prt" and p.words[k].lower() == word:
                    found = k
        if found is None:
            return None
        at = found
    return at


def _sense(p: Passage, v: int, rule: Rule, things: list[int], actors: ActorIndex) -> int | None:
    """The token that settles that the rule holds here; -1 when it needs none, None when it does not hold."""
    if rule.unless:
        if any(lemma_at(p, t) in rule.unless for t in things):
            return None
        if any(p.deps[k] == "xcomp" and p.lemmas[k] in rule.unless for k in p.kids[v]):
            return None
    if not rule.choosy:
        return things[0] if things else (-1 if _complete(p, v, rule) else None)
    candidates = things + [k for k in p.kids[v] if p.deps[k] in ("attr", "oprd", "xcomp", "acomp")]
    if not things:
        candidates += behind(p, v, "from", "of", "into", "in")
    if rule.entry.mode == "phone":
        candidates += behind(p, v, "by", "on", "over", "via")
    if "with" in rule.entry.takes and rule.entry.type == "AID":
        candidates += behind(p, v, "with")
    for thing in candidates:
        for t in conjuncts(p, thing):
            if _is_object(p, t, rule):
                return t
    return _tested(p, v, rule, things, actors)


def _complete(p: Passage, v: int, rule: Rule) -> bool:
    """Whether a verb without an object has another of the complements its rule takes ("it *sank*" has not)."""
    takes = rule.entry.takes
    if "object" not in takes or "both" in takes:
        return True
    for k in p.kids[v]:
        if p.deps[k] in ("prep", "dative", "agent", "prt") and p.lemmas[k] in takes and p.lemmas[k] != "in":
            return True
        if p.deps[k] in ("ccomp", "xcomp") and ("clause" in takes or "infinitive" in takes):
            return True
    return False


def _is_object(p: Passage, t: int, rule: Rule) -> bool:
    lemma = lemma_at(p, t)
    if lemma in rule.heads:
        return _entity(p, t) != "DATE"  # "began March 7" is no march
    if lemma in (
        "number",
        "series",
        "round",
        "wave",
        "dozens",
        "dozen",
        "million",
        "billion",
        "lot",
        "some",
        "type",
        "form",
        "state",
        "threat",
    ):
        return any(lemma_at(p, k) in rule.heads for k in behind(p, t, "of"))
    return bool(rule.compounds) and t > 0 and (p.lemmas[t - 1], lemma) in rule.compounds


def _tested(p: Passage, v: int, rule: Rule, things: list[int], actors: ActorIndex) -> int | None:
    tests = rule.tests
    if not tests:
        return None
    clausal = any(
        p.deps[k] in ("xcomp", "ccomp", "advcl") and k > v and (p.deps[k] != "advcl" or _infinitive(p, k))
        for k in p.kids[v]
    ) or any(_infinitive(p, k) for t in things for k in p.kids[t] if p.deps[k] in ("acl", "relcl"))
    if "=clause" in tests and (clausal or _clause_behind(p, v, things)):
        return things[0] if things else v
    if "=noclause" in tests and not clausal and not _clause_behind(p, v, things):
        return things[0] if things else v
    for t in things:
        if "=place" in tests and _entity(p, t) in _PLACES:
            return t
        if "=person" in tests and (_entity(p, t) == "PERSON" or actors.resolve(p.index, t).kind == "person"):
            return t
        if "=force" in tests and (p.lemmas[t] in grammar()["forces"] or _entity(p, t) in ("GPE", "NORP")):
            return t
    if "=together" in tests and not behind(p, v, "to", "with", "about", "of"):
        for k in p.kids[v] or ():
            if p.deps[k] == "nsubj" and _several(p, k):
                return k
        above = p.heads[v]
        for k in [*p.kids[above], *p.kids[p.heads[above]]]:
            if p.deps[v] == "xcomp" and p.deps[k] == "nsubj" and _several(p, k):
                return k
    if "=money" in tests and (money := next((t for t in things if _entity(p, t) == "MONEY"), None)) is not None:
        return money
    if (
        "=alert" in tests
        and (alert := next((t for t in behind(p, v, "on") if p.lemmas[t] == "alert"), None)) is not None
    ):
        return alert
    if "=protest" in tests:
        for k in p.kids[v]:
            if p.deps[k] in ("advcl", "xcomp") and p.lemmas[k] in ("protest", "demand", "denounce"):
                return k
    if "=with" in tests and (found := behind(p, v, "with") or deep(p, v, "with")):
        return found[0]
    if "=given" in tests and things and behind(p, v, "to"):
        return things[0]
    if "=must" in tests:
        for k in p.kids[v]:
            if p.deps[k] == "ccomp" and (
                (p.tags[k] == "VB" and not any(p.tags[m] in ("MD", "TO") for m in p.kids[k]))
                or any(
                    p.lemmas[m] in ("must", "should", "have", "need") and p.deps[m] == "aux" and p.tags[m] == "MD"
                    for m in p.kids[k]
                )
            ):
                return k
    doer = subject(p, v) if tests & {"=leaders", "=forces"} else None
    if doer is not None:
        if "=leaders" in tests and p.lemmas[doer] in grammar()["leaders"] and p.tags[doer] in ("NNS", "NNPS"):
            return doer
        if "=forces" in tests and (
            p.lemmas[doer] in grammar()["forces"] or any(_entity(p, t) in _PLACES for t in behind(p, v, "from"))
        ):
            return doer
    return None


def _several(p: Passage, k: int) -> bool:
    """A subject of two sides: "the two", "both", "A and B", "the leaders"."""
    return (
        p.lemmas[k] in ("two", "both", "pair", "side")
        or len(conjuncts(p, k)) > 1
        or (p.lemmas[k] in grammar()["leaders"] and p.tags[k] == "NNS")
    )


def _infinitive(p: Passage, k: int) -> bool:
    return p.tags[k] == "VB" and any(p.lemmas[m] == "to" for m in p.kids[k])


def _clause_behind(p: Passage, v: int, things: list[int]) -> bool:
    """An infinitive that hangs on the preposition or its noun ("called on Putin to stop")."""
    for t in things:
        if any(p.deps[k] in ("acl", "relcl", "xcomp", "advcl") and _infinitive(p, k) for k in p.kids[t]):
            return True
        head = p.heads[t]
        if head != t and any(p.deps[k] in ("xcomp", "advcl", "pcomp", "ccomp") and k > t for k in p.kids[head]):
            return True
    return False


def _entity(p: Passage, t: int) -> str:
    for first, end, label in p.ents:
        if first <= t < end:
            return label
    return ""


def _in_name(p: Passage, i: int) -> bool:
    """Whether the noun is part of a printed name ("Munich Security Conference")."""
    if p.pos[i] != "PROPN":
        return False
    return i > 0 and p.pos[i - 1] == "PROPN" and p.lemmas[i] not in ("talk", "meeting")


def _carrier(p: Passage, i: int) -> int | None:
    """The light verb that carries the noun ("held talks", "talks were held"), also through "a round of talks"."""
    node = i
    if p.deps[node] == "pobj" and p.lemmas[p.heads[node]] == "of":
        above = p.heads[p.heads[node]]
        if p.lemmas[above] in ("round", "series", "number", "set", "day", "hour", "wave", "string", "type"):
            node = above
    while p.deps[node] == "conj" and p.pos[p.heads[node]] in ("NOUN", "PROPN"):
        node = p.heads[node]
    head = p.heads[node]
    if p.deps[node] in OBJECTS and p.lemmas[head] in grammar()["light"]:
        return head
    if (
        p.deps[node] == "pobj"
        and p.heads[head] != head
        and p.lemmas[p.heads[head]] in ("carry", "engage", "participate", "call", "go", "part", "take")
    ):
        above = p.heads[head]
        if p.lemmas[head] in ("out", "in", "on") and p.pos[above] == "VERB":
            return above
    if p.deps[node] == "nsubjpass" and p.lemmas[head] in grammar()["light"] and passive(p, head):
        return head
    if p.deps[node] not in ("nsubjpass",):
        for k in p.kids[node]:
            if p.deps[k] == "acl" and p.tags[k] == "VBN" and p.lemmas[k] in ("hold", "launch", "conduct", "carry"):
                return None
    return None

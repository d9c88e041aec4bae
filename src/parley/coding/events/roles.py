"""Who did it to whom: the tokens of the actor and the recipient of a hit."""

from __future__ import annotations

from collections.abc import Container

from parley.coding.events.find import Hit
from parley.coding.events.naming import is_side, named, spread
from parley.coding.events.tree import (
    OBJECTS,
    agent,
    behind,
    deep,
    objects,
    part_of_many,
    passive,
    speaker_above,
    subject,
)
from parley.coding.events.words import grammar
from parley.language.actors.index import ActorIndex
from parley.language.passage import Passage

_ANYWHERE = ("on", "against", "to", "with", "for", "from", "into", "over", "toward", "at", "of", "in", "between")
_PLAIN = frozenset({"against", "with", "from", "to", "into", "on", "upon", "for", "toward"})
_STRONG = frozenset({"against", "on", "to", "with", "into", "from"})
Tokens = list[int]


def sides(p: Passage, hit: Hit, actors: ActorIndex) -> tuple[Tokens, Tokens]:
    """The tokens of the actor's and of the recipient's phrases, each without conjuncts left out."""
    if hit.pattern == "noun":
        doers, others = _of_noun(p, hit, actors)
    elif hit.pattern == "said + must":
        assert hit.object is not None
        doer = subject(p, hit.head)
        target = subject(p, hit.object)
        doers, others = spread(p, [doer] if doer is not None else []), [target] if target is not None else []
        if target is not None and passive(p, hit.object):
            by = agent(p, hit.object)
            others = [by] if by is not None else others
        return doers, others
    else:
        doers, others = _of_verb(p, hit, actors)
    equal = "both" in hit.rule.entry.takes or hit.rule.entry.type == "AGREE"
    if equal and len(doers) == 1 and not others:
        doers = part_of_many(p, doers[0]) or doers
    if equal and len(doers) > 1 and not _named(p, others, actors):
        doers, others = doers[:1], doers[1:]
    return doers, others


def _named(p: Passage, tokens: Tokens, actors: ActorIndex) -> bool:
    there = grammar()["places"]
    return any(
        named(p, t) or actors.resolve(p.index, t).party is not None
        for t in tokens
        if p.deps[t] != "pobj" or p.lemmas[p.heads[t]] not in there
    )


def _of_verb(p: Passage, hit: Hit, actors: ActorIndex) -> tuple[Tokens, Tokens]:
    v = hit.head
    base = p.heads[v] if hit.pattern == "adjective" and p.pos[v] != "AUX" else v
    if passive(p, v) and hit.pattern != "adjective":
        by = agent(p, v)
        doers = spread(p, [by]) if by is not None else []
        if hit.pattern == "light verb" and not doers:
            return _of_noun(p, hit, actors)
    else:
        found = subject(p, base)
        if found is None and base != v:
            found = subject(p, v)
        doers = spread(p, [found]) if found is not None else []
        doers += _together(p, v, found)
    others = _recipient(p, hit, doers, actors)
    return doers, others


def _recipient(p: Passage, hit: Hit, doers: Tokens, actors: ActorIndex) -> Tokens:
    first, objects_, last = _candidates(p, hit)
    if hit.pattern == "light verb":
        inner, outer = _of_noun(p, hit, actors)
        first = outer + [c for c in inner if c not in doers] + first
        if not doers:
            doers += inner[:1]
            first = [c for c in first if c not in doers]
    taken = set(doers)
    tiers = [[c for c in tier if c not in taken] for tier in (first, objects_, last)]
    mine = {actors.resolve(p.index, d).name for d in doers}
    whole = _whole_object(hit, tiers[1])
    chosen = (
        tiers[1][0]
        if whole and hit.preposition is None and hit.rule.entry.takes[:1] == ("object",) and tiers[1][0] not in taken
        else None
    )
    if chosen is None:
        chosen = next((c for c in _plainly(p, hit) if c in tiers[0]), None)
    if chosen is None:
        chosen = next((c for tier in tiers[:2] for c in tier if is_side(p, c, actors, mine)), None)
    if chosen is None and not whole:
        chosen = next((c for c in tiers[2] if is_side(p, c, actors, mine)), None)
    if chosen is None:
        chosen = next((c for tier in tiers for c in tier), None)
    if chosen is None:
        return []
    return [c for c in spread(p, [chosen]) if c not in taken]


def _plainly(p: Passage, hit: Hit) -> Tokens:
    """What a preposition of the rule names outright: "protested *against* the government"."""
    nodes = (hit.head, hit.word, *((hit.object,) if hit.object is not None else ()))
    return [
        t for take in hit.rule.entry.takes if take in _PLAIN for n in dict.fromkeys(nodes) for t in behind(p, n, take)
    ]


def _whole_object(hit: Hit, things: Tokens) -> bool:
    """Whether the object itself is what the event is done to ("condemned the decision")."""
    return bool(things) and not (hit.rule.heads or hit.rule.compounds)


def _together(p: Passage, v: int, found: int | None) -> Tokens:
    """ "Merkel, together with Macron": left for what hangs on the subject itself."""
    if found is None:
        return []
    return [
        t
        for k in p.kids[found]
        if p.deps[k] == "prep" and p.lemmas[k] == "with" and p.words[k - 1].lower() == "together"
        for t in behind(p, found, "with")
    ]


def _candidates(p: Passage, hit: Hit) -> tuple[Tokens, Tokens, Tokens]:
    """Phrases that may be the recipient: where the rule says, then the object, then what else hangs on the words."""
    v, takes, rule = hit.head, hit.rule.entry.takes, hit.rule
    things = objects(p, v)
    settled = hit.word if hit.pattern == "light verb" else hit.object if rule.heads or rule.compounds else None
    free = [t for t in things if settled is None or (t != settled and settled not in spread(p, [t]))]
    nouns = list(dict.fromkeys((v, *things, hit.word, *((settled,) if settled is not None else ()))))
    participles = [k for t in nouns if p.pos[t] != "VERB" for k in p.kids[t] if p.deps[k] == "acl" and k > t]
    first: Tokens = []
    if hit.preposition is not None:
        first += [k for k in p.kids[hit.preposition] if p.deps[k] == "pobj" and k != settled]
    for take in takes:
        if take == "both":
            first += things if hit.pattern == "verb" and settled is None else []
            first += behind(p, v, "with", "to", "between")
        elif take == "object":
            first += [k for k in p.kids[v] if p.deps[k] == "dative" and p.pos[k] != "ADP"] + free
        elif take in ("infinitive", "clause"):
            first += sorted(_of_clause(p, v), key=lambda c: not named(p, c))
        else:
            if take in ("to", "for"):
                first += [k for k in p.kids[v] if p.deps[k] == "dative" and p.pos[k] != "ADP"]
            for t in (*nouns, *participles):
                first += behind(p, t, take)
            if take in _STRONG:
                first += deep(p, v, take)
    last: Tokens = []
    for t in (*nouns, *participles):
        last += behind(p, t, *_ANYWHERE)
    for t in participles:
        last += objects(p, t) + ([agent(p, t) or t] if passive(p, t) and agent(p, t) else [])
    last += _of_clause(p, v)
    for k in p.kids[v]:
        if p.deps[k] == "advcl" and k > v and p.tags[k] in ("VBG", "VB") and p.pos[k] == "VERB":
            last += objects(p, k)
    first = [c for c in first if c != settled]
    if hit.pattern == "light verb":
        things = free
    return _clean(p, first, set(things)), _clean(p, things, set(things)), _clean(p, last)


def _clean(p: Passage, tokens: Tokens, kept: Container[int] = ()) -> Tokens:
    """Without dates, question words and nouns that are nobody; what is the doer's own ("its troops") comes last."""
    out = [
        c
        for c in dict.fromkeys(tokens)
        if p.tags[c] not in ("WDT", "WP", "RB")
        and (c in kept or p.lemmas[c] not in grammar()["no_side"])
        and not _date(p, c)
    ]
    return sorted(out, key=lambda c: any(p.tags[k] == "PRP$" for k in p.kids[c]))


def _of_clause(p: Passage, v: int, steps: int = 4) -> Tokens:
    """The people of a clause or infinitive under the verb: its subject, then whom its verb is done to."""
    out: Tokens = []
    for k in p.kids[v]:
        if k < v or p.deps[k] not in ("xcomp", "ccomp", "advcl", "pcomp", "acl"):
            continue
        if p.pos[k] not in ("VERB", "AUX", "ADJ"):
            continue
        if p.deps[k] == "advcl" and p.tags[k] != "VB":
            continue
        own = [m for m in p.kids[k] if p.deps[m] in ("nsubj", "nsubjpass") and p.pos[m] != "PRON"]
        out += own
        mine = [m for m in p.kids[k] if p.deps[m] in (*OBJECTS, "dative") and p.pos[m] != "ADP"]
        out += mine
        out += behind(p, k, *_ANYWHERE)
        for m in mine:
            out += behind(p, m, *_ANYWHERE)
        if steps:
            out += _of_clause(p, k, steps - 1)
    return out


def _of_noun(p: Passage, hit: Hit, actors: ActorIndex) -> tuple[Tokens, Tokens]:
    """Participants in the noun phrase: "Russia's invasion of Ukraine", "talks between A and B", "Russian strikes"."""
    n = hit.word
    equal = "both" in hit.rule.entry.takes
    between = spread(p, behind(p, n, "between", "among"))
    if len(between) == 1:
        between = part_of_many(p, between[0]) or between
    if between:
        return (between[:1], between[1:]) if len(between) > 1 else (between, [])
    doers = [k for k in p.kids[n] if p.deps[k] == "poss" and not _date(p, k)] + behind(p, n, "by")
    doers += [kk for k in p.kids[n] if p.deps[k] == "acl" and passive(p, k) for kk in [agent(p, k)] if kk is not None]
    modifiers = [
        k
        for k in p.kids[n]
        if p.deps[k] in ("amod", "compound", "nmod")
        and p.words[k][:1].isupper()
        and not _date(p, k)
        and is_side(p, k, actors)
    ]
    others: Tokens = []
    for take in ("with", "to") if equal else hit.rule.entry.takes:
        if take in ("in", "at") and hit.pattern == "noun" and equal:
            continue
        others += behind(p, n, take)
        if others:
            break
    if equal and hit.rule.entry.type == "CONSULT":
        of = behind(p, n, "of")
        doers = doers or of
    if not doers:
        doers = modifiers[:1]
    doers, others = spread(p, doers), spread(p, others)
    return [d for d in doers if not _date(p, d)], [o for o in others if o not in doers and not _date(p, o)]


def _date(p: Passage, t: int) -> bool:
    return any(a <= t < b and label in ("DATE", "TIME") for a, b, label in p.ents)


def own_words(p: Passage, v: int, actors: ActorIndex) -> bool:
    """Whether what is said of the future is narrated, or said by the one who is to do it (not foretold of another)."""
    above = speaker_above(p, v)
    if above is None:
        return True
    mine = subject(p, v)
    if mine is None:
        return False
    one, other = actors.resolve(p.index, above), actors.resolve(p.index, mine)
    if one.name == other.name or not other.is_actor or any(p.tags[k] == "PRP$" for k in p.kids[mine]):
        return True
    return one.party is None or other.party is None or one.party == other.party

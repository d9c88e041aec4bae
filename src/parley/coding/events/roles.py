"""Who did it to whom: the tokens of the actor and the recipient of a hit."""

from __future__ import annotations

from parley.coding.events.find import Hit
from parley.coding.events.naming import is_side, spread
from parley.coding.events.tree import OBJECTS, agent, behind, objects, passive, subject
from parley.coding.events.words import grammar
from parley.language.actors.index import ActorIndex
from parley.language.passage import Passage

_ANYWHERE = ("on", "against", "to", "with", "for", "from", "into", "over", "toward", "at", "of", "in", "between")
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
    if "both" in hit.rule.entry.takes and not others and len(doers) > 1:
        doers, others = doers[:1], doers[1:]
    if hit.rule.entry.type == "AGREE" and not others and len(doers) > 1:
        doers, others = doers[:1], doers[1:]
    return doers, others


def _of_verb(p: Passage, hit: Hit, actors: ActorIndex) -> tuple[Tokens, Tokens]:
    v = hit.head
    base = p.heads[v] if hit.pattern == "adjective" and p.pos[v] != "AUX" else v
    if passive(p, v) and hit.pattern != "adjective":
        by = agent(p, v)
        doers = spread(p, [by]) if by is not None else []
        if hit.pattern == "light verb" and not doers:
            doers, others = _of_noun(p, hit, actors)
            return doers, others
    else:
        found = subject(p, base)
        if found is None and base != v:
            found = subject(p, v)
        doers = spread(p, [found]) if found is not None else []
        doers += _together(p, v, found)
    candidates = _candidates(p, hit)
    if hit.pattern == "light verb":
        inner, outer = _of_noun(p, hit, actors)
        candidates = inner + outer + candidates if not doers else outer + [c for c in inner if c not in doers] + candidates
    taken = set(doers)
    candidates = [c for c in candidates if c not in taken]
    chosen = next((c for c in candidates if is_side(p, c, actors)), candidates[0] if candidates else None)
    if chosen is None:
        return doers, []
    others = [c for c in spread(p, [chosen]) if c not in taken]
    if hit.pattern == "light verb" and chosen in candidates:
        others += [c for c in candidates if c not in others and c in spread(p, others)]
    return doers, others


def _together(p: Passage, v: int, found: int | None) -> Tokens:
    """ "Merkel, together with Macron": left for what hangs on the subject itself."""
    if found is None:
        return []
    return [t for k in p.kids[found] if p.deps[k] == "prep" and p.lemmas[k] == "with" and p.words[k - 1].lower() == "together" for t in behind(p, found, "with")]


def _candidates(p: Passage, hit: Hit) -> Tokens:
    """Phrases that may be the recipient, likeliest first."""
    v, takes = hit.head, hit.rule.entry.takes
    things = objects(p, v)
    out: list[int] = []
    if hit.preposition is not None:
        out += [k for k in p.kids[hit.preposition] if p.deps[k] == "pobj"]
    for take in takes:
        if take == "both":
            out += things if hit.pattern == "verb" else []
            out += behind(p, v, "with", "to", "between")
        elif take == "object":
            out += things
            out += [k for k in p.kids[v] if p.deps[k] == "dative" and p.pos[k] != "ADP"]
        elif take in ("infinitive", "clause"):
            out += _of_clause(p, v, take == "clause" or take == "infinitive")
        else:
            out += behind(p, v, take)
            if take in ("to", "for"):
                out += [k for k in p.kids[v] if p.deps[k] == "dative" and p.pos[k] != "ADP"]
            for t in things:
                out += behind(p, t, take)
    for t in (v, *things, hit.word):
        out += behind(p, t, *_ANYWHERE)
    out += things
    out += _of_clause(p, v, True)
    for k in p.kids[v]:
        if p.deps[k] in ("advcl", "pcomp", "prep") and k > v:
            out += objects(p, k) if p.pos[k] == "VERB" else []
    return list(dict.fromkeys(c for c in out if p.tags[c] not in ("WDT", "WP") and not _date(p, c)))


def _of_clause(p: Passage, v: int, infinitive: bool) -> Tokens:
    """The people of a clause or infinitive under the verb: whom it names as its subject, then whom its verb is done to."""
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
        if infinitive:
            mine = [m for m in p.kids[k] if p.deps[m] in (*OBJECTS, "dative") and p.pos[m] != "ADP"]
            out += mine
            out += behind(p, k, *_ANYWHERE)
            for m in mine:
                out += behind(p, m, *_ANYWHERE)
            out += _of_clause(p, k, True)
    return out


def _of_noun(p: Passage, hit: Hit, actors: ActorIndex) -> tuple[Tokens, Tokens]:
    """Participants inside the noun phrase: "Russia's invasion of Ukraine", "talks between A and B", "Russian strikes"."""
    n = hit.word
    equal = "both" in hit.rule.entry.takes
    between = spread(p, behind(p, n, "between", "among"))
    if between:
        return (between[:1], between[1:]) if len(between) > 1 else (between, [])
    doers = [k for k in p.kids[n] if p.deps[k] == "poss" and not _date(p, k)] + behind(p, n, "by")
    doers += [kk for k in p.kids[n] if p.deps[k] == "acl" and passive(p, k) for kk in [agent(p, k)] if kk is not None]
    modifiers = [k for k in p.kids[n] if p.deps[k] in ("amod", "compound", "nmod") and p.words[k][:1].isupper() and not _date(p, k) and is_side(p, k, actors)]
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


__all__ = ["sides", "grammar"]

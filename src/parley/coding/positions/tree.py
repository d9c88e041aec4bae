"""Questions to the tree that the reading of sides asks: finite, hypothetical, negated, whose noun it is."""

from __future__ import annotations

from collections.abc import Iterator

from parley.coding.positions.holders import agent
from parley.language.passage import Passage

_STEPS = 18
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_HYPOTHESIS = frozenset((
    "if", "unless", "until", "before", "once", "whether", "provided", "lest", "till", "should", "had", "were",
    "providing",
))  # fmt: skip
_NO = frozenset(("no", "neither", "nor"))


def finite(p: Passage, v: int) -> bool:
    """Whether the verb is finite."""
    return p.tags[v] in _FINITE or any(p.deps[k] in ("aux", "auxpass") and p.tags[k] in _FINITE for k in p.kids[v])


def infinitive(p: Passage, v: int) -> bool:
    """Whether the verb is an infinitive, passive ones too ("to be lifted")."""
    return not finite(p, v) and (p.tags[v] == "VB" or any(p.tags[k] == "TO" for k in p.kids[v]))


def subjunctive(p: Passage, v: int) -> bool:
    """Whether a clause says what ought to be: "demanded that Ukraine *become* neutral", tagged as a present."""
    if p.tags[v] != "VBP" or any(p.deps[k] in ("aux", "auxpass") for k in p.kids[v]):
        return False
    own = p.kid(v, "nsubj", "nsubjpass")
    return p.tags[p.heads[v]] in ("VBD", "VBN") or (own is not None and p.tags[own] in ("NN", "NNP"))


def gaps(p: Passage, k: int) -> Iterator[int]:
    """Verbs of a clause that lack the object which the clause modifies, the innermost first."""
    nodes = [
        t
        for t in range(max(p.left[k], k - 40), min(p.right[k], k + 40) + 1)
        if p.pos[t] == "VERB" and _same_clause(p, t, k)
    ]
    for v in reversed(nodes):
        objects = [t for t in p.kids[v] if p.deps[t] in ("dobj", "nsubjpass")]
        if all(p.tags[t] in ("WDT", "WP") for t in objects) and p.kid(v, "ccomp", "xcomp") is None:
            yield v


def _same_clause(p: Passage, t: int, top: int) -> bool:
    """Whether a verb belongs to the relative clause of `top` and to none within it."""
    while t != top:
        if p.deps[t] in ("relcl", "advcl") or p.heads[t] == t:
            return False
        t = p.heads[t]
    return True


def negated_noun(p: Passage, t: int, own: tuple[int, ...]) -> bool:
    """Whether a noun is negated ("*no* truce"), `own` tokens apart."""
    return any(
        k not in own and (p.deps[k] == "neg" or (p.deps[k] == "det" and p.words[k].lower() in _NO)) for k in p.kids[t]
    )


def owner_of(p: Passage, noun: int, dep: str) -> int | None:
    """Who holds what a noun says: its possessor, an adjective of nationality, the one it is `by`."""
    for k in p.kids[noun]:
        if p.deps[k] == "poss" and p.tags[k] != "PRP$":
            return k
        if p.deps[k] == "poss":
            return k
        if p.deps[k] == "amod" and (p.words[k][:1].isupper() or (p.ents and _named(p, k))):
            return k
        if p.deps[k] == "compound" and dep == "prep" and p.pos[k] == "PROPN":
            return k
    return agent(p, noun)


def _named(p: Passage, t: int) -> bool:
    return any(a <= t < b and label in ("NORP", "GPE", "PERSON", "ORG") for a, b, label in p.ents)


def _inverted(p: Passage, node: int) -> bool:
    """ "*Should* a truce be signed", "*were* the talks to fail": a condition without "if"."""
    asked = [
        k
        for k in p.kids[node]
        if p.words[k].lower() in ("should", "were", "had") and p.deps[k] in ("aux", "auxpass") and k < node
    ]  # any subject behind it: the parser may give the verb another one from before ("to prevent attacks should a …")
    return any(k < p.left[s] < node for k in asked for s in p.kids[node] if p.deps[s] in ("nsubj", "nsubjpass"))


def hypothetical(p: Passage, at: int, head: int) -> bool:
    """Whether what is said at `at` of the issue at `head` stands in an if-clause, a question, or after "whether"."""
    return _only_if(p, at) or _only_if(p, head) or _asked(p, at)


def _only_if(p: Passage, node: int) -> bool:
    for _ in range(_STEPS):
        if p.deps[node] in ("advcl", "ccomp", "pcomp", "acl", "csubj", "xcomp"):
            opening = next(
                (p.words[k].lower() for k in p.kids[node] if p.deps[k] in ("mark", "advmod", "aux") and k < node), ""
            )
            first = p.words[p.left[node]].lower()
            if opening in _HYPOTHESIS and (opening not in ("should", "had", "were") or first == opening):
                return True
            if first in _HYPOTHESIS and first not in ("had", "were", "should"):
                return True
        if _inverted(p, node):
            return True
        if p.heads[node] == node:
            break
        node = p.heads[node]
    return False


def _asked(p: Passage, at: int) -> bool:
    last = p.sents[p.sent_of[at]][1] - 1
    while last > at and p.words[last] in ('"', "”", "'", "’", "''"):
        last -= 1
    return p.words[last] == "?"

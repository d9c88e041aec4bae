"""Whoever takes a side: the subject of a verb over the tree, the agent of a passive."""

from __future__ import annotations

from parley.language.passage import Passage

_SUBJECTS = ("nsubj", "nsubjpass")


def subject(p: Passage, verb: int) -> int | None:
    """The token of the verb's subject, shared or controlled ones too ("said … and *rejected*", "*wanting* a truce")."""
    node = verb
    for _ in range(8):
        own = p.kid(node, *_SUBJECTS)
        if own is not None:
            return _antecedent(p, node, own)
        head, dep = p.heads[node], p.deps[node]
        if head == node:
            return None
        if dep in ("acl", "relcl") and p.pos[head] in ("NOUN", "PROPN", "PRON"):
            return head
        if dep == "pcomp" or dep == "prep" or p.pos[head] in ("ADP", "ADJ"):
            node = head
            continue
        if dep not in ("conj", "xcomp", "advcl", "ccomp", "dep", "acomp", "attr", "prep", "appos", "aux"):
            return None
        if dep == "ccomp" and p.kid(node, "mark") is not None:
            return None
        if p.pos[head] not in ("VERB", "AUX"):
            return None
        node = head
    return None


def _antecedent(p: Passage, verb: int, own: int) -> int | None:
    """The noun a relative pronoun stands for; the subject itself otherwise."""
    if p.tags[own] in ("WDT", "WP"):
        node = verb
        for _ in range(5):
            if p.deps[node] in ("relcl", "acl"):
                return p.heads[node]
            if p.heads[node] == node:
                break
            node = p.heads[node]
        return None
    return None if p.deps[own] == "expl" else own


def agent(p: Passage, verb: int) -> int | None:
    """Who did what a passive verb or noun says: "rejected *by Ukraine*"."""
    for k in p.kids[verb]:
        if p.deps[k] == "agent" or (p.deps[k] == "prep" and p.lemmas[k] == "by"):
            return p.kid(k, "pobj")
    return None

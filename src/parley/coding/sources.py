"""Who a reporting verb's words come from: its subject, wherever the sentence has put it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.passage import Passage

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_INHERITS = frozenset(("xcomp", "advcl", "conj", "pcomp", "acl", "ccomp", "dep", "prep", "parataxis"))
_VERBAL = frozenset(("VERB", "AUX"))


@dataclass(frozen=True, slots=True)
class Source:
    """The token that names the source, None if the sentence has none; `inherited`: it is another verb's subject."""

    token: int | None
    inherited: bool = False
    noun: bool = False
    """True when the source is the noun a participle hangs on ("a statement *saying*")."""


def is_passive(p: Passage, v: int) -> bool:
    """True for a passive verb form."""
    if any(p.deps[k] in ("nsubjpass", "auxpass") for k in p.kids[v]):
        return True
    return (
        p.tags[v] == "VBN"
        and p.deps[v] in ("acl", "advcl")
        and not any(p.deps[k] in ("aux", "nsubj") for k in p.kids[v])
    )


def agent(p: Passage, v: int) -> int | None:
    """The token after "by" of a passive verb."""
    for k in p.kids[v]:
        if p.deps[k] == "agent" or (p.deps[k] == "prep" and p.lemmas[k] == "by"):
            return p.kid(k, "pobj")
    return None


def subject(p: Passage, v: int) -> int | None:
    """The verb's own subject; a relative pronoun is replaced by its antecedent."""
    for k in p.kids[v]:
        if p.deps[k] in SUBJECTS:
            if p.words[k].lower() in _RELATIVE and p.tags[k] in ("WP", "WDT", "IN"):
                up = relative_head(p, v)
                return up if up is not None else k
            return k
    return None


def relative_head(p: Passage, v: int) -> int | None:
    """The noun a relative clause hangs on; climbs through coordinated verbs."""
    seen = 0
    while p.deps[v] == "conj" and seen < 5:
        v, seen = p.heads[v], seen + 1
    return p.heads[v] if p.deps[v] == "relcl" else None


def inverted_subject(p: Passage, v: int, limit: int) -> int | None:
    """A noun phrase right after a verb that the parser took for its object ("…," *said Rubio*)."""
    for k in p.kids[v]:
        if (
            v < k <= limit
            and p.deps[k] in ("dobj", "attr", "npadvmod", "oprd", "dative", "appos")
            and p.pos[k] in ("PROPN", "NOUN", "PRON")
        ):
            if p.deps[k] == "npadvmod" and p.pos[k] != "PROPN":
                continue
            return k
    return None


def source_of(p: Passage, v: int) -> Source:
    """The source of a reporting verb: own subject, passive agent, or the subject of the verb it depends on.

    A participle or infinitive takes the subject of its governor ("…, adding that", "went on to say"), a coordinated
    verb that of the first one; a participle after a noun takes the noun.
    """
    passive = is_passive(p, v)
    if passive:
        by = agent(p, v)
        return Source(by)
    own = subject(p, v)
    if own is not None:
        return Source(own)
    at, steps = v, 0
    while p.deps[at] in _INHERITS and p.heads[at] != at and steps < 6:
        dep, up = p.deps[at], p.heads[at]
        if dep == "ccomp" and p.tags[at] not in ("VBG", "VB"):
            break
        if dep == "acl" or (p.pos[up] not in _VERBAL and p.pos[up] in ("NOUN", "PROPN", "PRON")):
            return Source(up, inherited=True, noun=True)
        if p.pos[up] in _VERBAL:
            if is_passive(p, up) and dep != "conj":
                by = agent(p, up)
                named = by if by is not None and dep == "advcl" else p.kid(up, "nsubjpass", "nsubj")
            else:
                named = subject(p, up)
            if dep == "xcomp" and p.tags[at] == "VB":
                # "urged Putin to say": the object of the governor is the subject of the infinitive
                control = p.kid(up, "dobj")
                if control is not None and control < at:
                    named = control
            if named is not None:
                return Source(named, inherited=True)
        at, steps = up, steps + 1
    if p.deps[at] == "relcl":
        return Source(p.heads[at], inherited=True)
    return Source(_name_before(p, v))


def _name_before(p: Passage, v: int) -> int | None:
    """A name right before a finite verb that the parser gave to something else ("…, Tom Hill, a lawyer, said that")."""
    if p.tags[v] not in ("VBD", "VBZ", "VBP"):
        return None
    t = v - 1
    while t >= 0 and (p.pos[t] == "ADV" or p.words[t] == ","):
        t -= 1
    for k in (t, p.heads[t] if t >= 0 else t):
        if k >= 0 and k < v and p.sent_of[k] == p.sent_of[v]:
            name = p.heads[k] if p.deps[k] == "appos" and p.heads[k] < k else k
            if p.pos[name] == "PROPN":
                return name
    return None

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
    up = p.heads[v]
    apposed = p.deps[v] == "acl" and p.pos[up] == "PROPN" and v > 0 and p.words[v - 1] == ","
    if apposed and (p.heads[up] == up or (p.deps[up] == "appos" and agent(p, v) is None)):
        # "Halmere, whose boats …, called on"; "a charge Adm. Hill, the head of the navy, called nonsense"
        return False
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
            if k < v and p.words[v - 1] == "," and p.right[k] < v and v + 4 > (behind := _subject_behind(p, v)) > v:
                return behind  # "The grants, *said Korpi*, are paid": the first is the subject of what was said
            if p.words[k].lower() in _RELATIVE and p.tags[k] in ("WP", "WDT", "IN"):
                up = relative_head(p, v)
                return up if up is not None else k
            return k
    return None


def _subject_behind(p: Passage, v: int) -> int:
    """A second subject of the verb, behind it; -1 when there is none."""
    return next((k for k in p.kids[v] if k > v and p.deps[k] == "nsubj"), -1)


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
    named_here = _after_and(p, v)
    if named_here is not None:
        return Source(named_here)
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


def _after_and(p: Passage, v: int) -> int | None:
    """ "Sweden mobilised on Sunday and *Finland* threatened to": a name between "and" and a verb is its subject."""
    if p.tags[v] not in ("VBD", "VBZ", "VBP") or v < 2 or p.pos[v - 1] != "PROPN":
        return None
    t = v - 1
    while t > 0 and p.pos[t - 1] == "PROPN":
        t -= 1
    before = p.words[t - 1].lower() if t else ""
    dated = any(a <= t - 2 < b and label in ("DATE", "TIME") for a, b, label in p.ents)
    apart = t > 1 and p.words[t - 2] != "," and (dated or p.pos[t - 2] not in ("PROPN", "ADJ"))
    return v - 1 if before in ("and", "but", "while") and apart else None


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

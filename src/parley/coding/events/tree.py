"""Walks over the dependency tree: subjects (also those a verb inherits), objects, agents, conjuncts."""

from __future__ import annotations

from parley.coding.events.words import grammar
from parley.language.passage import Passage

_STEPS = 8
_WH = frozenset({"which", "that", "who", "whom"})
OBJECTS = ("dobj", "obj")


def lemma_at(p: Passage, i: int) -> str:
    """The lemma of a token; "cease-fire" in one piece where the tokeniser has three."""
    if i >= 2 and p.words[i - 1] == "-" and p.ends[i - 1] == p.starts[i] and p.ends[i - 2] == p.starts[i - 1]:
        return f"{p.lemmas[i - 2]}-{p.lemmas[i]}"
    return p.lemmas[i]


def conjuncts(p: Passage, i: int) -> list[int]:
    """A nominal with those coordinated with it, in text order."""
    out, steps = [i], 0
    while steps < len(out) < 12:
        for k in p.kids[out[steps]]:
            if p.deps[k] == "conj" and p.pos[k] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X"):
                out.append(k)
        steps += 1
    return out


def real(p: Passage, i: int) -> int:
    """The noun a relative pronoun stands for; the token itself else."""
    if p.words[i].lower() in _WH and p.tags[i] in ("WDT", "WP", "IN", "DT"):
        node = i
        for _ in range(4):
            node = p.heads[node]
            if p.deps[node] == "relcl":
                return p.heads[node]
    return i


def passive(p: Passage, v: int) -> bool:
    """Whether the verb stands in the passive, also as a bare participle behind its noun."""
    if any(p.deps[k] in ("auxpass", "nsubjpass") for k in p.kids[v]):
        return True
    if p.tags[v] != "VBN" or any(p.deps[k] == "aux" for k in p.kids[v]):
        return False
    if any(p.deps[k] in OBJECTS or p.deps[k] == "nsubj" for k in p.kids[v]):
        return False
    if p.deps[v] in ("acl", "advcl", "amod"):
        return True
    return p.deps[v] == "conj" and p.heads[v] != v and passive(p, p.heads[v])


def agent(p: Passage, v: int) -> int | None:
    """The "by" phrase's noun of a passive verb."""
    for k in p.kids[v]:
        if p.deps[k] == "agent" or (p.deps[k] == "prep" and p.lemmas[k] == "by"):
            for kk in p.kids[k]:
                if p.deps[kk] == "pobj":
                    return kk
    return None


def subject(p: Passage, v: int, steps: int = _STEPS) -> int | None:
    """The grammatical subject of a verb: its own, or the one it shares with the verb or noun above it."""
    own = [k for k in p.kids[v] if p.deps[k] in ("nsubj", "nsubjpass", "csubj")]
    if own:  # the last of two: the parser takes a dateline ("KABUL (Agency) -") for a subject
        return real(p, own[-1]) if p.pos[own[-1]] != "VERB" else None
    dep, head = p.deps[v], p.heads[v]
    if not steps or head == v:
        return None
    if dep in ("conj", "dep", "parataxis"):
        if p.pos[head] in ("VERB", "AUX", "ADJ"):
            return subject(p, head, steps - 1)
        return None
    if dep in ("relcl", "acl"):
        return _of_noun(p, v, head, steps)
    if dep == "pcomp":
        above = p.heads[head]
        if p.pos[above] in ("VERB", "AUX"):
            return _controller(p, v, above, steps)
        return _of_noun(p, above, above, steps) if p.pos[above] == "NOUN" else None
    if dep == "advcl" and p.tags[v] == "VBG" and p.deps[head] in ("xcomp", "advcl") and p.words[p.left[v] - 1] == ",":
        return subject(p, p.heads[head], steps - 1)  # ", arguing that …" is the main verb's, whatever stands between
    if dep in ("xcomp", "ccomp", "advcl", "acomp", "attr", "oprd"):
        if dep in ("ccomp", "advcl") and p.tags[v] in ("VBD", "VBZ", "VBP") and p.kid(v, "mark") is not None:
            return None
        return _controller(p, v, head, steps)
    return None


def _controller(p: Passage, v: int, head: int, steps: int) -> int | None:
    """Whose infinitive or participle it is: the object's after "urged", else the subject's of the verb above."""
    if p.deps[v] != "advcl" and p.lemmas[head] in grammar()["object_control"]:
        for k in p.kids[head]:
            if p.deps[k] in (*OBJECTS, "dative", "nsubjpass") and p.pos[k] in ("NOUN", "PROPN", "PRON"):
                return real(p, k)
            if p.deps[k] == "prep" and p.lemmas[k] in ("on", "upon", "for", "to") and k < v:
                found = p.kid(k, "pobj")
                if found is not None:
                    return found
    return subject(p, head, steps - 1)


def _of_noun(p: Passage, v: int, noun: int, steps: int) -> int | None:
    """The subject of a clause on a noun: the noun ("troops shelling") or its owner ("Kyiv's plan to meet")."""
    infinitive = any(p.lemmas[k] == "to" and p.deps[k] == "aux" for k in p.kids[v]) or p.deps[v] not in ("acl", "relcl")
    if not infinitive:
        return noun
    owner = p.kid(noun, "poss")
    if owner is not None:
        return owner
    head = p.heads[noun]
    if head != noun and p.pos[head] in ("VERB", "AUX") and p.deps[noun] in (*OBJECTS, "attr", "pobj"):
        return subject(p, head, steps - 1)
    return noun if p.pos[noun] == "PROPN" else None


def objects(p: Passage, v: int) -> list[int]:
    """What the verb is done to: its object, its passive's subject, the noun its participle or relative clause is on."""
    out = [real(p, k) for k in p.kids[v] if p.deps[k] in OBJECTS]
    if out:
        return out
    if passive(p, v):
        found = subject(p, v)
        return [found] if found is not None else []
    if p.deps[v] == "relcl" and any(p.deps[k] == "nsubj" and p.words[k].lower() not in _WH for k in p.kids[v]):
        return [p.heads[v]]
    return []


def behind(p: Passage, i: int, *words: str) -> list[int]:
    """The objects of the prepositions `words` that hang on token `i`, in text order; all if none are given."""
    out = []
    for k in p.kids[i]:
        if p.deps[k] in ("prep", "dative", "agent") and p.pos[k] in ("ADP", "SCONJ", "PART", "ADV", "VERB"):
            if words and p.lemmas[k] not in words:
                continue
            for kk in p.kids[k]:
                if p.deps[kk] == "pobj":
                    out.append(kk)
                elif p.deps[kk] == "prep":
                    out += [m for m in p.kids[kk] if p.deps[m] == "pobj"]
    return out


def speaker_above(p: Passage, v: int) -> int | None:
    """The subject of the nearest verb of speech whose content the verb stands in; None if there is none."""
    node, words = v, grammar()["speech"]
    for _ in range(_STEPS):
        head = p.heads[node]
        if head == node:
            return None
        if p.deps[node] in ("ccomp", "xcomp", "pcomp") and p.lemmas[head] in words:
            return subject(p, head)
        node = head
    return None


def part_of_many(p: Passage, t: int) -> list[int]:
    """The peoples of a compound head: "U.S. and Russian officials", "leaders of A and B", "Putin and envoy Witkoff"."""
    for k in p.kids[t]:
        if p.deps[k] in ("nmod", "compound", "amod") and (p.words[k][:1].isupper() or p.deps[k] == "compound"):
            if p.deps[k] == "compound":
                deeper = part_of_many(p, k)
                if deeper:
                    return [*deeper[:1], t] if p.pos[t] == "PROPN" and deeper[-1] != t else deeper
            mates = [m for m in p.kids[k] if p.deps[m] == "conj" and p.words[m][:1].isupper()]
            if mates and any(p.deps[m] == "cc" for m in p.kids[k]):
                return [k, t] if p.pos[t] == "PROPN" else [k, *mates]
    if p.lemmas[t] in grammar()["leaders"]:
        for o in behind(p, t, "of"):
            mates = conjuncts(p, o)
            if len(mates) > 1:
                return mates
    return []


def deep(p: Passage, v: int, word: str) -> list[int]:
    """Objects of a preposition anywhere among the verb's arguments, as long as no other verb stands between."""
    out = []
    for k in range(v + 1, min(p.right[v], v + 40) + 1):
        if p.lemmas[k] != word or p.deps[k] not in ("prep", "dative"):
            continue
        node = p.heads[k]
        for _ in range(8):
            if node == v or p.pos[node] in ("VERB", "AUX"):
                break
            node = p.heads[node]
        if node == v:
            out += [m for m in p.kids[k] if p.deps[m] == "pobj"]
    return out


def in_relative(p: Passage, v: int) -> bool:
    """Whether the verb stands inside a relative clause without being its head."""
    node = v
    for _ in range(_STEPS):
        if p.deps[node] == "relcl":
            return node != v
        if p.heads[node] == node:
            return False
        node = p.heads[node]
    return False

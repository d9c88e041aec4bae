"""Which way a date lies that names no year or no week: taken from the grammar of the words that govern it.

"prepared for Tuesday", "will meet on Tuesday", "postponed until Monday" look forward; "told reporters on Monday" back.
"""

from __future__ import annotations

from parley.language.passage import Passage
from parley.language.times.lexicon import lexicon

FORWARD, BACK, UNKNOWN = 1, -1, 0

_STEPS = 24
"""How far up the tree the governing verb is sought; deeper trees are parses gone wrong."""
_MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "could", "can", "ca", "may", "might",
                     "should", "must"})  # fmt: skip
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON"})


def top_of(p: Passage, first: int, last: int) -> int:
    """The token among `first`..`last` (inclusive) whose governor lies outside."""
    node = first
    for _ in range(last - first + 1):
        head = p.heads[node]
        if head == node or not first <= head <= last:
            break
        node = head
    return node


def adverbial(p: Passage, node: int) -> bool:
    """Whether the expression says when something happens (rather than being a subject, an object, a modifier of a noun)."""
    dep = p.deps[node]
    if dep == "pobj":
        return p.words[p.heads[node]].lower() in (
            "on",
            "in",
            "at",
            "by",
            "since",
            "until",
            "till",
            "from",
            "before",
            "after",
        )
    return dep in ("npadvmod", "advmod", "tmod", "prep", "ROOT")


def direction(p: Passage, node: int) -> int:
    """FORWARD, BACK or UNKNOWN for the date whose topmost token is `node`."""
    sets = lexicon().sets
    preposition = ""
    for _ in range(_STEPS):
        head, word = p.heads[node], p.words[node].lower()
        if p.pos[node] in ("VERB", "AUX") and p.deps[node] not in ("prep", "amod", "compound"):
            if word in sets["forward_prepositions"]:
                return FORWARD
            return _with_preposition(p, node, preposition)
        if p.deps[node] in ("prep", "mark", "advmod") or p.pos[node] in ("ADP", "SCONJ"):
            if word in ("until", "till", "since", "ahead", "by", "starting", "beginning", "pending", "effective"):
                preposition = preposition or word
            elif word == "for" and not preposition and _bare(p, node):
                return FORWARD
        elif p.pos[node] in _NOUNS:
            for k in p.kids[node]:
                if p.words[k].lower() in sets["forward_adjectives"] and p.deps[k] in ("amod", "acl", "compound"):
                    return FORWARD
            if p.lemmas[node] in sets["incidents"]:
                return BACK
        if head == node:
            break
        node = head
    if preposition in ("since",):
        return BACK
    return FORWARD if preposition else UNKNOWN


def _bare(p: Passage, node: int) -> bool:
    """Whether the preposition governs the date itself ("for Tuesday") and not something of that day."""
    lex = lexicon()
    obj = p.kid(node, "pobj")
    return obj is not None and p.words[obj].lower() in lex.weekdays and p.right[obj] - p.left[obj] < 2


def _with_preposition(p: Passage, verb: int, preposition: str) -> int:
    sets = lexicon().sets
    if preposition == "since":
        return BACK
    tense = tense_of(p, verb)
    if preposition in ("until", "till"):
        return BACK if tense == BACK and p.lemmas[verb] in sets["lasting"] else FORWARD
    if preposition == "by":
        return FORWARD if tense != BACK or p.lemmas[verb] in sets["planning"] else BACK
    return FORWARD if preposition else tense


def tense_of(p: Passage, verb: int, steps: int = _STEPS) -> int:
    """Whether a verb speaks of what is to come (FORWARD) or of what was (BACK)."""
    sets = lexicon().sets
    tag, lemma, head = p.tags[verb], p.lemmas[verb], p.heads[verb]
    aux = [k for k in p.kids[verb] if p.deps[k] in ("aux", "auxpass")]
    words = [p.words[k].lower() for k in aux]
    lemmas = [p.lemmas[k] for k in aux]
    perfect = "have" in lemmas
    if not _MODALS.isdisjoint(w for w, k in zip(words, aux, strict=True) if p.tags[k] == "MD"):
        return BACK if perfect and tag == "VBN" else FORWARD
    if perfect:
        return BACK
    if "to" in words:
        if head == verb or p.lemmas[head] in sets["forward_heads"] or p.pos[head] in ("NOUN", "PROPN", "ADJ"):
            return FORWARD
        return tense_of(p, head, steps - 1) if steps else UNKNOWN
    past_aux = any(w in ("was", "were", "did", "got", "had") for w in words)
    if lemma in sets["planning"] and tag in ("VBN", "VBG") and not (tag == "VBG" and past_aux):
        return FORWARD
    if tag == "VBD" or past_aux:
        return BACK if lemma != "be" or not _due(p, verb) else FORWARD
    if tag == "VBN" and not aux and p.deps[verb] != "conj":
        return BACK
    if tag in ("VBZ", "VBP") or any(
        w in ("is", "are", "'s", "’s", "'re", "'m", "am", "does", "do", "be") for w in words
    ):
        if p.kind in ("headline", "keypoint") or (lemma in sets["reporting"] and tag in ("VBZ", "VBP")):
            return BACK
        return FORWARD
    if head == verb or not steps:
        return FORWARD if tag == "VB" else UNKNOWN
    return _clause_above(p, head, steps)


def _clause_above(p: Passage, node: int, steps: int) -> int:
    """The tense of the nearest verb at or above `node`."""
    while steps and p.pos[node] not in ("VERB", "AUX") and p.heads[node] != node:
        node, steps = p.heads[node], steps - 1
    return tense_of(p, node, steps - 1) if steps and p.pos[node] in ("VERB", "AUX") else UNKNOWN


def _due(p: Passage, verb: int) -> bool:
    """ "was due", "was set", "were ready": a past plan still looks forward."""
    return any(
        p.lemmas[k] in ("due", "set", "slated", "poised", "ready")
        for k in p.kids[verb]
        if p.deps[k] in ("acomp", "attr")
    )

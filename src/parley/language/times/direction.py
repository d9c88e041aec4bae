"""Which way a date lies that names no year or no week: taken from the grammar of the words that govern it.

"prepared for Tuesday", "will meet on Tuesday", "postponed until Monday" look forward; "told reporters on Monday" back.
"""

from __future__ import annotations

from bisect import bisect_left

from parley.language.passage import Passage
from parley.language.times.lexicon import lexicon

FORWARD, BACK, UNKNOWN, PRESENT = 1, -1, 0, 2
"""PRESENT: a simple present, which in news tells of a fixture to come ("the talks begin on Friday") or of a state."""

_STEPS = 24
"""How far up the tree the governing verb is sought; deeper trees are parses gone wrong."""
_BESIDE = 12
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON"})
_WHEN = frozenset({"on", "in", "at", "by", "since", "until", "till", "from", "before", "after"})
_LIMITS = frozenset({"until", "till", "since", "ahead", "by", "starting", "beginning", "pending", "effective"})
_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "'m", "’m", "am", "does", "do", "be"})
_PAST = frozenset({"was", "were", "did", "got", "had"})


def top_of(p: Passage, first: int, last: int) -> int:
    """The token among `first`..`last` (inclusive) whose governor lies outside."""
    node = first
    for _ in range(last - first + 1):
        head = p.heads[node]
        if head == node or not first <= head <= last:
            break
        node = head
    return node


def near_kids(p: Passage, node: int) -> list[int]:
    """The dependents next to `node`, a dozen each side: auxiliaries stand there, and no list of thousands is walked."""
    kids = p.kids[node]
    if len(kids) <= 2 * _BESIDE:
        return kids
    middle = bisect_left(kids, node)
    return kids[max(0, middle - _BESIDE) : middle + _BESIDE]


def adverbial(p: Passage, node: int) -> bool:
    """Whether the expression says when something happens (and is no subject, object or modifier of a noun)."""
    dep = p.deps[node]
    if dep == "pobj":
        return p.words[p.heads[node]].lower() in _WHEN
    return dep in ("npadvmod", "advmod", "tmod", "prep", "ROOT")


def direction(p: Passage, node: int) -> int:
    """FORWARD, BACK, PRESENT or UNKNOWN for the date whose topmost token is `node`."""
    date, preposition, of_noun = node, "", p.deps[node] in ("poss", "compound", "nmod")
    for _ in range(_STEPS):
        head, word = p.heads[node], p.words[node].lower()
        if p.pos[node] in ("VERB", "AUX") and p.deps[node] not in ("prep", "amod", "compound"):
            if _before_to(p, date, node):
                node = head
                continue
            way = _with_preposition(p, node, preposition)
            return UNKNOWN if way == PRESENT and of_noun else way
        if p.deps[node] in ("prep", "mark", "advmod") or p.pos[node] in ("ADP", "SCONJ"):
            if word in _LIMITS:
                preposition = preposition or word
            elif word == "for" and not preposition and _bare(p, node):
                return FORWARD
            elif word == "from" and not preposition and _bare(p, node):
                preposition = word
        elif p.pos[node] in _NOUNS and (way := _noun_way(p, node)):
            return way
        if head == node:
            break
        node = head
    if preposition in ("since", "from"):
        return BACK if preposition == "since" else UNKNOWN
    return FORWARD if preposition else UNKNOWN


def _before_to(p: Passage, date: int, verb: int) -> bool:
    """Whether the date stands before "to": "prompted the firm on Tuesday to start" dates the verb above."""
    return p.heads[verb] < date and any(
        p.words[k].lower() == "to" and k > date for k in near_kids(p, verb) if p.deps[k] == "aux"
    )


def noun_way(p: Passage, node: int) -> int:
    """FORWARD or BACK when a noun over the date at `node` tells, whatever the verb: UNKNOWN else."""
    for _ in range(_STEPS):
        if p.pos[node] in ("VERB", "AUX"):
            break
        if p.pos[node] in _NOUNS and (way := _noun_way(p, node)):
            return way
        if p.heads[node] == node:
            break
        node = p.heads[node]
    return UNKNOWN


def _noun_way(p: Passage, noun: int) -> int:
    """What a noun tells: "the planned call on Tuesday" looks forward, "Monday's attack" back, whatever the verb."""
    sets = lexicon().sets
    for k in near_kids(p, noun):
        if p.words[k].lower() in sets["forward_adjectives"] and p.deps[k] in ("amod", "acl", "compound"):
            return FORWARD
    return BACK if p.lemmas[noun] in sets["incidents"] else UNKNOWN


def _bare(p: Passage, node: int) -> bool:
    """Whether the preposition governs the date itself ("for Tuesday") and not something of that day."""
    obj = p.kid(node, "pobj")
    return obj is not None and p.words[obj].lower() in lexicon().weekdays and p.right[obj] - p.left[obj] < 2


def _with_preposition(p: Passage, verb: int, preposition: str) -> int:
    sets = lexicon().sets
    if preposition == "since":
        return BACK
    if not preposition and p.words[verb].lower() in sets["forward_prepositions"]:
        return FORWARD
    tense = tense_of(p, verb)
    if preposition == "from":  # "calls for a pause from Monday"
        return FORWARD if p.tags[verb] in ("VBZ", "VBP") else tense
    if preposition in ("until", "till"):
        over = p.lemmas[verb] in sets["lasting"] or any(
            p.lemmas[k] == "have" for k in near_kids(p, verb) if p.deps[k] == "aux"
        )
        return BACK if tense == BACK and over else FORWARD
    if preposition == "by" and any(p.lemmas[k] in ("if", "unless") for k in near_kids(p, verb) if p.deps[k] == "mark"):
        return FORWARD  # "if they had not answered by Friday, she said, …"
    if preposition == "by":
        return FORWARD if tense != BACK or p.lemmas[verb] in sets["planning"] else BACK
    return FORWARD if preposition else tense


def tense_of(p: Passage, verb: int, steps: int = _STEPS) -> int:
    """Whether a verb speaks of what is to come (FORWARD), of what was (BACK), or stands in the simple PRESENT."""
    sets = lexicon().sets
    tag, lemma, head = p.tags[verb], p.lemmas[verb], p.heads[verb]
    aux = [k for k in near_kids(p, verb) if p.deps[k] in ("aux", "auxpass")]
    words = {p.words[k].lower() for k in aux}
    perfect = any(p.lemmas[k] == "have" for k in aux)
    if any(p.tags[k] == "MD" for k in aux):
        return BACK if perfect and tag == "VBN" else FORWARD
    if perfect:
        return BACK
    if "to" in words:
        return _infinitive(p, verb, steps)
    past = not words.isdisjoint(_PAST)
    if lemma in sets["planning"] and tag in ("VBN", "VBG") and not (tag == "VBG" and past):
        return FORWARD
    if tag == "VBD" or past:
        return FORWARD if lemma == "be" and _due(p, verb) else BACK
    if tag == "VBN" and not aux and p.deps[verb] != "conj":
        return BACK
    if tag in ("VBZ", "VBP") or not words.isdisjoint(_PRESENT):
        return _present(p, verb)
    if head == verb or not steps:
        return FORWARD if tag == "VB" else UNKNOWN
    return _clause_above(p, head, steps)


def _present(p: Passage, verb: int) -> int:
    """Headlines tell the past in the present tense, and so do reporting verbs; timetables tell what is to come."""
    sets, lemma = lexicon().sets, p.lemmas[verb]
    if p.kind in ("headline", "keypoint") or (lemma in sets["reporting"] and p.tags[verb] in ("VBZ", "VBP")):
        return BACK
    if lemma in sets["timetable"] or p.tags[verb] == "VBG" or (lemma == "be" and _due(p, verb)):
        return FORWARD
    return PRESENT


def _infinitive(p: Passage, verb: int, steps: int) -> int:
    """The infinitive: "plans to meet" and "is to travel" look forward; "met to discuss" takes the tense of "met"."""
    head = p.heads[verb]
    if head == verb or p.lemmas[head] in lexicon().sets["forward_heads"]:
        return FORWARD
    if p.kind in ("headline", "keypoint") and p.kid(verb, "nsubj") is not None:
        return FORWARD  # as headlines say it: "Envoys to meet Tuesday"
    return _clause_above(p, head, steps)


def _clause_above(p: Passage, node: int, steps: int) -> int:
    """The tense of the nearest verb at or above `node`."""
    while steps and p.pos[node] not in ("VERB", "AUX") and p.heads[node] != node:
        node, steps = p.heads[node], steps - 1
    return tense_of(p, node, steps - 1) if steps and p.pos[node] in ("VERB", "AUX") else UNKNOWN


def _due(p: Passage, verb: int) -> bool:
    """A past plan still looks forward: "was due", "was set", "were ready"."""
    due = lexicon().sets["due"]
    return any(p.lemmas[k] in due for k in near_kids(p, verb) if p.deps[k] in ("acomp", "attr", "xcomp"))

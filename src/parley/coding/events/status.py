"""Whether an event happened, is planned, proposed, denied or only supposed: read from the words that govern it."""

from __future__ import annotations

from parley.coding.events.find import Hit
from parley.coding.events.words import grammar
from parley.language.passage import Passage
from parley.records import EventStatus

_STEPS = 10


def status_of(p: Passage, hit: Hit) -> tuple[EventStatus, bool]:
    """The status of a hit, and whether it is denied of the future ("will not sign": a refusal)."""
    if hit.rule.entry.status is not None:
        return hit.rule.entry.status, False
    node = hit.head
    found: EventStatus = "happened"
    refusal = False
    if p.pos[node] in ("NOUN", "PROPN"):
        found = _of_noun(p, node)
        if found != "happened":
            return found, False
        above = _over(p, node)
        if above is not None:
            return above, False
        verb, word = _governor(p, node)
        if verb is None:
            return found, False
        if word == "subject" and p.lemmas[verb] not in grammar()["occur"]:
            return found, False
        if word == "object":
            listed = _listed(p, verb)
            if listed is not None:
                return listed, False
            if _negated(p, verb):
                return "denied", False
        elif word == "other":
            return found, False
        node = verb
        own, _ = _own(p, node)
        if (
            word == "subject"
            and own == "happened"
            and p.tags[node] in ("VBZ", "VBP")
            and p.lemmas[node] not in ("follow", "be")
        ):
            own = "happened"
        return (own, False) if own != "happened" or word == "subject" else _above(p, node, own, refusal)
    if hit.word != hit.head and p.pos[hit.word] in ("NOUN", "PROPN"):
        noun = _of_noun(p, hit.word)
        if noun == "denied":
            return noun, False
    if p.deps[node] == "relcl" and any(p.words[k].lower() == "any" for k in p.kids[p.heads[node]]):
        return "hypothetical", False
    own, refusal = _own(p, node)
    if hit.pattern == "adjective" and p.pos[p.heads[node]] == "AUX" and _negated(p, p.heads[node]):
        return "denied", True  # "is not ready to": a refusal
    if own == "happened" and _infinitive(p, node) and p.deps[node] in ("ROOT", "ccomp", "relcl", "dep"):
        own = "planned" if p.deps[node] == "ROOT" else "proposed"
    if (
        own == "happened"
        and p.lemmas[node] in grammar()["promising"]
        and hit.rule.entry.type not in ("SUPPORT", "THREATEN")
    ):
        own = "proposed" if p.lemmas[node] == "offer" else "planned"
    if own != "happened":
        if own == "planned" or own == "hypothetical":
            above, _ = _above(p, node, own, refusal)
            return (above if above in ("denied",) else own), refusal
        return own, refusal
    return _above(p, node, own, refusal)


def _own(p: Passage, v: int) -> tuple[EventStatus, bool]:
    """What the verb's own auxiliaries, negation and subject say."""
    words = grammar()
    negated = _negated(p, v)
    modal = ""
    for k in p.kids[v]:
        if p.deps[k] == "aux" and (p.tags[k] == "MD" or p.words[k].lower() in words["would"]):
            modal = p.words[k].lower()
        elif p.deps[k] == "aux" and p.lemmas[k] == "go":
            modal = "will"
    if modal in words["future_modals"]:
        return ("denied", True) if negated else ("planned", False)
    if modal in words["would"]:
        if negated:
            return "denied", True
        return ("planned" if _reported_future(p, v) else "hypothetical"), False
    if modal in words["maybe_modals"]:
        return ("denied" if negated else "hypothetical"), False
    if modal in words["should_modals"]:
        return ("denied" if negated else "proposed"), False
    return ("denied" if negated else "happened"), False


def _reported_future(p: Passage, v: int) -> bool:
    """ "said he would meet": the future of what was said, with a past verb of speech above and no condition beside."""
    head = p.heads[v]
    if p.deps[v] not in ("ccomp", "conj") or p.pos[head] != "VERB":
        return False
    if any(
        p.deps[k] == "advcl" and any(p.deps[m] == "mark" and p.lemmas[m] in ("if", "unless") for m in p.kids[k])
        for k in p.kids[v]
    ):
        return False
    return p.lemmas[head] in grammar()["speech"]


def _negated(p: Passage, v: int) -> bool:
    words = grammar()["negative"]
    for k in p.kids[v]:
        if p.deps[k] == "neg" or (
            p.deps[k] in ("det", "preconj", "cc", "advmod") and p.words[k].lower() in words and k < v
        ):
            return True
        if p.deps[k] in ("nsubj", "nsubjpass", "dobj") and any(p.words[m].lower() == "no" for m in p.kids[k]):
            return True
        if p.deps[k] in ("nsubj", "nsubjpass") and p.words[k].lower() in ("nobody", "none", "neither"):
            return True
    return False


def _of_noun(p: Passage, n: int) -> EventStatus:
    """What the words in the noun phrase say: "the planned call", "a possible summit", "no talks"."""
    words = grammar()
    for k in p.kids[n]:
        low = p.words[k].lower()
        if k < n and (p.deps[k] in ("amod", "compound", "det", "advmod", "nummod", "neg") or p.tags[k] == "VBN"):
            if low == "no":
                return "denied"
            if low in words["planned_adjectives"]:
                return "planned"
            if low in words["proposed_adjectives"]:
                return "proposed"
            if low in words["maybe_adjectives"]:
                return "hypothetical" if low != "new" and (low != "further" or not _told(p, n)) else "happened"
        if p.deps[k] == "acl" and p.lemmas[k] in ("plan", "schedule", "propose", "expect", "set"):
            return "proposed" if p.lemmas[k] == "propose" else "planned"
    return "happened"


def _told(p: Passage, n: int) -> bool:
    """Whether the noun is what a past verb did ("held further talks")."""
    head = p.heads[n]
    return p.deps[n] in ("dobj", "nsubjpass") and p.tags[head] in ("VBD", "VBN")


def _over(p: Passage, n: int) -> EventStatus | None:
    """What a noun over the event noun says: "no plans for a meeting", "a proposal for talks", "the threat of war"."""
    words, prep = grammar(), p.heads[n]
    if p.deps[n] != "pobj" or p.lemmas[prep] not in ("for", "of", "to", "about"):
        return None
    above = p.heads[prep]
    if p.pos[above] not in ("NOUN", "PROPN"):
        return None
    lemma = p.lemmas[above]
    for status in ("planned", "proposed", "hypothetical", "denied"):
        if lemma in words[f"{status}_nouns"]:
            verb = p.heads[above]
            absent = any(p.words[k].lower() == "no" for k in p.kids[above]) or (
                p.pos[verb] in ("VERB", "AUX") and _negated(p, verb)
            )
            return "denied" if absent else status
    return None


def _governor(p: Passage, n: int) -> tuple[int | None, str]:
    """The verb over an event noun, and how the noun hangs on it."""
    node, way = n, ""
    for _ in range(6):
        dep, head = p.deps[node], p.heads[node]
        if head == node:
            return None, ""
        if p.pos[head] in ("VERB", "AUX"):
            if way:
                return head, way
            if dep in ("nsubj", "nsubjpass"):
                return head, "subject"
            if dep in ("dobj", "obj"):
                return head, "object"
            if dep == "prep" and p.lemmas[node] in ("for", "of", "about", "against", "to"):
                return head, "object"
            return head, "other"
        if dep in ("prep", "pobj", "conj", "compound", "pcomp"):
            node = head
            continue
        return None, ""
    return None, ""


def _listed(p: Passage, verb: int) -> EventStatus | None:
    """The status that the governing verb's own sense gives, None when it gives none."""
    words, lemma = grammar(), p.lemmas[verb]
    if lemma in words["denied"]:
        return "denied"
    if lemma in words["proposed"]:
        return "proposed"
    if lemma in ("plan", "schedule", "expect", "announce", "prepare", "await", "arrange", "set"):
        return "planned"
    if lemma in words["hypothetical"]:
        return "hypothetical"
    return None


def _above(p: Passage, v: int, own: EventStatus, refusal: bool) -> tuple[EventStatus, bool]:
    """What the verbs over the event say: "plans to meet", "if they surrendered", "denied that it attacked"."""
    words = grammar()
    node = v
    for _ in range(_STEPS):
        if any(p.deps[k] == "mark" and p.lemmas[k] in words["conditions"] for k in p.kids[node]):
            return "hypothetical", refusal
        if any(p.deps[k] == "aux" and p.words[k].lower() == "should" and k == p.left[node] for k in p.kids[node]):
            return "hypothetical", refusal
        dep, head = p.deps[node], p.heads[node]
        if head == node:
            break
        lemma = p.lemmas[head]
        if dep == "xcomp" or (dep in ("ccomp", "advcl", "acl", "acomp") and _infinitive(p, node)):
            copula = p.heads[head] if p.pos[head] == "ADJ" else head
            if (_negated(p, head) or _negated(p, copula)) and p.pos[head] in ("VERB", "AUX", "ADJ"):
                return "denied", refusal
            if lemma in words["denied"]:
                return "denied", refusal
            if lemma in words["planned"]:
                if dep == "advcl" and _infinitive(p, node) and lemma in ("travel", "meet", "gather", "fly", "convene"):
                    return "planned", refusal
                return "planned", refusal
            if lemma in words["proposed"]:
                return "proposed", refusal
            if lemma in words["hypothetical"]:
                return "hypothetical", refusal
            if dep == "acl" and p.pos[head] == "NOUN":
                return (
                    "planned"
                    if lemma in ("plan", "decision", "agreement", "intention", "readiness", "pledge", "promise", "deal")
                    else "proposed"
                ), refusal
            if dep == "advcl" and _infinitive(p, node) and p.pos[head] == "AUX":
                return "planned", refusal
            if dep == "xcomp" and lemma == "be" and _infinitive(p, node):
                return "planned", refusal
            if dep == "advcl" and lemma not in words["transparent"]:
                return "planned" if _infinitive(p, node) else own, refusal
            if lemma in words["transparent"] or p.pos[head] in ("AUX", "ADJ"):
                other, negative = _own(p, head)
                if other != "happened":
                    return other, negative
                node = head
                continue
            if p.tags[node] == "VB" and _infinitive(p, node):
                return "planned", refusal
        elif dep == "ccomp":
            if lemma in words["denied"]:
                return "denied", refusal
            if p.tags[node] == "VB" and lemma in words["proposed"]:
                return "proposed", refusal
        elif dep == "pcomp":
            above = p.heads[head]
            if p.lemmas[above] in words["hypothetical"] | words["proposed"]:
                return ("hypothetical" if p.lemmas[above] in words["hypothetical"] else "proposed"), refusal
            if p.lemmas[above] in words["denied"]:
                return "denied", refusal
            return own, refusal
        elif dep == "conj" and p.pos[head] in ("VERB", "AUX"):
            if not any(p.deps[k] in ("nsubj", "nsubjpass") for k in p.kids[node]) and p.tags[node] in (
                "VB",
                "VBN",
                "VBG",
            ):
                other, negative = _own(p, head)
                if other != "happened":
                    return other, negative
            elif p.tags[node] not in ("VB", "VBG"):
                return own, refusal
        elif (
            dep == "advcl"
            and any(
                p.deps[k] == "mark"
                and p.lemmas[k] in ("as", "while", "after", "before", "because", "since", "when", "once")
                for k in p.kids[node]
            )
        ) or dep in ("relcl", "advcl", "acl", "parataxis"):
            return own, refusal
        node = head
    return own, refusal


def _infinitive(p: Passage, v: int) -> bool:
    return p.tags[v] == "VB" and any(p.lemmas[k] == "to" and p.deps[k] == "aux" for k in p.kids[v])

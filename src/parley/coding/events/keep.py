"""Which findings are events: how sure each is, and what is left out (what only stands inside another's words)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from parley.coding.events.tree import in_relative

if TYPE_CHECKING:
    from parley.coding.events.coder import Draft

FLOOR = 0.3
_WORDS = frozenset({"REQUEST", "THREATEN", "ACCUSE", "AGREE", "REJECT", "SUPPORT"})
_SPEECH = frozenset({"REQUEST", "THREATEN", "ACCUSE", "AGREE", "REJECT"})


def confidence_of(d: Draft) -> float:
    """How sure a finding is, 0 to 1: by how it was found and how much of who and whom is known."""
    base = {"verb": 0.85, "light verb": 0.85, "noun": 0.65, "adjective": 0.7, "said + must": 0.6}[d.hit.pattern]
    if d.actor.names == ():
        base -= 0.2 if d.actor.texts else 0.25
    if d.recipient.names == ():
        base -= 0.05 if d.recipient.texts else 0.15
    if d.type in ("SUPPORT", "ACCUSE") and not (d.recipient.names or d.recipient.proper):
        base -= 0.2  # an opinion on a thing: true, and seldom what an analyst notes down as an event
    return round(max(base, 0.05), 2)


def kept(drafts: Sequence[Draft]) -> list[Draft]:
    """The findings of one passage that are events of their own."""
    out: list[Draft] = []
    for d in drafts:
        if d.hit.pattern == "number":
            out.append(d)
            continue
        if d.hit.pattern == "noun" and any(o.hit.object == d.hit.word and o is not d for o in drafts):
            continue
        if not (d.actor.names or d.recipient.names or d.actor.proper or d.recipient.proper or d.date):
            continue
        if d.confidence < FLOOR or _bare_noun(d) or _unsaid(d) or _inside(d, drafts):
            continue
        out.append(d)
    return out


def _unsaid(d: Draft) -> bool:
    """Words without someone who says them, one's own talk ("I will not …"), and supposed events no one is to do."""
    p, hit = d.passage, d.hit
    if not d.actor.texts and (
        d.type in _WORDS
        or (d.status in ("proposed", "hypothetical", "denied") and hit.pattern != "noun" and d.type != "ASSAULT")
    ):
        return True
    if any(text.lower() in ("i", "we", "you") for text in d.actor.texts):
        return True
    if d.type == "SUPPORT" and d.status in ("planned", "proposed"):
        return True
    if d.type in _WORDS and not d.actor.names and not d.recipient.names and d.type != "REQUEST":
        return True
    if hit.rule.entry.takes == ("with",) and hit.word != hit.head and not d.recipient.names:
        return True  # "had breakfast", with nobody
    if hit.pattern in ("noun", "number"):
        return False
    v = hit.head
    if d.status != "happened" and not d.actor.names and not d.recipient.names and not d.date:
        return True
    if d.status == "denied" and d.type == "REQUEST":
        return True
    if p.kind != "body" and any(name.startswith("anonymous") for name in (*d.actor.names, *d.recipient.names)):
        return True
    if d.status == "hypothetical" and d.type in ("REQUEST", "ACCUSE", "REJECT", "SUPPORT"):
        return True
    if p.deps[v] == "relcl" and d.type == "ASSAULT" and not d.date and p.words[p.left[v] - 1] != ",":
        return True
    if in_relative(p, v) and (hit.pattern == "adjective" or p.deps[v] == "advcl"):
        return True
    if p.deps[v] == "relcl" and (p.lemmas[p.heads[v]] == "time" or d.status == "hypothetical"):
        return True
    if hit.pattern == "adjective" and (d.status != "happened" or p.deps[p.heads[v]] == "relcl"):
        return True
    return bool(any(p.tags[k] in ("WP", "WDT") and p.deps[k] == "dobj" and p.deps[v] == "ccomp" for k in p.kids[v]))


def _bare_noun(d: Draft) -> bool:
    """An event noun that tells nothing new: "the talks", "an attack" with no one named and no day."""
    if d.hit.pattern != "noun":
        return False
    sides = len(d.actor.names) + len(d.recipient.names)
    if sides < 2 and not d.date and not (d.actor.names and (d.place or d.type == "REJECT")):
        return True
    if not (sides or d.recipient.texts):
        return True
    p, n = d.passage, d.hit.word
    head = p.heads[n]
    return d.type == "CONSULT" and p.deps[n] == "attr" and p.pos[head] == "AUX"


def _inside(d: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the finding is what another one asks for, threatens, agrees to or blames on someone.

    A meeting that is agreed on is an event to come, and "ready to meet" is no more than that.
    """
    p, node = d.passage, d.hit.head
    if d.hit.pattern == "noun" and d.date and d.type == "ASSAULT":
        return False
    if d.hit.pattern == "adjective":
        return any(o.passage is p and o.type == "CONSULT" and p.heads[o.hit.head] == node for o in drafts)
    if (
        d.type == "CONSULT"
        and p.deps[node] == "xcomp"
        and p.lemmas[p.heads[node]] in ("ready", "willing", "prepared", "agree")
    ):
        return False
    heads = {o.hit.head for o in drafts if o.passage is p and o is not d and o.type in _SPEECH}
    if not heads:
        return False
    for _ in range(8):
        dep, head = p.deps[node], p.heads[node]
        if head == node or dep in ("relcl", "conj", "parataxis", "nsubj", "nsubjpass"):
            bare = p.tags[node] == "VB" and not any(p.tags[k] == "MD" for k in p.kids[node])
            if dep == "conj" and bare and head in heads and p.tags[head] != "VB":
                return True  # "demanded that it become neutral … and cede": the parser's slip
            if dep == "conj" and head not in heads and p.pos[head] in ("VERB", "AUX"):
                node = head
                continue
            return False
        if dep == "advcl" and p.tags[node] != "VB":
            return False
        if head in heads:
            return True
        node = head
    return False

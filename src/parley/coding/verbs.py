"""What the form of a reporting verb tells: negated, hypothetical, a mere description, whose words it passes on."""

from __future__ import annotations

from collections.abc import Sequence

from parley.coding.quotes import Quotation
from parley.coding.sources import Source, is_passive
from parley.language.passage import Passage

_MODAL = frozenset(("would", "could", "may", "might", "should", "must", "can", "will", "'ll", "’ll", "shall"))


def quoted_as(p: Passage, v: int) -> Source | None:
    """ "The agency quoted *him* as saying": the words are his; the agency only carries them."""
    if p.lemmas[v] in ("say", "tell", "add", "write", "warn") and p.tags[v] == "VBG" and p.deps[v] == "pcomp":
        up = p.heads[p.heads[v]]
        if p.tags[up] == "VBG" and p.pos[p.heads[up]] == "VERB":
            up = p.heads[up]  # "quoted a minister, speaking on terms of secrecy, as saying"
        if p.lemmas[p.heads[v]] == "as" and p.lemmas[up] in ("quote", "cite", "report") and not is_passive(p, up):
            quoted = p.kid(up, "dobj")
            return Source(quoted, inherited=True) if quoted is not None else None
    return None


def adjectival(p: Passage, v: int) -> bool:
    """A participle that only describes ("made leaders *worried* that …"), whatever past form the tagger saw."""
    if p.tags[v] not in ("VBN", "VBD") or any(p.deps[k] in ("aux", "auxpass", "agent") for k in p.kids[v]):
        return False
    if p.lemmas[p.heads[v]] in ("make", "leave", "keep", "get"):
        return p.deps[v] in ("ccomp", "oprd", "acomp", "xcomp")
    return p.tags[v] == "VBN" and p.deps[v] in ("oprd", "acomp", "xcomp")


def named_behind(p: Passage, q: Quotation, v: int) -> int | None:
    """ "“We won,” *Korpi*, wearing a green coat, told": the name between, which the parser lost."""
    for t in range(q.last + 1, min(q.last + 9, v)):
        if p.pos[t] in ("PROPN", "NOUN", "PRON") and p.deps[t] != "compound":
            return t
        if p.pos[t] in ("VERB", "AUX") or p.words[t] in (".", ";"):
            return None
    return None


def quote_follows(last: int, p: Passage, quotations: Sequence[Quotation]) -> bool:
    """True for "said: “…”": the quoted words are the content, whatever stands before the cue."""
    return last + 1 < len(p) and p.words[last + 1] == ":" and any(last + 1 < q.first <= last + 3 for q in quotations)


def negated(p: Passage, v: int) -> bool:
    """True for a verb that is negated, by itself or by its subject."""
    return any(
        p.deps[k] == "neg"
        or p.lemmas[k] in ("never", "neither")
        or (p.deps[k] in ("nsubj", "nsubjpass") and nobody(p, k))
        for k in p.kids[v]
    )


def nobody(p: Passage, k: int) -> bool:
    """ "*Neither* side", "*no* minister", "nobody": a subject that is not there."""
    return p.lemmas[k] in ("neither", "none", "nobody") or any(
        m < k and p.words[m].lower() in ("neither", "no") and p.deps[m] in ("det", "preconj", "cc") for m in p.kids[k]
    )


def hypothetical(p: Passage, v: int) -> bool:
    """A report that is not reported to have happened: "would say", "will announce", "to deny", "if he says"."""
    for k in p.kids[v]:
        if p.deps[k] == "aux" and p.words[k].lower() in _MODAL:
            return True
        if p.deps[k] == "mark" and p.lemmas[k] in ("if", "unless", "whether"):
            return True
    return False


def habit(p: Passage, v: int, quotations: Sequence[Quotation]) -> bool:
    """ "“Not yet,” Korpi would say every morning": words in marks were said, again and again."""
    would = any(p.deps[k] == "aux" and p.words[k].lower() == "would" for k in p.kids[v])
    first = p.left[v]
    return would and any(0 <= first - q.last <= 2 or q.first - v in (1, 2) or q.covers(first) for q in quotations)

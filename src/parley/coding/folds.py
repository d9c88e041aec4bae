"""Reports inside reports: what the parser hung on the inner clause and the reader gives to the outer speaker.

"X acknowledged that … but insisted on …", "X said that …, adding that …": the second cue has no subject of its own, so
the first content ends before it and both have one speaker. A report wholly inside another speaker's content is kept
when it is a report of words, and dropped when it is only a noun phrase or an act.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.coding.reports import Report, last_token, token_at, trim
from parley.language.passage import Passage
from parley.records import Span

_ALONE = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_WORDS = frozenset(("clause", "quote"))


def fold(p: Passage, reports: Sequence[Report]) -> list[Report]:
    """The passage's reports with contents cut where a further cue of the same speaker begins."""
    out: list[Report] = []
    phrases: dict[int, list[Report]] = {}
    for o in reports:
        if o.cue is not None and o.cue.kind == "phrase" and o.cue_range is not None:
            phrases.setdefault(p.sent_of[o.cue_range[0]], []).append(o)
    for r in reports if phrases else ():
        if r.cue_range is not None and r.pieces:
            _without_attribution(p, r, phrases.get(p.sent_of[r.cue_range[0]], ())[:3])
    whole = {id(o): list(o.pieces) for o in reports}
    for r in reports:
        if r.cue_range is None or not (r.pieces or r.frame == "none"):
            out.append(r)
            continue
        if _explains(p, r, out):
            continue
        outer = _outer(p, r, reports, whole)
        if outer is None:
            out.append(r)
            continue
        cut = _seam(p, r, outer)
        if cut is not None:
            if _cut(p, outer, cut) and _unnamed(p, r):
                r.source, r.inherited = outer.source, True
            out.append(r)
        elif r.frame in _WORDS or r.frame == "none":
            out.append(r)
    return out


def _without_attribution(p: Passage, r: Report, phrases: Sequence[Report]) -> None:
    """ "Announced it would vote, *according to the agency*": the closing phrase belongs to no content."""
    for o in phrases:
        if o is r or o.cue is None or o.cue_range is None or o.source is None:
            continue
        if p.lemmas[o.source] in o.cue.unless:
            continue
        if r.cue_range is not None and r.cue_range[0] > o.cue_range[0] and o.pieces and r.start == o.start:
            o.pieces = o.pieces if r.frame == "none" else []  # "…, according to estimates, Korpi said": Korpi's words
            continue
        at, end = p.starts[o.cue_range[0]], p.ends[p.right[o.source]]
        a, b = r.pieces[-1]
        if r.cue_range is not None and r.cue_range[0] < o.cue_range[0] and a < at < b <= end + 2:
            span = trim(p, token_at(p, a), o.cue_range[0] - 1)
            if span:
                r.pieces[-1] = span


def _explains(p: Passage, r: Report, before: Sequence[Report]) -> bool:
    """ "Denied the reports, *calling them false*": a participle about the same thing is part of the same content."""
    if r.cue_range is None or r.frame not in ("complement", "as") or not r.pieces or p.tags[r.cue_range[0]] != "VBG":
        return False
    first = token_at(p, r.start)
    if p.pos[first] != "PRON":
        return False
    up = p.heads[r.cue_range[0]]
    for o in before:
        if o.cue_range is not None and o.cue_range[0] == up and o.frame == "object" and o.pieces:
            o.pieces = [(o.start, r.end)]
            return True
    return False


def _outer(p: Passage, r: Report, reports: Sequence[Report], whole: Mapping[int, Sequence[Span]]) -> Report | None:
    """The nearest report whose content, before anything was cut from it, holds this one's cue."""
    assert r.cue_range is not None
    at = p.starts[r.cue_range[0]]
    found = None
    for o in reports:
        if o is r or o.cue_range is None or o.cue_range[0] >= r.cue_range[0]:
            continue
        if any(a <= at < b for a, b in whole[id(o)]):
            found = o
    return found


def _seam(p: Passage, r: Report, outer: Report) -> int | None:
    """The token before which the outer content must end, if `r` goes on with the outer speaker."""
    if r.cue_range is None or outer.cue_range is None:
        return None
    v, o = r.cue_range[0], outer.cue_range[0]
    if p.pos[v] == "NOUN":
        v = p.heads[v]  # "… and expressed hope that": the light verb carries the noun
    if p.pos[v] not in ("VERB", "AUX"):
        return None
    if p.deps[v] == "relcl" or (p.deps[v] == "acl" and any(p.deps[k] == "nsubj" for k in p.kids[v])):
        first = p.left[v] if _relative(p, v) else p.left[p.heads[v]]
        if p.ends[p.right[v]] + 3 < outer.end and _goes_on(p, v):
            return None  # "said that Sweden, which has long claimed the port, had left": an aside, no new report
        return first if first > 0 and p.words[first - 1] in (",", "—", "–") else None
    alone = next((k for k in p.kids[v] if p.deps[k] in _ALONE), None)
    if alone is not None:
        # "… agreed in principle, *but he demanded* a narrower zone": the reporter goes on, with a pronoun
        start = p.left[v]
        t = start - 1
        if p.tags[v] == "VBG" and t > 0 and p.words[t].lower() == "with" and p.words[t - 1] in (",", "”", '"', "—"):
            return t  # "…, *with* her deputy saying that …"
        if p.lemmas[alone] not in ("he", "she") or p.tags[v] != p.tags[o] or t < 1:
            return None
        if p.deps[v] == "conj" and start == alone and p.words[t].lower() == "but":
            return t
        if p.deps[v] == "conj" and start == alone and p.words[t].lower() == "and" and p.words[t - 1] in (",", "”", '"'):
            return t
        aside = p.deps[v] == "advcl" and p.words[start].lower() in ("though", "although", "while")
        return start if aside and p.words[t] == "," else None
    if p.tags[v] == "VBG":
        t = v
        while t > 0 and (p.pos[t - 1] == "ADV" or p.words[t - 1].lower() in ("while", "when", "by", "and", "but")):
            t -= 1
        return t if t > 0 and p.words[t - 1] in (",", "—", "–") else None
    if p.deps[v] in ("conj", "advcl", "dep") and p.tags[v] == p.tags[o] and p.tags[v] in ("VBD", "VBZ", "VBP", "VBN"):
        t = v
        while t > 0 and (p.pos[t - 1] in ("ADV", "AUX") or p.deps[t - 1] == "neg"):
            t -= 1
        if t > 0 and p.words[t - 1].lower() in ("but", "and", "yet", ","):
            return t - 1
    return None


def _goes_on(p: Passage, v: int) -> bool:
    """True when the clause that a relative clause interrupts goes on behind it with its own finite verb."""
    after = p.right[v] + 1
    stop = min(p.sents[p.sent_of[v]][1], after + 4)
    return any(p.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(after, stop))


def _unnamed(p: Passage, r: Report) -> bool:
    """True when the cue has no subject of its own, so that the outer speaker is its source."""
    v = r.cue_range[0] if r.cue_range else 0
    v = p.heads[v] if p.pos[v] == "NOUN" else v
    return p.deps[v] not in ("relcl", "acl") and not any(p.deps[k] in _ALONE for k in p.kids[v])


def _relative(p: Passage, v: int) -> bool:
    return p.deps[v] == "relcl" and p.words[p.left[v]].lower() in ("who", "which", "whom", "whose")


def _cut(p: Passage, outer: Report, token: int) -> bool:
    """End the outer content before a token; False when nothing would be left of it."""
    at = p.starts[token]
    pieces = []
    for a, b in outer.pieces:
        if b <= at:
            pieces.append((a, b))
        elif a < at:
            last = last_token(p, at)
            span = trim(p, token_at(p, a), last) if token_at(p, a) <= last else None
            if span:
                pieces.append(span)
    if not pieces:
        return False
    outer.pieces = pieces
    return True

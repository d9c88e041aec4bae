"""The speaker of a report: the actor its source token leads to, past documents and newspapers that only carry words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parley.coding.circumstances import Channels
from parley.coding.reports import NOBODY, Report, Speaker
from parley.coding.sources import source_of
from parley.language.passage import Passage

if TYPE_CHECKING:
    from parley.language.actors.index import ActorIndex


_SOME = frozenset((
    "one", "two", "three", "some", "many", "most", "several", "few", "half", "all", "each", "none", "dozen", "others",
))  # fmt: skip
_ORGANS = frozenset(("channel", "television", "radio", "media", "newspaper", "tv", "website"))
"""What a state may own and yet speaks for itself: "Halmere and *its main channel*"."""
_CARRIES = frozenset(("in", "from", "by", "of"))


class Namer:
    """Names the speakers of one article's reports, in text order.

    Remembers whom a newspaper quoted, so that "according to the paper" in the next sentences leads to the same source.
    """

    def __init__(self, actors: ActorIndex, channels: Channels) -> None:
        self._actors = actors
        self._channels = channels
        self._quoted: dict[str, tuple[int, Speaker]] = {}

    def name(self, p: Passage, r: Report) -> Speaker:
        """The speaker of a report; one that continues another takes its speaker, who must have been named before."""
        if r.speaker_of is not None:
            last = r.speaker_of.speaker or NOBODY
            return Speaker(last.name, last.party, last.kind, None, None, last.confidence * 0.85, last.medium)
        if r.source is None:
            return NOBODY
        found = self._resolved(p, _paper(p, r, self._channels.nouns) or r.source)
        via = _carrier(p, r)
        if via is not None:
            outlet = self._resolved(p, via)
            return replace(found, medium=outlet.name if outlet.kind == "outlet" else None)
        if found.kind is None and r.cue is None and r.frame == "quote":
            owner = next((k for k in p.kids[r.source] if p.deps[k] == "poss"), None)
            if owner is not None and self._resolved(p, owner).kind is not None:
                found = self._resolved(p, owner)  # "Her mantra: “…”"
        if found.kind == "outlet":
            return self._behind(p, r, found)
        if p.lemmas[r.source] in self._channels.nouns and p.pos[r.source] == "NOUN":
            owner = _owner(p, r.source)
            author = self._resolved(p, owner) if owner is not None else NOBODY
            medium = p.words[r.source].lower()
            if author.kind is not None or (author.name is not None and _issued(p, r.source)):
                return replace(author, confidence=author.confidence * 0.95, medium=medium)
            return replace(found, medium=medium)
        if found.kind is None:
            found = self._one_of(p, r.source, found)
        return _together(p, r.source, found)

    def _one_of(self, p: Passage, token: int, found: Speaker) -> Speaker:
        """ "One of the lawmakers", "several of Halmere's envoys": unnamed people of the side named after "of"."""
        if p.lemmas[token] not in _SOME:
            return found
        of = next((k for k in p.kids[token] if p.deps[k] == "prep" and p.lemmas[k] == "of"), None)
        whole = p.kid(of, "pobj") if of is not None else None
        if whole is None:
            return found
        group = self._resolved(p, whole)
        if group.kind != "unnamed" and p.tags[whole] not in ("NNS", "NNPS"):
            return found
        first, last = token, whole
        text = p.text_of(first, last).strip()
        return Speaker(
            f"anonymous: {text[0].lower()}{text[1:]}", group.party, "unnamed", text, p.span_of(first, last),
            group.confidence * 0.9,
        )  # fmt: skip

    def _behind(self, p: Passage, r: Report, outlet: Speaker) -> Speaker:
        """Who speaks through an outlet: the source it cites here, or cited a sentence ago; else the outlet itself."""
        cited = _cited(p, r)
        if cited is not None:
            told = self._resolved(p, cited)
            source = replace(told, confidence=told.confidence * 0.9, medium=outlet.name)
            self._quoted[outlet.name or ""] = (p.index, source)
            return source
        remembered = self._quoted.get(outlet.name or "")
        if remembered is not None and p.index - remembered[0] <= 1:
            return replace(remembered[1], confidence=remembered[1].confidence * 0.9)
        return outlet

    def _resolved(self, p: Passage, token: int) -> Speaker:
        ref = self._actors.resolve(p.index, token)
        return Speaker(ref.name, ref.party, ref.kind, ref.text, ref.span, ref.confidence)


def _carrier(p: Passage, r: Report) -> int | None:
    """The agency in "*the agency* quoted him as saying"."""
    if r.cue_range is None or p.deps[r.cue_range[0]] != "pcomp" or r.source is None:
        return None
    up = p.heads[p.heads[r.cue_range[0]]]
    return p.kid(up, "nsubj") if p.heads[r.source] == up and p.deps[r.source] == "dobj" else None


def _paper(p: Passage, r: Report, carriers: frozenset[str]) -> int | None:
    """ "The report found …, but *it* also said": the paper that the clause before has as its subject."""
    if r.cue_range is None or r.source is None or p.words[r.source].lower() != "it":
        return None
    v = r.cue_range[0]
    first = p.heads[v] if p.deps[v] == "conj" else v
    subject = next((k for k in p.kids[first] if p.deps[k] == "nsubj"), None)
    return subject if first != v and subject is not None and p.lemmas[subject] in carriers else None


def _together(p: Passage, token: int, found: Speaker) -> Speaker:
    """ "Korpi and Halmere agreed that": the row is the first one's, less sure, and its words name them all."""
    others = [k for k in p.kids[token] if p.deps[k] == "conj" and k > token and p.pos[k] in ("PROPN", "NOUN")]
    if not others or found.kind not in ("person", "state") or found.span is None:
        return found
    last = others[-1]
    while more := [k for k in p.kids[last] if p.deps[k] == "conj" and p.pos[k] in ("PROPN", "NOUN")]:
        last = more[-1]
    span = found.span[0], p.ends[last]
    if not found.span[1] <= span[1] <= found.span[0] + 200:
        return found
    text = p.text[span[0] - p.start : span[1] - p.start]
    return replace(found, text=text, span=span, confidence=found.confidence * 0.7)


def _issued(p: Passage, token: int) -> bool:
    """True for a statement *from* or *by* somebody."""
    return any(p.deps[k] == "prep" and p.lemmas[k] in ("from", "by") for k in p.kids[token] if k > token)


def _cited(p: Passage, r: Report) -> int | None:
    """ "The paper reported, citing *officials*": the token of who is cited."""
    if r.cue_range is None:
        return None
    for k in p.kids[r.cue_range[0]]:
        if p.lemmas[k] in ("cite", "quote") and p.tags[k] == "VBG":
            return p.kid(k, "dobj")
    return None


def _owner(p: Passage, token: int) -> int | None:
    """Whose statement, post or report it is: possessor, author after "by"/"from", or who issued it."""
    for k in p.kids[token] if p.lemmas[token] not in _ORGANS else ():
        if p.deps[k] == "poss" or (p.deps[k] == "compound" and p.pos[k] == "PROPN"):
            return k  # "Osmara's statement", "a Kremlin statement"
    for k in p.kids[token]:
        if k > token and p.deps[k] == "prep" and p.lemmas[k] in ("by", "from"):
            return p.kid(k, "pobj")
        if k > token and p.deps[k] == "acl" and p.tags[k] == "VBN":
            by = next((m for m in p.kids[k] if p.deps[m] == "agent"), None)
            if by is not None:
                return p.kid(by, "pobj")
    h = p.heads[token]
    if p.pos[h] == "VERB" and p.deps[token] in ("dobj",):
        return source_of(p, h).token
    if p.deps[token] == "pobj" and p.lemmas[h] in _CARRIES and p.pos[p.heads[h]] == "VERB":
        return source_of(p, p.heads[h]).token
    return None

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
        found = self._resolved(p, r.source)
        if found.kind == "outlet":
            return self._behind(p, r, found)
        if p.lemmas[r.source] in self._channels.nouns and p.pos[r.source] == "NOUN":
            owner = _owner(p, r.source)
            author = self._resolved(p, owner) if owner is not None else NOBODY
            medium = p.words[r.source].lower()
            if author.kind is not None:
                return replace(author, confidence=author.confidence * 0.95, medium=medium)
            return replace(found, medium=medium)
        return found

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
    for k in p.kids[token]:
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

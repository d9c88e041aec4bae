"""The speaker of a report: the actor its source token leads to, past documents and newspapers that only carry words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.coding.circumstances import Channels
from parley.coding.reports import Report
from parley.coding.sources import source_of
from parley.language.passage import Passage
from parley.records import Span

if TYPE_CHECKING:
    from parley.language.actors.index import ActorIndex


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: canonical name and party (None when unknown), the words on the page, how sure, through what."""

    name: str | None
    party: str | None
    kind: str | None
    text: str | None
    span: Span | None
    confidence: float
    medium: str | None = None


NOBODY = Speaker(None, None, None, None, None, 0.0)

_CARRIES = frozenset(("in", "from", "by", "of"))


def name_speaker(p: Passage, r: Report, actors: ActorIndex, named: dict[int, Speaker], channels: Channels) -> Speaker:
    """The speaker of a report. `named` holds the speakers of earlier reports, by identity of the report."""
    if r.speaker_of is not None:
        last = named.get(id(r.speaker_of), NOBODY)
        return Speaker(last.name, last.party, last.kind, None, None, last.confidence * 0.85, last.medium)
    if r.source is None:
        return NOBODY
    token = r.source
    cited = _cited(p, r)
    if cited is not None and actors.resolve(p.index, token).kind == "outlet":
        told = _resolved(p, cited, actors)
        outlet = actors.resolve(p.index, token)
        return Speaker(told.name, told.party, told.kind, told.text, told.span, told.confidence * 0.9, outlet.name)
    carrier = p.lemmas[token] in channels.nouns and p.pos[token] == "NOUN"
    if carrier:
        owner = _owner(p, token)
        if owner is not None:
            found = _resolved(p, owner, actors)
            if found.kind is not None:
                return Speaker(
                    found.name,
                    found.party,
                    found.kind,
                    found.text,
                    found.span,
                    found.confidence * 0.95,
                    p.words[token].lower(),
                )
    return _resolved(p, token, actors)


def _resolved(p: Passage, token: int, actors: ActorIndex) -> Speaker:
    ref = actors.resolve(p.index, token)
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
        if p.deps[k] == "poss":
            return k
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

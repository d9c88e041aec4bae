"""Which reports are kept: precision first where the evidence is thin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.coding.reports import Report, Speaker, last_token, token_at
from parley.language.passage import Passage

if TYPE_CHECKING:
    from parley.language.actors.index import ActorIndex

SPEAKS = frozenset(("person", "office", "state", "bloc", "force", "organisation", "outlet", "group", "unnamed"))
_OF_PEOPLE = frozenset(("accuse", "praise", "reject"))
"""Moods whose object may be a person: one is blamed, praised, turned down."""
_UNNAMED = (
    "to be named",
    "not to be named",
    "not to be identified",
    "to remain anonymous",
    "to be identified",
    "for anonymity",
)
_LIGHT_FRAMES = frozenset(("object", "gerund", "complement", "infinitive", "as"))


def credible(p: Passage, r: Report, s: Speaker, carriers: frozenset[str], actors: ActorIndex) -> bool:
    """True when the report may stand in the ledger.

    A quotation needs no more than a cue or a speaker; a bare clause needs a source; noun phrases and weak verbs need
    a source that can speak. `carriers` are nouns of documents ("survey", "statement"), which speak with clauses.
    """
    if not r.pieces or r.end - r.start < 3:
        return False
    if r.frame == "none":
        return False
    if r.source is None and r.cue is not None and "complement" in r.cue.frames:
        return False  # "a game called “Harbour”": a name
    if r.frame == "quote" or r.quoted == "direct":
        return s.name is not None or r.cue is not None
    if r.source is None:
        return False
    if p.text[r.start - p.start : r.end - p.start].lower().startswith(_UNNAMED):
        return False  # "who asked not to be named": how a source is described
    carrier = p.lemmas[r.source] in carriers
    speaks = s.kind in SPEAKS
    if (
        r.cue is not None
        and r.frame == "object"
        and r.cue.mood_for("object") not in _OF_PEOPLE
        and _is_source(p, r, actors)
    ):
        return False  # whom a newspaper cites or a court questions: a source or a hearer, nothing that was said
    if r.cue is not None and r.cue.kind == "phrase" and not speaks and p.lemmas[r.source] in r.cue.unless:
        return False  # "according to international law", "according to plan"
    if r.cue is not None and r.frame in r.cue.weak and _open_question(p, r):
        return False  # "determined whether", "know what": nothing is said
    if r.frame == "clause" and carrier:
        return True  # "the survey shows that …"
    if r.cue is not None and (r.frame in r.cue.weak or r.frame in _LIGHT_FRAMES or r.frame not in ("clause", "quote")):
        return speaks
    return speaks or s.kind is None


def _open_question(p: Passage, r: Report) -> bool:
    return p.tags[token_at(p, r.start)] in ("WP", "WRB", "WDT") or p.words[token_at(p, r.start)].lower() in (
        "whether",
        "if",
    )


def _is_source(p: Passage, r: Report, actors: ActorIndex) -> bool:
    first, last = token_at(p, r.start), last_token(p, r.end)
    head = next((t for t in range(first, last + 1) if not first <= p.heads[t] <= last), first)
    return actors.resolve(p.index, head).kind in SPEAKS

"""Which reports are kept: precision first where the evidence is thin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.coding.circumstances import HEARERS
from parley.coding.reports import Report, Speaker, last_token, token_at
from parley.language.passage import Passage

if TYPE_CHECKING:
    from parley.language.actors.index import ActorIndex

SPEAKS = frozenset(("person", "office", "state", "bloc", "force", "organisation", "outlet", "group", "unnamed"))
_OF_PEOPLE = frozenset(("accuse", "praise", "reject"))
"""Moods whose object may be a person: one is blamed, praised, turned down."""
_SILENT = frozenset((
    "say", "tell", "comment", "comment on", "elaborate", "elaborate on", "specify", "disclose", "answer", "respond",
    "reply", "confirm", "explain", "reveal", "clarify", "identify", "make clear", "spell out", "detail",
))  # fmt: skip
"""Neutral verbs whose negation is silence about a thing one was asked for."""
_MATTERS = frozenset(("offer", "proposal", "demand", "deal", "plan", "agreement", "talk", "crisis", "vote", "move"))
"""What is negotiated speaks itself in no sentence, whatever the parser makes its subject."""
_LABELS = frozenset(("person", "office", "unnamed"))
"""Kinds that before a headline's colon are its speakers."""
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
    carrier = r.source is not None and p.lemmas[r.source] in carriers
    if r.cue is None and p.kind == "headline" and r.quoted == "indirect" and s.kind not in _LABELS and not carrier:
        return False  # "Ukraine: ministers leave": what it is about, not who says it
    if _journalist(p, r, s):
        return False  # "when I asked the minister": who asks is the page's own reporter
    if r.frame == "quote" or r.quoted == "direct":
        return (s.name is not None or r.cue is not None) and not _thing(p, r, s, carriers)
    if r.negated and r.cue is not None and not r.cue.negated and r.quoted == "indirect" and _unsaid(r):
        return False  # "did not mention", "has not announced": nothing was said
    if r.source is None or (s.kind is None and not carrier and _speechless(p, r.source)):
        return False
    if p.text[r.start - p.start : r.end - p.start].lower().startswith(_UNNAMED):
        return False  # "who asked not to be named": how a source is described
    speaks = s.kind in SPEAKS or (s.kind is None and _spoken(p, r))
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


def _speechless(p: Passage, source: int) -> bool:
    """True for what is negotiated, and for a "which" that leads to nobody."""
    return p.lemmas[source] in _MATTERS or p.tags[source] == "WDT"


def _unsaid(r: Report) -> bool:
    """True for a negated neutral verb that is no refusal to speak."""
    assert r.cue is not None
    return r.cue.mood_for(r.frame) == "assert" and r.frame not in r.cue.weak and r.cue.word not in _SILENT


def _spoken(p: Passage, r: Report) -> bool:
    """True where the words leave no doubt that somebody speaks, though the source is no known actor.

    "The family called on …", "the audience accused them of": of such rows of unknown sources nine in ten are statements
    in US political news; of bare objects and infinitives ("the program encouraged …") half are, and are left out.
    """
    if r.source is None or r.cue is None or p.pos[r.source] not in ("NOUN", "PROPN"):
        return False
    if p.lemmas[r.source] in HEARERS:
        return True
    if r.frame == "infinitive":
        return r.cue.word in ("call on", "call upon", "appeal to")
    return r.frame in ("for", "of", "on") and r.frame not in r.cue.weak


def _journalist(p: Passage, r: Report, s: Speaker) -> bool:
    """True when the source is the "I" or "we" of the reporter's own text, which the passage gives no name."""
    return (
        r.source is not None
        and r.cue_range is not None
        and s.name is None
        and p.words[r.source].lower() in ("i", "we", "us", "you")
    )


def _thing(p: Passage, r: Report, s: Speaker, carriers: frozenset[str]) -> bool:
    """True for a few quoted words beside a thing: "help maintaining “peace”" is nothing that help has said."""
    if r.source is None or r.cue is None or s.kind is not None or (r.frame == "quote" and len(r.marks) > 1):
        return False
    plain = p.pos[r.source] == "NOUN" and p.lemmas[r.source] not in carriers and p.lemmas[r.source] not in HEARERS
    return plain and r.inherited and r.end - r.start < 40


def _open_question(p: Passage, r: Report) -> bool:
    if r.cue is not None and r.cue.mood_for(r.frame) == "deny":
        return False  # "questioned whether the port is open": that is the doubt
    return p.tags[token_at(p, r.start)] in ("WP", "WRB", "WDT") or p.words[token_at(p, r.start)].lower() in (
        "whether",
        "if",
    )


def _is_source(p: Passage, r: Report, actors: ActorIndex) -> bool:
    first, last = token_at(p, r.start), last_token(p, r.end)
    head = next((t for t in range(first, last + 1) if not first <= p.heads[t] <= last), first)
    return actors.resolve(p.index, head).kind in SPEAKS

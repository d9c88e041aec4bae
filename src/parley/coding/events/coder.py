"""Parsed article -> events. Event words are found, sides named, status, date and place read, repeats dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.codebook.model import Codebook
from parley.coding.datelines import behind_dateline
from parley.coding.events.again import first_tellings
from parley.coding.events.evidence import evidence
from parley.coding.events.find import Finder, Hit
from parley.coding.events.keep import confidence_of, kept
from parley.coding.events.naming import Side, side
from parley.coding.events.ordinals import numbered
from parley.coding.events.roles import own_words, sides
from parley.coding.events.status import status_of
from parley.coding.events.tree import speaker_above
from parley.coding.events.when import Dates, place_of
from parley.coding.events.words import EventWords
from parley.coding.identity import identity
from parley.language.actors.index import ActorIndex
from parley.language.passage import Parsed, Passage
from parley.records import Event, EventStatus, EventType, Statement


@dataclass(slots=True)
class Draft:
    """An event before it becomes a record."""

    passage: Passage
    hit: Hit
    type: EventType
    mode: str | None
    status: EventStatus
    actor: Side
    recipient: Side
    tokens: tuple[int, int]
    date: str | None = None
    date_end: str | None = None
    place: str | None = None
    confidence: float = 0.0


_KIND = frozenset({"CONCEDE", "RETREAT", "AID", "AGREE", "COOPERATE", "CONSULT", "SUPPORT"})
"""What is friendly: to say that it will not be done is REJECT (PLOVER: refusals of cooperation)."""


class EventCoder:
    """Codes events with one codebook; build it once and use it for many articles."""

    def __init__(self, codebook: Codebook) -> None:
        self.finder = Finder(EventWords(codebook))
        self.peoples = {word: a.name for a in codebook.actors if a.kind in ("state", "bloc") for word in a.demonyms}

    def code(self, parsed: Parsed, actors: ActorIndex, statements: Sequence[Statement]) -> tuple[Event, ...]:
        """The events of one article, in text order. `statements` are its own (they date what is said)."""
        said = _Said(statements)
        dates = Dates(parsed.times)
        drafts: list[Draft] = []
        for p in parsed.passages:
            if p.kind == "caption":
                continue
            here: list[Draft] = []
            for hit in self.finder.find(p, actors):
                draft = self._draft(p, hit, actors)
                if draft is None:
                    continue
                draft.date, draft.date_end = said.date(p, hit) or dates.of(p, hit, said.around(p, hit))
                if draft.date is None and draft.type in _SPOKEN and own_words(p, hit.head, actors):
                    draft.date = dates.of_speech(p, hit.head)
                draft.status = _in_time(draft, parsed.article.published)
                draft.place = place_of(p, hit)
                draft.confidence = confidence_of(draft)
                here.append(draft)
            drafts += kept(here + numbered(p, here, dates))
        drafts = first_tellings(drafts)
        article = parsed.article
        return tuple(_event(article.id, article.text, d) for d in drafts)

    def _draft(self, p: Passage, hit: Hit, actors: ActorIndex) -> Draft | None:
        status, refusal = status_of(p, hit)
        kind, mode = hit.rule.entry.type, hit.rule.entry.mode
        if kind == "AGREE" and status == "planned":
            status = "happened"  # to say that one will keep to a truce is to agree to it now
        if kind in _HOSTILE and status in ("planned", "hypothetical") and _threatened(p, hit, actors):
            kind, mode, status = "THREATEN", kind.lower(), "happened"
        if refusal and kind in _KIND:
            if not own_words(p, hit.head, actors):
                return None
            kind, mode, status = "REJECT", kind.lower(), "happened"
        doers, others = sides(p, hit, actors)
        if not doers and not others:
            return None
        if doers and all(actors.resolve(p.index, t).kind == "outlet" for t in doers):
            return None  # what reporters ask and whom they meet
        return Draft(
            p,
            hit,
            kind,
            mode,
            status,
            side(p, doers, actors, self.peoples, acting=True),
            side(p, others, actors, self.peoples),
            evidence(p, hit),
        )


def _in_time(d: Draft, published: str | None) -> EventStatus:
    """The status put right by the day: what lies after the page's day is planned, a meeting before it no mere plan."""
    if not d.date or "W" in d.date or not published or len(published) < 10:
        return d.status
    page = published[: len(d.date)]  # compared as exactly as the event is dated: "the 2014 annexation"
    if d.status == "happened" and len(d.date) == 10 and d.date > page and d.type == "CONSULT":
        return "planned"
    if d.status in ("planned", "proposed") and d.date < page and d.hit.pattern == "noun":
        return "happened"
    return d.status


_SPOKEN = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "ACCUSE"})
"""Done by saying so: told in one's own words they have the day of the words."""


_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REQUEST"})


def _threatened(p: Passage, hit: Hit, actors: ActorIndex) -> bool:
    """Whether what is hostile is said of oneself: "said it would impose sanctions", "would ask for sanctions if …"."""
    v = hit.head
    if p.pos[v] != "VERB" or not any(p.tags[k] == "MD" for k in p.kids[v]) or not own_words(p, v, actors):
        return False
    if hit.rule.entry.type == "REQUEST" and "sanction" not in p.lemmas[v : p.right[v] + 1]:
        return False
    condition = any(p.deps[k] == "advcl" and any(p.lemmas[m] in ("if", "unless") for m in p.kids[k]) for k in p.kids[v])
    return condition or speaker_above(p, v) is not None


class _Said:
    """What the statements tell of the events: on which day words were said, and what stands inside them."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._dates = {s.cue_span[0]: s.said_on for s in statements if s.cue_span is not None and s.said_on}
        self._by_cue = {s.cue_span[0]: s for s in statements if s.cue_span is not None}

    def date(self, p: Passage, hit: Hit) -> tuple[str, None] | None:
        """The day of the statement whose cue is the event's word."""
        found = self._dates.get(p.starts[hit.head])
        return (found[:10], None) if found else None

    def around(self, p: Passage, hit: Hit) -> tuple[tuple[int, int], ...]:
        """The content of the statement the event's word reports: its dates are not the event's."""
        s = self._by_cue.get(p.starts[hit.head])
        if s is None or s.mood in ("accept", "offer", "promise"):
            return ()
        return s.spans or ((s.start, s.end),)


def _event(article: str, text: str, d: Draft) -> Event:
    p, hit = d.passage, d.hit
    start, end = p.span_of(*d.tokens)
    behind = behind_dateline(p) if start == p.start else None
    if behind is not None and behind < end:
        start = behind
    mode = f" ({d.mode})" if d.mode else ""
    return Event(
        id=identity(article, start, end, d.type, p.starts[hit.head]),
        start=start, end=end, text=text[start:end], spans=(), type=d.type, mode=d.mode,
        actor=d.actor.name, actor_text=d.actor.text, recipient=d.recipient.name, recipient_text=d.recipient.text,
        date=d.date, date_end=d.date_end, place=d.place, status=d.status, confidence=d.confidence,
        rule=f"{d.type}{mode}: {' '.join(hit.matched.split())} [{hit.pattern}]",
    )  # fmt: skip

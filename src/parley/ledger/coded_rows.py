"""Rows of the coded negotiation as the ledger gives them back, with what their article says joined in."""

from __future__ import annotations

from dataclasses import dataclass

from parley.records import Span


@dataclass(frozen=True, slots=True)
class CodedRow:
    """What every coded row has. `origin` is the article that counts for this one's, `published` its day."""

    id: str
    source: str
    article: str
    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    title: str | None
    outlet: str | None
    published: str | None
    location: str
    origin: str


@dataclass(frozen=True, slots=True)
class EventRow(CodedRow):
    """An event; see `parley.records.Event`."""

    type: str
    mode: str | None
    actor: str | None
    actor_text: str | None
    recipient: str | None
    recipient_text: str | None
    date: str | None
    date_end: str | None
    place: str | None
    status: str
    confidence: float
    rule: str
    decision: str


@dataclass(frozen=True, slots=True)
class PositionRow(CodedRow):
    """A position; see `parley.records.Position`."""

    actor: str
    issue: str
    stance: str
    option: str | None
    value: float | None
    conditions: tuple[str, ...]
    firmness: float
    voice: str
    since: str | None
    statement: str | None
    confidence: float
    rule: str
    decision: str


@dataclass(frozen=True, slots=True)
class ClaimRow(CodedRow):
    """A claim; see `parley.records.Claim`. `said_on` is the day of its statement."""

    claim: str
    role: str
    by: str | None
    party: str | None
    statement: str | None
    quantity: str | None
    confidence: float
    decision: str
    said_on: str | None


@dataclass(frozen=True, slots=True)
class QuantityRow(CodedRow):
    """A figure; see `parley.records.Quantity`."""

    value: float
    comparator: str
    unit: str
    of: str | None

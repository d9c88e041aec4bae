"""The nouns of Parley: immutable records, each carrying its evidence. Imports nothing of ours.

All offsets count Unicode code points of an article's frozen `text`; ends are exclusive.
Dates are ISO strings (`2025-03-14`, `2025-W11`, `2025-03`, `2025`) or None: unknown is a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]

BlockKind = Literal["headline", "keypoint", "subheading", "caption", "body"]
PublishedFrom = Literal["printed", "metadata", "inferred"]
ActorKind = Literal["person", "office", "state", "bloc", "force", "organisation", "outlet", "group", "unnamed"]
MentionKind = Literal["name", "description", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementType = Literal["direct", "mixed", "indirect"]
Mood = Literal[
    "assert", "deny", "demand", "offer", "accept", "reject", "accuse", "praise", "warn", "promise", "predict",
    "refuse-comment",
]  # fmt: skip
Where = Literal["body", "headline", "keypoints"]
Decision = Literal["suggested", "accepted", "corrected", "rejected"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventStatus = Literal["happened", "planned", "proposed", "denied", "hypothetical"]
Stance = Literal["support", "oppose", "conditional", "unclear"]
Voice = Literal["own", "ascribed", "narrated"]
ClaimRole = Literal["asserts", "denies"]
Comparator = Literal["=", "<", ">", "~"]

MOODS: tuple[Mood, ...] = (
    "assert", "deny", "demand", "offer", "accept", "reject", "accuse", "praise", "warn", "promise", "predict",
    "refuse-comment",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """What came in: one file, or one record of a JSON Lines file, before it is understood.

    `source` is the path, URL or record id as given (normalised, forward slashes); `location` the canonical place
    (real path, or source#record) by which "the same page again" is known; `format` one of `text`, `html`, `record`,
    `pdf`; `data` the raw bytes (for `record`, the JSON line).
    """

    source: str
    location: str
    format: Literal["text", "html", "record", "pdf"]
    data: bytes


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the frozen text that belongs to the story; what no block covers is furniture."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """The story on a page: its frozen text, where its body stands, and what the masthead says.

    `id` is derived from `source` and the raw bytes, `sha256` is that of the raw bytes. `blocks` are in text order and
    do not overlap. `body_text` is the story without furniture: the body, sub-heading and key-point blocks joined by
    blank lines. `credit` is the agency or paper the story was taken from, as printed.
    """

    id: str
    source: str
    location: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    body_text: str
    title: str | None = None
    outlet: str | None = None
    credit: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom | None = None
    dateline: tuple[str, ...] = ()
    language: str | None = None

    @property
    def words(self) -> int:
        """Number of whitespace-separated words of the body."""
        return len(self.body_text.split())


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where an article stands among copies: `copy_of` an article id, `origin` the id that counts for it.

    `story` is the id of the first article of those on the same happening, None where stories were not looked for.
    """

    article: str
    origin: str
    copy_of: str | None = None
    copy_kind: Literal["identical", "near", "rewrite"] | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, office, state, bloc, force or unnamed source as one article shows it.

    `party` is the side the actor speaks for (a state or bloc by name), None when unknown. `roles` and `aliases` are
    the descriptions and names seen, sorted.
    """

    name: str
    kind: ActorKind
    party: str | None
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that refers to an actor (by the actor's name)."""

    start: int
    end: int
    text: str
    actor: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression and its TIMEX3 value; None when the text does not settle it."""

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A source is reported to have said something: the content is the evidence.

    `start`, `end`, `text` cover the content from its first to its last piece; `spans` lists the pieces when the
    content is not in one piece (otherwise empty). `speaker` is the actor's name (or `anonymous: …`), `speaker_text`
    the words on the page; `cue` the words that report. `confidence` is in [0, 1].
    """

    id: str
    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    speaker: str | None
    speaker_text: str | None
    speaker_span: Span | None
    party: str | None
    type: StatementType
    mood: Mood
    cue: str | None
    cue_span: Span | None
    addressee: str | None
    medium: str | None
    said_on: str | None
    where: Where
    confidence: float
    decision: Decision = "suggested"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned, proposed or denied, as one article reports it (PLOVER types and modes).

    `text` is the words of the event (a clause or a noun phrase). `actor` and `recipient` are actors' names,
    `actor_text` and `recipient_text` the words on the page ("; " between several). `date`, `date_end`: ISO or None.
    `rule` says why the code fired: the codebook entry and the words it matched.
    """

    id: str
    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    type: EventType
    mode: str | None
    actor: str | None
    actor_text: str | None
    recipient: str | None
    recipient_text: str | None
    date: str | None
    date_end: str | None
    place: str | None
    status: EventStatus
    confidence: float
    rule: str
    decision: Decision = "suggested"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a party stands on an issue of the agenda, as one stretch of text shows it.

    `actor` is the party. `option` names a step of the issue's scale and `value` its place from 0 to 100, both None
    where the words do not say. `conditions` are the words of each condition; `firmness` is in [0, 1] (1: ruled out,
    insisted; 0.3: signalled, appeared). `since` is the ISO date of the words or act, `statement` an id if from one.
    `rule` says which words of the codebook raised the issue and took the side.
    """

    id: str
    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    actor: str
    issue: str
    stance: Stance
    option: str | None
    value: float | None
    conditions: tuple[str, ...]
    firmness: float
    voice: Voice
    since: str | None
    statement: str | None
    confidence: float
    rule: str
    decision: Decision = "suggested"


@dataclass(frozen=True, slots=True)
class Claim:
    """An assertion or denial of a matter of fact. `claim` is its normal form, by which reports of it are joined."""

    id: str
    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    claim: str
    role: ClaimRole
    by: str | None
    party: str | None
    statement: str | None
    quantity: str | None
    confidence: float
    decision: Decision = "suggested"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with what it counts: "more than 10,000 troops" is value 10000, comparator ">", unit "troops"."""

    start: int
    end: int
    text: str
    value: float
    comparator: Comparator
    unit: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Coded:
    """Everything one article gave: what a worker hands back and the ledger stores in one unit."""

    article: Article
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What makes a run repeatable: versions, model, codebook hash, settings, inputs as given."""

    parley: str
    model: str
    codebook: str
    codebook_sha256: str
    settings: str
    inputs: tuple[str, ...]

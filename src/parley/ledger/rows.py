"""What the ledger gives back: one frozen row a record, its article's source, outlet and dates joined in.

Offsets count code points of the article's frozen text; ends are exclusive. Dates are ISO strings or None.
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.records import Span


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article without its frozen text (`Ledger.text` gives that).

    `origin` is the article that counts for it, itself unless it is a copy or an older version. `version_of` is the
    first version of its page, None for the first itself and for a page read in one version only; `superseded_by` is
    the newest, None for the newest itself. `run` first read it, `coded_by` is the run whose rows stand now.
    """

    id: str
    source: str
    location: str
    sha256: str
    title: str | None
    outlet: str | None
    credit: str | None
    byline: tuple[str, ...]
    published: str | None
    published_from: str | None
    dateline: tuple[str, ...]
    language: str | None
    words: int
    body_text: str
    copy_of: str | None
    copy_kind: str | None
    origin: str
    story: str | None
    version_of: str | None
    run: int
    coded_by: int
    superseded_by: str | None = None

    @property
    def article(self) -> str:
        """Its id, under the name every other table gives it."""
        return self.id


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with what its article says of itself. `spans` is empty when the content is in one piece.

    `date` is what the ledger orders and filters by: `said_on`, else the article's `published`. `superseded` is true
    when the article is an older version of its page: such a statement can be cited, and does not count.
    """

    id: str
    source: str
    article: str
    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    speaker: str | None
    speaker_text: str | None
    speaker_span: Span | None
    party: str | None
    type: str
    mood: str
    cue: str | None
    cue_span: Span | None
    addressee: str | None
    medium: str | None
    said_on: str | None
    where: str
    confidence: float
    decision: str
    title: str | None
    outlet: str | None
    credit: str | None
    published: str | None
    published_from: str | None
    location: str
    copy_of: str | None
    origin: str
    superseded: bool = False

    @property
    def date(self) -> str | None:
        """When it was said, else when it was published."""
        return self.said_on or self.published


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time expression and its TIMEX3 value."""

    id: str
    source: str
    article: str
    start: int
    end: int
    text: str
    type: str
    value: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor over the whole ledger. `source` to `text` are its first mention: the evidence that it appears.

    `kind` and `party` are what most articles say, the first in the alphabet when they tie (a party that is unknown in
    one article does not vote). `mentions` counts mentions, `articles` the articles it appears in.
    """

    id: str
    source: str
    article: str
    start: int | None
    end: int | None
    text: str | None
    name: str
    kind: str
    party: str | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A stretch of text that refers to an actor."""

    id: str
    source: str
    article: str
    start: int
    end: int
    text: str
    actor: str
    kind: str


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A page that could not be read in a run."""

    source: str
    place: str
    code: str
    reason: str
    run: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run and what makes it repeatable. `finished` is None for one that was stopped before its end."""

    id: int
    started: str
    finished: str | None
    parley: str
    model: str
    codebook: str
    codebook_sha256: str
    settings: str
    inputs: tuple[str, ...]
    pages: int | None
    problems: int | None

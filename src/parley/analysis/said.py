"""What was said, once each: statement rows with their evidence, copies of one statement folded together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from parley.analysis.dates import day_of
from parley.records import Span

if TYPE_CHECKING:
    from parley.ledger.rows import ActorRow, ArticleRow, StatementRow
    from parley.ledger.store import Ledger

Dating = Literal["said", "published", "unknown"]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words on a page: `text` stands at [start, end) of the article's frozen text.

    `spans` are the pieces (article offsets) when the quotation is not in one piece; `source` the path, URL or record
    id that was read.
    """

    article: str
    source: str
    outlet: str | None
    title: str | None
    published: str | None
    start: int
    end: int
    text: str
    spans: tuple[Span, ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """The quoted words piece by piece, each exactly as it stands on the page."""
        if not self.spans:
            return (self.text,)
        return tuple(self.text[a - self.start : b - self.start] for a, b in self.spans)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of one origin, with the other copies that carry it in `also`.

    `origin` is the article id that counts for the evidence's article. `when` is the date said, or failing that the
    date published; `dating` tells which ("said", "published", "unknown").
    """

    id: str
    speaker: str | None
    speaker_text: str | None
    party: str | None
    type: str
    mood: str
    cue: str | None
    addressee: str | None
    medium: str | None
    said_on: str | None
    when: str | None
    dating: Dating
    where: str
    confidence: float
    decision: str
    origin: str
    evidence: Evidence
    also: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """One reading of a ledger that several analyses share.

    `articles` by id in the ledger's order, without their bodies; `actors` by name; `said` newest first; `rows` counts
    the statement rows before folding. Statements a person rejected are not in it.
    """

    articles: dict[str, ArticleRow]
    actors: dict[str, ActorRow]
    said: tuple[Said, ...]
    rows: int


def view(ledger: Ledger) -> View:
    """Read articles and statements once; linear in their number."""
    articles = {row.id: replace(row, body_text="") for row in ledger.articles()}  # 10,000 bodies are 40 MB
    kept = [row for row in ledger.statements() if row.decision != "rejected"]
    said = sorted(_fold(map(_said, kept)), key=_place)
    said.sort(key=lambda s: day_of(s.when), reverse=True)
    actors = {row.name: row for row in ledger.actors()}
    return View(articles, actors, tuple(said), len(kept))


def _place(s: Said) -> tuple[str, str, str, int, int, str]:
    """A fixed order for statements of one day: by page, then as they stand on it."""
    e = s.evidence
    return e.published or "", e.source, e.article, e.start, e.end, s.id


def _said(row: StatementRow) -> Said:
    evidence = Evidence(
        row.article, row.source, row.outlet, row.title, row.published, row.start, row.end, row.text, row.spans
    )
    dating: Dating = "said" if row.said_on else "published" if row.published else "unknown"
    return Said(
        id=row.id, speaker=row.speaker, speaker_text=row.speaker_text, party=row.party, type=row.type, mood=row.mood,
        cue=row.cue, addressee=row.addressee, medium=row.medium, said_on=row.said_on, when=row.date, dating=dating,
        where=row.where, confidence=row.confidence, decision=row.decision, origin=row.origin, evidence=evidence,
    )  # fmt: skip


def _fold(statements: Iterable[Said]) -> Iterator[Said]:
    """Each statement of an origin once: same speaker, same words but for white space, case and quotation marks.

    The one kept is that of the origin itself where it has it, else of the earliest copy.
    """
    groups: dict[tuple[str, str | None, str], list[Said]] = {}
    for s in statements:
        groups.setdefault((s.origin, s.speaker, _words(s.evidence)), []).append(s)
    for group in groups.values():
        group.sort(key=_standing)
        first, seen, also = group[0], {group[0].evidence.article}, []
        for s in group[1:]:
            if s.evidence.article not in seen:
                seen.add(s.evidence.article)
                also.append(s.evidence)
        yield replace(first, also=tuple(also)) if also else first


def _standing(s: Said) -> tuple[bool, bool, tuple[str, str, str, int, int, str]]:
    return s.evidence.article != s.origin, s.where != "body", _place(s)


def _words(evidence: Evidence) -> str:
    """The quoted words for comparing: letters and digits only."""
    return " ".join(_WORD.findall(" ".join(evidence.pieces).casefold())) or evidence.text

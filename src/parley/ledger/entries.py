"""From records to the values of a table's row."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert

from parley.errors import Problem
from parley.ledger import coded as negotiation
from parley.ledger import schema
from parley.ledger.days import days
from parley.ledger.decided import undecided
from parley.records import Article, Coded, Mention, RunInfo, Span, Statement

Values = dict[str, Any]

FIXED = ("id", "source", "location", "sha256", "text")
"""What stays of an article when it is coded anew: what it is, and the text that offsets count in."""


def _json(values: Sequence[Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else "[]"


def storable(text: str) -> str:
    """The string with half a surrogate pair (of a file name that is no UTF-8) written as an escape."""
    if text.isascii():
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def is_storable(coded: Coded) -> bool:
    """False when the article holds half a surrogate pair, which no database can keep as text."""
    a = coded.article
    try:
        for part in (a.text, a.body_text, a.title, a.outlet, a.credit, *a.byline, *a.dateline):
            if part and not part.isascii():
                part.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def unstorable(a: Article) -> Problem:
    """The problem of a page that `is_storable` turned down."""
    return Problem(a.source, "charset", "the text holds half a surrogate pair, which is no character")


def text_changed(a: Article) -> Problem:
    """The problem of a page whose text is no longer the stored one although its bytes are."""
    why = "the page gives another text than the one its rows were stored with; they were left as they are"
    return Problem(a.source, "text-changed", why)


def run(info: RunInfo) -> Values:
    """Values of a row of `runs` but for its times."""
    return {
        "parley": info.parley,
        "model": info.model,
        "codebook": storable(info.codebook),
        "codebook_sha256": info.codebook_sha256,
        "settings": info.settings,
        "inputs": _json([storable(i) for i in info.inputs]),
    }


def article(a: Article) -> Values:
    """Values of a row of `articles` but for its runs."""
    return {
        "id": a.id,
        "source": storable(a.source),
        "location": storable(a.location),
        "sha256": a.sha256,
        "title": a.title,
        "outlet": a.outlet,
        "credit": a.credit,
        "byline": _json(a.byline),
        "published": a.published,
        "published_from": a.published_from,
        "dateline": _json(a.dateline),
        "language": a.language,
        "words": a.words,
        "blocks": _json([(b.start, b.end, b.kind) for b in a.blocks]),
        "body_text": a.body_text,
        "text": a.text,
    }


def spans(pieces: Sequence[Span]) -> str:
    """Pieces as stored; one piece says no more than start and end do."""
    return _json(pieces) if len(pieces) > 1 else "[]"


def statement(seq: int, s: Statement, published: str | None) -> Values:
    """Values of a row of `statements`; the days are those of `said_on`, else of the article."""
    first, last = days(s.said_on) or days(published) or (None, None)
    return {
        "article": seq,
        "start": s.start,
        "end": s.end,
        "id": s.id,
        "text": s.text,
        "spans": spans(s.spans),
        "speaker": s.speaker,
        "speaker_text": s.speaker_text,
        "speaker_start": s.speaker_span[0] if s.speaker_span else None,
        "speaker_end": s.speaker_span[1] if s.speaker_span else None,
        "party": s.party,
        "type": s.type,
        "mood": s.mood,
        "cue": s.cue,
        "cue_start": s.cue_span[0] if s.cue_span else None,
        "cue_end": s.cue_span[1] if s.cue_span else None,
        "addressee": s.addressee,
        "medium": s.medium,
        "said_on": s.said_on,
        "day_first": first,
        "day_last": last,
        "where": s.where,
        "confidence": s.confidence,
        "decision": s.decision,
    }


def problem(run_id: int, p: Problem) -> Values:
    """Values of a row of `problems`."""
    return {
        "run": run_id,
        "source": storable(p.source),
        "code": p.code,
        "reason": storable(p.reason),
        "place": storable(p.place),
    }


@dataclass(slots=True)
class Batch:
    """The rows of many articles, gathered so that each table is written with one call."""

    run: int
    articles: int = 0
    statements: list[Values] = field(default_factory=list)
    times: dict[tuple[Any, ...], Values] = field(default_factory=dict)
    actors: dict[tuple[Any, ...], Values] = field(default_factory=dict)
    mentions: dict[tuple[Any, ...], Values] = field(default_factory=dict)
    negotiation: dict[str, list[Values]] = field(default_factory=dict)

    def take(
        self,
        seq: int,
        coded: Coded,
        decided: Sequence[Mapping[str, Any]] = (),
        kept: Mapping[str, set[str]] | None = None,
    ) -> None:
        """Adds an article's rows, but for the statements that `decided` ones stand for.

        The same time or mention twice, or an actor of the same name, counts once. `kept` are the ids of coded rows, by
        table, that somebody decided on: they stand already.
        """
        for name, rows in negotiation.values(seq, coded).items():
            there = (kept or {}).get(name, set())
            self.negotiation.setdefault(name, []).extend(row for row in rows if row["id"] not in there)
        self.articles += 1
        found = [statement(seq, s, coded.article.published) for s in coded.statements]
        self.statements += undecided(found, decided) if decided else found
        for t in coded.times:
            row = {"article": seq, "start": t.start, "end": t.end, "type": t.type, "text": t.text, "value": t.value}
            self.times.setdefault((seq, t.start, t.end, t.type), row)
        first: dict[str, Mention] = {}
        count: dict[str, int] = {}
        for m in coded.mentions:
            key = (seq, m.start, m.end, m.actor)
            if key in self.mentions:
                continue
            self.mentions[key] = {
                "article": seq, "start": m.start, "end": m.end, "actor": m.actor, "kind": m.kind, "text": m.text,
            }  # fmt: skip
            count[m.actor] = count.get(m.actor, 0) + 1
            if m.actor not in first or (m.start, m.end) < (first[m.actor].start, first[m.actor].end):
                first[m.actor] = m
        for a in coded.actors:
            at = first.get(a.name)
            row = {
                "name": a.name, "article": seq, "kind": a.kind, "party": a.party,
                "roles": _json(sorted(set(a.roles))), "aliases": _json(sorted(set(a.aliases))),
                "mentions": count.get(a.name, 0),
                "start": at.start if at else None, "end": at.end if at else None, "text": at.text if at else None,
            }  # fmt: skip
            self.actors.setdefault((a.name, seq), row)

    def store(self, tx: Connection) -> None:
        """Writes everything taken, inside the caller's transaction."""
        if self.statements:
            tx.execute(insert(schema.statements), self.statements)
        for table, rows in ((schema.times, self.times), (schema.actors, self.actors), (schema.mentions, self.mentions)):
            if rows:
                tx.execute(insert(table), list(rows.values()))
        negotiation.store(tx, self.negotiation)

"""Ledgers for tests, written as pages: the statements are marked in the page's own text.

`{{speaker|mood|type|cue|said_on|more :: words}}` leaves only the words on the page and makes a statement of them;
`more` is `field=value` pairs, parted by semicolons. A statement with gaps marks them as `[[ words between ]]`. Actors
are given once for all pages; each place where one's name or alias stands becomes a mention.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.errors import Problem
from parley.ledger.store import Ledger
from parley.lineage import trace
from parley.records import (
    Actor,
    Article,
    Block,
    Claim,
    Coded,
    Event,
    Mention,
    Position,
    Quantity,
    RunInfo,
    Span,
    Statement,
)

_MARKED = re.compile(r"\{\{(.*?)::\s?(.*?)\}\}", re.DOTALL)
_GAP = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
RECORDS: dict[str, Any] = {"event": Event, "position": Position, "claim": Claim, "quantity": Quantity}
USUAL: dict[str, dict[str, Any]] = {
    "event": {
        "spans": (), "type": "CONSULT", "mode": None, "actor": None, "actor_text": None, "recipient": None,
        "recipient_text": None, "date": None, "date_end": None, "place": None, "status": "happened",
        "confidence": 0.9, "rule": "CONSULT: met [verb]",
    },
    "position": {
        "spans": (), "stance": "support", "option": None, "value": None, "conditions": (), "firmness": 0.7,
        "voice": "own", "since": None, "statement": None, "confidence": 0.9, "rule": "truce < accept",
    },
    "claim": {
        "spans": (), "role": "asserts", "by": None, "party": None, "statement": None, "quantity": None,
        "confidence": 0.9,
    },
    "quantity": {"comparator": "=", "of": None},
}  # fmt: skip
"""What a coded row of a kind is unless told otherwise."""
RUN = RunInfo("0", "model 0", "general", "0" * 64, "{}", ("pages",))


@dataclass(frozen=True)
class Page:
    source: str
    marked: str
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    credit: str | None = None
    published_from: str = "printed"
    coded: tuple[tuple[str, str, dict[str, Any]], ...] = ()
    """Events, positions, claims and quantities: (kind, words on the page, fields that differ from the usual ones)."""


def ledger(path: Path, pages: Iterable[Page], actors: Sequence[Actor] = (), problems: Sequence[Problem] = ()) -> Ledger:
    """A ledger file with these pages, open for reading."""
    coded = [code(page, actors) for page in pages]
    with Ledger.open(path, create=True) as opened:
        run = opened.begin_run(RUN)
        opened.add(run, coded, problems)
        opened.set_lineage(trace(c.article for c in coded))
        opened.finish_run(run, len(coded), len(problems))
    return Ledger.open(path, read_only=True)


def code(page: Page, actors: Sequence[Actor]) -> Coded:
    text, found = "", []
    at = 0
    for m in _MARKED.finditer(page.marked):
        text += page.marked[at : m.start()]
        at = m.end()
        start, spans = len(text), []
        pieces = _GAP.split(m[2])
        for k, piece in enumerate(pieces):
            if k % 2 == 0:
                spans.append((len(text), len(text) + len(piece)))
            text += piece
        found.append((m[1], start, len(text), tuple(spans) if len(spans) > 1 else ()))
    text += page.marked[at:]
    sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    article = Article(
        id=hashlib.sha256((page.source + sha).encode()).hexdigest()[:12], source=page.source, location=page.source,
        sha256=sha, text=text, blocks=(Block(0, len(text), "body"),), body_text=text, title=page.title,
        outlet=page.outlet, credit=page.credit, published=page.published,
        published_from=page.published_from if page.published else None,  # type: ignore[arg-type]
    )  # fmt: skip
    party_of = {a.name: a.party for a in actors}
    statements = tuple(
        _statement(n, head, text[a:b], a, b, spans, party_of) for n, (head, a, b, spans) in enumerate(found)
    )
    mentions = tuple(
        Mention(m.start(), m.end(), m[0], a.name, "name")
        for a in actors
        for m in re.finditer("|".join(map(re.escape, (a.name, *a.aliases))), text)
    )
    seen = {m.actor for m in mentions}
    rows: dict[str, list[Any]] = {kind: [] for kind in USUAL}
    for n, (kind, words, fields) in enumerate(page.coded, 1):
        at = text.index(words)
        own = {"id": f"{article.id}{kind[0]}{n}"} if kind != "quantity" else {}
        given = {**USUAL[kind], **own, **fields}
        rows[kind].append(RECORDS[kind](start=at, end=at + len(words), text=words, **given))
    return Coded(
        article, tuple(a for a in actors if a.name in seen), mentions, (), statements,
        *(tuple(rows[kind]) for kind in USUAL),
    )  # fmt: skip


def _statement(
    n: int, head: str, text: str, start: int, end: int, spans: tuple[Span, ...], party_of: dict[str, str | None]
) -> Statement:
    speaker, mood, kind, cue, said_on, *more = [part.strip() or None for part in head.split("|")]
    pairs = re.split(r";(?=\w+=)", more[0]) if more and more[0] else []
    extra: dict[str, Any] = dict(pair.split("=", 1) for pair in pairs)
    extra["confidence"] = float(extra.get("confidence", 0.9))
    values = {"where": "body", "addressee": None, "medium": None, "party": party_of.get(speaker or ""), **extra}
    return Statement(
        id=f"s{n + 1}", start=start, end=end, text=text, spans=spans, speaker=speaker, speaker_text=None,
        speaker_span=None, type=kind or "direct", mood=mood or "assert", cue=cue, cue_span=None, said_on=said_on,
        **values,
    )  # type: ignore[arg-type]  # fmt: skip

"""What coding an article anew needs of the ledger: which articles, and each as it was read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, exists, select

from parley.ledger import schema
from parley.ledger.versions import chunks
from parley.records import Article, Block, RunInfo


def same(like: RunInfo) -> tuple[ColumnElement[bool], ...]:
    """Conditions on `runs`: a run that codes every article as this one does."""
    r = schema.runs.c
    return (
        r.parley == like.parley,
        r.model == like.model,
        r.codebook_sha256 == like.codebook_sha256,
        r.settings == like.settings,
    )


def others(connection: Connection, like: RunInfo) -> list[int]:
    """Numbers of the articles that were coded by another kind of run, ascending."""
    a, r = schema.articles.c, schema.runs.c
    alike = exists().where(and_(r.id == a.coded_by, *same(like)))
    return list(connection.execute(select(a.seq).where(~alike).order_by(a.seq)).scalars())


def stored(connection: Connection, numbers: Sequence[int]) -> list[Article]:
    """The articles of these numbers in their order. ValueError when a row cannot be one."""
    a = schema.articles.c
    query = select(
        a.seq, a.id, a.source, a.location, a.sha256, a.text, a.blocks, a.body_text, a.title, a.outlet, a.credit,
        a.byline, a.published, a.published_from, a.dateline, a.language,
    )  # fmt: skip
    found: dict[int, Article] = {}
    for part in chunks(numbers):
        for seq, *r in connection.execute(query.where(a.seq.in_(part))):
            blocks = tuple(Block(start, end, kind) for start, end, kind in json.loads(r[5]))
            found[seq] = Article(
                id=r[0], source=r[1], location=r[2], sha256=r[3], text=r[4], blocks=blocks, body_text=r[6], title=r[7],
                outlet=r[8], credit=r[9], byline=tuple(json.loads(r[10])), published=r[11], published_from=r[12],
                dateline=tuple(json.loads(r[13])), language=r[14],
            )  # fmt: skip
    return [found[number] for number in numbers if number in found]

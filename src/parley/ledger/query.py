"""The ledger as a reader sees it: rows in a stable order, streamed.

Order is by source, then article, then place in the text, so the same content reads the same whatever the order in which
pages came in. Every iterator sees the ledger as it was when it began, whoever writes meanwhile, and holds few rows at a
time: the tables' keys are laid so that SQLite walks them in this order and sorts nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, Engine, Select, and_, func, select

from parley.ledger import opening, schema
from parley.ledger.days import days
from parley.ledger.rows import ActorRow, ArticleRow, MentionRow, ProblemRow, RunRow, StatementRow, TimeRow
from parley.records import Span

_AT_ONCE = 500
"""Rows fetched at a time: their Python objects stay under a megabyte."""

T = TypeVar("T")
Names = str | Collection[str] | None


class Reader:
    """What can be asked of an open ledger. `path` is its file."""

    def __init__(self, engine: Engine, path: Path, wait: float) -> None:
        self._engine = engine
        self._wait = wait
        self.path = path

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with opening.explained(self.path, self._wait), self._engine.connect() as connection:
            yield connection

    def _stream(self, query: Select[Any], make: Callable[[Any], T]) -> Iterator[T]:
        with self._reading() as connection:
            for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
                try:
                    made = make(row)
                except (ValueError, TypeError) as error:
                    raise opening.damaged(self.path, error) from error
                yield made

    def articles(self, *, article: str | None = None, limit: int | None = None) -> Iterator[ArticleRow]:
        """All articles, or the one of that id, by source and id."""
        query = _ARTICLES.order_by(_a.source, _a.id).limit(limit)
        if article is not None:
            query = query.where(_a.id == article)
        return self._stream(query, _article)

    def text(self, article: str) -> str:
        """The frozen text that an article's offsets count in; KeyError when there is no such article."""
        with self._reading() as connection:
            text = connection.execute(select(_a.text).where(_a.id == article)).scalar_one_or_none()
        if text is None:
            raise KeyError(article)
        return str(text)

    def blocks(self, article: str) -> tuple[tuple[int, int, str], ...]:
        """The stretches of an article's text that belong to the story: (start, end, kind) in text order."""
        with self._reading() as connection:
            stored = connection.execute(select(_a.blocks).where(_a.id == article)).scalar_one_or_none()
        if stored is None:
            raise KeyError(article)
        return tuple((s, e, k) for s, e, k in json.loads(stored))

    def statements(
        self,
        *,
        party: Names = None,
        speaker: Names = None,
        mood: Names = None,
        since: str | None = None,
        until: str | None = None,
        where: Names = None,
        article: str | None = None,
        limit: int | None = None,
    ) -> Iterator[StatementRow]:
        """Statements by source, article and place; each condition given must hold, several names mean any of them.

        `since` and `until` are ISO dates of any precision and compare with `said_on`, else with the article's
        `published`; a statement dated no closer than a week or a month is kept when it can fall inside. One without
        any date is left out as soon as either is given. ValueError when a date is not one.
        """
        query = _STATEMENTS.order_by(_a.source, _a.id, _s.start, _s.end, _s.id).limit(limit)
        for column, names in ((_s.party, party), (_s.speaker, speaker), (_s.mood, mood), (_s.where, where)):
            if names is not None:
                query = query.where(column.in_([names] if isinstance(names, str) else sorted(names)))
        if article is not None:
            query = query.where(_a.id == article)
        if since is not None:
            query = query.where(_s.day_last >= _bounds(since)[0])
        if until is not None:
            query = query.where(_s.day_first <= _bounds(until)[1])
        return self._stream(query, _statement)

    def times(self, *, article: str | None = None, limit: int | None = None) -> Iterator[TimeRow]:
        """Time expressions by source, article and place."""
        query = _TIMES.order_by(_a.source, _a.id, _t.start, _t.end, _t.type).limit(limit)
        if article is not None:
            query = query.where(_a.id == article)
        return (TimeRow(i, *r) for i, r in _numbered("t", self._stream(query, tuple)))

    def mentions(self, *, article: str | None = None, limit: int | None = None) -> Iterator[MentionRow]:
        """Mentions of actors by source, article and place."""
        query = _MENTIONS.order_by(_a.source, _a.id, _m.start, _m.end, _m.actor).limit(limit)
        if article is not None:
            query = query.where(_a.id == article)
        return (MentionRow(i, *r) for i, r in _numbered("m", self._stream(query, tuple)))

    def actors(self, *, article: str | None = None, limit: int | None = None) -> Iterator[ActorRow]:
        """Actors of the whole ledger (or of one article) by name, what its articles say of each put together."""
        query = _ACTORS.order_by(_c.name, _a.source, _a.id)
        if article is not None:
            query = query.where(_a.id == article)
        groups = groupby(self._stream(query, _ActorPart.read), key=lambda part: part.name)
        return islice((_actor(list(parts)) for _, parts in groups), limit)

    def problems(self, *, run: int | None = None, limit: int | None = None) -> Iterator[ProblemRow]:
        """Pages that could not be read, by source and place; with `run`, of that run only."""
        p = schema.problems.c
        query = select(p.source, p.place, p.code, p.reason, p.run)
        if run is not None:
            query = query.where(p.run == run)
        query = query.order_by(p.source, p.place, p.code, p.reason, p.run).limit(limit)
        return self._stream(query, lambda r: ProblemRow(*r))

    def runs(self, *, limit: int | None = None) -> Iterator[RunRow]:
        """Runs in the order they began."""
        r = schema.runs.c
        query = select(
            r.id, r.started, r.finished, r.parley, r.model, r.codebook, r.codebook_sha256, r.settings, r.inputs,
            r.pages, r.problems,
        ).order_by(r.id).limit(limit)  # fmt: skip
        return self._stream(query, _run)

    def names(self, of: Literal["party", "speaker", "mood"]) -> dict[str, int]:
        """The parties, speakers or moods of the statements with how many each has, most first, then by name."""
        column = _s[of]
        query = select(column, func.count()).where(column.is_not(None)).group_by(column)
        with self._reading() as connection:
            counted = [(str(name), int(n)) for name, n in connection.execute(query)]
        return dict(sorted(counted, key=lambda x: (-x[1], x[0])))

    def counts(self) -> dict[str, int]:
        """How many rows each table holds; actors count once by name."""
        with self._reading() as connection:
            found = {
                t.name: int(connection.execute(select(func.count()).select_from(t)).scalar_one())
                for t in (schema.articles, schema.statements, schema.times, schema.mentions, schema.problems)
            }
            distinct = select(func.count(func.distinct(_c.name)))
            return {**found, "actors": int(connection.execute(distinct).scalar_one())}


_a, _s, _t, _c, _m, _l = (
    schema.articles.c,
    schema.statements.c,
    schema.times.c,
    schema.actors.c,
    schema.mentions.c,
    schema.lineage.c,
)
_earlier = schema.articles.alias("earlier")
_version_of = (
    select(_earlier.c.id)
    .where(_earlier.c.location == _a.location, _earlier.c.seq < _a.seq)
    .order_by(_earlier.c.seq.desc())
    .limit(1)
    .scalar_subquery()
)
_origin = func.coalesce(_l.origin, _a.id)
_with_lineage = schema.articles.outerjoin(schema.lineage, _l.article == _a.id)

_ARTICLES = select(
    _a.id, _a.source, _a.location, _a.sha256, _a.title, _a.outlet, _a.credit, _a.byline, _a.published,
    _a.published_from, _a.dateline, _a.language, _a.words, _a.body_text, _l.copy_of, _l.copy_kind, _origin, _l.story,
    _version_of, _a.run, _a.coded_by,
).select_from(_with_lineage)  # fmt: skip

_STATEMENTS = select(
    _s.id, _a.source, _a.id.label("of"), _s.start, _s.end, _s.text, _s.spans, _s.speaker, _s.speaker_text,
    _s.speaker_start, _s.speaker_end, _s.party, _s.type, _s.mood, _s.cue, _s.cue_start, _s.cue_end, _s.addressee,
    _s.medium, _s.said_on, _s.where, _s.confidence, _s.decision, _a.title, _a.outlet, _a.credit, _a.published,
    _a.published_from, _a.location, _l.copy_of, _origin,
).select_from(_with_lineage.join(schema.statements, and_(_s.article == _a.seq)))  # fmt: skip

_TIMES = select(
    _a.source, _a.id.label("of"), _t.start, _t.end, _t.text, _t.type, _t.value, _a.published
).select_from(schema.articles.join(schema.times, _t.article == _a.seq))  # fmt: skip

_MENTIONS = select(
    _a.source, _a.id.label("of"), _m.start, _m.end, _m.text, _m.actor, _m.kind
).select_from(schema.articles.join(schema.mentions, _m.article == _a.seq))  # fmt: skip

_ACTORS = select(
    _c.name, _a.source, _a.id.label("of"), _c.start, _c.end, _c.text, _c.kind, _c.party, _c.roles, _c.aliases,
    _c.mentions,
).select_from(schema.actors.join(schema.articles, _c.article == _a.seq))  # fmt: skip


def _bounds(value: str) -> tuple[str, str]:
    found = days(value)
    if found is None:
        raise ValueError(f"{value!r} is not a date; write 2025-03-14, 2025-W11, 2025-03 or 2025")
    return found


def _strings(stored: str) -> tuple[str, ...]:
    return () if stored == "[]" else tuple(json.loads(stored))


def _spans(stored: str) -> tuple[Span, ...]:
    return () if stored == "[]" else tuple((s, e) for s, e in json.loads(stored))


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)


def _article(r: Any) -> ArticleRow:
    values = [*r[:7], _strings(r[7]), *r[8:10], _strings(r[10]), *r[11:]]
    return ArticleRow(*values)


def _statement(r: Any) -> StatementRow:
    values = [*r[:6], _spans(r[6]), r[7], r[8], _span(r[9], r[10]), *r[11:15], _span(r[15], r[16]), *r[17:]]
    return StatementRow(*values)


def _run(r: Any) -> RunRow:
    values = [*r[:8], _strings(r[8]), *r[9:]]
    return RunRow(*values)


def _numbered(letter: str, rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Ids for rows that begin with source, article and place: of these two, with a number if the place had one."""
    before, n = None, 1
    for r in rows:
        _, article, start, end, *_rest = r
        n = n + 1 if (article, start, end) == before else 1
        before = (article, start, end)
        yield f"{article}-{letter}{start}-{end}" + (f".{n}" if n > 1 else ""), r


@dataclass(frozen=True, slots=True)
class _ActorPart:
    """What one article says of an actor."""

    name: str
    source: str
    article: str
    start: int | None
    end: int | None
    text: str | None
    kind: str
    party: str | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: int

    @classmethod
    def read(cls, r: Any) -> _ActorPart:
        values = [*r[:8], _strings(r[8]), _strings(r[9]), int(r[10])]
        return cls(*values)


def _actor(parts: list[_ActorPart]) -> ActorRow:
    first = next((p for p in parts if p.start is not None), parts[0])
    return ActorRow(
        id=first.name,
        source=first.source,
        article=first.article,
        start=first.start,
        end=first.end,
        text=first.text,
        name=first.name,
        kind=_most(p.kind for p in parts) or first.kind,
        party=_most(p.party for p in parts),
        roles=tuple(sorted({x for p in parts for x in p.roles})),
        aliases=tuple(sorted({x for p in parts for x in p.aliases})),
        mentions=sum(p.mentions for p in parts),
        articles=len(parts),
    )


def _most(values: Iterator[str | None]) -> str | None:
    """The most frequent value, the first in the alphabet among equals; None when all are unknown."""
    counted = Counter(v for v in values if v is not None)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None

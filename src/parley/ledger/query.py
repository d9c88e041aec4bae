"""The ledger as a reader sees it: rows in a stable order, streamed.

Of a page read in several versions the newest counts: rows of older ones are given only with `current=False`, or when
their article is named (see `versions.py`).

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

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, case, func, select

from parley.ledger import coded, coded_schema, opening, parses, schema
from parley.ledger.coded_rows import ClaimRow, EventRow, PositionRow, QuantityRow
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

    def articles(
        self, *, article: Names = None, current: bool = True, limit: int | None = None
    ) -> Iterator[ArticleRow]:
        """All articles, or those of these ids, by source and id; with `current=False` older versions of pages too."""
        query = _of(ARTICLES, article, current).order_by(_a.source, _a.id).limit(limit)
        return self._stream(query, read_article)

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

    def parses(self, keys: Collection[bytes]) -> dict[bytes, bytes]:
        """The packed parses that are kept for these keys (see `language/packed.py`)."""
        with self._reading() as connection:
            return parses.look_up(connection, keys)

    def statements(
        self,
        *,
        party: Names = None,
        speaker: Names = None,
        mood: Names = None,
        since: str | None = None,
        until: str | None = None,
        where: Names = None,
        article: Names = None,
        current: bool = True,
        limit: int | None = None,
    ) -> Iterator[StatementRow]:
        """Statements by source, article and place; each condition given must hold, several names mean any of them.

        Those of older versions of pages come only with `current=False`, or when their `article` is named.

        `since` and `until` are ISO dates of any precision and compare with `said_on`, else with the article's
        `published`; a statement dated no closer than a week or a month is kept when it can fall inside. One without
        any date is left out as soon as either is given. ValueError when a date is not one.
        """
        query = _of(STATEMENTS, article, current).order_by(_a.source, _a.id, _s.start, _s.end, _s.id).limit(limit)
        for column, names in ((_s.party, party), (_s.speaker, speaker), (_s.mood, mood), (_s.where, where)):
            if names is not None:
                query = query.where(column.in_([names] if isinstance(names, str) else sorted(names)))
        if since is not None:
            query = query.where(_s.day_last >= bounds(since)[0])
        if until is not None:
            query = query.where(_s.day_first <= bounds(until)[1])
        return self._stream(query, read_statement)

    def times(self, *, article: Names = None, current: bool = True, limit: int | None = None) -> Iterator[TimeRow]:
        """Time expressions by source, article and place."""
        query = _of(_TIMES, article, current).order_by(_a.source, _a.id, _t.start, _t.end, _t.type).limit(limit)
        return (TimeRow(i, *r) for i, r in _numbered("t", self._stream(query, tuple)))

    def mentions(
        self, *, article: Names = None, current: bool = True, limit: int | None = None
    ) -> Iterator[MentionRow]:
        """Mentions of actors by source, article and place."""
        query = _of(_MENTIONS, article, current).order_by(_a.source, _a.id, _m.start, _m.end, _m.actor).limit(limit)
        return (MentionRow(i, *r) for i, r in _numbered("m", self._stream(query, tuple)))

    def actors(self, *, article: Names = None, current: bool = True, limit: int | None = None) -> Iterator[ActorRow]:
        """Actors of the whole ledger (or of these articles) by name, what its articles say of each put together."""
        query = _of(_ACTORS, article, current).order_by(_c.name, _a.source, _a.id)
        groups = groupby(self._stream(query, _ActorPart.read), key=lambda part: part.name)
        return islice((_actor(list(parts)) for _, parts in groups), limit)

    def events(self, *, article: Names = None, current: bool = True) -> Iterator[EventRow]:
        """Events, by place."""
        return self._coded("events", article, current)

    def positions(self, *, article: Names = None, current: bool = True) -> Iterator[PositionRow]:
        """Positions, by place."""
        return self._coded("positions", article, current)

    def claims(self, *, article: Names = None, current: bool = True) -> Iterator[ClaimRow]:
        """Claims, by place."""
        return self._coded("claims", article, current)

    def quantities(self, *, article: Names = None, current: bool = True) -> Iterator[QuantityRow]:
        """Figures, by place."""
        return self._coded("quantities", article, current)

    def _coded(self, name: str, article: Names, current: bool) -> Iterator[Any]:
        query = _of(coded.query(name, _with_lineage, _origin), article, current)
        return self._stream(query, lambda r: coded.row(name, r))

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

    def names(self, of: Literal["party", "speaker", "mood", "outlet"]) -> dict[str, int]:
        """The parties, speakers or moods of the statements with how many each has, most first, then by name.

        Outlets are those of the articles.
        """
        column, article = (_a.outlet, _a.seq) if of == "outlet" else (_s[of], _s.article)
        query = select(column, func.count()).where(column.is_not(None), counting(article)).group_by(column)
        with self._reading() as connection:
            counted = [(str(name), int(n)) for name, n in connection.execute(query)]
        return dict(sorted(counted, key=lambda x: (-x[1], x[0])))

    def counts(self, *, current: bool = True) -> dict[str, int]:
        """How many rows each table holds; actors count once by name.

        Those of older versions of pages count only with `current=False`.
        """
        keys = (
            ("articles", _a.seq), ("statements", _s.article), ("times", _t.article), ("mentions", _m.article),
        )  # fmt: skip
        with self._reading() as connection:

            def count(what: ColumnElement[Any], article: Any) -> int:
                query = select(func.count(what))
                return int(connection.execute(query.where(counting(article)) if current else query).scalar_one())

            found = {name: count(key, key) for name, key in keys}
            problems = select(func.count()).select_from(schema.problems)
            found["problems"] = int(connection.execute(problems).scalar_one())
            found |= {name: count(t.c.article, t.c.article) for name, t in coded_schema.TABLES.items()}
            return {**found, "actors": count(func.distinct(_c.name), _c.article)}


_a, _s, _t, _c, _m, _l = (
    schema.articles.c,
    schema.statements.c,
    schema.times.c,
    schema.actors.c,
    schema.mentions.c,
    schema.lineage.c,
)
_v = schema.versions.c
_of_origin = schema.versions.alias("of_origin")
_of_copied = schema.versions.alias("of_copied")

# What lineage says of a version is meant of its page, and the page's newest version counts for it. So a version that
# is much like the one before it is no copy.
_newest = func.coalesce(_v.superseded_by, _a.id)
_copied = func.coalesce(_of_copied.c.superseded_by, _l.copy_of)
_copy_of = func.nullif(_copied, _newest)
_copy_kind = case((_copied != _newest, _l.copy_kind))
_origin = func.coalesce(_of_origin.c.superseded_by, _l.origin, _newest)
_with_lineage = (
    schema.articles.outerjoin(schema.versions, _v.article == _a.seq)
    .outerjoin(schema.lineage, _l.article == _a.id)
    .outerjoin(_of_origin, _of_origin.c.id == _l.origin)
    .outerjoin(_of_copied, _of_copied.c.id == _l.copy_of)
)

ARTICLES = select(
    _a.id, _a.source, _a.location, _a.sha256, _a.title, _a.outlet, _a.credit, _a.byline, _a.published,
    _a.published_from, _a.dateline, _a.language, _a.words, _a.body_text, _copy_of, _copy_kind, _origin, _l.story,
    _v.version_of, _a.run, _a.coded_by, _v.superseded_by,
).select_from(_with_lineage)  # fmt: skip

STATEMENTS = select(
    _s.id, _a.source, _a.id.label("of"), _s.start, _s.end, _s.text, _s.spans, _s.speaker, _s.speaker_text,
    _s.speaker_start, _s.speaker_end, _s.party, _s.type, _s.mood, _s.cue, _s.cue_start, _s.cue_end, _s.addressee,
    _s.medium, _s.said_on, _s.where, _s.confidence, _s.decision, _a.title, _a.outlet, _a.credit, _a.published,
    _a.published_from, _a.location, _copy_of, _origin, _v.superseded_by.is_not(None),
).select_from(_with_lineage.join(schema.statements, and_(_s.article == _a.seq)))  # fmt: skip

STANDING = select(_a.seq, _copy_of.is_not(None), _a.source, _a.id).select_from(_with_lineage)
"""Of an article what orders it among its equals: an origin before a copy, then by source and id."""

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


_SUPERSEDED = select(_v.article).where(_v.superseded_by.is_not(None))


def counting(article: Any) -> ColumnElement[bool]:
    """That the article of this number is the newest version of its page."""
    return article.not_in(_SUPERSEDED)  # type: ignore[no-any-return]


def _of(query: Select[Any], article: Names, current: bool) -> Select[Any]:
    """The rows of these articles, whichever version they are; or of all, older versions only when they are wanted."""
    if article is not None:
        return query.where(_a.id.in_([article] if isinstance(article, str) else sorted(article)))
    return query.where(counting(_a.seq)) if current else query


def bounds(value: str) -> tuple[str, str]:
    """First and last day of an ISO date of any precision; ValueError when it is none."""
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


def read_article(r: Any) -> ArticleRow:
    """A row of `ARTICLES`."""
    values = [*r[:7], _strings(r[7]), *r[8:10], _strings(r[10]), *r[11:]]
    return ArticleRow(*values)


def read_statement(r: Any) -> StatementRow:
    """A row of `STATEMENTS`."""
    values = [*r[:6], _spans(r[6]), r[7], r[8], _span(r[9], r[10]), *r[11:15], _span(r[15], r[16]), *r[17:-1]]
    values.append(bool(r[-1]))
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

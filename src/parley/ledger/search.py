"""Full-text search over the articles and statements of a ledger: ranked, filtered, with the places found.

Whole words are looked for first (`bm25`, the better match first, equals by source, article and place). Where they are
nowhere, and for scripts without spaces, the letters are: "zelen" finds Zelensky, a name finds itself in any script.
What copies of one article all say is found once. Of pages in several versions the newest is searched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any, Generic, Literal, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    Select,
    and_,
    bindparam,
    column,
    exists,
    select,
    table,
    tuple_,
)
from sqlalchemy.sql.elements import literal_column

from parley.ledger import index, schema
from parley.ledger.days import days
from parley.ledger.marks import excerpt, marks
from parley.ledger.opening import damaged
from parley.ledger.phrases import Query, parse
from parley.ledger.query import (
    ARTICLES,
    STANDING,
    STATEMENTS,
    Names,
    Reader,
    bounds,
    counting,
    read_article,
    read_statement,
)
from parley.ledger.rows import ArticleRow, StatementRow
from parley.ledger.versions import chunks, words
from parley.records import Span

_AT_ONCE = 64
"""Ranked places taken from the index at a time."""

_a, _s, _p = schema.articles.c, schema.statements.c, schema.statement_places.c
Key = tuple[Any, ...]
"""Of a statement: article's number, start, end, id; of an article: its number."""
Place = tuple[float, Key]
"""What an index found: how well it matches, less being better, and where it is."""
By = Literal["words", "letters"]
H = TypeVar("H")


@dataclass(frozen=True, slots=True)
class Conditions:
    """What must hold beside the words; several names mean any of them, dates are ISO of any precision.

    Of an article, `party`, `speaker` and `mood` ask for a statement in it of which they hold together, and the dates
    are those of its publication. A statement is dated as in `Reader.statements`.
    """

    party: Names = None
    speaker: Names = None
    mood: Names = None
    outlet: Names = None
    since: str | None = None
    until: str | None = None


ANYTHING = Conditions()


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement found: `score` is larger for a better match, 0 by letters; `marks` are places in `row.text`.

    `speaker_marks` are places in `row.speaker`.
    """

    row: StatementRow
    score: float
    marks: tuple[Span, ...]
    speaker_marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article found: an `excerpt` of its body around the first place, `marks` in it, `title_marks` in the title."""

    row: ArticleRow
    score: float
    title_marks: tuple[Span, ...]
    excerpt: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found(Generic[H]):
    """What a search gave. `by` says whether whole words were found or only their letters."""

    hits: tuple[H, ...] = ()
    by: By = "words"


def find_statements(
    ledger: Reader,
    typed: str,
    conditions: Conditions = ANYTHING,
    limit: int = 20,
) -> Found[StatementHit]:
    """The `limit` best statements for a query as typed (`phrases.py`). ValueError for a date that is none."""
    query = parse(typed)

    def load(connection: Connection, keys: list[Key]) -> dict[Key, StatementRow]:
        # The first condition is implied by the second, for which alone SQLite would walk all statements.
        here = _s.article.in_(sorted({key[0] for key in keys})) & tuple_(_s.article, _s.start, _s.end, _s.id).in_(keys)
        return {
            (seq, values[3], values[4], values[0]): read_statement(values)
            for *values, seq in connection.execute(STATEMENTS.add_columns(_s.article).where(here))
        }

    def same(row: StatementRow) -> Key:
        return row.origin, row.speaker, words(row.text, row.spans, row.start)

    search = _Search(ledger, query, _Statements(query, conditions), load, same)
    found, by = search.best(limit)
    return Found(tuple(_statement_hit(query, row, score, by) for row, score in found), by)


def find_articles(
    ledger: Reader,
    typed: str,
    conditions: Conditions = ANYTHING,
    limit: int = 20,
) -> Found[ArticleHit]:
    """The `limit` best articles for a query as typed (`phrases.py`). ValueError for a date that is none."""
    query = parse(typed)
    since = bounds(conditions.since)[0] if conditions.since is not None else None
    until = bounds(conditions.until)[1] if conditions.until is not None else None

    def load(connection: Connection, keys: list[Key]) -> dict[Key, ArticleRow]:
        here = _a.seq.in_([seq for (seq,) in keys])
        rows = {(seq,): read_article(v) for *v, seq in connection.execute(ARTICLES.add_columns(_a.seq).where(here))}
        return {key: row for key, row in rows.items() if _within(row.published, since, until)}

    search = _Search(ledger, query, _Articles(query, conditions), load, lambda row: (row.origin,))
    found, by = search.best(limit)
    return Found(tuple(_article_hit(query, row, score, by) for row, score in found), by)


def _within(published: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    known = days(published)
    return known is not None and (since is None or known[1] >= since) and (until is None or known[0] <= until)


def _statement_hit(query: Query, row: StatementRow, score: float, by: By) -> StatementHit:
    letters = by == "letters"
    found = marks(query, row.text, letters)
    if row.spans:
        pieces = [(a - row.start, b - row.start) for a, b in row.spans]
        found = tuple(m for m in found if any(a <= m[0] and m[1] <= b for a, b in pieces))
    return StatementHit(row, score, found, marks(query, row.speaker or "", letters))


def _article_hit(query: Query, row: ArticleRow, score: float, by: By) -> ArticleHit:
    letters = by == "letters"
    start, end, inside = excerpt(query, row.body_text, letters)
    return ArticleHit(row, score, marks(query, row.title or "", letters), row.body_text[start:end], inside)


R = TypeVar("R", StatementRow, ArticleRow)


@dataclass
class _Search(Generic[R]):
    """One search: places from an index in the order of their rank, their rows, and each thing said once."""

    ledger: Reader
    query: Query
    ask: _Statements | _Articles
    load: Callable[[Connection, list[Key]], dict[Key, R]]
    same: Callable[[R], Key]
    ranked: dict[Key, tuple[R, float]] = field(default_factory=dict)

    def best(self, limit: int) -> tuple[list[tuple[R, float]], By]:
        if not self.query or limit < 1:
            return [], "words"
        with self.ledger._reading() as connection:
            ways: tuple[By, ...] = ("letters",) if self.query.unspaced else ("words", "letters")
            for by in ways:
                try:
                    self._fill(connection, getattr(self.ask, by)(connection), limit)
                except (ValueError, TypeError) as error:  # a row that cannot be what a ledger holds
                    raise damaged(self.ledger.path, error) from error
                if self.ranked:
                    return list(self.ranked.values())[:limit], by
        return [], ways[0]

    def _fill(self, connection: Connection, places: Iterator[Place], limit: int) -> None:
        for part in _lists(_settled(connection, places)):
            self._take(connection, part)
            if len(self.ranked) >= limit:
                return

    def _take(self, connection: Connection, places: list[Place]) -> None:
        rows = self.load(connection, [key for _, key in places])
        for rank, key in places:
            if key in rows:
                self.ranked.setdefault(self.same(rows[key]), (rows[key], -rank if rank else 0.0))


def _settled(connection: Connection, places: Iterable[Place]) -> Iterator[Place]:
    """Places of one rank in an order that is not that of reading: an origin's own before a copy's, then by place."""
    for rank, group in groupby(places, key=lambda x: x[0]):
        keys = [key for _, key in group]
        if len(keys) > 1:
            standing: dict[int, Key] = {}
            for part in chunks(sorted({key[0] for key in keys})):
                found = connection.execute(STANDING.where(_a.seq.in_(part)))
                standing.update((seq, tuple(rest)) for seq, *rest in found)
            keys.sort(key=lambda key: (standing[key[0]], key[1:]))
        yield from ((rank, key) for key in keys)


def _lists(places: Iterator[Place]) -> Iterator[list[Place]]:
    while part := list(islice(places, _AT_ONCE)):
        yield part


def _index(name: str) -> Any:
    return table(name, column("rowid", Integer), column("rank", Float))


_STATEMENT_WORDS, _STATEMENT_LETTERS = _index("statement_words"), _index("statement_letters")
_ARTICLE_WORDS, _ARTICLE_LETTERS = _index("article_words"), _index("article_letters")


def _matches(name: str, expression: str) -> ColumnElement[bool]:
    return literal_column(name).op("MATCH")(bindparam(None, expression))


def _names(conditions: Conditions) -> list[ColumnElement[bool]]:
    """The conditions on a statement's own columns."""
    pairs = ((_s.party, conditions.party), (_s.speaker, conditions.speaker), (_s.mood, conditions.mood))
    return [_is(c, names) for c, names in pairs if names is not None]


def _is(of: Any, names: Names) -> ColumnElement[bool]:
    return of.in_([names] if isinstance(names, str) else sorted(names or ()))  # type: ignore[no-any-return]


def _streamed(connection: Connection, query: Select[Any]) -> Any:
    return connection.execution_options(yield_per=_AT_ONCE).execute(query)


class _Statements:
    """What the indexes are asked about statements."""

    def __init__(self, query: Query, conditions: Conditions) -> None:
        self.query = query
        self.where = [counting(_s.article), *_names(conditions)]
        if conditions.since is not None:
            self.where.append(_s.day_last >= bounds(conditions.since)[0])
        if conditions.until is not None:
            self.where.append(_s.day_first <= bounds(conditions.until)[1])
        if conditions.outlet is not None:
            self.where.append(exists().where(_a.seq == _s.article, _is(_a.outlet, conditions.outlet)))

    def _from(self, index_table: Any) -> Any:
        here = and_(_s.article == _p.article, _s.start == _p.start, _s.end == _p.end)
        return index_table.join(schema.statement_places, _p.row == index_table.c.rowid).join(schema.statements, here)

    def words(self, connection: Connection) -> Iterator[Place]:
        i = _STATEMENT_WORDS
        query = select(i.c.rank, _s.article, _s.start, _s.end, _s.id).select_from(self._from(i))
        query = query.where(_matches(i.name, self.query.words()), *self.where).order_by(i.c.rank)
        return ((rank, tuple(key)) for rank, *key in _streamed(connection, query))

    def letters(self, connection: Connection) -> Iterator[Place]:
        query = select(_s.text, _s.spans, _s.speaker, _s.article, _s.start, _s.end, _s.id).where(*self.where)
        if grams := self.query.grams():
            i = _STATEMENT_LETTERS
            query = query.select_from(self._from(i)).where(_matches(i.name, grams))
        for text, spans, speaker, *key in _streamed(connection, query):
            if self.query.holds(index.statement_letters(index.content(text, spans, key[1]), speaker or "")):
                yield 0.0, tuple(key)


class _Articles:
    """What the indexes are asked about articles."""

    def __init__(self, query: Query, conditions: Conditions) -> None:
        self.query = query
        self.where = [counting(_a.seq)]
        if of_statement := _names(conditions):
            self.where.append(exists().where(_s.article == _a.seq, *of_statement))
        if conditions.outlet is not None:
            self.where.append(_is(_a.outlet, conditions.outlet))

    def words(self, connection: Connection) -> Iterator[Place]:
        i = _ARTICLE_WORDS
        query = select(i.c.rank, _a.seq).select_from(i.join(schema.articles, _a.seq == i.c.rowid))
        query = query.where(_matches(i.name, self.query.words()), *self.where).order_by(i.c.rank)
        return ((rank, (seq,)) for rank, seq in _streamed(connection, query))

    def letters(self, connection: Connection) -> Iterator[Place]:
        query = select(_a.seq, _a.title, _a.outlet, _a.byline, _a.body_text).where(*self.where)
        if grams := self.query.grams():
            i = _ARTICLE_LETTERS
            query = query.select_from(i.join(schema.articles, _a.seq == i.c.rowid)).where(_matches(i.name, grams))
        for seq, *parts in _streamed(connection, query):
            if self.query.holds(index.article_letters(*parts)):
                yield 0.0, (seq,)

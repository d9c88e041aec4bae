"""What is new in a ledger since a day or a run: articles, edits, statements, actors, problems.

New is what was not there before the first of the runs in question, by when pages were read, not by when they were
published. Everything follows from the runs of the rows: nothing is kept for it, and the same question has the same
answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import pairwise
from typing import Any

from sqlalchemy import func, select

from parley.errors import InputError
from parley.ledger import schema
from parley.ledger.days import days
from parley.ledger.query import Reader
from parley.ledger.rows import ActorRow, ArticleRow, ProblemRow, RunRow, StatementRow
from parley.ledger.versions import chunks, words

_RUN = re.compile(r"(?:run[: ]?([0-9]{1,9})|([0-9]{1,3}))\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article by its origin, and its copies that are new too, without their `body_text`.

    `known` when the origin itself was there before.
    """

    article: ArticleRow
    copies: tuple[ArticleRow, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One edit of a page: the version before, the version after, and the statements that came or went.

    The articles come without their `body_text`; `body` tells whether it changed.

    Statements are the same when the words are, but for case and punctuation, and the speaker is. `title` and
    `published` hold before and after when they differ, else None.
    """

    before: ArticleRow
    after: ArticleRow
    number: int
    title: tuple[str | None, str | None] | None
    published: tuple[str | None, str | None] | None
    body: bool
    added: tuple[StatementRow, ...]
    removed: tuple[StatementRow, ...]

    def __bool__(self) -> bool:
        return bool(self.title or self.published or self.body or self.added or self.removed)


@dataclass(frozen=True, slots=True)
class NewStatement:
    """A statement nobody had carried before, with the other new pages that carry it."""

    statement: StatementRow
    also: tuple[StatementRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What the `runs` brought.

    `recoded` counts articles that were there before and were coded anew, `retouched` versions of which nothing but
    furniture is new (an advertisement, a counter); they are not among the `revisions`.

    Statements come by party and speaker (unknown ones last), then by date and place.
    """

    since: str
    runs: tuple[RunRow, ...]
    articles: tuple[NewArticle, ...] = ()
    revisions: tuple[Revision, ...] = ()
    statements: tuple[NewStatement, ...] = ()
    actors: tuple[ActorRow, ...] = ()
    problems: tuple[ProblemRow, ...] = ()
    recoded: int = 0
    retouched: int = 0

    def __bool__(self) -> bool:
        return bool(self.articles or self.revisions or self.statements or self.actors or self.problems or self.recoded)


def changes(ledger: Reader, since: str) -> Changes:
    """What is new since a day or time (`2025-03-14`, `2025-03-14T09:30`, a month …; UTC) or a run (`12`, `run:12`).

    A run counts itself and all after it. A number of four digits is a year; write `run:1234` for such a run. Raises
    InputError for what is neither, or a run that is not there.
    """
    runs = runs_since(ledger, since)
    numbers = {r.id for r in runs}
    if not numbers:
        return Changes(since, ())
    rows = _articles(ledger)
    pages = _pages(rows.values(), _numbers(ledger))
    edits = _revisions(ledger, pages, numbers)
    fresh = [p[-1] for p in pages if all(a.run in numbers for a in p)]
    edited = {p[-1].id for p in pages if p[-1].run in numbers} - {a.id for a in fresh}
    statements = _new_statements(ledger, rows, {*edited, *(a.id for a in fresh)}, numbers)
    return Changes(
        since, runs, tuple(_by_origin(fresh, rows)), tuple(filter(None, edits)),
        tuple(sorted(statements, key=_standing)), _new_actors(ledger, numbers), _problems(ledger, numbers),
        sum(1 for a in rows.values() if a.run not in numbers and a.coded_by in numbers), sum(1 for r in edits if not r),
    )  # fmt: skip


def runs_since(ledger: Reader, since: str) -> tuple[RunRow, ...]:
    """The runs that are meant by `since`, as `changes` takes it, in the order they began."""
    runs = list(ledger.runs())
    if number := _RUN.match(since.strip()):
        wanted = int(number[1] or number[2])
        if all(r.id != wanted for r in runs):
            there = f"the last is {runs[-1].id}" if runs else "there is none"
            raise InputError(f"there is no run {wanted} in {ledger.path}; {there}")
        return tuple(r for r in runs if r.id >= wanted)
    begin = _moment(since.strip())
    return tuple(r for r in runs if datetime.fromisoformat(r.started) >= begin)


def _moment(since: str) -> datetime:
    try:
        if "T" not in since:
            found = days(since)
            if found is None or "/" in since:
                raise ValueError
            since = found[0]
        moment = datetime.fromisoformat(since)
    except ValueError:
        raise InputError(
            f"{since!r} is neither a date (2025-03-14, 2025-W11, 2025-03, 2025) nor a run (12, run:12)"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _numbers(ledger: Reader) -> dict[str, int]:
    """The number of each article among the versions of its page; a page in one version has none."""
    v = schema.versions.c
    with ledger._reading() as connection:
        return {str(i): int(n) for i, n in connection.execute(select(v.id, v.number))}


def _pages(rows: Iterable[ArticleRow], numbers: dict[str, int]) -> list[list[ArticleRow]]:
    """The versions of each page, oldest first, in the order of the rows."""
    pages: dict[str, list[ArticleRow]] = {}
    for a in rows:
        pages.setdefault(a.version_of or a.id, []).append(a)
    return [sorted(p, key=lambda a: numbers.get(a.id, 1)) for p in pages.values()]


def revisions(ledger: Reader, article: str | None = None) -> tuple[Revision, ...]:
    """All edits the ledger knows, or those of the page that this article (any version) is of; by source and number.

    A revision is false when nothing of the story changed.
    """
    pages = _pages(_articles(ledger).values(), _numbers(ledger))
    if article is not None:
        pages = [p for p in pages if any(a.id == article for a in p)]
    return tuple(_revisions(ledger, pages, None))


def _articles(ledger: Reader) -> dict[str, ArticleRow]:
    """All articles in all versions, in their bodies' place a digest: of 10,000 the bodies are 40 MB."""
    return {a.id: replace(a, body_text=_digest(a.body_text)) for a in ledger.articles(current=False)}


def _digest(text: str) -> str:
    return blake2b(" ".join(text.split()).encode(), digest_size=8).hexdigest()


def _revisions(ledger: Reader, pages: Sequence[Sequence[ArticleRow]], runs: Collection[int] | None) -> list[Revision]:
    """Edits between versions that follow each other: with `runs`, those of pages known before that came to be known."""
    wanted = []
    for page in pages:
        for number, (before, after) in enumerate(pairwise(page), 2):
            if runs is None or (not {before.run, after.run}.isdisjoint(runs) and any(a.run not in runs for a in page)):
                wanted.append((number, before, after))
    said = _statements(ledger, {a.id for _, before, after in wanted for a in (before, after)})
    return [
        _revision(number, before, after, said.get(before.id, []), said.get(after.id, []))
        for number, before, after in sorted(wanted, key=lambda w: (w[2].source, w[0]))
    ]


def _revision(
    number: int, before: ArticleRow, after: ArticleRow, old: Sequence[StatementRow], new: Sequence[StatementRow]
) -> Revision:
    return Revision(
        replace(before, body_text=""), replace(after, body_text=""), number,
        (before.title, after.title) if before.title != after.title else None,
        (before.published, after.published) if before.published != after.published else None,
        before.body_text != after.body_text, tuple(_beyond(new, old)), tuple(_beyond(old, new)),
    )  # fmt: skip


def _beyond(rows: Sequence[StatementRow], others: Sequence[StatementRow]) -> Iterator[StatementRow]:
    """The rows for which there is no equal among the others, each of which stands for one."""
    there = Counter(_same(s) for s in others)
    for s in rows:
        if there[_same(s)] > 0:
            there[_same(s)] -= 1
        else:
            yield s


def _same(s: StatementRow) -> tuple[str | None, str]:
    return s.speaker, words(s.text, s.spans, s.start)


def _statements(ledger: Reader, articles: Collection[str]) -> dict[str, list[StatementRow]]:
    """The statements of these articles, but for those a person rejected."""
    said: dict[str, list[StatementRow]] = {}
    for part in chunks(sorted(articles)):
        for s in ledger.statements(article=part):
            if s.decision != "rejected":
                said.setdefault(s.article, []).append(s)
    return said


def _by_origin(fresh: Sequence[ArticleRow], rows: dict[str, ArticleRow]) -> Iterator[NewArticle]:
    groups: dict[str, list[ArticleRow]] = {}
    for a in fresh:
        groups.setdefault(a.origin, []).append(a)
    for origin, group in groups.items():
        first = rows.get(origin, group[0])
        copies = tuple(replace(a, body_text="") for a in group if a.id != first.id)
        yield NewArticle(replace(first, body_text=""), copies, known=all(a.id != first.id for a in group))


def _new_statements(
    ledger: Reader, rows: dict[str, ArticleRow], fresh: set[str], runs: Collection[int]
) -> Iterator[NewStatement]:
    """What the fresh articles say that no article of the same origin, in whatever version, had said before."""
    origins = {rows[i].origin for i in fresh}
    before = [a.id for a in rows.values() if a.origin in origins and a.run not in runs]
    known = {(rows[i].origin, *_same(s)) for i, said in _statements(ledger, before).items() for s in said}
    groups: dict[Any, list[StatementRow]] = {}
    for said in _statements(ledger, fresh).values():
        for s in said:
            key = (s.origin, *_same(s))
            if key not in known:
                groups.setdefault(key, []).append(s)
    for group in groups.values():
        group.sort(key=lambda s: (s.article != s.origin, s.source, s.article, s.start, s.end, s.id))
        also: dict[str, StatementRow] = {}
        first = group[0]
        for s in group:
            if s.article != first.article:
                also.setdefault(s.article, s)
        yield NewStatement(first, tuple(also.values()))


def _standing(new: NewStatement) -> tuple[Any, ...]:
    s = new.statement
    named = (s.party is None, s.party or "", s.speaker is None, s.speaker or "")
    return *named, s.date or "", s.source, s.article, s.start, s.end, s.id


def _new_actors(ledger: Reader, runs: Collection[int]) -> tuple[ActorRow, ...]:
    """Actors that appear in no article of another run."""
    c, a = schema.actors.c, schema.articles.c
    query = select(c.name).join(schema.articles, a.seq == c.article).group_by(c.name)
    of_other = func.sum(a.run.not_in(sorted(runs)))
    with ledger._reading() as connection:
        names = set(connection.execute(query.having(of_other == 0)).scalars())
    return tuple(actor for actor in ledger.actors() if actor.name in names) if names else ()


def _problems(ledger: Reader, runs: Collection[int]) -> tuple[ProblemRow, ...]:
    """Problems of these runs, the same one of several runs once (with the last)."""
    last: dict[tuple[str, ...], ProblemRow] = {}
    for p in ledger.problems():
        if p.run in runs:
            last[p.source, p.place, p.code, p.reason] = p
    return tuple(last.values())

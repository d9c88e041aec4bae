"""The full-text indexes: what is looked up by `search.py`, kept in the transactions that store and replace rows.

Two pairs of FTS5 tables, none of which keeps a text twice:

    article_words, statement_words        whole words, diacritics and case folded, ranked
    article_letters, statement_letters    any three letters in a row, for parts of names and scripts without spaces

Letters are indexed without their places (`detail=none`), which makes that index a third as large; what it finds is then
compared with the text. Of an article they hold the title and the names; the body too when its script has no spaces.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from parley.ledger import schema
from parley.ledger.versions import chunks

_TOKENS = "tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\""
_OF_ARTICLES = "content = 'articles', content_rowid = 'seq'"
_LETTERS = "content = '', detail = none, columnsize = 0, tokenize = 'trigram'"
TABLES = (
    f"CREATE VIRTUAL TABLE article_words USING fts5(title, body_text, {_OF_ARTICLES}, {_TOKENS})",
    f"CREATE VIRTUAL TABLE statement_words USING fts5(content, speaker, content = '', {_TOKENS})",
    f"CREATE VIRTUAL TABLE article_letters USING fts5(letters, {_LETTERS})",
    f"CREATE VIRTUAL TABLE statement_letters USING fts5(letters, {_LETTERS})",
)
WEIGHTS = {"article_words": "bm25(4.0, 1.0)", "statement_words": "bm25(1.0, 2.0)"}
"""A word in the title or in the speaker's name says more than one in the text."""

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A letter of a script that puts no spaces between words (Thai, Lao, Burmese, Khmer, Japanese, Chinese)."""

_DIACRITIC = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Accents and vowel points: what is left of a letter with a diacritic when it is taken apart."""

_a = schema.articles.c
_s = schema.statements.c
_p = schema.statement_places.c
Place = tuple[int, int, int]
"""Of a statement: its article's number, start and end."""


def create(tx: Connection) -> None:
    """Makes the indexes and fills them from the rows there are, inside the caller's transaction."""
    for table in TABLES:
        tx.exec_driver_sql(table)
    for name, weights in WEIGHTS.items():
        tx.exec_driver_sql(f"INSERT INTO {name}({name}, rank) VALUES ('rank', ?)", (weights,))
    seqs = list(tx.execute(select(_a.seq).order_by(_a.seq)).scalars())
    for part in chunks(seqs):
        add(tx, part)


def add(tx: Connection, seqs: Sequence[int]) -> None:
    """Indexes these articles and their statements as they stand in the tables; they must not be indexed yet."""
    for part in chunks(seqs):
        words, letters = _articles(tx, part)
        _many(tx, "INSERT INTO article_words(rowid, title, body_text) VALUES (?, ?, ?)", words)
        _many(tx, "INSERT INTO article_letters(rowid, letters) VALUES (?, ?)", letters)
        said = list(_statements(tx, part))
        if not said:
            continue
        first = int(tx.execute(select(func.coalesce(func.max(_p.row), 0))).scalar_one()) + 1
        rows = [
            {"row": row, "article": a, "start": start, "end": end}
            for row, ((a, start, end), *_) in enumerate(said, first)
        ]
        tx.execute(insert(schema.statement_places), rows)
        documents = [(row, text, speaker) for row, (_, text, speaker) in enumerate(said, first)]
        _many(tx, "INSERT INTO statement_words(rowid, content, speaker) VALUES (?, ?, ?)", documents)
        _many(tx, "INSERT INTO statement_letters(rowid, letters) VALUES (?, ?)", _lettered(documents))


def remove(tx: Connection, seqs: Sequence[int]) -> None:
    """Takes these articles and their statements out; to be called before their rows change.

    The indexes keep no text, so that they must be told what they held.
    """
    for part in chunks(seqs):
        words, letters = _articles(tx, part)
        _many(tx, _delete("article_words", "title, body_text"), words)
        _many(tx, _delete("article_letters", "letters"), letters)
        rows = {
            (a, start, end): row
            for row, a, start, end in tx.execute(
                select(_p.row, _p.article, _p.start, _p.end).where(_p.article.in_(part))
            )
        }
        documents = [(rows[at], text, speaker) for at, text, speaker in _statements(tx, part) if at in rows]
        _many(tx, _delete("statement_words", "content, speaker"), documents)
        _many(tx, _delete("statement_letters", "letters"), _lettered(documents))
        tx.execute(delete(schema.statement_places).where(_p.article.in_(part)))


def fold(text: str) -> str:
    """The text without case and diacritics, for comparing letters; its length may change."""
    if text.isascii():
        return text.lower()
    return _DIACRITIC.sub("", unicodedata.normalize("NFKD", text.casefold())).casefold()


def content(text: str, spans: str, start: int) -> str:
    """The quoted words of a stored statement: its pieces joined, or all of it."""
    if spans == "[]":
        return text
    return " ".join(text[a - start : b - start] for a, b in json.loads(spans))


def article_letters(title: str | None, outlet: str | None, byline: str, body: str) -> str:
    """What is looked up by letters in an article, folded."""
    names = [title or "", outlet or "", *json.loads(byline)]
    return fold("\n".join([*names, body] if UNSPACED.search(body) else names))


def statement_letters(text: str, speaker: str) -> str:
    """What is looked up by letters in a statement, folded."""
    return fold(f"{speaker}\n{text}")


def _lettered(documents: Iterable[tuple[int, str, str]]) -> list[tuple[int, str]]:
    return [(row, statement_letters(text, speaker)) for row, text, speaker in documents]


def _articles(tx: Connection, seqs: Sequence[int]) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    query = select(_a.seq, _a.title, _a.body_text, _a.outlet, _a.byline).where(_a.seq.in_(seqs)).order_by(_a.seq)
    words, letters = [], []
    for seq, title, body, outlet, byline in tx.execute(query):
        words.append((seq, title, body))
        letters.append((seq, article_letters(title, outlet, byline, body)))
    return words, letters


def _statements(tx: Connection, seqs: Sequence[int]) -> Iterator[tuple[Place, str, str]]:
    """The documents of these articles' statements: place, quoted words, names of who said them."""
    query = select(_s.article, _s.start, _s.end, _s.text, _s.spans, _s.speaker).where(_s.article.in_(seqs))
    before: tuple[Place, str, str] | None = None
    for a, start, end, text, spans, speaker in tx.execute(query.order_by(_s.article, _s.start, _s.end, _s.id)):
        if before and before[0] == (a, start, end):
            before = (before[0], before[1], f"{before[2]}\n{speaker or ''}")
            continue
        if before:
            yield before
        before = ((a, start, end), content(text, spans, start), speaker or "")
    if before:
        yield before


def _delete(table: str, columns: str) -> str:
    marks = ", ".join("?" * (columns.count(",") + 1))
    return f"INSERT INTO {table}({table}, rowid, {columns}) VALUES ('delete', ?, {marks})"


def _many(tx: Connection, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        tx.exec_driver_sql(sql, list(rows))

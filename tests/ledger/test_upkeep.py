"""What is derived stays what it would be if it were derived anew: whatever was stored, edited and coded anew, in any order."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from factory import INFO, TEXT, coded, statement
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from parley.errors import LedgerError
from parley.ledger import index, schema, versions
from parley.ledger.changes import changes
from parley.ledger.search import find_articles, find_statements
from parley.ledger.store import Ledger
from parley.records import Coded

QUERIES = ("talks", "report", "edit", "going well", "oing", "envoy", "sea*", "sudland", "edit2 OR other")


def page(name: int, edit: int, coding: int) -> Coded:
    """A page in one of its versions, coded in one of three ways."""
    made = coded(f"{name}.txt", f"{TEXT}Edit{edit}.\n", published=(None, "2031-05-06", "2031-05-07")[edit % 3])
    other = statement(made.article, f"Edit{edit}", speaker=f"Other {coding}")
    rows = (made.statements, made.statements[:1], (*made.statements[1:], other))[coding]
    return replace(made, statements=rows, article=replace(made.article, title=f"Title {coding}"))


STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(0, 2), st.booleans(), st.booleans()),
    min_size=1,
    max_size=12,
)


def answers(ledger: Ledger) -> list[object]:
    return [
        [
            [(h.row.article, h.row.id, h.score, h.marks) for h in find_statements(ledger, q).hits]
            + [(h.row.article, h.score, h.excerpt) for h in find_articles(ledger, q).hits]
            for q in QUERIES
        ],
        [(a.id, a.version_of, a.superseded_by, a.origin) for a in ledger.articles(current=False)],
    ]


@given(STEPS)
@settings(max_examples=40)
def test_the_index_and_the_versions_are_those_of_a_ledger_made_anew(
    steps: list[tuple[int, int, int, bool, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l.db", create=True) as ledger:
        for name, edit, coding, anew, decide in steps:
            ledger.add(ledger.begin_run(INFO), [page(name, edit, coding)], replace=anew)
            if decide:
                with ledger._writing() as tx:
                    first = (
                        select(schema.statements.c.id).order_by(schema.statements.c.article).limit(1).scalar_subquery()
                    )
                    tx.execute(
                        update(schema.statements).where(schema.statements.c.id == first).values(decision="accepted")
                    )
        kept = answers(ledger)
        with ledger._writing() as tx:
            for table in ("article_words", "statement_words", "article_letters", "statement_letters"):
                tx.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
                tx.exec_driver_sql(f"DROP TABLE {table}")
            tx.exec_driver_sql("DELETE FROM statement_places")
            tx.exec_driver_sql("DELETE FROM versions")
            versions.renew(tx, list(tx.execute(select(schema.articles.c.seq)).scalars()))
            index.create(tx)
        assert answers(ledger) == kept


def test_a_batch_that_is_refused_leaves_no_trace_in_the_index(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        run = ledger.begin_run(INFO)
        ledger.add(run, [coded("a.txt")])
        before = answers(ledger)
        with ledger._reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(LedgerError, match="disk is full"):
            ledger.add(run, [coded(f"{i}.txt") for i in range(200)])
        assert answers(ledger) == before


def test_flipped_bytes_are_an_answer_or_a_message(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path, create=True) as ledger:
        for edit in range(2):
            ledger.add(ledger.begin_run(INFO), [page(n, edit, n % 3) for n in range(12)])
    whole, chance, refusals = path.read_bytes(), random.Random(7), []
    for _ in range(60):
        spoilt = bytearray(whole)
        for _ in range(chance.choice((1, 20, 200))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt)
        try:
            with Ledger.open(path, read_only=True) as ledger:
                answers(ledger)
                changes(ledger, "1")
        except LedgerError as error:
            refusals.append(str(error))
    assert refusals
    assert all("l.db" in said for said in refusals)


def test_the_index_is_there_for_readers_that_use_sqlite_alone(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.add(ledger.begin_run(INFO), [coded()])
    connection = sqlite3.connect(tmp_path / "l.db")
    query = "SELECT title FROM article_words WHERE article_words MATCH 'envoy'"
    assert connection.execute(query).fetchall() == [("Sea envoy sees progress",)]
    connection.close()

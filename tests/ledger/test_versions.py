"""Versions: an edited page is the same article, the newest counts, the old stays citable, decisions go along."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from factory import INFO, TEXT, article, coded, statement
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from parley.export.write import export_table
from parley.ledger import schema
from parley.ledger.changes import revisions
from parley.ledger.store import Ledger
from parley.ledger.versions import Member, in_order, place
from parley.records import Coded, Lineage


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        yield opened


def edited(name: str = "a.txt", more: str = "Corrected.", **fields: object) -> Coded:
    """The page of `coded` with a word more, and with a third statement in place of the second."""
    made = coded(name, f"{TEXT}{more}\n", **fields)
    return replace(made, statements=(made.statements[0], statement(made.article, more, speaker="Sudland")))


def decide(ledger: Ledger, statement_id: str, **values: object) -> None:
    with ledger._writing() as tx:
        tx.execute(update(schema.statements).where(schema.statements.c.id == statement_id).values(**values))


def test_the_newest_version_counts_and_the_old_stays_citable(ledger: Ledger) -> None:
    old, new = coded(), edited()
    for page in (old, new, coded("b.txt")):
        ledger.add(ledger.begin_run(INFO), [page])
    assert [a.id for a in ledger.articles()] == [new.article.id, coded("b.txt").article.id]
    assert [s.text for s in ledger.statements(speaker="Sudland")] == ["Corrected.", "the report"]
    counts = ledger.counts()
    assert {k: n for k, n in counts.items() if n} == {
        "articles": 2,
        "statements": 4,
        "times": 2,
        "mentions": 6,
        "actors": 2,
    }
    assert ledger.names("mood") == {"assert": 3, "deny": 1}
    assert [a.mentions for a in ledger.actors()] == [4, 2]
    assert len([*ledger.times()]) == 2
    assert len([*ledger.mentions()]) == 6
    # All of it is there for whoever asks.
    first, second, _ = sorted(ledger.articles(current=False), key=lambda a: a.run)
    assert (first.version_of, first.superseded_by) == (None, new.article.id)
    assert (second.version_of, second.superseded_by) == (old.article.id, None)
    assert [s.superseded for s in ledger.statements(current=False)].count(True) == 2
    assert [s.text for s in ledger.statements(article=old.article.id)] == ["the talks were “going well”", "the report"]
    assert [a.id for a in ledger.articles(article=old.article.id)] == [old.article.id]
    assert ledger.text(old.article.id) == TEXT


def test_three_versions_name_the_first(ledger: Ledger) -> None:
    pages = [edited(more=m) for m in ("One.", "Two.", "Three.")]
    for page in pages:
        ledger.add(ledger.begin_run(INFO), [page])
    ids = [p.article.id for p in pages]
    rows = {a.id: a for a in ledger.articles(current=False)}
    assert [rows[i].version_of for i in ids] == [None, ids[0], ids[0]]
    assert [rows[i].superseded_by for i in ids] == [ids[2], ids[2], None]


def test_the_printed_day_goes_before_the_order_of_reading(ledger: Ledger) -> None:
    """An archive gives the older version later: the one published later still counts."""
    new, old = edited(published="2031-05-09"), coded(published="2031-05-06")
    ledger.add(ledger.begin_run(INFO), [new])
    ledger.add(ledger.begin_run(INFO), [old])
    assert [a.id for a in ledger.articles()] == [new.article.id]
    assert {a.id: a.version_of for a in ledger.articles(current=False)}[new.article.id] == old.article.id


def test_in_whatever_order_one_run_gives_them_the_exports_are_the_same(tmp_path: Path) -> None:
    pages = [
        edited(more=f"Edit {i}.", published=p) for i, p in enumerate(("2031-05-06", "2031-05-06", None, "2031-05-08"))
    ]
    seen = set()
    for n, order in enumerate(itertools.permutations(pages)):
        with Ledger.open(tmp_path / f"{n}.db", create=True) as ledger:
            run = ledger.begin_run(INFO)
            for i in range(0, 4, 1 + n % 4):
                ledger.add(run, order[i : i + 1 + n % 4])
            out = tmp_path / "out"
            export = []
            for table in ("articles", "statements", "actors"):
                export_table(ledger, table, "jsonl", out)
                export.append(out.read_bytes())
            seen.add(b"".join(export))
    assert len(seen) == 1


@given(
    st.lists(st.tuples(st.integers(1, 4), st.sampled_from([None, "2031", "2031-05-06", "2031-05-07"])), max_size=6),
    st.randoms(),
)
def test_the_order_of_versions_does_not_depend_on_the_order_of_asking(
    given: list[tuple[int, str | None]], chance: random.Random
) -> None:
    members = [Member(i, f"id{i}", run, day, "printed") for i, (run, day) in enumerate(given)]
    mixed = chance.sample(members, len(members))
    ordered = in_order(members)
    assert in_order(mixed) == ordered
    dated = [m.published for m in ordered if m.published and len(m.published) == 10]
    assert dated == sorted(dated)


def test_what_is_a_place() -> None:
    assert place("pages/a.txt", "/home/x/pages/a.txt") == ("location", "/home/x/pages/a.txt")
    assert place("https://x.example/1", "/crawl.jsonl#https://x.example/1") == ("source", "https://x.example/1")
    assert place("https://x.example/1", "https://x.example/1") == ("source", "https://x.example/1")
    assert place("story-7", "/crawl.jsonl#story-7") == ("location", "/crawl.jsonl#story-7")
    assert place("7", "/crawl.jsonl#7") == ("location", "/crawl.jsonl#7")  # a record whose id is 7
    assert place("crawl.jsonl#7", "/data/crawl.jsonl#7") is None  # the seventh line
    assert place("-", "-") is None
    assert place("story-7", "-#story-7") is None


def test_two_texts_from_standard_input_are_two_articles(ledger: Ledger) -> None:
    for text in (TEXT, TEXT + "More."):
        ledger.add(ledger.begin_run(INFO), [coded("-", text, location="-")])
    assert ledger.counts()["articles"] == 2


def test_one_url_in_two_crawls_is_one_page(ledger: Ledger) -> None:
    url = "https://news.example/talks"
    for crawl, page in (("monday", coded(url)), ("tuesday", edited(url))):
        moved = replace(page, article=replace(page.article, location=f"/{crawl}.jsonl#{url}"))
        ledger.add(ledger.begin_run(INFO), [moved])
    assert [a.location for a in ledger.articles()] == [f"/tuesday.jsonl#{url}"]


def test_a_version_is_no_copy_and_a_copy_of_an_old_version_has_the_new_one_as_origin(ledger: Ledger) -> None:
    old, new, copy = coded(), edited(), coded("b.txt")
    for page in (old, new, copy):
        ledger.add(ledger.begin_run(INFO), [page])
    first = old.article.id
    ledger.set_lineage(
        [
            Lineage(first, first),
            Lineage(new.article.id, first, copy_of=first, copy_kind="near"),
            Lineage(copy.article.id, first, copy_of=first, copy_kind="identical"),
        ]
    )
    rows = {a.id: (a.origin, a.copy_of, a.copy_kind) for a in ledger.articles(current=False)}
    assert rows == {
        first: (new.article.id, None, None),
        new.article.id: (new.article.id, None, None),
        copy.article.id: (new.article.id, new.article.id, "identical"),
    }
    assert {s.origin for s in ledger.statements()} == {new.article.id}


def test_a_decision_goes_along_to_the_same_statement_of_the_new_version(ledger: Ledger) -> None:
    """“going well” was rejected; the new version has it in other letters, at another place."""
    old = coded()
    ledger.add(ledger.begin_run(INFO), [old])
    decide(ledger, old.statements[0].id, decision="rejected")
    decide(ledger, old.statements[1].id, decision="accepted")
    text = "Now longer.\n\nEnvoy Mira Tal said THE TALKS were “going well”. Norland denied the report.\n"
    a = article("a.txt", text)
    ledger.add(
        ledger.begin_run(INFO),
        [
            Coded(
                a,
                statements=(
                    statement(a, "THE TALKS were “going well”", mood="praise"),
                    statement(a, "the report", speaker="Norland", party="Norland"),  # others say it now: not decided
                ),
            )
        ],
    )
    rows = {s.text: (s.decision, s.mood) for s in ledger.statements()}
    assert rows == {"THE TALKS were “going well”": ("rejected", "assert"), "the report": ("suggested", "assert")}


def test_a_correction_goes_along_with_what_was_corrected(ledger: Ledger) -> None:
    old = coded()
    ledger.add(ledger.begin_run(INFO), [old])
    decide(ledger, old.statements[0].id, decision="corrected", speaker="Mira Talova", mood="promise", party=None)
    ledger.add(ledger.begin_run(INFO), [edited()])
    assert [(s.speaker, s.mood, s.party, s.decision) for s in ledger.statements()] == [
        ("Mira Talova", "promise", None, "corrected"),
        ("Sudland", "assert", "Norland", "suggested"),
    ]
    # Coding the new version anew finds the decision kept.
    ledger.add(ledger.begin_run(INFO), [edited()], replace=True)
    assert [s.decision for s in ledger.statements()] == ["corrected", "suggested"]


def test_a_decided_statement_without_a_date_takes_the_day_of_its_own_version(ledger: Ledger) -> None:
    old = coded()
    ledger.add(ledger.begin_run(INFO), [old])
    decide(ledger, old.statements[1].id, decision="accepted")
    ledger.add(ledger.begin_run(INFO), [coded("a.txt", TEXT + "More.", published="2031-07-01")])
    assert [(s.text, s.decision) for s in ledger.statements(since="2031-07")] == [("the report", "accepted")]


def test_what_changed_between_versions(ledger: Ledger) -> None:
    ledger.add(ledger.begin_run(INFO), [coded()])
    ledger.add(ledger.begin_run(INFO), [edited(title="Sea envoy corrected", published="2031-05-07")])
    ledger.add(ledger.begin_run(INFO), [coded("b.txt")])
    (r,) = revisions(ledger)
    assert (r.number, r.title, r.published) == (
        2,
        ("Sea envoy sees progress", "Sea envoy corrected"),
        ("2031-05-06", "2031-05-07"),
    )
    assert [s.text for s in r.added] == ["Corrected."]
    assert [s.text for s in r.removed] == ["the report"]
    assert revisions(ledger, coded("b.txt").article.id) == ()
    assert revisions(ledger, coded().article.id) == (r,)


def test_exports_give_all_articles_and_the_newest_statements(ledger: Ledger, tmp_path: Path) -> None:
    for page in (coded(), edited()):
        ledger.add(ledger.begin_run(INFO), [page])
    out = tmp_path / "out"
    rows = {
        (table, every): export_table(ledger, table, "jsonl", out, all_versions=every)
        for table in ("articles", "statements", "times", "mentions")
        for every in (False, True)
    }
    assert [rows["articles", e] for e in (False, True)] == [2, 2]
    assert [rows["statements", e] for e in (False, True)] == [2, 4]
    assert [rows["times", e] for e in (False, True)] == [1, 2]
    assert [rows["mentions", e] for e in (False, True)] == [3, 6]


FIRST = """Harbour talks go on

By Ann Ink

14 March 2025

The minister Oskar Lind said on Thursday that the harbour would stay open until the end of the talks.

"We will not leave the table," said the envoy Mira Tal. She said the delegation had brought a new proposal.
"""


def test_an_edited_page_through_the_whole_pipeline(tmp_path: Path) -> None:
    """The page is read, edited (one quotation taken out, one sentence added), and read again."""
    from parley.pipeline import read
    from parley.settings import Settings

    page = tmp_path / "talks.txt"
    book = Settings(codebook="general")
    page.write_text(FIRST, encoding="utf-8")
    read(page, ledger=tmp_path / "l.db", settings=book).close()
    page.write_text(
        FIRST.replace('"We will not leave the table," said the envoy Mira Tal. She', "The envoy Mira Tal")
        + "\nOskar Lind warned that the harbour could be closed.\n",
        encoding="utf-8",
    )
    with read(page, ledger=tmp_path / "l.db", settings=book) as ledger:
        (now,) = ledger.articles()
        assert now.version_of is not None
        assert (now.copy_of, now.origin) == (None, now.id)
        said = [s.text for s in ledger.statements()]
        assert not [t for t in said if "leave the table" in t]
        (r,) = revisions(ledger)
        assert [s.text for s in r.removed if "leave the table" in s.text]
        assert [s.text for s in r.added if "closed" in s.text]
        assert not [s for s in (*r.added, *r.removed) if "stay open" in s.text]
        assert "leave the table" in ledger.text(now.version_of)

"""Storing: nothing twice, nothing without evidence, nothing that a person decided lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from factory import INFO, TEXT, article, at, coded, statement
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from parley.errors import EvidenceError, LedgerError, Problem
from parley.ledger import schema
from parley.ledger.store import Ledger
from parley.records import Coded, Lineage, TimeExpression


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        yield opened


def decide(ledger: Ledger, statement_id: str, decision: str) -> None:
    with ledger._writing() as tx:
        tx.execute(update(schema.statements).where(schema.statements.c.id == statement_id).values(decision=decision))


def test_what_is_stored_comes_back(ledger: Ledger) -> None:
    run = ledger.begin_run(INFO)
    assert ledger.add(run, [coded()], [Problem("b.txt", "empty", "the file is empty")]) == 1
    ledger.finish_run(run, 2, 1)
    (a,) = ledger.articles()
    want = coded().article
    assert (a.id, a.source, a.location, a.sha256) == (want.id, "a.txt", "/pages/a.txt", want.sha256)
    assert (a.title, a.outlet, a.byline, a.dateline) == (want.title, "The Sea Post", ("Ann Ink",), ("Portmouth",))
    assert (a.published, a.published_from, a.language, a.words) == ("2031-05-06", "printed", "en", 21)
    assert (a.origin, a.copy_of, a.version_of, a.run, a.coded_by) == (want.id, None, None, run, run)
    assert ledger.text(a.id) == TEXT
    assert ledger.blocks(a.id) == ((0, len(TEXT), "body"),)
    first, second = ledger.statements()
    assert (first.text, first.speaker, first.speaker_span) == ("the talks were “going well”", "Mira Tal", (25, 50))
    assert (second.mood, second.said_on, second.date, second.outlet) == ("deny", None, "2031-05-06", "The Sea Post")
    (time,) = ledger.times()
    assert (time.text, time.value) == ("on Monday", "2031-05-05")
    assert [(m.actor, m.text) for m in ledger.mentions()] == [
        ("Mira Tal", "Envoy Mira Tal of Norland"),
        ("Mira Tal", "Mira Tal"),
        ("Sudland", "Sudland"),
    ]
    tal, sudland = ledger.actors()
    assert (tal.name, tal.mentions, tal.text, tal.roles) == ("Mira Tal", 2, "Envoy Mira Tal of Norland", ("Envoy",))
    assert (sudland.party, sudland.kind) == ("Sudland", "state")
    (problem,) = ledger.problems()
    assert (problem.source, problem.code, problem.run) == ("b.txt", "empty", run)
    (r,) = ledger.runs()
    assert (r.model, r.codebook_sha256, r.inputs, r.pages, r.problems) == ("en_test 1.0", "c0ffee", ("pages",), 2, 1)
    assert r.finished is not None


def test_every_row_read_back_stands_in_its_text(ledger: Ledger) -> None:
    ledger.add(ledger.begin_run(INFO), [coded("é.txt", "“Ünïcödé” 🕊\r\n" + TEXT), coded("b.txt")])
    rows = [*ledger.statements(), *ledger.times(), *ledger.mentions()]
    assert len(rows) == 12
    for row in rows:
        assert ledger.text(row.article)[row.start : row.end] == row.text


def test_the_same_article_again_adds_nothing(ledger: Ledger) -> None:
    run = ledger.begin_run(INFO)
    assert ledger.add(run, [coded(), coded()]) == 1
    before = ledger.counts()
    assert ledger.add(run, [coded()]) == 0
    assert ledger.add(ledger.begin_run(INFO), [coded(), coded("b.txt")]) == 1
    assert ledger.counts()["articles"] == before["articles"] + 1
    same_place = replace(coded(), article=replace(coded().article, id="other"))
    assert ledger.add(run, [same_place]) == 0


def test_the_same_problem_counts_once_a_run(ledger: Ledger) -> None:
    run, problem = ledger.begin_run(INFO), Problem("b.txt", "empty", "the file is empty")
    ledger.add(run, [], [problem, problem])
    ledger.add(run, [], [problem])
    assert ledger.counts()["problems"] == 1
    ledger.add(ledger.begin_run(INFO), [], [problem])
    assert ledger.counts()["problems"] == 2


def test_known_says_what_need_not_be_read(ledger: Ledger) -> None:
    run = ledger.begin_run(INFO)
    ledger.add(run, [coded()])
    key = ("/pages/a.txt", coded().article.sha256)
    others = [("/pages/a.txt", "0" * 64), ("/pages/b.txt", key[1])]
    assert ledger.known([key, *others]) == {key}
    assert ledger.known([]) == set()
    assert ledger.known([key], like=INFO) == {key}
    assert ledger.known([key], like=replace(INFO, codebook_sha256="other")) == set()
    assert ledger.known([key], like=replace(INFO, inputs=("elsewhere",))) == {key}
    many = [(f"/pages/{i}", f"{i:064}") for i in range(2000)]
    assert ledger.known([*many, key]) == {key}
    assert ledger.coded_with(run) == {coded().article.id}


def test_an_edited_page_is_a_version_of_the_one_before(ledger: Ledger) -> None:
    run = ledger.begin_run(INFO)
    first, second = coded(), coded("a.txt", TEXT + "Corrected.\n")
    ledger.add(run, [first])
    ledger.add(ledger.begin_run(INFO), [second])
    versions = {a.id: a.version_of for a in ledger.articles(current=False)}
    assert versions == {first.article.id: None, second.article.id: first.article.id}


def test_coding_anew_replaces_the_machine_and_keeps_the_person(ledger: Ledger) -> None:
    """Of three statements one is accepted, one rejected, one undecided; the new coding finds other things."""
    a = article()
    one = statement(a, "the talks were “going well”", id="s1")
    two = statement(a, "the report", id="s2")
    three = statement(a, "Monday", id="s3")
    ledger.add(ledger.begin_run(INFO), [Coded(a, statements=(one, two, three))])
    decide(ledger, "s1", "accepted")
    decide(ledger, "s2", "rejected")
    again = Coded(
        a,
        statements=(
            replace(one, mood="praise", id="x1"),  # the very words that were accepted, under another id
            replace(two, mood="warn"),  # the rejected one
            statement(a, "Norland", id="x4"),
        ),
        times=(TimeExpression(*at(TEXT, "Monday"), "Monday", "DATE", None),),
    )
    second = ledger.begin_run(replace(INFO, codebook_sha256="new"))
    assert ledger.add(second, [again]) == 0
    assert ledger.add(second, [again], replace=True) == 1
    found = {s.id: (s.mood, s.decision) for s in ledger.statements()}
    assert found == {"s1": ("assert", "accepted"), "s2": ("assert", "rejected"), "x4": ("assert", "suggested")}
    assert ledger.counts()["times"] == 1
    assert ledger.coded_with(second) == {a.id}
    assert [(x.run, x.coded_by) for x in ledger.articles()] == [(1, second)]
    assert ledger.add(second, [again], replace=True) == 1
    assert {s.id for s in ledger.statements()} == {"s1", "s2", "x4"}


def test_a_decision_on_one_of_two_speakers_leaves_the_other(ledger: Ledger) -> None:
    """Two said the same words together. One is accepted; coded anew with other ids, the other is not lost."""
    a = article()
    tal, sud = at(TEXT, "Mira Tal"), at(TEXT, "Sudland")

    def both(tag: str, second: str) -> Coded:
        return Coded(
            a,
            statements=(
                statement(a, "the report", id=f"{tag}1", speaker="Mira Tal", speaker_span=tal),
                statement(a, "the report", id=f"{tag}2", speaker=second, speaker_span=sud),
            ),
        )

    ledger.add(ledger.begin_run(INFO), [both("s", "Sudland")])
    decide(ledger, "s2", "accepted")
    run = ledger.begin_run(INFO)
    ledger.add(run, [both("x", "Government of Sudland")], replace=True)
    assert {(s.id, s.speaker, s.decision) for s in ledger.statements()} == {
        ("s2", "Sudland", "accepted"),
        ("x1", "Mira Tal", "suggested"),
    }
    ledger.add(run, [both("y", "Sudland")], replace=True)
    assert {s.id for s in ledger.statements()} == {"s2", "y1"}


def test_coding_anew_renews_the_masthead_and_never_the_text(ledger: Ledger) -> None:
    ledger.add(ledger.begin_run(INFO), [coded()])
    run = ledger.begin_run(INFO)
    better = replace(coded(), article=replace(coded().article, outlet="Sea Weekly", published="2031-05-07"))
    assert ledger.add(run, [better], replace=True) == 1
    assert [(a.outlet, a.published) for a in ledger.articles()] == [("Sea Weekly", "2031-05-07")]
    other = article(text="Another text.", sha256=coded().article.sha256, id=coded().article.id)
    assert ledger.add(run, [Coded(other)], replace=True) == 0
    assert ledger.text(coded().article.id) == TEXT
    assert [p.code for p in ledger.problems()] == ["text-changed"]
    assert ledger.counts()["statements"] == 2


def test_one_refused_row_refuses_its_batch(ledger: Ledger) -> None:
    run = ledger.begin_run(INFO)
    good, a = coded("good.txt"), article("bad.txt")
    bad = Coded(a, statements=(replace(statement(a, "the report"), text="the rapport"),))
    with pytest.raises(EvidenceError, match=r"bad\.txt: the statement at 110–120 says 'the rapport'"):
        ledger.add(run, [good, bad], [Problem("x", "empty", "empty")])
    assert not any(ledger.counts().values())
    assert ledger.add(run, [good]) == 1


def test_two_statements_with_one_id_are_refused(ledger: Ledger) -> None:
    a = article()
    twins = Coded(a, statements=(statement(a, "Monday", id="s"), statement(a, "Norland", id="s")))
    with pytest.raises(EvidenceError, match="share the id 's'"):
        ledger.add(ledger.begin_run(INFO), [twins])


def test_half_a_surrogate_pair_costs_its_page_only(ledger: Ledger) -> None:
    """JSON may escape half a character; a file name may be no UTF-8."""
    run = ledger.begin_run(replace(INFO, inputs=("p\udcff",)))
    broken = article("half.txt", "A\ud800B")
    odd = coded("name\udcff.txt")
    assert ledger.add(run, [Coded(broken), odd], [Problem("q\udcff", "unreadable", "cannot read q\udcff")]) == 1
    assert [(p.source, p.code) for p in ledger.problems()] == [("half.txt", "charset"), ("q\\udcff", "unreadable")]
    assert [a.source for a in ledger.articles()] == ["name\\udcff.txt"]
    key = (odd.article.location, odd.article.sha256)
    assert ledger.known([key]) == {key}


def test_lineage_is_rebuilt_whole(ledger: Ledger) -> None:
    a, b = coded("a.txt"), coded("b.txt")
    ledger.add(ledger.begin_run(INFO), [a, b])
    ledger.set_lineage([Lineage(b.article.id, a.article.id, a.article.id, "identical")])
    assert {x.source: (x.origin, x.copy_of, x.copy_kind) for x in ledger.articles()} == {
        "a.txt": (a.article.id, None, None),
        "b.txt": (a.article.id, a.article.id, "identical"),
    }
    assert {s.origin for s in ledger.statements()} == {a.article.id}
    with pytest.raises(LedgerError, match="not in it"):
        ledger.set_lineage([Lineage("nowhere", "nowhere")])
    assert sum(x.copy_of is not None for x in ledger.articles()) == 1
    ledger.set_lineage([])
    assert all(x.copy_of is None for x in ledger.articles())


def test_a_run_that_is_not_there_is_named(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="a run that is not in it"):
        ledger.add(99, [coded()])


TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("“”‘’\0\r\n é🕊"), min_size=1, max_size=40)


@given(data=st.data(), text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_exactly_the_true_statements_are_stored(tmp_path_factory: pytest.TempPathFactory, data, text: str) -> None:
    """Any offsets, any words, any pieces: accepted if and only if they say what stands there."""
    n = len(text)
    start, end = data.draw(st.integers(-n - 2, n + 2)), data.draw(st.integers(-n - 2, n + 2))
    words = data.draw(st.sampled_from([text[start:end], text[max(start, 0) : end], text, ""]) | TEXTS)
    pieces = data.draw(
        st.just(())
        | st.lists(st.tuples(st.integers(-2, n + 2), st.integers(-2, n + 2)), max_size=3).map(tuple)
        | st.just(((start, end),))
        | st.just(((start, start + 1), (end - 1, end)))
    )
    inside = 0 <= start < end <= n and text[start:end] == words
    flat = [x for piece in pieces for x in piece]
    ordered = all(s < e for s, e in pieces) and flat == sorted(flat)
    true = inside and (not pieces or (ordered and (flat[0], flat[-1]) == (start, end)))
    a = article(text=text, blocks=())
    made = replace(statement(a, text[0]), start=start, end=end, text=words, spans=pieces)
    with Ledger.open(tmp_path_factory.mktemp("l") / "l.db", create=True) as ledger:
        run = ledger.begin_run(INFO)
        if not true:
            with pytest.raises(EvidenceError):
                ledger.add(run, [Coded(a, statements=(made,))])
            assert not any(ledger.counts().values())
            return
        assert ledger.add(run, [Coded(a, statements=(made,))]) == 1
        (row,) = ledger.statements()
        assert ledger.text(row.article) == text
        assert ledger.text(row.article)[row.start : row.end] == row.text == words
        assert row.spans == (pieces if len(pieces) > 1 else ())

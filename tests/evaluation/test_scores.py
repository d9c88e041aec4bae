"""The scorers on pages of three sentences, each figure worked out by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from factory import INFO, TEXT, article, at, coded, statement
from hypothesis import given
from hypothesis import strategies as st

from parley.cli.evaluate import evaluate as command
from parley.errors import InputError
from parley.evaluation.evaluate import Report, evaluate
from parley.evaluation.gold import load_gold, stem
from parley.evaluation.overlap import jaccard, match
from parley.ledger.store import Ledger
from parley.records import Coded

TALKS, REPORT = at(TEXT, "the talks were “going well”"), at(TEXT, "the report")
WELL = {"spans": [TALKS], "type": "mixed", "speaker": "Mira Tal", "party": "Norland", "mood": ["assert"]}
DENIED = {"spans": [REPORT], "type": "indirect", "speaker": "Sudland", "party": "Sudland", "mood": ["deny", "reject"]}


def gold(folder: Path, *pages: dict[str, Any], text: str | None = TEXT) -> Path:
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    for page in pages:
        if text is not None:
            (folder / "texts" / page["article"]).write_bytes(text.encode())
    lines = [json.dumps(page) for page in pages]
    (folder / "gold.jsonl").write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return folder


def measured(tmp_path: Path, page: dict[str, Any], *found: Coded) -> Report:
    folder = gold(tmp_path / "gold", {"article": "a.txt", **page})
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.add(ledger.begin_run(INFO), found or [coded("x/a.txt")])
        return evaluate(folder, ledger)


def kinds(report: Report) -> list[str]:
    return sorted(m.kind for m in report.misses)


def test_all_right(tmp_path: Path) -> None:
    said = {**WELL, "said_on": ["2031-05-05"]}
    dates = [{"start": at(TEXT, "Monday")[0], "end": at(TEXT, "Monday")[1], "value": "2031-05-05"}]
    report = measured(tmp_path, {"statements": [said, {**DENIED, "said_on": []}], "dates": dates, "body": TEXT})
    assert report.figures() == {
        "statements.loose": 1, "statements.tight": 1, "statements.recall_mixed": 1, "statements.recall_indirect": 1,
        "statements.speaker": 1, "statements.party": 1, "statements.mood": 1, "statements.said_on": 1,
        "dates.relaxed": 1, "dates.value_f1": 1, "body.f1": 1,
    }  # fmt: skip
    assert report.misses == report.missing == report.shifted == ()


def test_one_missed_one_invented_one_loose(tmp_path: Path) -> None:
    """Gold: Monday, the talks. Found: half of the talks (loose only) and the report (invented)."""
    monday = {"spans": [at(TEXT, "Monday")], "type": "direct"}
    half = statement(article(), "the talks were “go")
    found = Coded(article(), statements=(half, statement(article(), "the report")))
    s = measured(tmp_path, {"statements": [monday, WELL]}, found).statements
    assert s is not None
    assert (s.loose.precision, s.loose.recall, s.loose.f1) == (0.5, 0.5, 0.5)
    assert s.tight.f1 == 0
    assert s.recall == {"direct": 0, "mixed": 1}
    assert sorted(m.kind for m in s.misses) == ["bounds", "missed direct", "wrong indirect"]


def test_what_one_annotator_has_is_neither_missed_nor_wrong(tmp_path: Path) -> None:
    """The report is optional and found, Monday optional and not; the second annotator marked the talks as found."""
    report = {**DENIED, "optional": True}
    monday = {"spans": [at(TEXT, "Monday")], "type": "direct", "optional": True}
    talks = {**WELL, "spans": [[0, 5]], "also": [TALKS]}
    s = measured(tmp_path, {"statements": [talks, report, monday]}).statements
    assert s is not None
    assert (s.loose.f1, s.tight.f1, s.gold, s.predicted) == (1, 1, 1, 1)


def test_wrong_fields_are_counted_and_listed(tmp_path: Path) -> None:
    wrong = replace(
        coded().statements[0], speaker="Ann Ink", party=None, mood="deny", said_on=None, decision="suggested"
    )
    report = measured(
        tmp_path, {"statements": [{**WELL, "said_on": ["2031-05-05"]}]}, Coded(article(), statements=(wrong,))
    )
    s = report.statements
    assert s is not None
    assert (s.speaker, s.party, s.mood, s.said_on) == (0, 0, 0, 0)
    assert kinds(report) == ["mood", "party", "said_on", "speaker"]
    surname = replace(coded().statements[0], speaker="Envoy Tal", party=None)
    other = {**WELL, "party": "other"}
    (tmp_path / "l.db").unlink()
    s = measured(tmp_path, {"statements": [other]}, Coded(article(), statements=(surname,))).statements
    assert s is not None
    assert (s.speaker, s.party) == (1, 1)


def test_dates(tmp_path: Path) -> None:
    """Gold: Monday of another value, and a date where none was found; a duration does not count."""
    start, end = at(TEXT, "Monday")
    dates = [
        {"start": start, "end": end, "value": "2031-05-06T10:00"},
        {"start": 0, "end": 3, "value": "2031-W19"},
        {"start": 4, "end": 9, "value": "P3D"},
        {"start": 4, "end": 9, "value": None},
    ]
    report = measured(tmp_path, {"dates": dates})
    d = report.dates
    assert d is not None
    assert (d.relaxed.precision, d.relaxed.recall, d.value_accuracy, d.gold, d.predicted) == (1, 0.5, 0, 2, 1)
    assert kinds(report) == ["date value", "missed date"]


def test_bodies_by_text_and_by_marks(tmp_path: Path) -> None:
    page = "Menu\nFirst words of the story here.\nAdvert\nLast words of it.\nFooter\n"
    marks = {"first": "First words", "last": "of it.", "furniture": ["Advert", "Menu"]}
    story = "First words of the story here.\nLast words of it."
    for body in (story, marks):
        folder = gold(tmp_path / "gold", {"article": "a.txt", "body": body}, text=page)
        for found, want in ((story, 1.0), ("", 0.0), ("One two three four five", 0.0)):
            (tmp_path / "l.db").unlink(missing_ok=True)
            with Ledger.open(tmp_path / "l.db", create=True) as ledger:
                ledger.add(ledger.begin_run(INFO), [Coded(article("a.txt", page, body_text=found))])
                report = evaluate(folder, ledger)
            assert report.body is not None
            assert report.body.body.f1 == want
            assert report.body.empty == (found == "")


def test_marks_are_looked_for_in_the_text_read_where_the_page_is_html(tmp_path: Path) -> None:
    body = {"first": "Sea envoy", "last": "the report.", "furniture": []}
    folder = gold(tmp_path / "gold", {"article": "a.html", "body": body}, text=None)
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.add(ledger.begin_run(INFO), [coded("a.html")])
        report = evaluate(folder, ledger)
    assert report.body is not None
    assert report.body.body.f1 == 1


def test_pages_that_are_not_there_or_differ(tmp_path: Path) -> None:
    folder = gold(tmp_path / "gold", {"article": "a.txt", "statements": [WELL]}, {"article": "b.txt", "statements": []})
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        ledger.add(ledger.begin_run(INFO), [coded("a.txt", TEXT + "edited")])
        report = evaluate(folder, ledger)
        assert (report.missing, report.shifted) == (("b.txt",), ("a.txt",))
        # another outlet's page of the same name, and the right one beside it: only the right one counts
        ledger.add(ledger.begin_run(INFO), [coded("other/a.txt", "Noise. " + TEXT), coded("c/a.txt")])
        report = evaluate(folder, ledger)
    assert report.shifted == ()
    assert report.statements is not None
    assert report.statements.predicted == 2


def test_folders_that_are_no_gold(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no gold\.jsonl"):
        load_gold(tmp_path)
    for line in ("{", "[]", "{}", '{"article": "a", "statements": [{"type": "direct"}]}'):
        (tmp_path / "gold.jsonl").write_text('{"article": "x"}\n' + line)
        with pytest.raises(InputError, match="line 2: not an annotated page"):
            load_gold(tmp_path)


def test_pages_are_matched_by_base_name_whatever_the_format() -> None:
    assert {stem(s) for s in ("a/x.txt", "x.html.gz", "C:\\news\\x.HTML", "x.jsonl", "x")} == {"x"}
    assert stem("002_103f.2.txt") == "002_103f.2"
    assert stem(".txt") == ".txt"


PIECES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4)


@given(PIECES, PIECES)
def test_jaccard_is_that_of_the_sets_of_characters(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> None:
    x, y = ({i for s, e in p for i in range(s, e)} for p in (a, b))
    assert jaccard(a, b) == pytest.approx(len(x & y) / len(x | y) if x | y else 0.0)


@given(st.lists(st.lists(st.tuples(st.integers(0, 20), st.integers(21, 40)), min_size=1, max_size=1), max_size=5))
def test_matching_is_one_to_one(spans: list[list[tuple[int, int]]]) -> None:
    pairs = match([[s] for s in spans], spans, 0.3)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs) == len(spans)


def test_the_command(tmp_path: Path) -> None:
    measured(tmp_path, {"statements": [WELL, {**WELL, "spans": [[0, 9]]}], "body": TEXT})
    arguments = [str(tmp_path / "gold"), "--ledger", str(tmp_path / "l.db")]
    done = CliRunner().invoke(command, [*arguments, "--misses", "3"], catch_exceptions=False, env={"COLUMNS": "80"})
    assert "statements, tight" in done.stdout
    assert "missed mixed: 1" in done.stdout
    assert "[Sea envoy]" in done.stdout
    figures = json.loads(CliRunner().invoke(command, [*arguments, "--json"], catch_exceptions=False).stdout)
    assert figures["statements"]["loose"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert figures["body"]["body"]["f1"] == 1

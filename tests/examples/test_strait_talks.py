"""The shipped example is sound: its gold is what its annotations make, and every span says what it should."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from parley.codebook.load import load_codebook
from parley.records import MOODS

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "strait-talks"
Row = dict[str, Any]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_tool", ROOT / "tools" / "gold.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gold = _tool()


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    lines = (EXAMPLE / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {name: article.text for name, article in gold.read_pages(EXAMPLE).items()}


def test_gold_is_what_the_annotations_make() -> None:
    assert gold.as_text(gold.make(EXAMPLE)) == (EXAMPLE / "gold.jsonl").read_text(encoding="utf-8")


def test_every_span_holds_the_annotated_words(rows: list[Row], texts: dict[str, str]) -> None:
    for row in rows:
        text = texts[row["article"]]
        for statement in row["statements"]:
            assert " … ".join(text[a:b] for a, b in statement["spans"]) == statement["text"]
        for date in row["dates"]:
            assert text[date["start"] : date["end"]] == date["text"]
        for table in ("events", "quantities", "positions", "claims"):
            for entry in row[table]:
                assert [text[a:b] for a, b in entry["spans"]] == [entry["text"]]
                assert [text[a:b] for a, b in entry.get("denial_spans", [])] == [
                    *filter(None, [entry.get("denial_text")])
                ]


def test_frozen_text_of_a_text_page_is_the_page_itself(texts: dict[str, str]) -> None:
    for path in sorted((EXAMPLE / "pages").glob("*.txt")):
        charset = "windows-1252" if path.name.startswith("radio") else "utf-8"
        assert texts[path.name] == path.read_bytes().decode(charset)


def test_the_second_character_set_is_really_another() -> None:
    data = (EXAMPLE / "pages" / "radio-ostrel-decks.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    assert "Ms Starvall said:\r\n\r\n“There will be" in data.decode("windows-1252")


def test_the_example_is_large_and_varied_enough(rows: list[Row]) -> None:
    statements = [s for row in rows for s in row["statements"] if not s.get("optional")]
    assert len(rows) == 10
    assert len(statements) > 100
    assert {mood for s in statements for mood in s["mood"]} == set(MOODS)
    assert {s["type"] for s in statements} == {"direct", "mixed", "indirect"}
    assert any(s["speaker"].startswith("anonymous: ") for s in statements)
    assert any(len(s["spans"]) > 1 for s in statements)


def test_labels_are_those_of_the_exports(rows: list[Row]) -> None:
    types = {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip
    issues = {issue.name for issue in load_codebook(str(EXAMPLE / "codebook.yaml")).agenda}
    assert {"ceasefire", "terms", "sanctions", "fishing", "naval-line", "passage"} <= issues
    for row in rows:
        assert {e["type"] for e in row["events"]} <= types
        assert {s for e in row["events"] for s in e["status"]} <= {
            "happened", "planned", "proposed", "denied", "hypothetical",
        }  # fmt: skip
        assert {p["issue"] for p in row["positions"]} <= issues
        assert {s for p in row["positions"] for s in p["stance"]} <= {"support", "oppose", "conditional", "unclear"}
        assert {q["comparator"] for q in row["quantities"]} <= {"=", "<", ">", "~"}


def test_the_copy_carries_the_wire_story_but_one_paragraph(texts: dict[str, str]) -> None:
    wire, copy = texts["lpa-leaders-call.txt"], texts["quayside-pick-up-the-phone.txt"]
    story = [p.removeprefix("OSTREL, Sept. 14 (LPA) - ") for p in wire.split("\n\n") if p.endswith((".", '."'))]
    missing = [p for p in story if len(p) > 90 and p not in copy]
    assert [p[:28] for p in missing] == ["Not all the signs were good."]


def test_the_codebook_loads_and_leaves_some_people_to_the_page() -> None:
    book = load_codebook(str(EXAMPLE / "codebook.yaml"))
    names = {actor.name for actor in book.actors}
    assert {"Tervane", "Osmara", "Halmere", "Northern Littoral Union", "Maren Taldory", "Kasimir Voldane"} <= names
    assert names.isdisjoint({"Zoë Starvall", "Théo Lanvère", "Petra Quenn", "Gerrit Sommar", "Ivo Stendal"})
    text = (EXAMPLE / "codebook.yaml").read_text(encoding="utf-8").casefold()
    assert "invented" in text
    assert "invented" in book.title


def test_words_that_are_not_on_the_page_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    story = (
        "Ferry talks resume\n\nThe mayor said the ferry would sail. The harbour master said the ferry would wait until "
        "the winter storms had passed over the strait.\n"
    )
    (tmp_path / "pages" / "a.txt").write_text(story, encoding="utf-8")
    (tmp_path / "annotations.yaml").write_text(
        "parties: {Mayor: Here}\n"
        "articles:\n"
        "- page: a.txt\n"
        "  meta: {title: Ferry talks resume}\n"
        "  body: {first: The mayor said, last: over the strait., furniture: [Log in]}\n"
        "  statements:\n"
        "  - text: the ferry would sink\n"
        "    as: {speaker: Mayor, mood: assert}\n"
        "  - text: the ferry would\n"
        "    as: {speaker: Mayor, mood: shout}\n"
        "  dates: [[on Monday, 2031-09-08]]\n",
        encoding="utf-8",
    )
    with pytest.raises(gold.Mistake) as caught:
        gold.make(tmp_path)
    told = str(caught.value)
    for reason in ("not on the page", "2 times on the page", "unknown mood shout", "no such line", "no such date"):
        assert reason in told

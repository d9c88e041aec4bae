"""The agenda in codebooks: added to by name, replaced, and refused where it cannot work."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.codebook.load import load_codebook
from parley.errors import CodebookError

ISSUES = [
    "ceasefire", "terms", "territory", "alignment", "foreign-troops", "guarantees", "arms", "force-limits", "energy",
    "monitoring", "sanctions", "prisoners", "relations",
]  # fmt: skip


def book(folder: Path, agenda: str, head: str = "") -> Path:
    path = folder / "talks.yaml"
    path.write_text(f"name: talks\ntitle: Talks\nextends: [general]\n{head}agenda:\n{agenda}", encoding="utf-8")
    return path


def test_the_shipped_agenda() -> None:
    for name in ("general", "ukraine-2025"):
        agenda = load_codebook(name).agenda
        assert [issue.name for issue in agenda] == ISSUES
        for issue in agenda:
            assert issue.question.endswith("?")
            assert len(issue.scale) >= 3


def test_a_codebook_adds_words_to_an_issue_and_issues_to_the_agenda(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        "  - {name: sanctions, question: Tolls?, words: [harbour toll]}\n"
        "  - {name: herring, question: May they fish?, words: [herring]}\n",
    )
    agenda = {issue.name: issue for issue in load_codebook(str(path)).agenda}
    assert list(agenda) == [*ISSUES, "herring"]
    assert {"sanction", "harbour toll"} <= set(agenda["sanctions"].words)
    assert agenda["sanctions"].question == "Tolls?"
    assert agenda["sanctions"].scale


def test_an_agenda_of_its_own(tmp_path: Path) -> None:
    path = book(tmp_path, "  - {name: wages, question: More?, words: [wage rise]}\n", "own_agenda: true\n")
    assert [issue.name for issue in load_codebook(str(path)).agenda] == ["wages"]


@pytest.mark.parametrize(
    ("agenda", "reason"),
    [
        ("  - {name: a, question: A?, words: []}\n", "has no words"),
        ("  - {name: a, question: A?, words: [x]}\n  - {name: a, question: A?, words: [y]}\n", "listed twice"),
        (
            "  - {name: a, question: A?, words: [x], scale: [{option: o, value: 50}, {option: p, value: 20}]}\n",
            "a scale goes up",
        ),
        ("  - {name: a, question: A?, words: [x], scale: [{option: o, value: 120}]}\n", "from 0 to 100"),
        ("  - {name: a, question: A?, words: ['x + ']}\n", "cannot match"),
        ("  - {name: a, question: A?, words: [x + y + z]}\n", "cannot match"),
        ("  - {name: a, words: [x]}\n", "'question' is missing"),
        ("  - {name: a, question: A?, word: [x]}\n", "did you mean 'words'"),
    ],
)
def test_refusals_name_the_line(tmp_path: Path, agenda: str, reason: str) -> None:
    with pytest.raises(CodebookError) as caught:
        load_codebook(str(book(tmp_path, agenda)))
    assert reason in str(caught.value)
    assert ", line " in str(caught.value)

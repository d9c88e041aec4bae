"""Event rules that cannot match are refused, with the line and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.codebook.load import load_codebook
from parley.errors import CodebookError


def refused(folder: Path, rule: str) -> str:
    book = folder / "book.yaml"
    book.write_text(f"name: mine\ntitle: Mine\nextends: [general]\nevents:\n  - {rule}\n", encoding="utf-8")
    with pytest.raises(CodebookError) as error:
        load_codebook(str(book))
    return str(error.value)


def test_a_check_nobody_knows(tmp_path: Path) -> None:
    told = refused(tmp_path, '{words: [rally], type: PROTEST, objects: ["=persn"]}')
    assert "line 5" in told
    assert "'=persn' is no check" in told


def test_a_rule_without_words(tmp_path: Path) -> None:
    assert "has no words" in refused(tmp_path, "{words: [], type: PROTEST}")


def test_a_type_nobody_knows(tmp_path: Path) -> None:
    assert "line 5" in refused(tmp_path, "{words: [rally], type: PROTESTS}")


def test_an_analyst_adds_words(tmp_path: Path) -> None:
    book = tmp_path / "book.yaml"
    book.write_text(
        "name: mine\ntitle: Mine\nextends: [general]\nevents:\n  - {words: [powwow], type: CONSULT, takes: [both]}\n",
        encoding="utf-8",
    )
    assert any("powwow" in rule.words for rule in load_codebook(str(book)).events)

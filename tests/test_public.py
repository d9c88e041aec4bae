"""The public surface: its names, its signatures, and that it costs nothing to import."""

from __future__ import annotations

import dataclasses
import inspect
import subprocess
import sys

import pytest

import parley

NAMES = """
    Actor ActorRow Article ArticleRow Block CodebookError EvidenceError InputError Ledger LedgerBusy LedgerError
    LedgerTooNew Lineage Mention MentionRow ModelError NotALedger ParleyError Problem ProblemRow RunInfo RunRow Settings
    Statement StatementRow TimeExpression TimeRow __version__ load_codebook read
""".split()


def test_the_surface_is_what_is_declared() -> None:
    assert sorted(parley.__all__) == sorted(NAMES)
    assert set(NAMES) <= set(dir(parley))


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    value = getattr(parley, name)
    if callable(value):
        assert inspect.getdoc(value), f"parley.{name} has no docstring"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        _ = parley.reed


def test_errors_form_one_tree() -> None:
    for name in NAMES:
        if name.endswith("Error") or name in ("NotALedger", "LedgerTooNew", "LedgerBusy"):
            assert issubclass(getattr(parley, name), parley.ParleyError)
    for name in ("NotALedger", "LedgerTooNew", "LedgerBusy", "EvidenceError"):
        assert issubclass(getattr(parley, name), parley.LedgerError)


@pytest.mark.parametrize(
    "name", [n for n in NAMES if n.endswith("Row")] + ["Article", "Statement", "Settings", "Problem"]
)
def test_rows_and_records_are_frozen_dataclasses(name: str) -> None:
    record = getattr(parley, name)
    assert dataclasses.is_dataclass(record)
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_columns_that_exports_promise() -> None:
    """Taking a field away, or renaming it, breaks those who build on it."""
    fields = {f.name for f in dataclasses.fields(parley.StatementRow)}
    assert fields >= {
        "source", "article", "start", "end", "text", "spans", "speaker", "speaker_text", "party", "type", "mood", "cue",
        "addressee", "medium", "said_on", "where", "confidence", "decision",
    }  # fmt: skip


def test_signatures() -> None:
    read = inspect.signature(parley.read)
    assert next(iter(read.parameters)) == "inputs"
    for name in ("ledger", "codebook", "settings"):
        assert read.parameters[name].kind is inspect.Parameter.KEYWORD_ONLY
    assert list(inspect.signature(parley.load_codebook).parameters) == ["name_or_path"]
    assert list(inspect.signature(parley.Settings).parameters) == [
        "model", "codebook", "jobs", "batch", "max_bytes", "published", "timings", "fetch", "allow_hosts", "cache",
    ]  # fmt: skip


def test_import_takes_nothing_with_it() -> None:
    """Not even our own rooms: they come when a name of theirs is used."""
    code = "import sys, parley; print(sorted(m for m in sys.modules if m.startswith('parley.')))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"

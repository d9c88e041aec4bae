"""Our scorers and the reference scorers give the same figures on the same rows (development data only)."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from parley.evaluation.evaluate import evaluate
from parley.export.write import export_table
from parley.ledger.store import Ledger
from parley.records import Article, Block, Coded, RunInfo, Statement, TimeExpression

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
pytestmark = [
    pytest.mark.dev,
    pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="no development data beside the repository"),
]


def reference(name: str) -> ModuleType:
    sys.path.insert(0, str(SHARED / "score"))
    try:
        spec = importlib.util.spec_from_file_location(f"reference_{name}", SHARED / "score" / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.pop(0)


def jitter(rng: random.Random, start: int, end: int, size: int) -> tuple[int, int]:
    """A span somewhere about the right one, so that all sorts of overlap occur."""
    start = min(max(0, start + rng.randint(-15, 15)), size - 1)
    return start, max(start + 1, min(size, end + rng.randint(-25, 25)))


def perturbed(folder: Path, row: dict[str, Any], rng: random.Random) -> Coded:
    """The gold, spoilt at random: some rows lost, some invented, spans shifted, labels swapped."""
    text = (folder / "texts" / row["article"]).read_bytes().decode("utf-8")
    sha = hashlib.sha256(text.encode()).hexdigest()
    cut = rng.randint(0, len(text) // 3)
    body = row["body"] if isinstance(row.get("body"), str) else text
    body = body[cut:] + " some furniture" if rng.random() < 0.9 else ""
    name = str(row["article"])
    article = Article(sha[:16] + name, f"x/{name}", f"/x/{name}", sha, text, (Block(0, len(text), "body"),), body)
    statements, times = [], []
    for n, g in enumerate(row.get("statements", [])):
        if rng.random() < 0.2:
            continue
        pieces = [tuple(s) for s in g["spans"]]
        if rng.random() < 0.5:
            pieces = [jitter(rng, pieces[0][0], pieces[-1][1], len(text))]
        s, e = pieces[0][0], pieces[-1][1]
        said = (g.get("said_on") or [None])[0]
        statements.append(
            Statement(
                f"s{n}", s, e, text[s:e], tuple(pieces) if len(pieces) > 1 else (),
                g.get("speaker") if rng.random() < 0.8 else "Nobody", None, None,
                None if g.get("party") == "other" or rng.random() < 0.2 else g.get("party"), "direct",
                (g.get("mood") or ["assert"])[0] if rng.random() < 0.8 else "warn", None, None, None, None,
                said if rng.random() < 0.8 else None, "body", 0.5,
            )
        )  # fmt: skip
    for g in row.get("dates", []):
        s, e = jitter(rng, g["start"], g["end"], len(text))
        if rng.random() < 0.8:
            times.append(TimeExpression(s, e, text[s:e], "DATE", g["value"] if rng.random() < 0.8 else "2020-01-01"))
    return Coded(article, statements=tuple(statements), times=tuple(times))


@pytest.mark.parametrize("name", ["ceasefire", "gum", "polnear", "cleaning"])
def test_agrees_with_the_reference(name: str, tmp_path: Path) -> None:
    folder = SHARED / "dev" / name
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    rng = random.Random(7)
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        run = ledger.begin_run(RunInfo("0", "m", "c", "h", "{}", ()))
        ledger.add(run, [perturbed(folder, row, rng) for row in gold[:-1]])  # one page was never read
        report = evaluate(folder, ledger)
        for table in ("statements", "times", "articles"):
            export_table(ledger, table, "jsonl", tmp_path / f"{table}.jsonl")
    assert report.missing == (gold[-1]["article"],)
    assert report.shifted == ()

    def rows(table: str) -> list[Any]:
        return [json.loads(line) for line in (tmp_path / f"{table}.jsonl").open(encoding="utf-8")]

    if report.statements:
        want = reference("statements").score(gold, rows("statements"))
        s = report.statements
        for bound, got in (("loose", s.loose), ("tight", s.tight)):
            assert (got.precision, got.recall, got.f1) == pytest.approx(want[bound], abs=5e-4)
        for kind, value in s.recall.items():
            assert value == pytest.approx(want[f"recall {kind}"], abs=5e-4)
        for field in ("speaker", "party", "mood", "said_on"):
            assert getattr(s, field) == (pytest.approx(want[field], abs=5e-4) if field in want else None)
        assert (s.gold, s.predicted) == (want["gold"], want["predicted"])
    if report.dates:
        want = reference("dates").score(gold, rows("times"))
        d = report.dates
        assert d.relaxed.f1 == pytest.approx(want["relaxed F1"], abs=5e-4)
        assert d.value_accuracy == pytest.approx(want["value accuracy"], abs=5e-4)
        assert d.value_f1 == pytest.approx(want["value F1"], abs=5e-4)
    if report.body and name == "cleaning":
        want = reference("cleaning").score(gold, rows("articles"))
        assert report.body.body.f1 == pytest.approx(want["F1"], abs=5e-4)
        assert report.body.empty == want["empty"]

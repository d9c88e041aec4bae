"""The floors: what the file may say, and that none sinks in silence."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("floors_tool", ROOT / "tools" / "floors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["floors_tool"] = module
    spec.loader.exec_module(module)
    return module


floors = tool()


def made(figure: str = "statements.loose", floor: float | None = 0.9, reason: str = "") -> str:
    text = '[[set]]\nname = "x"\nfolder = "nowhere"\n'
    if floor is not None:
        text += f'floors = {{ "{figure}" = {floor} }}\n'
    return text + (f'reasons = {{ "{figure}" = "{reason}" }}\n' if reason else "")


def test_the_file_of_the_repository_can_be_used() -> None:
    sets = floors.load((ROOT / "quality" / "floors.toml").read_text("utf-8"))
    assert "example" in sets
    known = {"statements", "dates", "body", "events", "positions", "claims", "quantities"}
    assert all(figure.split(".")[0] in known for s in sets.values() for figure in s.floors)


@pytest.mark.parametrize(
    "text", ["[[set]", '[[set]]\nname = "x"', made() + "colour = 1", made(floor=90), made() + made()]
)
def test_a_file_that_cannot_be_used_is_named(text: str) -> None:
    with pytest.raises(floors.FloorsError, match="floors:"):
        floors.load(text)


@pytest.mark.parametrize(
    ("new", "old", "slips"),
    [
        (made(floor=0.9), made(floor=0.9), 0),
        (made(floor=0.95), made(floor=0.9), 0),
        (made(floor=0.8), made(floor=0.9), 1),
        (made(floor=None), made(floor=0.9), 1),
        ("", made(floor=0.9), 1),
        (made(floor=0.8, reason="harder pages"), made(floor=0.9), 0),
        (made(floor=0.7, reason="harder pages"), made(floor=0.8, reason="harder pages"), 1),
        (made(floor=0.7, reason="new gold"), made(floor=0.8, reason="harder pages"), 0),
    ],
)
def test_a_floor_is_lowered_only_with_a_new_reason(new: str, old: str, slips: int) -> None:
    assert len(floors.lowered(floors.load(new), floors.load(old))) == slips


def test_measured_at_the_floor_is_enough() -> None:
    assert floors.Line("x", "f", 0.9, 0.8996).ok
    assert not floors.Line("x", "f", 0.9, 0.8994).ok
    assert floors.Line("x", "f", None, 0.1).ok
    assert not floors.Line("x", "f", 0.1, None).ok


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_committed_file_is_what_counts(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *arguments], check=True, capture_output=True)

    path.write_text("one", encoding="utf-8")
    assert floors.committed(path, tmp_path) == []
    git("init", "-q")
    git("add", "floors.toml")
    git("commit", "-qm", "one")
    assert floors.committed(path, tmp_path) == []
    path.write_text("two", encoding="utf-8")
    assert floors.committed(path, tmp_path) == ["one"]
    git("commit", "-qam", "two")
    assert floors.committed(path, tmp_path) == ["one"]


def test_a_set_without_its_folder_is_skipped_aloud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(made(), encoding="utf-8")
    assert floors.main(["--floors", str(path)]) == 0
    assert "skipped: x, because there is no folder nowhere" in capsys.readouterr().out
    assert floors.main(["--floors", str(path), "--only", "y"]) == 2
    assert "there is no set 'y'; there are x" in capsys.readouterr().err

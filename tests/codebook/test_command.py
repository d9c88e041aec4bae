"""`parley codebook`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from parley.cli.codebook import codebook


def test_list_is_plain_when_nobody_watches() -> None:
    result = CliRunner().invoke(codebook, ["list"])
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[0].split("\t") == ["name", "version", "actors", "cues", "title"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["general", "ukraine-2025"]


def test_check_tells_a_sound_one_and_every_fault_of_others(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("name: mine\nactors: [{name: A, kind: persn}]\n")
    result = CliRunner().invoke(codebook, ["check", "general", str(path), "nowhere"])
    assert result.exit_code == 2
    assert result.stdout.startswith("general: OK: general (version 1): ")
    faults = result.stderr.splitlines()
    assert faults[0] == f"{path}, line 1, (top): 'title' is missing"
    assert faults[1].startswith(f"{path}, line 2, actors[0].kind: 'persn' is not one of person, ")
    assert faults[2].startswith("no codebook is called 'nowhere'")


def test_check_of_sound_ones_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("name: mine\ntitle: Mine\nextends: [ukraine-2025]\n")
    result = CliRunner().invoke(codebook, ["check", str(path)])
    assert result.exit_code == 0
    assert ": OK: mine (version 1): " in result.stdout


def test_control_characters_of_a_codebook_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text('name: mine\ntitle: T\n"\\e[31mred": 1\n')
    result = CliRunner().invoke(codebook, ["check", str(path)])
    assert result.exit_code == 2
    assert "\x1b" not in result.stderr
    assert "\\x1b[31mred: unknown key" in result.stderr

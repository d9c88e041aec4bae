"""What cannot be used is refused before a ledger is made for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import parley
from parley.cli.main import main

PAGE = "Talks open\n\nMarch 3, 2031\n\nAlda Brenn said on Monday that the talks would go on.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("inputs", "options", "said"),
    [
        ("nowhere", [], "no such file or folder"),
        ("ftp://example.org/page.html", [], "fetches http and https"),
        ("page.txt", ["--codebook", "no-such-codebook"], "no codebook is called"),
        ("page.txt", ["--codebook", "odd.yaml"], "odd: unknown key"),
        ("page.txt", ["--model", "no_such_model"], "cannot be loaded"),
    ],
)
def test_no_empty_ledger_is_left_behind(
    page: Path, monkeypatch: pytest.MonkeyPatch, inputs: str, options: list[str], said: str, jobs: str
) -> None:
    monkeypatch.chdir(page.parent)
    Path("odd.yaml").write_text("name: odd\ntitle: Odd\nodd: 1\n", encoding="utf-8")
    before = sorted(page.parent.iterdir())
    result = CliRunner().invoke(main, ["read", inputs, "--ledger", "talks.db", "--jobs", jobs, *options])
    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(page.parent.iterdir()) == before


def test_nor_does_following_leave_one(tmp_path: Path) -> None:
    feeds = tmp_path / "feeds.txt"
    feeds.write_text("feed.xml\n", encoding="utf-8")
    ledger = tmp_path / "talks.db"
    result = CliRunner().invoke(main, ["follow", str(feeds), "-l", str(ledger), "--once", "-c", "no-such-codebook"])
    assert (result.exit_code, ledger.exists()) == (2, False)


def test_nor_does_reading_from_python(page: Path) -> None:
    ledger = page.parent / "talks.db"
    with pytest.raises(parley.InputError, match="no such file"):
        parley.read(page.parent / "nowhere", ledger=ledger)
    with pytest.raises(parley.InputError, match="standard input"):
        parley.read("-", ledger=ledger)
    with pytest.raises(parley.CodebookError):
        parley.read(page, ledger=ledger, codebook="no-such-codebook")
    assert not ledger.exists()


def test_a_ledger_that_is_there_stays_as_it_was(page: Path) -> None:
    ledger = page.parent / "talks.db"
    parley.read(page, ledger=ledger).close()
    with pytest.raises(parley.InputError):
        parley.read(page.parent / "nowhere", ledger=ledger)
    assert sorted(p.name for p in page.parent.iterdir()) == ["page.txt", "talks.db"]  # closed: no helper files
    with parley.Ledger.open(ledger, read_only=True) as opened:
        assert len(list(opened.runs())) == 1
        assert opened.counts()["articles"] == 1

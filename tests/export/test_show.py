"""`parley show`: what is listed, what is suggested, and page text that may do no harm."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from factory import INFO, article, coded, statement

from parley.cli.listing import CODED, resolve, visible
from parley.cli.show import WHAT, show
from parley.errors import Problem
from parley.ledger.store import Ledger
from parley.records import Coded

PLAIN = [what for what in WHAT if what not in CODED]
"""The lists of this ledger; those of the coded negotiation are in tests/cli/test_views.py."""


@pytest.fixture
def path(tmp_path: Path) -> str:
    where = tmp_path / "l.db"
    with Ledger.open(where, create=True) as ledger:
        run = ledger.begin_run(INFO)
        ledger.add(run, [coded("a.txt"), coded("b.txt")], [Problem("c.txt", "empty", "the file is empty")])
        ledger.finish_run(run, 3, 1)
    return str(where)


def shown(path: str, *arguments: str, columns: int = 80) -> Result:
    return CliRunner().invoke(show, [*arguments, "--ledger", path], env={"COLUMNS": str(columns)})


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("what", PLAIN)
def test_every_list_fits_its_terminal(path: str, what: str, columns: int) -> None:
    done = shown(path, what, columns=columns)
    assert done.exception is None
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= columns
    number = {"statements": 4, "articles": 2, "actors": 2, "times": 2, "mentions": 6, "problems": 1, "runs": 1}[what]
    assert lines[-1] == f"{number} {what if number > 1 else what[:-1]}"


@pytest.mark.parametrize("what", PLAIN)
def test_json_is_one_object_a_line(path: str, what: str) -> None:
    rows = [json.loads(line) for line in shown(path, what, "--json").stdout.splitlines()]
    assert rows
    assert all(isinstance(row, dict) for row in rows)
    assert len(shown(path, what, "--json", "--limit", "1").stdout.splitlines()) == 1


def test_statements_are_chosen_by_what_is_asked(path: str) -> None:
    def texts(*arguments: str) -> list[str]:
        return [json.loads(x)["text"] for x in shown(path, "statements", "--json", *arguments).stdout.splitlines()]

    assert texts("--party", "sudland") == ["the report"] * 2
    assert texts("--speaker", "tal") == ["the talks were “going well”"] * 2
    assert texts("--mood", "deny", "--limit", "1") == ["the report"]
    assert texts("--since", "2031-05-06") == ["the report"] * 2
    assert texts("--until", "2031-05-05") == ["the talks were “going well”"] * 2


def test_nothing_found_says_what_there_is(path: str) -> None:
    assert shown(path, "statements", "--party", "Norlund").stdout.splitlines() == [
        "No statement matches (party Norlund).",
        "Parties there are: Norland (2), Sudland (2).",
    ]
    assert "Speakers there are: Mira Tal (2)" in shown(path, "statements", "--speaker", "Mira Tall").stdout
    assert shown(path, "statements", "--mood", "deny", "--party", "Norland").stdout == (
        "No statement matches (party Norland, mood deny).\n"
    )
    assert shown(path, "statements", "--party", "X", "--json").stdout == ""


def test_an_empty_ledger_says_so(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "l.db", create=True).close()
    for what in WHAT:
        assert shown(str(tmp_path / "l.db"), what).stdout.startswith(f"There are no {what} in")
    assert (
        "No statement in this ledger has a party." in shown(str(tmp_path / "l.db"), "statements", "--party", "X").stdout
    )


def test_what_cannot_be_asked(path: str) -> None:
    wrong = shown(path, "statements", "--since", "yesterday")
    assert wrong.exit_code == 2
    assert "'yesterday' is not a date; write 2025-03-14, 2025-W11, 2025-03 or 2025" in wrong.stderr
    wrong = shown(path, "articles", "--party", "Norland")
    assert "--party can be asked of statements only" in wrong.stderr
    assert shown(path, "birds").exit_code == 2


def test_page_text_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    """Mark-up of the table library, escape sequences and a right-to-left override, all from a page."""
    bad = "[red]x[/red] [link=http://e]y[/link] \x1b[31m\x07 \u202egnp.exe :smile: a\nb"
    a = article("bad[/].txt", bad)
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        made = replace(statement(a, bad), speaker="[bold]Eve\x1b]0;t\x07")
        ledger.add(ledger.begin_run(INFO), [Coded(a, statements=(made,))])
    done = shown(str(tmp_path / "l.db"), "statements", columns=400)
    assert done.exception is None
    for harm in ("\x1b", "\x07", "\u202e"):
        assert harm not in done.stdout
    for kept in (
        "[red]x[/red] [link=http://e]y[/link] \\x1b[31m\\x07 \\u202egnp.exe :smile: a b",
        "[bold]Eve\\x1b]0;t",
    ):
        assert kept in done.stdout
    assert shown(str(tmp_path / "l.db"), "statements", "--speaker", "[/]").exception is None


def test_visible_by_example() -> None:
    assert visible("a\r\n\tb\u2028c") == "a b c"
    assert visible("zero\u200bwidth") == "zerowidth"
    assert visible("\x9b31m \U000e0041") == "\\x9b31m \\ue0041"
    assert visible("Київ “é” 🕊") == "Київ “é” 🕊"


def test_a_name_is_meant_by_its_words() -> None:
    names = ["Mira Tal", "Tal", "Ann Tal Ink"]
    assert resolve("tal", names) == ["Tal"]
    assert resolve("MIRA", names) == ["Mira Tal"]
    assert resolve("ink tal", names) == ["Ann Tal Ink"]
    assert resolve("ra Ta", names) == []
    assert resolve(" ", names) == []

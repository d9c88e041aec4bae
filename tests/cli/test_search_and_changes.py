"""`parley search` and `parley changes` as a person meets them: what is printed, and that hostile text is only shown."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from parley.cli.main import main
from parley.errors import Problem
from parley.ledger.store import Ledger
from parley.records import Article, Block, Coded, RunInfo, Statement

INFO = RunInfo("0.1.0", "en_test 1.0", "general", "c0ffee", "{}", ("pages",))
HOSTILE = "power [bold red]\x1b[2J\u202eplants[/] <script>alert(1)</script> *not* `so` | OR NEAR(\n# 1. x"


def page(name: str, said: dict[str, str], outlet: str = "The Sea Post") -> Coded:
    """An article whose paragraphs are what each speaker says."""
    text = "\n\n".join(said.values())
    sha = hashlib.sha256(text.encode()).hexdigest()
    key = hashlib.sha256(f"{name}{sha}".encode()).hexdigest()[:16]
    a = Article(
        key,
        name,
        f"/pages/{name}",
        sha,
        text,
        (Block(0, len(text), "body"),),
        text,
        f"Title of {name}",
        outlet,
        published="2031-05-06",
    )
    rows = []
    for who, words in said.items():
        start = text.index(words)
        s = Statement(
            f"{key}-{start}",
            start,
            start + len(words),
            words,
            (),
            who,
            None,
            None,
            "Norland",
            "direct",
            "assert",
            "said",
            None,
            None,
            None,
            None,
            "body",
            0.9,
        )
        rows.append(s)
    return Coded(a, statements=tuple(rows))


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Three runs: two pages and a problem; one of the pages edited; nothing."""
    where = tmp_path / "l.db"
    first = page("a.txt", {"Mira Tal": "The power plants are closed.", "Oskar Lind": "We saw nothing."})
    evil = page("evil[/].txt", {"Eve [red]\x07": HOSTILE})
    evil = replace(evil, article=replace(evil.article, title=HOSTILE, outlet=HOSTILE))
    with Ledger.open(where, create=True) as ledger:
        ledger.add(ledger.begin_run(INFO), [first, evil], [Problem("x\x1b[2J.txt", "empty", HOSTILE)])
        ledger.add(
            ledger.begin_run(INFO),
            [page("a.txt", {"Mira Tal": "The power plants are closed.", "Oskar Lind": "We saw smoke."})],
        )
        ledger.begin_run(INFO)
    return str(where)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="parley")


def test_search_shows_what_was_said_by_whom_and_where(path: str) -> None:
    out = run("search", "power plants", "--speaker", "tal", "--ledger", path).output
    assert "1 statement" in out
    assert "Mira Tal · Norland · assert · 2031-05-06" in out
    assert "The power plants are closed." in out
    assert "The Sea Post, 2031-05-06, a.txt, at 0" in out


def test_search_looks_in_both_unless_told(path: str) -> None:
    both = run("search", "smoke", "-l", path).output
    assert "1 statement" in both
    assert "1 article" in both
    assert "article" not in run("search", "smoke", "-l", path, "--in", "statements").output
    assert "statement" not in run("search", "smoke", "-l", path, "--in", "articles").output
    assert "article" not in run("search", "smoke", "-l", path, "--party", "norland").output


def test_search_as_json_is_one_object_a_line(path: str) -> None:
    lines = [json.loads(line) for line in run("search", "smok", "-l", path, "--json").output.splitlines()]
    assert [(x["kind"], x["by"]) for x in lines] == [("statement", "letters"), ("article", "letters")][: len(lines)]
    (start, end) = lines[0]["marks"][0]
    assert lines[0]["text"][start:end] == "smok"


def test_search_says_when_nothing_matches_and_what_names_there_are(path: str) -> None:
    assert run("search", "zeppelin", "-l", path, "--since", "2030").output == "Nothing matches zeppelin (since 2030).\n"
    out = run("search", "power", "-l", path, "--party", "Nordland").output
    assert "Nothing matches power (party Nordland)." in out
    assert "Parties there are: Norland" in out
    assert "Outlets there are: " in run("search", "power", "-l", path, "--outlet", "Nobody").output


def test_search_refuses_what_is_no_query_and_no_date(path: str) -> None:
    for arguments, why in ((("!?",), "no word"), (("power", "--since", "soon"), "not a date")):
        done = run("search", *arguments, "-l", path)
        assert done.exit_code == 2
        assert why in done.output


@pytest.mark.parametrize(
    "query", ["power", '"power', "NEAR(power", "plants*", "-power", "[bold", "\x1b[2J power", "alert OR"]
)
def test_hostile_text_is_shown_and_never_obeyed(path: str, query: str) -> None:
    done = run("search", "-l", path, "--", query)
    assert done.exit_code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(done.output)
    if query == "power":
        assert "[bold red]" in done.output
        assert "evil[/].txt" in done.output


def test_changes_in_the_terminal(path: str) -> None:
    out = run("changes", "--since", "2", "--ledger", path).output
    assert "New since 2" in out
    assert "Edited pages" in out
    assert "added  Oskar Lind: We saw smoke." in out
    assert "taken out  Oskar Lind: We saw nothing." in out
    assert "Said by Norland" in out
    assert "New articles" not in out
    assert "Not read" not in out


def test_changes_say_when_nothing_is_new(path: str) -> None:
    assert "Nothing is new since 3: run 3 of " in run("changes", "--since", "3", "-l", path).output
    assert "Nothing is new since 2999: no run began since then." in run("changes", "--since", "2999", "-l", path).output
    assert "Nothing is new since 3" in run("changes", "--since", "3", "-l", path, "-f", "markdown").output
    assert json.loads(run("changes", "--since", "3", "-l", path, "-f", "json").output)["nothing_new"] is True


def test_changes_as_json_hold_everything(path: str) -> None:
    found = json.loads(run("changes", "--since", "1", "-l", path, "-f", "json", "--limit", "1").output)
    assert [a["article"]["source"] for a in found["articles"]] == ["a.txt", "evil[/].txt"]
    assert found["statements"][0]["statement"]["party"] == "Norland"
    assert len(found["statements"]) == 3
    assert len(found["problems"]) == 1
    assert found == json.loads(run("changes", "--since", "1", "-l", path, "-f", "json").output)


def test_changes_leave_out_what_is_beyond_the_limit_and_say_so(path: str) -> None:
    assert "and 2 more" in run("changes", "--since", "1", "-l", path, "--limit", "1").output
    assert "- and 2 more" in run("changes", "--since", "1", "-l", path, "-n", "1", "-f", "markdown").output


def test_changes_obey_no_page(path: str) -> None:
    shown = run("changes", "--since", "1", "-l", path).output
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "[bold red]" in shown
    document = run("changes", "--since", "1", "-l", path, "-f", "markdown").output
    assert "\x1b" not in document
    html = MarkdownIt("gfm-like", {"linkify": False}).render(document)
    assert "<script>" not in html
    assert "<code>" not in html
    assert "<table>" not in html
    assert html.count("<h1>") == 1


def test_changes_refuse_what_is_no_day_and_no_run(path: str) -> None:
    for since in ("soon", "99"):
        done = run("changes", "--since", since, "-l", path)
        assert done.exit_code == 2
        assert since in done.output


def test_show_gives_older_versions_when_told(path: str) -> None:
    assert "smoke" not in run("show", "statements", "-l", path, "--all-versions", "--speaker", "tal").output
    for what, less, more in (("articles", 2, 3), ("statements", 3, 5)):
        for extra, count in (((), less), (("--all-versions",), more)):
            assert len(run("show", what, "-l", path, "--json", *extra).output.splitlines()) == count
    assert "older version" in run("show", "articles", "-l", path, "--all-versions").output
    assert run("show", "runs", "-l", path, "--all-versions").exit_code == 0

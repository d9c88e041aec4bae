"""The views of a negotiation on the command line: what they print at two widths, as JSON, and of hostile words."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from parley.cli.main import main
from parley.records import Actor

ACTORS = (
    Actor("Ada Holm", "person", "Norland", (), ("Holm",)),
    Actor("Piet Maar", "person", "Brume", (), ("Maar",)),
    Actor("Norland", "state", "Norland"),
    Actor("Brume", "state", "Brume"),
    Actor("Tessaly", "state", "Tessaly"),
)
TEXT = """Tessaly proposed a truce on Monday. Norland accepted the truce proposed by Tessaly on Tuesday.
Brume would accept a truce only if the port reopens. Holm met Maar in Sund on Monday; they will meet on Friday.
{{Ada Holm|accuse|indirect|said|2031-03-11 :: that Brume had sunk a ferry}}. Maar denied that Brume had sunk it.
Brume wants no truce at all, Holm said. About 300 boats lie in Sund."""
HOSTILE = "[bold red]x[/] \x1b[2J\u202e <b>"


@pytest.fixture(scope="module")
def newsroom():
    path = Path(__file__).resolve().parents[1] / "brief" / "newsroom.py"
    name = "parley_tests_newsroom_views"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec
    assert spec.loader
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def talks(newsroom, tmp_path_factory):
    path = tmp_path_factory.mktemp("talks") / "talks.db"
    page = newsroom.Page(
        "a.txt", TEXT, "Stroud Wire", "2031-03-12", "Truce", coded=(
            ("position", "Tessaly proposed a truce", {"actor": "Tessaly", "issue": "ceasefire", "option": "temporary",
             "value": 75.0, "since": "2031-03-10", "rule": "proposes: truce < propose"}),
            ("position", "Norland accepted the truce", {"actor": "Norland", "issue": "ceasefire", "since": "2031-03-11"}),
            ("position", "Brume would accept a truce only if the port reopens", {"actor": "Brume", "issue": "ceasefire",
             "stance": "conditional", "conditions": ("only if the port reopens",)}),
            ("position", "Brume wants no truce at all", {"actor": "Brume", "issue": "ceasefire", "stance": "oppose",
             "voice": "ascribed"}),
            ("event", "Norland accepted the truce proposed by Tessaly",
             {"type": "AGREE", "actor": "Norland", "recipient": "Tessaly", "date": "2031-03-11",
              "rule": "AGREE: accepted + truce [verb]"}),
            ("event", "Holm met Maar in Sund on Monday",
             {"actor": "Ada Holm", "recipient": "Piet Maar", "date": "2031-03-10", "place": "Sund"}),
            ("event", "they will meet on Friday", {"actor": "Ada Holm; Piet Maar", "date": "2031-03-14", "status": "planned"}),
            ("claim", "that Brume had sunk a ferry",
             {"claim": "sinking: Brume", "by": "Ada Holm", "party": "Norland"}),
            ("claim", "that Brume had sunk it",
             {"claim": "sinking: Brume", "by": "Piet Maar", "party": "Brume", "role": "denies"}),
            ("quantity", "About 300 boats", {"value": 300.0, "comparator": "~", "unit": "boats"}),
        ),
    )  # fmt: skip
    newsroom.ledger(path, [page], ACTORS)
    return path


def run(path, *arguments, width=80):
    command, *rest = arguments
    result = CliRunner().invoke(main, [command, *rest, "--ledger", str(path)], env={"COLUMNS": str(width)})
    assert result.exit_code == 0, result.output
    assert max(map(len, result.output.splitlines()), default=0) <= width or "--json" in arguments
    return result.output


def rows(path, *arguments):
    return [json.loads(line) for line in run(path, *arguments, "--json").splitlines()]


@pytest.mark.parametrize("width", [80, 140])
def test_the_matrix(talks, width):
    shown = run(talks, "matrix", width=width)
    assert "ceasefire" in shown
    for cell in ("+ 75 ×1", "± ×1", "+ ×1"):
        assert cell in shown
    assert "only if the port reopens" in shown
    assert "no truce at all" not in shown
    evidence = run(talks, "matrix", "--evidence", "--party", "brume", width=width)
    assert "no truce at all" in evidence
    assert "Norland" not in evidence.replace("Norland accepted", "")


def test_the_matrix_as_json(talks):
    cells = rows(talks, "matrix")
    brume = next(c for c in cells if c["kind"] == "cell" and c["party"] == "Brume")
    assert (brume["issue"], brume["stance"], brume["value"], brume["origins"]) == ("ceasefire", "conditional", None, 1)
    assert (brume["since"], brume["since_from"]) == ("2031-03-12", "publication")
    assert [c["words"] for c in brume["conditions"]] == ["only if the port reopens"]
    assert brume["evidence"][0]["text"] == "Brume would accept a truce only if the port reopens"
    assert [(c["party"], c["stance"]) for c in cells if c["kind"] == "ascribed"] == [("Brume", "oppose")]
    assert rows(talks, "matrix", "--issue", "ceasefire", "--party", "Norland")[0]["since"] == "2031-03-11"


@pytest.mark.parametrize("width", [80, 140])
def test_proposals(talks, width):
    shown = run(talks, "proposals", width=width)
    assert "Tessaly proposes: ceasefire (temporary)" in shown
    assert "accepted" in shown
    assert "on conditions" in shown
    (proposal,) = rows(talks, "proposals")
    assert (proposal["by"], proposal["since"]) == ("Tessaly", "2031-03-10")
    assert [(a["party"], a["reply"], a["since"]) for a in proposal["answers"]] == [
        ("Norland", "accepted", "2031-03-11"), ("Brume", "on conditions", "2031-03-12"),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [80, 140])
def test_claims(talks, width):
    shown = run(talks, "claims", width=width)
    assert "sinking (Brume)" in shown
    assert "contested" in shown
    (claim,) = rows(talks, "claims", "--status", "contested")
    assert (claim["asserted_by"], claim["denied_by"], claim["origins"]) == (["Norland"], ["Brume"], 1)
    assert [(r["by"], r["role"], r["text"]) for r in claim["reports"]] == [
        ("Ada Holm", "asserts", "that Brume had sunk a ferry"), ("Piet Maar", "denies", "that Brume had sunk it"),
    ]  # fmt: skip
    assert rows(talks, "claims", "--status", "corroborated") == []


@pytest.mark.parametrize("width", [80, 140])
def test_the_calendar(talks, width):
    shown = run(talks, "calendar", width=width)
    assert "2031-03-14" in shown
    assert "As of 2031-03-12" in shown
    (due,) = rows(talks, "calendar")
    assert (due["due"], due["status"], due["actors"]) == ("2031-03-14", "due", ["Ada Holm", "Piet Maar"])
    assert due["announced"][0]["text"] == "they will meet on Friday"
    assert rows(talks, "calendar", "--until", "2031-03-13") == []


def test_the_timeline(talks):
    entries = rows(talks, "timeline")
    assert [(e["when"], e["kind"], e["what"]) for e in entries] == [
        ("2031-03-10", "event", "consult, happened"), ("2031-03-11", "event", "agree, happened"),
        ("2031-03-11", "statement", "accuse"), ("2031-03-14", "event", "consult, planned"),
    ]  # fmt: skip
    assert [e["when"] for e in rows(talks, "timeline", "--party", "Tessaly")] == ["2031-03-11"]
    assert [e["when"] for e in rows(talks, "timeline", "--since", "2031-W11", "--until", "2031-03-10")] == [
        "2031-03-10"
    ]
    assert "2031-03-14" in run(talks, "timeline")


def test_why(talks):
    event = next(r for r in rows(talks, "show", "events") if r["type"] == "AGREE")
    shown = run(talks, "why", event["id"], width=100)
    for part in (
        "AGREE: accepted + truce [verb]",
        "Norland accepted the truce proposed by Tessaly on Tuesday.",
        "a.txt",
    ):
        assert part in shown
    (record,) = rows(talks, "why", event["id"])
    assert (record["kind"], record["rule"]) == ("event", "AGREE: accepted + truce [verb]")
    (a, b), *_ = record["marks"]
    assert record["sentence"][a:b] == event["text"]
    for kind in ("positions", "claims", "statements"):
        row = rows(talks, "show", kind)[0]
        assert row["id"] in {r["id"] for r in rows(talks, "why", row["id"])}


def test_why_of_an_id_that_is_not_there(talks):
    result = CliRunner().invoke(main, ["why", "nothing", "--ledger", str(talks)])
    assert result.exit_code != 0
    assert "no event, position, claim or statement" in result.output


@pytest.mark.parametrize("what", ["events", "positions", "claims", "quantities"])
@pytest.mark.parametrize("width", [80, 140])
def test_show_lists_the_coded_tables(talks, what, width):
    assert f"{len(rows(talks, 'show', what))} {what}" in run(talks, "show", what, width=width).replace(
        "1 quantity", "1 quantities"
    )


@pytest.mark.parametrize("command", ["matrix", "proposals", "claims", "calendar", "timeline"])
def test_an_empty_ledger_says_what_may_help(newsroom, tmp_path, command):
    newsroom.ledger(tmp_path / "empty.db", [])
    result = CliRunner().invoke(main, [command, "--ledger", str(tmp_path / "empty.db")])
    assert (result.exit_code, rows(tmp_path / "empty.db", command)) == (0, [])
    assert "parley recode" in result.output


@pytest.mark.parametrize("arguments", [("matrix", "--party", "Atlantis"), ("claims", "--party", "Atlantis"),
                                       ("timeline", "--since", "soon"), ("calendar", "--until", "2031-02-30")])  # fmt: skip
def test_an_option_that_fits_nothing_is_told(talks, arguments):
    result = CliRunner().invoke(main, [*arguments, "--ledger", str(talks)])
    assert result.exit_code == 2
    assert arguments[1] in result.output


def test_hostile_words_do_nothing_to_a_terminal(newsroom, tmp_path):
    text = f"One {HOSTILE} wants it. Two {HOSTILE} denied. Three {HOSTILE} met. Four {HOSTILE} later."
    common = {"since": "2031-03-10"}
    page = newsroom.Page(
        f"{HOSTILE}.txt", text, HOSTILE, "2031-03-12", HOSTILE, coded=(
            ("position", f"One {HOSTILE} wants it", {"actor": HOSTILE, "issue": HOSTILE, "stance": "conditional",
             "conditions": (HOSTILE,), "option": HOSTILE, "rule": f"proposes: {HOSTILE}", **common}),
            ("position", f"Two {HOSTILE} denied", {"actor": "Brume", "issue": HOSTILE, "voice": "narrated", **common}),
            ("position", f"Two {HOSTILE} denied", {"actor": "Brume", "issue": HOSTILE, "voice": "ascribed", **common}),
            ("claim", f"Two {HOSTILE} denied", {"claim": HOSTILE, "by": HOSTILE, "party": HOSTILE, "role": "denies"}),
            ("event", f"Three {HOSTILE} met", {"actor": HOSTILE, "recipient": "B", "date": "2031-03-10", "rule": HOSTILE}),
            ("event", f"Four {HOSTILE} later", {"actor": HOSTILE, "date": "2031-03-20", "status": "planned"}),
        ),
    )  # fmt: skip
    path = tmp_path / "t.db"
    newsroom.ledger(path, [page])
    event = rows(path, "show", "events")[0]["id"]
    for arguments in (
        ("matrix", "--evidence"),
        ("proposals",),
        ("claims",),
        ("calendar",),
        ("timeline",),
        ("why", event),
    ):
        for width in (80, 140):
            shown = run(path, *arguments, width=width)
            assert not set(shown) & set("\x1b\u202e"), arguments
            assert "[bold" in shown, arguments


def test_changes_tell_what_moved_and_what_came_to_be_disputed(newsroom, tmp_path):
    first = newsroom.Page(
        "a.txt", "Norland rejects a truce. Holm said that Brume had sunk a ferry.", None, "2031-03-10", coded=(
            ("position", "Norland rejects a truce", {"actor": "Norland", "issue": "ceasefire", "stance": "oppose"}),
            ("claim", "that Brume had sunk a ferry", {"claim": "sinking: Brume", "by": "Ada Holm", "party": "Norland"}),
        ),
    )  # fmt: skip
    second = newsroom.Page(
        "b.txt", "Norland accepts a truce. Maar denied that Brume had sunk it. Holm will meet Maar.", None, "2031-03-12", coded=(
            ("position", "Norland accepts a truce", {"actor": "Norland", "issue": "ceasefire"}),
            ("claim", "that Brume had sunk it",
             {"claim": "sinking: Brume", "by": "Piet Maar", "party": "Brume", "role": "denies"}),
            ("event", "Holm will meet Maar", {"actor": "Ada Holm", "recipient": "Piet Maar", "status": "planned",
             "date": "2031-03-14"}),
        ),
    )  # fmt: skip
    path = tmp_path / "t.db"
    for page in (first, second):
        newsroom.ledger(path, [page], ACTORS)

    def told(since):
        result = CliRunner().invoke(main, ["changes", "--since", since, "--format", "json", "--ledger", str(path)])
        assert result.exit_code == 0, result.output
        return json.loads(result.output)

    new = told("run:2")
    assert [(m["party"], m["arrow"], m["after"]["text"]) for m in new["movements"]] == [
        ("Norland", "up", "Norland accepts a truce")
    ]
    assert [g["denied_by"] for g in new["disputes"]] == [["Brume"]]
    assert [a["due"] for a in new["appointments"]] == ["2031-03-14"]
    shown = CliRunner().invoke(main, ["changes", "--since", "run:2", "--ledger", str(path)]).output
    for part in ("Positions that moved", "oppose → support", "New disputes", "New appointments"):
        assert part in shown

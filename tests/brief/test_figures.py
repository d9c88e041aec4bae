"""The figures of a small ledger: sound drawings that load nothing, the same every time, with the page's own colours."""

from __future__ import annotations

import builtins
import re
import xml.etree.ElementTree as ElementTree

import pytest
from click.testing import CliRunner

from parley.brief import build, html
from parley.brief.drawing import DARK, LIGHT, standalone
from parley.brief.figures import figures
from parley.cli.brief import brief as brief_command
from parley.cli.draw import figures as command
from parley.errors import ParleyError
from parley.records import Actor

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

NASTY = "Brume </text><script>alert(1)</script>&amp;"
ACTORS = (Actor("Ada Holm", "person", "Norland"), Actor("Norland", "state", "Norland"), Actor("Maar", "person", NASTY))
PAGE = """{{Ada Holm|accuse|indirect|accused|2031-03-10 :: Maar of stalling}}. Norland accepted the truce.
{{Maar|deny|indirect|denied|2031-03-11 :: that Norland was right}}. Maar rejected the truce."""


@pytest.fixture
def talks(newsroom, tmp_path):
    page = newsroom.Page(
        "a.txt", PAGE, "Stroud Wire", "2031-03-12", "Truce", coded=(
            ("position", "Norland accepted the truce", {"actor": "Norland", "issue": "ceasefire", "since": "2031-03-10"}),
            ("position", "Maar rejected the truce", {"actor": NASTY, "issue": NASTY, "stance": "oppose"}),
            ("event", "Norland accepted the truce", {"type": "AGREE", "actor": "Norland", "date": "2031-03-10"}),
        ),
    )  # fmt: skip
    return newsroom.ledger(tmp_path / "talks.db", [page], ACTORS)


def test_three_figures_that_are_drawings_and_nothing_else(talks):
    made = figures(talks)
    assert [d.key for d in made] == ["positions", "timeline", "exchanges"]
    for d in made:
        root = ElementTree.fromstring(d.svg)
        tags = {e.tag.rpartition("}")[2] for e in root.iter()}
        assert tags <= {"svg", "g", "path", "rect", "line", "text"}
        for e in root.iter():
            assert not [n for n in e.attrib if n.startswith("on") or n.endswith("href")]
        assert d.caption


def test_the_same_ledger_gives_the_same_drawings(talks):
    assert figures(talks) == figures(talks)


def test_colours_are_variables_that_a_file_brings_along(talks):
    for d in figures(talks):
        used = set(re.findall(r"var\(--(\w+)\)", d.svg))
        assert used
        assert used <= set(LIGHT) == set(DARK)
        assert not re.findall(r'(?:fill|stroke)="(#[0-9a-f]+|white|black)"', d.svg)
        file = standalone(d.svg)
        ElementTree.fromstring(file)
        assert "prefers-color-scheme:dark" in file


def test_the_command_writes_svg_and_png(talks, tmp_path):
    result = CliRunner().invoke(command, ["--ledger", str(tmp_path / "talks.db"), "-o", str(tmp_path / "drawn")])
    assert result.exit_code == 0, result.output
    names = sorted(p.name for p in (tmp_path / "drawn").iterdir())
    assert names == sorted(f"{k}.{s}" for k in ("positions", "timeline", "exchanges") for s in ("svg", "png"))
    assert (tmp_path / "drawn" / "positions.png").read_bytes().startswith(b"\x89PNG")


def test_an_empty_ledger_has_nothing_to_draw(newsroom, tmp_path):
    newsroom.ledger(tmp_path / "t.db", [])
    result = CliRunner().invoke(command, ["--ledger", str(tmp_path / "t.db"), "-o", str(tmp_path / "drawn")])
    assert result.exit_code == 0
    assert "nothing to draw" in result.output
    assert not (tmp_path / "drawn").exists()


def test_the_html_brief_holds_the_figures(talks, tmp_path):
    result = CliRunner().invoke(brief_command, ["--ledger", str(tmp_path / "talks.db"), "-o", str(tmp_path / "b.html")])
    assert result.exit_code == 0, result.output
    page = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert page.count("<figure>") == page.count("</svg>") == 3
    assert "<script" not in page


def test_without_the_libraries_the_brief_is_whole_and_the_command_says_what_to_install(talks, tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name in ("altair", "vl_convert"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ParleyError, match=r"parley-ledger\[figures\]"):
        figures(talks)
    result = CliRunner().invoke(brief_command, ["--ledger", str(tmp_path / "talks.db"), "-o", str(tmp_path / "b.html")])
    assert result.exit_code == 0, result.output
    assert "<figure>" not in (tmp_path / "b.html").read_text(encoding="utf-8")
    assert html.render(build(talks)).count("<svg") == 0

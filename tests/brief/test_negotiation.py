"""The opening of a brief: what the coded rows of two small pages make it say, and that all of it stands on them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from parley.brief import BriefOptions, build, html, markdown, terminal
from parley.brief.cite import quotation
from parley.records import Actor

ACTORS = (
    Actor("Ada Holm", "person", "Norland", (), ("Holm",)),
    Actor("Norland", "state", "Norland"),
    Actor("Piet Maar", "person", "Brume", (), ("Maar",)),
    Actor("Brume", "state", "Brume"),
    Actor("Tessaly", "state", "Tessaly"),
)
TENTH = """Tessaly proposed a 40-day truce on Monday. Norland accepted the truce proposed by Tessaly on Tuesday.
Brume would accept a truce only if the port reopens. Holm met Maar in Sund on Monday, and they will meet again on Friday.
Holm said that Brume had sunk a ferry. Maar denied that Brume had sunk it. About 300 boats lie in Sund."""
FIFTEENTH = """Brume rejected the truce of Tessaly on Saturday. Holm said again that Brume had sunk a ferry."""


def position(words, actor, issue, **fields):
    return "position", words, {"actor": actor, "issue": issue, **fields}


def claim(words, by, party, role):
    return "claim", words, {"claim": "sinking: Brume", "by": by, "party": party, "role": role}


def first_page(newsroom, **more):
    return newsroom.Page(
        "a.txt", TENTH, "Stroud Wire", "2031-03-12", "Truce", coded=(
            position("Tessaly proposed a 40-day truce", "Tessaly", "ceasefire", since="2031-03-10", option="temporary",
                     value=75.0, rule="proposes: truce < propose"),
            position("Norland accepted the truce", "Norland", "ceasefire", since="2031-03-11"),
            position("Brume would accept a truce only if the port reopens", "Brume", "ceasefire", stance="conditional",
                     conditions=("only if the port reopens",)),
            ("event", "Norland accepted the truce proposed by Tessaly",
             {"type": "AGREE", "actor": "Norland", "recipient": "Tessaly", "date": "2031-03-11"}),
            ("event", "Holm met Maar in Sund on Monday",
             {"actor": "Ada Holm", "recipient": "Piet Maar", "date": "2031-03-10", "place": "Sund"}),
            ("event", "they will meet again on Friday",
             {"actor": "Ada Holm; Piet Maar", "date": "2031-03-14", "status": "planned"}),
            claim("that Brume had sunk a ferry", "Ada Holm", "Norland", "asserts"),
            claim("that Brume had sunk it", "Piet Maar", "Brume", "denies"),
            ("quantity", "About 300 boats", {"value": 300.0, "comparator": "~", "unit": "boats"}),
        ), **more,
    )  # fmt: skip


@pytest.fixture
def talks(newsroom, tmp_path):
    return newsroom.ledger(tmp_path / "talks.db", [first_page(newsroom)], ACTORS)


@pytest.fixture
def later(newsroom, tmp_path):
    second = newsroom.Page(
        "b.txt", FIFTEENTH, "Brume Courier", "2031-03-15", "No", coded=(
            position("Brume rejected the truce", "Brume", "ceasefire", stance="oppose", since="2031-03-15"),
            ("event", "Brume rejected the truce of Tessaly",
             {"type": "REJECT", "actor": "Brume", "recipient": "Tessaly", "date": "2031-03-15"}),
            claim("that Brume had sunk a ferry", "Ada Holm", "Norland", "asserts"),
        ),
    )  # fmt: skip
    return newsroom.ledger(tmp_path / "later.db", [first_page(newsroom), second], ACTORS)


def section(brief, key):
    return next(s for s in brief.opening if s.key == key)


def lines(brief, key):
    return [(line.who, line.does) for g in section(brief, key).groups for line in g.lines]


def test_the_state_of_the_talks_in_sentences(talks):
    (group,) = section(build(talks), "state").groups
    assert [line.sentence for line in group.lines] == [
        "Tessaly has put forward a proposal: ceasefire (temporary).",
        "Norland accepted it on Tue 11 March 2031.",
        "Brume's latest position on ceasefire is conditional: “only if the port reopens”.",
        "Disputed: sinking (Brume). Asserted by Norland; denied by Brume.",
        "To come on Fri 14 March 2031: Ada Holm and Piet Maar, as announced.",
        "Ada Holm and Piet Maar talked on Mon 10 March 2031, in Sund.",
    ]


def test_the_sections_of_the_opening_and_their_order(talks):
    keys = [s.key for s in build(talks).opening]
    assert keys == ["state", "matrix", "answers", "conditions", "disputes", "calendar", "met", "numbers"]


def test_the_matrix_has_a_cell_for_every_position(talks):
    grid = section(build(talks), "matrix").grid
    assert grid.columns == ("ceasefire",)
    signs = {party: [(c.sign, c.words, c.origins) if c else None for c in cells] for party, cells in grid.rows}
    assert signs == {"Brume": [("±", "", 1)], "Norland": [("+", "", 1)], "Tessaly": [("+", "temporary", 1)]}


def test_what_came_later_is_told(later):
    brief = build(later)
    assert ("Brume", "rejected") in lines(brief, "answers")
    assert ("Ada Holm and Piet Maar", "was due; no page tells whether it came about") in lines(brief, "calendar")
    grid = section(brief, "matrix").grid
    assert dict(grid.rows)["Brume"][0].words == "↓"
    assert "Brume Courier" in [line.who for g in section(brief, "gaps").groups for line in g.lines]
    assert not [s for s in brief.opening if s.key == "conditions"]


def test_support_is_not_told_as_acceptance(newsroom, tmp_path):
    page = newsroom.Page(
        "a.txt", "Tessaly proposed a truce. Norland supports the truce of Tessaly and says so every day.", None, "2031-03-12",
        coded=(
            position("Tessaly proposed a truce", "Tessaly", "ceasefire", rule="proposes: truce < propose"),
            position("Norland supports the truce of Tessaly and says so", "Norland", "ceasefire"),
        ),
    )  # fmt: skip
    brief = build(newsroom.ledger(tmp_path / "t.db", [page], ACTORS))
    assert lines(brief, "answers") == [("Tessaly", "proposed"), ("Norland", "for")]
    sentences = [line.sentence for line in section(brief, "state").groups[0].lines]
    assert sentences[1] == "Norland is for it, by its latest position on ceasefire."


def test_every_line_has_evidence_that_stands_in_its_article(later):
    for line in build(later).lines():
        assert line.evidence
        for e in line.evidence:
            assert later.text(e.article)[e.start : e.end] == e.text


def test_short_evidence_is_shown_in_its_sentence(talks):
    answers = section(build(talks), "answers")
    shown = [line.evidence[0].text for g in answers.groups for line in g.lines]
    assert shown[0] == "Tessaly proposed a 40-day truce on Monday."


def test_what_is_coded_without_confidence_is_left_out(newsroom, tmp_path):
    page = newsroom.Page(
        "a.txt", "Norland wants a truce, it seems.", None, "2031-03-12",
        coded=(position("Norland wants a truce", "Norland", "ceasefire", confidence=0.4),),
    )  # fmt: skip
    assert build(newsroom.ledger(tmp_path / "t.db", [page], ACTORS)).opening == ()


def test_options_narrow_the_opening(later):
    assert not build(later, BriefOptions(until="2031-03-09")).opening
    only = build(later, BriefOptions(since="2031-03-15"))
    assert [party for party, _ in section(only, "matrix").grid.rows] == ["Brume"]


class Page(HTMLParser):
    """The open elements, tags, ids and targets of a page."""

    VOID = frozenset({"meta", "path", "rect", "line"})

    def __init__(self, page):
        super().__init__()
        self.stack, self.tags, self.ids, self.targets, self.words = [], [], [], [], ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.ids += [v for n, v in attrs if n == "id"]
        self.targets += [v for n, v in attrs if n in ("href", "aria-labelledby")]
        assert not [n for n, _ in attrs if n.startswith("on") or n == "src"]
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert tag in self.VOID or self.stack.pop() == tag

    def handle_data(self, data):
        self.words += data


def test_the_faces_show_the_same_lines_in_the_same_order(later):
    brief = build(later)
    page = Page(html.render(brief))
    assert page.stack == []
    assert len(page.ids) == len(set(page.ids))
    assert {t.removeprefix("#") for t in page.targets} <= set(page.ids)
    faces = {
        "markdown": markdown.render(brief).replace("\\", ""),
        "html": " ".join(page.words.split()),
        "terminal": " ".join(terminal.render(brief, width=110).split()),
    }
    for name, shown in faces.items():
        at = 0
        for line in brief.lines():
            for part in (
                line.sentence or line.who,
                line.does,
                *(quotation(line, k) for k in range(len(line.evidence))),
            ):
                words = " ".join(part.split())
                found = shown.find(words, at)
                assert found >= 0, (name, words)
                at = found


HOSTILE = "<script>alert(1)</script> [bold red]x[/] | *s* \x1b[2J\u202e"


def test_hostile_words_are_shown_and_do_nothing(newsroom, tmp_path):
    text = f"Norland {HOSTILE} wants a truce. Brume {HOSTILE} denied it. Holm met {HOSTILE} again."
    page = newsroom.Page(
        "a.txt", text, HOSTILE, "2031-03-12", HOSTILE, coded=(
            position(f"Norland {HOSTILE} wants a truce", HOSTILE, HOSTILE, option=HOSTILE, stance="conditional",
                     conditions=(HOSTILE,), rule=f"proposes: {HOSTILE}"),
            position(f"Brume {HOSTILE} denied it", "Brume", HOSTILE, stance="oppose"),
            ("claim", f"Brume {HOSTILE} denied it", {"claim": HOSTILE, "by": HOSTILE, "party": HOSTILE, "role": "denies"}),
            ("claim", f"Norland {HOSTILE} wants", {"claim": HOSTILE, "by": "B", "party": "B"}),
            ("event", f"Holm met {HOSTILE}", {"actor": HOSTILE, "recipient": "Brume", "date": "2031-03-12", "place": HOSTILE}),
            ("event", f"{HOSTILE} again", {"actor": HOSTILE, "recipient": "Brume", "date": "2031-03-20", "status": "planned"}),
        ),
    )  # fmt: skip
    brief = build(newsroom.ledger(tmp_path / "t.db", [page], ACTORS))
    assert {s.key for s in brief.opening} >= {"state", "matrix", "answers", "conditions", "disputes", "calendar", "met"}
    made = html.render(brief)
    assert "script" not in Page(made).tags
    for face in (made, markdown.render(brief), terminal.render(brief)):
        assert not set(face) & set("\x1b\u202e")
    for row in markdown.render(brief).splitlines():
        if row.startswith("| **"):
            assert row.replace("\\|", "").count("|") == 3, row


def test_the_same_ledger_gives_the_same_bytes(later):
    assert html.render(build(later)) == html.render(build(later))

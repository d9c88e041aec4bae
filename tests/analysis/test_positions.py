"""Matrix, movement, disagreements and proposals over small made-up rows."""

from __future__ import annotations

import random
from dataclasses import dataclass

from parley.analysis.movement import movements
from parley.analysis.positions import disagreements, matrix
from parley.analysis.proposals import proposals


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    actor: str
    issue: str
    stance: str
    since: str | None = None
    voice: str = "own"
    article: str = "a1"
    published: str | None = "2031-09-20"
    value: float | None = None
    option: str | None = None
    conditions: tuple[str, ...] = ()
    rule: str = "truce < accept"
    firmness: float = 0.7
    confidence: float = 0.8
    decision: str = "suggested"
    start: int = 0
    end: int = 10
    text: str = "some words"


@dataclass(frozen=True, slots=True)
class Put:
    article: str
    start: int
    end: int
    recipient: str | None


def test_the_latest_own_word_counts_and_what_others_say_stands_beside() -> None:
    rows = [
        Row("1", "Osmara", "ceasefire", "oppose", "2031-09-08"),
        Row("2", "Osmara", "ceasefire", "conditional", "2031-09-11", article="a2", conditions=("only if",)),
        Row("3", "Osmara", "ceasefire", "support", "2031-09-12", voice="narrated", article="a3"),
        Row("4", "Osmara", "ceasefire", "oppose", "2031-09-13", voice="ascribed", article="a4"),
    ]
    cell = matrix(rows, {}).cells["Osmara", "ceasefire"]
    assert cell.row is rows[1]
    assert (cell.stance, cell.when, cell.arrow) == ("conditional", "2031-09-11", "up")
    assert [r.id for r in cell.ascribed] == ["4"]


def test_narrated_where_the_party_has_not_spoken_and_nothing_where_only_others_have() -> None:
    rows = [
        Row("1", "Osmara", "ceasefire", "support", voice="narrated"),
        Row("2", "Tervane", "ceasefire", "oppose", voice="ascribed"),
    ]
    cells = matrix(rows, {}).cells
    assert cells["Osmara", "ceasefire"].stance == "support"
    assert cells["Osmara", "ceasefire"].arrow == "new"
    assert cells["Tervane", "ceasefire"].row is None
    assert cells["Tervane", "ceasefire"].stance is None


def test_copies_are_one_origin() -> None:
    rows = [Row(str(i), "Osmara", "arms", "support", article=f"a{i}") for i in range(4)]
    cell = matrix(rows, {"a0": "a0", "a1": "a0", "a2": "a0", "a3": "a3"}).cells["Osmara", "arms"]
    assert cell.origins == 2
    assert len(cell.evidence) == 4


def test_rejected_rows_and_later_days_are_left_out() -> None:
    rows = [
        Row("1", "Osmara", "arms", "support", "2031-09-01"),
        Row("2", "Osmara", "arms", "oppose", "2031-09-05"),
        Row("3", "Osmara", "arms", "conditional", "2031-09-09", decision="rejected"),
    ]
    assert matrix(rows, {}).cells["Osmara", "arms"].stance == "oppose"
    assert matrix(rows, {}, until="2031-09-04").cells["Osmara", "arms"].stance == "support"


def test_order_of_rows_does_not_matter() -> None:
    rows = [
        Row(str(i), "AB"[i % 2], "xyz"[i % 3], ("support", "oppose", "conditional")[i % 3], f"2031-09-{1 + i % 7:02}")
        for i in range(40)
    ]
    expected = matrix(rows, {}), movements(rows), disagreements(rows, {}), proposals(rows, {})
    for seed in range(5):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert (
            matrix(shuffled, {}),
            movements(shuffled),
            disagreements(shuffled, {}),
            proposals(shuffled, {}),
        ) == expected


def test_columns_follow_the_agenda() -> None:
    rows = [Row("1", "A", "zeal", "support"), Row("2", "B", "arms", "support"), Row("3", "B", "ceasefire", "oppose")]
    found = matrix(rows, {}, issues=("ceasefire", "terms", "arms"))
    assert found.issues == ("ceasefire", "arms", "zeal")
    assert found.parties == ("B", "A")


def test_movement_between_days_only() -> None:
    rows = [
        Row("1", "Osmara", "ceasefire", "oppose", "2031-09-08"),
        Row("2", "Osmara", "ceasefire", "conditional", "2031-09-11", conditions=("if fish",)),
        Row("3", "Osmara", "ceasefire", "conditional", "2031-09-12", conditions=("if fish",)),
        Row("4", "Osmara", "ceasefire", "support", None, published=None),
        Row("5", "Osmara", "ceasefire", "support", "2031-09-15", voice="ascribed"),
    ]
    (moved,) = movements(rows)
    assert (moved.before.id, moved.after.id, moved.arrow, moved.when) == ("1", "2", "up", "2031-09-11")
    assert (moved.gained, moved.lost) == (("if fish",), ())
    assert movements(rows, since="2031-09-12") == ()


def test_a_step_on_the_scale_is_movement() -> None:
    rows = [
        Row("1", "Osmara", "ceasefire", "support", "2031-09-08", value=25.0),
        Row("2", "Osmara", "ceasefire", "support", "2031-09-11", value=75.0),
        Row("3", "Osmara", "ceasefire", "support", "2031-09-12"),
    ]
    assert [(m.before.id, m.after.id, m.arrow) for m in movements(rows)] == [("1", "2", "up")]


def test_reports_of_one_day_are_a_disagreement() -> None:
    rows = [
        Row("1", "Osmara", "ceasefire", "support", "2031-09-11"),
        Row("2", "Osmara", "ceasefire", "conditional", "2031-09-11", article="a2", conditions=("only if they fish",)),
        Row("3", "Osmara", "ceasefire", "oppose", "2031-09-12", article="a3", voice="ascribed"),
    ]
    assert movements(rows) == ()
    first, second = disagreements(rows, {})
    assert first.one.id == "2"
    assert first.needs[0] == "The conditions of Osmara are met, or the other report leaves them out: only if they fish."
    assert "What another party says of Osmara is not what Osmara holds." in second.needs
    assert second.needs[-1] == "One of the two reports is wrong."
    assert disagreements(rows[:2], {"a1": "x", "a2": "x"}) == ()


def test_a_proposal_with_its_answers() -> None:
    rows = [
        Row("p", "Halmere", "ceasefire", "support", "2031-09-08", rule="proposes: truce < propose", value=75.0,
            option="temporary"),
        Row("m", "Halmere", "monitoring", "support", "2031-09-08", rule="proposes: monitor < propose"),
        Row("0", "Osmara", "ceasefire", "oppose", "2031-08-01"),
        Row("1", "Tervane", "ceasefire", "support", "2031-09-10", article="a2"),
        Row("2", "Osmara", "ceasefire", "conditional", "2031-09-11", article="a3", conditions=("in principle",)),
        Row("3", "Corland", "ceasefire", "oppose", "2031-09-12", article="a3", voice="ascribed"),
    ]  # fmt: skip
    put = [Put("a1", 5, 30, "Tervane; Osmara; Northern Union")]
    (found,) = proposals(rows, {}, put, {}, asked=("Corland",))
    assert (found.proposer, found.since, found.to) == ("Halmere", "2031-09-08", ("Northern Union", "Osmara", "Tervane"))
    assert [(t.issue, t.option) for t in found.terms] == [("ceasefire", "temporary"), ("monitoring", None)]
    assert {(a.party, a.reply) for a in found.answers} == {
        ("Tervane", "accepted"),
        ("Osmara", "accepted with conditions"),
        ("Corland", "none"),
        ("Northern Union", "none"),
    }
    assert found.open == ("Osmara", "Corland", "Northern Union")


def test_proposals_weeks_apart_are_two() -> None:
    rows = [
        Row("1", "Halmere", "ceasefire", "support", "2031-07-01", rule="proposes: truce < propose"),
        Row("2", "Halmere", "ceasefire", "support", "2031-09-08", rule="proposes: truce < propose"),
    ]
    assert [p.since for p in proposals(rows, {})] == ["2031-09-08", "2031-07-01"]


def test_a_proposal_is_dated_as_exactly_as_its_words() -> None:
    rows = [
        Row("1", "Halmere", "ceasefire", "support", "2031-W37", rule="proposes: truce < propose"),
        Row("2", "Halmere", "ceasefire", "support", "2031-09-12", rule="proposes: truce < propose"),
    ]
    assert [p.since for p in proposals(rows, {})] == ["2031-W37"]


def test_a_wish_lifts_no_condition() -> None:
    rows = [
        Row("1", "Osmara", "ceasefire", "conditional", "2031-09-11", conditions=("only if",)),
        Row("2", "Osmara", "ceasefire", "support", "2031-09-13", firmness=0.5),
    ]
    assert matrix(rows, {}).cells["Osmara", "ceasefire"].stance == "conditional"
    assert movements(rows) == ()
    firm = [*rows, Row("3", "Osmara", "ceasefire", "support", "2031-09-14", firmness=0.9)]
    assert [(m.before.id, m.after.id) for m in movements(firm)] == [("1", "3")]


def test_a_proposal_without_a_day_takes_answers_of_any_day() -> None:
    rows = [
        Row("p", "Halmere", "ceasefire", "support", rule="proposes: truce < proposal", published="2031-09-14"),
        Row("1", "Tervane", "ceasefire", "support", "2031-09-10"),
    ]
    (found,) = proposals(rows, {})
    assert found.since is None
    assert [(a.party, a.reply) for a in found.answers] == [("Tervane", "accepted")]

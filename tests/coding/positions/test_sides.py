"""Options, firmness and days; scoring that does not see names; an agenda of one's own; hostile text."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.codebook.load import load_codebook
from parley.coder import Coder
from parley.coding.positions import PositionCoder
from parley.language.actors import find_actors
from parley.language.parse import parse
from parley.language.times import find_times
from parley.records import Article, Block, Position

Code = Callable[..., tuple[Position, ...]]

BLIND = [
    "{a} accepted the ceasefire.",
    "{a} rejected a truce unless {b} pulls back.",
    "{a} demanded that {b} release all hostages.",
    "{a} ruled out the deployment of foreign troops.",
    "{a} called for an end to arms deliveries to {b}.",
    "{a} said that {b} does not want a ceasefire.",
    "{a} insisted on sanctions against {b}.",
]


@pytest.mark.parametrize("sentence", BLIND)
def test_the_scoring_does_not_see_who_speaks(positions: Code, sentence: str) -> None:
    def sides(a: str, b: str) -> list[tuple[str, str, str, float | None]]:
        names = {a: "A", b: "B"}
        text = f"The envoys flew home. {sentence.format(a=a, b=b)} Nobody else spoke."
        return sorted((names[r.actor], r.issue, r.stance, r.value) for r in positions(text))

    expected = sides("Armenia", "Azerbaijan")
    assert expected
    assert sides("Azerbaijan", "Armenia") == expected
    assert sides("Russia", "Ukraine") == expected
    assert sides("Ukraine", "Russia") == expected


@pytest.mark.parametrize(
    ("sentence", "issue", "option", "value"),
    [
        ("Armenia agreed to a 30-day ceasefire.", "ceasefire", "temporary", 75.0),
        ("Armenia wants a permanent ceasefire.", "ceasefire", "full", 100.0),
        ("Armenia agreed to a partial ceasefire.", "ceasefire", "partial", 25.0),
        ("Armenia rejected a permanent ceasefire.", "ceasefire", "no truce", 0.0),
        ("Armenia supported a ceasefire.", "ceasefire", None, None),
        ("France called for tougher sanctions.", "sanctions", "more", 80.0),
    ],
)
def test_options(positions: Code, sentence: str, issue: str, option: str | None, value: float | None) -> None:
    (row,) = positions(sentence)
    assert (row.issue, row.option, row.value) == (issue, option, value)


def test_firmness_goes_down_with_the_words(positions: Code) -> None:
    sentences = (
        "Armenia ruled out a ceasefire.", "Armenia opposed a ceasefire.", "Armenia wants a ceasefire.",
        "Armenia signaled it wanted a ceasefire.",
    )  # fmt: skip
    firmness = [positions(s)[0].firmness for s in sentences[:3]]
    assert firmness == sorted(firmness, reverse=True)
    assert len(set(firmness)) == 3


def test_since_is_the_day_of_the_words_or_unknown(positions: Code) -> None:
    assert positions("Armenia accepted the ceasefire on Tuesday.")[0].since == "2031-09-09"
    assert positions("Armenia accepted the ceasefire.")[0].since is None
    assert positions("Armenia accepted the ceasefire on Tuesday.", published=None)[0].since is None


def test_every_row_says_why(positions: Code) -> None:
    (row,) = positions("Turkey proposed lifting the sanctions.")
    assert row.rule == "proposes: sanction < lift < propose"
    assert row.stance == "oppose"


def test_the_statement_is_named(room: tuple[Coder, PositionCoder], positions: Code) -> None:
    (row,) = positions("Armenia said it was ready to accept a truce.")
    assert row.statement is not None


TRADE = """
name: trade
title: Trade talks
extends: [general]
own_agenda: true
agenda:
  - name: tariffs
    question: Should tariffs come down?
    oppose: [tariff, import duty]
    scale:
      - {option: as they are, value: 20, words: [current]}
      - {option: none, value: 100, words: [zero]}
  - name: market-access
    question: Should farm markets be opened?
    words: [farm market, market access, agricultural market]
"""


def test_another_agenda_is_yaml_only(room: tuple[Coder, PositionCoder], tmp_path: Path) -> None:
    path = tmp_path / "trade.yaml"
    path.write_text(TRADE, encoding="utf-8")
    book = load_codebook(str(path))
    assert [issue.name for issue in book.agenda] == ["tariffs", "market-access"]
    text = "India demanded that the United States lift tariffs. It rejected market access for foreign dairies."
    coder, _ = room
    parsed = parse(coder.nlp, [Article("a", "a", "a", "0", text, (Block(0, len(text), "body"),), text)])[0]
    parsed.times = find_times(parsed.passages, None)
    actors = find_actors(parsed, book)
    rows = PositionCoder(book).code(parsed, actors, coder.statements.code(parsed, actors))
    assert {(r.actor, r.issue, r.stance) for r in rows} == {
        ("India", "tariffs", "support"),
        ("India", "market-access", "oppose"),
    }


_WORDS = (
    "Armenia Russia it he they ceasefire truce sanctions the a that which if unless must not no will accept accepted "
    "rejected lift to by of for without demanded said ready , . ? “ ” conditions and but proposed territory cede agree"
).split()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_any_words_give_sound_rows(positions: Code, words: list[str]) -> None:
    for row in positions(" ".join(words) or "x"):
        assert 0 <= row.firmness <= 1
        assert 0 <= row.confidence <= 1
        assert row.start < row.end
        assert pickle.loads(pickle.dumps(row)) == row


def test_one_endless_line(positions: Code) -> None:
    positions("Armenia accepted the ceasefire and " * 2000)


def test_a_condition_ends_before_an_aside(positions: Code) -> None:
    text = "Armenia will accept a truce if the guns fall silent, its leader, Nikol Pashinyan, said on Monday."
    (row,) = positions(text)
    assert row.stance == "conditional"
    assert row.conditions == ("if the guns fall silent",)


@pytest.mark.parametrize(
    "text",
    [
        "France is closely monitoring the truce. Nobody else spoke.",
        "The army ceded power to the Sudanese council.",
        "Armenia demanded the unconditional release of its mayor.",
        "Russia launched long-range missiles at the town.",
        "The court imposed long prison terms. Armenia approved the terms of reference.",
        "Turkey built a dam and a pipeline.",
    ],
)
def test_words_of_other_matters_take_no_side(positions: Code, text: str) -> None:
    assert [r for r in positions(text) if r.issue in ("monitoring", "territory", "terms", "arms", "energy")] == []

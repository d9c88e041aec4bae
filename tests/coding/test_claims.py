"""Claims of fact in three-sentence articles: who asserts, who denies, about whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.codebook.load import load_codebook
from parley.coding.claims import ClaimCoder
from parley.coding.quantities import QuantityFinder
from parley.coding.statements import StatementCoder
from parley.language.actors import find_actors
from parley.language.parse import load_model, parse
from parley.language.times import find_times
from parley.records import Article, Block, Claim
from parley.settings import DEFAULT_MODEL

Code = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="module")
def claims() -> Code:
    words = load_codebook("claims").claim_words
    book = load_codebook("general").model_copy(update={"claim_words": words})
    nlp, statements, figures = load_model(DEFAULT_MODEL), StatementCoder(book), QuantityFinder(load_codebook("figures"))
    coder = ClaimCoder(book)

    def code(text: str) -> tuple[Claim, ...]:
        parsed = parse(nlp, [Article("a", "a", "a", "0", text, (Block(0, len(text), "body"),), text)])[0]
        parsed.times = find_times(parsed.passages, None)
        actors = find_actors(parsed, book)
        said = statements.code(parsed, actors)
        found = coder.code(parsed, actors, said, figures.find(parsed))
        assert all(text[c.start : c.end] == c.text for c in found)
        return found

    return code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sweden said Finnish troops were surrounded near Turku. Finland’s army denied reports of encirclement.",
            [("asserts", "encirclement: Finland", "Sweden"), ("denies", "encirclement: Finland", "Finland")],
        ),
        (
            "Finland said it had shot down two Swedish drones.",
            [("asserts", "loss-of-equipment: Sweden", "Finland")],
        ),
        (
            "Chile’s claim that none of its boats is missing is false, Norway’s navy said.",
            [("asserts", "missing: Chile", "Chile"), ("denies", "missing: Chile", "Norway")],
        ),
        (
            "Finland accused Sweden of violating the truce. Sweden denied violating the truce.",
            [("asserts", "violation: Sweden", "Finland"), ("denies", "violation: Sweden", "Sweden")],
        ),
        (
            "Finland said it had sunk a Swedish boat. Sweden’s navy said no such thing had happened.",
            [("asserts", "loss-of-equipment: Sweden", "Finland"), ("denies", "loss-of-equipment: Sweden", "Sweden")],
        ),
        (
            "Finland said its forces had not attacked the port.",
            [("denies", "attack: Finland", "Finland")],
        ),
    ],
)
def test_claims(claims: Code, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(c.role, c.claim, c.party) for c in claims(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Finland demanded that Sweden withdraw its ships.",  # a demand
        "Finland said it would attack if Sweden did.",  # imagined
        "Finland said the talks about the casualties were useful.",  # what is talked about
        "Finland said the weather was fine.",  # no matter of weight
    ],
)
def test_no_claim(claims: Code, text: str) -> None:
    assert claims(text) == ()


def test_the_figure_of_a_claim(claims: Code) -> None:
    (c,) = claims("Finland said its army had killed more than 40 Swedish soldiers.")
    assert c.quantity == "more than 40 Swedish soldiers"

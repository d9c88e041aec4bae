from __future__ import annotations

import random
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.lineage import trace
from parley.lineage.shingles import plain
from parley.lineage.sketch import sketch


@dataclass(frozen=True)
class Light:
    id: str
    body_text: str
    published: str | None = None
    credit: str | None = None
    outlet: str | None = None
    source: str = "page.txt"
    title: str | None = None


WIRE = """Delegations from Norland and the Coastal League met for a third day in the harbour town of Brume on Tuesday.
The talks are meant to reopen the strait to grain ships before winter. Norland's envoy, Ada Holm, told reporters that
"the door is open" and that her government would answer the League's paper within a week. The League's chief
negotiator, Piet Maar, said he had heard nothing new. Fishing boats from both sides stayed in port for a fourth day,
and the price of wheat in Brume rose by six percent. A second round is planned for April, diplomats said, although
neither side has named a place for it. Observers from three neighbouring states watched the session from the gallery."""

OTHER = """A third day of talks on the strait ended in Brume without a result, and wheat prices rose again. "The door
is open," said Ada Holm, who speaks for Norland, while Piet Maar of the Coastal League called the meeting a copy of
the last one. Merchants at the quay said they had stopped taking orders. Three neighbours sent observers. Nobody would
say where the two delegations will sit down next, though April was mentioned by several people close to the
discussions, among them a clerk who has followed every round since the blockade began last summer."""


def lineages(*articles: Light) -> dict[str, tuple[str, str | None]]:
    return {x.article: (x.origin, x.copy_kind) for x in trace(articles)}


def test_white_space_case_and_quotation_marks_do_not_hide_an_identical_copy():
    shouted = WIRE.upper().replace("\n", "  \r\n\r\n ").replace('"', "”")
    assert lineages(Light("a", WIRE, "2031-03-04"), Light("b", shouted, "2031-03-05")) == {
        "a": ("a", None), "b": ("a", "identical"),
    }  # fmt: skip


def test_a_shortened_copy_is_near():
    shorter = WIRE[: WIRE.index(" A second round")]
    assert lineages(Light("a", WIRE, "2031-03-04"), Light("b", shorter, "2031-03-05"))["b"] == ("a", "near")


def test_an_edited_copy_is_near():
    edited = WIRE.replace("told reporters", "told journalists").replace("six percent", "6 pct") + " Reporting by Lund."
    assert lineages(Light("a", WIRE, "2031-03-04"), Light("b", edited, "2031-03-04"))["b"] == ("a", "near")


def test_an_independent_report_with_the_same_quotations_is_its_own_origin():
    assert lineages(Light("a", WIRE, "2031-03-04"), Light("b", OTHER, "2031-03-04")) == {
        "a": ("a", None), "b": ("b", None),
    }  # fmt: skip


def test_a_long_report_that_prints_a_note_within_it_stays_its_own():
    words = random.Random(7)
    long = " ".join(words.choice("abcdefgh") for _ in range(900))
    note = WIRE[:400]
    assert lineages(Light("a", note, "2031-03-04"), Light("b", long + " " + note, "2031-03-05"))["b"] == ("b", None)


def test_the_origin_is_the_earliest_with_unknown_dates_last():
    got = lineages(Light("a", WIRE), Light("b", WIRE, "2031-03-05"), Light("c", WIRE, "2031-03-04"))
    assert {origin for origin, _ in got.values()} == {"c"}


def test_the_credited_outlet_is_the_origin_though_dated_later():
    agency = Light("z", WIRE, "2031-03-05", outlet="Strait Wire")
    paper = Light("a", WIRE, "2031-03-04", credit="The STRAIT WIRE", outlet="Brume Courier")
    assert {origin for origin, _ in lineages(paper, agency).values()} == {"z"}


def test_ties_go_to_the_article_without_a_credit_then_the_smaller_id():
    assert lineages(Light("a", WIRE, credit="Strait Wire"), Light("b", WIRE), Light("c", WIRE))["c"][0] == "b"


def test_articles_without_a_body_are_nobodys_copies():
    assert lineages(Light("a", ""), Light("b", " \n ")) == {"a": ("a", None), "b": ("b", None)}


def test_short_notes_are_copies_only_when_identical():
    notes = Light("a", "No deal today."), Light("b", "no  deal today."), Light("c", "No deal today, he said.")
    assert lineages(*notes) == {
        "a": ("a", None), "b": ("a", "identical"), "c": ("c", None),
    }  # fmt: skip


def test_text_without_word_breaks_is_read():
    assert lineages(Light("a", "谈判" * 2000), Light("b", "x" * 300_000), Light("c", "\ud800 \ud800")).keys() == {
        "a",
        "b",
        "c",
    }


def test_a_wire_story_on_many_sites_is_one_origin():
    copies = [Light(f"s{n:03}", f"{WIRE} Site {n}.", f"2031-03-{4 + n % 3:02}", outlet=f"Site {n}") for n in range(200)]
    assert {x.origin for x in trace(copies)} == {"s000"}


sentences = st.lists(st.sampled_from(WIRE.replace("\n", " ").split(". ")), max_size=8).map(". ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(sentences, st.sampled_from([None, "2031-03-04", "2031-03"])), max_size=8), st.randoms())
def test_the_order_of_the_articles_does_not_matter(bodies, order):
    articles = [Light(f"{n}", body, date) for n, (body, date) in enumerate(bodies)]
    expected = trace(articles)
    order.shuffle(articles)
    assert trace(articles) == expected
    origins = {x.origin for x in expected}
    assert all(x.origin == x.article for x in expected if x.copy_of is None)
    assert all(x.copy_of in origins for x in expected if x.copy_of)


@given(st.text())
def test_plain_text_is_plain_already(text):
    assert plain(plain(text)) == plain(text)
    assert sketch(text).digest == sketch(plain(text)).digest

"""Reports of one event are brought together, whatever the order they come in."""

from __future__ import annotations

import random
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.events import merge, merge_key


@dataclass(frozen=True)
class Row:
    id: str
    article: str
    type: str = "CONSULT"
    actor: str | None = "Ada Venn"
    recipient: str | None = "Bo Lund"
    date: str | None = "2031-09-10"
    place: str | None = None
    status: str = "happened"
    published: str | None = "2031-09-11"
    text: str = "Venn met Lund"


def members(rows: list[Row]) -> list[tuple[str, ...]]:
    return [g.members for g in merge(rows)]


def test_two_reports_of_one_meeting() -> None:
    rows = [Row("1", "a", place="Ebrin"), Row("2", "b", actor="Bo Lund", recipient="Ada Venn")]
    (group,) = merge(rows)
    assert group.members == ("1", "2")
    assert group.articles == ("a", "b")
    assert group.sides == ("Ada Venn", "Bo Lund")
    assert group.places == ("Ebrin",)


def test_another_day_another_event() -> None:
    assert len(merge([Row("1", "a"), Row("2", "b", date="2031-09-12")])) == 2


def test_the_week_holds_the_day() -> None:
    (group,) = merge([Row("1", "a", date="2031-W37"), Row("2", "b")])
    assert group.date == "2031-09-10"


def test_an_undated_report_joins_by_the_day_of_its_page() -> None:
    assert len(merge([Row("1", "a"), Row("2", "b", date=None)])) == 1
    assert len(merge([Row("1", "a"), Row("2", "b", date=None, published="2031-10-20")])) == 2
    assert len(merge([Row("1", "a"), Row("2", "b", date=None, published=None)])) == 2


def test_another_place_another_event() -> None:
    assert len(merge([Row("1", "a", place="Ebrin"), Row("2", "b", place="Vedrin")])) == 2


def test_a_plan_is_not_its_outcome_and_a_denial_is_of_the_event() -> None:
    assert len(merge([Row("1", "a"), Row("2", "b", status="planned")])) == 2
    (group,) = merge([Row("1", "a"), Row("2", "b", status="denied")])
    assert group.statuses == ("denied", "happened")


def test_sides_by_party() -> None:
    rows = [
        Row("1", "a", type="ASSAULT", actor="Ost Navy", recipient="Vell"),
        Row("2", "b", type="ASSAULT", actor="Ost", recipient="Vell"),
    ]
    assert len(merge(rows)) == 2
    assert len(merge(rows, lambda name: "Ost" if name.startswith("Ost") else name)) == 1


def test_a_vague_report_draws_no_two_days_together() -> None:
    rows = [Row("1", "a"), Row("2", "b", date="2031-09-20"), Row("3", "c", date="2031-09")]
    assert sorted(len(m) for m in members(rows)) == [1, 2]


def test_the_key_says_what_is_compared() -> None:
    assert merge_key(Row("1", "a", place="Ebrin")) == "CONSULT|firm|Ada Venn+Bo Lund|2031-09-10|ebrin"


rows_of = st.lists(
    st.builds(
        Row, id=st.integers(0, 10**6).map(str), article=st.sampled_from("abc"), type=st.sampled_from(["CONSULT", "ASSAULT"]),
        actor=st.sampled_from([None, "A", "B", "A; B"]), recipient=st.sampled_from([None, "B", "C"]),
        date=st.sampled_from([None, "2031-09-10", "2031-W37", "2031-09", "2031", "2031-02-30"]),
        place=st.sampled_from([None, "Ebrin", "Vedrin"]), status=st.sampled_from(["happened", "planned", "denied"]),
        published=st.sampled_from([None, "2031-09-11"]),
    ),
    max_size=12, unique_by=lambda r: r.id,
)  # fmt: skip


@given(rows_of, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[Row], chance: random.Random) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert merge(rows) == merge(shuffled)
    assert sorted(i for g in merge(rows) for i in g.members) == sorted(r.id for r in rows)

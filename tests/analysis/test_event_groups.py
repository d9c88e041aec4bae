"""Reports of one event are brought together, whatever the order they come in."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.happenings import Happening, happenings
from parley.ledger.coded_rows import EventRow


def row(id: str, article: str, **fields: Any) -> EventRow:
    """A report that Ada Venn met Bo Lund on 10 September, in an article of the day after."""
    usual: dict[str, Any] = {
        "source": f"{article}.txt", "start": 0, "end": 13, "text": "Venn met Lund", "spans": (), "title": None, "outlet": None,
        "published": "2031-09-11", "location": f"/{article}.txt", "origin": article, "type": "CONSULT", "mode": None,
        "actor": "Ada Venn", "actor_text": None, "recipient": "Bo Lund", "recipient_text": None, "date": "2031-09-10",
        "date_end": None, "place": None, "status": "happened", "confidence": 0.9, "rule": "", "decision": "suggested",
    }  # fmt: skip
    return EventRow(id=id, article=article, **{**usual, **fields})


def members(rows: Iterable[EventRow]) -> list[tuple[str, ...]]:
    return [tuple(r.id for r in h.rows) for h in happenings(rows)]


def test_two_reports_of_one_meeting() -> None:
    (one,) = happenings([row("1", "a", place="Ebrin"), row("2", "b", actor="Bo Lund", recipient="Ada Venn")])
    assert [r.id for r in one.rows] == ["1", "2"]
    assert (set(one.who), one.place, one.origins) == ({"Ada Venn", "Bo Lund"}, "Ebrin", 2)


def test_a_copy_is_no_origin_of_its_own() -> None:
    (one,) = happenings([row("1", "a"), row("2", "b", origin="a")])
    assert (len(one.rows), one.origins) == (2, 1)


def test_another_day_another_event() -> None:
    assert len(happenings([row("1", "a"), row("2", "b", date="2031-09-12")])) == 2


def test_the_week_holds_the_day() -> None:
    (one,) = happenings([row("1", "a", date="2031-W37"), row("2", "b")])
    assert one.date == "2031-09-10"


def test_an_undated_report_joins_only_undated_ones_of_its_day() -> None:
    assert len(happenings([row("1", "a"), row("2", "b", date=None)])) == 2
    assert len(happenings([row("1", "a", date=None), row("2", "b", date=None)])) == 1
    assert len(happenings([row("1", "a", date=None), row("2", "b", date=None, published="2031-10-20")])) == 2


def test_who_tells_fewer_sides_joins_who_tells_more() -> None:
    assert members([row("1", "a", recipient=None), row("2", "b")]) == [("1", "2")]
    assert len(happenings([row("1", "a"), row("2", "b", recipient="Cy Orre")])) == 2


def test_without_sides_an_event_is_of_its_article() -> None:
    bare: dict[str, Any] = {"actor": None, "recipient": "anonymous: envoys"}
    assert len(happenings([row("1", "a", **bare), row("2", "b", **bare)])) == 2
    assert members([row("1", "a"), row("2", "a", **bare)]) == [("1", "2")]


def test_a_plan_is_not_its_outcome_nor_a_denial_the_event() -> None:
    assert len(happenings([row("1", "a"), row("2", "b", status="planned"), row("3", "c", status="denied")])) == 3


def test_a_refused_row_is_left_out() -> None:
    assert happenings([row("1", "a", decision="rejected")]) == ()


def test_a_vague_report_draws_no_two_days_together() -> None:
    rows = [row("1", "a"), row("2", "b", date="2031-09-20"), row("3", "c", date="2031-09")]
    assert sorted(map(len, members(rows))) == [1, 2]


rows_of = st.lists(
    st.builds(
        row, id=st.integers(0, 10**6).map(str), article=st.sampled_from("abc"), type=st.sampled_from(["CONSULT", "ASSAULT"]),
        actor=st.sampled_from([None, "A", "B", "A; B"]), recipient=st.sampled_from([None, "B", "C"]),
        date=st.sampled_from([None, "2031-09-10", "2031-W37", "2031-09", "2031", "2031-02-30"]),
        place=st.sampled_from([None, "Ebrin", "Vedrin"]), status=st.sampled_from(["happened", "planned", "denied"]),
        published=st.sampled_from([None, "2031-09-11"]),
    ),
    max_size=12, unique_by=lambda r: r.id,
)  # fmt: skip


@given(rows_of, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[EventRow], chance: random.Random) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    together: tuple[Happening, ...] = happenings(rows)
    assert together == happenings(shuffled)
    assert sorted(r.id for h in together for r in h.rows) == sorted(r.id for r in rows)

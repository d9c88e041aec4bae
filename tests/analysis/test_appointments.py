"""Planned events and what came of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.analysis.appointments import appointments, precision
from parley.ledger.coded_rows import EventRow


def event(
    article: str, status: str, date: str | None, published: str, actor: str = "Tervane; Osmara", kind: str = "CONSULT"
) -> EventRow:
    return EventRow(
        f"{article}-{status}-{date}", f"{article}.txt", article, 0, 4, "the call", (), None, None, published, "", article,
        kind, None, actor, None, None, None, date, None, None, status, 0.9, "", "suggested",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("later", "as_of", "status"),
    [
        ([], "2031-09-15", "due"),
        ([], "2031-09-18", "unknown"),
        ([event("b", "happened", "2031-09-16", "2031-09-17")], None, "kept"),
        ([event("b", "denied", "2031-09-16", "2031-09-16")], None, "missed"),
        ([event("b", "planned", "2031-09-20", "2031-09-16")], None, "moved"),
        ([event("b", "happened", "2031-09-16", "2031-09-17", "Halmere; Osmara")], "2031-09-18", "unknown"),
    ],
)
def test_what_came_of_it(later: list[EventRow], as_of: str | None, status: str) -> None:
    first = appointments([event("a", "planned", "2031-09-16", "2031-09-15"), *later], as_of)[0]
    assert (first.due, first.status) == ("2031-09-16", status)


def test_two_announcements_are_one_appointment() -> None:
    rows = [event("a", "planned", "2031-09-16", "2031-09-14"), event("b", "planned", "2031-W38", "2031-09-15")]
    (one,) = appointments(rows)
    assert [article for article, _ in one.members] == ["a", "b"]


def test_a_relative_clause_is_shown_with_whom_it_is_about() -> None:
    announced = replace(
        event("a", "planned", "2031-09-16", "2031-09-15", actor="Ada Venn"), text="who is due to travel"
    )
    assert appointments([announced])[0].what == "Ada Venn, who is due to travel"


def test_a_planned_attack_is_no_appointment() -> None:
    assert appointments([event("a", "planned", "2031-09-16", "2031-09-15", kind="ASSAULT")]) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2031-09-16", "day"), ("2031-W38", "week"), ("2031-09", "month"), ("2031", "year"), (None, None)],
)
def test_precision(value: str | None, expected: str | None) -> None:
    assert precision(value) == expected

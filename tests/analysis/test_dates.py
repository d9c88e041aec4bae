from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.dates import day_of, stretch, within


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04", "day"),
        ("2031-03-04T18:30:00Z", "2031-03-04", "2031-03-04", "day"),
        ("2031-W10", "2031-03-03", "2031-03-09", "week"),
        ("2032-02", "2032-02-01", "2032-02-29", "month"),
        ("2031-12", "2031-12-01", "2031-12-31", "month"),
        ("2031", "2031-01-01", "2031-12-31", "year"),
    ],
)
def test_every_precision_is_a_stretch_of_days(value, first, last, precision):
    found = stretch(value)
    assert found
    assert (found[0].isoformat(), found[1].isoformat(), found[2]) == (first, last, precision)


@pytest.mark.parametrize(
    "value", [None, "", "2031-02-30", "2031-W54", "2031-13", "0000", "9999-12x", "soon", "9999-W53"]
)
def test_what_is_no_date_has_no_stretch(value):
    assert stretch(value) is None
    assert day_of(value) == ""
    assert within(value, None, None)
    assert not within(value, "2031-01-01", None)


def test_the_last_month_there_is_does_not_overflow():
    assert stretch("9999-12") is None or stretch("9999-12")[1] == date(9999, 12, 31)


@given(st.text(alphabet="0123456789-WT: Z²٣", max_size=14))
def test_any_text_is_a_stretch_or_none(value):
    found = stretch(value)
    assert found is None or found[0] <= found[1]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-10, 10))
def test_a_week_lies_within_bounds_that_touch_it(day, shift):
    year, week, _ = day.isocalendar()
    value = f"{year}-W{week:02}"
    first, last, _ = stretch(value)
    assert first <= day <= last
    other = day + timedelta(days=shift)
    assert within(value, other.isoformat(), None) == (last >= other)
    assert within(value, None, other.isoformat()) == (first <= other)

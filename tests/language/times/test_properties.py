"""What holds of any text and any publication date: spans, values, direction, order, time."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.language.passage import Passage
from parley.language.times import date_of, find_times
from parley.language.times.calendar import VALUE, month, shift, week, weekday_near
from parley.language.times.lexicon import lexicon

PHRASES = [" ".join(words).replace(" ' ", "'") for options in lexicon().phrases.values() for words, _ in options]
NUMBERS = (
    "2014 1990s '90s Q3 FY17 14th 3 14 31 99 2,000 16.30 15:11 2025-03-14 14.03.2025 3/4/2025 0001-01-01 9999-12-31 "
    "99999 1000 2100 pm May March Feb. talks said will . ; ( ] ’ — \u202f é"
).split(" ")
WORDS = sorted({*lexicon().char, *PHRASES, *NUMBERS})
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=30).map(" ".join)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
PUBLISHED = st.one_of(
    st.none(), DAYS.map(str), DAYS.map(lambda d: str(d)[:7]), DAYS.map(lambda d: str(d)[:4]),
    st.sampled_from(["", "0001-01-01", "9999-12-31", "2025-02-30", "soon", "2025-W11"]),
)  # fmt: skip


def flat(text: str, start: int = 0) -> Passage:
    """A passage cut at blanks in which every token hangs on the first, as a verb: no parser, any text."""
    words, starts, at = [], [], 0
    for word in text.split():
        at = text.index(word, at)
        words.append(word)
        starts.append(start + at)
        at += len(word)
    n = len(words)
    return Passage(
        0, start, "body", text, words, [w.lower() for w in words],
        ["VBD"] + ["NN"] * (n - 1), ["VERB"] + ["NOUN"] * (n - 1),
        ["ROOT"] + ["dep"] * (n - 1), [0] * n, [list(range(1, n))] + [[] for _ in range(n - 1)], list(range(n)),
        list(range(n)), starts, [s + len(w) for s, w in zip(starts, words, strict=True)], [(0, n)], [0] * n,
    )  # fmt: skip


@given(TEXTS, PUBLISHED, st.integers(0, 1000))
@settings(max_examples=300)
def test_spans_values_and_order(text: str, published: str | None, start: int) -> None:
    if not text.split():
        return
    found = find_times([flat(text, start)], published)
    for t in found:
        assert 0 <= t.start - start < t.end - start <= len(text)
        assert text[t.start - start : t.end - start] == t.text
        assert t.value is None or VALUE.fullmatch(t.value), t
        assert t.type in ("DATE", "TIME", "DURATION", "SET")
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found == find_times([flat(text, start)], published)


@given(DAYS, st.integers(1, 7), st.booleans())
def test_a_weekday_is_within_a_week(day: dt.date, weekday: int, forward: bool) -> None:
    gap = (weekday_near(day, weekday, forward) - day).days
    assert weekday_near(day, weekday, forward).isoweekday() == weekday
    assert 0 <= gap <= 6 if forward else -6 <= gap <= 0


@given(DAYS, st.integers(-30, 30))
def test_values_read_back(day: dt.date, amount: int) -> None:
    assert date_of(str(day)) == day
    assert date_of(f"{day}T15:11") == day
    assert date_of(week(day)) == day - dt.timedelta(days=day.isoweekday() - 1)
    assert date_of(month(day)) == day.replace(day=1)
    assert date_of(f"{week(day)}-WE") == day + dt.timedelta(days=6 - day.isoweekday())
    moved = shift(day, amount, "M")
    assert moved is not None
    assert (moved.year - day.year) * 12 + moved.month - day.month == amount


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025", "2025-01-01"), ("2014-SP", "2014-03-01"), ("2015-Q3", "2015-07-01"), ("2015-H2", "2015-07-01"),
        ("2009/2011", "2009-01-01"), ("1990-01-01/1999-12-31", "1990-01-01"), ("P30D", None), ("T15:00", None),
        ("XXXX-WXX-2", None), ("FY2016", None), ("2025-02-30", None), ("", None), (None, None), ("nonsense", None),
    ],
)  # fmt: skip
def test_first_day_of_a_value(value: str | None, day: str | None) -> None:
    assert date_of(value) == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    "piece", ["one day ", "2014-", "Tuesday ", "1,", "a.m.", "aaaa", "March 3 and ", "((", "the last "]
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    """A line of hundreds of thousands of characters is read in seconds: no pattern runs back over what it has read."""
    text = piece * (400_000 // len(piece))
    began = time.process_time()
    find_times([flat(text)], "2025-03-14")
    assert time.process_time() - began < 20

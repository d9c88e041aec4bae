from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.brief.text import clean, count, cut, link, unquoted, when_words


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("two\n  lines\tof text", "two lines of text"),
        ("\x1b[31mred\x1b[0m\x07", "[31mred[0m"),
        ("ab\u202ecd\u202c \u2066ef\u2069", "abcd ef"),
        ("tag\U000e0041s, soft\u00adhyphen, \ufeffmark", "tags, softhyphen, mark"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        (None, ""),
    ],
)
def test_what_a_screen_would_obey_is_removed(page, shown):
    assert clean(page) == shown


@given(st.text())
def test_clean_text_is_one_printable_line(text):
    shown = clean(text)
    assert clean(shown) == shown
    assert "\n" not in shown
    assert "\x1b" not in shown
    shown.encode("utf-8")


def test_a_cut_comes_at_a_word():
    assert cut("no ship, no mast, no rope", 17) == "no ship, no mast…"
    assert cut("no ship", 7) == "no ship"
    assert cut("x" * 40, 10) == "x" * 9 + "…"


@given(st.text(), st.integers(2, 60))
def test_a_cut_never_exceeds_its_width(text, width):
    assert len(cut(clean(text), width)) <= width


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ('"open"', "open"), ("“open”", "open"), ("‘open’", "open"), ('"open', "open"), ("open”", "open"),
        ('"open" and "shut"', '"open" and "shut"'), ("the boys'", "the boys'"), ("'tis so", "'tis so"),
        ('he said "open"', 'he said "open"'), ('"', '"'), ("", ""),
    ],
)  # fmt: skip
def test_quotation_marks_round_the_whole_come_off(words, bare):
    assert unquoted(words) == bare


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-03-04", "Tue 4 March 2031"), ("2031-W10", "week of 3 March 2031"), ("2031-03", "March 2031"),
        ("2031", "2031"), (None, ""), ("someday", ""),
    ],
)  # fmt: skip
def test_dates_are_written_in_words_of_no_locale(value, words):
    assert when_words(value) == words


def test_counts_agree_in_number():
    assert [count(0, "copy", "copies"), count(1, "copy", "copies"), count(2400, "article")] == [
        "0 copies", "1 copy", "2,400 articles",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://a.example/x?a=1&b=2#c", "https://a.example/x?a=1&b=2#c"),
        ("HTTP://a.example/", "HTTP://a.example/"),
        ("https://a.example/<b>\"'(c)[d]", "https://a.example/%3Cb%3E%22%27%28c%29%5Bd%5D"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//a.example/x", None),
        ("https://", None),
        ("http://[broken", None),
        ("https://a.example/x y", None),
        ("clippings/a.txt", None),
    ],
)
def test_only_web_addresses_become_links(source, address):
    assert link(source) == address

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.lineage import quotation_key
from parley.lineage.quotations import quoted_runs


def test_the_same_words_by_the_same_speaker_on_the_same_day_are_one_quotation():
    key = quotation_key("Ada Holm", "The door is open", "2031-03-04")
    assert key == quotation_key("ADA HOLM", "“the door … is open,”", "2031-03-04")
    assert key != quotation_key("Piet Maar", "The door is open", "2031-03-04")
    assert key != quotation_key("Ada Holm", "The door is open", "2031-03-05")
    assert key != quotation_key("Ada Holm", "The door is shut", "2031-03-04")


def test_without_speaker_or_words_there_is_no_key():
    assert quotation_key(None, "The door is open", None) is None
    assert quotation_key("Ada Holm", "…", None) is None


def test_curly_and_straight_quotations_have_the_same_runs():
    runs = quoted_runs("He said “the door is open” and left.")
    assert len(runs) == 2
    assert runs == quoted_runs('"The door is open", he said.') == quoted_runs("‘The door is open,’ he said.")


def test_one_odd_mark_costs_its_line():
    assert len(quoted_runs('An inch is 1" long.\n"The door is open," he said.')) == 2


@given(st.text(alphabet="“”\"‘’'« »\nab "))
def test_any_marks_are_read(text):
    assert list(quoted_runs(text)) == sorted(set(quoted_runs(text)))


def test_a_long_line_of_marks_takes_no_time():
    for mark in "“\"‘'«":
        quoted_runs(mark * 200_000)
        quoted_runs((mark + "a ") * 100_000)

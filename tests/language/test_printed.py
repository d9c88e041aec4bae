"""The printed date of a page is a time expression, found where it stands."""

from __future__ import annotations

import pytest

from parley.language.printed import printed_date
from parley.records import Article, Block


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("The Port Times\nTuesday, March 18, 2031\n", "Tuesday, March 18, 2031"),
        ("The Port Times | 18 March 2031\n", "18 March 2031"),
        ("The Port Times\n12 March 2031 - archive\nUpdated 2031-03-18 by A. Korpi\n", "2031-03-18"),
    ],
)
def test_found_in_the_masthead(head: str, printed: str) -> None:
    text = f"{head}The pilots came back on 18 March 2031."
    story = Block(len(head), len(text), "body")
    article = Article(
        "a", "a", "a", "0", text, (story,), text[len(head) :], published="2031-03-18", published_from="printed"
    )
    found = printed_date(article)
    assert found is not None
    assert (found.text, found.value) == (printed, "2031-03-18")
    assert text[found.start : found.end] == printed
    assert found.end <= len(head)


def test_none_without_a_printed_day() -> None:
    text = "18 March 2031\nThe pilots came back."
    article = Article(
        "a", "a", "a", "0", text, (Block(14, len(text), "body"),), "", published="2031-03-18", published_from="metadata"
    )
    assert printed_date(article) is None

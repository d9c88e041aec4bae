"""The name of the paper or site among the lines around a story."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.reading.features import shape
from parley.reading.lines import paragraphs
from parley.reading.site import Site, find_site, key_of, without_site

STORY = "The ministers met on Friday and said that they would meet again in the city next week."


def site(page: str) -> Site:
    paras = paragraphs(page)
    first = next(i for i, p in enumerate(paras) if p.text == STORY)
    return find_site(paras, [shape(p) for p in paras], first, first)


def names(page: str) -> list[str]:
    return [name for name, _ in site(page).ranked]


def test_a_papers_name_above_the_story_comes_before_its_publisher() -> None:
    page = f"THE HARBOUR HERALD\nTalks resume\n{STORY}\nCopyright 2031 Pier Media Group. All rights reserved."
    assert names(page) == ["The Harbour Herald", "Pier Media Group"]


def test_a_name_like_no_papers_is_told_by_the_rest_of_the_page() -> None:
    assert names(f"Tidewire\nTalks resume\n{STORY}") == []
    assert names(f"Tidewire\nTalks resume\n{STORY}\n© 2031 Tidewire") == ["Tidewire"]
    assert names(f"Tidewire\nTalks resume\n{STORY}\nFollow Tidewire\nWrite to desk@tidewire.example") == ["Tidewire"]
    assert names(f"Talks resume - Tidewire\nTalks resume\n{STORY}") == ["Tidewire"]


def test_sections_and_topics_are_no_names() -> None:
    assert names(f"World News\nLocal News\nTalks resume\n{STORY}\nHe will testify about Varland on Monday.") == []
    assert names(f"World\nTalks resume\n{STORY}\nMore on Varland\nMore from Ostmark") == []


def test_the_lines_of_the_name_are_known_and_a_title_loses_it() -> None:
    found = site(f"NWA | Northern Wire Agency\nTalks resume\n{STORY}")
    assert found.lines == {0}
    title = "Talks on the strait resume | Northern Wire Agency"
    assert title[: without_site(title, found.keys)] == "Talks on the strait resume"
    assert without_site("Talks: a beginning", found.keys) == len("Talks: a beginning")
    assert key_of("The Harbour Herald") == key_of("HARBOUR HERALD")


@given(st.lists(st.text(max_size=80), max_size=30), st.integers(0, 40), st.integers(0, 40))
def test_any_lines_give_names_or_none(lines: list[str], first: int, last: int) -> None:
    paras = paragraphs("\n".join(lines))
    first = min(first, len(paras))
    found = find_site(paras, [shape(p) for p in paras], first, max(first, last)) if first < len(paras) else Site()
    assert all(name.strip() for name, _ in found.ranked)
    assert all(0 <= i < first for i in found.lines)

"""The masthead of pages by many houses: title, site, writers, day, agency and place."""

from __future__ import annotations

import pytest

from .helpers import article, blocks, sound
from .tops import STORY, TITLES, TOPS, Top
from .tops_more import MORE

EMPTY = {"outlet": None, "credit": None, "byline": (), "published": None, "dateline": ()}


@pytest.mark.parametrize("top", [*TOPS, *MORE], ids=lambda top: top.name)
def test_the_masthead_of_a_page(top: Top) -> None:
    found = article(top.page)
    sound(found)
    expected = {"title": TITLES[top.language], **EMPTY, **top.expected}
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize("top", [*TOPS, *MORE], ids=lambda top: top.name)
def test_its_story_is_whole_and_its_headline_a_block(top: Top) -> None:
    found = article(top.page)
    assert blocks(found, "headline") == [found.title]
    assert found.body_text == top.opening + STORY[top.language]

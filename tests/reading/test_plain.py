"""Plain-text pages, their mark-up gone: story from furniture, and the masthead."""

from __future__ import annotations

import pytest

from . import pages
from .helpers import article, blocks, sound

FURNITURE = (
    "Skip to content", "Menu", "Subscribe", "Home >", "Share", "WhatsApp", "Read more", "Advertisement", "newsletter",
    "Ferry operators", "captain_grey", "never agree on anything", "northwind", "All rights reserved", "Privacy",
)  # fmt: skip


def test_the_story_is_told_from_the_furniture_around_and_within_it() -> None:
    found = article(pages.FLAT)
    assert found.body_text.startswith("Varland's foreign minister said on Friday")
    assert found.body_text.endswith("according to the port authority.")
    assert blocks(found, "subheading") == ["What happens next"]
    for words in FURNITURE:
        assert words not in found.body_text
    sound(found)


def test_the_masthead_of_a_page() -> None:
    found = article(pages.FLAT)
    assert found.title == "Varland and Ostmark agree to third round of talks on strait"
    assert found.byline == ("Marta Lindqvist", "Piotr Zawada")
    assert (found.published, found.published_from) == ("2025-03-14", "printed")
    assert found.dateline == ("Geneva", "Lindhaven")
    assert blocks(found, "headline") == [found.title]


def test_a_list_between_title_and_text_holds_the_key_points() -> None:
    found = article(pages.KEYPOINTS)
    assert found.title == "Ostmark accepts inspectors at two ports"
    assert blocks(found, "keypoint") == [
        "Ostmark will let inspectors into two ports from April",
        "Varland calls the step “a beginning”",
        "No date for a full reopening yet",
    ]
    assert found.body_text.endswith("Varland's foreign minister.")
    assert (found.outlet, found.credit, found.dateline) == ("The Strait Times", "Reuters", ("Lindhaven",))
    assert found.byline == ("Jonas Vale",)
    assert found.published == "2025-03-20"


def test_a_paywall_notice_is_no_story() -> None:
    found = article(pages.PAYWALL)
    assert found.byline == ("Ruth Kemp",)
    assert found.published == "2025-03-15"
    assert found.body_text.endswith("forbids every concession”.")


@pytest.mark.parametrize(
    ("page", "title", "published", "first", "last"),
    [
        (pages.RUSSIAN, "Переговоры о проливе продолжатся в Женеве", "2025-03-14", "Министр", "чтобы ответить."),
        (pages.GERMAN, "Verhandlungen über die Meerenge gehen weiter", "2025-03-14", "Die Außen", "„ernsthaft“."),
    ],
)
def test_pages_in_other_languages(page: str, title: str, published: str, first: str, last: str) -> None:
    found = article(page)
    assert (found.title, found.published) == (title, published)
    assert found.body_text.startswith(first)
    assert found.body_text.endswith(last)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    found = article(pages.WRAPPED)
    assert found.title == "Strait talks resume"
    assert len(blocks(found, "body")) == 4
    assert blocks(found, "body")[0].split()[-5:] == ["agreed", "to", "continue", "next", "week."]
    assert (found.credit, found.dateline) == ("Associated Press", ("Geneva",))


def test_a_syndicated_page_names_its_agency_and_drops_its_notice() -> None:
    found = article(pages.SYNDICATED)
    assert (found.credit, found.published) == ("AFP", "2025-04-02")
    assert found.body_text.endswith('"within days".')
    assert "ALSO READ" not in found.body_text
    assert "5°C" not in found.body_text


def test_writers_are_found_at_the_foot_and_are_no_body() -> None:
    found = article(pages.FOOT)
    assert found.byline == ("Clara Winn", "Tom Ode")
    assert found.body_text.endswith("he told the council.")


@pytest.mark.parametrize(
    ("page", "title", "body"),
    [
        ("Ostmark said on Monday that it would not attend the talks.", None, "Ostmark said on Monday"),
        ("Talks break off\n\nOstmark's envoy left on Monday. Nobody knew why.", "Talks break off", "Ostmark's envoy"),
        ("No deal.", None, "No deal."),
    ],
)
def test_a_page_of_one_or_two_sentences_is_not_empty(page: str, title: str | None, body: str) -> None:
    found = article(page)
    assert found.title == title
    assert found.body_text.startswith(body)


def test_a_clean_article_stays_whole() -> None:
    story = ["Talks on the strait resume in Geneva", "Friday, March 14, 2025"]
    story += [f"The {n} delegation arrived in Geneva on Friday and said that it was ready to talk." for n in "ABCDEFGH"]
    found = article("\n\n".join(story))
    assert found.title == story[0]
    assert blocks(found, "body") == story[2:]
    assert found.published == "2025-03-14"


def test_the_text_is_kept_as_it_is_and_offsets_count_code_points() -> None:
    page = "Talks resume 🕊\r\n\r\nVarland’s envoy 🙂 said on Friday that the talks would go on.\r\n\r\nNobody was surprised by it."
    found = article(page)
    assert found.text == page
    assert blocks(found, "body")[0] == "Varland’s envoy 🙂 said on Friday that the talks would go on."


def test_a_given_date_stands_in_for_one_that_is_not_printed() -> None:
    from parley.settings import Settings

    found = article("No deal was reached in Geneva.", settings=Settings(published="2025-03-14"))
    assert (found.published, found.published_from) == ("2025-03-14", "metadata")


def test_a_date_may_be_inferred_from_a_weekday_that_agrees() -> None:
    told = "Talks resumed in Geneva on Friday, March 14, 2025, after a pause of two weeks, mediators said."
    assert (article(told).published, article(told).published_from) == ("2025-03-14", "inferred")
    assert article(told.replace("Friday", "Monday")).published is None
    assert article(told + "\n\nBy 2031 the strait was open again, and nobody remembered it.").published is None


def test_paragraphs_longer_than_a_parser_takes_are_cut_between_sentences() -> None:
    found = article("The delegation said that it was ready to talk. " * 2000)
    assert max(b.end - b.start for b in found.blocks) <= 20_000
    assert all(text.endswith(".") for text in blocks(found))
    sound(found)


@pytest.mark.parametrize("name", sorted(pages.PAGES))
def test_reading_is_sound_and_repeatable(name: str) -> None:
    sound(article(pages.PAGES[name]))
    assert article(pages.PAGES[name]) == article(pages.PAGES[name])


SUMMED_UP = """Varland says Ostmark must answer draft by Thursday
By Jonas Vale and Ingrid Falk
March 16, 2025 4:12 PM UTC
Summary
Varland sets deadline for Thursday
Ostmark says draft needs work
Mediators plan fourth round
LINDHAVEN/GENEVA, March 16 (Reuters) - Varland said on Sunday that Ostmark must answer a draft agreement by Thursday.
Ostmark's foreign ministry said the draft "needs work" but did not reject it.
The deadline was set by Prime Minister Leif Aune after a call with the mediators.
"We have waited long enough," Aune told a news conference."""


def test_lines_under_a_heading_that_sums_up_are_key_points_without_marks() -> None:
    found = article(SUMMED_UP)
    assert blocks(found, "keypoint") == [
        "Varland sets deadline for Thursday",
        "Ostmark says draft needs work",
        "Mediators plan fourth round",
    ]
    assert found.dateline == ("Lindhaven", "Geneva")


def test_a_box_of_related_stories_does_not_end_the_story() -> None:
    box = "RELATED STORIES\nFerry operators warn of losses as strait stays closed\nMediators name new head of mission\n"
    head, tail = SUMMED_UP.split("The deadline was set")
    more = "\nAune has led the government since 2021. He faces an election in the autumn, and his party trails in the polls."
    found = article(head + box + "The deadline was set" + tail + more)
    assert "Ferry operators" not in found.body_text
    assert found.body_text.endswith("trails in the polls.")


def test_a_picture_line_is_a_caption_and_no_body() -> None:
    picture = "A ferry passes the strait near Lindhaven, Varland, on Saturday. Photo: Anna Holm"
    head, tail = SUMMED_UP.split("The deadline was set")
    found = article(head + picture + "\nThe deadline was set" + tail)
    assert blocks(found, "caption") == [picture]
    assert picture not in found.body_text


def test_markdown_headings_lose_their_marks() -> None:
    found = article("# Talks resume in Geneva\n\nThe envoys met again on Friday, and said that they would go on.\n")
    assert found.title == "Talks resume in Geneva"
    assert blocks(found, "headline") == ["Talks resume in Geneva"]

"""HTML pages."""

from __future__ import annotations

import pytest

from .helpers import article, blocks, outcome, problem, sound

STORY = "".join(
    f"<p>The {n} delegation arrived in Geneva on Friday and said that it was ready to talk about the strait.</p>"
    for n in ("first", "second", "third", "fourth", "fifth")
)
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Talks on the strait resume - The Courier</title>
<meta property="og:site_name" content="The Courier"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2025-03-14T10:00:00Z"></head>
<body><nav><ul><li><a href="/w">World</a></li><li><a href="/p">Politics</a></li></ul></nav>
<article><h1>Talks on the strait resume</h1><p>GENEVA (Reuters) - Envoys met again on Friday, their spokesman said.</p>
{STORY}<h2>What comes next</h2>{STORY.replace("arrived", "stayed")}</article>
<footer><p>© 2025 The Courier. All rights reserved.</p></footer></body></html>"""


def test_an_html_page() -> None:
    found = article(PAGE, "html")
    sound(found)
    assert found.title == "Talks on the strait resume"
    assert blocks(found)[0] == found.title
    assert found.text.startswith("Talks on the strait resume\n\nGENEVA (Reuters)")
    assert blocks(found, "subheading") == ["What comes next"]
    assert (found.outlet, found.byline, found.credit) == ("The Courier", ("Jane Doe",), "Reuters")
    assert (found.published, found.published_from, found.dateline) == ("2025-03-14", "metadata", ("Geneva",))
    assert "Politics" not in found.text
    assert "rights reserved" not in found.body_text


@pytest.mark.parametrize(
    ("real", "declared"), [("cp1251", "utf-8"), ("utf-8", "windows-1251"), ("cp1251", "iso-8859-1")]
)
def test_a_wrong_declaration_in_the_page(real: str, declared: str) -> None:
    words = "Делегация прибыла в Женеву в пятницу и заявила, что готова к переговорам о проливе."
    story = "".join(f"<p>{words} Это было {n}-е заседание.</p>" for n in range(9))
    page = f'<html><head><meta charset="{declared}"><title>Переговоры</title></head><body><article>{story}</article></body></html>'
    assert words in article(page.encode(real), "html").body_text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>unclosed <b>tags <i>everywhere" + STORY.replace("</p>", ""),
        "<div>" * 3000 + STORY,
        "<?xml version='1.0' encoding='utf-16'?>" + PAGE,
        PAGE.replace("<p>", "<p\0 class='x"),
        "<html></html>",
        "<!-- only a comment -->",
        "<" * 10_000,
        "&#xD800;&#0;" + PAGE,
    ],
)
def test_broken_markup_gives_an_article_or_a_problem(page: str) -> None:
    found = outcome(page, "html")
    if hasattr(found, "blocks"):
        sound(found)  # type: ignore[arg-type]


def test_a_page_without_a_story() -> None:
    assert problem("<html><body><nav>World</nav></body></html>", "html").code == "no-text"


def test_what_follows_the_story_is_cut() -> None:
    tail = "<h3>Related posts</h3><p>Ferry operators warn of losses in the coming winter season.</p>"
    found = article(PAGE.replace("</article>", tail + "</article>"), "html")
    assert "Ferry operators" not in found.body_text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2039-03-14T10:00:00+02:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2039-03-14T10:00:00Z"}</script>',
    ],
)
def test_a_date_is_read_whatever_day_it_is_today(head: str) -> None:
    page = f"<html><head><title>Talks resume</title>{head}</head><body><article><h1>Talks resume</h1>{STORY}</article></body></html>"
    assert article(page, "html").published == "2039-03-14"


def test_what_the_page_prints_fills_what_its_metadata_leave_open() -> None:
    page = f"""<html><head><title>Talks on the strait resume</title></head><body>
    <div>The Harbour Courier</div><div><a href="/w">World</a></div>
    <h1>Talks on the strait resume</h1><div class="x">Jane Doe | 14 March 2125 | Lindhaven</div>
    <div>{STORY}</div><footer><p>© 2125 The Harbour Courier. All rights reserved.</p></footer></body></html>"""
    found = article(page, "html")
    assert (found.outlet, found.byline, found.published) == ("The Harbour Courier", ("Jane Doe",), "2125-03-14")
    assert found.dateline == ("Lindhaven",)

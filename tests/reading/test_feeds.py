"""Feeds: which entries are articles, which are only links, and what comes out of feeds in all states of repair."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import Problem
from parley.reading import count_inputs, iter_pages, read_article
from parley.reading.feeds import iter_entries
from parley.reading.formats import format_of_bytes
from parley.reading.fragment import text_of_fragment
from parley.records import Article, Page
from parley.settings import Settings

STORY = (
    "<p>HALMERE, March 14 (Reuters) - The truce in the strait is holding, the chief envoy Maria Tolland told "
    "reporters on Friday after a day of talks in the old customs house.</p>"
    "<p>“We have seen no violations since the morning,” Tolland said. “The ports are open and the ferries are "
    "sailing again.”</p><p>The Korland delegation rejected a proposal to extend the truce by a month, according to "
    "the envoy.</p><p>The talks are due to resume on Monday, officials said.</p>"
)
RSS = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title>{}</channel></rss>'
ATOM = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Gazette</title>{}</feed>'


def item(link: str = "http://x.org/1", story: str = "", more: str = "", title: str = "Truce holds") -> str:
    held = f"<content:encoded><![CDATA[{story}]]></content:encoded>" if story else ""
    return f"<item><title>{title}</title><link>{link}</link>{held}{more}</item>"


def entries(feed: str | bytes, **how: object) -> list[Page | Problem]:
    data = feed.encode() if isinstance(feed, str) else feed
    return list(iter_entries(data, "feed.xml", "/feed.xml", **how))  # type: ignore[arg-type]


def codes(feed: str | bytes) -> list[str]:
    return [e.code if isinstance(e, Problem) else "page" for e in entries(feed)]


def article(page: Page | Problem) -> Article:
    assert isinstance(page, Page), page
    found = read_article(page, Settings())
    assert isinstance(found, Article), found
    return found


def test_an_entry_with_its_text_is_an_article() -> None:
    more = "<pubDate>Fri, 14 Mar 2025 23:30:00 -0500</pubDate><author>Ann Lee</author>"
    (found,) = entries(RSS.format(item(story=STORY, more=more)))
    assert isinstance(found, Page)
    assert (found.source, found.location, found.format) == ("http://x.org/1", "http://x.org/1", "record")
    a = article(found)
    assert (a.title, a.outlet, a.credit, a.byline) == ("Truce holds", "The Gazette", "Reuters", ("Ann Lee",))
    assert (a.published, a.published_from) == ("2025-03-14", "metadata")  # Friday night there, Saturday in UTC
    assert a.body_text.count("\n\n") == 3
    assert "“We have seen no violations since the morning,” Tolland said." in a.body_text


def test_an_atom_feed() -> None:
    entry = (
        '<entry><title type="html">Truce &amp;amp; talks</title><link rel="self" href="http://x.org/api/1"/>'
        '<link href="http://x.org/1"/><id>tag:x.org,1</id><updated>2025-03-15T01:00:00+01:00</updated>'
        "<author><name>Ann Lee</name></author><author><name>Bo Kim</name></author>"
        f'<content type="html">{STORY.replace("<", "&lt;")}</content></entry>'
        '<entry><title>Other</title><id>tag:x.org,2</id><updated>2025-03-15T01:00:00Z</updated><content type="xhtml">'
        f'<div xmlns="http://www.w3.org/1999/xhtml">{STORY}</div></content></entry>'
    )
    first, second = entries(ATOM.format(entry))
    a = article(first)
    assert (a.source, a.title, a.published, a.byline) == (
        "http://x.org/1",
        "Truce & talks",
        "2025-03-15",
        ("Ann Lee", "Bo Kim"),
    )
    b = article(second)
    assert b.source == "feed.xml#tag:x.org,2"
    assert b.location == "/feed.xml#tag:x.org,2"
    assert b.body_text == a.body_text


@pytest.mark.parametrize(
    ("held", "kind"),
    [
        ("", "link-only"),
        ("<description>The truce is holding, the envoy said.</description>", "link-only"),
        (f"<description><![CDATA[{STORY[:300]} […]]]></description>", "link-only"),
        (f"<description><![CDATA[{STORY * 3}]]></description>", "page"),
        (f"<description><![CDATA[{STORY * 3}<p>Read more…</p>]]></description>", "link-only"),
        (
            f"<content:encoded><![CDATA[{STORY}<p><a href='/1'>Continue reading</a></p>]]></content:encoded>",
            "link-only",
        ),
        (f"<content:encoded><![CDATA[{STORY}]]></content:encoded><description>Teaser.</description>", "page"),
    ],
)
def test_a_teaser_is_not_the_article(held: str, kind: str) -> None:
    (found,) = entries(RSS.format(item(more=held)))
    assert getattr(found, "code", "page") == kind
    if isinstance(found, Problem):
        assert (found.source, found.place) == ("http://x.org/1", "entry 1")
        assert "--fetch" in found.reason


def test_only_links_are_fetched_and_only_when_asked() -> None:
    asked: list[str] = []

    def fetch(link: str, mark: str) -> Iterator[Page | Problem]:
        asked.append(link)
        yield Page(link, link, "html", b"<p>x</p>")

    feed = RSS.format(item(story=STORY) + item("http://x.org/2") + item("HTTP://x.org/3#top"))
    assert [e.source for e in entries(feed, fetch=fetch)] == ["http://x.org/1", "http://x.org/2", "http://x.org/3"]
    assert asked == ["http://x.org/2", "http://x.org/3"]
    assert codes(feed) == ["page", "link-only", "link-only"]


def test_the_mark_changes_with_the_entry_only() -> None:
    marks: list[str] = []

    def fetch(link: str, mark: str) -> Iterator[Page | Problem]:
        marks.append(mark)
        return iter(())

    for title, other in (("A", "X"), ("A", "Y"), ("B", "Y")):
        entries(RSS.format(item(title=title) + item("http://x.org/2", title=other)), fetch=fetch)
    assert marks[0] == marks[2] != marks[4]


def test_an_entry_without_a_link_is_read_for_what_it_has() -> None:
    bare = "<item><guid isPermaLink='false'>n1</guid><description>{}</description></item>"
    text = "The truce is holding, the envoy Maria Tolland said on Friday evening in Halmere."
    good, bad = entries(RSS.format(bare.format(text) + bare.format("Truce.")))
    assert article(good).body_text == text
    assert good.source == "feed.xml#n1"
    assert isinstance(bad, Problem)
    assert (bad.code, bad.place) == ("no-text", "entry 2")


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("<pubDate>Fri, 14 Mar 2025 23:30:00 -0500</pubDate>", "2025-03-14"),
        ("<pubDate>14 March 2025</pubDate>", "2025-03-14"),
        ("<pubDate>2025-03-14 10:00</pubDate>", "2025-03-14"),
        ("<pubDate>soon</pubDate>", None),
        ("<pubDate>99 Foo 20255 99:99</pubDate>", None),
        ("", None),
    ],
)
def test_the_day_is_that_of_the_place_where_it_was_written(raw: str, day: str | None) -> None:
    (found,) = entries(RSS.format(item(story=STORY.replace("March 14 ", ""), more=raw)))
    assert article(found).published == day


@pytest.mark.parametrize(
    ("declared", "used"),
    [("iso-8859-1", "iso-8859-1"), ("utf-8", "utf-8"), ("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("", "utf-8"),
     ("windows-1252", "windows-1252"), ("utf-16", "utf-16"), ("nonsense", "utf-8")],
)  # fmt: skip
def test_character_sets_declared_rightly_and_wrongly(declared: str, used: str) -> None:
    feed = RSS.format(
        item(story=STORY.replace("Halmere", "Zürich").replace("Tolland", "Bäuerle"), title="Gespräche in Zürich")
    )
    name = f' encoding="{declared}"' if declared else ""
    feed = feed.replace('<?xml version="1.0"?>', f'<?xml version="1.0"{name}?>')
    if used in ("iso-8859-1",):
        feed = feed.replace("“", '"').replace("”", '"')
    a = article(entries(feed.encode(used))[0])
    assert a.title == "Gespräche in Zürich"
    assert "Maria Bäuerle told" in a.body_text


def test_what_is_no_feed_says_what_it_is() -> None:
    for data, words in (
        (b"<!DOCTYPE html><html><body><p>Please log in</p></body></html>", "a web page, not a feed"),
        (b"\x89PNG\r\n", "neither RSS nor Atom"),
        (b"", "empty"),
        (b'<?xml version="1.0"?><urlset><url/></urlset>', "neither RSS nor Atom"),
    ):
        (found,) = entries(data)
        assert isinstance(found, Problem)
        assert found.code == "not-a-feed"
        assert words in found.reason


def test_a_feed_that_breaks_off_gives_what_it_has_and_a_problem() -> None:
    feed = RSS.format("".join(item(f"http://x.org/{n}", STORY) for n in range(5)))
    found = codes(feed[: len(feed) * 3 // 5])
    assert found[:2] == ["page", "page"]
    assert found[-1] == "damaged"
    assert codes(RSS.format("")) == []


def test_small_faults_of_mark_up_cost_nothing() -> None:
    feed = RSS.format(item(story=STORY, title="Fish & chips&nbsp;talks <b>now") + item("http://x.org/2", STORY))
    found = entries(feed)
    assert [getattr(f, "code", "page") for f in found] == ["page", "page"]


@pytest.mark.parametrize(
    "feed",
    [
        "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
            f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
        ) + "]>" + RSS[21:].format(item(title="&j;")),
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + RSS[21:].format(item(title="&x;")),
        "<rss version='2.0'>" + "<" * 200_000,
        "<rss version='2.0'><channel>" + "<item><title>" * 20_000,
        "<rss version='2.0'><channel><item>" + "<description>&lt;div&gt;" * 20_000,
        RSS.format(item(story="<div>" * 60_000 + "x")),
        RSS.format(item(story="<p>" + "word " * 60_000 + "</p>" + "<b" * 50_000)),
    ],
    ids=["entities", "file", "brackets", "items", "descriptions", "deep", "open"],
)  # fmt: skip
def test_hostile_feeds_cost_little(feed: str) -> None:
    began = time.monotonic()
    found = entries(feed)
    assert time.monotonic() - began < 5
    assert all(b"root:" not in f.data for f in found if isinstance(f, Page))
    assert sum(len(f.data) for f in found if isinstance(f, Page)) < 5_000_000


def test_feeds_among_files(tmp_path: Path) -> None:
    feed = RSS.format(item(story=STORY) + item("http://x.org/2"))
    (tmp_path / "a.rss").write_text(feed)
    (tmp_path / "b.atom").write_text(feed.replace("/1", "/3"))
    (tmp_path / "feed.xml").write_text(feed.replace("/1", "/4"))
    (tmp_path / "c.rss.gz").write_bytes(gzip.compress(feed.replace("/1", "/5").encode()))
    (tmp_path / "sitemap.xml").write_text("<urlset/>")
    found = list(iter_pages([str(tmp_path)], Settings()))
    assert [f.source[-1] for f in found if isinstance(f, Page)] == list("1354")
    assert sum(isinstance(f, Problem) and f.code == "link-only" for f in found) == 4
    assert count_inputs([str(tmp_path)]) is None
    (tmp_path / "sitemap.xml").write_text(feed)
    assert len(list(iter_pages([str(tmp_path / "sitemap.xml")], Settings()))) == 2  # named, so its bytes are looked at


RDF = (
    '<?xml version="1.0"?>\n<?xml-stylesheet href="a.css"?><!-- made by hand --><rdf:RDF '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Gazette</title></channel><item rdf:about='
    '"http://x.org/1"><title>Truce holds</title><link>http://x.org/1</link><dc:date>2025-03-14T10:00:00Z</dc:date>'
    "<dc:creator>Ann Lee</dc:creator><description>{}</description></item></rdf:RDF>"
)


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (RDF, "feed"), (ATOM, "feed"), (RSS, "feed"), ("\ufeff \n" + RSS, "feed"), (RSS.upper(), "feed"),
        ('<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x/rss.dtd">\n<rss version="0.91">', "feed"),
        ('<?xml version="1.0"?><!DOCTYPE html><html>', "html"), ("<html><body>&lt;rss>", "html"),
        ("WARC/1.0\r\n", "warc"), ("%PDF-1.7\n", "pdf"), ("<!-- " + "x" * 9000, "text"), ("<rss", "text"),
    ],
)  # fmt: skip
def test_a_feed_is_known_by_its_first_bytes(head: str, form: str) -> None:
    assert format_of_bytes(head.encode()[:8192]) == form


def test_a_feed_of_the_oldest_kind() -> None:
    a = article(entries(RDF.format(STORY.replace("<", "&lt;") * 3))[0])
    assert (a.source, a.title, a.published, a.byline) == ("http://x.org/1", "Truce holds", "2025-03-14", ("Ann Lee",))


def test_links_relative_to_where_the_feed_came_from() -> None:
    (found,) = entries(RSS.format(item("/a/1", STORY)), base="http://x.org/feeds/main")
    assert found.source == "http://x.org/a/1"


def test_the_same_feed_gives_the_same_pages() -> None:
    feed = RSS.format(item(story=STORY) + item("http://x.org/2", STORY))
    moved = RSS.format(item("http://x.org/2", STORY) + item(story=STORY)).replace(
        "<title>The", "<ttl>60</ttl><title>The"
    )
    assert {(e.source, e.data) for e in entries(feed) if isinstance(e, Page)} == {
        (e.source, e.data) for e in entries(moved) if isinstance(e, Page)
    }
    assert json.loads(entries(feed)[0].data)["title"] == "Truce holds"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One <b>b</b>ig.</p><p>Two.</p>", "One big.\n\nTwo."),
        ("One.<br><br/>Two.", "One.\n\nTwo."),
        ("One.\nTwo.", "One.\n\nTwo."),
        ("<p>One\nline.</p>", "One line."),
        ("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"),
        (
            "<p>x</p><script>bad()</script><figure><img><figcaption>Photo</figcaption></figure><!-- y --><p>z</p>",
            "x\n\nz",
        ),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
        ("<p>Unclosed <em>words", "Unclosed words"),
        ("", ""),
        ("\0<p>x\0y</p>", "x y"),
    ],
)
def test_fragments(markup: str, text: str) -> None:
    assert text_of_fragment(markup) == text


@settings(max_examples=200)
@given(st.text(alphabet="<>/&;apbrdivscript!-[] \n\"'=xé\ud800\0", max_size=80))
def test_any_fragment_gives_text(markup: str) -> None:
    text = text_of_fragment(markup)
    assert all(block == " ".join(block.split()) for block in text.split("\n\n"))


@settings(max_examples=60)
@given(st.binary(max_size=60), st.integers(0, 900))
def test_any_damage_gives_pages_and_problems(junk: bytes, at: int) -> None:
    feed = RSS.format(item(story=STORY)).encode()
    for found in entries(feed[:at] + junk + feed[at + len(junk) :]):
        assert isinstance(found, (Page, Problem))
        if isinstance(found, Page):
            read_article(found, Settings())

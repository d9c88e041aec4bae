"""Page -> Article: the one door of the reading room for a single page."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from parley.errors import Problem
from parley.reading import record as fields
from parley.reading.charset import decode
from parley.reading.dates_printed import parse_date
from parley.reading.formats import is_binary
from parley.reading.html import read_html, story_of_markup
from parley.reading.plain import read_plain
from parley.reading.story import Story, body_text
from parley.reading.tongue import language_of
from parley.records import Article, Block, Page
from parley.settings import Settings


def read_article(page: Page, settings: Settings) -> Article | Problem:
    """The article on a page, or why there is none.

    The frozen text is the decoded text of a text page unchanged; for HTML and records the extracted text as stored
    (see `html.py`, `pdf.py`; a record's is its title, a blank line, its text). `settings.published` stands in for a
    date that the page does not give. Total: no page raises.
    """
    story = _story(page)
    if isinstance(story, Problem):
        return story
    if not any(b.kind != "headline" for b in story.blocks):
        return Problem(page.source, "no-text", "no story was found on the page")
    sha256 = hashlib.sha256(page.data).hexdigest()
    key = page.source.encode("utf-8", "replace") + b"\0" + sha256.encode()
    published, how = story.published, story.published_from
    if published is None and settings.published:
        published, how = settings.published, "metadata"
    body = body_text(story.text, story.blocks)
    return Article(
        id=hashlib.sha256(key).hexdigest()[:16], source=page.source, location=page.location, sha256=sha256,
        text=story.text, blocks=story.blocks, body_text=body, title=story.title,
        outlet=story.outlet, credit=story.credit, byline=story.byline, published=published, published_from=how,
        dateline=story.dateline, language=story.language or language_of(body),
    )  # fmt: skip


def _story(page: Page) -> Story | Problem:
    if not page.data.strip():
        return Problem(page.source, "empty", "the page is empty")
    if page.format == "record":
        return _record_story(page)
    if page.format == "pdf":
        return _pdf_story(page)
    if is_binary(page.data):
        return Problem(page.source, "binary", "the page is not text")
    if page.format == "html":
        return read_html(page.data) or Problem(page.source, "no-text", "no story was found on the page")
    text = decode(page.data)[0]
    if not text.strip():
        return Problem(page.source, "empty", "the page is empty")
    return read_plain(text)


def _pdf_story(page: Page) -> Story | Problem:
    from parley.reading.pdf import PdfFailure, text_of_pdf

    try:
        return read_plain(text_of_pdf(page.data))
    except PdfFailure as failure:
        return Problem(page.source, failure.code, failure.reason)


def _record_story(page: Page) -> Story | Problem:
    """A record's own fields over what its text or its HTML shows."""
    record = fields.parse_record(page.data)
    if isinstance(record, str):
        return Problem(page.source, "invalid-json", record)
    title = " ".join((fields.field(record, fields.TITLE) or "").split()) or None
    text, markup = fields.field(record, fields.TEXT), fields.field(record, fields.HTML)
    story = read_plain(text, title=title, clean=True) if text else story_of_markup(markup) if markup else None
    if story is None:
        return Problem(page.source, "no-text", "the record has neither text nor HTML with a story")
    if text and title and not any(b.kind == "headline" for b in story.blocks):
        story = _with_title(story, title)
    published = parse_date(fields.field(record, fields.PUBLISHED) or "")
    return replace(
        story,
        title=title or story.title,
        outlet=fields.field(record, fields.OUTLET) or story.outlet,
        byline=fields.people(record) or story.byline,
        published=published or story.published,
        published_from="metadata" if published else story.published_from,
        language=fields.field(record, fields.LANGUAGE) or story.language,
    )


def _with_title(story: Story, title: str) -> Story:
    """The title set before a text that does not begin with it; the blocks move along."""
    shift = len(title) + 2
    moved = tuple(Block(b.start + shift, b.end + shift, b.kind) for b in story.blocks if b.kind != "headline")
    return replace(story, text=f"{title}\n\n{story.text}", blocks=(Block(0, len(title), "headline"), *moved))

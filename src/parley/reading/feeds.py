"""An RSS or Atom feed -> its entries. feedparser reads it; what an entry is worth is decided here.

Three kinds of entries:

- *full text*: the content (or a description of some length) that does not end in "read more". It is a record: read as
  it stands, without any fetching, dated by the feed.
- *link only*: a title, perhaps a teaser, and a link. A teaser is not the article: read as one, it would stand in the
  ledger beside the article and pass for another report. It is fetched when the user asked for that, otherwise it is a
  problem `link-only`, so that nobody believes it was read.
- *no link*: whatever text it has is all there will ever be, and is read.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from parley.errors import Problem
from parley.reading.charset import declared_in_html, decode
from parley.reading.dates_printed import parse_date
from parley.reading.fetch.address import is_url, target_of
from parley.reading.fetch.failure import FetchFailure
from parley.reading.fragment import text_of_fragment
from parley.records import Page

FULL_CONTENT = 60
"""Words from which an entry's content counts as the whole article; a teaser in its place is shorter."""
FULL_DESCRIPTION = 150
"""The same for a description, which by its definition is a synopsis but in many feeds is the article."""
LEAST = 8
"""Words from which the text of an entry without a link is worth reading."""

Fetch = Callable[[str, str], Iterator[Page | Problem]]
"""Fetches an entry's page: (link, a mark that changes when the entry does) -> the page or why not."""

_CUT = re.compile(
    r"(?:\[\s*(?:…|\.\.\.|&#8230;)\s*\]|…|\.\.\.|\b(?:read|see) (?:more|on|the (?:full|rest)\b.{0,30})"
    r"|\bcontinue reading\b.{0,80}|\b(?:full (?:story|article|text))\b.{0,30})\W*$",
    re.I,
)
_ENCODING = re.compile(r"""(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*["'][^"']{0,60}["']""")
_ROOT_ENDS = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.{0,2000}-->\s*)?$", re.I | re.S)
_SPACE = re.compile(r"\s+")


def iter_entries(
    data: bytes, source: str, location: str, *, base: str | None = None, charset: str | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Page | Problem]:  # fmt: skip
    """The entries of a feed as pages, in the feed's order; `fetch` is called for those that are only a link.

    `base` is the URL the feed came from, for links without a host; `charset` the set its carrier named. An entry's
    `source` is its link, else `source#id`; so is its `location`, wherever the feed lies: an entry that changes
    is another version of the same article.
    """
    import feedparser

    # In UTF-8 and with the declaration taken out: servers name a wrong set so often that feedparser, which believes
    # them as the standard asks, would garble the accents of many a feed that is plainly UTF-8.
    text = decode(data, declared_in_html(data) or charset)[0]
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base or ""}
    clean = _ENCODING.sub(r"\1", text, count=1).encode("utf-8", "replace")
    try:
        # A stream, because feedparser opens a string as a file or URL; unsanitised, because only words are taken.
        feed: Any = feedparser.parse(
            io.BytesIO(clean), response_headers=headers, sanitize_html=False, resolve_relative_uris=bool(base)
        )
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError, AssertionError) as error:
        yield Problem(source, "not-a-feed", f"the feed cannot be read ({type(error).__name__})")
        return
    if not feed.get("version") and not feed.entries:
        yield Problem(source, "not-a-feed", _what_instead(data))
        return
    outlet = _line(feed.feed.get("publisher")) or _line(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, 1):
        yield from _entry(entry, f"entry {number}", source, location, outlet, fetch)
    if not _ROOT_ENDS.search(data[-4096:].rstrip(b"\0 \t\r\n")):
        found = len(feed.entries)
        yield Problem(source, "damaged", f"the feed breaks off; {found} entr{'y' if found == 1 else 'ies'} before that")


def _what_instead(data: bytes) -> str:
    if not data.strip():
        return "the feed is empty"
    page = re.search(rb"<(?:!doctype\s+)?html", data[:4096], re.I)
    return "a web page, not a feed" if page else "neither RSS nor Atom"


def _entry(
    entry: Any, place: str, source: str, location: str, outlet: str | None, fetch: Fetch | None
) -> Iterator[Page | Problem]:
    link = _link(entry)
    name = link or _line(entry.get("id"))
    text, whole = _text(entry)
    words = len(text.split())
    if whole or (link is None and words >= LEAST):
        key = name or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
        record = json.dumps(_record(entry, link, text, outlet), ensure_ascii=False, sort_keys=True)
        own = link or f"{source}#{key}"
        yield Page(own, link or f"{location}#{key}", "record", record.encode("utf-8", "replace"))
    elif link is None:
        yield Problem(source, "no-text", "the entry has neither text nor a link to a page", place)
    elif fetch is None:
        held = f"only a summary of {words} words" if words else "no text"
        yield Problem(link, "link-only", f"the feed holds {held}; --fetch reads the page it links to", place)
    else:
        yield from fetch(link, _mark(entry, text))


def _link(entry: Any) -> str | None:
    """The entry's page: its link, or an identifier that is one."""
    for value in (entry.get("link"), entry.get("id")):
        url = "".join(str(value or "").split())
        if is_url(url):
            try:
                return target_of(url).url
            except FetchFailure:
                return url
    return None


def _text(entry: Any) -> tuple[str, bool]:
    """The longest text an entry holds, and whether it is the whole article."""
    best, whole = "", False
    for content in entry.get("content") or ():
        text = _plain(content)
        if len(text) > len(best):
            best, whole = text, _is_whole(text, FULL_CONTENT)
    if not whole:
        text = _plain(entry.get("summary_detail") or {"value": entry.get("summary")})
        if len(text) > len(best) or _is_whole(text, FULL_DESCRIPTION):
            best, whole = text, _is_whole(text, FULL_DESCRIPTION)
    return best, whole


def _plain(content: Any) -> str:
    value = content.get("value")
    return text_of_fragment(value) if isinstance(value, str) else ""


def _is_whole(text: str, least: int) -> bool:
    return len(text.split(None, least)) >= least and not _CUT.search(text[-200:])


def _record(entry: Any, link: str | None, text: str, outlet: str | None) -> dict[str, Any]:
    """The entry in the fields of a JSON Lines record (see `record.py`)."""
    taken = _line((entry.get("source") or {}).get("title"))
    people = [name for author in entry.get("authors") or () if (name := _line(author.get("name")))]
    title = text_of_fragment(entry.get("title") or "")
    fields = {
        "url": link, "title": _line(title), "text": text, "published": _published(entry), "outlet": taken or outlet,
        "byline": people or None, "language": _line(entry.get("language")),
    }  # fmt: skip
    return {name: value for name, value in fields.items() if value}


def _published(entry: Any) -> str | None:
    """The day in the time zone it was written in: a report of Friday night is Friday's, wherever it is read."""
    for name in ("published", "created", "updated"):
        raw = _line(dict.get(entry, name))  # the library's own `get` takes one date for another
        if raw is None:
            continue
        for read in (parsedate_to_datetime, datetime.fromisoformat):
            try:
                return read(raw).date().isoformat()
            except (ValueError, TypeError, OverflowError, IndexError):
                continue
        found = parse_date(raw)
        if found:
            return found
    return None


def _mark(entry: Any, text: str) -> str:
    dates = (dict.get(entry, "updated"), dict.get(entry, "published"))
    parts = (entry.get("id"), *dates, entry.get("title"), text)
    return hashlib.sha256("\0".join(str(p or "") for p in parts).encode("utf-8", "replace")).hexdigest()[:16]


def _line(value: Any) -> str | None:
    """A field as one line, None when it is empty or no text."""
    return _SPACE.sub(" ", value).strip() or None if isinstance(value, str) else None

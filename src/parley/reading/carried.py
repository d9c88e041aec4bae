"""A page that came with HTTP headers (from the web, from an archive) -> a Page as any other."""

from __future__ import annotations

from parley.reading.charset import declared_in_html, decode
from parley.reading.formats import Format, format_of_bytes
from parley.records import Page

_FORMATS: dict[str, Format] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "text",
    "application/pdf": "pdf", "application/x-pdf": "pdf",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed",
    "application/jsonl": "jsonl", "application/x-ndjson": "jsonl",
}  # fmt: skip
_VAGUE = frozenset(
    {"", "application/octet-stream", "text/xml", "application/xml", "application/json", "unknown/unknown"}
)


def media_type(content_type: str) -> str:
    """The type in a Content-Type header, in lower case and without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str | None:
    """The character set that a Content-Type header names, if any."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")[:40] or None
    return None


def format_carried(content_type: str, data: bytes) -> Format | None:
    """The format of a body: what its bytes plainly are (feed, PDF), else what the header says, else what they seem."""
    seen = format_of_bytes(data[:8192])
    if seen in ("feed", "pdf"):
        return seen
    named = media_type(content_type)
    if named in _FORMATS:
        # A feed's address that answers with a web page is a common fault; the bytes tell.
        return seen if _FORMATS[named] in ("feed", "pdf") else _FORMATS[named]
    return seen if named in _VAGUE else None


def in_utf8(content_type: str, data: bytes) -> bytes:
    """The body as it is, or in UTF-8 when only the header tells its character set: a Page has no place for headers."""
    charset = charset_of(content_type)
    if charset is None or declared_in_html(data) is not None:
        return data
    text, used = decode(data, charset)
    return data if used.startswith("utf") else text.encode("utf-8", "replace")


def carried_page(source: str, location: str, form: Format, content_type: str, data: bytes) -> Page:
    """The page of a body whose format is `html`, `text` or `pdf`."""
    if form == "pdf":
        return Page(source, location, "pdf", data)
    return Page(source, location, "html" if form == "html" else "text", in_utf8(content_type, data))

"""Which format a page is in: by its suffix, or by its first bytes when it has none we know."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal["text", "html", "jsonl", "feed", "warc", "pdf"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".rss": "feed", ".atom": "feed", ".warc": "warc", ".pdf": "pdf",
}  # fmt: skip
FEEDS = frozenset({"feed.xml", "rss.xml", "atom.xml"})
"""Feeds by their usual names: `.xml` alone says nothing, and in a folder it is passed over."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|\?xml|div|article|meta)\b", re.I | re.S
)
_RECORD = re.compile(rb'\s*\{\s*"')
_FEED = re.compile(
    rb"\s*(?:<\?[^>]{0,300}>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE\s+rss[^>]{0,300}>\s*){0,6}<(?:rss|feed|(?:rdf:)?RDF)[\s>]",
    re.I | re.S,
)


def format_of_name(name: str) -> tuple[Format | None, bool]:
    """(format or None, is it gzipped) from a file's name; the case of the suffix does not matter."""
    lower = name.lower()
    gzipped = lower.endswith(".gz")
    if gzipped:
        lower = lower[:-3]
    dot = lower.rfind(".")
    if lower.replace("\\", "/").rpartition("/")[2] in FEEDS:
        return "feed", gzipped
    return (SUFFIXES.get(lower[dot:]) if dot > 0 else None), gzipped


def format_of_bytes(head: bytes) -> Format | None:
    """The format that the first bytes of a page suggest; None for what is no text at all."""
    for bom in _BOMS:
        if head.startswith(bom):
            head = head.removeprefix(bom).replace(b"\0", b"")
            break
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head):
        return "html"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if _RECORD.match(head):
        return "jsonl"
    return None if is_binary(head) else "text"


def is_binary(data: bytes) -> bool:
    """True when bytes without a byte order mark cannot be text: NULs, or many control characters.

    UTF-16 without a mark is the exception: its NULs stand on every other byte (see `charset.looks_utf16`).
    """
    from parley.reading.charset import looks_utf16

    if data.startswith(_BOMS):
        return False
    sample = data[:65536]
    if b"\0" in sample:
        return looks_utf16(sample) is None
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    # Real text holds hardly any; compressed data and images hold about one byte in ten.
    return controls > max(2, len(sample) // 50)


_CONTROLS = bytes(c for c in range(32) if c not in (8, 9, 10, 11, 12, 13, 27)) + b"\x7f"

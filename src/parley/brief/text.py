"""Words of a page made fit to show: harmless characters, cut lengths, written dates. Pages are hostile."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from parley.analysis.dates import stretch

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

# Control characters (a terminal obeys some of them), directional overrides, embeddings and isolates (they show words in
# another order than they stand in), invisible tags and fillers, lone surrogates (no encoder writes them). The joiners
# U+200C and U+200D stay: Persian and Hindi are spelt with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_OPEN, _CLOSE = "“‘\"'«„", "”’\"'»“"


def clean(text: str | None) -> str:
    """One line of visible characters: what a page says without what it could do to a screen."""
    if not text:
        return ""
    return " ".join(_SURROGATE.sub("\ufffd", _UNSEEN.sub("", text)).split())


def cut(text: str, width: int) -> str:
    """At most `width` characters, cut at a word and marked with …; a word longer than that is cut within."""
    if len(text) <= width:
        return text
    head = text[: width - 1]
    at = head.rfind(" ")
    if text[width - 1].isalnum() and at > width // 2:
        head = head[:at]
    return head.rstrip(" ,;:–—-") + "…"


def unquoted(text: str) -> str:
    """The words without the quotation marks around them: a pair round the whole, or a lone one at an end, as a piece
    of a split quotation has. Marks within are left alone, and so is an apostrophe."""
    opened, closed = text[:1] in _OPEN, text[-1:] in _CLOSE
    if len(text) < 2 or not (opened or closed):
        return text
    if opened and closed:
        inner = text[1:-1]
        return inner.strip() if not any(c in inner for c in text[0] + text[-1]) else text
    inner, at_end = (text[1:], text[0]) if opened else (text[:-1], text[-1])
    lone = at_end in '“”"«»„' and not any(c in inner for c in '“”"«»„')
    return inner.strip() if lone else text


def when_words(value: str | None, *, weekday: bool = True) -> str:
    """An ISO date as written in English, in words that do not depend on the machine; "" when there is none."""
    found = stretch(value)
    if found is None:
        return ""
    first, _, precision = found
    day = f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    if precision == "day":
        return f"{DAYS[first.weekday()]} {day}" if weekday else day
    if precision == "week":
        return f"week of {day}"
    return f"{MONTHS[first.month - 1]} {first.year}" if precision == "month" else str(first.year)


def count(number: int, one: str, many: str = "") -> str:
    """ "1 article", "2,400 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def link(source: str) -> str | None:
    """The address to link to, or None: only http and https with a host, every unsafe character percent-encoded."""
    address = clean(source)
    try:
        parts = urlsplit(address)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or " " in address:
            return None
    except ValueError:
        return None
    return quote(address, safe=":/?#@!$&*+,;=%~-._")

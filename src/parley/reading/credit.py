"""Whom a story was taken from, and whose page it stands on, as the lines around it say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parley.reading.words import masthead_words

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:[\s,]*(?:©|\(c\)|\bcopyright\b|(?P<year>(?:19|20)\d\d)|[-–]|by\b)){0,5}[\s,]*", re.I
)
_HOLDER = re.compile(
    r"(?:by\s+)?((?:[^\W\d_a-z][\w.'’&-]*|of|the|and|&)(?:\s(?:[^\W\d_a-z][\w.'’&-]*|of|the|and|&)){0,5})"
)
_STOP = re.compile(r"[.,](?=\s?[A-Z][a-z])")
_LEGAL = re.compile(
    r",?\s+(?:L\.?P\.?|LLC|Ltd\.?|Limited|Inc\.?|GmbH|AG|S\.?A\.?|plc|PLC|Co\.?|Corp\.?|Corporation|All|Rights|Visit).*$"
)


def credit_in(line: str) -> str | None:
    """The agency or paper that a line below the story names as its source, None when it names none."""
    if len(line) > 400:
        return None
    words = masthead_words()
    marks = (words.taken_from.search(line), _COPYRIGHT.search(line), words.passed_on.search(line))
    for mark in marks:
        found = words.agency.match(line, _past_the(line, mark.end())) if mark else None
        if found:
            return words.agencies[found.group()]
    return words.agencies.get(line.strip(" -–—()[]/."))


def copyright_holder(line: str) -> str | None:
    """The name after a copyright mark, without its legal form."""
    mark = _COPYRIGHT.search(line[:400])
    if not mark or mark.start() > 60 or line[:5].lower() in ("image", "photo"):
        return None
    holder = _HOLDER.match(line, mark.end())
    name = _LEGAL.sub("", _STOP.split(holder.group(1))[0] + " ").strip(" .,") if holder else ""
    return name if 2 < len(name) <= 50 and name.split()[0] not in masthead_words().not_outlets else None


def copyright_year(line: str) -> int | None:
    """The year after a copyright mark."""
    mark = _COPYRIGHT.search(line[:400])
    return int(mark["year"]) if mark and mark["year"] else None


def outlet_like(lines: Iterable[str]) -> str | None:
    """The first short line above the title that looks like the name of a paper or site, None when none does.

    Known media; a name with a newspaper's word in it; a name with a capital inside or a domain's ending.
    """
    words = masthead_words()
    for line in lines:
        name = line.strip(" |/»›-–—")
        tokens = name.split()
        if not 1 <= len(tokens) <= 5 or len(name) > 40:
            continue
        if name in words.agencies:
            return words.agencies[name]
        if len(tokens) > 1 and all(t[0].isupper() for t in tokens) and words.outlet_words & set(tokens):
            return name
        if len(tokens) == 1 and _INNER.search(name):
            return name
    return None


_INNER = re.compile(r"^[A-Z][a-z]{2,}[A-Z][a-z]{2,}$|^[A-Za-z][\w-]+\.(?:com|org|net|co\.uk|info|news|ru|ua|de|fr|eu)$")


def _past_the(line: str, at: int) -> int:
    while line[at : at + 1] == " ":
        at += 1
    for skip in ("the ", "The ", "by ", "on "):
        if line.startswith(skip, at):
            return at + len(skip)
    return at

"""Whom a story was taken from, and whose page it stands on, as the lines around it say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parley.reading.dates_printed import month_number
from parley.reading.words import masthead_words

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:[\s,.]*(?:©|\(c\)|\bcopyright\b|(?P<year>(?:19|20)\d\d)|[-–]|by\b)){0,5}[\s,.]*", re.I
)
_BIG = r"[^\W\d_a-z][\w.'’&-]*"
_PART = rf"(?:{_BIG}|(?:of|the|and|de|del|della|du|des|di|für)(?!\w)|&)"
_HOLDER = re.compile(rf"(?:by\s+)?({_PART}(?:\s{_PART}){{0,5}})")
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
    never = masthead_words().not_outlets
    if not 2 < len(name) <= 50 or name in never:
        return None
    return name if name.startswith("The ") or name.split()[0] not in never else None


def copyright_year(line: str) -> int | None:
    """The year after a copyright mark."""
    mark = _COPYRIGHT.search(line[:400])
    return int(mark["year"]) if mark and mark["year"] else None


def credit_anew(line: str) -> str | None:
    """The source that a line names outright ("Republished from the Littoral Press Agency"), known or not."""
    found = masthead_words().republished.search(line[:200]) if len(line) <= 400 else None
    if not found or month_number(found.group(1).split()[0]):
        return None
    return found.group(1).removesuffix("'s").removesuffix("’s").strip(" .")


def spelled_out(letters: str, lines: Iterable[str]) -> str:
    """The name that an agency's letters stand for, where a line has words that begin with them; else the letters."""
    if not _ALL_LETTERS.match(letters):
        return letters
    joints = r"(?:of|for|the|and|de|du|für|des|di)"
    words = rf"\s+(?:{joints}\s+){{0,2}}".join(rf"{re.escape(c)}[^\W\d_]*[^\W\d_A-Z]" for c in letters)
    named = re.compile(rf"(?<![\w'’-]){words}(?![\w'’-])")
    for line in lines:
        found = named.search(line[:2000])
        if found:
            return found.group()
    return letters


_ALL_LETTERS = re.compile(r"[^\W\d_a-z]{2,6}$")


def _past_the(line: str, at: int) -> int:
    while line[at : at + 1] == " ":
        at += 1
    for skip in ("the ", "The ", "by ", "on "):
        if line.startswith(skip, at):
            return at + len(skip)
    return at

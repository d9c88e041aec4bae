"""A piece of HTML that is all story (a feed entry's content) -> its paragraphs as plain text."""

from __future__ import annotations

import re
from typing import Any

_SPACE = re.compile(r"\s+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
_DEEP = re.compile(r"<[a-zA-Z]")
_MOST_TAGS = 50_000

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd mark q s samp small span strike strong sub sup "
    "time tt u var wbr nobr".split()
)
_SILENT = frozenset(
    "script style noscript template iframe object embed figcaption figure form button select textarea svg math video "
    "audio canvas nav head title".split()
)


def text_of_fragment(markup: str) -> str:
    """The paragraphs of a fragment, a blank line between each two; pictures, scripts and forms say nothing.

    Total: broken mark-up is mended, what is no mark-up at all is its own text.
    """
    if _DEEP.search(markup) is None and "&" not in markup:
        return "\n\n".join(filter(None, (_SPACE.sub(" ", line).strip() for line in markup.splitlines())))
    if markup.count("<") > _MOST_TAGS:
        return ""
    from lxml import etree, html

    try:
        root: Any = html.fragment_fromstring(_CONTROLS.sub(" ", markup), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError):
        return ""
    pieces: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += tag in _SILENT
            pieces.append(_before(tag))
            if not silent and element.text:
                pieces.append(_SPACE.sub(" ", element.text))
            continue
        if event == "end":
            silent -= tag in _SILENT
            pieces.append(_before(tag))
        if not silent and element is not root and element.tail:
            pieces.append(_SPACE.sub(" ", element.tail))
    blocks = "".join(pieces).split("\n")
    return "\n\n".join(filter(None, (_SPACE.sub(" ", block).strip() for block in blocks)))


def _before(tag: str) -> str:
    """What stands for a tag's beginning and end: nothing for words within a line, a line break for all else."""
    return "" if tag in _INLINE else "\n"

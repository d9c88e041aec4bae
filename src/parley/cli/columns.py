"""How `parley show` lays out each kind of row, in a narrow terminal and in a wide one.

In a narrow one, what would be a column of five letters goes on a line of its own under its neighbour.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Column = tuple[str, Callable[[Any], Any], dict[str, Any]]
"""Heading, what it shows of a row (of a tuple, a line each), and how."""

WIDE = 110
"""Characters from which a terminal is wide."""

_ONE: dict[str, Any] = {"no_wrap": True}
_NUMBER: dict[str, Any] = {"justify": "right", "no_wrap": True}


def _share(ratio: int, **more: Any) -> dict[str, Any]:
    """A column that takes a share of what is left; words too long for it are cut, not lost."""
    return {"overflow": "fold", "ratio": ratio, **more}


def columns_of(what: str, width: int) -> tuple[Column, ...]:
    """The columns of a kind of row for a terminal of so many characters."""
    if width < WIDE and what in _NARROW:
        return _NARROW[what]
    return _COLUMNS[what]


def _date(row: Any) -> str:
    return str(row.said_on or (f"({row.published})" if row.published else ""))


def _speaker(row: Any) -> str:
    return str(row.speaker or row.speaker_text or "unknown")


def _end(text: str, length: int) -> str:
    """The end of a path or address, which tells more than its beginning."""
    return text if len(text) <= length else "…" + text[1 - length :]


def _standing(row: Any) -> str | None:
    """Of an article: what it is a copy of, or that it is an older version of its page."""
    return f"older version of {row.superseded_by}" if row.superseded_by else row.copy_of


def _sides(row: Any) -> str:
    """Who does it, and to whom."""
    doer, other = row.actor or row.actor_text, row.recipient or row.recipient_text
    return f"{doer or '?'} → {other}" if other else str(doer or "?")


def _kind(row: Any) -> str:
    return f"{row.type} ({row.mode})" if row.mode else str(row.type)


def _since(row: Any) -> str:
    return str(row.since or (f"({row.published})" if row.published else ""))


def _scale(row: Any) -> str:
    value = "" if row.value is None else f"{row.value:g}"
    return " ".join(filter(None, (row.option, value)))


def _id(row: Any) -> str:
    """As much of an id as `parley why` needs."""
    return str(row.id)[:8]


def _source(length: int) -> Callable[[Any], str]:
    return lambda row: _end(row.source, length)


def _outlet(length: int) -> Callable[[Any], str]:
    return lambda row: row.outlet or _end(row.source, length)


_COLUMNS: dict[str, tuple[Column, ...]] = {
    "statements": (
        ("said (or out)", _date, {"min_width": 12}),
        ("speaker", _speaker, _share(4)),
        ("party", lambda r: r.party, _share(3)),
        ("mood", lambda r: r.mood, {"min_width": 7}),
        ("what", lambda r: r.text, _share(12)),
        ("where", _outlet(44), _share(4, style="dim")),
    ),
    "articles": (
        ("published", lambda r: r.published, _ONE),
        ("outlet", lambda r: r.outlet, _share(3)),
        ("title", lambda r: r.title, _share(6)),
        ("words", lambda r: r.words, _NUMBER),
        ("copy of", _standing, _share(3, style="dim")),
        ("source", _source(60), _share(5, style="dim")),
    ),
    "actors": (
        ("name", lambda r: r.name, _share(4)),
        ("kind", lambda r: r.kind, _ONE),
        ("party", lambda r: r.party, _share(3)),
        ("mentions", lambda r: r.mentions, _NUMBER),
        ("articles", lambda r: r.articles, _NUMBER),
        ("roles", lambda r: "; ".join(r.roles), _share(6)),
    ),
    "times": (
        ("value", lambda r: r.value or "unknown", _ONE),
        ("type", lambda r: r.type, _ONE),
        ("text", lambda r: r.text, _share(4)),
        ("at", lambda r: r.start, _NUMBER),
        ("source", _source(36), _share(4, style="dim")),
    ),
    "mentions": (
        ("actor", lambda r: r.actor, _share(3)),
        ("kind", lambda r: r.kind, _ONE),
        ("text", lambda r: r.text, _share(4)),
        ("at", lambda r: r.start, _NUMBER),
        ("source", _source(36), _share(4, style="dim")),
    ),
    "events": (
        ("date", lambda r: r.date, {"min_width": 10}),
        ("type", _kind, _share(3)),
        ("status", lambda r: r.status, {"min_width": 8}),
        ("who", _sides, _share(5)),
        ("words", lambda r: r.text, _share(10)),
        ("where", _outlet(30), _share(3, style="dim")),
        ("id", _id, _ONE),
    ),
    "positions": (
        ("since (or out)", _since, {"min_width": 12}),
        ("party", lambda r: r.actor, _share(3)),
        ("issue", lambda r: r.issue, _share(3)),
        ("stance", lambda r: r.stance, {"min_width": 7}),
        ("option", _scale, _share(3)),
        ("voice", lambda r: r.voice, {"min_width": 8}),
        ("words", lambda r: (r.text, *(f"condition: {c}" for c in r.conditions)), _share(9)),
        ("where", _outlet(30), _share(3, style="dim")),
        ("id", _id, _ONE),
    ),
    "claims": (
        ("claim", lambda r: r.claim, _share(4)),
        ("role", lambda r: r.role, {"min_width": 7}),
        ("by", lambda r: r.by, _share(3)),
        ("party", lambda r: r.party, _share(3)),
        ("words", lambda r: r.text, _share(9)),
        ("where", _outlet(30), _share(3, style="dim")),
        ("id", _id, _ONE),
    ),
    "quantities": (
        ("value", lambda r: f"{r.comparator} {r.value:,.15g}", _NUMBER),
        ("unit", lambda r: r.unit, _share(3)),
        ("of", lambda r: r.of, _share(3)),
        ("words", lambda r: r.text, _share(5)),
        ("source", _source(60), _share(4, style="dim")),
    ),
    "problems": (
        ("source", lambda r: (r.source, r.place), _share(4)),
        ("code", lambda r: r.code, _ONE),
        ("reason", lambda r: r.reason, _share(5)),
        ("run", lambda r: r.run, _NUMBER),
    ),
    "runs": (
        ("run", lambda r: r.id, _NUMBER),
        ("started (UTC)", lambda r: r.started[:16].replace("T", " "), {"min_width": 16}),
        ("finished", lambda r: r.finished[11:16] if r.finished else "stopped", {"min_width": 8}),
        ("pages", lambda r: r.pages, _NUMBER),
        ("problems", lambda r: r.problems, _NUMBER),
        ("codebook", lambda r: f"{r.codebook} {r.codebook_sha256[:8]}", _share(3)),
        ("model", lambda r: r.model, _share(3)),
        ("inputs", lambda r: ", ".join(r.inputs), _share(4)),
    ),
}

_NARROW: dict[str, tuple[Column, ...]] = {
    "events": (
        ("date, id", lambda r: (r.date or "no date", _id(r)), {"min_width": 10}),
        ("type, status", lambda r: (_kind(r), r.status), _share(3)),
        ("who, words, where", lambda r: (_sides(r), r.text, _outlet(32)(r)), _share(8)),
    ),
    "positions": (
        ("since, id", lambda r: (_since(r) or "no date", _id(r)), {"min_width": 12}),
        ("party, issue", lambda r: (r.actor, r.issue), _share(3)),
        ("stance", lambda r: (r.stance, _scale(r), r.voice), {"min_width": 11}),
        ("words", lambda r: (r.text, *(f"condition: {c}" for c in r.conditions), _outlet(32)(r)), _share(7)),
    ),
    "claims": (
        ("claim, id", lambda r: (r.claim, _id(r)), _share(4)),
        ("by", lambda r: (r.by, r.role, r.party), _share(4)),
        ("words, where", lambda r: (r.text, _outlet(32)(r)), _share(7)),
    ),
    "statements": (
        ("said (or out)", _date, {"min_width": 12}),
        ("speaker, party", lambda r: (_speaker(r), r.party), _share(4)),
        ("mood", lambda r: r.mood, {"min_width": 7}),
        ("what, where", lambda r: (r.text, _outlet(32)(r)), _share(8)),
    ),
    "articles": (
        ("published", lambda r: r.published, _ONE),
        ("title, outlet", lambda r: (r.title or "untitled", r.outlet), _share(5)),
        ("words", lambda r: r.words, _NUMBER),
        (
            "source, copy of",
            lambda r: (_end(r.source, 60), f"copy of {r.copy_of}" if r.copy_of else _standing(r)),
            _share(4, style="dim"),
        ),
    ),
    "actors": (
        ("name, roles", lambda r: (r.name, "; ".join(r.roles)), _share(5)),
        ("kind", lambda r: r.kind, _ONE),
        ("party", lambda r: r.party, _share(3)),
        ("mentions", lambda r: r.mentions, _NUMBER),
        ("articles", lambda r: r.articles, _NUMBER),
    ),
    "runs": (
        ("run", lambda r: r.id, _NUMBER),
        ("started (UTC)", lambda r: r.started[:16].replace("T", " "), {"min_width": 16}),
        ("finished", lambda r: r.finished[11:16] if r.finished else "stopped", {"min_width": 8}),
        ("pages", lambda r: r.pages, _NUMBER),
        ("problems", lambda r: r.problems, _NUMBER),
        ("codebook, inputs", lambda r: (r.codebook, ", ".join(r.inputs)), _share(4)),
    ),
}

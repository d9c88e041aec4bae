"""Annotated pages: `gold.jsonl`, one object a page, beside a folder `texts/` with the pages themselves.

An object has `article` (the page's base name) and any of:

- `statements`: `spans` [[start, end], …] (or `start`, `end`), `type`, and where annotated `speaker`, `party`, `mood`
  (all that are right), `said_on` (all that are right), `optional` (only one of two annotators has it: neither missed
  nor wrong) and `also` (its spans as the second annotator marked them);
- `events`, `positions`, `claims`, `quantities`: the coded negotiation, see `negotiation.py`;
- `dates`: `start`, `end`, `value` as in TIMEX3;
- `body`: the story's text, or `first` and `last` (the words it begins and ends with) and `furniture` (lines between
  them that are not the story).

Offsets count code points of the page's text as decoded, its newlines as they are.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from parley.errors import InputError

_CODED = ("events", "positions", "claims", "quantities")
_ENDINGS = (".gz", ".html", ".htm", ".txt", ".md", ".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One annotated page; None for what was not annotated.

    `text` is the annotated text where the page is a UTF-8 text file beside the gold, else None. `body` is the story, or
    the marks that `with_text` finds it by; `coded` the rows of the coded negotiation.
    """

    article: str
    text: str | None
    statements: tuple[dict[str, Any], ...] | None
    dates: tuple[dict[str, Any], ...] | None
    body: str | Mapping[str, Any] | None
    coded: Mapping[str, Any] | None = None

    def with_text(self, frozen: str | None) -> GoldPage:
        """The page with its text and its story, looked for in the frozen text where the page itself is no text file.

        A story whose marks are not found there is its marks alone, so that it counts as missed.
        """
        text = self.text if self.text is not None else frozen
        if self.body is None or isinstance(self.body, str):
            return replace(self, text=text)
        return replace(self, text=text, body=_body(text or "", self.body))


def load_gold(folder: str | Path) -> tuple[GoldPage, ...]:
    """The annotated pages of a folder.

    Raises InputError when there is no gold.jsonl in it or a line of it is not an annotation.
    """
    folder = Path(folder)
    path = folder / "gold.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        raise InputError(f"there is no gold.jsonl in {folder}: not a folder of annotated pages") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    pages = []
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            pages.append(_page(folder, json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}, line {n}: not an annotated page ({type(error).__name__}: {error})") from error
    return tuple(pages)


def _page(folder: Path, row: dict[str, Any]) -> GoldPage:
    text = _text(folder, str(row["article"]))
    statements, dates, body = row.get("statements"), row.get("dates"), row.get("body")
    for s in statements or ():
        spans_of(s)
    return GoldPage(
        str(row["article"]),
        text,
        None if statements is None else tuple(statements),
        None if dates is None else tuple(dates),
        body if isinstance(body, str | dict) else None,
        {k: row.get(k, []) for k in _CODED} if any(row.get(k) for k in _CODED) else None,
    )


def _text(folder: Path, name: str) -> str | None:
    for path in (folder / "texts" / name, folder / "pages" / name):
        if path.is_file() and path.suffix in (".txt", ".md"):
            try:
                return path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                return None
    return None


def _body(text: str, marks: Mapping[str, Any]) -> str:
    """The story between its first and last words, without the furniture lines that stand between."""
    first, last = str(marks["first"]), str(marks["last"])
    start = text.find(first)
    end = text.find(last, max(start, 0))
    if start < 0 or end < 0:
        return f"{first}\n{last}"
    furniture = {str(f).strip() for f in marks.get("furniture", ())}
    lines = text[start : end + len(last)].split("\n")
    return "\n".join(line for line in lines if line.strip() not in furniture)


def spans_of(row: dict[str, Any]) -> list[tuple[int, int]]:
    """A row's pieces: its `spans` if it has them, else its start and end."""
    return [(int(s), int(e)) for s, e in row["spans"]] if row.get("spans") else [(int(row["start"]), int(row["end"]))]


def alternatives(row: dict[str, Any]) -> list[list[tuple[int, int]]]:
    """A gold row's pieces as each annotator marked them."""
    also = [[(int(s), int(e)) for s, e in row["also"]]] if row.get("also") else []
    return [spans_of(row), *also]


def stem(source: str) -> str:
    """What a page is matched by: its base name without the endings of formats (`a/x.html.gz` and `x.txt` are `x`)."""
    name = os.path.basename(source.replace("\\", "/"))
    while True:
        for ending in _ENDINGS:
            if name.casefold().endswith(ending) and len(name) > len(ending):
                name = name[: -len(ending)]
                break
        else:
            return name


def by_page(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Ledger rows grouped by `stem` of their source."""
    groups: dict[str, list[Any]] = {}
    for row in rows:
        groups.setdefault(stem(row.source), []).append(row)
    return groups

"""Resolve the readable annotations of an example to offsets: python tools/gold.py FOLDER [--check]

FOLDER holds `annotations.yaml` (statements, dates, masthead), perhaps `annotations-coding.yaml` (events, positions,
claims, quantities) and the pages in `pages/`; the result is `gold.jsonl`, one line an article, in the form the scorers
and `parley evaluate` read. Offsets count code points of the article's frozen text, as the reading room gives it. Words
that are not on the page, or are there more than once without `nth`, stop the tool with a list of all such places.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from parley.errors import Problem
from parley.reading.article import read_article
from parley.reading.walk import iter_pages
from parley.records import MOODS, Article
from parley.settings import Settings

Entry = dict[str, Any]
Spans = list[list[int]]

_LABELS = {"speaker", "unnamed", "party", "mood", "said", "medium", "where", "optional", "type"}
_KEYS = {"text", "nth", "also", "as"}
_TABLES: dict[str, Entry] = {
    "events": {"type": None, "actors": [], "recipients": [], "date": [], "status": []},
    "quantities": {"value": None, "comparator": "=", "unit": None},
    "positions": {"actor": None, "issue": None, "stance": []},
    "claims": {"claim": None, "asserted_by": [], "denied_by": []},
}
"""The labels of the coded tables, each with what stands for it when it is not given."""
_WHERE = ("body", "headline", "keypoints")
_DIRECT = re.compile(r"^[“‘\"].*[”’\"]$", re.S)
_OPENING = re.compile(r"[“‘\"]|(?:^|\s)'\w")


class Mistake(Exception):
    """An annotation that does not fit its page."""


def make(folder: Path) -> list[Entry]:
    """The gold rows of a folder, in the order of its annotations. Raises Mistake, one line a fault."""
    given = _load(folder / "annotations.yaml")
    coding = _load(folder / "annotations-coding.yaml")
    articles = read_pages(folder)
    notes: list[Entry] = given["articles"]
    by_page = {note["page"]: note for note in notes}
    out, faults = [], [*_unmatched(by_page, ("statements",)), *_unmatched(coding, tuple(_TABLES))]
    faults += [f"{name}: coded, but no such article" for name in coding if name not in articles]
    for note in notes:
        name = os.path.basename(str(note.get("record", note["page"])))
        if name not in articles:
            faults.append(f"{name}: no such article among the pages")
            continue
        resolver = Resolver(articles[name], given["parties"], faults, name)
        row = resolver.row(note, list(_shared(note, by_page, "statements")), folder / "pages" / note["page"])
        for table in _TABLES:
            row[table] = resolver.coded(list(_shared(coding.get(name, {}), coding, table)), table)
        out.append(row)
    faults += [f"{name}: not annotated" for name in articles if name not in {row["article"] for row in out}]
    if faults:
        raise Mistake("\n".join(faults))
    return out


def read_pages(folder: Path) -> dict[str, Article]:
    """The articles of `FOLDER/pages` by the base name of their source."""
    out: dict[str, Article] = {}
    for page in iter_pages([str(folder / "pages")], Settings()):
        article = page if isinstance(page, Problem) else read_article(page, Settings())
        if isinstance(article, Problem):
            raise Mistake(f"{article.source}: {article.reason}")
        out[os.path.basename(article.source)] = article
    return out


def _load(path: Path) -> Entry:
    """A file of annotations; nothing when it is not there."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8") as file:
        loaded: Entry = yaml.load(file, Loader=yaml.SafeLoader)
    return loaded


def _shared(note: Entry, notes: dict[str, Entry], table: str) -> Iterator[Entry]:
    """A page's own entries after those it shares with the page it was copied from."""
    if "same_as" in note:
        without = set(note.get("without", ()))
        yield from (s for s in notes[note["same_as"]].get(table, ()) if str(s["text"]) not in without)
    yield from note.get(table, ())


def _unmatched(notes: dict[str, Entry], tables: tuple[str, ...]) -> list[str]:
    """What a copy says it is without and its original never had."""
    faults = []
    for name, note in notes.items():
        original = notes.get(note.get("same_as", ""), {})
        texts = {str(entry["text"]) for table in tables for entry in original.get(table, ())}
        faults += [
            f"{name}: {text!r}: 'without' names nothing" for text in note.get("without", ()) if text not in texts
        ]
    return faults


class Resolver:
    """One article's annotations -> its gold row. What does not fit is added to `faults`."""

    def __init__(self, article: Article, parties: dict[str, str], faults: list[str], name: str) -> None:
        self.text = article.text
        self.parties = parties
        self.faults = faults
        self.name = name

    def row(self, note: Entry, statements: list[Entry], page: Path) -> Entry:
        """The gold row; `page` is the file, for the furniture of pages whose frozen text is without it."""
        body = {"first": note["body"]["first"], "last": note["body"]["last"], "furniture": note["body"]["furniture"]}
        raw = page.read_bytes().decode(note.get("charset", "utf-8"))
        lines = {line.strip() for line in raw.splitlines()}
        for line in body["furniture"]:
            if line not in lines if page.suffix == ".txt" else line not in raw:
                self._fault(line, "no such line of furniture")
        start, _ = self.find(body["first"])
        _, end = self.find(body["last"])
        if "record" in note and note["meta"]["title"] not in self.text:
            statements = [s for s in statements if s["as"].get("where") != "headline"]
        coded = [self._statement(s) for s in statements]
        coded.sort(key=lambda row: (row["spans"], row["speaker"]))
        for number, row in enumerate(coded, 1):
            row["id"] = f"s{number}"
        coded = [{"id": row.pop("id"), **row} for row in coded]
        return {
            "article": self.name,
            "meta": _meta(note["meta"]),
            "body": body,
            "statements": coded,
            **{table: [] for table in _TABLES},
            "dates": self._dates(note["dates"], start, end),
        }

    def find(self, words: str, nth: int | None = None) -> tuple[int, int]:
        """Where the words stand; (0, 0) and a fault when they do not, or not once and `nth` is not given."""
        found = [m.start() for m in re.finditer(re.escape(words), self.text)]
        if nth is None and len(found) != 1:
            self._fault(words, f"{len(found)} times on the page; say which with nth" if found else "not on the page")
            return 0, 0
        if nth is not None and not 1 <= nth <= len(found):
            self._fault(words, f"nth is {nth}, and it is {len(found)} times on the page")
            return 0, 0
        at = found[(nth or 1) - 1]
        return at, at + len(words)

    def _statement(self, given: Entry) -> Entry:
        pieces = given["text"] if isinstance(given["text"], list) else [given["text"]]
        nth = given.get("nth")
        numbers = nth if isinstance(nth, list) else [nth] * len(pieces)
        spans = [list(self.find(p, n)) for p, n in zip(pieces, numbers, strict=True)]
        labels = given["as"]
        moods = _listed(labels.get("mood"))
        where = labels.get("where", "body")
        for fault in (
            *(f"unknown key {key}" for key in sorted((given.keys() - _KEYS) | (labels.keys() - _LABELS))),
            *(f"unknown mood {mood}" for mood in moods if mood not in MOODS),
            *(["no mood"] if not moods else []),
            *([f"unknown place {where}"] if where not in _WHERE else []),
            *(["pieces out of order"] if spans != sorted(spans) else []),
        ):
            self._fault(pieces[0], fault)
        speaker, party = self._speaker(labels, pieces[0])
        row: Entry = {
            "speaker": speaker,
            "party": party,
            "type": labels.get("type") or statement_type(pieces),
            "mood": moods,
            "text": " … ".join(pieces),
            "said_on": [str(day) for day in _listed(labels.get("said"))],
            "medium": labels.get("medium"),
            "where": where,
            "spans": spans,
        }
        if also := self._also(given.get("also"), pieces, spans):
            row["also"] = also
        if labels.get("optional"):
            row["optional"] = True
        return row

    def coded(self, given: list[Entry], table: str) -> list[Entry]:
        """The rows of a coded table, in the order of the text."""
        rows = []
        for entry in given:
            labels = dict(_TABLES[table])
            optional = entry["as"].get("optional")
            for label, value in entry["as"].items():
                if label not in labels and label != "optional":
                    self._fault(entry["text"], f"unknown key {label}")
                elif label in labels:
                    labels[label] = [str(v) for v in _listed(value)] if isinstance(labels[label], list) else value
            row = {**labels, "text": entry["text"], "spans": [list(self.find(entry["text"], entry.get("nth")))]}
            if "denial" in entry:
                row |= {"denial_text": entry["denial"], "denial_spans": [list(self.find(entry["denial"]))]}
            rows.append({**row, "optional": True} if optional else row)
        rows.sort(key=lambda row: row["spans"])
        return [{"id": f"{table[0]}{n}", **row} for n, row in enumerate(rows, 1)]

    def _speaker(self, labels: Entry, words: str) -> tuple[str, str]:
        if "unnamed" in labels:
            return f"anonymous: {labels['unnamed']}", labels.get("party", "other")
        if (speaker := labels.get("speaker")) not in self.parties:
            self._fault(words, f"the speaker {speaker!r} is not among the parties")
        return str(speaker), self.parties.get(str(speaker), "other")

    def _also(self, also: str | None, pieces: list[str], spans: Spans) -> Spans:
        """The other fair marking: the occurrence that touches the content, or the content without its "that"."""
        if also is None:
            if not pieces[0].startswith("that "):
                return []
            return [[spans[0][0] + len("that "), spans[0][1]], *spans[1:]]
        start, end = spans[0][0], spans[-1][1]
        found = [[m.start(), m.end()] for m in re.finditer(re.escape(also), self.text)]
        touching = [s for s in found if s[0] < end and start < s[1]]
        if len(touching) != 1:
            self._fault(also, "the other marking does not touch the content exactly once")
        return touching[:1]

    def _dates(self, given: list[list[Any]], start: int, end: int) -> list[Entry]:
        """Time expressions, each looked for after the one before it, inside the story."""
        out = []
        for words, value, *nth in given:
            at = self.find(words, nth[0])[0] if nth else self.text.find(words, start, end)
            if at < 0:
                self._fault(words, "no such date after the one before it")
                continue
            start = at + len(words)
            out.append({"start": at, "end": start, "text": words, "value": str(value)})
        return out

    def _fault(self, words: str, reason: str) -> None:
        self.faults.append(f"{self.name}: {words!r}: {reason}")


def statement_type(pieces: list[str]) -> str:
    """direct when every piece is wholly in quotation marks, mixed when some words are, else indirect."""
    if all(_DIRECT.match(piece) for piece in pieces):
        return "direct"
    return "mixed" if any(_OPENING.search(piece) for piece in pieces) else "indirect"


def _meta(given: Entry) -> Entry:
    published = given.get("published")
    return {
        "title": given["title"],
        "outlet": given.get("outlet"),
        "original_outlet": given.get("original_outlet"),
        "byline": given.get("byline", []),
        "published": published.isoformat() if isinstance(published, datetime.date) else published,
        "dateline": given.get("dateline", []),
    }


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def as_text(rows: list[Entry]) -> str:
    """The rows as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> int:
    """Write FOLDER/gold.jsonl, or with --check say whether it is what the annotations make."""
    parser = argparse.ArgumentParser(description="Resolve annotations.yaml to offsets and write gold.jsonl.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if gold.jsonl is out of date")
    options = parser.parse_args()
    try:
        rows = make(options.folder)
    except Mistake as mistake:
        print(mistake, file=sys.stderr)
        return 1
    text, path = as_text(rows), options.folder / "gold.jsonl"
    if options.check:
        same = path.is_file() and path.read_text(encoding="utf-8") == text
        print(f"{path}: {'up to date' if same else 'out of date; run tools/gold.py'}")
        return 0 if same else 1
    path.write_text(text, encoding="utf-8")
    statements = [s for row in rows for s in row["statements"]]
    optional = sum(bool(s.get("optional")) for s in statements)
    print(f"{path}: {len(rows)} articles, {len(statements)} statements, {optional} of them optional")
    return 0


if __name__ == "__main__":
    sys.exit(main())

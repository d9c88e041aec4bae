"""Versions: which articles are one page as it was edited, in which order, and what a person decided on an older one.

A page is known by its place: the URL it came from, else the file or the record of a file. Other bytes at the same place
are a new version of the same article. The newest counts; the older ones stay in the ledger and can be cited. All of
it is derived from the articles and renewed, place by place, in the transaction that stores one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from parley.ledger import schema

CHUNK = 400
"""Values in one IN list."""

_URL = re.compile(r"https?://", re.IGNORECASE)
_NUMBERED = re.compile(r"#\d+\Z")
_WORD = re.compile(r"[^\W_]+")
_STDIN = "-"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

JUDGED = ("speaker", "party", "type", "mood", "addressee", "medium", "said_on", "decision")
"""What a person decides about a statement; where its words stand is a fact about each version."""

_a = schema.articles.c
_s = schema.statements.c
_v = schema.versions.c


@dataclass(frozen=True, slots=True)
class Member:
    """An article as far as the order of versions needs it."""

    seq: int
    id: str
    run: int
    published: str | None
    published_from: str | None


def place(source: str, location: str) -> tuple[str, str] | None:
    """The page an article came from as (`source` or `location`, value); None for what has no lasting place.

    A URL names the page wherever its text was kept (fetched, in an archive, in a record of two crawls). Standard input
    is no place, nor is the number of a line: another text there tomorrow is another article.
    """
    number = _NUMBERED.search(location)
    if number and source.endswith(number[0]):
        return None
    if _URL.match(source):
        return "source", source
    return None if location.partition("#")[0] == _STDIN else ("location", location)


def in_order(members: Iterable[Member]) -> list[Member]:
    """Versions of one page, oldest first: by the day printed on them, then by the run that read them, then by id.

    A version that prints no day counts as of the day of the one read before it; a day that was only inferred, or is
    less than a day precise, does not count. Two versions in one run without days are told apart by id alone.
    """
    arrived = sorted(members, key=lambda m: (m.run, m.id))
    days, day = {}, ""
    for m in arrived:
        if m.published and m.published_from != "inferred" and _DAY.match(m.published):
            day = days[m.seq] = m.published
        else:
            days[m.seq] = day
    return sorted(arrived, key=lambda m: (days[m.seq], m.run, m.id))


def renew(tx: Connection, seqs: Sequence[int]) -> None:
    """Derives anew the versions of every page that one of these articles came from, inside the caller's transaction."""
    stale: list[int] = []
    rows: list[dict[str, Any]] = []
    for members in _pages(tx, seqs):
        stale += [m.seq for m in members]
        if len(members) > 1:
            rows += _rows(in_order(members))
    for part in chunks(stale):
        tx.execute(delete(schema.versions).where(_v.article.in_(part)))
    if rows:
        tx.execute(insert(schema.versions), rows)


def _rows(versions: Sequence[Member]) -> Iterator[dict[str, Any]]:
    first, newest = versions[0], versions[-1]
    for n, m in enumerate(versions, 1):
        yield {
            "article": m.seq,
            "id": m.id,
            "number": n,
            "version_of": first.id if n > 1 else None,
            "superseded_by": newest.id if m is not newest else None,
        }


def _pages(tx: Connection, seqs: Sequence[int]) -> Iterator[list[Member]]:
    """The pages these articles came from, each with all its versions."""
    wanted: dict[str, set[str]] = {"source": set(), "location": set()}
    for part in chunks(sorted(set(seqs))):
        for source, location in tx.execute(select(_a.source, _a.location).where(_a.seq.in_(part))):
            if found := place(source, location):
                wanted[found[0]].add(found[1])
    columns = (_a.source, _a.location, _a.seq, _a.id, _a.run, _a.published, _a.published_from)
    for kind, values in wanted.items():
        pages: dict[tuple[str, str], list[Member]] = {}
        for values_part in chunks(sorted(values)):
            for source, location, *member in tx.execute(select(*columns).where(_a[kind].in_(values_part))):
                found = place(source, location)
                if found and found[0] == kind:
                    pages.setdefault(found, []).append(Member(*member))
        yield from pages.values()


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The values in lists short enough for one statement of SQL."""
    for i in range(0, len(values), CHUNK):
        yield values[i : i + CHUNK]


def words(text: str, spans: Sequence[Sequence[int]], start: int) -> str:
    """The quoted words for comparing two versions: letters and digits of all pieces, without case."""
    pieces = [text[a - start : b - start] for a, b in spans] or [text]
    return " ".join(_WORD.findall(" ".join(pieces).casefold())) or text


def carry_over(tx: Connection, fresh: Sequence[dict[str, Any]]) -> None:
    """Puts what a person decided on another version's statement on the identical one among `fresh` rows.

    Identical: the same words by the same speaker, or, where the person corrected the speaker, the same words that the
    page ascribes alike. Of several decisions the newest version's counts. `fresh` are values for `statements`, changed
    in place, of articles that are stored with their versions.
    """
    seqs = sorted({row["article"] for row in fresh})
    decided = _decided(tx, seqs)
    if not decided:
        return
    for row in fresh:
        of_page = decided.get(row["article"])
        if not of_page or row["decision"] != "suggested":
            continue
        same = of_page.get(_words_of(row), ())
        match = next((d for d in same if d["speaker"] == row["speaker"]), None) or next(
            (d for d in same if d["decision"] == "corrected" and d["speaker_text"] == row["speaker_text"]), None
        )
        if match is not None:
            # Days of a statement without a date of its own are those of its article, which another version may change.
            days = ("day_first", "day_last") if match["said_on"] != row["said_on"] else ()
            row.update({name: match[name] for name in (*JUDGED, *days)})


def _words_of(row: dict[str, Any]) -> str:
    return words(row["text"], json.loads(row["spans"]), row["start"])


def _decided(tx: Connection, seqs: Sequence[int]) -> dict[int, dict[str, list[dict[str, Any]]]]:
    """For each article, what was decided on its other versions, by the words; newest version first."""
    first: dict[int, str] = {}
    for part in chunks(seqs):
        for seq, own, of in tx.execute(select(_v.article, _v.id, _v.version_of).where(_v.article.in_(part))):
            first[seq] = of or own
    if not first:
        return {}
    by_page: dict[str, dict[str, list[dict[str, Any]]]] = {}
    query = select(schema.statements, _v.version_of, _v.id.label("version")).join(
        schema.versions, _v.article == _s.article
    )
    for part in chunks(sorted(set(first.values()))):
        of_pages = query.where(_v.version_of.in_(part) | _v.id.in_(part), _s.decision != "suggested")
        for found in tx.execute(of_pages.order_by(_v.number.desc(), _s.start, _s.end, _s.id)).mappings():
            row = dict(found)
            page = by_page.setdefault(row["version_of"] or row["version"], {})
            page.setdefault(_words_of(row), []).append(row)
    return {seq: by_page[page] for seq, page in first.items() if page in by_page}

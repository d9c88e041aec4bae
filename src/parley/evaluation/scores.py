"""The scorers: statements, dates, article bodies. Each takes gold pages and the ledger's rows by page.

Each also hands back its misses, sorted into classes, so that errors can be read and not only counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from parley.evaluation.gold import GoldPage, alternatives, spans_of, stem
from parley.evaluation.overlap import PRF, harmonic, match, prf
from parley.ledger.rows import ArticleRow, StatementRow, TimeRow

LOOSE, TIGHT = 0.3, 0.8
"""Character Jaccard from which a statement is found at all, and from which it is found with the right bounds."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: its class ("missed direct", "wrong mixed", "speaker", …), its place, and what was wanted or given."""

    kind: str
    article: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatementScores:
    """Statements found, loosely and tightly; of the loosely found, what was right about them (None: not annotated)."""

    loose: PRF
    tight: PRF
    recall: dict[str, float]
    speaker: float | None
    party: float | None
    mood: float | None
    said_on: float | None
    gold: int
    predicted: int
    misses: tuple[Miss, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class DateScores:
    """Date expressions found (spans overlap); `value_accuracy` of those found; `value_f1` is the figure to quote."""

    relaxed: PRF
    value_accuracy: float
    value_f1: float
    gold: int
    predicted: int
    misses: tuple[Miss, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class BodyScores:
    """Article bodies: mean over pages of precision and recall of four-word shingles; `empty` pages gave none."""

    body: PRF
    empty: int
    pages: int
    worst: tuple[tuple[str, float, float], ...] = field(default=(), repr=False)
    """(page, precision, recall), the worst first."""


def same_name(a: str | None, b: str | None) -> bool:
    """Equal but for case, or with the same last word."""
    x, y = (a or "").casefold(), (b or "").casefold()
    return x == y or (bool(x) and x.split()[-1:] == y.split()[-1:])


def score_statements(pages: Sequence[GoldPage], found: Mapping[str, list[StatementRow]]) -> StatementScores:
    """Statements matched one to one by character overlap of their pieces.

    What only one of two annotators has is optional: found, it is not wrong; missed, not missed. Speaker, party, mood
    and date count on loose matches whose gold names a speaker; a mood or date that either annotator gave is right, and
    a party that is none is "other".
    """
    n: Counter[str] = Counter()
    misses: list[Miss] = []
    for page in pages:
        gold, given = page.statements or (), found.get(stem(page.article), [])
        _count_page(page.article, gold, given, n, misses)
    recall = {t: n[f"hit {t}"] / n[f"gold {t}"] for t in ("direct", "mixed", "indirect") if n[f"gold {t}"]}
    named = n["named"]
    return StatementScores(
        prf(n["loose"], n["predicted"], n["gold"]),
        prf(n["tight"], n["predicted"], n["gold"]),
        recall,
        n["speaker"] / named if named else None,
        n["party"] / named if named else None,
        n["mood"] / named if named else None,
        n["said_on"] / n["dated"] if n["dated"] else (0.0 if named else None),
        n["gold"],
        n["predicted"],
        tuple(misses),
    )


def _count_page(
    article: str,
    gold: Sequence[dict[str, Any]],
    given: Sequence[StatementRow],
    n: Counter[str],
    misses: list[Miss],
) -> None:
    pieces = [s.spans or ((s.start, s.end),) for s in given]
    marked = [alternatives(g) for g in gold]
    for g in gold:
        if not g.get("optional"):
            n["gold"] += 1
            n[f"gold {g['type']}"] += 1
    loose, tight = match(marked, pieces, LOOSE), match(marked, pieces, TIGHT)
    n["tight"] += sum(not gold[i].get("optional") for i, _ in tight)
    n["predicted"] += len(given)
    well = {j for _, j in tight}
    for i, j in sorted(loose):
        if gold[i].get("optional"):
            n["predicted"] -= 1
            continue
        n["loose"] += 1
        n[f"hit {gold[i]['type']}"] += 1
        s, e = spans_of(gold[i])[0][0], spans_of(gold[i])[-1][1]
        if j not in well:
            misses.append(Miss("bounds", article, s, e, f"given {given[j].text!r}"))
        if "speaker" in gold[i]:
            _count_fields(Miss("", article, s, e), gold[i], given[j], n, misses)
    hit_i, hit_j = {i for i, _ in loose}, {j for _, j in loose}
    for i, g in enumerate(gold):
        if i not in hit_i and not g.get("optional"):
            s, e = spans_of(g)[0][0], spans_of(g)[-1][1]
            misses.append(Miss(f"missed {g['type']}", article, s, e, str(g.get("speaker") or "")))
    for j, p in enumerate(given):
        if j not in hit_j:
            misses.append(Miss(f"wrong {p.type}", article, p.start, p.end, f"{p.speaker_text or p.speaker} | {p.cue}"))


def _count_fields(at: Miss, gold: Mapping[str, Any], given: StatementRow, n: Counter[str], misses: list[Miss]) -> None:
    n["named"] += 1
    right = {
        "speaker": same_name(gold["speaker"], given.speaker),
        "party": gold.get("party") == (given.party or "other"),
        "mood": given.mood in (gold.get("mood") or ()),
    }
    if gold.get("said_on"):
        n["dated"] += 1
        right["said_on"] = given.said_on in gold["said_on"]
    for name, good in right.items():
        n[name] += good
        if not good:
            note = f"wanted {gold.get(name)!r}, given {getattr(given, name)!r} ({given.speaker_text} | {given.cue})"
            misses.append(Miss(name, at.article, at.start, at.end, note))


_CALENDAR = re.compile(r"\d{4}(-\d\d(-\d\d)?|-W\d\d(-WE)?|-(SP|SU|FA|WI))?(T\S*)?(/\d{4}\S*)?$")
_CLOCK = re.compile(r"T.*")


def _day(value: str | None) -> str:
    """The value without time of day, a weekend taken for its week."""
    return _CLOCK.sub("", value or "").removesuffix("-WE")


def score_dates(pages: Sequence[GoldPage], found: Mapping[str, list[TimeRow]]) -> DateScores:
    """Expressions that name a calendar date. Relaxed: the spans overlap. Value: and the value is the same."""
    n: Counter[str] = Counter()
    misses: list[Miss] = []
    for page in pages:
        gold = [d for d in page.dates or () if d.get("value") and _CALENDAR.match(d["value"])]
        given = [t for t in found.get(stem(page.article), []) if _CALENDAR.match(t.value or "")]
        n["gold"] += len(gold)
        n["predicted"] += len(given)
        for d in gold:
            over = [t for t in given if t.start < d["end"] and d["start"] < t.end]
            good = any(_day(t.value) == _day(d["value"]) for t in over)
            n["found"] += bool(over)
            n["value"] += good
            if not over:
                misses.append(Miss("missed date", page.article, d["start"], d["end"], d["value"]))
            elif not good:
                note = f"wanted {d['value']}, given {', '.join(str(t.value) for t in over)}"
                misses.append(Miss("date value", page.article, d["start"], d["end"], note))
        for t in given:
            if any(t.start < d["end"] and d["start"] < t.end for d in gold):
                n["right"] += 1
            else:
                misses.append(Miss("wrong date", page.article, t.start, t.end, str(t.value)))
    relaxed = harmonic(
        n["right"] / n["predicted"] if n["predicted"] else 0.0, n["found"] / n["gold"] if n["gold"] else 0.0
    )
    accuracy = n["value"] / n["found"] if n["found"] else 0.0
    return DateScores(relaxed, accuracy, relaxed.f1 * accuracy, n["gold"], n["predicted"], tuple(misses))


_WORD = re.compile(r"\w+")
_SHINGLE = 4


def _shingles(text: str | None) -> Counter[tuple[str, ...]]:
    """The bag of four-word shingles; a shorter text is one shingle."""
    words = _WORD.findall(text or "")
    if not words:
        return Counter()
    starts = range(max(1, len(words) - _SHINGLE + 1))
    return Counter(tuple(words[i : i + _SHINGLE]) for i in starts)


def score_bodies(pages: Sequence[GoldPage], found: Mapping[str, list[ArticleRow]]) -> BodyScores:
    """The measure of the public article extraction benchmark: shingles, precision and recall averaged over pages."""
    ps, rs, empty, each = [], [], 0, []
    for page in pages:
        rows = found.get(stem(page.article), [])
        gold, given = _shingles(str(page.body or "")), _shingles(rows[0].body_text if rows else "")
        hit = sum((gold & given).values())
        p = hit / given.total() if given else 0.0
        r = hit / gold.total() if gold else 1.0
        if given:
            ps.append(p)
        else:
            empty += 1
        if gold:
            rs.append(r)
        each.append((page.article, p, r))
    each.sort(key=lambda x: (x[1] + x[2], x[0]))
    mean = harmonic(sum(ps) / max(1, len(ps)), sum(rs) / max(1, len(rs)))
    return BodyScores(mean, empty, len(pages), tuple(each))

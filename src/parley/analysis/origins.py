"""How many independent origins carry a statement: a wire story on forty sites is one, two reporters are two."""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from parley.lineage.quotations import RUN, quotation_key
from parley.lineage.shingles import plain

if TYPE_CHECKING:
    from parley.ledger.rows import StatementRow
    from parley.ledger.store import Ledger

ALIKE = 0.6
"""Two statements are the same when so many of the shorter one's runs of three words stand in the longer ..."""
LEAST = 2
"""... and they share this many runs; shorter ones are the same only word for word."""
LENGTHS = 4
"""A statement that is so many times as long says more than the short one."""
DAYS = 3
"""Days that the reports of one utterance may lie apart where they do not say when it was made."""
COMMON = 300
"""A run that a speaker uses in more statements ("we will never") ties none together."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement as far as comparing needs it. `day` is a day number, exact when the page says when it was said."""

    id: str
    origin: str
    key: str | None
    runs: array[int]
    day: int | None
    exact: bool


def statement_origins(ledger: Ledger) -> dict[str, int]:
    """For each statement, by id, how many origins have it: distinct origins of the articles that carry the same words.

    The same is: one speaker, and the same words or nearly (`ALIKE`), said on the same day as far as the pages tell. A
    statement without a speaker counts for its own origin only, as does one by an unnamed speaker unless the words are
    exactly the same. Statements a person rejected have no number and count for nothing. Linear in the number of
    statements but for those of one speaker that share words.
    """
    speakers: defaultdict[str, list[_Said]] = defaultdict(list)
    counts: dict[str, int] = {}
    for row in ledger.statements():
        if row.decision == "rejected":
            continue
        counts[row.id] = 1
        if row.speaker:
            speakers[plain(row.speaker)].append(_said(row))
    for speaker, said in speakers.items():
        for number, same in _same(said, named=not speaker.startswith("anonymous")):
            counts[said[number].id] = len({said[other].origin for other in same} | {said[number].origin})
    return counts


def _said(row: StatementRow) -> _Said:
    pieces = [row.text[a - row.start : b - row.start] for a, b in row.spans] or [row.text]
    content = " ".join(pieces)
    words = _WORD.findall(plain(content))
    runs = {
        zlib.crc32(" ".join(words[k : k + RUN]).encode("utf-8", "surrogatepass")) for k in range(len(words) - RUN + 1)
    }
    exact = _day(row.said_on)
    return _Said(
        id=row.id,
        origin=row.origin,
        key=quotation_key(row.speaker, content, None),
        runs=array("I", sorted(runs)),
        day=exact if exact is not None else _day(row.published),
        exact=exact is not None,
    )


def _day(value: str | None) -> int | None:
    try:
        return date.fromisoformat(value).toordinal() if value and len(value) == 10 else None
    except ValueError:
        return None


def _same(said: Sequence[_Said], *, named: bool) -> Iterator[tuple[int, list[int]]]:
    """Each statement of one speaker, by place, with those that are the same."""
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    by_run: defaultdict[int, list[int]] = defaultdict(list)
    for number, s in enumerate(said):
        if s.key:
            by_key[s.key].append(number)
        for run in s.runs if named else ():
            by_run[run].append(number)
    for number, s in enumerate(said):
        shared = Counter(o for run in s.runs if len(held := by_run.get(run, ())) <= COMMON for o in held)
        same = {o for o in by_key.get(s.key or "", ()) if _one_day(s, said[o])}
        same |= {o for o, n in shared.items() if n >= LEAST and _alike(s, said[o], n) and _one_day(s, said[o])}
        yield number, sorted(same)


def _alike(one: _Said, other: _Said, shared: int) -> bool:
    short, long = sorted((len(one.runs), len(other.runs)))
    return shared >= ALIKE * short and long <= LENGTHS * short


def _one_day(one: _Said, other: _Said) -> bool:
    if one.day is None or other.day is None:
        return True
    return abs(one.day - other.day) <= (0 if one.exact and other.exact else DAYS)

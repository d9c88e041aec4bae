"""Disputes: reports of one claim brought together, who asserts, who denies, from how many origins.

A derived view: a function of the claims and of which article is whose copy. Reports of one claim are those with the
same normal form whose days lie within `WINDOW` of one another; the same matter a month later is another claim.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.ledger.coded_rows import ClaimRow

WINDOW = dt.timedelta(days=14)
Status = Literal["contested", "corroborated", "single-origin"]
_FIGURE = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """One claim with all its reports.

    `asserted_by` and `denied_by` are parties (or speakers without one), sorted; `origins` counts independent origins;
    `since` is the first day anybody spoke of it; `figures` are the different quantities given, as on the pages;
    `members` are (article, id) of the reports.
    """

    claim: str
    status: Status
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    origins: int
    since: str | None
    figures: tuple[str, ...]
    members: tuple[tuple[str, str], ...]


def group_claims(rows: Iterable[ClaimRow], origin_of: Mapping[str, str]) -> list[ClaimGroup]:
    """Groups of reports of one claim, contested ones first, then by day and name; any order of rows gives the same.

    `origin_of` maps an article's id to the id of its origin (itself if missing).
    """
    by_claim: dict[str, list[ClaimRow]] = defaultdict(list)
    for row in rows:
        by_claim[row.claim].append(row)
    groups = [_group(name, part, origin_of) for name, members in sorted(by_claim.items()) for part in _apart(members)]
    order = {"contested": 0, "corroborated": 1, "single-origin": 2}
    return sorted(groups, key=lambda g: (order[g.status], g.since or "9999", g.claim, g.members))


def statuses(groups: Iterable[ClaimGroup]) -> dict[tuple[str, str], tuple[Status, int]]:
    """(status, origins) by (article, id) of each report."""
    return {member: (g.status, g.origins) for g in groups for member in g.members}


def _apart(rows: Sequence[ClaimRow]) -> list[list[ClaimRow]]:
    """The rows in runs of days no further apart than the window; rows without a day join the first run."""
    dated = sorted(((_day(r), r.article, r.id, r) for r in rows), key=lambda x: (x[0] or dt.date.max, x[1], x[2]))
    runs: list[list[ClaimRow]] = []
    last: dt.date | None = None
    for day, _, _, row in dated:
        if runs and (day is None or last is None or day - last <= WINDOW):
            runs[0 if day is None else -1].append(row)
        else:
            runs.append([row])
        last = day or last
    return runs


def _group(name: str, rows: Sequence[ClaimRow], origin_of: Mapping[str, str]) -> ClaimGroup:
    asserting = {_who(r) for r in rows if r.role == "asserts"}
    denying = {_who(r) for r in rows if r.role == "denies"}
    origins = {origin_of.get(r.article, r.article) for r in rows}
    status: Status = "contested" if asserting and denying - asserting else "single-origin"
    if status != "contested" and len(origins) > 1:
        status = "corroborated"
    days = sorted(d.isoformat() for r in rows if (d := _day(r)))
    figures = {r.quantity for r in rows if r.quantity and _FIGURE.search(r.quantity)}
    return ClaimGroup(
        name, status, tuple(sorted(asserting)), tuple(sorted(denying)), len(origins), days[0] if days else None,
        tuple(sorted(figures)), tuple(sorted((r.article, r.id) for r in rows)),
    )  # fmt: skip


def _who(row: ClaimRow) -> str:
    return row.party or row.by or "unknown"


def _day(row: ClaimRow) -> dt.date | None:
    for value in (row.said_on, row.published):
        if value and len(value) == 10:
            return dt.date.fromisoformat(value)
    return None

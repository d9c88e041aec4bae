"""What a ledger covers: articles, outlets, origins, dates, and what could not be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.analysis.dates import day_of
from parley.analysis.said import View, view
from parley.errors import Problem

if TYPE_CHECKING:
    from parley.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a reader would cite it. `statements` counts its rows; `copy_of` the id it is a copy of."""

    article: str
    source: str
    title: str | None
    outlet: str | None
    credit: str | None
    published: str | None
    published_from: str | None
    statements: int
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The coverage. Dates are ISO values, None where nothing is dated.

    `outlets` are (name, articles), most articles first; `no_outlet` and `undated` count articles that print none;
    `origins` counts groups of copies once; `statements` are distinct ones, `rows` with those in copies; `reviewed`
    counts statements a person has decided on. `as_of` is the newest date printed or said up to which the ledger goes.
    """

    articles: tuple[Source, ...]
    outlets: tuple[tuple[str, int], ...]
    no_outlet: int
    origins: int
    copies: int
    published_first: str | None
    published_last: str | None
    undated: int
    said_first: str | None
    said_last: str | None
    statements: int
    rows: int
    reviewed: int
    problems: tuple[Problem, ...]

    @property
    def as_of(self) -> str | None:
        """The newest publication date, or failing that the newest date said."""
        return self.published_last or self.said_last


def overview(ledger: Ledger, *, seen: View | None = None) -> Overview:
    """Articles newest first, then by outlet and source; problems in a fixed order, each once."""
    seen = seen or view(ledger)
    said_in: Counter[str] = Counter()
    for s in seen.said:
        said_in[s.evidence.article] += 1
        said_in.update(e.article for e in s.also)
    sources = [
        Source(
            row.id, row.source, row.title, row.outlet, row.credit, row.published, row.published_from,
            said_in[row.id], row.copy_of,
        )
        for row in seen.articles.values()
    ]  # fmt: skip
    sources.sort(key=lambda a: (a.outlet or "\U0010ffff", a.source, a.article))
    sources.sort(key=lambda a: day_of(a.published), reverse=True)
    outlets = Counter(a.outlet for a in sources if a.outlet)
    published = sorted((a.published for a in sources if day_of(a.published)), key=_by_day)
    said = sorted((s.said_on for s in seen.said if day_of(s.said_on)), key=_by_day)
    said = [day for day in said if len(day or "") == 10] or said  # days bound the stretch, if there are any
    return Overview(
        articles=tuple(sources),
        outlets=tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))),
        no_outlet=sum(not a.outlet for a in sources),
        origins=len({row.origin for row in seen.articles.values()}),
        copies=sum(a.copy_of is not None for a in sources),
        published_first=published[0] if published else None,
        published_last=published[-1] if published else None,
        undated=len(sources) - len(published),
        said_first=said[0] if said else None,
        said_last=said[-1] if said else None,
        statements=len(seen.said),
        rows=seen.rows,
        reviewed=sum(s.decision != "suggested" for s in seen.said),
        problems=tuple(sorted({Problem(p.source, p.code, p.reason, p.place) for p in ledger.problems()})),
    )


def _by_day(value: str | None) -> tuple[str, str]:
    return day_of(value), value or ""

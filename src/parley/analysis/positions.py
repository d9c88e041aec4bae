"""Where the parties stand now: the matrix of parties and issues, and what two reports would need to agree.

A derived view: functions of position rows and of which article is whose copy. The current position of a party on an
issue is its latest in its own voice, failing that the latest narrated; what others ascribe to it is kept beside and
never takes its place. Any order of the rows gives the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from parley.analysis.dates import day_of, last_day_of

Arrow = Literal["up", "down", "steady", "new"]
"""Towards yes, towards no, unmoved over several days, or known from one day only."""

_LEVEL = {"oppose": 0.0, "conditional": 50.0, "support": 100.0}
_WISH = 0.5
_VOICES = ("own", "narrated")
_TELLING = {"conditional": 0, "oppose": 1, "support": 2, "unclear": 3}


class PositionLike(Protocol):
    """What a position row must have: the columns of the export, and its article's `published`."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def article(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def actor(self) -> str: ...  # noqa: D102
    @property
    def issue(self) -> str: ...  # noqa: D102
    @property
    def stance(self) -> str: ...  # noqa: D102
    @property
    def option(self) -> str | None: ...  # noqa: D102
    @property
    def value(self) -> float | None: ...  # noqa: D102
    @property
    def conditions(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def firmness(self) -> float: ...  # noqa: D102
    @property
    def voice(self) -> str: ...  # noqa: D102
    @property
    def since(self) -> str | None: ...  # noqa: D102
    @property
    def published(self) -> str | None: ...  # noqa: D102
    @property
    def confidence(self) -> float: ...  # noqa: D102
    @property
    def decision(self) -> str: ...  # noqa: D102
    @property
    def rule(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Cell:
    """One party on one issue.

    `row` is the current position, `when` its day (`since`, else the page's; None when neither is known). `arrow`
    compares it with the position of the last day before that is known. `origins` counts the independent origins that
    report the same stance; `evidence` are those rows, newest first. `against` are rows of the same day that report
    another stance; `ascribed` what other parties say of this one, newest first. A party known only from what others
    say has `row` None.
    """

    party: str
    issue: str
    row: PositionLike | None
    when: str | None
    arrow: Arrow | None
    origins: int
    evidence: tuple[PositionLike, ...]
    against: tuple[PositionLike, ...]
    ascribed: tuple[PositionLike, ...]

    @property
    def stance(self) -> str | None:
        """The current stance, None when only others speak of it."""
        return self.row.stance if self.row else None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Parties (those with most cells first) by issues (in the order given, or by name); `cells` by (party, issue)."""

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]


def matrix(
    rows: Iterable[PositionLike], origin_of: Mapping[str, str], issues: Sequence[str] = (), until: str | None = None
) -> Matrix:
    """The matrix as it stands, or stood on the ISO day `until`.

    `origin_of` maps an article's id to that of its origin (itself if missing). `issues` orders the columns, as the
    codebook's agenda does; others follow by name.
    """
    cells: dict[tuple[str, str], Cell] = {}
    for key, own in by_cell(rows).items():
        known = [r for r in own if until is None or day_of(when(r)) <= until]
        if known:
            cells[key] = _cell(key, known, origin_of)
    count: dict[str, int] = {}
    for party, _ in cells:
        count[party] = count.get(party, 0) + 1
    found = {issue for _, issue in cells}
    columns = [i for i in issues if i in found] + sorted(found - set(issues))
    return Matrix(tuple(sorted(count, key=lambda p: (-count[p], p))), tuple(columns), cells)


def by_cell(rows: Iterable[PositionLike]) -> dict[tuple[str, str], list[PositionLike]]:
    """The rows nobody rejected by (party, issue), keys in order, oldest row first."""
    found: dict[tuple[str, str], list[PositionLike]] = {}
    for row in rows:
        if row.decision != "rejected":
            found.setdefault((row.actor, row.issue), []).append(row)
    return {key: sorted(found[key], key=_order) for key in sorted(found)}


def when(row: PositionLike) -> str | None:
    """The day of a position: since when it is held, else when the page came out."""
    return row.since or row.published


def steps(rows: Sequence[PositionLike]) -> list[list[PositionLike]]:
    """Rows of one party and issue in its own voice (or, where it has none, narrated) by day, oldest first.

    A mere wish after a conditional yes is no step: it lifts no condition. Undated rows come first, as one step; within
    a day the most telling comes first: a condition before a plain yes.
    """
    voice = next((v for v in _VOICES if any(r.voice == v for r in rows)), None)
    days: dict[str, list[PositionLike]] = {}
    for row in rows:
        if row.voice == voice:
            days.setdefault(day_of(when(row)), []).append(row)
    found: list[list[PositionLike]] = []
    for day in sorted(days):
        told = sorted(days[day], key=_telling)
        if found and found[-1][0].stance == "conditional" and all(_wish(r) for r in told):
            continue
        found.append(told)
    return found


def _wish(row: PositionLike) -> bool:
    """Whether it is a yes too weak to lift the conditions named before ("wanted the truce")."""
    return row.stance == "support" and row.firmness <= _WISH and row.value is None


def level(row: PositionLike) -> float | None:
    """How far towards yes, 0 to 100, by the stance; None when it is unclear."""
    return _LEVEL.get(row.stance)


def direction(before: PositionLike, after: PositionLike) -> Arrow:
    """From one position to another: by the stance, and for the same stance by the value on the scale."""
    a, b = level(before), level(after)
    if a == b and before.value is not None and after.value is not None and before.stance == after.stance:
        a, b = before.value, after.value
    if a is None or b is None or a == b:
        return "steady"
    return "up" if b > a else "down"


def _cell(key: tuple[str, str], rows: Sequence[PositionLike], origin_of: Mapping[str, str]) -> Cell:
    ascribed = tuple(reversed([r for r in rows if r.voice == "ascribed"]))
    days = steps(rows)
    if not days:
        return Cell(*key, None, None, None, 0, (), (), ascribed)
    row = days[-1][0]
    evidence = tuple(reversed([r for r in rows if r.voice != "ascribed" and r.stance == row.stance]))
    against = tuple(r for r in days[-1] if r.stance != row.stance)
    arrow: Arrow = direction(days[-2][0], row) if len(days) > 1 else "new"
    origins = len({origin_of.get(r.article, r.article) for r in evidence})
    return Cell(*key, row, when(row), arrow, origins, evidence, against, ascribed)


def _order(row: PositionLike) -> tuple[str, str, str, int, int, str]:
    return day_of(when(row)), row.published or "", row.article, row.start, row.end, row.id


def _telling(row: PositionLike) -> tuple[int, float, str, int, str]:
    return _TELLING.get(row.stance, 9), -row.confidence, row.article, row.start, row.id


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two reports of one party on one issue that do not say the same, and what would have to be true for both to hold.

    `needs` are sentences; the first is the least that would do.
    """

    party: str
    issue: str
    one: PositionLike
    other: PositionLike
    needs: tuple[str, ...]


def disagreements(rows: Iterable[PositionLike], origin_of: Mapping[str, str]) -> tuple[Disagreement, ...]:
    """Pairs of different stances on one party and issue from different origins, with nothing of the party in between.

    Compared are the current position with each later or contemporary report of another stance, and with what others
    ascribe. Ordered by party, issue and place.
    """
    found: list[Disagreement] = []
    for (party, issue), own in by_cell(rows).items():
        days = steps(own)
        current = days[-1][0] if days else None
        if current is None:
            continue
        for row in own:
            if row.stance == current.stance or "unclear" in (row.stance, current.stance):
                continue
            if origin_of.get(row.article, row.article) == origin_of.get(current.article, current.article):
                continue
            if row.voice == "ascribed" or last_day_of(when(row)) >= day_of(when(current)):
                found.append(Disagreement(party, issue, current, row, needs(current, row)))
    return tuple(found)


def needs(one: PositionLike, other: PositionLike) -> tuple[str, ...]:
    """What would have to be true for two different reports of a party's position to agree, the least first."""
    party, said = one.actor, []
    conditional = next((r for r in (one, other) if r.stance == "conditional"), None)
    if conditional is not None and {one.stance, other.stance} == {"conditional", "support"}:
        terms = _terms(conditional)
        said.append(f"The conditions of {party} are met, or the other report leaves them out: {terms}.")
    if conditional is not None and {one.stance, other.stance} == {"conditional", "oppose"}:
        terms = _terms(conditional)
        said.append(f"{party} refuses because its conditions are not met: {terms}.")
    if one.option and other.option and one.option != other.option:
        said.append(f"The two speak of different things: “{one.option}” and “{other.option}”.")
    first, second = day_of(when(one)), day_of(when(other))
    if first and second and first != second:
        said.append(f"{party} changed its position between {min(first, second)} and {max(first, second)}.")
    ascribed = next((r for r in (one, other) if r.voice == "ascribed"), None)
    if ascribed is not None:
        said.append(f"What another party says of {party} is not what {party} holds.")
    return (*said, "One of the two reports is wrong.")


def _terms(row: PositionLike) -> str:
    return "; ".join(c for c in row.conditions if c.lower() != "in principle") or "those it has named"

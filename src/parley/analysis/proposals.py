"""What is on the table: who proposed what, to whom, when, and how each party has answered.

A proposal is known by the words of the codebook that put something on the table (`proposes: true` in its stances, which
begins the row's `rule`); its terms are the issues its proposer put forward within `WINDOW` of one another. An answer is
another party's current position on the main term.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from parley.analysis.dates import day_of, last_day_of
from parley.analysis.positions import PositionLike, by_cell, steps, when

WINDOW = dt.timedelta(days=14)
MARK = "proposes: "
Reply = Literal["accepted", "accepted with conditions", "rejected", "unclear", "none"]
_REPLIES: dict[str, Reply] = {
    "support": "accepted", "conditional": "accepted with conditions", "oppose": "rejected", "unclear": "unclear",
}  # fmt: skip


class EventLike(Protocol):
    """What an event row must have to tell to whom something was proposed; names of parties."""

    @property
    def article(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def recipient(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Term:
    """One issue of a proposal: the option put forward, if the words name one, and the rows that say so."""

    issue: str
    option: str | None
    value: float | None
    evidence: tuple[PositionLike, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party has said to a proposal; `row` is None while it has not answered."""

    party: str
    reply: Reply
    when: str | None
    conditions: tuple[str, ...]
    row: PositionLike | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one party put on the table. `terms` has the main one first; `since` is the first date the pages give for it,
    a day, week, month or year.

    `to` are the parties it was put to, as far as the pages say; `open` those of them that have not answered, or only on
    conditions. `origins` counts independent origins.
    """

    proposer: str
    terms: tuple[Term, ...]
    to: tuple[str, ...]
    since: str | None
    answers: tuple[Answer, ...]
    open: tuple[str, ...]
    origins: int


def proposals(
    rows: Iterable[PositionLike],
    origin_of: Mapping[str, str],
    events: Iterable[EventLike] = (),
    party_of: Mapping[str, str] | None = None,
    asked: Sequence[str] = (),
) -> tuple[Proposal, ...]:
    """The proposals, newest first, with their answers.

    `events` tell whom a proposal was put to where they overlap its words; `party_of` maps an actor's name to its party;
    `asked` names parties whose answer is awaited though no page says so.
    """
    kept = [r for r in rows if r.decision != "rejected"]
    cells = by_cell(kept)
    to_whom = list(events)
    found = [
        _proposal(proposer, run, cells, origin_of, to_whom, party_of or {}, asked)
        for proposer, own in _proposing(kept).items()
        for run in _apart(own)
    ]
    found.sort(key=lambda p: (p.proposer, p.terms[0].issue))
    return tuple(sorted(found, key=lambda p: day_of(p.since), reverse=True))


def _proposing(rows: Sequence[PositionLike]) -> dict[str, list[PositionLike]]:
    found: dict[str, list[PositionLike]] = {}
    for r in rows:
        if r.rule.startswith(MARK) and r.voice != "ascribed" and r.stance != "oppose":
            found.setdefault(r.actor, []).append(r)
    return {party: found[party] for party in sorted(found)}


def _apart(rows: Sequence[PositionLike]) -> list[list[PositionLike]]:
    """Rows in runs of days no further apart than the window; undated ones join the first run."""
    dated = sorted(rows, key=lambda r: (day_of(when(r)) or "9999", r.article, r.start, r.id))
    runs: list[list[PositionLike]] = []
    last: dt.date | None = None
    for row in dated:
        text = day_of(when(row))
        day = dt.date.fromisoformat(text) if text else None
        if runs and (day is None or last is None or day - last <= WINDOW):
            runs[0 if day is None else -1].append(row)
        else:
            runs.append([row])
        last = day or last
    return runs


def _proposal(
    proposer: str,
    run: Sequence[PositionLike],
    cells: Mapping[tuple[str, str], Sequence[PositionLike]],
    origin_of: Mapping[str, str],
    events: Sequence[EventLike],
    party_of: Mapping[str, str],
    asked: Sequence[str],
) -> Proposal:
    by_issue: dict[str, list[PositionLike]] = {}
    for row in run:
        by_issue.setdefault(row.issue, []).append(row)
    answered = {issue: sum(1 for p, i in cells if i == issue and p != proposer) for issue in by_issue}
    order = sorted(by_issue, key=lambda i: (-answered[i], -len(by_issue[i]), i))
    terms = tuple(_term(issue, by_issue[issue]) for issue in order)
    # as exactly as the words tell it: of "earlier this week" the day is not known
    told = min(((day, r.since) for r in run if (day := day_of(r.since))), default=None)
    since = told[1] if told else None
    to = _recipients(proposer, run, events, party_of)
    answers = _answers(proposer, order[0], told[0] if told else None, cells, (*to, *asked))
    pending = tuple(a.party for a in answers if a.reply != "accepted" and a.party in {*to, *asked})
    return Proposal(
        proposer, terms, to, since, answers, pending, len({origin_of.get(r.article, r.article) for r in run})
    )


def _term(issue: str, rows: Sequence[PositionLike]) -> Term:
    named = next((r for r in rows if r.option is not None), None)
    return Term(issue, named.option if named else None, named.value if named else None, tuple(rows))


def _recipients(
    proposer: str, run: Sequence[PositionLike], events: Sequence[EventLike], party_of: Mapping[str, str]
) -> tuple[str, ...]:
    """The parties of the recipients of events that overlap the proposal's words."""
    found: dict[str, None] = {}
    for e in events:
        if e.recipient and any(r.article == e.article and r.start < e.end and e.start < r.end for r in run):
            for name in e.recipient.split("; "):
                party = party_of.get(name, name)
                if party != proposer:
                    found[party] = None
    return tuple(sorted(found))


def _answers(
    proposer: str,
    issue: str,
    since: str | None,
    cells: Mapping[tuple[str, str], Sequence[PositionLike]],
    expected: Sequence[str],
) -> tuple[Answer, ...]:
    """Each other party's latest position on the issue from the day of the proposal on, if known; then who owes one."""
    out: list[Answer] = []
    for (party, about), rows in cells.items():
        if about != issue or party == proposer:
            continue
        days = [d for d in steps(rows) if not since or not last_day_of(when(d[0])) or last_day_of(when(d[0])) >= since]
        if days:
            row = days[-1][0]
            out.append(Answer(party, _REPLIES[row.stance], when(row), row.conditions, row))
    known = {a.party for a in out}
    out += [Answer(party, "none", None, (), None) for party in sorted(set(expected) - known)]
    return tuple(out)

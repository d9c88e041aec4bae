"""Proposals and what the parties answered: derived from acceptances, refusals and the positions behind them.

A proposal is known by its proposer and the issue it is about. It is found where a party is reported to propose, or where
another accepts or rejects what it proposed. A party's answer is its current position on that issue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.analysis.dates import day_of
from parley.analysis.happenings import sides
from parley.analysis.stances import Cell, Matrix, when
from parley.ledger.coded_rows import EventRow, PositionRow, QuantityRow

Reply = Literal["accepted", "for", "on conditions", "rejected", "against", "unclear", "no answer yet"]
_PROPOSES = frozenset({"propose", "offer", "table", "put forward", "proposal"})
"""Words at the end of a position's rule (the codebook's, by lemma) by which its party is the proposer."""
_YES, _NO = frozenset({"AGREE", "CONCEDE"}), frozenset({"REJECT"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a party answered. `cell` is the position behind it, None where it has not answered.

    `row` is the surest evidence: the act of accepting or rejecting where one is reported, else the position.
    """

    party: str
    reply: Reply
    since: str | None
    conditions: tuple[str, ...]
    cell: Cell | None
    row: EventRow | PositionRow | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who proposed something on an issue. `terms` are figures and options the words name; `rows` the evidence.

    `answers` are those of the other parties that have a position on anything, those who answered first.
    """

    by: str
    issue: str
    terms: tuple[str, ...]
    since: str | None
    rows: tuple[EventRow | PositionRow, ...]
    answers: tuple[Answer, ...]
    origins: int


def proposals(
    table: Matrix,
    events: Iterable[EventRow],
    positions: Iterable[PositionRow],
    quantities: Iterable[QuantityRow] = (),
    party_of: Mapping[str, str | None] | None = None,
) -> tuple[Proposal, ...]:
    """Proposals, the one with most reports first. `party_of` gives the side of an actor (itself if missing)."""
    known = party_of or {}
    held = [r for r in positions if r.decision != "rejected" and r.voice != "ascribed"]
    acts = [e for e in events if e.decision != "rejected" and e.status == "happened" and e.type in _YES | _NO]
    found: dict[tuple[str, str], list[EventRow | PositionRow]] = {}
    acts_on: dict[tuple[str, str, str], EventRow] = {}
    for r in held:
        if r.rule.rsplit(" < ", 1)[-1] in _PROPOSES:
            found.setdefault((r.actor, r.issue), []).append(r)
    for e in acts:
        doers = {known.get(n) or n for n in (e.actor or "").split("; ") if n}
        others = sorted({known.get(n) or n for n in sides(e)} - doers)
        for r in held:
            if r.article == e.article and r.actor in doers and r.start < e.end and e.start < r.end:
                if (r.stance, e.type in _YES) in (("support", True), ("oppose", False)):
                    key = (r.actor, r.issue, r.stance)
                    if key not in acts_on or _surer(e, acts_on[key]):
                        acts_on[key] = e
                if len(others) == 1 and e.recipient and others[0] in table.parties:
                    found.setdefault((others[0], r.issue), []).append(e)
    made = [_proposal(key, rows, table, acts_on, list(quantities)) for key, rows in sorted(found.items())]
    return tuple(sorted(made, key=lambda p: (-p.origins, -len(p.rows), p.by, p.issue)))


def _proposal(
    key: tuple[str, str],
    rows: list[EventRow | PositionRow],
    table: Matrix,
    acts_on: Mapping[tuple[str, str, str], EventRow],
    quantities: Sequence[QuantityRow],
) -> Proposal:
    by, issue = key
    unique = {(r.article, r.id): r for r in sorted(rows, key=lambda r: (-r.confidence, r.source, r.start, r.id))}
    terms = [
        q.text
        for r in unique.values()
        for q in quantities
        if q.article == r.article and r.start <= q.start < r.end and q.of
    ]
    terms += [r.option for r in unique.values() if isinstance(r, PositionRow) and r.option]
    answers = [_answer(p, issue, table, acts_on) for p in table.parties if p != by]
    order = ("accepted", "for", "on conditions", "rejected", "against", "unclear", "no answer yet")
    days = sorted(d for r in unique.values() if isinstance(r, PositionRow) and (d := when(r)))
    return Proposal(
        by, issue, tuple(dict.fromkeys(terms)), days[0] if days else None, tuple(unique.values()),
        tuple(sorted(answers, key=lambda a: (order.index(a.reply), day_of(a.since), a.party))),
        len({r.origin for r in unique.values()}),
    )  # fmt: skip


def _answer(party: str, issue: str, table: Matrix, acts_on: Mapping[tuple[str, str, str], EventRow]) -> Answer:
    cell = table.cells.get((party, issue))
    if cell is None:
        return Answer(party, "no answer yet", None, (), None, None)
    plain: dict[str, Reply] = {"support": "for", "oppose": "against", "conditional": "on conditions"}
    firm: dict[str, Reply] = {"support": "accepted", "oppose": "rejected"}
    act = acts_on.get((party, issue, cell.row.stance))
    conditions = tuple(words for words, _ in cell.conditions)
    if act is None:
        return Answer(party, plain.get(cell.row.stance, "unclear"), cell.since, conditions, cell, cell.row)
    since = act.date or (cell.since if cell.dated else None)
    return Answer(party, firm[cell.row.stance], since or act.published, conditions, cell, act)


def _surer(a: EventRow, b: EventRow) -> bool:
    """The dated report before the undated, then the surer one, then the origin's."""
    return (a.date is not None, a.confidence, a.article == a.origin) > (
        b.date is not None, b.confidence, b.article == b.origin,
    )  # fmt: skip

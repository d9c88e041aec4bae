"""Scores of the coded negotiation: events, positions, contested claims, figures.

Events are paired one to one by overlapping evidence (Jaccard at least .2) and the same type; date and status are
counted on the pairs. Positions are the set of (party, issue) of a page in other than the ascribed voice; stance is
counted on those found. A contested claim counts as found when its assertion or denial overlaps one that the ledger
holds for contested; a figure when one of the same value overlaps it. What only one of two annotators has is optional:
neither missed nor wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parley.evaluation.gold import GoldPage, alternatives, spans_of, stem
from parley.evaluation.overlap import PRF, match, prf
from parley.records import Span

OVERLAP = 0.2


@dataclass(frozen=True, slots=True)
class NegotiationScores:
    """Figures in [0, 1]; None where the gold has nothing to count."""

    events: PRF
    event_date: float | None
    event_status: float | None
    positions: PRF
    stance: float | None
    contested: float | None
    quantities: float | None

    def figures(self) -> dict[str, float]:
        """By dotted name (`events.f1`, `positions.stance`, …)."""
        named = {
            "events.f1": self.events.f1, "events.date": self.event_date, "events.status": self.event_status,
            "positions.f1": self.positions.f1, "positions.precision": self.positions.precision,
            "positions.stance": self.stance, "claims.contested": self.contested, "quantities.recall": self.quantities,
        }  # fmt: skip
        return {k: v for k, v in named.items() if v is not None}


def score_negotiation(
    pages: Sequence[GoldPage], found: Mapping[str, Mapping[str, Sequence[Any]]], contested: set[tuple[str, str]]
) -> NegotiationScores:
    """Scores over pages whose `coded` is annotated.

    `found` holds ledger rows by table (`events`, `positions`, `claims`, `quantities`) and page; `contested` the
    (article, id) of claims that are in dispute.
    """
    n: Counter[str] = Counter()
    for page in pages:
        gold = page.coded or {}
        rows = {name: found[name].get(stem(page.article), ()) for name in found}
        _events(gold.get("events", ()), rows["events"], n)
        _positions(gold.get("positions", ()), rows["positions"], n)
        disputed = [_pieces(c) for c in rows["claims"] if (c.article, c.id) in contested]
        _claims(gold.get("claims", ()), disputed, n)
        _quantities(gold.get("quantities", ()), rows["quantities"], n)
    return NegotiationScores(
        prf(n["event"], n["events found"], n["events"]), _ratio(n, "date", "dated"), _ratio(n, "status", "event"),
        prf(n["position"], n["positions found"], n["positions"]), _ratio(n, "stance", "position"),
        _ratio(n, "dispute", "disputes"), _ratio(n, "figure", "figures"),
    )  # fmt: skip


def _events(gold: Sequence[Mapping[str, Any]], rows: Sequence[Any], n: Counter[str]) -> None:
    n["events"] += sum(not e.get("optional") for e in gold)
    n["events found"] += len(rows)
    for kind in sorted({str(e["type"]) for e in gold} | {str(r.type) for r in rows}):
        wanted, given = [e for e in gold if e["type"] == kind], [r for r in rows if r.type == kind]
        for i, j in match([alternatives(dict(e)) for e in wanted], [_pieces(r) for r in given], OVERLAP):
            if wanted[i].get("optional"):
                n["events found"] -= 1
                continue
            n["event"] += 1
            n["status"] += given[j].status in wanted[i]["status"]
            if wanted[i]["date"]:
                n["dated"] += 1
                n["date"] += given[j].date in wanted[i]["date"]


def _positions(gold: Sequence[Mapping[str, Any]], rows: Sequence[Any], n: Counter[str]) -> None:
    wanted = {(p["actor"], p["issue"]): p for p in gold}
    given = {(r.actor, r.issue): r.stance for r in rows if r.voice != "ascribed"}
    optional = {key for key, p in wanted.items() if p.get("optional")}
    n["positions"] += len(wanted.keys() - optional)
    n["positions found"] += len(given.keys() - optional)
    for key in (wanted.keys() - optional) & given.keys():
        n["position"] += 1
        n["stance"] += given[key] in wanted[key]["stance"]


def _claims(gold: Sequence[Mapping[str, Any]], disputed: Sequence[Sequence[Span]], n: Counter[str]) -> None:
    for claim in gold:
        if not claim["denied_by"] or claim.get("optional"):
            continue
        n["disputes"] += 1
        evidence = spans_of(dict(claim)) + [(int(s), int(e)) for s, e in claim.get("denial_spans", ())]
        n["dispute"] += any(s < y and x < e for s, e in evidence for pieces in disputed for x, y in pieces)


def _quantities(gold: Sequence[Mapping[str, Any]], rows: Sequence[Any], n: Counter[str]) -> None:
    for figure in gold:
        if figure.get("optional"):
            continue
        start, end = spans_of(dict(figure))[0]
        n["figures"] += 1
        n["figure"] += any(start < r.end and r.start < end and r.value == float(figure["value"]) for r in rows)


def _pieces(row: Any) -> list[Span]:
    return list(row.spans) or [(row.start, row.end)]


def _ratio(n: Counter[str], hits: str, of: str) -> float | None:
    return n[hits] / n[of] if n[of] else None

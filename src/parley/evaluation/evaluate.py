"""A ledger against annotated pages: `evaluate(gold_folder, ledger)`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from parley.analysis.claims import group_claims
from parley.errors import InputError
from parley.evaluation.gold import GoldPage, by_page, load_gold, stem
from parley.evaluation.negotiation import NegotiationScores, score_negotiation
from parley.evaluation.scores import (
    BodyScores,
    DateScores,
    Miss,
    StatementScores,
    score_bodies,
    score_dates,
    score_statements,
)
from parley.ledger.rows import ArticleRow
from parley.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured; None for what the gold does not annotate.

    `missing`: annotated pages that are not in the ledger (they count as empty). `shifted`: pages whose text in the
    ledger is not the annotated one, so that offsets need not agree (HTML pages are not compared).
    """

    pages: int
    statements: StatementScores | None
    dates: DateScores | None
    body: BodyScores | None
    missing: tuple[str, ...]
    shifted: tuple[str, ...]
    negotiation: NegotiationScores | None = None
    texts: dict[str, str] = field(default_factory=dict, repr=False)
    """Text of each annotated page, as far as known: what the misses' offsets count in."""

    @property
    def misses(self) -> tuple[Miss, ...]:
        """All errors, statements first."""
        return (self.statements.misses if self.statements else ()) + (self.dates.misses if self.dates else ())

    def figures(self) -> dict[str, float]:
        """Every figure by its dotted name (`statements.loose`, `dates.value_f1`, `body.f1`, …)."""
        out: dict[str, float] = {}
        if s := self.statements:
            out.update({"statements.loose": s.loose.f1, "statements.tight": s.tight.f1})
            out.update({f"statements.recall_{k}": v for k, v in s.recall.items()})
            for name in ("speaker", "party", "mood", "said_on"):
                if (value := getattr(s, name)) is not None:
                    out[f"statements.{name}"] = value
        if d := self.dates:
            out.update({"dates.relaxed": d.relaxed.f1, "dates.value_f1": d.value_f1})
        if b := self.body:
            out["body.f1"] = b.body.f1
        if c := self.negotiation:
            out.update(c.figures())
        return out

    def as_json(self) -> dict[str, Any]:
        """Everything but the misses and texts, ready for JSON."""
        out: dict[str, Any] = {"pages": self.pages, "missing": list(self.missing), "shifted": list(self.shifted)}
        for name in ("statements", "dates", "body", "negotiation"):
            scores = getattr(self, name)
            if scores is not None:
                out[name] = {k: v for k, v in asdict(scores).items() if k not in ("misses", "worst")}
        return out


def evaluate(gold_folder: str | Path, ledger: Ledger) -> Report:
    """Measures the ledger on the annotated pages of a folder, matched by base name.

    Where several articles share a base name, those with the annotated text count, if any has it.
    Raises InputError when the folder holds no annotation.
    """
    gold = load_gold(gold_folder)
    if not gold:
        raise InputError(f"{Path(gold_folder) / 'gold.jsonl'} holds no annotated page")
    wanted = {stem(g.article) for g in gold}
    articles = by_page(row for row in ledger.articles() if stem(row.source) in wanted)
    chosen, shifted = _choose(gold, articles, ledger)
    gold = tuple(g.with_text(ledger.text(rows[0].id) if (rows := chosen[stem(g.article)]) else None) for g in gold)
    keep = {row.id for rows in chosen.values() for row in rows}

    def kept(of: Any) -> dict[str, list[Any]]:
        return by_page(row for row in of if row.article in keep)

    with_statements = [g for g in gold if g.statements is not None]
    with_dates = [g for g in gold if g.dates is not None]
    with_body = [g for g in gold if g.body is not None]
    with_coding = [g for g in gold if g.coded is not None]
    return Report(
        len(gold),
        score_statements(with_statements, kept(ledger.statements())) if with_statements else None,
        score_dates(with_dates, kept(ledger.times())) if with_dates else None,
        score_bodies(with_body, chosen) if with_body else None,
        tuple(g.article for g in gold if stem(g.article) not in articles),
        tuple(shifted),
        _negotiation(with_coding, ledger, kept) if with_coding else None,
        {g.article: g.text for g in gold if g.text is not None},
    )


def _negotiation(
    gold: list[GoldPage], ledger: Ledger, kept: Callable[[Any], dict[str, list[Any]]]
) -> NegotiationScores:
    claims = list(ledger.claims())
    groups = group_claims(claims, {r.article: r.origin for r in claims})
    contested = {member for g in groups if g.status == "contested" for member in g.members}
    found = {
        "events": kept(ledger.events()), "positions": kept(ledger.positions()), "claims": kept(claims),
        "quantities": kept(ledger.quantities()),
    }  # fmt: skip
    return score_negotiation(gold, found, contested)


def _choose(
    gold: tuple[GoldPage, ...], articles: dict[str, list[ArticleRow]], ledger: Ledger
) -> tuple[dict[str, list[ArticleRow]], list[str]]:
    chosen: dict[str, list[ArticleRow]] = {}
    shifted: list[str] = []
    for g in gold:
        rows = articles.get(stem(g.article), [])
        exact = [r for r in rows if ledger.text(r.id) == g.text] if g.text is not None else []
        chosen[stem(g.article)] = exact or rows
        plain = [r for r in rows if ".htm" not in r.source.casefold()]
        if g.text is not None and plain and not exact:
            shifted.append(g.article)
    return chosen, shifted

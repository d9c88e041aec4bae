"""Scores of the coded negotiation on rows shown here."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from parley.evaluation.gold import GoldPage
from parley.evaluation.negotiation import score_negotiation

GOLD = {
    "events": [
        {"type": "CONSULT", "date": ["2031-09-16"], "status": ["planned"], "spans": [[0, 20]]},
        {"type": "ASSAULT", "date": [], "status": ["happened"], "spans": [[30, 50]], "optional": True},
    ],
    "positions": [{"actor": "Osmara", "issue": "ceasefire", "stance": ["conditional"], "spans": [[0, 9]]}],
    "claims": [{"denied_by": ["Tervane"], "spans": [[60, 70]], "denial_spans": [[80, 90]]}],
    "quantities": [{"value": 45, "spans": [[5, 11]]}],
}


def row(**values: Any) -> SimpleNamespace:
    return SimpleNamespace(**{"spans": (), "article": "a", "id": "x", **values})


def scores(**rows: list[SimpleNamespace]) -> Any:
    page = GoldPage("a.txt", None, None, None, None, GOLD)
    found = {name: {"a": rows.get(name, [])} for name in ("events", "positions", "claims", "quantities")}
    return score_negotiation([page], found, {("a", "disputed")})


def test_everything_right() -> None:
    s = scores(
        events=[row(type="CONSULT", date="2031-09-16", status="planned", start=0, end=18)],
        positions=[row(actor="Osmara", issue="ceasefire", stance="conditional", voice="own", start=0, end=9)],
        claims=[row(id="disputed", start=82, end=88)],
        quantities=[row(value=45.0, start=4, end=12)],
    )
    assert set(s.figures().values()) == {1.0}


def test_the_optional_is_neither_missed_nor_wrong_and_the_rest_counts() -> None:
    s = scores(
        events=[
            row(type="ASSAULT", date=None, status="happened", start=30, end=50),
            row(type="CONSULT", date="2031-09-17", status="happened", start=0, end=20),
            row(type="AID", date=None, status="happened", start=0, end=20),
        ],
        positions=[
            row(actor="Osmara", issue="ceasefire", stance="support", voice="narrated", start=0, end=9),
            row(actor="Osmara", issue="territory", stance="support", voice="ascribed", start=0, end=9),
        ],
        claims=[row(id="other", start=82, end=88)],
    )
    assert (s.events.precision, s.events.recall) == (0.5, 1.0)
    assert (s.event_date, s.event_status, s.stance) == (0.0, 0.0, 0.0)
    assert (s.positions.precision, s.positions.recall) == (1.0, 1.0)
    assert (s.contested, s.quantities) == (0.0, 0.0)

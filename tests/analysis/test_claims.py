"""Reports of one claim brought together: contested, corroborated, from one origin."""

from __future__ import annotations

import itertools

from parley.analysis.claims import group_claims, statuses
from parley.ledger.coded_rows import ClaimRow


def row(article: str, role: str, party: str, day: str | None = "2031-09-10", figure: str | None = None) -> ClaimRow:
    return ClaimRow(
        f"{article}-{role}-{party}", f"{article}.txt", article, 0, 4, "text", (), None, None, day, "", article,
        "encirclement: Osmara", role, None, party, None, figure, 0.8, "suggested", day,
    )  # fmt: skip


def test_asserted_by_two_sides_and_denied_by_the_third() -> None:
    rows = [row("a", "asserts", "Tervane"), row("b", "asserts", "Halmere"), row("c", "denies", "Osmara")]
    (group,) = group_claims(rows, {})
    assert (group.status, group.asserted_by, group.denied_by) == ("contested", ("Halmere", "Tervane"), ("Osmara",))
    assert group.origins == 3


def test_copies_count_once() -> None:
    rows = [row("a", "asserts", "Tervane"), row("b", "asserts", "Tervane")]
    (group,) = group_claims(rows, {"b": "a"})
    assert (group.status, group.origins) == ("single-origin", 1)
    (group,) = group_claims(rows, {})
    assert (group.status, group.origins) == ("corroborated", 2)


def test_a_month_later_it_is_another_claim() -> None:
    rows = [row("a", "asserts", "Tervane"), row("b", "denies", "Osmara", "2031-11-20")]
    assert [g.status for g in group_claims(rows, {})] == ["single-origin", "single-origin"]


def test_figures_are_kept_side_by_side() -> None:
    rows = [
        row("a", "asserts", "Tervane", figure="40 sailors"),
        row("b", "asserts", "Halmere", figure="some 50 sailors"),
    ]
    assert group_claims(rows, {})[0].figures == ("40 sailors", "some 50 sailors")


def test_any_order_gives_the_same() -> None:
    rows = [
        row("a", "asserts", "Tervane"),
        row("b", "denies", "Osmara", None),
        row("c", "asserts", "Halmere", "2031-09-20"),
    ]
    told = {str(group_claims(part, {})) for part in itertools.permutations(rows)}
    assert len(told) == 1
    assert len(statuses(group_claims(rows, {}))) == 3

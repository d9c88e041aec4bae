"""The matrix in a terminal, as many issues side by side as fit, and below it conditions and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from parley.analysis.stances import Cell, when
from parley.analysis.talks import issue_words
from parley.cli import views
from parley.cli.news import Item
from parley.ledger.coded_rows import PositionRow

LEGEND = (
    "+ for   − against   ± on conditions   ? unclear   0–100 place on the issue's scale   "
    "↑ ↓ → moved towards yes, towards no, not   ×2 independent origins   n narrated, not in its own voice"
)


def cell_words(cell: Cell) -> str:
    """A cell: sign, value, arrow, origins, and n when it is narrated: "± 50 ↓ ×2 n"."""
    row = cell.row
    value = f"{row.value:g}" if row.value is not None else ""
    arrow = views.ARROWS.get(cell.moved, "") if cell.moved is not None else ""
    voice = "n" if row.voice == "narrated" else ""
    return " ".join(filter(None, (views.SIGNS.get(row.stance, "?"), value, arrow, f"×{cell.origins}", voice)))


def cell_record(cell: Cell) -> dict[str, Any]:
    """A cell for JSON."""
    r = cell.row
    return {
        "kind": "cell", "party": cell.party, "issue": cell.issue, "stance": r.stance, "option": r.option,
        "value": r.value, "voice": r.voice, "firmness": r.firmness, "confidence": r.confidence, "since": cell.since,
        "since_from": "words" if cell.dated else "publication", "moved": cell.moved, "origins": cell.origins,
        "conditions": [{"words": words, "evidence": views.quoted(of)} for words, of in cell.conditions],
        "evidence": [views.quoted(x) for x in (r, *cell.also)],
        "before": {"stance": cell.before.stance, "when": when(cell.before), **views.quoted(cell.before)}
        if cell.before else None,
    }  # fmt: skip


def ascribed_record(row: PositionRow) -> dict[str, Any]:
    """A position that others say a party has, for JSON."""
    return {"kind": "ascribed", "party": row.actor, **asdict(row)}


def draw(
    parties: Sequence[str],
    issues: Sequence[str],
    cells: Mapping[tuple[str, str], Cell],
    ascribed: Sequence[PositionRow],
    with_evidence: bool,
) -> None:
    """Print the matrix, its legend, the conditions, and with `with_evidence` the words behind each cell."""
    for part in _side_by_side(parties, issues, cells):
        rows = [(p, *(cell_words(cells[p, i]) if (p, i) in cells else "" for i in part)) for p in parties]
        views.grid(("", *map(issue_words, part)), [r for r in rows if any(r[1:])])
    views.note(LEGEND)
    conditions = [
        (f"{p} on {issue_words(i)}", [Item(views.quote(words), "", views.place(r)) for words, r in cell.conditions])
        for p in parties
        for i in issues
        if (cell := cells.get((p, i))) and cell.conditions
    ]
    if conditions:
        click.echo()
        views.sheet("Conditions", "", conditions)
    if with_evidence:
        click.echo()
        views.sheet(
            "Evidence", "", [
                (f"{p} on {issue_words(i)}: {cell_words(cell)}", _behind(cell))
                for p in parties for i in issues if (cell := cells.get((p, i)))
            ],
        )  # fmt: skip
        if ascribed:
            click.echo()
            entries = [
                Item(f"{r.actor} on {issue_words(r.issue)}: {r.stance}", views.quote(r.text), views.place(r))
                for r in ascribed
            ]
            views.sheet("Ascribed", "What others say a party wants.", [("", entries)])


def _side_by_side(
    parties: Sequence[str], issues: Sequence[str], cells: Mapping[tuple[str, str], Cell]
) -> list[list[str]]:
    """The issues in runs that fit the terminal beside the names of the parties."""
    parts: list[list[str]] = []
    first = 3 + max(map(len, parties), default=0)
    left = 0
    for i in issues:
        words = [*issue_words(i).split(), *(cell_words(cells[p, i]) for p in parties if (p, i) in cells)]
        need = 3 + max(map(len, words))
        if not parts or need > left:
            parts.append([])
            left = views.width() - min(first, 30)
        parts[-1].append(i)
        left -= need
    return parts


def _behind(cell: Cell) -> list[Item]:
    items = [
        Item(f"{r.voice}{f', {r.option}' if r.option else ''}, {when(r) or 'undated'}", views.quote(r.text),
             f"{views.place(r)}  [{r.id[:8]}]")
        for r in (cell.row, *cell.also)
    ]  # fmt: skip
    if cell.before:
        b = cell.before
        items.append(Item(f"before: {b.stance}, {when(b)}", views.quote(b.text), f"{views.place(b)}  [{b.id[:8]}]"))
    return items

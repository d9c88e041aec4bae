"""The matrix in a terminal, as many issues side by side as fit, and below it conditions and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from parley.analysis.positions import Cell, when
from parley.analysis.standing import ARROWS, conditions, since
from parley.analysis.talks import Talks, issue_words
from parley.cli import views
from parley.cli.news import Item

LEGEND = (
    "+ for   − against   ± on conditions   ? unclear   0–100 place on the issue's scale   "
    "↑ ↓ → moved towards yes, towards no, not   ×2 independent origins   n narrated, not in its own voice"
)


def cell_words(cell: Cell) -> str:
    """A cell: sign, value, arrow, origins, n when narrated: "± 50 ↓ ×2 n"; "" when others alone speak of it."""
    row = cell.row
    if row is None:
        return ""
    value = f"{row.value:g}" if row.value is not None else ""
    arrow = views.ARROWS[ARROWS[cell.arrow]] if cell.arrow in ARROWS else ""
    voice = "n" if row.voice == "narrated" else ""
    return " ".join(filter(None, (views.SIGNS.get(row.stance, "?"), value, arrow, f"×{cell.origins}", voice)))


def cell_record(talks: Talks, cell: Cell) -> dict[str, Any]:
    """A cell for JSON; `cell.row` is given."""
    r: Any = cell.row
    moved = talks.moved(cell.party, cell.issue)
    day, told = since(cell, moved)
    return {
        "kind": "cell", "party": cell.party, "issue": cell.issue, "stance": r.stance, "option": r.option,
        "value": r.value, "voice": r.voice, "firmness": r.firmness, "confidence": r.confidence, "since": day,
        "since_from": "words" if told else "publication", "arrow": cell.arrow, "origins": cell.origins,
        "conditions": [{"words": words, "evidence": views.quoted(of)} for words, of in _conditions(cell)],
        "evidence": [views.quoted(x) for x in cell.evidence],
        "against": [{"stance": x.stance, **views.quoted(x)} for x in cell.against],
        "before": {"stance": moved.before.stance, "when": when(moved.before), **views.quoted(moved.before)}
        if moved else None,
    }  # fmt: skip


def ascribed_record(row: Any) -> dict[str, Any]:
    """A position that others say a party has, for JSON."""
    return {
        "kind": "ascribed", "party": row.actor, "issue": row.issue, "stance": row.stance, "option": row.option,
        "value": row.value, "confidence": row.confidence, "since": row.since, **views.quoted(row),
    }  # fmt: skip


def _conditions(cell: Cell) -> list[tuple[str, Any]]:
    return [(words, row) for words, row in conditions(cell)]


def draw(talks: Talks, every: Sequence[Cell], with_evidence: bool) -> None:
    """Print the matrix, its legend, the conditions, and with `with_evidence` the words behind each cell."""
    cells = {(c.party, c.issue): c for c in every if c.row}
    parties = list(dict.fromkeys(p for p, _ in cells))
    issues = [i for i in talks.matrix.issues if any(of == i for _, of in cells)]
    for part in _side_by_side(parties, issues, cells):
        rows = [(p, *(cell_words(cells[p, i]) if (p, i) in cells else "" for i in part)) for p in parties]
        views.grid(("", *map(issue_words, part)), [r for r in rows if any(r[1:])])
    views.note(LEGEND)
    bound = [
        (f"{p} on {issue_words(i)}", [Item(views.quote(words), "", views.place(r)) for words, r in found])
        for (p, i), cell in cells.items()
        if (found := _conditions(cell))
    ]
    if bound:
        click.echo()
        views.sheet("Conditions", "", bound)
    if with_evidence:
        click.echo()
        behind = [(f"{p} on {issue_words(i)}: {cell_words(c)}", _behind(talks, c)) for (p, i), c in cells.items()]
        views.sheet("Evidence", "", behind)
        ascribed: list[Any] = [r for c in every for r in c.ascribed]
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


def _behind(talks: Talks, cell: Cell) -> list[Item]:
    items = []
    for r in cell.evidence:
        words = f"{r.voice}{f', {r.option}' if r.option else ''}, {when(r) or 'undated'}"
        items.append(Item(words, views.quote(r.text), f"{views.place(r)}  [{r.id[:8]}]"))
    for r in cell.against:
        items.append(Item(f"but also: {r.stance}", views.quote(r.text), f"{views.place(r)}  [{r.id[:8]}]"))
    moved = talks.moved(cell.party, cell.issue)
    if moved:
        b = moved.before
        items.append(Item(f"before: {b.stance}, {when(b)}", views.quote(b.text), f"{views.place(b)}  [{b.id[:8]}]"))
    return items

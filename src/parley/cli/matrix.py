"""`parley matrix`: where each party stands on each issue."""

from __future__ import annotations

import click


@click.command()
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="Only this party; may be given several times.")
@click.option("--issue", "issues", multiple=True, metavar="NAME", help="Only this issue; may be given several times.")
@click.option("--evidence", "with_evidence", is_flag=True, help="The words behind each cell below the matrix.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line: a cell, or an ascribed position.")
def matrix(
    ledger_path: str, parties: tuple[str, ...], issues: tuple[str, ...], with_evidence: bool, as_json: bool
) -> None:
    """Show where each party stands on each issue: the matrix.

    A cell is the party's latest position in its own voice, else as narrated. What others say it wants (ascribed) never
    fills a cell: it is listed below with --evidence.
    """
    from parley.cli import views
    from parley.cli.grids import ascribed_record, cell_record, draw

    talks = views.load(ledger_path)
    found = talks.matrix
    by = views.chosen("party", parties, found.parties)
    on = views.chosen("issue", issues, found.issues)
    every = [
        found.cells[p, i]
        for p in found.parties
        for i in found.issues
        if (p, i) in found.cells and (by is None or p in by) and (on is None or i in on)
    ]
    if as_json:
        views.print_json(cell_record(talks, c) for c in every if c.row)
        views.print_json(ascribed_record(r) for c in every for r in c.ascribed)
        return
    if not every:
        views.nothing("positions", ledger_path)
        return
    draw(talks, every, with_evidence)

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
    """Show the matrix: parties, issues and where each stands.

    A cell is the party's latest position in its own voice, else as narrated. What others say it wants (ascribed) never
    fills a cell: it is listed below with --evidence.
    """
    from parley.cli import views
    from parley.cli.grids import ascribed_record, cell_record, draw

    found = views.load(ledger_path).matrix
    ascribed_to = {r.actor for r in found.ascribed}
    by = views.chosen("party", parties, {*found.parties, *ascribed_to})
    on = views.chosen("issue", issues, {*found.issues, *(r.issue for r in found.ascribed)})
    names = [p for p in found.parties if by is None or p in by]
    topics = [i for i in found.issues if on is None or i in on]
    cells = {k: c for k, c in found.cells.items() if k[0] in names and k[1] in topics}
    ascribed = [r for r in found.ascribed if (by is None or r.actor in by) and (on is None or r.issue in on)]
    if as_json:
        views.print_json(cell_record(cells[p, i]) for p in names for i in topics if (p, i) in cells)
        views.print_json(map(ascribed_record, ascribed))
        return
    if not cells and not ascribed:
        views.nothing("positions", ledger_path)
        return
    draw([p for p in names if any((p, i) in cells for i in topics)],
         [i for i in topics if any((p, i) in cells for p in names)], cells, ascribed, with_evidence)  # fmt: skip

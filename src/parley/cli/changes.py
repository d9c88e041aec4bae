"""`parley changes`: what is new in a ledger since a day or a run."""

from __future__ import annotations

import click


@click.command()
@click.option(
    "--since", required=True, metavar="DATE|RUN", help="A day or time (UTC), or a run: 2025-03-14, 12, run:12."
)
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option(
    "--format", "-f", "form", default="text", show_default=True, type=click.Choice(["text", "markdown", "json"]),
    help="For the terminal, as Markdown, or as one JSON object.",
)  # fmt: skip
@click.option(
    "--limit", "-n", default=20, show_default=True, type=click.IntRange(min=1),
    help="At most so many lines of a list (of statements: for a party). JSON holds all.",
)  # fmt: skip
def changes(since: str, ledger_path: str, form: str, limit: int) -> None:
    """Tell what is new in a ledger since a day or a run.

    New articles with their copies, edited pages with what was added and taken out, statements by party and speaker,
    positions that moved, new disputes and appointments, actors, and pages that could not be read. What counts is when
    a page was read, not when it was published. A run counts itself and all after it; a number of four digits is a year
    (write run:1234 for such a run).
    """
    from parley.analysis.turns import turns
    from parley.ledger.changes import changes as find
    from parley.ledger.store import Ledger

    with Ledger.open(ledger_path, read_only=True) as ledger:
        found = find(ledger, since)
        turned = turns(ledger, {r.id for r in found.runs}) if found else None
    if form == "json":
        import json

        from parley.cli.news import record

        click.echo(json.dumps(record(found, turned), ensure_ascii=False, indent=2))
        return
    from parley.cli.news import as_markdown, news, show

    sheet = news(found, limit, turned)
    if form == "markdown":
        click.echo(as_markdown(sheet), nl=False)
    else:
        show(sheet)

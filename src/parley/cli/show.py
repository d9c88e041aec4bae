"""`parley show`: rows of a ledger in the terminal, or as JSON Lines."""

from __future__ import annotations

import click

WHAT = (
    "statements", "articles", "actors", "times", "mentions", "events", "positions", "claims", "quantities",
    "problems", "runs",
)  # fmt: skip


@click.command()
@click.argument("what", type=click.Choice(WHAT))
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--party", help="Statements of this party.")
@click.option("--speaker", help="Statements of this speaker; a surname will do.")
@click.option("--mood", help="Statements in this mood (assert, deny, demand, …).")
@click.option("--since", metavar="DATE", help="Statements said (else published) on or after this date.")
@click.option("--until", metavar="DATE", help="Statements said (else published) on or before this date.")
@click.option("--limit", "-n", type=click.IntRange(min=1), help="At most so many rows.")
@click.option("--all-versions", is_flag=True, help="Rows of older versions of edited pages too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def show(
    what: str,
    ledger_path: str,
    party: str | None,
    speaker: str | None,
    mood: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    all_versions: bool,
    as_json: bool,
) -> None:
    """List rows of a ledger: statements, articles, actors, times, mentions, events, positions, claims, quantities,
    problems or runs.

    Dates may be a day (2025-03-14), a week (2025-W11), a month (2025-03) or a year (2025).
    """
    from parley.cli.listing import Wanted, list_rows

    wanted = Wanted(party, speaker, mood, since, until)
    if what != "statements" and (given := wanted.given()):
        raise click.UsageError(f"{', '.join('--' + g for g in given)} can be asked of statements only")
    list_rows(ledger_path, what, wanted, limit, as_json, all_versions)

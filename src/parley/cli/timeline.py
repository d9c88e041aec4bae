"""`parley timeline`: events and dated statements by day."""

from __future__ import annotations

import click


@click.command()
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="Only this party's doings and words.")
@click.option("--since", metavar="DATE", help="On or after this date.")
@click.option("--until", metavar="DATE", help="On or before this date.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def timeline(ledger_path: str, parties: tuple[str, ...], since: str | None, until: str | None, as_json: bool) -> None:
    """List events and dated statements by day, oldest first.

    Reports of one event are one entry. What no page dates is left out; `parley show` lists it.
    """
    from parley.analysis.chronicle import chronicle
    from parley.analysis.dates import day_of, last_day_of, within
    from parley.cli import views
    from parley.cli.listing import check_date
    from parley.cli.news import Item
    from parley.ledger.store import Ledger

    check_date("since", since)
    check_date("until", until)
    with Ledger.open(ledger_path, read_only=True) as ledger:
        entries = chronicle(ledger)
    wanted = views.chosen("party", parties, {p for e in entries for p in e.parties})
    first, last = day_of(since) or None, last_day_of(until) or None
    kept = [e for e in entries if within(e.when, first, last) and (wanted is None or wanted & {*e.parties})]
    if as_json:
        views.print_json(views.bare(e) for e in kept)
        return
    if not kept:
        views.nothing("dated events or statements", ledger_path)
        return
    days: dict[str, list[Item]] = {}
    for e in kept:
        items = days.setdefault(e.when, [])
        origins = f" · {e.origins} origins" if e.origins > 1 else ""
        items.append(
            Item(e.who or "unknown", f"{e.what}: {views.quote(e.evidence.text)}", views.place(e.evidence) + origins)
        )
    views.sheet("Timeline", f"{len(kept)} entries, oldest first", days.items())

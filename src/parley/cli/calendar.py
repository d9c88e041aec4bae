"""`parley calendar`: what was announced, and what came of it."""

from __future__ import annotations

import click


@click.command()
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--since", metavar="DATE", help="Due on or after this date.")
@click.option("--until", metavar="DATE", help="Due on or before this date.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def calendar(ledger_path: str, since: str | None, until: str | None, as_json: bool) -> None:
    """List appointments: planned events and what came of them.

    By the day they are due, those without a day last. Due: still to come on the newest day of the ledger. Kept, moved
    or missed: a later report says so. Unknown: the day has passed and no page tells.
    """
    from parley.analysis.dates import day_of, last_day_of, within
    from parley.cli import views
    from parley.cli.listing import check_date

    check_date("since", since)
    check_date("until", until)
    found = views.load(ledger_path)
    first, last = day_of(since) or None, last_day_of(until) or None
    dated = [a for a in found.calendar if within(a.due, first, last)]
    if as_json:
        views.print_json(
            {
                **views.bare(a, "members", "outcome"),
                "outcome": views.quoted(found.events[a.outcome]) if a.outcome else None,
                "announced": [views.quoted(found.events[m]) for m in a.members],
            }
            for a in dated
        )
        return
    if not dated:
        views.nothing("appointments", ledger_path)
        return
    rows: list[tuple[str, ...]] = []
    wide = views.width() >= views.WIDE
    for a in dated:
        row = found.events[a.members[0]]
        told = found.events[a.outcome] if a.outcome else None
        outcome = views.quote(told.text, 120) if told else ""
        who = ", ".join(n.removeprefix("anonymous: ") for n in a.actors)
        what = views.quote(a.what, 160)
        more = [f"{len(a.members)} reports"] * (len(a.members) > 1)
        where = " · ".join([views.place(row), *more])
        if wide:
            rows.append((a.due or "no day", a.status, who, what, outcome, where))
        else:
            rows.append((a.due or "no day", a.status, "\n".join(filter(None, (who, what, outcome, where)))))
    views.grid(
        ("due", "status", "who", "what", "outcome", "source") if wide else ("due", "status", "who, what, source"), rows
    )
    click.echo(f"As of {found.as_of}" if found.as_of else "No article is dated: nothing can be told to be past.")

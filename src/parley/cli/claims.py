"""`parley claims`: what is disputed, who asserts it and who denies it."""

from __future__ import annotations

import click


@click.command()
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option(
    "--status", type=click.Choice(["contested", "corroborated", "single-origin"]), help="Only claims of this status."
)
@click.option("--party", "parties", multiple=True, metavar="NAME", help="Only claims this party asserts or denies.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def claims(ledger_path: str, status: str | None, parties: tuple[str, ...], as_json: bool) -> None:
    """List claims of fact: who asserts and who denies them.

    Contested ones first; for each, how many independent origins report it, since when, the figures given, and the
    words of every report. One origin counts once, however many copies carry it.
    """
    from parley.analysis.talks import claim_words
    from parley.cli import views
    from parley.cli.news import Item

    found = views.load(ledger_path)
    wanted = views.chosen("party", parties, {p for g in found.disputes for p in (*g.asserted_by, *g.denied_by)})
    groups = [
        g
        for g in found.disputes
        if status in (None, g.status) and (wanted is None or wanted & {*g.asserted_by, *g.denied_by})
    ]
    if as_json:
        views.print_json(
            {
                **views.bare(g, "members"),
                "reports": [
                    {"role": r.role, "by": r.by, "party": r.party, "quantity": r.quantity, **views.quoted(r)}
                    for r in map(found.claims.__getitem__, g.members)
                ],
            }
            for g in groups
        )
        return
    if not groups:
        views.nothing("such claims" if status or parties else "claims", ledger_path)
        return
    for g in groups:
        origins = f"{g.origins} origin{'s' if g.origins > 1 else ''}"
        facts = [g.status, origins, f"since {g.since}" if g.since else ""]
        facts += [f"asserted by {', '.join(g.asserted_by)}"] * bool(g.asserted_by)
        facts += [f"denied by {', '.join(g.denied_by)}"] * bool(g.denied_by)
        facts += [f"figures: {'; '.join(g.figures)}"] * (len(g.figures) > 1)
        reports = (
            Item(f"{r.by or r.party or 'unknown'} {r.role}", views.quote(r.text), f"{views.place(r)}  [{r.id[:8]}]")
            for r in map(found.claims.__getitem__, g.members)
        )
        views.sheet(claim_words(g.claim), " · ".join(f for f in facts if f), [("", reports)])
        click.echo()

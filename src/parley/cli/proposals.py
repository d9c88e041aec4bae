"""`parley proposals`: who proposed what, and what the others answered."""

from __future__ import annotations

import click


@click.command()
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--issue", "issues", multiple=True, metavar="NAME", help="Only proposals on this issue.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="Only proposals of this party.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def proposals(ledger_path: str, issues: tuple[str, ...], parties: tuple[str, ...], as_json: bool) -> None:
    """List proposals with their terms and the answers to them.

    Accepted and rejected: an act is reported. For, on conditions, against: the party's latest position on the issue,
    in its own voice or else as narrated. No answer yet: no page tells one.
    """
    from parley.analysis.talks import issue_words
    from parley.cli import views

    found = views.load(ledger_path)
    on = views.chosen("issue", issues, {p.issue for p in found.proposals})
    by = views.chosen("party", parties, {p.by for p in found.proposals})
    kept = [p for p in found.proposals if (on is None or p.issue in on) and (by is None or p.by in by)]
    if as_json:
        views.print_json(
            {
                "by": p.by, "issue": p.issue, "terms": p.terms, "since": p.since, "origins": p.origins,
                "evidence": [views.quoted(r) for r in p.rows],
                "answers": [
                    {"party": a.party, "reply": a.reply, "since": a.since, "conditions": a.conditions,
                     "evidence": views.quoted(a.row) if a.row else None}
                    for a in p.answers
                ],
            }
            for p in kept
        )  # fmt: skip
        return
    if not kept:
        views.nothing("proposals", ledger_path)
        return
    for p in kept:
        terms = f" ({'; '.join(p.terms)})" if p.terms else ""
        origins = f"{p.origins} origin{'s' if p.origins > 1 else ''}"
        note = " · ".join(filter(None, (origins, f"since {p.since}" if p.since else "")))
        views.sheet(f"{p.by}: {issue_words(p.issue)}{terms}", note, [("", map(views.words_of, p.rows[:3]))])
        rows = [
            (a.party, a.reply, a.since or "", "\n".join(f"condition: {c}" for c in a.conditions),
             f"{views.quote(a.row.text, 140)}\n{views.place(a.row)}" if a.row else "")
            for a in p.answers
        ]  # fmt: skip
        if views.width() < views.WIDE:
            rows = [(party, reply, since, "\n".join(filter(None, rest))) for party, reply, since, *rest in rows]  # type: ignore[misc]
        headings = ("party", "answer", "since", "conditions", "words")
        views.grid(headings if views.width() >= views.WIDE else (*headings[:3], "conditions, words"), rows)

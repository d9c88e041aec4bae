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
    on = views.chosen("issue", issues, {t.issue for p, _ in found.proposals for t in p.terms})
    by = views.chosen("party", parties, {p.proposer for p, _ in found.proposals})
    kept = [
        (p, answers)
        for p, answers in found.proposals
        if (on is None or any(t.issue in on for t in p.terms)) and (by is None or p.proposer in by)
    ]
    if as_json:
        views.print_json(
            {
                "by": p.proposer, "to": p.to, "since": p.since, "origins": p.origins, "open": p.open,
                "terms": [
                    {"issue": t.issue, "option": t.option, "value": t.value,
                     "evidence": [views.quoted(r) for r in t.evidence]}
                    for t in p.terms
                ],
                "answers": [
                    {"party": a.party, "reply": a.reply, "since": a.since, "conditions": a.conditions,
                     "evidence": views.quoted(a.row) if a.row else None}
                    for a in answers
                ],
            }
            for p, answers in kept
        )  # fmt: skip
        return
    if not kept:
        views.nothing("proposals", ledger_path)
        return
    wide = views.width() >= views.WIDE
    headings = ("party", "answer", "since", "conditions", "words") if wide else ("party", "answer", "words")
    for p, answers in kept:
        origins = f"{p.origins} origin{'s' if p.origins > 1 else ''}"
        facts = (f"to {', '.join(p.to)}" if p.to else "", f"since {p.since}" if p.since else "", origins,
                 f"open: {', '.join(p.open)}" if p.open else "")  # fmt: skip
        terms = "; ".join(f"{issue_words(t.issue)}{f' ({t.option})' if t.option else ''}" for t in p.terms)
        words = [views.words_of(t.evidence[0]) for t in p.terms]
        views.sheet(f"{p.proposer} proposes: {terms}", " · ".join(filter(None, facts)), [("", words)])
        rows: list[tuple[str, ...]] = []
        for a in answers:
            conditions = "\n".join(f"condition: {c}" for c in a.conditions)
            quoted = f"{views.quote(a.row.text, 140)}\n{views.place(a.row)}" if a.row else ""
            if wide:
                rows.append((a.party, a.reply, a.since or "", conditions, quoted))
            else:
                rows.append((a.party, f"{a.reply}\n{a.since or ''}".strip(), f"{conditions}\n{quoted}".strip()))
        if rows:
            views.grid(headings, rows)

"""`parley brief`: the brief in the terminal, or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".txt": "text"}


@click.command()
@click.option("--ledger", "-l", required=True, metavar="FILE", help="The ledger to read.")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="Only this party; may be given several times.")
@click.option("--since", metavar="DATE", help="Only what was said (else published) on or after this date.")
@click.option("--until", metavar="DATE", help="Only what was said (else published) on or before this date.")
@click.option("--limit", default=8, show_default=True, type=click.IntRange(min=1), help="Most lines for a party.")
@click.option("--title", help="Heading of the page.")
@click.option("-o", "--output", metavar="FILE", help="Write a file: .html, .md or .txt; - writes text to the output.")
def brief(
    ledger: str,
    parties: tuple[str, ...],
    since: str | None,
    until: str | None,
    limit: int,
    title: str | None,
    output: str | None,
) -> None:
    """Write the brief: who said what, with its sources.

    One page: what is covered, who speaks for whom, what each side said, who answered whom, and when, with the quoted
    words and their source under every line. Dates may be a day (2025-03-14), a week (2025-W11), a month or a year.
    """
    if output not in (None, "-") and Path(str(output)).suffix.lower() not in SUFFIXES:
        raise click.BadParameter(f"{output}: write to a file that ends in .html, .md or .txt", param_hint="'--output'")

    from parley.brief import BriefOptions, build
    from parley.ledger.store import Ledger

    options = BriefOptions(parties, since, until, limit, title, ledger)
    with Ledger.open(ledger, read_only=True) as opened:
        built = build(opened, options)
        drawn = _figures(opened, built, output)

    if output is None:
        from rich.console import Console

        from parley.brief import terminal

        terminal.show(built, Console(highlight=False))
        return
    form = "text" if output == "-" else SUFFIXES[Path(output).suffix.lower()]
    if form == "html":
        from parley.brief import html

        document = html.render(built, drawn)
    elif form == "markdown":
        from parley.brief import markdown

        document = markdown.render(built)
    else:
        from parley.brief import terminal

        document = terminal.render(built)
    if output == "-":
        click.echo(document, nl=False)
    else:
        Path(output).write_text(document, encoding="utf-8", newline="\n")


def _figures(ledger: Any, built: Any, output: str | None) -> list[Any]:
    """The figures for an HTML brief of a coded ledger; none where the libraries for them are not installed."""
    if output in (None, "-") or SUFFIXES[Path(str(output)).suffix.lower()] != "html" or not built.opening:
        return []
    from parley.brief.drawing import available
    from parley.brief.figures import figures
    from parley.brief.html import Figure

    return [Figure(d.svg, d.caption) for d in figures(ledger, built.marks)] if available() else []

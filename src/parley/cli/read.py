"""`parley read`: pages into a ledger, with a progress bar and a short table of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

import click

from parley.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from parley.coder import Coder
    from parley.ledger.store import Ledger
    from parley.pipeline import Outcome
    from parley.settings import Settings


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path())
@click.option("--ledger", "-l", required=True, type=click.Path(), help="The ledger file; made if it is not there.")
@click.option(
    "--codebook", "-c", default="general", show_default=True, help="A shipped codebook's name, or a path to your own."
)
@click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1, 256), help="Worker processes.")
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="spaCy pipeline: a package or a folder.")
@click.option(
    "--published", metavar="DATE", help="Publication day (YYYY-MM-DD) of pages that print none; unknown if not given."
)
@click.option("--fetch", is_flag=True, help="Fetch the pages that feeds only link to.")
@click.option(
    "--allow-host",
    "allow_hosts",
    multiple=True,
    metavar="HOST",
    help="Ask this host although its address is private; may be given again.",
)
@click.option(
    "--no-cache", is_flag=True, help="Neither use parses kept in the ledger nor keep any: a smaller file, slower later."
)
@click.option("--timings", is_flag=True, help="Show the seconds each stage took.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar and no table; problems are still shown.")
@click.pass_context
def read(
    ctx: click.Context, inputs: tuple[str, ...], ledger: str, codebook: str, jobs: int, model: str,
    published: str | None, fetch: bool, allow_hosts: tuple[str, ...], no_cache: bool, timings: bool,
    quiet: bool,
) -> None:  # fmt: skip
    """Read pages into a ledger: files, folders, JSON Lines, feeds, archives, URLs, or - for standard input.

    Nothing is fetched but the URLs you name and, with --fetch, the pages that feeds link to; a site's robots.txt is
    honoured.

    A page the ledger holds already adds nothing; a page that cannot be read is reported and costs nothing else. A read
    that was stopped goes on where it was when the same command is given again.
    """
    import sys

    from parley.cli.main import EXIT_PROBLEMS
    from parley.pipeline import open_ledger
    from parley.settings import Settings

    settings = Settings(
        model=model, codebook=codebook, jobs=jobs, published=_day(published), timings=timings, fetch=fetch,
        allow_hosts=allow_hosts, cache=not no_cache,
    )  # fmt: skip
    stdin = sys.stdin.buffer if "-" in inputs else None
    made, coder = open_ledger(inputs, ledger, settings, stdin)
    with made as opened:
        outcome = _run(inputs, opened, settings, stdin, coder, quiet)
        report(outcome, opened, timings, quiet)
    if outcome.problems:
        ctx.exit(EXIT_PROBLEMS)


def _day(value: str | None) -> str | None:
    from datetime import date

    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day like 2025-03-14", param_hint="--published") from None


def _run(
    inputs: tuple[str, ...], ledger: Ledger, settings: Settings, stdin: BinaryIO | None, coder: Coder | None,
    quiet: bool,
) -> Outcome:  # fmt: skip
    from parley.cli.progress import with_bar
    from parley.pipeline import run
    from parley.reading.walk import count_inputs

    return with_bar(
        "reading", "pages", lambda: _total(inputs, count_inputs),
        lambda progress: run(inputs, ledger, settings, stdin=stdin, progress=progress, coder=coder), quiet=quiet,
    )  # fmt: skip


def _total(inputs: tuple[str, ...], count: object) -> int | None:
    from parley.errors import InputError

    try:
        return count(inputs)  # type: ignore[operator,no-any-return]
    except (InputError, OSError):
        return None


def report(outcome: Outcome, ledger: Ledger, timings: bool, quiet: bool, done: str = "read") -> None:
    """The table of what was found on standard output, problems on standard error."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    out = Console(highlight=False)
    if not quiet:
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(justify="right", style="bold")
        table.add_column()
        for number, what in _lines(outcome, ledger, done):
            table.add_row(f"{number:,}", what)
        out.print(table)
    if timings:
        out.print(_timing_table(outcome))
    err = Console(stderr=True, highlight=False, soft_wrap=True)
    for p in outcome.problems[:20]:
        place = f", {p.place}" if p.place else ""
        err.print(f"[yellow]not read[/]: {escape(_clean(p.source))}{escape(_clean(place))}: {escape(_clean(p.reason))}")
    if len(outcome.problems) > 20:
        err.print(f"… and {len(outcome.problems) - 20:,} more; parley show problems lists them all")


def _lines(outcome: Outcome, ledger: Ledger, done: str) -> list[tuple[int, str]]:
    counts = ledger.counts()
    lines = [(outcome.articles, f"articles {done}" if outcome.articles != 1 else f"article {done}")]
    if outcome.known:
        lines.append((outcome.known, "in the ledger already"))
    if outcome.problems:
        lines.append((len(outcome.problems), "could not be read" if outcome.problems else ""))
    lines.append((outcome.statements, "statements found"))
    parties = ledger.names("party")
    lines.append((counts.get("articles", 0), "articles in the ledger"))
    lines.append((counts.get("statements", 0), f"statements in the ledger, of {len(parties):,} parties"))
    top = sorted(parties.items(), key=lambda item: (-item[1], item[0]))[:6]
    lines += [(n, f"  {_clean(name)}") for name, n in top]
    return lines


def _timing_table(outcome: Outcome) -> object:
    from rich.table import Table

    table = Table(title="seconds by stage", box=None, title_justify="left")
    table.add_column("stage")
    table.add_column("seconds", justify="right")
    table.add_column("µs a token", justify="right")
    for stage, spent in outcome.timings.seconds.items():
        table.add_row(stage, f"{spent:.2f}", f"{spent / max(1, outcome.timings.tokens) * 1e6:.1f}")
    return table


def _clean(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)

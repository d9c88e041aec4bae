"""`parley recode`: the articles of a ledger coded anew, as with a changed codebook."""

from __future__ import annotations

import click

from parley.settings import DEFAULT_MODEL


@click.command()
@click.option("--ledger", "-l", required=True, type=click.Path(), help="The ledger file.")
@click.option(
    "--codebook", "-c", default="general", show_default=True, help="A shipped codebook's name, or a path to your own."
)
@click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1, 256), help="Worker processes.")
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="spaCy pipeline: a package or a folder.")
@click.option("--timings", is_flag=True, help="Show the seconds each stage took.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar and no table; problems are still shown.")
@click.pass_context
def recode(
    ctx: click.Context, ledger: str, codebook: str, jobs: int, model: str, timings: bool, quiet: bool
) -> None:  # fmt: skip
    """Code the articles of a ledger anew, with another codebook, from their stored texts.

    The pages are not needed, and what was parsed is not parsed again. Statements that somebody decided on stay as they
    are. A recoding that was stopped goes on where it was when the same command is given again.
    """
    from parley.cli.main import EXIT_PROBLEMS
    from parley.cli.progress import with_bar
    from parley.cli.read import report
    from parley.ledger.store import Ledger
    from parley.pipeline import recode as code_again
    from parley.settings import Settings

    settings = Settings(model=model, codebook=codebook, jobs=jobs, timings=timings)
    with Ledger.open(ledger) as opened:
        outcome = with_bar(
            "coding", "articles", lambda: opened.counts(current=False)["articles"],
            lambda progress: code_again(opened, settings, progress=progress), quiet=quiet,
        )  # fmt: skip
        report(outcome, opened, timings, quiet, "coded anew")
    if outcome.problems:
        ctx.exit(EXIT_PROBLEMS)

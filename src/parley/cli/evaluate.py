"""`parley evaluate`: how well a ledger agrees with annotated pages."""

from __future__ import annotations

import click


@click.command()
@click.argument("gold_folder", type=click.Path())
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--misses", type=click.IntRange(min=0), default=0, metavar="N", help="Show N errors of each class.")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object.")
def evaluate(gold_folder: str, ledger_path: str, misses: int, as_json: bool) -> None:
    """Measure a ledger against annotated pages: precision, recall and F1 of statements, dates and bodies.

    GOLD_FOLDER holds gold.jsonl and the pages in texts/; pages are matched by base name.
    """
    import json

    from parley.cli.figures import print_misses, print_report
    from parley.evaluation.evaluate import evaluate as measure
    from parley.ledger.store import Ledger

    with Ledger.open(ledger_path, read_only=True) as ledger:
        report = measure(gold_folder, ledger)
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        return
    print_report(report)
    if misses:
        print_misses(report, misses)

"""`parley export`: a table of the ledger as JSON Lines, CSV or Parquet."""

from __future__ import annotations

import click


@click.command()
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--table", "-t", required=True, help="articles, statements, times, actors or mentions.", metavar="TABLE")
@click.option(
    "--format", "-f", "form", default="jsonl", show_default=True, type=click.Choice(["jsonl", "csv", "parquet"]),
    help="How rows are written. CSV guards cells that a spreadsheet would run as a formula with an apostrophe.",
)  # fmt: skip
@click.option("--output", "-o", type=click.Path(), help="Where to; the standard output if not given.")
@click.option("--all-versions", is_flag=True, help="Rows of older versions of edited pages too.")
def export(ledger_path: str, table: str, form: str, output: str | None, all_versions: bool) -> None:
    """Write a table of a ledger as JSON Lines, CSV or Parquet.

    Rows come in a stable order: the same pages give the same bytes, whatever the order they were read in. Of a page
    that was read in several versions the rows of the newest are written; articles are written in all versions.
    """
    import sys

    from parley.errors import ExportError
    from parley.export.tables import table_named
    from parley.export.write import export_table
    from parley.ledger.store import Ledger

    table_named(table)  # before the ledger, so that a slip of the pen is named first
    with Ledger.open(ledger_path, read_only=True) as ledger:
        if output is not None and output != "-":
            export_table(ledger, table, form, output, all_versions=all_versions)
            return
        if form == "parquet" and sys.stdout.isatty():
            raise ExportError("Parquet is binary; give a file with -o, or pipe it on")
        out = sys.stdout.buffer
        export_table(ledger, table, form, out, all_versions=all_versions)
        out.flush()

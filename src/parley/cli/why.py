"""`parley why`: the rule and the words behind an entry."""

from __future__ import annotations

import click


@click.command()
@click.argument("entry", metavar="ID")
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def why(entry: str, ledger_path: str, as_json: bool) -> None:
    """Tell which rule and which words gave an entry.

    ID is that of an event, position, claim or statement, or how it begins (as `parley matrix --evidence` and `parley
    show` print it). Shown are what was coded, the rule with the codebook's words for it, the sentence, and its source.
    """
    from parley.cli import reasons

    reasons.explain(ledger_path, entry, as_json)

"""`parley search`: full text over articles and statements."""

from __future__ import annotations

import click


@click.command()
@click.argument("query")
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--party", help="Statements of this party.")
@click.option("--speaker", help="Statements of this speaker; a surname will do.")
@click.option("--mood", help="Statements in this mood (assert, deny, demand, …).")
@click.option("--outlet", help="In this outlet.")
@click.option("--since", metavar="DATE", help="Said (else published) on or after this date.")
@click.option("--until", metavar="DATE", help="Said (else published) on or before this date.")
@click.option(
    "--in", "where", type=click.Choice(["statements", "articles"]),
    help="Where to look. If not given: both, or statements when a party, speaker or mood is given.",
)  # fmt: skip
@click.option(
    "--limit", "-n", default=20, show_default=True, type=click.IntRange(min=1), help="At most so many of each."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def search(
    query: str, ledger_path: str, party: str | None, speaker: str | None, mood: str | None, outlet: str | None,
    since: str | None, until: str | None, where: str | None, limit: int, as_json: bool,
) -> None:  # fmt: skip
    """Search articles and statements: all words, the best match first.

    \b
      power plants       both words            "power plants"    side by side
      truce OR pause     one of them           negotiat*         words that begin so
      talks -trade       without a word        talks NOT trade   the same

    Diacritics and case do not matter. Where no whole word matches, the letters are looked for: "zelen" finds Zelensky.
    A query that begins with - goes behind --. What several copies of one article say is found once.
    """
    from parley.cli.found import Asked, find

    names = {"party": party, "speaker": speaker, "mood": mood, "outlet": outlet}
    given = {name: value for name, value in names.items() if value is not None}
    if where is None and not {"party", "speaker", "mood"} & set(given):
        kinds: tuple[str, ...] = ("statements", "articles")
    else:
        kinds = (where or "statements",)
    find(ledger_path, Asked(query, given, since, until, kinds, limit), as_json)

"""`parley figures`: the figures of a ledger as SVG and PNG files."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--ledger", "-l", "ledger_path", required=True, type=click.Path(), help="The ledger file.")
@click.option("--output", "-o", "folder", required=True, metavar="FOLDER", help="Where the files go; made if missing.")
@click.option(
    "--format",
    "-f",
    "forms",
    multiple=True,
    type=click.Choice(["svg", "png"]),
    help="Only this format; both if not given.",
)
def figures(ledger_path: str, folder: str, forms: tuple[str, ...]) -> None:
    """Draw positions, a timeline, and who speaks of whom.

    Positions over time on each issue's scale; what each party said and did by day; which side names which. SVG files
    are readable on light and dark screens. Needs the extra `figures`.
    """
    from parley.brief.drawing import png, standalone
    from parley.brief.figures import figures as draw
    from parley.ledger.store import Ledger

    with Ledger.open(ledger_path, read_only=True) as ledger:
        made = draw(ledger)
    if not made:
        click.echo("There is nothing to draw yet: no dated statements, events or positions.")
        return
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    for drawing in made:
        if not forms or "svg" in forms:
            (place / f"{drawing.key}.svg").write_text(standalone(drawing.svg), encoding="utf-8", newline="\n")
            click.echo(str(place / f"{drawing.key}.svg"))
        if not forms or "png" in forms:
            (place / f"{drawing.key}.png").write_bytes(png(drawing.svg))
            click.echo(str(place / f"{drawing.key}.png"))

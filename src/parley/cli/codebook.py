"""`parley codebook`: what codebooks there are, and what is wrong with one."""

from __future__ import annotations

import sys

import click


@click.group()
def codebook() -> None:
    """List codebooks and check your own."""


@codebook.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.pass_context
def check(ctx: click.Context, paths: tuple[str, ...]) -> None:
    """Check codebook files (or shipped codebooks by name) with all they extend.

    Prints a line for each sound codebook, and for an unsound one every fault with file, line and key. Exits with 2 if
    one of them is unsound.
    """
    from parley.codebook.load import load_codebook
    from parley.codebook.source import printable
    from parley.errors import CodebookError

    sound = True
    for path in paths:
        try:
            book = load_codebook(path)
        except CodebookError as error:
            sound = False
            for line in str(error).splitlines():
                click.echo(line, err=True)
        else:
            click.echo(f"{printable(path)}: OK: {printable(book.summary())}, sha256 {book.sha256[:12]}")
    if not sound:
        ctx.exit(2)


@codebook.command(name="list")
def list_() -> None:
    """List the codebooks that come with Parley."""
    from parley.codebook.load import list_codebooks

    rows = [(b.name, str(b.version), str(b.actors), str(b.cues), b.title) for b in list_codebooks()]
    head = ("name", "version", "actors", "cues", "title")
    if not sys.stdout.isatty():
        for row in (head, *rows):
            click.echo("\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in head:
        table.add_column(name, justify="right" if name in head[1:4] else "left")
    for row in rows:
        table.add_row(*row)
    Console().print(table)

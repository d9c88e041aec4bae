"""What the views of a negotiation share: opening the ledger, rows as JSON, grids and quoted words in the terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from parley.cli.listing import resolve, visible
from parley.cli.news import Item, News, Section, show

if TYPE_CHECKING:
    from parley.analysis.talks import Talks

WIDE = 110
SIGNS = {"support": "+", "conditional": "±", "oppose": "−", "unclear": "?"}
ARROWS = {1: "↑", 0: "→", -1: "↓"}
_PLACE = 44
_SHOWN = 240
"""Characters of a quotation in a terminal; JSON and the ledger hold the rest."""


def load(ledger_path: str) -> Talks:
    """The derived views of a ledger."""
    from parley.analysis.talks import talks
    from parley.ledger.store import Ledger

    with Ledger.open(ledger_path, read_only=True) as ledger:
        return talks(ledger)


def chosen(option: str, asked: Sequence[str], there: Iterable[str]) -> set[str] | None:
    """The names meant by an option given several times, None when it was not given; refuses what fits none."""
    if not asked:
        return None
    names = sorted(set(there))
    found: set[str] = set()
    for value in asked:
        fitting = resolve(value, names)
        if not fitting:
            known = ", ".join(map(visible, names)) or "none"
            raise click.BadParameter(f"{visible(value)!r} is none of: {known}", param_hint=f"--{option}")
        found.update(fitting)
    return found


def quoted(row: Any) -> dict[str, Any]:
    """The evidence of a coded row, for JSON."""
    return {
        "source": row.source, "article": row.article, "id": row.id, "start": row.start, "end": row.end,
        "text": row.text, "spans": row.spans, "outlet": row.outlet, "published": row.published,
    }  # fmt: skip


def print_json(records: Iterable[dict[str, Any]]) -> None:
    """One object a line."""
    for record in records:
        click.echo(json.dumps(record, ensure_ascii=False))


def bare(record: Any, *without: str) -> dict[str, Any]:
    """A dataclass as a dictionary, without some of its fields."""
    values = asdict(record)
    for name in without:
        del values[name]
    return values


def words_of(row: Any) -> Item:
    """A coded row as an entry: its words, where they stand, and the id that `parley why` takes."""
    return Item(quote(row.text), "", f"{place(row)}  [{row.id[:8]}]")


def quote(text: str, width: int = _SHOWN) -> str:
    """Words of a page in quotation marks; as they are when they bring their own."""
    plain = cut(text, width)
    return plain if any(mark in plain for mark in '“”"„«»') else f"“{plain}”"


def place(row: Any) -> str:
    """Outlet, day and source of a row; of a long path or address its end, which tells more than its beginning."""
    source = row.source if len(row.source) <= _PLACE else "…" + row.source[1 - _PLACE :]
    return ", ".join(part for part in (row.outlet, row.published, source) if part)


def cut(text: str, width: int = _SHOWN) -> str:
    """The words on one line, at most so many characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= width else plain[:width].rsplit(" ", 1)[0] + " …"


def nothing(what: str, ledger_path: str) -> None:
    """Says that a view is empty, and what may help."""
    click.echo(
        f"There are no {what} in {visible(ledger_path)}. "
        "A ledger read with another codebook, or by an older Parley, can be coded anew with `parley recode`."
    )


def sheet(title: str, note: str, sections: Iterable[tuple[str, Iterable[Item]]]) -> None:
    """Draws lists of entries on the standard output."""
    show(News(title, note, tuple(Section(head, tuple(items)) for head, items in sections)))


def grid(headings: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> None:
    """Draws a table whose cells fold; the first column stands out. Cells with a line break keep it."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for k, heading in enumerate(headings):
        table.add_column(
            Text(visible(heading)), style="bold" if k == 0 else "", overflow="fold",
            justify="right" if k in right else "left",
        )  # fmt: skip
    for row in rows:
        table.add_row(*(Text("\n".join(map(visible, cell.split("\n")))) for cell in row))
    Console(highlight=False).print(table)


def note(text: str) -> None:
    """Prints a line of small print, folded to the terminal."""
    from rich.console import Console
    from rich.text import Text

    Console(highlight=False).print(Text(text, style="dim"))


def width() -> int:
    """Columns of the terminal."""
    from rich.console import Console

    return Console().width

"""What `parley show` prints: a table that fits the terminal, JSON Lines, or what to try when nothing matches.

Page text is hostile: no cell is read as markup, and control characters (which could move the cursor, recolour the
screen or turn the writing direction) are shown as what they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from itertools import islice
from typing import IO, Any, Literal

import click

from parley.cli.columns import columns_of
from parley.ledger.days import days
from parley.ledger.store import Ledger

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BLANKS = re.compile(r"\s+")
CODED = ("events", "positions", "claims", "quantities")
_PAGE = 200
"""Rows laid out at a time: column widths are settled a page at a time, so that a long list streams."""

_ONE = {"quantities": "quantity"}

Named = Literal["party", "speaker", "mood"]
NAMED: tuple[Named, ...] = ("party", "speaker", "mood")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the statements shown must be, as given on the command line."""

    party: str | None = None
    speaker: str | None = None
    mood: str | None = None
    since: str | None = None
    until: str | None = None

    def given(self) -> list[str]:
        """The names of the conditions that were given."""
        return [f.name for f in fields(self) if getattr(self, f.name) is not None]


def list_rows(
    ledger_path: str, what: str, wanted: Wanted, limit: int | None, as_json: bool, all_versions: bool = False
) -> None:
    """Prints the rows asked for to the standard output; of edited pages the newest version's, unless told."""
    for option in ("since", "until"):
        check_date(option, getattr(wanted, option))
    with Ledger.open(ledger_path, read_only=True) as ledger:
        versions = {"current": False} if all_versions and what not in ("problems", "runs") else {}
        if what == "statements":
            rows = _statements(ledger, wanted, limit, **versions)
        elif what in CODED:
            rows = islice(getattr(ledger, what)(**versions), limit)
        else:
            rows = getattr(ledger, what)(limit=limit, **versions)
        if as_json:
            for row in rows:
                click.echo(json.dumps(asdict(row), ensure_ascii=False))
        elif not _table(what, rows):
            click.echo(_nothing(ledger, what, wanted))


def check_date(option: str, value: str | None) -> None:
    """Refuses what is given for an option and is no date."""
    if value is not None and days(value) is None:
        raise click.BadParameter(
            f"{value!r} is not a date; write 2025-03-14, 2025-W11, 2025-03 or 2025", param_hint=f"--{option}"
        )


def _statements(ledger: Ledger, wanted: Wanted, limit: int | None, current: bool = True) -> Iterator[Any]:
    chosen: dict[str, list[str]] = {}
    for name in NAMED:
        value = getattr(wanted, name)
        if value is not None:
            chosen[name] = resolve(value, ledger.names(name))
    if any(not names for names in chosen.values()):
        return iter(())
    names: dict[str, Any] = chosen
    return ledger.statements(**names, since=wanted.since, until=wanted.until, current=current, limit=limit)


def resolve(asked: str, names: Iterable[str]) -> list[str]:
    """The names that are meant: those equal but for case, else those that hold every word asked for."""
    names, plain = list(names), asked.casefold().strip()
    same = [n for n in names if n.casefold() == plain]
    words = set(plain.split())
    return same or [n for n in names if words and words <= set(n.casefold().split())]


def _nothing(ledger: Ledger, what: str, wanted: Wanted) -> str:
    given = wanted.given()
    if not given:
        return f"There are no {what} in {visible(str(ledger.path))}."
    asked = ", ".join(f"{g} {visible(getattr(wanted, g))}" for g in given)
    lines = [f"No statement matches ({asked})."]
    for name in NAMED:
        value = getattr(wanted, name)
        names = ledger.names(name)
        if value is not None and not resolve(value, names):
            lines.append(instead(name, value, names))
    return "\n".join(lines)


def instead(name: str, asked: str, names: dict[str, int]) -> str:
    """Which names there are: those spelt most like the one asked for, then the most frequent, ten at most."""
    import difflib

    spelt = {n.casefold(): n for n in names}
    close = [spelt[c] for c in difflib.get_close_matches(asked.casefold(), spelt, n=3, cutoff=0.6)]
    first = [*close, *(n for n in names if n not in close)][:10]
    if not first:
        return (
            "No article in this ledger has an outlet."
            if name == "outlet"
            else f"No statement in this ledger has a {name}."
        )
    more = f", and {len(names) - len(first)} more" if len(names) > len(first) else ""
    plural = {"party": "Parties", "speaker": "Speakers", "mood": "Moods", "outlet": "Outlets"}[name]
    return f"{plural} there are: {', '.join(f'{visible(n)} ({names[n]})' for n in first)}{more}."


def visible(text: str) -> str:
    """The text on one line with nothing in it that a terminal would obey."""
    return _BLANKS.sub(" ", _UNSAFE.sub(_escape, text)).strip()


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0x1C <= code <= 0x1F or code in (0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029):
        return " "
    return f"\\x{code:02x}" if code < 0x100 else "" if code in (0x200B, 0xFEFF) else f"\\u{code:04x}"


def _table(what: str, rows: Iterable[Any], file: IO[str] | None = None) -> int:
    """Prints the rows and how many they are; returns their number."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(file=file, highlight=False)
    columns = columns_of(what, console.width)
    count, rest = 0, iter(rows)
    while page := list(islice(rest, _PAGE)):
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, show_header=count == 0)
        for heading, _, options in columns:
            table.add_column(heading, **options)
        for row in page:
            table.add_row(*(_cell(get(row)) for _, get, _ in columns))
        console.print(table)
        count += len(page)
    if count:
        console.print(f"{count} {what if count > 1 else _ONE.get(what, what[:-1])}")
    return count


def _cell(value: Any) -> Any:
    """A cell's text; of a tuple, one line each, those after the first dimmed."""
    from rich.text import Text

    first, *more = value if isinstance(value, tuple) else (value,)
    text = Text(visible("" if first is None else str(first)))
    for line in more:
        if line:
            text.append("\n" + visible(str(line)), style="dim")
    return text

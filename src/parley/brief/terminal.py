"""The brief in a terminal. Everything is shown as plain pieces of text: rich reads no markup from a page."""

from __future__ import annotations

import io

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from parley.brief.cite import Citation, carriers, citation, mark, quotation
from parley.brief.model import Brief, Cell, Grid, Line, More, Section, Side, Source
from parley.brief.text import clean, count, cut

COLOURS = ("blue", "red", "green", "magenta", "yellow", "cyan")
ROWS = {"said": 4, "exchanges": 3, "timeline": 2, "state": 2, "matrix": 2, "answers": 2}
"""Screen rows a quotation may take in each section; the other formats show it whole."""
WIDEST = 110
"""Columns beyond which a line of prose is tiring to read."""


def show(brief: Brief, console: Console) -> None:
    """Print the brief, fitted to the console's width."""
    width = min(console.width, WIDEST)
    for part in _parts(brief, width):
        console.print(part, width=width)


def render(brief: Brief, width: int = 100) -> str:
    """The brief as plain text, `width` columns wide, without colours."""
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=False, color_system=None, legacy_windows=False)
    show(brief, console)
    return "\n".join(row.rstrip() for row in out.getvalue().splitlines()) + "\n"


def _parts(brief: Brief, width: int) -> list[RenderableType]:
    head = Text(brief.title, style="bold")
    if brief.as_of:
        head.append(f"   as of {brief.as_of}", style="not bold dim")
    parts: list[RenderableType] = [head, Text()]
    for section in brief.opening:
        parts += _section(brief, section, width)
    parts += [_heading("What is covered")] * bool(brief.opening) + [_facts(brief)]
    if brief.sides:
        parts += [_heading("The parties"), *(_side(brief, side) for side in brief.sides)]
        if brief.sides_more:
            parts.append(Text(f"  and {brief.sides_more} more", style="dim"))
    for section in brief.sections:
        parts += _section(brief, section, width)
    if brief.sources:
        parts += [_heading("Sources"), *map(_source, brief.sources), *_more(brief.sources_more)]
    if brief.problems:
        parts.append(_heading("Not read"))
        for p in brief.problems:
            place = f", {clean(p.place)}" if p.place else ""
            parts.append(Text.assemble((clean(p.source) + place, "bold"), f": {clean(p.reason)}"))
        parts += _more(brief.problems_more)
    return [*parts, Text(), Text(brief.notice, style="dim italic")]


def _heading(title: str) -> RenderableType:
    return Padding(Rule(Text(title, style="bold"), align="left", style="dim"), (1, 0, 0, 0))


def _facts(brief: Brief) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for label, words in brief.facts:
        table.add_row(Text(label), Text(words))
    return table


def _side(brief: Brief, side: Side) -> RenderableType:
    text = _party(brief, side.party)
    text.append(f"  {side.note}", style="dim")
    people = Text()
    for k, s in enumerate(side.speakers):
        people.append(", " if k else "")
        people.append(s.name)
        role = f", {cut(s.role, 60)}" if s.role else ""
        people.append(f" ({s.statements}{role})", style="dim")
    if side.others:
        people.append(f" and {count(side.others, 'other')}", style="dim")
    people.append("\n" if people else "").append(side.moods, style="italic dim")
    return Group(text, Padding(people, (0, 0, 0, 2)))


def _section(brief: Brief, section: Section, width: int) -> list[RenderableType]:
    parts: list[RenderableType] = [
        _heading(section.title),
        *([Text(section.note, style="dim")] if section.note else []),
    ]
    rows = ROWS.get(section.key, 4)
    if section.grid:
        parts += _grid(brief, section.grid, width)
    for group in section.groups:
        title = Text(f"{mark(brief, group.party)} ", style=_style(brief, group.party)) if group.party else Text()
        title.append(group.title, style=f"bold {_style(brief, group.party)}")
        title.append(f"  {group.note}" if group.note else "", style="dim")
        parts += [
            Text(),
            *([title] if group.title else []),
            *(_line(brief, line, rows, width - 6) for line in group.lines),
            *_more(group.more),
        ]
    return [*parts, *_more(section.more)]


def _grid(brief: Brief, grid: Grid, width: int) -> list[RenderableType]:
    """The grid, in as many tables as its columns need."""
    parts: list[RenderableType] = []
    first = 4 + max((len(clean(p)) for p, _ in grid.rows), default=0)
    each = [
        3 + max(len(w) for w in [*column.split(), *(x for _, cells in grid.rows for x in _cell(cells[k]).split("\n"))])
        for k, column in enumerate(grid.columns)
    ]
    at = 0
    while at < len(grid.columns):
        end, used = at + 1, first + each[at]
        while end < len(grid.columns) and used + each[end] <= width:
            used += each[end]
            end += 1
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
        table.add_column(no_wrap=True)
        for column in grid.columns[at:end]:
            table.add_column(Text(column), overflow="fold")
        for party, cells in grid.rows:
            if any(cells[at:end]):
                table.add_row(_party(brief, party), *(Text(_cell(c)) for c in cells[at:end]))
        parts.append(table)
        at = end
    return [*parts, Text(grid.legend, style="dim")]


def _cell(cell: Cell | None) -> str:
    return "" if cell is None else f"{cell.sign} {cell.words}".strip() + f" ×{cell.origins}"


def _line(brief: Brief, line: Line, rows: int, columns: int) -> RenderableType:
    head = Text(line.sentence or line.who, style="" if line.sentence else "bold")
    if line.party and not line.sentence:
        head.append(" ").append_text(_party(brief, line.party, bold=False))
    if line.does and not line.sentence:
        head.append(f" {line.does}", style="italic")
    if line.tags:
        head.append(f"  {' · '.join(line.tags)}", style="dim")
    parts: list[RenderableType] = [head]
    for at, item in enumerate(line.evidence):
        words = quotation(line, at)
        shown = cut(words, rows * (columns - 1))
        if line.verbatim and shown != words:
            shown += "”"
        source = Text(_cited(citation(item), carriers(line) if at == 0 else "", columns), style="dim")
        parts += [Padding(Text(shown), (0, 0, 0, 4)), Padding(source, (0, 0, 0, 4))]
    return Padding(Group(*parts), (0, 0, 0, 2))


def _cited(c: Citation, also: str, columns: int) -> str:
    """Outlet, date and title on one row as far as they go, the place on the same or the next."""
    head = f"— {c.outlet}, {c.date}, "
    title = cut(c.title, max(30, columns - len(head) - 1))
    tail = f"<{c.place}>" + (f"; {also}" if also else "")
    return f"{head}{title}{' ' if len(head + title + tail) < columns else chr(10)}{tail}"


def _source(source: Source) -> RenderableType:
    c = citation(source)
    inferred = " (inferred)" if source.published_from == "inferred" else ""
    text = Text.assemble((c.outlet, "bold"), f", {c.date}{inferred}, ")
    text.append(cut(c.title, 90)).append(f" <{c.place}>", style="dim")
    said = "copy" if source.copy_of else count(source.statements, "statement")
    return text.append(f"  {said}", style="dim")


def _party(brief: Brief, party: str | None, *, bold: bool = True) -> Text:
    style = _style(brief, party)
    return Text(f"{mark(brief, party)} {clean(party) or 'Side unknown'}", style=f"bold {style}" if bold else style)


def _style(brief: Brief, party: str | None) -> str:
    place = brief.marks.get(party) if party else None
    return "" if place is None else COLOURS[place % len(COLOURS)]


def _more(more: More | None) -> list[RenderableType]:
    return [Text(f"  {more.count:,} more: {more.command}", style="dim")] if more else []

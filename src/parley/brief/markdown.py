"""The brief in Markdown (CommonMark, and GitHub's): every character of a page that means something there is escaped."""

from __future__ import annotations

import re

from parley.analysis import Evidence
from parley.brief.cite import carriers, citation, mark, quotation
from parley.brief.model import Brief, Cell, Grid, Line, More, Section, Side, Source
from parley.brief.text import clean, count

_SPECIAL = re.compile(r"([\\`*_\[\]#|~!$@^])")
_BARE_LINK = re.compile(r"(?i)\b(https?|ftp)://|\b(www)\.")
_TICKS = re.compile("`+")
_LEADING = re.compile(r"^(?:([-+=:])|(\d+)([.)]))")


def escape(text: str) -> str:
    """The text so that Markdown shows it as it stands, wherever in a line it comes."""
    plain = _SPECIAL.sub(r"\\\1", clean(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _BARE_LINK.sub(lambda m: f"{m[1]}\\://" if m[1] else f"{m[2]}\\.", plain)
    return _LEADING.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", plain)


def render(brief: Brief) -> str:
    """The brief as a Markdown document."""
    rows = [f"# {escape(brief.title)}", ""]
    if brief.as_of:
        rows += [f"As of {brief.as_of}", ""]
    for section in brief.opening:
        rows += _section(brief, section)
    rows += ["## What is covered", "", *(f"- **{label}:** {escape(words)}" for label, words in brief.facts), ""]
    if brief.sides:
        rows += ["## The parties", "", *(_side(brief, side) for side in brief.sides)]
        rows += [f"- and {brief.sides_more} more"] * bool(brief.sides_more) + [""]
    for section in brief.sections:
        rows += _section(brief, section)
    if brief.sources:
        rows += ["## Sources", "", *map(_source, brief.sources), "", *_more(brief.sources_more)]
    if brief.problems:
        rows += ["## Not read", ""]
        for p in brief.problems:
            place = f", {escape(p.place)}" if p.place else ""
            rows.append(f"- **{escape(p.source)}**{place}: {escape(p.reason)}")
        rows += ["", *_more(brief.problems_more)]
    return "\n".join([*rows, "---", "", f"*{escape(brief.notice)}*", ""])


def _side(brief: Brief, side: Side) -> str:
    people = [f"{escape(s.name)} ({s.statements}{', ' + escape(s.role) if s.role else ''})" for s in side.speakers]
    people += [f"and {count(side.others, 'other')}"] * bool(side.others)
    name = f"{mark(brief, side.party)} **{escape(side.party or 'Side unknown')}**"
    return f"- {name} ({side.note})" + (f": {', '.join(people)}" if people else "") + f". *{escape(side.moods)}*"


def _section(brief: Brief, section: Section) -> list[str]:
    rows = [f"## {escape(section.title)}", "", *([escape(section.note), ""] if section.note else [])]
    if section.grid:
        rows += _grid(section.grid)
    for group in section.groups:
        title = f"{mark(brief, group.party)} {escape(group.title)}" if group.party else escape(group.title)
        rows += [f"### {title}", ""] if group.title else []
        rows += [*([escape(group.note), ""] if group.note else [])]
        for line in group.lines:
            rows += _line(brief, line)
        rows += _more(group.more)
    return [*rows, *_more(section.more)]


def _grid(grid: Grid) -> list[str]:
    """The grid as a table of Markdown."""
    rows = [["", *grid.columns], ["---"] * (1 + len(grid.columns))]
    rows += [[f"**{escape(p)}**", *(_cell(c) for c in cells)] for p, cells in grid.rows]
    return [*("| " + " | ".join(r) + " |" for r in rows), "", escape(grid.legend), ""]


def _cell(cell: Cell | None) -> str:
    return "" if cell is None else escape(f"{cell.sign} {cell.words} ×{cell.origins}")


def _line(brief: Brief, line: Line) -> list[str]:
    tags = "".join(f" · {tag}" for tag in [escape(" · ".join(line.tags))] if tag)
    if line.sentence:
        head = escape(line.sentence)
    else:
        party = f" ({mark(brief, line.party)} {escape(line.party)})" if line.party else ""
        head = f"**{escape(line.who)}**{party}{f' {escape(line.does)}' if line.does else ''}"
    rows = [f"- {head}{tags}", ""]
    for at, item in enumerate(line.evidence):
        also = f"; {escape(carriers(line))}" if line.also and at == 0 else ""
        rows += [f"  > {escape(quotation(line, at))}\\", f"  > — {cited(item)}{also}", ""]
    return rows


def cited(item: Evidence | Source) -> str:
    """Outlet, date, title and place; the title linked when the place is an address."""
    c = citation(item)
    title = f"[{escape(c.title)}](<{c.link}>)" if c.link else f"{escape(c.title)}, {escape(c.place)}"
    return f"{escape(c.outlet)}, {c.date}, {title}"


def _source(source: Source) -> str:
    inferred = " (date inferred)" if source.published_from == "inferred" else ""
    said = "copy" if source.copy_of else count(source.statements, "statement")
    return f"- {cited(source)}{inferred} · {said}"


def _more(more: More | None) -> list[str]:
    if more is None:
        return []
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(more.command)), default=0))
    pad = " " if "`" in more.command else ""
    return [f"{more.count:,} more: {fence}{pad}{more.command}{pad}{fence}", ""]

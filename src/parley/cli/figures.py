"""What `parley evaluate` prints: a table of figures, and on demand the errors behind them, class by class."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from parley.cli.listing import visible
from parley.evaluation.evaluate import Report
from parley.evaluation.overlap import PRF
from parley.evaluation.scores import Miss

_AROUND = 60
"""Characters of context on each side of an error."""


def print_report(report: Report) -> None:
    """The figures as a table, and what is odd about the pages."""
    console = Console(highlight=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("figure")
    for heading in ("precision", "recall", "F1 or accuracy"):
        table.add_column(heading, justify="right")
    if s := report.statements:
        table.add_row(f"statements, loose ({s.gold} annotated, {s.predicted} found)", *_cells(s.loose))
        table.add_row("statements, tight", *_cells(s.tight))
        for kind, value in s.recall.items():
            table.add_row(f"  {kind}", "", f"{value:.3f}", "")
        for name in ("speaker", "party", "mood", "said_on"):
            if (accuracy := getattr(s, name)) is not None:
                table.add_row(f"  {name}", "", "", f"{accuracy:.3f}")
    if d := report.dates:
        table.add_row(f"dates, relaxed ({d.gold} annotated, {d.predicted} found)", *_cells(d.relaxed))
        table.add_row("  value, of those found", "", "", f"{d.value_accuracy:.3f}")
        table.add_row("dates, value F1", "", "", f"{d.value_f1:.3f}")
    if b := report.body:
        table.add_row(f"article body ({b.pages} pages, {b.empty} empty)", *_cells(b.body))
    if c := report.negotiation:
        table.add_row("events", *_cells(c.events))
        table.add_row("positions", *_cells(c.positions))
        for label, accuracy in (
            ("  date of events", c.event_date), ("  status of events", c.event_status), ("  stance", c.stance),
            ("contested claims found", c.contested), ("figures found", c.quantities),
        ):  # fmt: skip
            if accuracy is not None:
                table.add_row(label, "", "", f"{accuracy:.3f}")
    console.print(table)
    for what, pages in (("not in the ledger", report.missing), ("with another text than annotated", report.shifted)):
        if pages:
            shown = ", ".join(visible(p) for p in pages[:5]) + (", …" if len(pages) > 5 else "")
            console.print(Text(f"{len(pages)} of {report.pages} pages {what}: {shown}"))


def _cells(figures: PRF) -> tuple[str, str, str]:
    return f"{figures.precision:.3f}", f"{figures.recall:.3f}", f"{figures.f1:.3f}"


def print_misses(report: Report, each: int) -> None:
    """The first errors of each class with the words they are about in their context."""
    console = Console(highlight=False)
    classes: dict[str, list[Miss]] = {}
    for miss in report.misses:
        classes.setdefault(miss.kind, []).append(miss)
    for kind, misses in sorted(classes.items()):
        console.print(Text(f"\n{kind}: {len(misses)}", style="bold"))
        for miss in misses[:each]:
            console.print(_miss(miss, report.texts.get(miss.article, "")))
    if report.body and report.body.worst:
        console.print(Text("\nbodies, worst first", style="bold"))
        for page, precision, recall in report.body.worst[:each]:
            console.print(Text(f"  precision {precision:.3f}  recall {recall:.3f}  {visible(page)}"))


def _miss(miss: Miss, text: str) -> Text:
    line = Text("  ")
    line.append(f"{visible(miss.article)} {miss.start}–{miss.end} ", style="dim")
    line.append("…" + visible(text[max(0, miss.start - _AROUND) : miss.start]) + " ")
    line.append("[" + visible(text[miss.start : miss.end]) + "]", style="bold")
    line.append(" " + visible(text[miss.end : miss.end + _AROUND]) + "…")
    if miss.note:
        line.append(f"  ({visible(miss.note)})", style="italic")
    return line

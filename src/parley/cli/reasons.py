"""What `parley why` tells: what was coded, the rule, the codebook's entry for it, the sentence and its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from parley.analysis.context import sentence_around
from parley.cli import views
from parley.cli.found import marked
from parley.cli.listing import visible
from parley.errors import InputError, ParleyError
from parley.ledger.store import Ledger
from parley.records import Span

if TYPE_CHECKING:
    from parley.codebook.model import Codebook

_MOST = 20
_PLAIN = frozenset(
    "id source article start end text spans title outlet published location origin rule decision said_on credit "
    "published_from copy_of superseded speaker_span cue_span where statement".split()
)
"""Fields that are no coding, or are told elsewhere."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One entry explained. `codebook` are the entries of the codebook that the rule's words stand in."""

    kind: str
    row: Any
    rule: str
    codebook: tuple[str, ...]
    sentence: str
    marks: tuple[Span, ...]


def explain(ledger_path: str, entry: str, as_json: bool) -> None:
    """Prints why the entries of this id (or that begin so) are there; InputError when there is none."""
    wanted = entry.strip().strip("[]")
    if not wanted:
        raise InputError("give the id of an event, position, claim or statement, or how it begins")
    with Ledger.open(ledger_path, read_only=True) as ledger:
        found = list(_found(ledger, wanted))
        if not found:
            raise InputError(f"no event, position, claim or statement has an id that begins with {visible(wanted)!r}")
        reasons = [_reason(ledger, kind, row) for kind, row in found[:_MOST]]
    if as_json:
        views.print_json(
            {
                "kind": r.kind, "id": r.row.id, "rule": r.rule, "codebook": r.codebook, "sentence": r.sentence,
                "marks": r.marks, "coded": {k: getattr(r.row, k) for k in _coded(r.row)}, **views.quoted(r.row),
            }
            for r in reasons
        )  # fmt: skip
        return
    _show(reasons)
    if len(found) > _MOST:
        views.note(f"and {len(found) - _MOST} more: give more of the id")


def _found(ledger: Ledger, wanted: str) -> Iterator[tuple[str, Any]]:
    """Rows of all four kinds by id: those that are it, else those that begin with it."""
    tables = (("event", ledger.events), ("position", ledger.positions), ("claim", ledger.claims),
              ("statement", ledger.statements))  # fmt: skip
    begin = [(kind, row) for kind, rows in tables for row in rows() if row.id.startswith(wanted)]
    same = [(kind, row) for kind, row in begin if row.id == wanted]
    yield from same or begin


def _reason(ledger: Ledger, kind: str, row: Any) -> Reason:
    rule = _rule(kind, row)
    text = ledger.text(row.article)
    start, end = sentence_around(text, row.start, row.end)
    pieces = row.spans or ((row.start, row.end),)
    return Reason(
        kind, row, rule, _entries(ledger, kind, row), text[start:end], tuple((a - start, b - start) for a, b in pieces)
    )


def _rule(kind: str, row: Any) -> str:
    if kind in ("event", "position"):
        return str(row.rule)
    if kind == "claim":
        matter, _, about = row.claim.partition(": ")
        side = f", said of {about}" if about not in ("", "?") else ""
        return f"the words of a statement name the matter “{matter}”{side}; the statement {row.role} it"
    cue = f"the cue “{row.cue}”" if row.cue else "no cue word (words in quotation marks)"
    return f"{cue}: {row.mood}, {row.type}"


def _entries(ledger: Ledger, kind: str, row: Any) -> tuple[str, ...]:
    """What the codebook of the article's run says under the words of the rule; nothing if it is not to be had."""
    if kind not in ("event", "position"):
        return ()
    from parley.codebook.load import load_codebook

    runs = {r.id: r for r in ledger.runs()}
    article = next(iter(ledger.articles(article=row.article)), None)
    run = runs.get(article.coded_by) if article else None
    if run is None:
        return ()
    try:
        book = load_codebook(run.codebook)
    except (ParleyError, OSError):
        return (f"the codebook {run.codebook} cannot be read here",)
    entries = _event_entries(book, row) if kind == "event" else _position_entries(book, row)
    if book.sha256 != run.codebook_sha256:
        entries.append(f"(the codebook {run.codebook} has changed since)")
    return tuple(entries)


def _event_entries(book: Codebook, row: Any) -> list[str]:
    words = set(re.findall(r"[\w-]+", row.rule.partition(":")[2].rpartition("[")[0].casefold()))
    found = []
    for rule in book.events:
        if rule.type == row.type and (fitting := [w for w in rule.words if _fits(w, words)]):
            more = [f"takes {', '.join(rule.takes)}"] + [f"only with {', '.join(rule.objects[:8])}"] * bool(
                rule.objects
            )
            found.append(f"{rule.type}: {', '.join(fitting)} ({rule.kind}; {'; '.join(more)})")
    return found[:4]


def _fits(entry: str, words: set[str]) -> bool:
    """Whether a lemma's first part can be what stands on the page: it shares all but an ending."""
    stem = entry.casefold().split()[0]
    stem = stem[: max(3, len(stem) - 1)]
    return any(w.startswith(stem) and len(w) - len(stem) <= 4 for w in words)


def _position_entries(book: Codebook, row: Any) -> list[str]:
    parts = [p.strip() for p in row.rule.split(" < ")]
    found = []
    for issue in book.agenda:
        if issue.name == row.issue:
            found.append(f"{issue.name}: {issue.question}")
            for name in ("words", "support", "oppose"):
                if fitting := [w for w in getattr(issue, name) if w.casefold() == parts[0].casefold()]:
                    found.append(f"“{fitting[0]}” stands under {name} of {issue.name}")
            found += [f"{s.option} is {s.value:g} on its scale" for s in issue.scale if s.option == row.option]
    for part in parts[1:]:
        for rule in book.stances:
            if part in rule.words:
                found.append(f"“{part}”: {rule.stance}, {rule.kind}, firmness {rule.firmness:g}")
    return found


def _coded(row: Any) -> list[str]:
    return [f.name for f in fields(row) if f.name not in _PLAIN and getattr(row, f.name) not in (None, "", ())]


def _show(reasons: Sequence[Reason]) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    for k, r in enumerate(reasons):
        if k:
            console.print()
        console.print(Text(f"{r.kind} {visible(r.row.id)}", style="bold"))
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for name in _coded(r.row):
            value = getattr(r.row, name)
            shown = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            table.add_row(Text(name.replace("_", " ")), Text(visible(shown)))
        table.add_row(Text("rule"), Text(visible(r.rule), style="bold"))
        for line in r.codebook:
            table.add_row(Text("codebook"), Text(visible(line)))
        table.add_row(Text("sentence"), marked(r.sentence, r.marks))
        table.add_row(Text("source"), Text(visible(f"{views.place(r.row)}, at {r.row.start}")))
        table.add_row(Text("decision"), Text(visible(r.row.decision)))
        console.print(Padding(table, (0, 0, 0, 2)))

"""What `parley search` prints: each thing found with its place, the words looked for standing out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import click

from parley.cli.listing import check_date, instead, resolve, visible
from parley.ledger.phrases import parse
from parley.ledger.search import ArticleHit, By, Conditions, StatementHit, find_articles, find_statements
from parley.ledger.store import Ledger
from parley.records import Span

if TYPE_CHECKING:
    from rich.text import Text

MARK = "bold yellow"


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as given on the command line; `names` are the conditions by name (party, speaker, mood, outlet)."""

    query: str
    names: Mapping[str, str]
    since: str | None
    until: str | None
    kinds: tuple[str, ...]
    limit: int


def find(ledger_path: str, asked: Asked, as_json: bool) -> None:
    """Prints what is found to the standard output."""
    check_date("since", asked.since)
    check_date("until", asked.until)
    if not parse(asked.query):
        raise click.BadParameter(f"there is no word in {visible(asked.query)!r} to look for", param_hint="QUERY")
    with Ledger.open(ledger_path, read_only=True) as ledger:
        conditions, missing = _conditions(ledger, asked)
        found: list[tuple[By, Sequence[StatementHit | ArticleHit]]] = []
        if not missing and "statements" in asked.kinds:
            said = find_statements(ledger, asked.query, conditions, asked.limit)
            found.append((said.by, said.hits))
        if not missing and "articles" in asked.kinds:
            articles = find_articles(ledger, asked.query, conditions, asked.limit)
            found.append((articles.by, articles.hits))
    if as_json:
        for by, hits in found:
            for hit in hits:
                click.echo(json.dumps(_record(hit, by), ensure_ascii=False))
    else:
        _show(found)
    if not any(hits for _, hits in found):
        for line in (f"Nothing matches {visible(asked.query)}{_given(asked)}.", *missing):
            click.echo(line, err=as_json)


def _conditions(ledger: Ledger, asked: Asked) -> tuple[Conditions, list[str]]:
    """The conditions with the names the ledger has, and a line for each that it has not."""
    names: dict[str, Any] = {}
    missing = []
    for name, value in asked.names.items():
        there = ledger.names(name)  # type: ignore[arg-type]
        names[name] = resolve(value, there)
        if not names[name]:
            missing.append(instead(name, value, there))
    return Conditions(**names, since=asked.since, until=asked.until), missing


def _given(asked: Asked) -> str:
    dates = {"since": asked.since, "until": asked.until}
    conditions = {**asked.names, **{k: v for k, v in dates.items() if v is not None}}
    return f" ({', '.join(f'{k} {visible(v)}' for k, v in conditions.items())})" if conditions else ""


def _record(hit: StatementHit | ArticleHit, by: By) -> dict[str, Any]:
    row = asdict(hit.row)
    if isinstance(hit, StatementHit):
        return {
            "kind": "statement",
            "by": by,
            "score": hit.score,
            "marks": hit.marks,
            "speaker_marks": hit.speaker_marks,
            **row,
        }
    del row["body_text"]
    found = {"title_marks": hit.title_marks, "excerpt": hit.excerpt, "marks": hit.marks}
    return {"kind": "article", "by": by, "score": hit.score, **found, **row}


def _show(found: Sequence[tuple[By, Sequence[StatementHit | ArticleHit]]]) -> None:
    from rich.console import Console
    from rich.padding import Padding

    console = Console(highlight=False)
    for by, hits in found:
        if not hits:
            continue
        what = "statement" if isinstance(hits[0], StatementHit) else "article"
        note = ", by their letters: no whole word matches" if by == "letters" else ""
        console.print(_plain(f"{len(hits)} {what}{'s' if len(hits) > 1 else ''}{note}", "dim"))
        for hit in hits:
            head, body, foot = _statement(hit) if isinstance(hit, StatementHit) else _article(hit)
            console.print()
            console.print(head)
            console.print(Padding(body, (0, 0, 0, 2), expand=False))
            console.print(Padding(foot, (0, 0, 0, 2), expand=False))
        console.print()


def _statement(hit: StatementHit) -> tuple[Text, Text, Text]:
    row = hit.row
    head = marked(row.speaker, hit.speaker_marks) if row.speaker else _plain(row.speaker_text or "unknown", "")
    head.stylize("bold")
    for part in (row.party, row.mood, row.date):
        if part:
            head.append(" · ").append_text(_plain(part, "not bold"))
    return head, marked(row.text, hit.marks), _place(row.outlet, row.published, row.source, row.start)


def _article(hit: ArticleHit) -> tuple[Text, Text, Text]:
    from rich.text import Text

    row = hit.row
    head = marked(row.title or "untitled", hit.title_marks if row.title else ())
    head.stylize("bold")
    body = marked(hit.excerpt, hit.marks)
    if not row.body_text.startswith(hit.excerpt):
        body = Text("… ").append_text(body)
    if not row.body_text.rstrip().endswith(hit.excerpt.rstrip()):
        body.append(" …")
    return head, body, _place(row.outlet, row.published, row.source, None)


def _place(outlet: str | None, published: str | None, source: str, at: int | None) -> Text:
    where = source if at is None else f"{source}, at {at}"
    return _plain(", ".join(part for part in (outlet, published, where) if part), "dim")


def _plain(text: str, style: str) -> Text:
    from rich.text import Text

    return Text(visible(text), style=style)


def marked(text: str, marks: Sequence[Span]) -> Text:
    """The text with what was looked for standing out, and nothing in it that a terminal would obey."""
    from rich.text import Text

    made = Text()
    for piece, style in _pieces(text, marks):
        shown = visible(piece)
        if not shown:
            made.append(" " if piece else "")
            continue
        before, after = " " * piece[0].isspace(), " " * piece[-1].isspace()
        made.append(f"{before}{shown}{after}", style=style)
    return made


def _pieces(text: str, marks: Sequence[Span]) -> Iterator[tuple[str, str]]:
    at = 0
    for start, end in marks:
        yield text[at:start], ""
        yield text[start:end], MARK
        at = end
    yield text[at:], ""

"""What `parley changes` prints: one sheet of lists, drawn for a terminal or written as Markdown, or all of it as JSON.

Page text is hostile: the terminal is given plain pieces of text, Markdown everything escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from parley.analysis.talks import claim_words, issue_words
from parley.analysis.turns import Turns
from parley.brief.markdown import escape
from parley.cli.listing import visible
from parley.ledger.changes import Changes, NewArticle, NewStatement, Revision
from parley.ledger.rows import ActorRow, ArticleRow, ProblemRow, StatementRow

_SHOWN = 300
"""Characters of a quotation; the ledger holds the rest."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: what it is, its words, where it stands, and what is below it."""

    lead: str
    text: str = ""
    place: str = ""
    below: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A list; what is left out of it is counted in `more`."""

    title: str
    items: tuple[Item, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """The whole sheet."""

    title: str
    note: str
    sections: tuple[Section, ...] = ()


def news(found: Changes, limit: int, turned: Turns | None = None) -> News:
    """The sheet of what was found, at most `limit` entries a list; `turned` is what it changes in the negotiation."""
    title = f"New since {found.since}"
    runs = _runs(found)
    if not found:
        again = f", in which {found.retouched:,} came again with other furniture only" if found.retouched else ""
        return News(title, f"Nothing is new since {found.since}: {runs}{again}.")
    counted = (
        (len(found.articles), "new article", "new articles, copies not counted"),
        (len(found.revisions), "edit", "edits"),
        (len(found.statements), "new statement", "new statements"),
        (len(found.actors), "new actor", "new actors"),
        (len(found.problems), "page not read", "pages not read"),
        (found.retouched, "page again with other furniture only", "pages again with other furniture only"),
        (found.recoded, "article coded anew", "articles coded anew"),
    )
    note = "; ".join(f"{n:,} {one if n == 1 else many}" for n, one, many in counted if n)
    sections = [
        _section("New articles", map(_article, found.articles), limit),
        _section("Edited pages", map(_revision, found.revisions), limit),
        *_by_party(found.statements, limit),
        *(_turned(turned, limit) if turned else ()),
        _section("New actors", map(_actor, found.actors), limit),
        _section("Not read", map(_problem, found.problems), limit),
    ]
    return News(title, f"{note} ({runs}).", tuple(s for s in sections if s.items))


def _runs(found: Changes) -> str:
    if not found.runs:
        return "no run began since then"
    first, last = found.runs[0], found.runs[-1]
    began = f"{first.started[:16].replace('T', ' ')} UTC"
    if first.id == last.id:
        return f"run {first.id} of {began}"
    return f"{len(found.runs)} runs, {first.id} of {began} to {last.id}"


def _section(title: str, items: Iterable[Item], limit: int) -> Section:
    every = tuple(items)
    return Section(title, every[:limit], max(0, len(every) - limit))


def _article(new: NewArticle) -> Item:
    a = new.article
    copies = tuple(
        Item(
            "rewrite" if c.copy_kind == "rewrite" else "copy", (c.title or "") if c.title != a.title else "", _place(c)
        )
        for c in new.copies
    )
    return Item(a.title or "untitled", "in the ledger before, now copied" if new.known else "", _place(a), copies)


def _revision(r: Revision) -> Item:
    below = []
    if r.title:
        below.append(Item("title", f"{r.title[0] or 'none'} → {r.title[1] or 'none'}"))
    if r.published:
        below.append(Item("published", f"{r.published[0] or 'unknown'} → {r.published[1] or 'unknown'}"))
    below += [Item("added", _said(s)) for s in r.added]
    below += [Item("taken out", _said(s)) for s in r.removed]
    what = f"version {r.number}" if below else f"version {r.number}: other words, the same statements"
    return Item(r.after.title or "untitled", what, _place(r.after), tuple(below))


def _by_party(statements: Sequence[NewStatement], limit: int) -> list[Section]:
    """A list for each party, in which the statements of one speaker follow each other."""
    if not statements:
        return []
    sections = []
    for party, of_party in groupby(statements, key=lambda n: n.statement.party):
        sections.append(_section(f"Said by {party or 'no known party'}", map(_statement, of_party), limit))
    return sections


def _statement(new: NewStatement) -> Item:
    s = new.statement
    places = "; also " + "; ".join(_place(x) for x in new.also) if new.also else ""
    return Item(_speaker(s), f"{s.mood}{f', {s.date}' if s.date else ''}: {_cut(s.text)}", _place(s) + places)


def _turned(turned: Turns, limit: int) -> list[Section]:
    """Positions that moved, new disputes, new appointments."""
    claims, events = turned.talks.claims, turned.talks.events
    moved = [
        Item(f"{m.party} on {issue_words(m.issue)}", f"{m.before.stance} → {m.after.stance}, {m.when}",
             below=tuple(Item(name, _cut(r.text), _place(r)) for name, r in (("before", m.before), ("after", m.after))))
        for m in turned.movements
    ]  # fmt: skip
    disputed = [
        Item(claim_words(g.claim), f"asserted by {', '.join(g.asserted_by)}; denied by {', '.join(g.denied_by)}",
             below=tuple(Item(f"{r.by or r.party or 'unknown'} {r.role}", _cut(r.text), _place(r))
                         for r in (claims[k] for k in g.members)))
        for g in turned.disputes
    ]  # fmt: skip
    due = [
        Item(
            a.due or "no day", ", ".join(a.actors), "", (Item("announced", _cut(a.what), _place(events[a.members[0]])),)
        )
        for a in turned.appointments
    ]
    return [
        _section("Positions that moved", moved, limit), _section("New disputes", disputed, limit),
        _section("New appointments", due, limit),
    ]  # fmt: skip


def _actor(a: ActorRow) -> Item:
    return Item(a.name, ", ".join([a.kind, *([a.party] if a.party else []), *a.roles[:3]]), a.source)


def _problem(p: ProblemRow) -> Item:
    return Item(p.source, p.reason, p.place)


def _place(row: Any) -> str:
    return ", ".join(part for part in (row.outlet, row.published, row.source) if part)


def _speaker(s: StatementRow) -> str:
    return s.speaker or s.speaker_text or "unknown"


def _said(s: StatementRow) -> str:
    return f"{_speaker(s)}: {_cut(s.text)}"


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rsplit(" ", 1)[0] + " …"


def show(sheet: News) -> None:
    """Draws the sheet on the standard output."""
    from rich.console import Console

    console = Console(highlight=False)

    def line(indent: int, *pieces: tuple[str, str]) -> None:
        from rich.padding import Padding
        from rich.text import Text

        text = Text()
        for words, style in pieces:
            if words := visible(words):
                text.append("  " if text else "").append(words, style=style)
        console.print(Padding(text, (0, 0, 0, indent), expand=False))

    def item(entry: Item, indent: int) -> None:
        line(indent, (entry.lead, "bold" if indent == 2 else "italic"), (entry.text, ""), (entry.place, "dim"))
        for below in entry.below:
            item(below, indent + 2)

    line(0, (sheet.title, "bold"))
    line(0, (sheet.note, ""))
    for section in sheet.sections:
        console.print()
        line(0, (section.title, "bold underline"))
        for entry in section.items:
            item(entry, 2)
        if section.more:
            line(2, (f"and {section.more:,} more", "dim"))


def as_markdown(sheet: News) -> str:
    """The sheet as a Markdown document."""
    rows = [f"# {escape(sheet.title)}", "", escape(sheet.note), ""]

    def item(entry: Item, indent: str) -> None:
        pieces = (f"**{escape(entry.lead)}**", escape(entry.text), f"*{escape(entry.place)}*" if entry.place else "")
        rows.append(f"{indent}- " + " ".join(filter(None, pieces)))
        for below in entry.below:
            item(below, indent + "  ")

    for section in sheet.sections:
        rows += [f"## {escape(section.title)}", ""]
        for entry in section.items:
            item(entry, "")
        rows += [f"- and {section.more:,} more"] * bool(section.more) + [""]
    return "\n".join(rows)


def record(found: Changes, turned: Turns | None = None) -> dict[str, Any]:
    """All that was found, for JSON: rows as `parley show --json` gives them, without the texts of articles."""
    return {
        "since": found.since,
        "nothing_new": not found,
        "runs": [asdict(r) for r in found.runs],
        "articles": [
            {"article": _bare(n.article), "known": n.known, "copies": [_bare(c) for c in n.copies]}
            for n in found.articles
        ],
        "revisions": [
            {
                "before": _bare(r.before), "after": _bare(r.after), "number": r.number, "title": r.title,
                "published": r.published, "body": r.body, "added": [asdict(s) for s in r.added],
                "removed": [asdict(s) for s in r.removed],
            }
            for r in found.revisions
        ],
        "statements": [
            {"statement": asdict(n.statement), "also": [asdict(s) for s in n.also]} for n in found.statements
        ],
        "movements": [asdict(m) for m in turned.movements] if turned else [],
        "disputes": [asdict(g) for g in turned.disputes] if turned else [],
        "appointments": [asdict(a) for a in turned.appointments] if turned else [],
        "actors": [asdict(a) for a in found.actors],
        "problems": [asdict(p) for p in found.problems],
        "recoded": found.recoded,
        "retouched": found.retouched,
    }  # fmt: skip


def _bare(row: ArticleRow) -> dict[str, Any]:
    values = asdict(row)
    del values["body_text"]
    return values

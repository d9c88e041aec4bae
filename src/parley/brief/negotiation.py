"""The opening of a brief: state of the talks, matrix, answers, conditions, disputes, calendar, meetings, numbers.

Built from coded rows by templates; a line says what its rows say and shows their words. What is coded with less
confidence than `LEAST` is left out: a false line costs the reader more than a missing one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from parley.analysis.answers import Answered
from parley.analysis.appointments import Appointment
from parley.analysis.claims import ClaimGroup
from parley.analysis.dates import day_of, last_day_of, within
from parley.analysis.happenings import Happening
from parley.analysis.positions import Cell as Standing
from parley.analysis.proposals import Proposal
from parley.analysis.standing import conditions, since
from parley.analysis.talks import Talks, claim_words
from parley.brief import words as say
from parley.brief.evidence import Quoter
from parley.brief.model import BriefOptions, Cell, Grid, Group, Line, Section
from parley.brief.text import clean, cut, when_words

if TYPE_CHECKING:
    from parley.ledger.store import Ledger

LEAST = 0.65
"""Confidence from which a coded row is told; below it the coders put noun phrases and doubtful sides."""
TABLED = 3
"""Proposals whose answers are listed."""
EACH = 12
"""Lines of a list."""


def opening(ledger: Ledger, found: Talks, parties: frozenset[str], o: BriefOptions) -> tuple[Section, ...]:
    """The sections that are not empty. `parties` (none: all) and the dates of the options narrow them."""
    from parley.brief.state import state

    part = Parts(ledger, found, parties, o)
    sections = (
        state(part), _matrix(part), _answers(part), _conditions(part), _disputes(part), _calendar(part), _met(part),
        _numbers(part), _gaps(part),
    )  # fmt: skip
    return tuple(s for s in sections if s.groups or s.grid)


class Parts:
    """What the sections are made of, narrowed by the options."""

    def __init__(self, ledger: Ledger, found: Talks, parties: frozenset[str], o: BriefOptions) -> None:
        self.talks = found
        every = (*found.events.values(), *found.positions.values(), *found.claims.values(), *found.quantities)
        self.quote = Quoter(ledger, every)
        self._since, self._until = day_of(o.since) or None, last_day_of(o.until) or None
        self._parties = parties
        self.options = o
        cells = found.matrix.cells
        self.cells = {k: c for k, c in cells.items() if c.row and self.wanted(k[0]) and self.within(c.when)}
        self.proposals = [
            (p, answers)
            for p, answers in found.proposals
            if self.wanted(p.proposer, *(a.party for a in answers if a.row)) and self.within(p.since)
        ]
        self.disputes = [
            g
            for g in found.disputes
            if g.status == "contested" and self.wanted(*g.asserted_by, *g.denied_by) and self.within(g.since)
        ]
        self.calendar = [
            a for a in found.calendar if a.due and self.within(a.due) and self.wanted(*self.sides(a.actors))
        ]
        self.met = [
            h
            for h in found.happenings
            if h.type == "CONSULT" and h.status == "happened" and len(set(self.sides(h.who))) > 1
            and self.within(h.date) and self.wanted(*self.sides(h.who))
        ]  # fmt: skip

    def wanted(self, *parties: str) -> bool:
        """Whether one of the parties is asked for."""
        return not self._parties or bool(self._parties & set(parties))

    def within(self, day: str | None) -> bool:
        """Whether a date lies in the stretch asked for."""
        return within(day, self._since, self._until)

    def sides(self, actors: Iterable[str]) -> list[str]:
        """The sides of actors, themselves where no side is known."""
        return [self.talks.party_of.get(n) or n for n in actors]

    @property
    def as_of(self) -> str:
        """The newest day of the ledger."""
        return self.talks.as_of or ""


# -- the matrix ------------------------------------------------------------------------------------------------------


def _matrix(part: Parts) -> Section:
    parties = [p for p in part.talks.matrix.parties if any(of == p for of, _ in part.cells)]
    issues = [i for i in part.talks.matrix.issues if any(on == i for _, on in part.cells)]
    rows = tuple((p, tuple(_cell(part.cells.get((p, i))) for i in issues)) for p in parties)
    groups = tuple(
        Group(clean(p), "", tuple(_standing(part, c) for i in issues if (c := part.cells.get((p, i)))), p)
        for p in parties
    )
    note = "Where each party stands, by its latest words or acts; below the table the words behind each cell."
    grid = Grid(tuple(map(say.issue, issues)), rows, say.LEGEND) if rows else None
    return Section("matrix", "Positions", note, groups, grid=grid)


def _cell(c: Standing | None) -> Cell | None:
    if c is None or c.row is None:
        return None
    voice = "told" if c.row.voice == "narrated" else ""
    parts = (clean(c.row.option), say.ARROWS.get(c.arrow or "", ""), f"({voice})" if voice else "")
    return Cell(say.SIGNS.get(c.row.stance, "?"), " ".join(filter(None, parts)), c.origins)


def _standing(part: Parts, c: Standing) -> Line:
    row: Any = c.row
    moved = part.talks.moved(c.party, c.issue)
    day, told = since(c, moved)
    stance = say.STANCES.get(row.stance, "unclear")
    tags = [
        clean(row.option),
        say.VOICES.get(row.voice, clean(row.voice)),
        say.dated(day, told),
        say.origins(c.origins),
    ]
    rows = [row]
    if moved:
        before = getattr(moved.before, "since", None) or moved.before.published
        tags.append(f"before, {when_words(before)}: {say.STANCES.get(moved.before.stance, 'unclear')}")
        rows.append(moved.before)
    if c.against:
        tags.append("the day's reports differ")
        rows.append(c.against[0])
    return Line(say.issue(c.issue), None, stance, tuple(filter(None, tags)), tuple(map(part.quote, rows)))


# -- proposals and conditions -----------------------------------------------------------------------------------------


def terms(p: Proposal) -> str:
    """What was proposed, in the names of issues and options."""
    return ", ".join(f"{say.issue(t.issue)}{f' ({clean(t.option)})' if t.option else ''}" for t in p.terms)


def _answers(part: Parts) -> Section:
    groups = []
    for p, answers in part.proposals[:TABLED]:
        first = Line(
            clean(p.proposer), None, "proposed", (say.dated(p.since), say.origins(p.origins)),
            (part.quote(p.terms[0].evidence[0]),),
        )  # fmt: skip
        lines = [_answer(part, a) for a in answers if a.row is not None and part.wanted(a.party, p.proposer)]
        silent = [a.party for a in answers if a.row is None]
        note = f"No page tells an answer of {say.names(silent)}." if silent else ""
        if lines or silent:
            groups.append(Group(f"{clean(p.proposer)}: {terms(p)}", note, (first, *lines), p.proposer))
    note = (
        "Accepted and rejected where an act is reported; for, against and on conditions by the party's latest position "
        "on what was proposed."
    )
    return Section("answers", "Answers to what is on the table", note, tuple(groups))


def _answer(part: Parts, a: Answered) -> Line:
    tags = [when_words(a.since), *(f"“{clean(c).strip('“”')}”" for c in a.conditions)]
    tags.append(say.VOICES.get(getattr(a.row, "voice", ""), ""))
    return Line(clean(a.party), None, a.reply, tuple(filter(None, tags)), (part.quote(a.row),))


def _conditions(part: Parts) -> Section:
    groups: dict[str, list[Line]] = {}
    for (party, issue), cell in part.cells.items():
        for words, row in conditions(cell):
            shown = cut(clean(words).strip('“”" '), 90)
            line = Line(f"{shown}", None, f"on {say.issue(issue)}", (), (part.quote.words(row, words),))
            groups.setdefault(party, []).append(line)
    made = tuple(Group(clean(p), "", tuple(lines[:EACH]), p) for p, lines in groups.items())
    return Section("conditions", "Conditions", "What a party ties its yes to, as the page words it.", made)


# -- claims, calendar, meetings --------------------------------------------------------------------------------------


def voices(part: Parts, g: ClaimGroup) -> list[Any]:
    """One report of each role of a claim, the surest: who asserts first, then who denies."""
    rows = [part.talks.claims[m] for m in g.members]
    best = []
    for role in ("asserts", "denies"):
        own = [r for r in rows if r.role == role]
        best += sorted(own, key=lambda r: (-r.confidence, r.article, r.start))[:1]
    return best


def _disputes(part: Parts) -> Section:
    groups = []
    for g in part.disputes[:EACH]:
        rows = [part.talks.claims[m] for m in g.members]
        rows.sort(key=lambda r: (r.role, r.published or "", r.source, r.start))
        lines = tuple(
            Line(
                clean(r.by) or clean(r.party) or "Unknown", r.party, "asserted" if r.role == "asserts" else "denied",
                tuple(filter(None, (when_words(r.said_on) or f"reported {when_words(r.published)}".strip(),))),
                (part.quote(r),),
            )
            for r in rows[:6]
        )  # fmt: skip
        note = f"asserted by {say.names(g.asserted_by)}; denied by {say.names(g.denied_by)}; {say.origins(g.origins)}"
        if len(g.figures) > 1:
            note += f"; figures given: {', '.join(map(clean, g.figures))}"
        title = clean(claim_words(g.claim))
        groups.append(Group(title[:1].upper() + title[1:], note, lines))
    note = "Matters of fact that one side asserts and another denies. Nothing here says who is right."
    return Section("disputes", "Disputed", note, tuple(groups))


DUE = {
    "due": "due", "kept": "held", "moved": "moved to another day", "missed": "did not come about",
    "unknown": "was due; no page tells whether it came about",
}  # fmt: skip


def _calendar(part: Parts) -> Section:
    coming = [a for a in part.calendar if a.status == "due"]
    past = [a for a in part.calendar if a.status != "due"]
    groups = [
        Group(title, "", tuple(_appointment(part, a) for a in some))
        for title, some in (("To come", coming[:EACH]), ("Past", past[-EACH:]))
        if some
    ]
    as_of = when_words(part.as_of)
    return Section("calendar", "Calendar", f"What was announced, as of {as_of}." if as_of else "", tuple(groups))


def _appointment(part: Parts, a: Appointment) -> Line:
    rows = [part.talks.events[m] for m in (a.members[0], *([a.outcome] if a.outcome else []))]
    tags = tuple(filter(None, (when_words(a.due), f"{len(a.members)} reports" if len(a.members) > 1 else "")))
    return Line(say.names(a.actors) or "Unnamed", None, DUE[a.status], tags, tuple(part.quote(r) for r in rows))


def _met(part: Parts) -> Section:
    lines = [_meeting(part, h) for h in part.met[-EACH:]]
    groups = (Group("", "", tuple(lines)),) if lines else ()
    return Section("met", "Who met whom", "Meetings, talks and calls that are reported to have happened.", groups)


def _meeting(part: Parts, h: Happening) -> Line:
    tags = [when_words(h.date) or "day not told", f"in {clean(h.place)}" if h.place else "", say.origins(h.origins)]
    return Line(say.names(h.who), None, "talked", tuple(filter(None, tags)), (part.quote(h.rows[0]),))


# -- numbers and gaps ------------------------------------------------------------------------------------------------


def _numbers(part: Parts) -> Section:
    groups: dict[tuple[float, str, str], list[Any]] = {}
    for q in part.talks.quantities:
        if part.within(q.published) and (q.value >= 10 or q.comparator != "=") and not part._parties:
            groups.setdefault((q.value, q.comparator, q.unit), []).append(q)
    ranked = sorted(groups.items(), key=lambda x: (-len({q.origin for q in x[1]}), -x[0][0], x[0]))
    lines = tuple(
        Line(
            clean(rows[0].text),
            None,
            "",
            (say.origins(len({q.origin for q in rows})),),
            (part.quote(rows[0], whole=True),),
        )
        for _, rows in ranked[:8]
    )
    groups_ = (Group("", "", lines),) if lines else ()
    return Section("numbers", "Numbers", "Figures on the pages, those of most origins first.", groups_)


def _gaps(part: Parts) -> Section:
    differ = [
        Line(
            f"{clean(d.party)} on {say.issue(d.issue)}", None, "is reported differently",
            tuple(clean(n) for n in d.needs[:1]), (part.quote(d.one), part.quote(d.other)),
        )
        for d in part.talks.disagreements
        if (d.party, d.issue) in part.cells and d.other.voice != "ascribed"
    ]  # fmt: skip
    groups = []
    if differ:
        groups.append(Group("Not agreed on", "With what would have to be true for both to hold.", tuple(differ[:EACH])))
    one_sided = [line for g in part.disputes for line in _one_sided(part, g)]
    if one_sided:
        groups.append(
            Group(
                "One side only",
                "By what is coded here: pages that carry one side of what others show disputed.",
                tuple(one_sided[:EACH]),
            )
        )
    single = [_alone(part, r, what) for r, what in _single(part)]
    if single:
        note = "Other pages of the same days or later do not tell it, as far as is coded here."
        groups.append(Group("Told by one origin only", note, tuple(single[:6])))
    return Section("gaps", "What the pages do not agree on, or leave out", "", tuple(groups))


def _one_sided(part: Parts, g: ClaimGroup) -> list[Line]:
    rows = [part.talks.claims[m] for m in g.members]
    roles: dict[str, set[str]] = {}
    for r in rows:
        roles.setdefault(r.origin, set()).add(r.role)
    both = {"asserts", "denies"}
    out = []
    for origin in sorted(o for o, seen in roles.items() if seen != both):
        (role,) = roles[origin]
        row = next(r for r in rows if r.origin == origin)
        missing = "denial" if role == "asserts" else "assertion"
        place = clean(row.outlet) or clean(row.title) or clean(row.source)
        out.append(Line(place, None, f"has no {missing} of {clean(claim_words(g.claim))}", (), (part.quote(row),)))
    return out


def _single(part: Parts) -> list[tuple[Any, str]]:
    """Appointments and meetings of one origin that others, published on its day or later, could have told."""
    days = {r.origin: r.published or "" for r in (*part.talks.events.values(), *part.talks.positions.values())}
    found: list[tuple[Any, str]] = []
    for a in part.calendar:
        rows = [part.talks.events[m] for m in a.members]
        if a.status == "due" and len({r.origin for r in rows}) == 1:
            found.append((rows[0], f"{say.names(a.actors)} {say.on(a.due)}"))
    for h in part.met:
        if h.origins == 1 and h.date:
            found.append((h.rows[0], f"{say.names(h.who)} {say.on(h.date)}"))
    return [
        (r, what) for r, what in found if any(o != r.origin and day >= (r.published or "~") for o, day in days.items())
    ]


def _alone(part: Parts, row: Any, what: str) -> Line:
    place = clean(row.outlet) or clean(row.title) or clean(row.source)
    return Line(what, None, f"only in {place}", (), (part.quote(row),))

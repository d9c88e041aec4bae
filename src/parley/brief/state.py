"""The state of the talks in up to ten sentences, each with the words it rests on.

What a reader asks first comes first: what is on the table and who has answered what, the positions behind it, what is
disputed, what comes next, who met last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parley.analysis.answers import ORDER, Answered
from parley.analysis.dates import day_of
from parley.analysis.positions import Cell
from parley.analysis.proposals import Proposal
from parley.analysis.standing import since
from parley.analysis.talks import claim_words
from parley.brief import words as say
from parley.brief.model import Group, Line, Section
from parley.brief.text import clean, when_words

if TYPE_CHECKING:
    from parley.brief.negotiation import Parts

MOST = 10
"""Sentences."""
ANSWERS, POSITIONS, DISPUTES, COMING, MEETINGS = 3, 2, 2, 2, 1
"""Sentences of each kind; what one kind leaves, positions may take."""
SURE = 0.75
"""Confidence of a position that is told in a sentence of its own."""
PLAIN = 32
"""Characters of evidence from which words stand for themselves: "ceasefire be implemented" was a condition."""


def state(part: Parts) -> Section:
    """The section; empty when nothing coded bears a sentence."""
    tabled = part.proposals[:1]
    about = {t.issue for p, _ in tabled for t in p.terms}
    told = [_proposed(part, p) for p, _ in tabled]
    told += [_answered(part, p, a) for p, answers in tabled for a in _weightiest(part, p, answers)]
    rest = [*_disputed(part), *_coming(part), *_met(part)]
    told += _positions(part, about, min(4, max(POSITIONS, MOST - len(told) - len(rest))))
    lines = tuple([*told, *rest][:MOST])
    as_of = when_words(part.as_of)
    note = "Every sentence stands on the words below it, and says no more than they are coded to say."
    title = f"The state of the talks{f' on {as_of}' if as_of else ''}"
    return Section("state", title, note, (Group("", "", lines),) if lines else ())


def _line(part: Parts, sentence: str, tags: list[str], *rows: Any) -> Line:
    shown = tuple(dict.fromkeys(part.quote(r) for r in rows))
    return Line("", None, "", tuple(filter(None, tags)), shown, sentence=sentence)


def _proposed(part: Parts, p: Proposal) -> Line:
    from parley.brief.negotiation import terms

    to = f" to {say.names(p.to)}" if p.to else ""
    sentence = f"{clean(p.proposer)} has put forward a proposal{to}: {terms(p)}."
    return _line(part, sentence, [say.dated(p.since), say.origins(p.origins)], p.terms[0].evidence[0])


def _weightiest(part: Parts, p: Proposal, answers: tuple[Answered, ...]) -> list[Answered]:
    """The answers a reader asks for: of those it was put to, then the firm ones, then of parties most heard of."""
    rank = {name: k for k, name in enumerate(part.talks.matrix.parties)}
    given = [a for a in answers if a.row is not None and part.wanted(a.party, p.proposer) and _telling(a)]
    plain = ("accepted", "rejected", "on conditions")
    given.sort(key=lambda a: (a.party not in p.to, a.reply not in plain, rank.get(a.party, 99), ORDER.index(a.reply)))
    return sorted(given[:ANSWERS], key=lambda a: ORDER.index(a.reply))


def _telling(a: Answered) -> bool:
    """Whether an answer bears a sentence of its own: an act or a condition; a leaning only if said plainly."""
    if a.reply in ("accepted", "rejected", "on conditions"):
        return True
    return a.reply in ("for", "against") and a.row.confidence >= SURE and len(a.row.text) >= PLAIN


def _answered(part: Parts, p: Proposal, a: Answered) -> Line:
    issue = say.issue(p.terms[0].issue)
    conditions = "; ".join(f"“{clean(c).strip('“”')}”" for c in a.conditions)
    conditions = f": {conditions}" if conditions else ""
    day = say.on(a.since)
    sentences = {
        "accepted": f"{clean(a.party)} accepted it{f' {day}' if day else ''}.",
        "rejected": f"{clean(a.party)} rejected it{f' {day}' if day else ''}.",
        "for": f"{clean(a.party)} is for it, by its latest position on {issue}.",
        "against": f"{clean(a.party)} is against it, by its latest position on {issue}.",
        "on conditions": f"{clean(a.party)}'s latest position on {issue} is conditional{conditions}.",
        "unclear": f"{clean(a.party)}'s latest position on {issue} is unclear.",
    }
    dated = "" if a.reply in ("accepted", "rejected") else when_words(a.since)
    return _line(part, sentences[a.reply], [dated], a.row)


def _positions(part: Parts, about: set[str], most: int) -> list[Line]:
    """Own positions of the parties most heard of on other issues, one a party in turn, the surest first.

    Only those that name an option: "for" alone is no sentence without the question.
    """
    by_party: dict[str, list[Cell]] = {}
    for cell in part.cells.values():
        row = cell.row
        if (
            row
            and row.voice == "own"
            and row.option
            and cell.issue not in about
            and row.confidence >= SURE
            and row.stance != "unclear"
        ):
            by_party.setdefault(cell.party, []).append(cell)
    for cells in by_party.values():
        cells.sort(key=_weight, reverse=True)
    order = [p for p in part.talks.matrix.parties if p in by_party]
    chosen = [by_party[p][k] for k in range(most) for p in order if k < len(by_party[p])]
    return [_position(part, c) for c in chosen[:most]]


def _weight(c: Cell) -> tuple[int, float, float, str]:
    row: Any = c.row
    return c.origins, row.firmness, row.confidence, day_of(c.when)


def _position(part: Parts, c: Cell) -> Line:
    row: Any = c.row
    day, told = since(c, part.talks.moved(c.party, c.issue))
    option = f" ({clean(row.option)})" if row.option else ""
    stance = {"support": "for", "oppose": "against", "conditional": "on conditions"}[row.stance]
    sentence = f"{clean(c.party)} on {say.issue(c.issue)}: {stance}{option}, in its own voice."
    return _line(part, sentence, [say.dated(day, told), say.origins(c.origins)], row)


def _disputed(part: Parts) -> list[Line]:
    from parley.brief.negotiation import voices

    return [
        _line(
            part,
            f"Disputed: {clean(claim_words(g.claim))}. Asserted by {say.names(g.asserted_by)}; "
            f"denied by {say.names(g.denied_by)}.",
            [say.origins(g.origins)],
            *voices(part, g),
        )
        for g in part.disputes[:DISPUTES]
    ]


def _coming(part: Parts) -> list[Line]:
    due = [a for a in part.calendar if a.status == "due"]
    return [
        _line(
            part, f"To come {say.on(a.due)}: {say.names(a.actors)}, as announced.",
            [f"{len(a.members)} reports" if len(a.members) > 1 else ""], part.talks.events[a.members[0]],
        )
        for a in due[:COMING]
    ]  # fmt: skip


def _met(part: Parts) -> list[Line]:
    dated = [h for h in part.met if h.date]
    latest = sorted(dated, key=lambda h: (day_of(h.date), h.origins))[-MEETINGS:]
    return [
        _line(
            part, f"{say.names(h.who)} talked {say.on(h.date)}{f', in {clean(h.place)}' if h.place else ''}.",
            [say.origins(h.origins)], h.rows[0],
        )
        for h in latest
    ]  # fmt: skip

"""When each statement was said, from its own sentence first, then from what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.language.passage import Parsed
from parley.records import Span, Statement, TimeExpression

if TYPE_CHECKING:
    from parley.coding.statements import Draft


_HOP = 3
"""Paragraphs a speaker's day carries over: an account of one appearance with a reporter's aside in it."""


def date_statements(parsed: Parsed, statements: Sequence[Statement], drafts: Sequence[Draft]) -> list[Statement]:
    """The statements with `said_on` set where the text settles it.

    First the time expression that modifies the cue; then the day of the same speaker's statement next to it; then, for
    a report in the lead in the present or present perfect tense ("has described"), the day of publication.
    """
    from parley.language.times.attach import time_of

    dates: list[str | None] = []
    for s, d in zip(statements, drafts, strict=True):
        value = None
        if d.report.cue_range is not None:
            found = time_of(d.passage, d.report.cue_range[0], parsed.times, _not_when(d))
            if found is None:
                found = _between(d, parsed.times)
            if found is not None and found.type in ("DATE", "TIME"):
                value = _past(day_of(found.value), parsed.article.published)
        dates.append(value)
        del s
    _spread(dates, statements, drafts)
    _lead(parsed, dates, drafts)
    return [replace(s, said_on=v) if v else s for s, v in zip(statements, dates, strict=True)]


def _between(d: Draft, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression between the cue and its content: "said *on Tuesday* it had …"."""
    if d.report.cue_range is None or not d.report.pieces:
        return None
    cue, content = d.passage.ends[d.report.cue_range[1]], d.report.start
    if not cue < content < cue + 40:
        return None
    return next((t for t in times if cue <= t.start and t.end <= content), None)


def _not_when(d: Draft) -> list[Span]:
    """Where no date can say when the words were said: in the content, and in an object beside an as-phrase."""
    spans = list(d.report.pieces)
    if d.report.frame == "as" and d.report.cue_range is not None:
        spans.append((d.passage.ends[d.report.cue_range[0]], d.report.end))
    return spans


def _past(day: str | None, published: str | None) -> str | None:
    """The day, unless it lies after the page's own: what is reported has been said."""
    if day and published and len(day) == len(published) == 10 and day > published:
        return None
    return day


def day_of(value: str | None) -> str | None:
    """The calendar part of a TIMEX value, None for ranges and vague references."""
    if not value or "/" in value or "_REF" in value or value[:1] in "PX":
        return None
    return value.split("T")[0]


def _spread(dates: list[str | None], statements: Sequence[Statement], drafts: Sequence[Draft]) -> None:
    """Pass a day on to the same speaker's statements some paragraphs on, then back to those just before.

    "Halmere said on Sunday …" in one paragraph and its minister, undated, in the next are one appearance too.
    """
    order: Sequence[int] = range(len(dates))
    for sequence, hop in ((order, _HOP), (list(reversed(order)), 1)):
        last: dict[str, tuple[int, str]] = {}
        body: dict[str, tuple[int, str]] = {}
        for i in sequence:
            speaker, party = statements[i].speaker, statements[i].party
            if speaker is None or _earlier(drafts[i]):
                continue
            at = drafts[i].passage.index
            known = last.get(speaker)
            if dates[i] is None and known is not None and abs(at - known[0]) <= hop:
                dates[i] = known[1]
            known = body.get(party or "")
            if dates[i] is None and known is not None and 0 < at - known[0] <= 1 and drafts[i].speaker.kind == "person":
                dates[i] = known[1]
            day = dates[i]
            if day is not None:
                last[speaker] = (at, day)
                if party and drafts[i].speaker.kind in ("state", "office", "bloc"):
                    body[party] = (at, day)


def _earlier(d: Draft) -> bool:
    """True when the cue says the words were said at another time ("had said", "previously demanded")."""
    if d.report.cue_range is None:
        return False
    p, v = d.passage, d.report.cue_range[0]
    return any(
        (p.deps[k] == "aux" and p.words[k].lower() in ("had", "has", "have"))
        or p.lemmas[k] in ("previously", "earlier", "once", "long", "repeatedly")
        for k in p.kids[v]
    )


def _lead(parsed: Parsed, dates: list[str | None], drafts: Sequence[Draft]) -> None:
    """In the lead the news is of the day: present tense and present perfect take the day of publication."""
    published = parsed.article.published
    if not published or len(published) != 10:
        return
    first = next((p.index for p in parsed.passages if p.kind == "body"), None)
    for i, d in enumerate(drafts):
        if dates[i] is not None or d.report.cue_range is None or d.passage.index != first:
            continue
        p, v = d.passage, d.report.cue_range[0]
        if p.tags[v] in ("VBZ", "VBP") or any(
            p.deps[k] == "aux" and p.words[k].lower() in ("has", "have") for k in p.kids[v]
        ):
            dates[i] = published

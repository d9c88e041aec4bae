"""Ledger -> brief: which lines are shown, in what order and under which words."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from parley.analysis import (
    Exchange,
    Moment,
    Overview,
    Pair,
    Party,
    View,
    exchanges,
    overview,
    parties,
    statements_by_party,
    view,
)
from parley.analysis.dates import day_of, last_day_of, stretch, within
from parley.analysis.talks import talks
from parley.analysis.timeline import arrange
from parley.brief.choose import digest, key, newest
from parley.brief.line import AT, UNKNOWN_SIDE, VERBS, hearer, line, named
from parley.brief.model import Brief, BriefOptions, Group, More, Section, Side, Speaker
from parley.brief.negotiation import LEAST, opening
from parley.brief.text import clean, count, when_words
from parley.errors import InputError

if TYPE_CHECKING:
    from parley.ledger.store import Ledger

SIDES = 12
"""Parties shown; a page with more is a list."""
SPEAKERS = 6
"""Spokespeople named for a side; the others are counted."""
NAMED = 4
"""Actors of other sides named with a statement."""
DATES = 14
"""Dates the timeline shows, the latest ones; a fortnight of daily talks."""
LISTED = 24
"""Sources and unread pages listed."""

Item = TypeVar("Item")


def build(ledger: Ledger, options: BriefOptions | None = None) -> Brief:
    """The brief of a ledger. The same ledger and options give the same brief: it holds no clock.

    Raises InputError when an option names a party that the ledger does not have, or a date that is none.
    """
    o = options or BriefOptions()
    whole = view(ledger)
    about = overview(ledger, seen=whole)
    ranked = parties(ledger, seen=whole)
    chosen = _chosen(o, ranked)
    since, until = day_of(o.since) or None, last_day_of(o.until) or None
    dated = replace(whole, said=tuple(s for s in whole.said if within(s.when, since, until)))
    shown = dated if not chosen else replace(dated, said=tuple(s for s in dated.said if s.party in chosen))
    sides = parties(ledger, seen=shown)
    coded = talks(ledger, LEAST)
    begin = opening(ledger, coded, chosen, o) if coded else ()
    if begin:  # the opening tells most of it: the rest is shortened
        o = replace(o, limit=max(2, o.limit // 2))
    pairs = [p for p in exchanges(ledger, seen=dated) if not chosen or p.party in chosen or p.other in chosen]
    sections = (_said(ledger, shown, sides, o), _exchanges(pairs, o), _timeline(shown, o))
    sources, sources_more = _first(about.articles, max(o.limit, LISTED), f"articles --ledger {_ledger(o)}")
    problems, problems_more = _first(about.problems, max(o.limit, LISTED), f"problems --ledger {_ledger(o)}")
    names = [p.name for p in ranked if p.name]
    names += sorted(set(coded.matrix.parties) - set(names))
    return Brief(
        title=clean(o.title) or "What was said",
        as_of=when_words(about.as_of),
        facts=tuple(_facts(about, ranked, chosen, o)),
        sides=tuple(_side(p) for p in sides[:SIDES]),
        sides_more=max(0, len(sides) - SIDES),
        sections=tuple(s for s in sections if s.groups),
        sources=sources,
        sources_more=sources_more,
        problems=problems,
        problems_more=problems_more,
        marks={name: k for k, name in enumerate([*names, *sorted({p.other for p in pairs} - set(names))])},
        notice=_notice(about),
        opening=begin,
    )


def _chosen(o: BriefOptions, ranked: Sequence[Party]) -> frozenset[str]:
    """The parties asked for, as the ledger writes them."""
    for value in (o.since, o.until):
        if value is not None and not stretch(value):
            raise InputError(f"{clean(value)!r} is not a date; write it as 2025-03-14, 2025-W11, 2025-03 or 2025")
    known = {p.name.casefold(): p.name for p in ranked if p.name}
    for asked in o.parties:
        if asked.casefold() not in known:
            names = ", ".join(clean(name) for name in known.values()) or "none yet"
            raise InputError(f"no party {clean(asked)!r} has statements in this ledger (there are: {names})")
    return frozenset(known[asked.casefold()] for asked in o.parties)


def _facts(about: Overview, ranked: Sequence[Party], chosen: frozenset[str], o: BriefOptions) -> list[tuple[str, str]]:
    articles = count(len(about.articles), "article")
    if about.copies:
        articles += f" of {count(about.origins, 'origin')} ({count(about.copies, 'copy', 'copies')})"
    outlets = [f"{clean(name)} ({n})" if n > 1 else clean(name) for name, n in about.outlets]
    rest = f" and {len(outlets) - 8} more" if len(outlets) > 8 else ""
    if about.no_outlet:
        rest += ("; " if outlets else "") + f"{about.no_outlet} without a named outlet"
    speaking = sum(p.name is not None for p in ranked)
    facts = [
        ("Articles", articles),
        ("Outlets", (", ".join(outlets[:8]) + rest).strip() or "none named"),
        ("Published", _range(about.published_first, about.published_last, about.undated)),
        ("Said", _range(about.said_first, about.said_last, 0)),
        ("Statements", f"{count(about.statements, 'statement')} by {count(speaking, 'party', 'parties')}"),
    ]
    if chosen or o.since or o.until:
        bounds = [f"from {when_words(o.since)}"] * bool(o.since) + [f"to {when_words(o.until)}"] * bool(o.until)
        facts.append(("Shown here", "; ".join([*map(clean, sorted(chosen)), " ".join(bounds)]).strip("; ")))
    if about.problems:
        facts.append(("Not read", count(len(about.problems), "page or record", "pages or records")))
    return facts


def _range(first: str | None, last: str | None, undated: int) -> str:
    one, other = when_words(first), when_words(last)
    words = "no dates" if not one else one if one == other else f"{one} to {other}"
    return f"{words} ({undated} undated)" if undated and one else words


def _notice(about: Overview) -> str:
    if not about.statements:
        return "No statements yet."
    reviewed = f"{about.reviewed:,} of {about.statements:,} reviewed by a person"
    return (
        "Speakers, parties, dates and the verb before each quotation are suggested by Parley from the words shown "
        f"under them ({reviewed}). The words are as they stand on the page; those without quotation marks are the "
        "outlet's own."
    )


def _side(party: Party) -> Side:
    note = f"{count(party.statements, 'statement')}, {count(party.origins, 'origin')}"
    if party.latest:
        note += f", latest {when_words(party.latest, weekday=False)}"
    speakers = tuple(
        Speaker(named(p.name, None), clean(p.roles[0]) if p.roles else "", p.statements, p.evidence)
        for p in party.spokespeople[:SPEAKERS]
    )
    return Side(party.name, note, _moods(party.moods), speakers, len(party.spokespeople) - len(speakers))


def _said(ledger: Ledger, shown: View, sides: Sequence[Party], o: BriefOptions) -> Section:
    said = statements_by_party(ledger, seen=shown)
    groups = []
    for party in sides[:SIDES]:
        own = said[party.name]
        kept = digest(own, o.limit)
        groups.append(
            Group(
                title=clean(party.name) or UNKNOWN_SIDE,
                note=f"{count(party.statements, 'statement')} from {count(party.origins, 'origin')}",
                lines=tuple(line(s, with_party=False) for s in kept),
                party=party.name,
                more=_more(len(own) - len(kept), _statements(o, party.name)),
            )
        )
    hidden = sum(p.statements for p in sides[SIDES:])
    note = "Newest first, by the date said, or where no page tells it, by that of the report."
    if any(g.more for g in groups):
        note += " Where not all are shown: the latest, and the latest of each stand taken before."
    return Section("said", "What each side said", note, tuple(groups), _more(hidden, _statements(o, None)))


def _exchanges(pairs: Sequence[Pair], o: BriefOptions) -> Section:
    """Pairs of sides; a statement that names several of them stands once, in the pair with most exchanges."""
    naming: dict[tuple[str, str], list[Exchange]] = {}
    for exchange in (e for pair in pairs for e in pair.exchanges):
        naming.setdefault(key(exchange.said), []).append(exchange)
    groups: list[Group] = []
    left = dict.fromkeys(naming)
    each = _each(o, min(len(pairs), o.limit))
    for pair in pairs:
        own = [e.said for e in pair.exchanges if key(e.said) in left]
        if not own or len(groups) == o.limit:
            continue
        kept = newest(own, each)
        for said in own:
            del left[key(said)]
        groups.append(
            Group(
                title=f"{clean(pair.party)} on {clean(pair.other)}",
                note=_moods(pair.moods),
                lines=tuple(line(s, with_party=False, naming=_naming(naming[key(s)])) for s in kept),
                party=pair.party,
                more=_more(len(own) - len(kept), _statements(o, pair.party)),
            )
        )
    note = (
        "Statements in which one side accuses, denies, accepts, rejects, praises, warns or demands, and whose words or "
        "hearer name the other side. To be named is not always to be meant."
    )
    return Section("exchanges", "Who answered whom", note, tuple(groups), _more(len(left), _statements(o, None)))


def _moods(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{VERBS.get(mood, clean(mood))} {n}" for mood, n in counts)


def _naming(exchanges: Sequence[Exchange]) -> str:
    """How a statement names the other sides: its hearer first, then whom its words name, the first few of them."""
    mood = exchanges[0].said.mood
    heard = [hearer(e.named[0]) for e in exchanges if e.via == "addressee"]
    named = [clean(name) for e in exchanges for name in e.named[e.via == "addressee" :]]
    words = [f"{'towards' if mood in AT else 'to'} {', '.join(heard)}"] * bool(heard)
    words += [f"names {', '.join(named[:NAMED])}" + ", …" * (len(named) > NAMED)] * bool(named)
    return " · ".join(words)


def _timeline(shown: View, o: BriefOptions) -> Section:
    times = arrange(shown.said)
    moments = [*times.days[-DATES:], *times.periods[-DATES:]]
    each = _each(o, len(moments))
    groups = [_moment(m, each, o) for m in moments]
    hidden = sum(len(m.said) for m in (*times.days[:-DATES], *times.periods[:-DATES]))
    if times.undated:
        kept = newest(times.undated, each)
        more = _more(len(times.undated) - len(kept), _statements(o, None))
        groups.append(Group("Day not told", count(len(times.undated), "statement"), tuple(map(line, kept)), more=more))
    note = "By the date said, oldest first; weeks and months after the days, what no page dates at the end."
    return Section("timeline", "Timeline", note, tuple(groups), _more(hidden, _statements(o, None)))


def _moment(moment: Moment, each: int, o: BriefOptions) -> Group:
    kept = newest(moment.said, each)
    title = when_words(moment.when)
    first, last, _ = stretch(moment.when) or (None, None, "")
    command = _statements(replace(o, since=str(first), until=str(last)), None)
    return Group(
        title=title[0].upper() + title[1:],
        note=count(len(moment.said), "statement"),
        lines=tuple(line(s, with_date=False) for s in kept),
        more=_more(len(moment.said) - len(kept), command),
    )


def _each(o: BriefOptions, groups: int) -> int:
    """Lines for each pair or date, so that many of them do not make the page long: about three sides' worth in all."""
    return max(1, min(o.limit // 2, -(-3 * o.limit // max(1, groups))))


def _first(items: tuple[Item, ...], limit: int, command: str) -> tuple[tuple[Item, ...], More | None]:
    return items[:limit], _more(len(items) - limit, f"parley show {command}")


def _more(number: int, command: str) -> More | None:
    return More(number, command) if number > 0 else None


def _ledger(o: BriefOptions) -> str:
    return shlex.quote(clean(o.ledger))


def _statements(o: BriefOptions, party: str | None) -> str:
    command = f"parley show statements --ledger {_ledger(o)}"
    if party:
        command += f" --party {shlex.quote(clean(party))}"
    for name, value in (("since", o.since), ("until", o.until)):
        command += f" --{name} {value}" if value else ""
    return command

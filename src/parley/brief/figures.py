"""The figures of a brief: positions over time on their scale, a timeline by party, who speaks of whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from parley.analysis import exchanges, view
from parley.analysis.chronicle import chronicle
from parley.analysis.dates import stretch
from parley.analysis.positions import by_cell, level, steps, when
from parley.analysis.talks import issue_words, talks
from parley.brief.drawing import COLOURS, SHAPES, altair, inline
from parley.brief.negotiation import LEAST
from parley.brief.text import clean, cut

if TYPE_CHECKING:
    from parley.ledger.store import Ledger

PARTIES = 8
"""Parties drawn; more would be told apart by nobody."""
ISSUES = 12
NAME = 28
"""Characters of a name on an axis."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One figure: `key` names its file, `svg` holds the colours as variables (see `drawing.py`)."""

    key: str
    caption: str
    svg: str


def figures(ledger: Ledger, marks: Mapping[str, int] | None = None) -> tuple[Drawing, ...]:
    """The figures that the ledger has something for. `marks` gives each party its place among the colours.

    The same ledger gives the same drawings. Raises ParleyError when the libraries for it are not installed.
    """
    alt = altair()
    seen = view(ledger)
    found = talks(ledger, LEAST)
    if marks is None:
        counted: dict[str, int] = {}
        for s in seen.said:
            if s.party:
                counted[s.party] = counted.get(s.party, 0) + 1
        order = sorted(counted, key=lambda p: (-counted[p], p))
        order += [p for p in found.matrix.parties if p not in counted]
        marks = {p: k for k, p in enumerate(order)}
    made = (
        _positions(alt, found, marks),
        _timeline(alt, ledger, marks),
        _exchanges(alt, exchanges(ledger, seen=seen), marks),
    )  # fmt: skip
    return tuple(d for d in made if d is not None)


def _ranked(names: set[str], marks: Mapping[str, int]) -> list[str]:
    return sorted(names, key=lambda p: (marks.get(p, len(marks)), p))[:PARTIES]


def _label(name: str) -> str:
    return cut(clean(name), NAME)


def _scales(alt: Any, parties: list[str], marks: Mapping[str, int]) -> dict[str, Any]:
    """Colour and shape of each party, with one legend for both."""
    labels = [_label(p) for p in parties]
    places = [marks.get(p, len(marks)) for p in parties]
    colours = [f"var(--c{k % COLOURS})" for k in places]
    shapes = [SHAPES[k % len(SHAPES)] for k in places]
    legend = alt.Legend(title=None, orient="top", columns=4)
    return {
        "color": alt.Color("party:N", scale=alt.Scale(domain=labels, range=colours), legend=legend),
        "shape": alt.Shape("party:N", scale=alt.Scale(domain=labels, range=shapes), legend=legend),
    }


def _dressed(chart: Any) -> Any:
    """The look of all figures."""
    ink, soft, rule = "var(--ink)", "var(--soft)", "var(--rule)"
    return (
        chart.configure(font="sans-serif", background="transparent")
        .configure_view(stroke=rule)
        .configure_axis(
            labelColor=soft, titleColor=soft, gridColor=rule, domainColor=rule, tickColor=rule, labelFontSize=11
        )
        .configure_legend(labelColor=ink, titleColor=soft, labelFontSize=12)
        .configure_header(labelColor=ink, labelFontSize=13, labelAnchor="start", titleColor=soft)
    )


def _days(alt: Any) -> Any:
    """The axis of days, in no time zone but that of the dates."""
    axis = alt.Axis(title=None, format="%-d %b", labelOverlap=True, tickCount={"interval": "day", "step": 1})
    return alt.X("day:T", scale=alt.Scale(type="utc", padding=12), axis=axis)


def _positions(alt: Any, found: Any, marks: Mapping[str, int]) -> Drawing | None:
    rows = []
    cells = by_cell(found.positions.values())
    parties = _ranked({p for p, _ in cells}, marks)
    issues = [i for i in found.matrix.issues if any(of == i for _, of in cells)]
    issues = sorted(issues, key=lambda i: (-sum(of == i for _, of in cells), i))[:ISSUES]
    for (party, issue), own in cells.items():
        if party not in parties or issue not in issues:
            continue
        for step in steps(own):
            row, day = step[0], stretch(when(step[0]))
            place = row.value if row.value is not None else level(row)
            if day and place is not None:
                rows.append(
                    {
                        "day": day[0].isoformat(),
                        "place": place,
                        "party": _label(party),
                        "issue": issue_words(clean(issue)),
                    }
                )
    if not rows:
        return None
    scales = _scales(alt, parties, marks)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=_days(alt),
        y=alt.Y("place:Q", scale=alt.Scale(domain=[-6, 106]), axis=alt.Axis(title=None, values=[0, 50, 100])),
    )
    lines = base.mark_line(strokeWidth=1.5, opacity=0.7).encode(color=scales["color"])
    points = base.mark_point(filled=True, size=60, opacity=0.9).encode(color=scales["color"], shape=scales["shape"])
    facet = alt.Facet("issue:N", title=None, sort=[issue_words(clean(i)) for i in issues])
    chart = alt.layer(lines, points).properties(width=190, height=84).facet(facet=facet, columns=3)
    caption = (
        "Positions over time, from no (0) to yes (100) on each issue's scale; where the words name no option, by the "
        "stance alone. By the day told, else that of the report; own voice before what a page tells."
    )
    return Drawing("positions", caption, inline(_dressed(chart)))


def _timeline(alt: Any, ledger: Ledger, marks: Mapping[str, int]) -> Drawing | None:
    counted: dict[tuple[str, str, str], int] = {}
    entries = [e for e in chronicle(ledger) if len(e.when) >= 10]
    days = sorted({e.when[:10] for e in entries})[-60:]
    parties = _ranked({p for e in entries for p in e.parties if p in marks}, marks)
    for e in entries:
        if e.when[:10] in days:
            for party in e.parties:
                if party in parties:
                    key = (e.when[:10], party, "doings" if e.kind == "event" else "words")
                    counted[key] = counted.get(key, 0) + 1
    if not counted:
        return None
    rows = [{"day": d, "party": _label(p), "kind": k, "number": n} for (d, p, k), n in sorted(counted.items())]
    scales = _scales(alt, parties, marks)
    scales["color"].legend = None
    chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_point(filled=True, opacity=0.85)
        .encode(
            x=_days(alt),
            y=alt.Y("party:N", sort=[_label(p) for p in parties], axis=alt.Axis(title=None, labelLimit=200)),
            yOffset=alt.YOffset("kind:N", scale=alt.Scale(domain=["words", "doings"])),
            size=alt.Size("number:Q", scale=alt.Scale(range=[30, 420]), legend=None),
            shape=alt.Shape(
                "kind:N", scale=alt.Scale(domain=["words", "doings"], range=["circle", "diamond"]),
                legend=alt.Legend(
                    title=None, orient="top", symbolFillColor="var(--soft)", symbolStrokeColor="var(--soft)"
                ),
            ),
            color=scales["color"],
        )
        .properties(width=560, height=alt.Step(17))
    )  # fmt: skip
    caption = (
        "What each party said and did, by day; the larger the mark, the more there is of it. Only what a page dates."
    )
    return Drawing("timeline", caption, inline(_dressed(chart)))


def _exchanges(alt: Any, pairs: Any, marks: Mapping[str, int]) -> Drawing | None:
    names = {n for pair in pairs for n in (pair.party, pair.other)}
    parties = _ranked(names, marks)
    rows = [
        {"party": _label(pair.party), "other": _label(pair.other), "number": len(pair.exchanges)}
        for pair in pairs
        if pair.party in parties and pair.other in parties
    ]
    if not rows:
        return None
    order = [_label(p) for p in parties]
    base = alt.Chart(alt.InlineData(values=sorted(rows, key=lambda r: (r["party"], r["other"])))).encode(
        x=alt.X(
            "other:N", sort=order, axis=alt.Axis(title="is spoken of", orient="top", labelAngle=-35, labelLimit=200)
        ),
        y=alt.Y("party:N", sort=order, axis=alt.Axis(title="speaks", labelLimit=200)),
    )
    squares = base.mark_rect(color="var(--c0)").encode(
        opacity=alt.Opacity("number:Q", scale=alt.Scale(range=[0.12, 0.55], domainMin=0), legend=None)
    )
    numbers = base.mark_text(color="var(--ink)", fontSize=12).encode(text="number:Q")
    chart = alt.layer(squares, numbers).properties(width=alt.Step(46), height=alt.Step(30))
    caption = "Who speaks of whom: statements that accuse, deny, accept, reject, praise, warn or demand, by side named."
    return Drawing("exchanges", caption, inline(_dressed(chart)))

"""The lines around a plain-text story -> outlet, credit, byline, date and dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parley.reading.byline import Byline, bare_name, read_byline, read_foot
from parley.reading.credit import copyright_holder, copyright_year, credit_in, outlet_like
from parley.reading.dateline import Dateline, capitalised, read_dateline
from parley.reading.dates_printed import find_date, iso_day
from parley.reading.features import Shape
from parley.reading.infer import infer_published
from parley.reading.kinds import is_caption
from parley.reading.lines import Para
from parley.reading.places import is_city, is_region
from parley.records import PublishedFrom

_SPEAKER = re.compile(r"[\"“]?[^\W\d_a-z]{2,}(?: [^\W\d_a-z]+)?:")
ABOVE = 8
"""How many lines above the title its date may stand."""
BELOW = 12
"""How many lines below the story still speak of it."""
BESIDE = 5
"""How many paragraphs into the story a byline or date may stand: a lead or a picture can come before it."""
SHORT = 25


@dataclass(slots=True)
class Masthead:
    """What was found; `used` holds the paragraphs that are masthead and so no part of the story."""

    outlet: str | None = None
    credit: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom | None = None
    dateline: tuple[str, ...] = ()
    used: set[int] = field(default_factory=set)


def read_masthead(paras: list[Para], shapes: list[Shape], body: list[int], title: int | None) -> Masthead:
    """The masthead of a story whose title is at `title` (or None) and whose paragraphs are `body`, as indices."""
    found = Masthead()
    if not body:
        return found
    first = next((i for i in body if shapes[i].ends and shapes[i].words >= 12), body[0])
    top = list(range(title + 1 if title is not None else max(0, first - ABOVE), min(len(paras), first + BESIDE)))
    above = list(range(title - 1, max(-1, title - 1 - ABOVE), -1)) if title is not None else []
    foot = [i for i in range(body[-1] - 2, min(len(paras), body[-1] + 1 + BELOW)) if i >= first]
    byline = _byline(top, paras, shapes, found)
    dateline = (None if _is_transcript(paras, body) else read_dateline(paras[first].text)) or Dateline(())
    _date(first, top, above, paras, shapes, dateline, found)
    found.byline = byline.names or next(filter(None, (read_foot(paras[i].text) for i in foot)), ())
    alone = (_cities_alone(paras[i].text) for i in top if i < first and shapes[i].words <= 6)
    found.dateline = dateline.places or byline.places or next(filter(None, alone), ())
    holders = [h for h in (copyright_holder(paras[i].text) for i in range(body[-1], len(paras))) if h]
    credits = (credit_in(paras[i].text) for i in foot)
    found.credit = byline.agency or dateline.agency or next(filter(None, credits), None)
    found.outlet = _outlet(paras, title, first, holders, found.credit)
    if found.published is None and dateline.month_day:
        years = {y for i in foot if (y := copyright_year(paras[i].text))}
        if len(years) == 1:
            found.published = iso_day(years.pop(), *dateline.month_day)
    if found.published is None:
        found.published = infer_published([paras[i].text for i in body])
    if found.published and found.published_from is None:
        found.published_from = "inferred"
    return found


def _cities_alone(line: str) -> tuple[str, ...]:
    """The cities of a line that holds nothing else: some papers set the dateline above the story."""
    names = [n.strip(" .:—–-") for n in re.split(r"[/,;&]|\band\b", line)]
    cities = [n for n in names if not is_region(n)]
    return tuple(capitalised(c) for c in cities) if cities and all(map(is_city, cities)) else ()


def _is_transcript(paras: list[Para], body: list[int]) -> bool:
    """Several paragraphs that open with capitals and a colon are speakers, and no datelines."""
    return sum(_SPEAKER.match(paras[i].text) is not None for i in body[:20]) > 1


def _byline(top: list[int], paras: list[Para], shapes: list[Shape], found: Masthead) -> Byline:
    """The first byline between title and story; a bare name counts when a date or an agency stands next to it."""
    best = Byline()
    for i in top:
        if shapes[i].words > SHORT:
            continue
        line = read_byline(paras[i].text)
        if shapes[i].plain == "by" and i + 1 < len(paras) and (name := bare_name(paras[i + 1].text)):
            found.used.add(i)
            line = Byline((name,))
        if line is None and (name := bare_name(paras[i].text)):
            near = [paras[k].text for k in (i - 1, i + 1) if 0 <= k < len(paras)]
            house = next(filter(None, (read_byline(t) for t in near if not bare_name(t))), Byline()).agency
            line = Byline((name,), house) if house or any(find_date(t) for t in near) else None
        if line:
            found.used.add(i)
            best = Byline(best.names or line.names, best.agency or line.agency, best.places or line.places)
    return best


def _date(
    first: int,
    top: list[int],
    above: list[int],
    paras: list[Para],
    shapes: list[Shape],
    dateline: Dateline,
    found: Masthead,
) -> None:
    """The date between title and story, or just above the title, or in the dateline."""
    for i in (*top, *above):
        if shapes[i].words > SHORT or is_caption(shapes[i]) or (i >= first and paras[i].text[-1:] in ".:,;!?”"):
            continue
        dated = find_date(paras[i].text)
        if dated:
            rest = paras[i].text[: dated.start] + paras[i].text[dated.end :]
            if len(rest.split()) <= 8:
                found.used.add(i)
            found.published = found.published or dated.iso
            if "updat" not in rest.lower():
                break
    found.published = found.published or dateline.published
    found.published_from = "printed" if found.published else None


def _outlet(paras: list[Para], title: int | None, first: int, holders: list[str], credit: str | None) -> str | None:
    """A name among the lines above the title, nearest first, or else the page's copyright holder."""
    at = title if title is not None else first
    name = outlet_like(paras[i].text for i in range(at - 1, max(-1, at - 1 - ABOVE), -1))
    if name:
        return name
    others = [h for h in holders if not credit or not (credit.startswith(h) or h.startswith(credit.split()[0]))]
    return others[-1] if others else None

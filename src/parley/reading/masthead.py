"""The lines around a plain-text story -> outlet, credit, byline, date and dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from parley.reading.byline import Byline, bare_name, is_address, read_byline, read_foot
from parley.reading.credit import copyright_year, credit_anew, credit_in, spelled_out
from parley.reading.dateline import Dateline, capitalised, read_dateline
from parley.reading.dates_printed import MonthDay, find_date, find_month_day, iso_day
from parley.reading.features import Shape
from parley.reading.infer import infer_published
from parley.reading.kinds import is_caption
from parley.reading.lines import Para
from parley.reading.places import is_city, is_region
from parley.reading.site import Site, key_of
from parley.reading.words import masthead_words
from parley.records import PublishedFrom

_SPEAKER = re.compile(r"[\"“]?[^\W\d_a-z]{2,}(?: [^\W\d_a-z]+)?:")
_POSTED = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b(?:posted|published|updated|veröffentlicht|publié|publicado)\b", re.I)
_POSTED_LAST = re.compile(r"\b(?:posted|published)\b", re.I)
ABOVE = 8
"""How many lines above the title its date may stand."""
BELOW = 12
"""How many lines below the story still speak of it."""
BESIDE = 5
"""How many paragraphs into the story a byline or date may stand: a lead or a picture can come before it."""
SHORT = 25
POST = 10
"""Words of a line without "By" that ends as a sentence does and may still be a byline."""
OVER = 4
"""How many lines above the title a byline may stand."""
SPELLED = 40
"""In how many lines above and below the story an agency's letters may be spelled out."""


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


def read_masthead(paras: list[Para], shapes: list[Shape], body: list[int], title: int | None, site: Site) -> Masthead:
    """The masthead of a story whose title is at `title` (or None) and whose paragraphs are `body`, as indices.

    `site` holds the names that the page may go by.
    """
    found = Masthead()
    if not body:
        return found
    first = next((i for i in body if shapes[i].ends and shapes[i].words >= 12), body[0])
    top = list(range(title + 1 if title is not None else max(0, first - ABOVE), min(len(paras), first + BESIDE)))
    above = list(range(title - 1, max(-1, title - 1 - ABOVE), -1)) if title is not None else []
    foot = [i for i in range(body[-1] - 2, min(len(paras), body[-1] + 1 + BELOW)) if i >= first]
    byline = _byline(top, first, paras, shapes, found, site.keys)
    if byline == Byline():
        byline = next(filter(None, (_opened(paras[i].text) for i in above[:OVER])), byline)
    dateline = (None if _is_transcript(paras, body) else read_dateline(paras[first].text)) or Dateline(())
    _date(first, top, above, paras, shapes, dateline, found)
    found.byline = byline.names or next(filter(None, (read_foot(paras[i].text) for i in foot)), ())
    alone = (_cities_alone(_undated(paras[i].text)) for i in top if i < first and shapes[i].words <= 10)
    found.dateline = dateline.places or byline.places or next(filter(None, alone), ())
    credits = (credit_in(paras[i].text) or credit_anew(paras[i].text) for i in foot)
    credit = byline.agency or dateline.agency or next(filter(None, credits), None)
    if credit and credit not in masthead_words().agency_names:
        near = [
            *range(max(0, first - SPELLED), first),
            *range(body[-1] - 2, min(len(paras), body[-1] + SPELLED)),
            first,
        ]
        credit = spelled_out(credit, (paras[i].text for i in near if i >= 0))
    found.outlet = _outlet(site, found.byline, credit)
    found.credit = None if credit and found.outlet and key_of(credit) == key_of(found.outlet) else credit
    inside = set(body)
    found.used.update(
        i for i in foot if i in inside and i > first and shapes[i].words <= SHORT and _is_foot(paras[i].text)
    )
    found.used.update(i for i in body[-2:] if i > first and _is_about_writer(paras[i].text, shapes[i], found.byline))
    if found.published is None:
        day = dateline.month_day or _month_day(top, above, first, paras, shapes)
        years = {y for i in range(body[-1], len(paras)) if day and (y := copyright_year(paras[i].text))}
        if day and len(years) == 1:
            found.published = iso_day(years.pop(), day[0], day[1])
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


def _undated(line: str) -> str:
    """What stands before a line's date ("Madrid - 14 mar 2025 - 18:20")."""
    dated = find_date(line)
    return line[: dated.start] if dated else line if len(line.split()) <= 6 else ""


def _is_transcript(paras: list[Para], body: list[int]) -> bool:
    """Several paragraphs that open with capitals and a colon are speakers, and no datelines."""
    return sum(_SPEAKER.match(paras[i].text) is not None for i in body[:20]) > 1


def _byline(
    top: list[int], first: int, paras: list[Para], shapes: list[Shape], found: Masthead, houses: frozenset[str]
) -> Byline:
    """The first byline between title and story; a bare name counts when a date or an agency stands next to it."""
    best = Byline()
    for i in top:
        told = shapes[i].ends and shapes[i].words > POST and not masthead_words().by.match(paras[i].text)
        if shapes[i].words > SHORT or told or (is_caption(shapes[i]) and i < first):
            continue
        line = read_byline(paras[i].text)
        if shapes[i].plain == "by" and i + 1 < len(paras) and (name := bare_name(paras[i + 1].text)):
            listed = _listed(i + 1, first, paras, shapes)
            found.used.update(range(i, i + 2 * len(listed)))
            line = Byline(listed)
        parts = paras[i].text.split(",")
        if line is None and len(parts) == 2 and key_of(parts[1]) in houses and (name := bare_name(parts[0])):
            line = Byline((name,))
        if line is None and (name := bare_name(paras[i].text)):
            near = [paras[k].text for k in _beside(i, first, shapes) if 0 <= k < len(paras)]
            house = next(filter(None, (read_byline(t) for t in near if not bare_name(t))), Byline()).agency
            role = i + 1 < len(paras) and _is_role(paras[i + 1].text, shapes[i + 1])
            if role and i + 1 < first:
                found.used.add(i + 1)
            beside = house or role or any(find_date(t) or is_address(t) for t in near)
            below = paras[i + 1].text if i + 1 < len(paras) else ""
            beside = beside or key_of(below.split(",")[0]) in houses
            line = Byline((name,), house) if beside else None
        if line and all(key_of(n) in houses for n in line.names):
            line = Byline((), line.agency, line.places) if line.agency else None
        if line:
            found.used.add(i)
            best = Byline(best.names or line.names, best.agency or line.agency, best.places or line.places)
    return best


def _beside(i: int, first: int, shapes: list[Shape]) -> tuple[int, ...]:
    """The lines beside a bare name, with the next but one above the story when a short line stands between."""
    further = i - 2 if 2 <= i < first and shapes[i - 1].words <= 6 and not shapes[i - 1].ends else i - 1
    return (further, i - 1, i + 1)


def _listed(i: int, first: int, paras: list[Para], shapes: list[Shape]) -> tuple[str, ...]:
    """The names from line `i` on, one a line with "and" or a comma on a line between ("By", "A", "and", "B")."""
    names: list[str] = []
    while i < min(first, len(paras)) and (name := bare_name(paras[i].text)):
        names.append(name)
        if i + 2 >= first or shapes[i + 1].plain not in ("and", "&", "", "und", "et", "y", "и", "та"):
            break
        i += 2
    return tuple(names) or tuple(n for n in (bare_name(paras[i].text),) if n)


def _date(
    first: int,
    top: list[int],
    above: list[int],
    paras: list[Para],
    shapes: list[Shape],
    dateline: Dateline,
    found: Masthead,
) -> None:
    """The date between title and story, just above the title or in the dateline; an update's only for want of it."""
    updated = None
    for i in (*top, *above):
        if shapes[i].words > SHORT or is_caption(shapes[i]) or (i >= first and paras[i].text[-1:] in ".:,;!?”"):
            continue
        dated = find_date(paras[i].text)
        if dated:
            before = paras[i].text[: dated.start].lower()
            rest = before + paras[i].text[dated.end :].lower()
            if len(rest.split()) <= 8:
                found.used.add(i)
            if any(word in before for word in masthead_words().updated):
                again = find_date(paras[i].text[dated.end :])
                updated = updated or (min(dated.iso, again.iso) if again else dated.iso)
                continue
            found.published = dated.iso
            break
    found.published = found.published or updated or dateline.published
    found.published_from = "printed" if found.published else None


def _month_day(top: list[int], above: list[int], first: int, paras: list[Para], shapes: list[Shape]) -> MonthDay | None:
    """The day that a line around the title prints without its year, beside a time or a word such as "posted"."""
    for i in (*(i for i in top if i < first), *above):
        text = paras[i].text
        if shapes[i].words <= 12 and not shapes[i].ends and not is_caption(shapes[i]) and _POSTED.search(text):
            posted = _POSTED_LAST.search(text)
            found = find_month_day(text[posted.start() :]) if posted else None
            found = found or find_month_day(text)
            if found:
                return found
    return None


def _outlet(site: Site, byline: tuple[str, ...], credit: str | None) -> str | None:
    """The best name of the page; a copyright alone may be the agency's whose story it is, or a writer's own."""
    writers = {key_of(name) for name in byline}
    for name, above in site.ranked:
        source = credit is not None and (credit.startswith(name) or name.startswith(credit.split()[0]))
        if key_of(name) not in writers and (above or not source):
            return name
    return None


def _is_foot(text: str) -> bool:
    """A line below the story that says whose it is."""
    return credit_anew(text) is not None or text.lower().startswith(("©", "(c)", "copyright"))


def _is_about_writer(text: str, s: Shape, byline: tuple[str, ...]) -> bool:
    """ "Jane Doe is a correspondent for …" at the end of her own story."""
    if s.words > 50 or not text.startswith(byline or ("\0",)):
        return False
    return bool({t.strip(",.") for t in text.lower().split()} & masthead_words().roles)


def _opened(line: str) -> Byline | None:
    """A byline that says so ("By …"), which some pages set above the title."""
    return read_byline(line) if masthead_words().by.match(line) else None


def _is_role(text: str, s: Shape) -> bool:
    """A line that is a writer's post: "Diplomatic correspondent"."""
    tokens = {t.strip(",.") for t in text.lower().split()}
    return s.words <= 6 and not s.ends and bool(tokens & masthead_words().roles)

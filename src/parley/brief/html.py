"""The brief as one HTML file: no script, nothing loaded from elsewhere, fit for screen, phone and paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from parley.brief.cite import carriers, citation, mark, quotation
from parley.brief.model import Brief
from parley.brief.text import clean, count

COLOURS = 8
"""Party colours in the style sheet; with the shapes and the line styles the pairs repeat after 24 parties."""


SIGNS = {"+": "yes", "−": "no", "±": "if", "?": "open"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing for the page, SVG that holds no script and loads nothing (`brief/drawing.py`), and what it shows."""

    svg: str
    caption: str


def render(brief: Brief, figures: Sequence[Figure] = ()) -> str:
    """The brief as an HTML document. All words of pages pass through `clean` and Jinja's escaping.

    `figures` stand behind the opening.
    """
    environment = Environment(
        loader=PackageLoader("parley.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(signs=SIGNS)
    environment.filters.update(clean=clean, cite=citation, quotation=quotation, carriers=carriers)
    environment.globals.update(count=count)

    def shape(party: str | None) -> str:
        return mark(brief, party)

    def colour(party: str | None) -> str:
        """The class that gives a party its colour and the style of its line."""
        place = brief.marks.get(party) if party else None
        return "p-none" if place is None else f"p{place % COLOURS} s{place % 3}"

    values: dict[str, Any] = {"brief": brief, "shape": shape, "colour": colour, "figures": figures, "signs": SIGNS}
    return environment.get_template("page.html").render(values)

"""Vega-Lite charts to SVG and PNG: colours as the page's own variables, so that one drawing fits light and dark.

Charts name their colours as CSS variables (`var(--ink)`). In the brief they take the page's; a file of its own brings
them along for both schemes; a PNG, which has one scheme, is drawn in the light one.
"""

from __future__ import annotations

import re
from typing import Any

from parley.errors import ParleyError

LIGHT = {
    "paper": "#fbfaf6", "ink": "#1d1c19", "soft": "#5b5850", "rule": "#dcd8cc", "c0": "#1f5fa8", "c1": "#b3261e",
    "c2": "#2d6a3e", "c3": "#7a3e9d", "c4": "#8a5a00", "c5": "#00696f", "c6": "#a2306f", "c7": "#4f4a45",
}  # fmt: skip
DARK = {
    "paper": "#17181a", "ink": "#e9e6df", "soft": "#aaa69b", "rule": "#37383b", "c0": "#7fb2ee", "c1": "#f2958c",
    "c2": "#86c997", "c3": "#cda1e8", "c4": "#e0b25c", "c5": "#6fcdd2", "c6": "#ee98c6", "c7": "#c4beb4",
}  # fmt: skip
COLOURS = 8
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
"""Dealt to the parties with the colours: nobody has to tell two of them by colour alone."""
MISSING = "figures need altair and vl-convert-python, which are not installed: pip install 'parley-ledger[figures]'"
_VARIABLE = re.compile(r"var\(--(\w+)\)")
_TAGS = re.compile(r"</?([A-Za-z!?][\w:-]*)")
_ALLOWED = frozenset(
    {"svg", "g", "path", "rect", "line", "text", "tspan", "title", "defs", "clipPath", "circle", "style"}
)


def altair() -> Any:
    """The library, or a ParleyError that says how to get it."""
    try:
        import altair as found
        import vl_convert  # noqa: F401
    except ImportError as error:
        raise ParleyError(MISSING) from error
    return found


def available() -> bool:
    """Whether drawings can be made here."""
    try:
        altair()
    except ParleyError:
        return False
    return True


def inline(chart: Any) -> str:
    """The chart as SVG for a page that defines the colours; raises ParleyError should it hold anything but drawing."""
    import vl_convert

    spec = chart.to_dict()
    spec["background"] = "transparent"
    svg: str = vl_convert.vegalite_to_svg(spec)
    if odd := set(_TAGS.findall(svg)) - _ALLOWED:
        raise ParleyError(f"a drawing holds {', '.join(sorted(odd))}, which a page must not")
    return svg


def standalone(svg: str) -> str:
    """The SVG as a file of its own, light or dark as its reader's screen is."""

    def variables(scheme: dict[str, str]) -> str:
        return "svg{" + "".join(f"--{name}:{colour};" for name, colour in scheme.items()) + "background:var(--paper)}"

    style = f"<style>{variables(LIGHT)}@media (prefers-color-scheme:dark){{{variables(DARK)}}}</style>"
    head, _, rest = svg.partition(">")
    return f"{head}>{style}{rest}\n"


def png(svg: str) -> bytes:
    """The SVG as a PNG of twice its size, in the light colours on their paper."""
    import vl_convert

    plain = _VARIABLE.sub(lambda m: LIGHT.get(m[1], "#000000"), svg)
    head, _, rest = plain.partition(">")
    made: bytes = vl_convert.svg_to_png(
        f'{head}><rect width="100%" height="100%" fill="{LIGHT["paper"]}"/>{rest}', scale=2
    )
    return made

"""The words of mastheads, from `data/masthead.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class MastheadWords:
    """`agencies` maps every spelling to the agency's name; `agency` matches any of them as whole words."""

    by: re.Pattern[str]
    foot: re.Pattern[str]
    roles: frozenset[str]
    captions: tuple[str, ...]
    agencies: dict[str, str]
    agency_names: frozenset[str]
    agency: re.Pattern[str]
    taken_from: re.Pattern[str]
    passed_on: re.Pattern[str]
    point_headings: frozenset[str]
    outlet_words: frozenset[str]
    not_outlets: frozenset[str]


@lru_cache(maxsize=1)
def masthead_words() -> MastheadWords:
    """The shipped words, read once."""
    import yaml

    data = yaml.safe_load((files(__package__) / "data" / "masthead.yaml").read_text("utf-8"))
    agencies = {spelling: name for name, spellings in data["agencies"].items() for spelling in spellings}
    return MastheadWords(
        by=re.compile(rf"(?:{_any(data['by'])})(?::\s*|\s+)", re.I),
        foot=re.compile(rf"\b(?:{_any(data['foot'])})[:\s]+", re.I),
        roles=frozenset(data["roles"]),
        captions=tuple(data["captions"]),
        agencies=agencies,
        agency_names=frozenset(agencies.values()),
        agency=re.compile(rf"(?<![\w.])(?:{_any(agencies)})(?!\w)"),
        taken_from=re.compile(rf"\b(?:{_any(data['taken_from'])})\b[:\s]*", re.I),
        passed_on=re.compile(rf"\b(?:{_any(data['passed_on'])})\b[:\s]*", re.I),
        point_headings=frozenset(data["point_headings"]),
        outlet_words=frozenset(data["outlet_words"]),
        not_outlets=frozenset(data["not_outlets"]),
    )


def _any(words: object) -> str:
    """An alternation that tries the longest words first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]

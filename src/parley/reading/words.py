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
    outlet_hints: frozenset[str]
    outlet_openers: frozenset[str]
    not_outlets: frozenset[str]
    not_names: frozenset[str]
    updated: tuple[str, ...]
    not_sites: frozenset[str]
    name_joints: frozenset[str]
    name_words: frozenset[str]
    site_after: re.Pattern[str]
    site_before: re.Pattern[str]
    republished: re.Pattern[str]


_WORD = r"[^\W\d_a-z][\w.&'’-]*"
_NAME = rf"{_WORD}(?:\s(?:(?:of|the|and|de|du|des|di|della|für|la)\s){{0,2}}{_WORD}){{0,5}}"


@lru_cache(maxsize=1)
def masthead_words() -> MastheadWords:
    """The shipped words, read once."""
    import yaml

    data = yaml.safe_load((files(__package__) / "data" / "masthead.yaml").read_text("utf-8"))
    joints = frozenset(data["name_joints"])
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
        outlet_hints=frozenset(data["outlet_hints"]),
        outlet_openers=frozenset(data["outlet_openers"]),
        not_outlets=frozenset(data["not_outlets"]),
        not_names=frozenset(data["not_names"]),
        updated=tuple(data["updated"]),
        not_sites=frozenset(
            "".join(filter(str.isalnum, w.casefold())) for w in (*data["not_outlets"], *data["not_sites"])
        ),
        name_joints=joints,
        name_words=frozenset(data["name_words"]),
        site_after=re.compile(rf"(?:^|[.!?|•·:]\s+)(?i:{_any(data['site_after'])})\s+({_NAME})"),
        site_before=re.compile(rf"({_NAME})(?:'s|’s)?\s+(?i:{_any(data['site_before'])})(?!\w)"),
        republished=re.compile(rf"\b(?i:{_any(data['republished'])})[:\s]+(?:the\s+)?({_NAME})"),
    )


def _any(words: object) -> str:
    """An alternation that tries the longest words first."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]

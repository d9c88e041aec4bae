"""Places as datelines name them, from `data/places.yaml`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


def is_city(name: str) -> bool:
    """Is this, in whatever case, a city known from datelines?"""
    return name.strip().casefold() in _lists()["cities"]


def is_region(name: str) -> bool:
    """Is this a country, state or province: where a city lies, and no second city?"""
    plain = name.strip().casefold()
    return plain in _lists()["regions"] or (plain not in _lists()["cities"] and plain in _lists()["countries"])


def never_a_place(name: str) -> bool:
    """Is this a word in capitals that opens paragraphs and is no place ("UPDATE:", "NATO:")?"""
    return name.strip().casefold() in _lists()["never"]


def never_opens_dateline(word: str) -> bool:
    """Is this a word that opens sentences ("However", "In") and so no dateline?"""
    return word.casefold() in _lists()["openers"]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    import yaml

    data = yaml.safe_load((files(__package__) / "data" / "places.yaml").read_text("utf-8"))
    return {key: frozenset(str(name).casefold() for name in names) for key, names in data.items()}

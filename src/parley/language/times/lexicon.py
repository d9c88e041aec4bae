"""The words of the calendar, read once from `words.yaml` and turned into the tables the recogniser looks up in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

CLASSES = (
    "other", "weekday", "weekdays", "month", "unit", "units", "last", "next", "this", "past", "previous", "following",
    "coming", "current", "same", "that", "small", "mid24", "mid31", "int", "real", "year", "numword", "ord", "a",
    "vague", "half", "mod", "edge", "deictic", "part", "noon", "season", "ago", "later", "earlier", "before", "after",
    "the", "of", "in", "and", "to", "at", "by", "on", "each", "ampm", "clock", "iso", "numdate", "decade",
    "decadeword", "weekend", "holiday", "quarter", "fiscal", "old", "comma", "dash", "slash", "freq", "name",
)  # fmt: skip
"""Every token class of the grammar; a sentence is matched as a string with one character for each token."""

CHAR = {name: chr(0xE000 + i) for i, name in enumerate(CLASSES)}
"""Class -> its character, from the private use area so that none means anything to `re`."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables: `char` gives a word's class character, `triggers` the words without which nothing is a date."""

    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decade_words: dict[str, int]
    seasons: dict[str, str]
    parts: dict[str, str]
    noons: dict[str, str]
    deictics: dict[str, int]
    frequency: dict[str, str]
    holidays: dict[str, list[int]]
    known_days: dict[tuple[int, int], tuple[int, frozenset[str]]]
    char: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]
    triggers: frozenset[str]
    sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def number(self, word: str) -> int | None:
        """The value of a number word or of digits."""
        return self.numbers.get(word) if not word.isdecimal() else int(word)


@cache
def lexicon() -> Lexicon:
    """The shipped words, loaded on first use."""
    import yaml

    raw: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("words.yaml").read_text(encoding="utf-8"))
    char = _chars(raw)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in raw["holidays"]:
        _add(phrases, name, CHAR["holiday"])
    for name in raw["not_dates"]:
        _add(phrases, name, CHAR["name"])
    for options in phrases.values():
        options.sort(key=lambda o: -len(o[0]))
    triggers: set[str] = set()
    for key in ("months", "weekdays", "units", "seasons", "deictics", "decade_words", "adverbs_of_frequency", "parts"):
        triggers.update(raw[key])
    triggers.update(raw["noons"], raw["classes"]["weekend"], (h.split()[0] for h in raw["holidays"]))
    triggers.update(w + "s" for w in raw["weekdays"])
    triggers.update(m + "." for m in (*raw["months"], *raw["weekdays"]))
    sets = [k for k, v in raw.items() if isinstance(v, list) and k not in ("plural_units", "not_dates", "known_days")]
    return Lexicon(
        months=raw["months"], weekdays=raw["weekdays"], units=raw["units"], numbers=raw["numbers"],
        ordinals=raw["ordinals"], decade_words=raw["decade_words"], seasons=raw["seasons"], parts=raw["parts"],
        noons=raw["noons"], deictics=raw["deictics"], frequency=raw["adverbs_of_frequency"], holidays=raw["holidays"],
        known_days={(m, d): (year, frozenset(words)) for m, d, year, words in raw["known_days"]},
        char=char, phrases=phrases, triggers=frozenset(triggers), sets={k: frozenset(raw[k]) for k in sets},
    )  # fmt: skip


def _chars(raw: dict[str, Any]) -> dict[str, str]:
    """Word -> class character. Later tables do not overrule earlier ones, so `second` is an ordinal before a unit."""
    char: dict[str, str] = {}

    def put(words: Iterable[str], name: str) -> None:
        for word in words:
            char.setdefault(word, CHAR[name])

    put(raw["weekdays"], "weekday")
    put((w + "s" for w in raw["weekdays"] if len(w) > 5), "weekdays")
    put(raw["months"], "month")
    put(raw["ordinals"], "ord")
    put(raw["plural_units"], "units")
    put((u for u in raw["units"] if u != "night"), "unit")
    put(raw["numbers"], "numword")
    put(raw["decade_words"], "decadeword")
    put(raw["seasons"], "season")
    put(raw["parts"], "part")
    put(raw["noons"], "noon")
    put(raw["deictics"], "deictic")
    put(raw["adverbs_of_frequency"], "freq")
    for name, words in raw["classes"].items():
        put(words, name)
    char.update({",": CHAR["comma"], "/": CHAR["slash"]})
    char.update(dict.fromkeys("-–—‑", CHAR["dash"]))
    return char


def _add(phrases: dict[str, list[tuple[tuple[str, ...], str]]], name: str, char: str) -> None:
    """Files a phrase under its first word, cut the way `atoms` cuts text."""
    parts = tuple(name.replace("'", " ' ").replace("-", " - ").split())
    phrases.setdefault(parts[0], []).append((parts, char))

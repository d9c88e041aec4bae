"""The words of events: the codebook's rules indexed by lemma, and the small closed classes of `grammar.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from parley.codebook.model import Codebook, EventRule

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the codebook made ready: `heads` are single object nouns, `compounds` those of two words, `tests` the
    checks written with "=" ("=person")."""

    entry: EventRule
    heads: frozenset[str]
    compounds: frozenset[tuple[str, str]]
    tests: frozenset[str]
    unless: frozenset[str]

    @property
    def choosy(self) -> bool:
        """Whether the rule holds only with some of its objects."""
        return bool(self.heads or self.compounds or self.tests)


class EventWords:
    """Rules by lemma of their first word; those of more words and those that name their object come first."""

    def __init__(self, codebook: Codebook) -> None:
        self.verbs: dict[str, list[tuple[Parts, Rule]]] = {}
        self.nouns: dict[str, list[tuple[Parts, Rule]]] = {}
        self.adjectives: dict[str, list[tuple[Parts, Rule]]] = {}
        tables = {"verb": self.verbs, "noun": self.nouns, "adjective": self.adjectives}
        for entry in codebook.events:
            rule = _rule(entry)
            for words in entry.words:
                parts = tuple(words.split())
                key = parts[-1] if entry.kind == "noun" else parts[0]
                tables[entry.kind].setdefault(key, []).append((parts, rule))
        for table in tables.values():
            for rules in table.values():
                rules.sort(key=lambda r: (-len(r[0]), not r[1].choosy))
        self.first_words = frozenset(self.verbs) | frozenset(self.nouns) | frozenset(self.adjectives)


def _rule(entry: EventRule) -> Rule:
    single = frozenset(w for w in entry.objects if " " not in w and not w.startswith("="))
    double = frozenset((w.split()[0], w.split()[1]) for w in entry.objects if " " in w)
    tests = frozenset(w for w in entry.objects if w.startswith("="))
    return Rule(entry, single, double, tests, frozenset(entry.unless))


@cache
def grammar() -> dict[str, frozenset[str]]:
    """The closed classes by name, loaded on first use."""
    import yaml

    raw: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("grammar.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(str(word) for word in words) for name, words in raw.items()}

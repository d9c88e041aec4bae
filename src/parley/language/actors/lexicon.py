"""A codebook compiled for look-ups: names by their first characters, people by surname, roles by their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from parley.codebook.model import ActorEntry, Codebook
from parley.language.actors.fold import fold, plain
from parley.language.actors.words import FEMALE, MALE, SUFFIXES, TITLE_LETTERS

How = Literal["name", "surname", "seat", "demonym"]
_RANK: dict[str, int] = {"name": 0, "surname": 1, "seat": 2, "demonym": 3}
_KIND_RANK = {"person": 0, "office": 1, "state": 2, "bloc": 3, "force": 4, "organisation": 5, "outlet": 6}
_LEAD = re.compile(r"\w+")
_WORDS = re.compile(r"[\w@]+(?:[.'’-]\w+)*\.?")
_SMALL = frozenset("a an the of for to in on and 's s at".split())


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a name: the entry it leads to, and how ("name", "surname", "seat", "demonym")."""

    entry: ActorEntry
    how: How


class Lexicon:
    """Look-up tables of one codebook; what they answer does not depend on the order of its entries.

    Where two entries claim a name, a name goes before a surname, a seat and a demonym, then persons, offices, states,
    blocs and the rest, then the alphabet.
    """

    def __init__(self, codebook: Codebook) -> None:
        self.outlet_kind = {m.name: m.kind for m in codebook.media}
        # A medium's party is the country it is from; a newspaper speaks for no state.
        outlets = [ActorEntry(name=m.name, kind="outlet", aliases=m.aliases) for m in codebook.media]
        taken = {e.name for e in codebook.actors}
        actors = [*codebook.actors, *(o for o in outlets if o.name not in taken)]
        self.entries = sorted(actors, key=lambda e: (_KIND_RANK.get(e.kind, 9), e.name))
        self.role_nouns = frozenset(_head(r) for r in codebook.role_nouns) | TITLE_LETTERS
        self.group_nouns = frozenset(_head(g) for g in codebook.group_nouns)
        titles = {t.lower().rstrip(".") for t in codebook.titles}
        self.titles = frozenset(titles | {t + "s" for t in titles})
        self.cue_verbs = frozenset(w.split()[0] for c in codebook.cues if c.kind == "verb" for w in c.words)
        self.media = _media(codebook)
        self._senses: dict[str, Sense] = {}
        self.by_lead: dict[str, list[str]] = {}
        self.surnames: dict[str, ActorEntry] = {}
        self.roles: dict[frozenset[str], ActorEntry] = {}
        self.offices: dict[frozenset[str], str] = {}
        """Side of an office that only one side has ("Secretary of State"): the roles of states and blocs."""
        self.role_sets: dict[str, list[frozenset[str]]] = {}
        self.adjectives: dict[str, tuple[str, ...]] = {}
        self.states = frozenset(e.name for e in codebook.actors if e.kind == "state")
        self.force_of: dict[str, ActorEntry] = {}
        self._fill()

    def _fill(self) -> None:
        for entry in self.entries:
            for how, names in (
                ("name", (entry.name, *entry.aliases)), ("seat", entry.seats), ("demonym", entry.demonyms),
            ):  # fmt: skip
                for name in names:
                    self._add(plain(name.strip()), Sense(entry, how))  # type: ignore[arg-type]
            if entry.kind == "person" and entry.surname and " " in entry.name:
                self.surnames.setdefault(surname_key(entry.name), entry)
            adjectives = tuple(
                d for d in entry.demonyms if not d.endswith(("s", "er", "men", "man", "Dane", "Swede", "Pole"))
            )
            if adjectives:
                self.adjectives.setdefault(entry.name, adjectives)
            if entry.kind == "force" and entry.party and (entry.party == entry.name or _is_army(entry)):
                self.force_of.setdefault(entry.party, entry)
        for lead in self.by_lead:
            self.by_lead[lead] = sorted(set(self.by_lead[lead]), key=lambda n: (-len(n), n))
        for entry in self.entries:
            bodies = (*entry.aliases, entry.name) if entry.kind not in ("person", "state", "bloc", "outlet") else ()
            for role in (*(entry.roles if entry.kind not in ("state", "bloc") else ()), *bodies):
                self.roles.setdefault(self.role_key(role), entry)
            if entry.kind in ("state", "bloc"):
                for role in entry.roles:
                    self.offices.setdefault(self.role_key(role), entry.party or entry.name)
            self.role_sets[entry.name] = [self.role_key(r) for r in entry.roles]

    def _add(self, name: str, sense: Sense) -> None:
        lead = _LEAD.search(name)
        if not lead or lead.start() or len(name) < 2:
            return
        known = self._senses.get(name)
        if known is None or _RANK[sense.how] < _RANK[known.how]:  # entries come in rank order
            self._senses[name] = sense
        self.by_lead.setdefault(lead.group(), []).append(name)

    def sense(self, name: str) -> Sense | None:
        """What a (plain) name means, exactly as written."""
        return self._senses.get(name)

    def match(self, lead: str, text: str, at: int) -> tuple[int, Sense] | None:
        """The longest name of the codebook that starts at `text[at]` with the letters `lead`: (length, sense)."""
        for name in self.by_lead.get(lead, ()):
            if text.startswith(name, at):
                end = at + len(name)
                if end >= len(text) or not (text[end].isalnum() or (name[-1].isalnum() and text[end] == "_")):
                    return len(name), self._senses[name]
        return None

    def _side(self, lead: str, text: str, at: int) -> tuple[int, Sense] | None:
        for name in self.by_lead.get(lead, ()):
            sense, end = self._senses[name], at + len(name)
            side = sense.entry.kind in ("state", "bloc", "organisation") and len(name) < len(text)
            if side and text.startswith(name, at) and not text[end : end + 1].isalnum():
                return len(name), sense
        return None

    def role_key(self, description: str) -> frozenset[str]:
        """The words of a description without order and small words; states, blocs and offices become `@name`."""
        text, out, at = plain(description), set[str](), 0
        while match := _WORDS.search(text, at):
            at = match.end()
            lead = _LEAD.match(match.group())
            found = self._side(lead.group(), text, match.start()) if lead else None
            if found:
                out.add("@" + found[1].entry.name)
                at = match.start() + found[0]
                if text.startswith(("'s", "s'"), at):
                    at += 2
                continue
            word = match.group().lower()
            word = word[:-2] if word.endswith("'s") else word.rstrip("'")
            if word and word not in _SMALL:
                out.add(spelling(word))
        return frozenset(out)


def _is_army(entry: ActorEntry) -> bool:
    """Whether a force is its side's armed forces, not one force among others."""
    words = " ".join((entry.name, *entry.aliases, *entry.roles)).lower()
    return any(w in words for w in ("armed forces", "army", "military", "defense forces", "defence forces"))


def _head(noun: str) -> str:
    """Head word of a compound or "of" phrase ("chief of staff" -> "chief")."""
    return noun.split(" of ")[0].split()[-1].lower()


def spelling(word: str) -> str:
    """British and American spellings of the words of offices as one."""
    return {"defence": "defense", "organisation": "organization", "adviser": "advisor"}.get(word, word)


def surname_key(name: str) -> str:
    """Folded surname of a full name: its last word, "Jr." and the like left out."""
    words = [w for w in name.split() if w.lower() not in SUFFIXES]
    return fold(words[-1] if words else name)


def gender_of_words(words: list[str]) -> str | None:
    """Gender that a title or role word tells ("king", "Mrs", "spokeswoman"), else None."""
    for word in words:
        w = word.lower().rstrip(".")
        if w in FEMALE:
            return "female"
        if w in MALE and w not in ("spokesman", "chairman"):
            return "male"
    return "male" if any(w.lower() in ("spokesman", "chairman") for w in words) else None


def _media(codebook: Codebook) -> dict[str, str]:
    """Party of each medium that has one, by every way it is written."""
    out: dict[str, str] = {}
    for medium in sorted(codebook.media, key=lambda m: m.name):
        if medium.party:
            for name in (medium.name, *medium.aliases):
                out.setdefault(name.removeprefix("The ").removeprefix("the "), medium.party)
    return out


_LAST: list[tuple[Codebook, Lexicon]] = []


def lexicon_of(codebook: Codebook) -> Lexicon:
    """The compiled codebook; the last one is kept, for a run codes every article with the same."""
    if not _LAST or _LAST[0][0] is not codebook:
        _LAST[:] = [(codebook, Lexicon(codebook))]
    return _LAST[0][1]

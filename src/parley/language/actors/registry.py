"""The actors of one article as they become known: names to persons and bodies, with what was told of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.codebook.model import ActorEntry
from parley.language.actors.fold import fold, same_given
from parley.language.actors.given_names import likely_gender
from parley.language.actors.words import BROADER, PARTICLES, SUFFIXES
from parley.records import Actor, ActorKind


@dataclass(slots=True, eq=False)
class Known:
    """One actor of the article.

    `gender` is told, `likely` guessed from the given name; `roles` as printed, `role_words` and `heads` for matching;
    `seen` counts mentions; `last` is the running sentence number of the last (-1 before the first). `spoke`: a
    reporting verb had it as subject. `owner` is the person whose side it shares when its own is not told, `same` the
    actor it turned out to be, `definite` whether it was first spoken of with "the" or a possessor.
    """

    name: str
    kind: ActorKind
    party: str | None = None
    entry: ActorEntry | None = None
    gender: str | None = None
    likely: str | None = None
    plural: bool = False
    roles: dict[str, None] = field(default_factory=dict)
    role_words: list[frozenset[str]] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    aliases: dict[str, None] = field(default_factory=dict)
    given: list[str] = field(default_factory=list)
    surname: str = ""
    seen: int = 0
    last: int = -1
    spoke: bool = False
    owner: Known | None = None
    same: Known | None = None
    definite: bool = False
    full_at: int = -1
    embedded: bool = False

    def record(self) -> Actor:
        """The immutable record of it."""
        return Actor(self.name, self.kind, self.party, tuple(sorted(self.roles)), tuple(sorted(self.aliases)))

    def has_role(self, head: str) -> float:
        """How well the role noun fits what was told: 1 told, .7 a broader word for it, 0 not."""
        if head in self.heads:
            return 1.0
        return 0.7 if BROADER.get(head, frozenset()) & self.heads else 0.0


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart: folded given names and surname, `single` for one word alone."""

    text: str
    given: tuple[str, ...]
    surname: str

    @property
    def single(self) -> bool:
        """One word, which may be a surname or a given name."""
        return not self.given


def person_name(text: str) -> PersonName:
    """Take a printed name apart ("Nabil Abu Rudeineh", "Park Geun-hye", "Joseph R. Biden Jr.")."""
    words = [w for w in text.split() if w.lower().rstrip(",") not in SUFFIXES]
    if not words:
        return PersonName(text, (), fold(text))
    return PersonName(text, tuple(fold(w) for w in words[:-1] if w.lower() not in PARTICLES), fold(words[-1]))


class People:
    """Persons of one article. Full names make them, surnames and given names find them again.

    Of persons who share a surname, the last full name mentioned has the bare surname, unless it stood only inside
    another phrase ("Chelsea Clinton's flat") or someone else is mentioned three times as often.
    """

    def __init__(self) -> None:
        self.all: list[Known] = []
        self._by_surname: dict[str, list[Known]] = {}
        self._by_given: dict[str, list[Known]] = {}
        self._by_entry: dict[str, Known] = {}

    def of_entry(self, entry: ActorEntry) -> Known:
        """The person of a codebook entry, made on first sight."""
        known = self._by_entry.get(entry.name)
        if known is None:
            name = person_name(entry.name)
            known = Known(entry.name, entry.kind, entry.party, entry, entry.gender)
            known.given, known.surname = list(name.given), name.surname
            self._by_entry[entry.name] = known
            self._enter(known)
        return known

    def full(self, name: PersonName, at: int) -> Known:
        """The person of a name of two words or more; the fuller spelling becomes the canonical name."""
        for known in self._by_surname.get(name.surname, ()):
            if known.given and same_given(known.given[0], name.given[0]):
                known.full_at = at
                if known.entry is None and len(name.text) > len(known.name):
                    known.name, known.given = name.text, list(name.given)
                return known
        known = Known(name.text, "person", full_at=at, given=list(name.given), surname=name.surname)
        self._enter(known)
        return known

    def short(self, name: PersonName, at: int, gender: str | None = None) -> Known:
        """The person a single name means; a new one when the article has no fuller name for it ("Mr." and a woman's
        full name do not meet)."""
        known = self.find_short(name.surname, at, gender)
        if known is None:
            known = Known(name.text, "person", surname=name.surname)
            self._enter(known)
        return known

    def find_short(self, key: str, at: int, gender: str | None = None) -> Known | None:
        """The person whose surname (or else given name) is `key`; `at` is the running sentence number."""
        for table in (self._by_surname, self._by_given):
            found = [k for k in table.get(key, ()) if gender is None or (k.gender or k.likely or gender) == gender]
            if found:
                return _most_likely(found, at)
        return None

    def _enter(self, known: Known) -> None:
        known.likely = known.gender or (likely_gender(known.given[0]) if known.given else None)
        self.all.append(known)
        self._by_surname.setdefault(known.surname, []).append(known)
        if known.given:
            self._by_given.setdefault(known.given[0], []).append(known)


def _most_likely(found: list[Known], at: int) -> Known:
    if len(found) == 1:
        return found[0]
    before = [k for k in found if 0 <= k.full_at <= at or k.seen]
    if not before:
        return min(found, key=lambda k: k.full_at if k.full_at >= 0 else 1 << 30)
    most = max(k.seen for k in before)
    return max(before, key=lambda k: (k.seen * 3 > most, not k.embedded, k.full_at, k.seen))

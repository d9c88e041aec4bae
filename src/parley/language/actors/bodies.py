"""Bodies of one article: states, blocs, offices, forces, organisations, and what "the ministry" means."""

from __future__ import annotations

from collections.abc import Callable

from parley.codebook.model import ActorEntry
from parley.language.actors.lexicon import Lexicon, spelling
from parley.language.actors.registry import Known
from parley.language.actors.sides import Description
from parley.language.actors.words import BLOC_NOUNS, GROUP_NOUNS, MILITARY, MILITARY_BODIES, OUTLET_NOUNS
from parley.records import ActorKind

_SMALL = frozenset("of the for and".split())
_OWN = ("its ", "their ", "his ", "her ")


class Bodies:
    """Registry of the bodies of an article, by codebook entry, by name and by side and words."""

    KEEP = frozenset(
        """
        foreign general national supreme federal armed joint central military naval interior internal domestic public
        nuclear presidential constitutional electoral civil political diplomatic economic regional local revolutionary
        """.split()
    )
    """Adjectives that belong to a body's name; others ("powerful", "new") pass."""

    def __init__(self, lex: Lexicon, recent: Callable[[], list[Known]]) -> None:
        self.lex = lex
        self.recent = recent
        self._by_name: dict[str, Known] = {}
        self._by_key: dict[tuple[str | None, frozenset[str]], Known] = {}

    @staticmethod
    def party_of(entry: ActorEntry) -> str | None:
        """The side an entry speaks for; a state or bloc speaks for itself."""
        return entry.party or (entry.name if entry.kind in ("state", "bloc") else None)

    def of_entry(self, entry: ActorEntry) -> Known:
        """The body of a codebook entry, made on first sight."""
        known = self._by_name.get(entry.name)
        if known is None:
            known = self._enter(Known(entry.name, entry.kind, self.party_of(entry), entry, entry.gender))
        return known

    def named(self, name: str, kind: ActorKind, party: str | None) -> Known:
        """The body of a name that the codebook does not know."""
        name = name.removeprefix("the ").removeprefix("The ")
        known = self._by_name.get(name)
        if known is None:
            known = self._enter(Known(name, kind, party, plural=kind == "group"))
        return known

    def _enter(self, known: Known) -> Known:
        self._by_name[known.name] = known
        return known

    def described(self, d: Description, rest: list[str], definite: bool, printed: str | None = None) -> Known:
        """The body a description means: the codebook's, the side's armed forces, an earlier one, or a new one.

        `rest` are the words of its name without the national modifier; `printed` the name with it, when it stands so.
        """
        entry = self.lex.roles.get(d.words)
        if entry is not None and entry.kind != "person":
            return self.of_entry(entry)
        party = d.party if d.speaks else None
        key = frozenset(spelling(w.lower()) for w in rest if w.lower() not in _SMALL)
        if party and self._military(d) and (force := self.lex.force_of.get(party)):
            return self.of_entry(force)
        if party is None and definite and (earlier := self._earlier(d, key)) is not None:
            return earlier
        known = self._by_key.get((party, key))
        if known is not None:
            return known
        known = self._new(d, party, rest, printed)
        self._by_key[party, key] = known
        return known

    def knows(self, d: Description) -> bool:
        """Whether an earlier body can be meant by a description without a side."""
        return self._earlier(d, frozenset(d.own)) is not None

    @staticmethod
    def _military(d: Description) -> bool:
        words = set(d.own)
        if d.head in ("military", "army", "troop", "troops"):
            return len(words - MILITARY) == 0
        return d.head in MILITARY_BODIES and bool(words & MILITARY) and "ministry" not in words

    def _earlier(self, d: Description, key: frozenset[str]) -> Known | None:
        """The most recent body that a description without a side fits ("the ministry", "the bloc", "the group")."""
        return next((known for known in self.recent() if self._fits(known, d, key)), None)

    def _fits(self, known: Known, d: Description, key: frozenset[str]) -> bool:
        if known.kind in ("person", "unnamed", "state", "group"):
            return False
        if known.kind == "bloc":
            return d.head in BLOC_NOUNS and key <= BLOC_NOUNS
        if known.kind == "outlet":
            return known.spoke and self.lex.outlet_kind.get(known.name) in OUTLET_NOUNS.get(d.head, ())
        if d.head in ("agency", "body", "watchdog") and len(key) == 1 and known.entry is not None:
            return known.kind == "organisation"
        if d.head in GROUP_NOUNS and len(key) == 1 and known.kind in ("force", "organisation"):
            if known.kind == "organisation":
                return known.entry is None or d.head in ("organisation", "organization")
            return known.party == known.name
        return key <= {spelling(w.lower()) for w in known.name.split()} or any(key <= r for r in known.role_words)

    def _national(self, d: Description, party: str) -> str:
        """The national word of a body's name: as printed before it, else the adjective, else the state's name."""
        for name in self.lex.adjectives.get(party, ()):
            if d.text.startswith(name) or f" {name} " in d.text:
                return name
        found = self.lex.adjectives.get(party, ())
        return found[0] if found else party

    def _new(self, d: Description, party: str | None, rest: list[str], printed: str | None) -> Known:
        national = (
            self._national(d, party) if party and ("@" + party in d.words or d.text.lower().startswith(_OWN)) else None
        )
        kind: ActorKind = "organisation"
        if party:
            kind = "force" if self._military(d) or d.head in ("force", "forces", "navy", "brigade") else "office"
        if national:
            rest = [national, *(w if w[0].isupper() or w in _SMALL else w.capitalize() for w in rest)]
        name = printed or " ".join(rest) or d.text
        known = self._by_name.get(name)
        if known is None:
            known = self._enter(Known(name, kind, party))
            known.role_words.append(d.words)
        return known

"""The parties, who speaks for them, and how much each is reported to have said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.analysis.dates import day_of
from parley.analysis.said import Evidence, Said, View, view

if TYPE_CHECKING:
    from parley.ledger.rows import ActorRow
    from parley.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Spokesperson:
    """Somebody with statements. `statements` and `origins` count distinct ones; `evidence` is the newest statement."""

    name: str
    kind: str | None
    roles: tuple[str, ...]
    statements: int
    origins: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Party:
    """A side. `name` is None for speakers whose side is unknown.

    `moods` counts its statements by mood, most frequent first; `unnamed` those without a speaker.
    """

    name: str | None
    statements: int
    origins: int
    latest: str | None
    moods: tuple[tuple[str, int], ...]
    spokespeople: tuple[Spokesperson, ...]
    unnamed: int


def parties(ledger: Ledger, *, seen: View | None = None) -> tuple[Party, ...]:
    """Parties with statements, those with most statements from distinct origins first, then by name; unknown last.

    A statement that forty copies carry counts once. `seen` is a View already read from the same ledger.
    """
    seen = seen or view(ledger)
    by_party: dict[str | None, list[Said]] = {}
    for s in seen.said:
        by_party.setdefault(s.party, []).append(s)
    found = [_party(name, said, seen.actors) for name, said in by_party.items()]
    return tuple(sorted(found, key=lambda p: (p.name is None, -p.statements, -p.origins, p.name or "")))


def statements_by_party(ledger: Ledger, *, seen: View | None = None) -> dict[str | None, tuple[Said, ...]]:
    """What each party said, newest first (date said, else published; undated last), in the order of `parties`.

    Copies of one statement in copies of an article stand once, the copies in `also`.
    """
    seen = seen or view(ledger)
    by_party: dict[str | None, list[Said]] = {}
    for s in seen.said:
        by_party.setdefault(s.party, []).append(s)
    return {p.name: tuple(by_party[p.name]) for p in parties(ledger, seen=seen)}


def _party(name: str | None, said: list[Said], actors: dict[str, ActorRow]) -> Party:
    by_speaker: dict[str, list[Said]] = {}
    for s in said:
        if s.speaker:
            by_speaker.setdefault(s.speaker, []).append(s)
    people = [_spokesperson(speaker, own, actors) for speaker, own in by_speaker.items()]
    newest = max(said, key=lambda s: day_of(s.when))
    return Party(
        name=name,
        statements=len(said),
        origins=len({s.origin for s in said}),
        latest=newest.when,
        moods=tuple(sorted(Counter(s.mood for s in said).items(), key=lambda m: (-m[1], m[0]))),
        spokespeople=tuple(sorted(people, key=lambda p: (-p.statements, -p.origins, p.name))),
        unnamed=sum(s.speaker is None for s in said),
    )


def _spokesperson(name: str, said: list[Said], actors: dict[str, ActorRow]) -> Spokesperson:
    actor = actors.get(name)
    kind, roles = (actor.kind, actor.roles) if actor else (None, ())
    return Spokesperson(name, kind, roles, len(said), len({s.origin for s in said}), said[0].evidence)

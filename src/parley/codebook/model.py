"""What a codebook says: actors, cue words with their moods, media. Frozen models, checked on load (see `load.py`)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from parley.records import ActorKind, Comparator, EventStatus, EventType, Mood, Stance

Takes = Literal[
    "clause", "quote", "infinitive", "gerund", "object", "as", "complement", "addressee",
    "about", "against", "at", "for", "from", "in", "of", "on", "over", "to", "with", "into", "toward",
]  # fmt: skip
"""What of a cue's complements is the content of the statement.

`clause`: a that-clause, bare clause or question. `quote`: quoted words. `infinitive`: "promised *to leave*".
`gerund`: "suggested *raising taxes*". `object`: a noun phrase ("denied *the reports*"). `as`: object and
predicate ("described *the talks as useful*"). `complement`: object and bare predicate ("called *it a lie*").
`addressee`: the object is the hearer, the content follows ("told *reporters* that", "urged *Putin* to spare").
A preposition: its phrase is the content ("called *for* a truce", "warned *of* war", "insisted *on* terms").
"""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ActorEntry(_Frozen):
    """One actor of the codebook. `name` is the canonical name that exports show; `party` the side it speaks for.

    `aliases` are further names matched as written (case-sensitive); `surname` false keeps the last word of a
    person's name from standing for the person. `roles` are descriptions that lead to the actor ("Russian leader",
    "US president"). `seat` names a place or building that stands for it when it speaks ("Kremlin", "Kyiv").
    """

    name: str
    kind: ActorKind
    party: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    gender: Literal["female", "male", "neuter"] | None = None
    surname: bool = True


class CueEntry(_Frozen):
    """Words that report speech. `words` are lemmas, a particle or fixed noun after a space ("point out").

    `kind`: verb, noun ("statement", "refusal"), or phrase ("according to"). `moods` may give another mood for a
    complement or a negation, keyed by a `takes` word or `negated`.
    """

    words: tuple[str, ...]
    kind: Literal["verb", "noun", "phrase"] = "verb"
    mood: Mood = "assert"
    takes: tuple[Takes, ...] = ("clause", "quote")
    moods: dict[str, Mood] = Field(default_factory=dict)
    unless: tuple[str, ...] = ()
    """Head nouns that are no source after this cue ("according to *law*")."""
    weak: bool = False
    """True for verbs that report only with a quotation or a clause and an actor as subject ("show", "believe")."""


class MediumEntry(_Frozen):
    """A channel or outlet: its canonical `name`, how it is written, and what sort it is."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: Literal["agency", "newspaper", "broadcaster", "platform", "website", "magazine"] = "newspaper"
    party: str | None = None


EVENT_CHECKS = (
    "=person", "=place", "=force", "=money", "=clause", "=noclause", "=must", "=protest", "=given", "=with", "=alert",
    "=together", "=leaders", "=forces",
)  # fmt: skip
"""Checks on the sentence that may stand among the `objects` of an event rule.

The object is a `person`, a `place`, a `force` or an amount of `money`. An infinitive or clause follows (`clause`), none
does (`noclause`), one says what `must` be, or it tells of a `protest`. There is an object and a "to" (`given`), a
"`with`", "on `alert`". The subject is two sides or more (`together`), `leaders`, or `forces` (or it is from a place).
"""


class EventRule(_Frozen):
    """Words that report an event of one PLOVER type. Lemmas; further words after a space ("pull back").

    `kind`: verb, noun ("talks", "airstrike") or adjective. `takes` says where the recipient stands: `object`, a
    preposition, `none`, or `both` for events whose sides are equal ("met", "talks between A and B"). `unless`: head
    nouns of the object that make it no event ("hold *an opinion*"); `objects`: if given, only with one of these head
    nouns ("impose *sanctions*") or when one of the checks of `EVENT_CHECKS` holds. `mode` is a PLOVER mode or None;
    `status` is given where the word fixes it ("plan").
    """

    words: tuple[str, ...]
    type: EventType
    mode: str | None = None
    kind: Literal["verb", "noun", "adjective"] = "verb"
    takes: tuple[str, ...] = ("object",)
    objects: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    status: EventStatus | None = None


class ScaleStep(_Frozen):
    """One named option on an issue's scale, from 0 to 100, and words that point to it."""

    option: str
    value: float
    words: tuple[str, ...] = ()


class IssueEntry(_Frozen):
    """An item of the agenda. A stance answers `question`.

    `words` raise the issue (lemmas, phrases with spaces, matched within a clause; `a + b` needs both in the clause).
    `support` and `oppose` are words that take a side beyond the general ones ("demilitarised", "join NATO");
    `not_words` in the clause keep the issue from being raised. `scale` is ordered by value.
    """

    name: str
    question: str
    words: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    oppose: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    scale: tuple[ScaleStep, ...] = ()


StanceKind = Literal[
    "attitude", "act", "verdict", "happening", "turn", "pass", "duty", "doubt", "circumstance", "proposal", "answer",
]  # fmt: skip
"""What a word does with the issue it governs.

`attitude`: its subject takes the side ("accept", "support for", "ready"). `act`: doing so shows the side ("impose",
"send"). `verdict`: said of the issue itself ("essential", "unacceptable"). `happening`: the issue comes about ("begin",
"hold"). `turn`: turns what it governs round ("lift", "without"). `pass`: lets the side through ("proposal", "plan").
`duty`: what ought to be ("must"). `doubt`: what only may be ("might"). `circumstance`: prepositions behind which nobody
takes a side ("despite", "after"). `proposal`: what is on the table, when it is not said again what it is about ("the
plan"). `answer`: verbs that answer it without naming it ("Kyiv agreed").
"""


class StanceRule(_Frozen):
    """General words that take a side on any issue: verbs, nouns, adjectives by lemma ("accept", "rule out", "ready").

    `stance` is the side towards what the word governs; `firmness` how firm it is, 0 to 1; `kind` see `StanceKind`.
    """

    words: tuple[str, ...]
    stance: Stance = "support"
    firmness: float = 0.7
    kind: StanceKind = "attitude"
    proposes: bool = False
    """True for words by which something is put on the table ("propose", "offer")."""


class UnitEntry(_Frozen):
    """A unit of measure or a counted noun with its spellings ("km", "kilometres")."""

    name: str
    words: tuple[str, ...]


class ComparatorEntry(_Frozen):
    """Words before or behind a figure that say how it is meant ("more than", "up to", "some", "-plus")."""

    words: tuple[str, ...]
    comparator: Comparator
    behind: bool = False


class ModalRule(_Frozen):
    """Words inside the content that turn a plain `assert` into another mood ("must" -> demand)."""

    words: tuple[str, ...]
    mood: Mood


class Codebook(_Frozen):
    """A whole codebook after its `extends` have been merged in. `sha256` is that of the merged content."""

    name: str
    title: str
    version: int = 1
    extends: tuple[str, ...] = ()
    states: bool = False
    """True takes the states of the world, with capitals, demonyms and languages, from the libraries."""
    actors: tuple[ActorEntry, ...] = ()
    cues: tuple[CueEntry, ...] = ()
    media: tuple[MediumEntry, ...] = ()
    role_nouns: tuple[str, ...] = ()
    """Head nouns of descriptions of people who speak for someone ("spokesman", "minister", "envoy", "official")."""
    group_nouns: tuple[str, ...] = ()
    """Head nouns of bodies ("ministry", "army", "parliament", "delegation")."""
    titles: tuple[str, ...] = ()
    """Words before a name that are no part of it ("Sir", "President", "Mr.")."""
    channel_nouns: tuple[str, ...] = ()
    """Nouns of what words are said in ("interview", "statement", "post")."""
    modals: tuple[ModalRule, ...] = ()
    events: tuple[EventRule, ...] = ()
    agenda: tuple[IssueEntry, ...] = ()
    own_agenda: bool = False
    """True leaves out the agendas of the codebooks this one extends (trade talks have no use for a ceasefire)."""
    stances: tuple[StanceRule, ...] = ()
    condition_words: tuple[str, ...] = ()
    """Words that open a condition ("only if", "provided that", "until after")."""
    claim_words: tuple[str, ...] = ()
    """Lemmas whose clauses carry weight as matters of fact ("encircle", "kill", "violate", "launch")."""
    units: tuple[UnitEntry, ...] = ()
    comparators: tuple[ComparatorEntry, ...] = ()
    sha256: str = ""

    def summary(self) -> str:
        """One line for a person."""
        counts = f"{len(self.actors)} actors, {len(self.cues)} cue groups, {len(self.media)} media"
        return f"{self.name} (version {self.version}): {counts}"

"""Codebooks put one on top of the other: what a file extends comes first, what it says itself has the last word."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from parley.codebook.model import ActorEntry, Codebook, CueEntry, IssueEntry, MediumEntry

PARTY_KINDS = ("state", "bloc", "force", "organisation")
"""Kinds of actor that can be a party, and speak for themselves unless their entry names another."""

_ADDED = tuple(
    key
    for key, field in Codebook.model_fields.items()
    if field.default == () and key not in ("extends", "actors", "media", "cues", "agenda")
)
"""Lists of the codebook that are simply added up, whatever later versions of the model add."""
_LISTS = ("aliases", "roles", "seats", "demonyms")
_ISSUE_LISTS = ("words", "support", "oppose", "not_words")
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "ß": "ss"}
)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def merge(own: Codebook, bases: Iterable[Codebook]) -> Codebook:
    """`own` on top of `bases` (already merged themselves): actors, media by name; cue words by kind; the rest added."""
    layers = [*bases, own]
    actors: dict[str, ActorEntry] = {}
    media: dict[str, MediumEntry] = {}
    cues: list[CueEntry] = []
    for layer in layers:
        for actor in layer.actors:
            actors[actor.name] = _over(actors[actor.name], actor) if actor.name in actors else actor
        for medium in layer.media:
            media[medium.name] = _over_medium(media[medium.name], medium) if medium.name in media else medium
        cues = _over_cues(cues, layer.cues)
    return own.model_copy(
        update={
            "extends": (),
            "states": any(layer.states for layer in layers),
            "actors": tuple(actors.values()),
            "media": tuple(media.values()),
            "cues": tuple(cues),
            "agenda": _agenda([own] if own.own_agenda else layers),
            **{key: _union(getattr(layer, key) for layer in layers) for key in _ADDED},
        }
    )


def finish(book: Codebook) -> Codebook:
    """The merged book made ready for use: parties of those who speak for themselves, plain spellings, the hash."""
    taken = {
        straight(word) for actor in book.actors for word in (actor.name, *actor.aliases, *actor.seats, *actor.demonyms)
    }
    book = book.model_copy(update={"actors": tuple(_finished(actor, taken) for actor in book.actors)})
    return book.model_copy(update={"sha256": content_hash(book)})


def content_hash(book: Codebook) -> str:
    """SHA-256 of the content as canonical JSON (sorted keys, UTF-8), without the hash itself: equal on any machine."""
    content = book.model_dump(mode="json", exclude={"sha256"})
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def straight(text: str) -> str:
    """The text with straight apostrophes and composed letters (NFC)."""
    return unicodedata.normalize("NFC", text.translate(_STRAIGHT))


def plain(text: str) -> str:
    """The text without diacritics: `Szijjártó` -> `Szijjarto`, `Jonas Gahr Støre` -> `Jonas Gahr Store`.

    Letters with a stroke are opened only in names of several words: alone, `Støre` would become the word "Store".
    """
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text.translate(_UNDECOMPOSED) if " " in text else text)
    return "".join(c for c in letters if not unicodedata.combining(c))


def _union(lists: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))


def _given(entry: ActorEntry | MediumEntry | CueEntry | IssueEntry) -> dict[str, Any]:
    """The values the file itself gives, without defaults."""
    return {key: getattr(entry, key) for key in entry.model_fields_set}


def _over(base: ActorEntry, later: ActorEntry) -> ActorEntry:
    update = _given(later)
    for key in _LISTS:
        if key in update:
            update[key] = _union((getattr(base, key), update[key]))
    return base.model_copy(update=update)


def _over_medium(base: MediumEntry, later: MediumEntry) -> MediumEntry:
    update = _given(later)
    update["aliases"] = _union((base.aliases, later.aliases))
    return base.model_copy(update=update)


def _agenda(layers: Iterable[Codebook]) -> tuple[IssueEntry, ...]:
    """The issues by name: a later layer adds words to one it names again; its question and scale replace the old."""
    issues: dict[str, IssueEntry] = {}
    for layer in layers:
        for issue in layer.agenda:
            base = issues.get(issue.name)
            update = _given(issue)
            for key in _ISSUE_LISTS:
                if base is not None and key in update:
                    update[key] = _union((getattr(base, key), update[key]))
            issues[issue.name] = issue if base is None else base.model_copy(update=update)
    return tuple(issues.values())


def _over_cues(earlier: list[CueEntry], later: tuple[CueEntry, ...]) -> list[CueEntry]:
    """A word the later layer lists is taken out of the earlier groups of its kind, so that it has one meaning."""
    ours = {(cue.kind, word) for cue in later for word in cue.words}
    kept: list[CueEntry] = []
    for cue in earlier:
        words = tuple(word for word in cue.words if (cue.kind, word) not in ours)
        if words:
            kept.append(cue if words == cue.words else cue.model_copy(update={"words": words}))
    return [*kept, *later]


def _finished(actor: ActorEntry, taken: set[str]) -> ActorEntry:
    update: dict[str, Any] = {}
    if actor.party is None and actor.kind in PARTY_KINDS:
        update["party"] = actor.name
    aliases = [straight(alias) for alias in actor.aliases]
    if straight(actor.name) != actor.name:
        aliases.append(straight(actor.name))
    names = [actor.name, *aliases]
    if actor.kind == "person" and actor.surname and " " in actor.name:
        names.append(actor.name.rsplit(" ", 1)[1])
    for name in names:
        bare = plain(name)
        if bare != name and bare not in taken:
            taken.add(bare)
            aliases.append(bare)
    if tuple(aliases) != actor.aliases:
        update["aliases"] = tuple(dict.fromkeys(aliases))
    for key in ("roles", "seats"):
        words = getattr(actor, key)
        spellings = _union((tuple(straight(word) for word in words), tuple(plain(straight(word)) for word in words)))
        if spellings != words:
            update[key] = spellings
    return actor.model_copy(update=update) if update else actor

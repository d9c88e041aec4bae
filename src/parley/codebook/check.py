"""One file's values -> a `Codebook`, or every complaint about them at once."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from parley.codebook.model import (
    EVENT_CHECKS,
    ActorEntry,
    Codebook,
    CueEntry,
    EventRule,
    IssueEntry,
    MediumEntry,
    ModalRule,
    StanceRule,
    Takes,
)
from parley.codebook.source import Path, Source, kind_of, printable
from parley.errors import CodebookError
from parley.records import MOODS

_MODELS: dict[str, type[BaseModel]] = {
    "actors": ActorEntry, "cues": CueEntry, "media": MediumEntry, "modals": ModalRule, "agenda": IssueEntry,
    "stances": StanceRule, "events": EventRule,
}  # fmt: skip
MAX_COMPLAINTS = 100
MAX_LENGTH = 600

_TAKES: tuple[str, ...] = get_args(Takes)


def check(source: Source) -> Codebook:
    """The file's own content, before its `extends`; raises CodebookError naming file, line and key of every fault."""
    book: Codebook | None = None
    _blank_words(source, (), source.data)
    if "sha256" in source.data:
        source.complain(("sha256",), "computed, not written; leave it out")
    try:
        book = Codebook.model_validate(_head(source))
    except ValidationError as errors:
        for error in errors.errors(include_url=False):
            _schema_complaint(source, error)
    else:
        _actors_twice(source, book)
        _cue_moods(source, book)
        _media_twice(source, book)
        _agenda(source, book)
        _events(source, book)
    refuse(source.complaints)
    assert book is not None
    return book


def _head(source: Source) -> dict[str, Any]:
    """The file's values; `codebook: NAME` in its first line is another way to write `name: NAME`."""
    data = {key: value for key, value in source.data.items() if key != "sha256"}
    if "codebook" in data and "name" not in data:
        data["name"] = data.pop("codebook")
        source.lines.setdefault(("name",), source.line(("codebook",)))
    return data


def refuse(complaints: list[str]) -> None:
    """Raise one CodebookError with the complaints, a line each, in the order of the file; nothing if there are none.

    At most MAX_COMPLAINTS are told, each cut to a length that can be read.
    """
    if complaints:
        lines = sorted((printable(line[:MAX_LENGTH]) for line in dict.fromkeys(complaints)), key=_line_number)
        if len(lines) > MAX_COMPLAINTS:
            lines[MAX_COMPLAINTS:] = [f"... and {len(lines) - MAX_COMPLAINTS} more"]
        raise CodebookError("\n".join(lines))


def close(word: str, known: list[str] | tuple[str, ...]) -> str:
    """`; did you mean 'x'?` when a known word is near, else nothing."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""


def _line_number(complaint: str) -> int:
    digits = complaint.partition(", line ")[2].partition(",")[0]
    return int(digits) if digits.isdigit() else 0


def _blank_words(source: Source, path: Path, value: object) -> None:
    if isinstance(value, str):
        if not value.strip():
            source.complain(path, "an empty word")
    elif isinstance(value, dict):
        for key, kept in value.items():
            _blank_words(source, (*path, key), kept)
    elif isinstance(value, list):
        for i, kept in enumerate(value):
            _blank_words(source, (*path, i), kept)


def _schema_complaint(source: Source, error: Any) -> None:
    """Pydantic's finding in the words of someone who edits YAML."""
    path: Path = tuple(error["loc"])
    given, kind = error["input"], error["type"]
    if kind == "extra_forbidden":
        keys = list(_fields(path))
        source.complain(path, f"unknown key{close(str(path[-1]), keys) or '; known are ' + ', '.join(keys)}")
    elif kind == "missing":
        source.complain(path[:-1], f"'{path[-1]}' is missing")
    elif kind == "literal_error":
        known = _literal_words(path, error)
        word = given[:60] if isinstance(given, str) else kind_of(given)
        source.complain(path, f"'{word}' is not one of {', '.join(known)}{close(word, known)}")
    elif kind == "tuple_type":
        hint = (
            f"; write [{given}]"
            if isinstance(given, str) and given.strip()
            else "; leave the key out" * (given is None)
        )
        source.complain(path, f"a list is expected here, not {kind_of(given)}{hint}")
    elif kind == "string_type":
        hint = "; put it in quotes" if isinstance(given, int) else ""
        source.complain(path, f"a word is expected here, not {kind_of(given)}{hint}")
    elif kind in ("model_type", "dict_type"):
        source.complain(path, f"a mapping (key: value) is expected here, not {kind_of(given)}")
    elif kind.startswith("bool"):
        source.complain(path, f"true or false is expected here, not {kind_of(given)}")
    elif kind.startswith("int"):
        source.complain(path, f"a whole number is expected here, not {kind_of(given)}")
    else:
        source.complain(path, str(error["msg"]))


def _fields(path: Path) -> tuple[str, ...]:
    model: type[BaseModel] = Codebook if len(path) == 1 else _MODELS.get(str(path[0]), Codebook)
    return tuple(name for name in model.model_fields if not (model is Codebook and name == "sha256"))


def _literal_words(path: Path, error: Any) -> tuple[str, ...]:
    if path[-1] == "mood" or "moods" in path:
        return MOODS
    if path[0] == "cues" and "takes" in path:
        return _TAKES
    return tuple(word.strip(" '") for word in error["ctx"]["expected"].replace(" or ", ",").split(","))


def _actors_twice(source: Source, book: Codebook) -> None:
    seen: dict[str, int] = {}
    for i, actor in enumerate(book.actors):
        if actor.name in seen:
            line = source.line(("actors", seen[actor.name]))
            source.complain(("actors", i), f"'{actor.name}' is listed twice (first in line {line})")
        seen.setdefault(actor.name, i)


def _media_twice(source: Source, book: Codebook) -> None:
    seen: dict[str, tuple[int, str]] = {}
    for i, medium in enumerate(book.media):
        for word in dict.fromkeys((medium.name, *medium.aliases)):
            first, name = seen.setdefault(word, (i, medium.name))
            if first != i:
                line = source.line(("media", first))
                source.complain(("media", i), f"'{word}' already leads to '{name}' (line {line})")


def _events(source: Source, book: Codebook) -> None:
    """An event rule has words, and its checks are known: a check nobody knows never holds."""
    for i, rule in enumerate(book.events):
        if not rule.words:
            source.complain(("events", i), f"this rule of type {rule.type} has no words, so it cannot match")
        for n, word in enumerate(rule.objects):
            if word.startswith("=") and word not in EVENT_CHECKS:
                source.complain(("events", i, "objects", n), f"'{word}' is no check{close(word, EVENT_CHECKS)}")


def _agenda(source: Source, book: Codebook) -> None:
    """An issue is listed once, has words, and its scale goes up in named steps from 0 to 100."""
    seen: dict[str, int] = {}
    for i, issue in enumerate(book.agenda):
        if issue.name in seen:
            line = source.line(("agenda", seen[issue.name]))
            source.complain(("agenda", i), f"'{issue.name}' is listed twice (first in line {line})")
        seen.setdefault(issue.name, i)
        if not (issue.words or issue.support or issue.oppose):
            source.complain(("agenda", i), f"'{issue.name}' has no words, so nothing can raise it")
        before: float | None = None
        for n, step in enumerate(issue.scale):
            if not 0 <= step.value <= 100:
                source.complain(
                    ("agenda", i, "scale", n), f"'{step.option}' stands at {step.value:g}; a scale runs from 0 to 100"
                )
            elif before is not None and step.value <= before:
                reason = (
                    f"'{step.option}' ({step.value:g}) is not above the step before it ({before:g}); a scale goes up"
                )
                source.complain(("agenda", i, "scale", n), reason)
            before = step.value
        for key in ("words", "support", "oppose", "not_words"):
            for n, words in enumerate(getattr(issue, key)):
                parts = [part.split() for part in words.split("+")]
                if not all(parts) or len(parts) > 2:
                    source.complain(("agenda", i, key, n), f"'{words}' cannot match; write 'a b' or 'a + b'")


def _cue_moods(source: Source, book: Codebook) -> None:
    """A word may be in several groups, one a frame ("tell that": assert, "tell to": demand), but not in one twice."""
    seen: dict[tuple[str, str, frozenset[str]], tuple[int, str]] = {}
    for i, cue in enumerate(book.cues):
        for key in cue.moods:
            if key not in (known := (*_TAKES, "negated", *cue.words)):
                reason = f"'{key}' is no complement and no word of this group{close(key, known)}"
                source.complain(("cues", i, "moods", key), reason)
        for n, word in enumerate(cue.words):
            first, mood = seen.setdefault((cue.kind, word, frozenset(cue.takes)), (i, cue.mood))
            if mood != cue.mood:
                line = source.line(("cues", first))
                source.complain(
                    ("cues", i, "words", n),
                    f"the {cue.kind} '{word}' has mood '{cue.mood}' here and '{mood}' in line {line}, "
                    "with the same complements; list it once",
                )

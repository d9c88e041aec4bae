"""YAML text -> plain values that remember their lines, without trusting the text.

The values are built from the parser's events, not by its loader: that way every value keeps its line, a key given twice
is seen, `on` and `no` stay words (YAML 1.1 would make them true and false, and "on" is a preposition here), and
neither depth nor anchors can blow up memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from parley.errors import CodebookError

MAX_BYTES = 4_000_000
"""Largest codebook file read; the largest shipped one is under 100 kB."""
MAX_DEPTH = 12
"""Deepest nesting; a codebook needs five levels."""

Path = tuple[str | int, ...]

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Source:
    """One file's values, the line (from 1) of every key and list item by its path, and what was wrong already."""

    label: str
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of `path`, or of the nearest part of it that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def complain(self, path: Path, reason: str) -> None:
        """Note that what stands at `path` is wrong."""
        self.complaints.append(f"{self.label}, line {self.line(path)}, {dotted(path)}: {reason}")


def printable(text: str) -> str:
    """The text with control characters shown as escapes: a codebook may come from anyone, and goes to a terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def dotted(path: Path) -> str:
    """`("actors", 3, "kind")` -> `actors[3].kind`."""
    out = ""
    for part in path:
        if isinstance(part, str):
            part = part[:60]
        out += f"[{part}]" if isinstance(part, int) else f".{part}" if out else part
    return out or "(top)"


def read_source(label: str, raw: bytes) -> Source:
    """Parse one file; raises CodebookError for what is not a YAML mapping at all.

    `label` is the file's name in messages. Duplicate keys are noted in `complaints` (the first one counts).
    """
    if len(raw) > MAX_BYTES:
        raise CodebookError(f"{label}: too large for a codebook ({len(raw)} bytes; at most {MAX_BYTES})")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise CodebookError(
            f"{label}, line {line}: not UTF-8 text (byte {error.start}); save the file as UTF-8"
        ) from None
    source = Source(label)
    try:
        value = _build(source, yaml.parse(text, Loader=_Parser))
    except yaml.YAMLError as error:
        raise CodebookError(_yaml_message(label, text, error)) from None
    if value is None:
        raise CodebookError(f"{label}: empty; a codebook needs at least name and title")
    if not isinstance(value, dict):
        raise CodebookError(
            f"{label}, line 1: a codebook is a mapping (name: …, title: …, actors: …), not {kind_of(value)}"
        )
    source.data = value
    return source


def kind_of(value: object) -> str:
    """What a value is, in a person's words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return f"'{str(value).lower()}'"
    if isinstance(value, int):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the word '{value[:60]}'" if value.strip() else "empty text"
    return "a mapping" if isinstance(value, dict) else "a list"


def _yaml_message(label: str, text: str, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be parsed")
    if mark is None:
        position = getattr(error, "position", None)
        where = f", line {text.count(chr(10), 0, position) + 1}" if isinstance(position, int) else ""
        return f"{label}{where}: not valid YAML: {reason}"
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column : mark.column + 1] == "\t":
        reason = "a tab character; YAML indents with spaces"
    return f"{label}, line {mark.line + 1}, column {mark.column + 1}: not valid YAML: {reason}"


def _scalar(event: yaml.ScalarEvent) -> str | int | bool | None:
    """A quoted scalar is text; a plain one may be true, false, null or a whole number, and nothing else."""
    value = event.value
    if event.style or not event.implicit[0]:
        return value
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if len(value) < 10 and value.isascii() and value.lstrip("-").isdigit() and value.count("-") <= 1:
        return int(value)
    return value


class _Open:
    """A mapping or list that is still being filled."""

    __slots__ = ("key", "path", "skip", "value")

    def __init__(self, value: dict[str, Any] | list[Any], path: Path) -> None:
        self.value = value
        self.path = path
        self.key: str | None = None
        self.skip = False


def _build(source: Source, events: Iterator[yaml.Event]) -> Any:
    """Values from events, with an explicit stack so that hostile nesting cannot exhaust Python's own."""
    root: list[Any] = []
    stack: list[_Open] = [_Open(root, ())]
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            if root:
                raise CodebookError(f"{source.label}, line {line}: a second YAML document; a codebook is one")
        elif isinstance(event, yaml.AliasEvent):
            raise CodebookError(
                f"{source.label}, line {line}: '*{event.anchor}': YAML aliases are not read; write it out"
            )
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            _node(source, stack, event, line)
    return root[0] if root else None


def _node(source: Source, stack: list[_Open], event: Any, line: int) -> None:
    """Put one scalar, or open one collection, in the innermost open collection."""
    if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
        raise CodebookError(
            f"{source.label}, line {line}: '{printable(event.tag[:60])}': YAML tags are not read; write plain text"
        )
    top = stack[-1]
    scalar = isinstance(event, yaml.ScalarEvent)
    if isinstance(top.value, dict) and top.key is None:
        if not scalar:
            raise CodebookError(f"{source.label}, line {line}: a key must be a word, not a list or mapping")
        _open_key(source, top, event.value, line)
        return
    value: Any = _scalar(event) if scalar else {} if isinstance(event, yaml.MappingStartEvent) else []
    path = top.path
    if isinstance(top.value, dict):
        path = (*path, str(top.key))
        if not top.skip:
            top.value[str(top.key)] = value
        top.key = None
    else:
        if len(stack) > 1:
            path = (*path, len(top.value))
        top.value.append(value)
        source.lines.setdefault(path, line)
    if not scalar:
        if len(stack) > MAX_DEPTH:
            raise CodebookError(f"{source.label}, line {line}: nested more than {MAX_DEPTH} deep; no codebook is")
        stack.append(_Open(value, path))


def _open_key(source: Source, top: _Open, key: str, line: int) -> None:
    top.key = key
    top.skip = key in top.value
    path = (*top.path, key)
    if top.skip:
        first = source.lines[path]
        source.complaints.append(f"{source.label}, line {line}, {dotted(path)}: given twice (first in line {first})")
    source.lines.setdefault(path, line)

"""Find a codebook, check it, put it on top of what it extends.

Shipped codebooks are found by name (`general`, `ukraine-2025`), a user's own by its path. `extends` names shipped ones
or files beside the file that says it. All faults of one file are told together.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath

from parley.codebook.check import check, close, refuse
from parley.codebook.merge import finish, merge
from parley.codebook.model import Codebook
from parley.codebook.source import MAX_BYTES, printable, read_source
from parley.codebook.together import Layer, check_together
from parley.errors import CodebookError

_DATA = files("parley.codebook") / "data"
_STATES = "states"
_PARTS = frozenset({"agenda", "claims", "cues", "events", "figures", "media", "stances", _STATES})
"""Shipped files that other codebooks are made of and that are no use alone."""
_MAX_FILES = 50


@dataclass(frozen=True, slots=True)
class CodebookSummary:
    """A shipped codebook at a glance; `actors`, `cues` and `media` count entries after merging."""

    name: str
    title: str
    version: int
    actors: int
    cues: int
    media: int


@dataclass(frozen=True, slots=True)
class _Found:
    label: str
    location: str
    raw: bytes
    folder: FilePath | None


def load_codebook(name_or_path: str) -> Codebook:
    """The codebook of that name (shipped) or path, merged with all it extends.

    Raises CodebookError: the message has one line a fault, each with file, line and key.
    """
    layers: dict[str, Layer] = {}
    book = _load(_find(name_or_path, None), (), layers)
    check_together(book, list(layers.values()))
    return finish(book)


def find(name_or_path: str) -> FilePath | Traversable:
    """Where the codebook of that name or path stands; raises CodebookError if there is none."""
    if name_or_path in _shipped():
        return _DATA / f"{name_or_path}.yaml"
    path = FilePath(name_or_path)
    try:
        if path.is_file():
            return path
        exists = path.exists()
    except (OSError, ValueError):
        exists = False
    shown = printable(name_or_path[:200])
    if exists:
        raise CodebookError(f"{shown}: not a file")
    if os.sep in shown or "/" in shown or shown.endswith((".yaml", ".yml")):
        raise CodebookError(f"{shown}: no such codebook file")
    known = sorted(_shipped() - _PARTS)
    hint = close(shown, known) or f"; shipped are {', '.join(known)}; a file of your own is named by its path"
    raise CodebookError(f"no codebook is called '{shown}'{hint}")


def list_codebooks() -> tuple[CodebookSummary, ...]:
    """The shipped codebooks that can be read with, by name."""
    out = []
    for name in sorted(_shipped() - _PARTS):
        book = load_codebook(name)
        counts = (len(book.actors), len(book.cues), len(book.media))
        out.append(CodebookSummary(name, book.title, book.version, *counts))
    return tuple(out)


def _shipped() -> frozenset[str]:
    return frozenset(item.name[:-5] for item in _DATA.iterdir() if item.name.endswith(".yaml"))


def _find(name: str, folder: FilePath | None) -> _Found:
    """The file behind a name; a relative path in `extends` starts from the extending file's folder."""
    local = folder / name if folder is not None and name not in _shipped() else None
    path = find(str(local) if local is not None and _is_path(name) else name)
    try:
        if isinstance(path, FilePath):
            with path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
        else:
            raw = path.read_bytes()
    except OSError as error:
        raise CodebookError(f"{name}: cannot be read ({error.strerror or error})") from None
    if name in _shipped():
        return _Found(f"{name}.yaml", f"shipped:{name}", raw, None)
    return _Found(printable(name), str(FilePath(str(path)).resolve()), raw, FilePath(str(path)).parent)


def _is_path(name: str) -> bool:
    return "/" in name or os.sep in name or name.endswith((".yaml", ".yml"))


def _load(found: _Found, above: tuple[tuple[str, str], ...], layers: dict[str, Layer]) -> Codebook:
    """One file and, below it, what it extends; `above` are location and label of the files on the way here."""
    if any(location == found.location for location, _ in above):
        way = " -> ".join([*(label for _, label in above), found.label])
        raise CodebookError(f"{above[-1][1]}: extends goes round in a circle: {way}")
    if found.location in layers:
        return layers[found.location].merged
    if len(layers) >= _MAX_FILES:
        raise CodebookError(f"{found.label}: more than {_MAX_FILES} files in one codebook")
    source = read_source(found.label, found.raw)
    own = check(source)
    here = (*above, (found.location, found.label))
    bases = []
    if own.states and found.location != f"shipped:{_STATES}":
        bases.append(_load(_find(_STATES, None), here, layers))
    for i, name in enumerate(own.extends):
        try:
            below = _find(name, found.folder)
        except CodebookError as error:
            source.complain(("extends", i), str(error))
            continue
        bases.append(_load(below, here, layers))
    refuse(source.complaints)
    merged = merge(own, bases)
    layers[found.location] = Layer(source, own, merged)
    return merged

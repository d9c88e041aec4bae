"""Measures accuracy and fails below the floors: python tools/floors.py [--only NAME …] [--floors FILE] [--keep FOLDER]

Each set of quality/floors.toml is read into a ledger of its own by the real pipeline and measured with the scorers of
`parley evaluate`. A floor that was lowered since the file was last committed needs a new reason in the file.
Exit code: 0 all reached, 1 a figure below its floor, 2 the file cannot be used or a floor was lowered without a reason.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "quality" / "floors.toml"


class FloorsError(Exception):
    """The file of floors cannot be used."""


@dataclass(frozen=True, slots=True)
class FloorSet:
    """One set of annotated pages and what it must reach."""

    name: str
    folder: str
    pages: str = "texts"
    codebook: str = "general"
    floors: dict[str, float] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: its floor (None when it has none) and what was measured (None when it was not)."""

    set: str
    figure: str
    floor: float | None
    measured: float | None

    @property
    def ok(self) -> bool:
        """At or over the floor, to the three decimals that are printed."""
        return self.floor is None or (self.measured is not None and round(self.measured, 3) >= self.floor)


def load(text: str) -> dict[str, FloorSet]:
    """The sets of a file of floors by name. Raises FloorsError naming what is wrong."""
    try:
        sets = [FloorSet(**entry) for entry in tomllib.loads(text).get("set", [])]
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise FloorsError(f"floors: {error}") from error
    for s in sets:
        for figure, floor in s.floors.items():
            if not isinstance(floor, int | float) or not 0 <= floor <= 1:
                raise FloorsError(f"floors: {s.name}, {figure}: {floor!r} is not a number from 0 to 1")
    if len({s.name for s in sets}) < len(sets):
        raise FloorsError("floors: two sets share a name")
    return {s.name: s for s in sets}


def lowered(new: dict[str, FloorSet], old: dict[str, FloorSet]) -> list[str]:
    """What was lowered or dropped without a reason that the old file does not hold yet."""
    out = []
    for name, before in old.items():
        after = new.get(name, FloorSet(name, ""))
        for figure, floor in before.floors.items():
            now = after.floors.get(figure)
            reason = after.reasons.get(figure, "").strip()
            if (now is None or now < floor) and (not reason or reason == before.reasons.get(figure, "").strip()):
                out.append(f"{name}, {figure}: {floor} -> {'none' if now is None else now} without a (new) reason")
    return out


def committed(path: Path, root: Path = ROOT) -> list[str]:
    """The file as last committed and, if it is unchanged since, as it was before its last change; none without git."""
    try:
        inside = path.resolve().relative_to(root)
        log = _git(root, "log", "-n", "2", "--format=%H", "--", str(inside)).split()
        texts = [_git(root, "show", f"{commit}:{inside.as_posix()}") for commit in log]
    except (OSError, ValueError, subprocess.CalledProcessError):
        return []
    changed = texts[:1] != [path.read_text(encoding="utf-8")]
    return texts[:1] if changed else texts[1:]


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-C", str(root), *arguments], capture_output=True, check=True, encoding="utf-8"
    ).stdout


def measure(floors: FloorSet, root: Path, keep: Path) -> list[Line]:
    """Reads a set's pages into a ledger in the folder `keep` and measures; every figure with or without a floor."""
    from parley import pipeline
    from parley.evaluation.evaluate import evaluate
    from parley.settings import Settings

    folder = root / floors.folder
    own = root / floors.codebook
    codebook = str(own) if own.is_file() else floors.codebook
    path = keep / f"{''.join(c if c.isalnum() else '-' for c in floors.name)}.db"
    for part in ("", "-wal", "-shm"):
        path.with_name(path.name + part).unlink(missing_ok=True)
    with pipeline.read([str(folder / floors.pages)], ledger=path, settings=Settings(codebook=codebook)) as ledger:
        figures = evaluate(folder, ledger).figures()
    names = [*figures, *(f for f in floors.floors if f not in figures)]
    return [Line(floors.name, f, floors.floors.get(f), figures.get(f)) for f in names]


def show(lines: list[Line], skipped: list[str]) -> None:
    """One table of all figures, and the sets that were skipped."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("set", "figure", "floor", "measured", "ok"):
        table.add_column(heading, justify="right" if heading in ("floor", "measured") else "left")
    for n, line in enumerate(lines):
        first = n == 0 or lines[n - 1].set != line.set
        table.add_row(
            line.set if first else "",
            line.figure,
            "" if line.floor is None else f"{line.floor:.3f}",
            "not measured" if line.measured is None else f"{line.measured:.3f}",
            "" if line.floor is None else "yes" if line.ok else "BELOW",
            style=None if line.ok else "bold red",
            end_section=n + 1 < len(lines) and lines[n + 1].set != line.set,
        )
    console = Console(highlight=False, width=max(80, Console().width))
    console.print(table)
    for note in skipped:
        console.print(note, markup=False)


def main(arguments: list[str] | None = None) -> int:
    """Measures all sets (or those named) and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", metavar="NAME", help="measure this set (may be repeated)")
    parser.add_argument("--floors", type=Path, default=FLOORS, metavar="FILE")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the ledgers there, to look at the errors")
    given = parser.parse_args(arguments)
    try:
        sets = load(given.floors.read_text(encoding="utf-8"))
        slips = [slip for text in committed(given.floors) for slip in lowered(sets, load(text))]
        if slips:
            raise FloorsError("\n".join(f"floors: {slip}" for slip in slips))
        for name in given.only or ():
            if name not in sets:
                raise FloorsError(f"floors: there is no set {name!r}; there are {', '.join(sets)}")
    except (FloorsError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    chosen = [s for s in sets.values() if not given.only or s.name in given.only]
    lines: list[Line] = []
    skipped: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        keep: Any = given.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        for s in chosen:
            if (ROOT / s.folder).is_dir():
                lines += measure(s, ROOT, keep)
            else:
                skipped.append(f"skipped: {s.name}, because there is no folder {s.folder}")
    show(lines, skipped)
    return 0 if all(line.ok for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())

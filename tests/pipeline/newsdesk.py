"""Invented pages, reads of them, and everything a ledger exports."""

from __future__ import annotations

import random
from pathlib import Path

from parley.coder import Coder
from parley.export.tables import TABLES
from parley.export.write import export_table
from parley.ledger.store import Ledger
from parley.pipeline import Outcome, run
from parley.settings import Settings

NAMES = "Alda Brenn,Corin Dask,Edda Farrow,Gorm Hale,Iris Jorun,Kell Lomond".split(",")
PLACES = "Halmere,Tarvos,Port Selm,Ostrava,Velden".split(",")
THINGS = "the ceasefire,the prisoners,the strait,the monitors,grain shipments,the northern crossing".split(",")
SAYINGS = (
    "{name} said on {day} that {thing} would be discussed in {place}.",
    "“We will not speak about {thing} before {day},” {name} told reporters in {place}.",
    "A spokesman for {place} denied that {thing} had been part of the talks.",
    "According to {name}, {thing} was agreed on {day} after {number} hours.",
    "{place} accused the envoys of ignoring {thing}, and {name} warned of {number} more weeks of fighting.",
)


def sentence(chance: random.Random) -> str:
    return chance.choice(SAYINGS).format(
        name=chance.choice(NAMES),
        place=chance.choice(PLACES),
        thing=chance.choice(THINGS),
        day=chance.choice(("Monday", "Tuesday", "March 14", "Friday")),
        number=chance.randrange(2, 90),
    )


def page(number: int, paragraphs: int = 3, seed: int = 1) -> str:
    """A page of its own headline, day and paragraphs; the same number gives the same page."""
    chance = random.Random(f"{seed}/{number}")
    body = "\n\n".join(f"{sentence(chance)} {sentence(chance)}" for _ in range(paragraphs))
    return f"Talks in {chance.choice(PLACES)} enter round {number}\n\nMarch {1 + number % 28}, 2031\n\n{body}\n"


def folder(path: Path, count: int, paragraphs: int = 3) -> Path:
    """A folder of that many pages."""
    path.mkdir()
    for number in range(count):
        (path / f"{number:03}.txt").write_text(page(number, paragraphs), encoding="utf-8")
    return path


def read(pages: Path, ledger: Path, coder: Coder | None = None, **settings: object) -> Outcome:
    """One read into a ledger file, which is closed again."""
    with Ledger.open(ledger, create=True) as opened:
        return run([pages], opened, Settings(**settings), coder=coder)  # type: ignore[arg-type]


def exports(ledger: Path) -> dict[str, bytes]:
    """Every table as it is exported."""
    out, found = ledger.with_suffix(".out"), {}
    with Ledger.open(ledger, read_only=True) as opened:
        for table in TABLES:
            export_table(opened, table, "jsonl", out)
            found[table] = out.read_bytes()
    return found


def children(parent: int) -> list[int]:
    """The processes that a process has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found

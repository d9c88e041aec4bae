"""Reads killed at random moments by kill -9, again and again, until one comes through: is the ledger the same?

killed N times          whole processes, one and two workers by turns, killed after a random time between their start
                        and their end; then the read is given once more, and every export is compared with that of
                        a read nobody disturbed
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import corpus

Line = tuple[str, str, str, bool | None]


def lines(folder: Path, kills: int, articles: int = 120) -> list[Line]:
    """The lines of the table."""
    pages = corpus.write(folder / "faults.jsonl", articles, paragraphs=4, seed=9)
    began = time.monotonic()
    whole = folder / "whole.db"
    command(pages, whole, 1).wait()
    takes = time.monotonic() - began
    chance, killed, rounds, same = random.Random(3), 0, 0, 0
    while killed < kills:
        ledger = folder / f"killed-{rounds}.db"
        # So early that a few are needed before all is read, so late that some are in the middle of storing.
        for number in range(min(6, kills - killed)):
            process = command(pages, ledger, 1 + number % 2)
            try:
                process.wait(chance.uniform(0.3, 0.8) * takes)
            except subprocess.TimeoutExpired:
                killed += 1
            process.kill()
            process.wait()
        if command(pages, ledger, 1).wait() != 0:
            raise SystemExit(f"{ledger}: the read after {killed} kills failed")
        rounds += 1
        same += exports(ledger) == exports(whole)
    return [
        (f"kill -9 at {killed} random moments", f"{same} of {rounds} ledgers as undisturbed", "all", same == rounds)
    ]


def command(pages: Path, ledger: Path, jobs: int) -> subprocess.Popen[bytes]:
    """`parley read` in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "parley", "read", str(pages), "-l", str(ledger), "-j", str(jobs), "-q"],
        stdout=subprocess.DEVNULL,
    )


def exports(path: Path) -> list[bytes]:
    """Every table of a ledger as it is exported."""
    from parley.export.tables import TABLES
    from parley.export.write import export_table
    from parley.ledger.store import Ledger

    found = []
    with Ledger.open(path, read_only=True) as ledger:
        for table in TABLES:
            export_table(ledger, table, "jsonl", path.with_suffix(".out"))
            found.append(path.with_suffix(".out").read_bytes())
    return found

"""`make bench`: what a read costs, as ratios measured in one run on one machine, printed as one table.

    whole read / bare parse    `parley.read` into a fresh ledger, loading the model included, against `nlp.pipe` over
                               the body texts it found, in one process, by turns: processor time, the best of each
    two workers / one          the same read with `jobs=2`, by the clock, the workers' start included
    parley --help              a whole process, the median of eleven
    search                     queries over 200,000 statements, rare and frequent words, phrases, parts of words, with
                               and without conditions: the median of all (see `search.py`)
    copies, stories, order     what lineage finds among articles with known copies, whether the order of reading shows,
                               and what one article more costs in a ledger of 20,000 (see `lineage.py`)
    half copies, recoding      what is not parsed again (see `reuse.py`)
    kill -9                    reads killed at fifty random moments (see `faults.py`)
    memory, archive            one WARC of 50,000 pages against one of 1,000 (see `archive.py`)
    memory, 10,000 articles    peak memory of a process that reads 10,000 short articles, against one that reads 1,000

A ratio says more than seconds: it holds on a slow machine too. Still, run it on a quiet one: with a busy core the
second line means nothing. `--quick` uses a corpus a tenth as large, to see that it all works.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus

ROUNDS = 2
PARTS = ("help", "cost", "jobs", "reuse", "search", "lineage", "memory", "archive", "faults")
Line = tuple[str, str, str, bool | None]
"""What is measured, what came out, what it should be, and whether it is (None: only for information)."""


def main() -> int:
    """Measure everything and print the table; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the work")
    parser.add_argument("--only", choices=PARTS, help="one part of the table")
    parser.add_argument("--child", nargs=2, metavar=("CORPUS", "LEDGER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(child(*options.child)))
        return 0
    part = 10 if options.quick else 1
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as folder:
        if options.only in (None, "help"):
            lines += help_line()
        if options.only in (None, "cost"):
            lines += cost_lines(Path(folder), 400 // part)
        if options.only in (None, "jobs"):
            lines += jobs_lines(Path(folder), 1_500 // part)
        if options.only in (None, "reuse"):
            import reuse

            lines += reuse.lines(Path(folder), 400 // part)
        if options.only in (None, "search"):
            import search

            lines += search.lines(Path(folder), 200_000 // part)
        if options.only in (None, "lineage"):
            import lineage

            lines += lineage.lines(Path(folder), part)
        if options.only in (None, "memory"):
            lines += memory_line(Path(folder), 1_000 // part, 10_000 // part)
        if options.only in (None, "archive"):
            import archive

            lines += archive.lines(Path(folder), 1_000 // part, 50_000 // part)
        if options.only in (None, "faults"):
            import faults

            lines += faults.lines(Path(folder), 50 // part)
    show(lines)
    return 0


def cost_lines(folder: Path, count: int) -> list[Line]:
    """The whole read against the bare parse, in this process."""
    import parley
    from parley.language.parse import load_model

    pages = corpus.write(folder / "cost.jsonl", count)
    nlp = load_model(parley.Settings().model)
    texts: list[str] = []

    def parse() -> int:
        return sum(len(doc) for doc in nlp.pipe(texts))

    whole, bare = [], []
    for number in range(ROUNDS):
        ledger = folder / f"cost-{number}.db"
        whole.append(timed(lambda ledger=ledger: read(pages, ledger, 1))[1])
        texts = texts or bodies(ledger)
        bare.append(timed(parse)[1])
    words = sum(len(text.split()) for text in texts)
    cost = min(whole) / min(bare)
    return [
        (f"bare parse, {len(texts):,} articles, {words:,} words", f"{min(bare):.1f} s", "", None),
        ("whole read, one process", f"{min(whole):.1f} s, {words / min(whole):,.0f} words/s", "", None),
        ("whole read / bare parse", f"{cost:.2f}", "at most 1.30", cost <= 1.3),
    ]


def jobs_lines(folder: Path, count: int) -> list[Line]:
    """Two workers against one, by the clock."""
    pages = corpus.write(folder / "jobs.jsonl", count)
    one, two = (timed(lambda jobs=jobs: read(pages, folder / f"jobs-{jobs}.db", jobs))[0] for jobs in (1, 2))
    gain = one / two
    cores = f"{os.cpu_count()} cores, {os.getloadavg()[0]:.1f} processes waiting for them"
    return [
        (f"one process, {count:,} articles", f"{one:.1f} s", "", None),
        (f"two workers / one ({cores})", f"{gain:.2f} times as fast", "at least 1.70", gain >= 1.7),
    ]


def read(pages: Path, ledger: Path, jobs: int) -> None:
    """One read into a fresh ledger."""
    import parley

    parley.read([str(pages)], ledger=str(ledger), settings=parley.Settings(jobs=jobs)).close()


def bodies(path: Path) -> list[str]:
    """The body texts a ledger holds."""
    import parley

    with parley.Ledger.open(path) as ledger:
        return [row.body_text for row in ledger.articles()]


def timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Seconds by the clock and by this process's processor time of one call, and what it returned."""
    started, spent = time.perf_counter(), time.process_time()
    result = work()
    return time.perf_counter() - started, time.process_time() - spent, result


def help_line() -> list[Line]:
    """How long `parley --help` takes from the shell."""
    command = [sys.executable, "-m", "parley", "--help"]
    walls = [timed(lambda: subprocess.run(command, capture_output=True, check=True))[0] for _ in range(11)]
    median = statistics.median(walls)
    return [("parley --help, whole process", f"{median:.2f} s", "under 0.30 s", median < 0.3)]


def memory_line(folder: Path, small: int, large: int) -> list[Line]:
    """Peak memory of a process that reads a small corpus and of one that reads a large one, from a stream."""
    peaks = []
    for count in (small, large):
        pages = corpus.write(folder / f"memory-{count}.jsonl", count, paragraphs=1, seed=2)
        command = [sys.executable, __file__, "--child", str(pages), str(folder / f"memory-{count}.db")]
        found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        if found["articles"] != count:
            raise SystemExit(f"{count} articles were written and {found['articles']} read")
        peaks.append(found["peak_mb"])
    growth = peaks[1] / peaks[0]
    return [
        (f"peak memory, {small:,} articles", f"{peaks[0]:.0f} MB", "", None),
        (f"peak memory, {large:,} articles", f"{peaks[1]:.0f} MB, {growth:.2f} times", "at most 1.15", growth <= 1.15),
    ]


def child(pages: str, ledger: str) -> dict[str, float]:
    """Read in this process and say how much memory it took at most (megabytes of a million bytes)."""
    import parley

    read = parley.read([pages], ledger=ledger)
    peak = peak_memory()
    return {"articles": sum(1 for _ in read.articles()), "peak_mb": peak / 1e6}


def peak_memory() -> int:
    """The most memory this process ever held, in bytes.

    Linux's `ru_maxrss` also counts what the parent held when it started the process (800 MB here, of 180), so its own
    figure is taken where there is one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii", errors="replace"))
        if found:
            return int(found.group(1)) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def show(lines: list[Line]) -> None:
    """Print the table."""
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores\n")
    rows = [
        (what, measured, target, {True: "yes", False: "NO", None: ""}[met]) for what, measured, target, met in lines
    ]
    rows.insert(0, ("", "measured", "target", "met"))
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())

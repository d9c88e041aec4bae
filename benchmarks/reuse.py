"""What is not parsed again: copies within a read, and everything when only the codebook changes.

half copies / none     processor time of a read of N articles of which half are copies of the other half (another
                       headline, another outlet, a line at the foot), against N that are all different
recoding / reading     the ledger of the read without copies coded anew with another codebook, against that read
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterable
from pathlib import Path

import corpus

Line = tuple[str, str, str, bool | None]
ROUNDS = 2


def lines(folder: Path, count: int) -> list[Line]:
    """The lines of the table."""
    originals = list(corpus.articles(count, seed=5))
    plain = write(folder / "different.jsonl", originals)
    half = originals[: count // 2]
    mixed = [*half, *(copy(article, number) for number, article in enumerate(half))]
    random.Random(7).shuffle(mixed)
    copied = write(folder / "half.jsonl", mixed)
    none, some, again = [], [], []
    for turn in range(ROUNDS):
        spent, _ = read(plain, folder / f"none-{turn}.db")
        none.append(spent)
        spent, _ = read(copied, folder / f"half-{turn}.db")
        some.append(spent)
        spent, parsed = recode(folder / f"none-{turn}.db")
        again.append(spent)
    ratio, cost = min(some) / min(none), min(again) / min(none)
    return [
        (f"half of {count} articles copies / none", f"{ratio:.2f}", "at most 0.60", ratio <= 0.6),
        ("recoding / reading", f"{cost:.2f}, {parsed} texts parsed", "0 parsed", parsed == 0),
    ]


def copy(article: dict[str, str], number: int) -> dict[str, str]:
    """The article as another outlet takes it over: another headline, a line at the foot, the same paragraphs."""
    text = f"{article['text']}\n\nMore on this in section {number % 9} of the Herald."
    title = f"Report {number}: " + article["title"].lower()
    return article | {"id": f"{article['id']}-copy", "title": title, "text": text, "outlet": f"Herald {number % 40}"}


def write(path: Path, records: Iterable[dict[str, str]]) -> Path:
    """The records as JSON Lines."""
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


def read(pages: Path, ledger: Path) -> tuple[float, int]:
    """Processor seconds of a read, and how many texts it parsed."""
    from parley.ledger.store import Ledger
    from parley.pipeline import run
    from parley.settings import Settings

    began = time.process_time()
    with Ledger.open(ledger, create=True) as opened:
        outcome = run([pages], opened, Settings())
    return time.process_time() - began, outcome.timings.parsed


def recode(ledger: Path) -> tuple[float, int]:
    """The same of a recoding."""
    from parley.ledger.store import Ledger
    from parley.pipeline import recode as code_again
    from parley.settings import Settings

    began = time.process_time()
    with Ledger.open(ledger) as opened:
        outcome = code_again(opened, Settings(codebook="ukraine-2025"))
    return time.process_time() - began, outcome.timings.parsed

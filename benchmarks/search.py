"""Search: how long a query takes over 200,000 statements, and what keeping the indexes costs and weighs.

The ledger is filled through `Ledger.add` with statements made of the corpus's recombined sentences, ten an article. The
queries are a mix: rare and frequent words, phrases, beginnings of words, exclusions, parts of words, with and
without conditions. Run by itself (`python benchmarks/search.py [STATEMENTS]`) it prints every query; `lines` is what
`run.py` puts into its table.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import corpus
from parley.ledger.search import Conditions, find_articles, find_statements
from parley.ledger.store import Ledger
from parley.records import Article, Block, Coded, RunInfo, Statement

EACH = 10
PARTIES = ("Norland", "Sudland", "Estia", "Westmark", None)
MOODS = ("assert", "demand", "deny", "warn", "promise")
INFO = RunInfo("bench", "none", "none", "", "{}", ())
CONDITIONS = (
    Conditions(),
    Conditions(party="Norland"),
    Conditions(mood=("demand", "warn"), since="2031-03", until="2031-05"),
)


def coded(count: int, seed: int = 3) -> Iterator[Coded]:
    """Articles of ten statements each, `count` statements in all."""
    pool = corpus.sentences()
    words = sorted({w for s in pool for w in s.split() if len(w) > 5 and w.isalpha() and w.islower()})
    for number in range(count // EACH):
        chance = random.Random(f"{seed}/{number}")
        names: dict[str, str] = {}
        said = [corpus.changed(chance.choice(pool), chance, names, words) for _ in range(EACH)]
        text = "\n\n".join(said)
        sha = hashlib.sha256(text.encode()).hexdigest()
        article = Article(
            sha[:16], f"bench-{number}", f"/bench/{number}", sha, text, (Block(0, len(text), "body"),), text,
            title=said[0][:80], outlet=f"The {corpus.name(chance)} Courier",
            published=f"2031-{1 + number % 12:02d}-{1 + number % 28:02d}", published_from="printed",
        )  # fmt: skip
        yield Coded(article, statements=tuple(statements(article, said, chance)))


def statements(article: Article, said: list[str], chance: random.Random) -> Iterator[Statement]:
    """One statement for each paragraph of an article."""
    speakers = [f"{corpus.name(chance)} {corpus.name(chance)}" for _ in range(3)]
    start = 0
    for sentence in said:
        end = start + len(sentence)
        yield Statement(
            f"{article.id}-s{start}-{end}", start, end, sentence, (), chance.choice(speakers), None, None,
            chance.choice(PARTIES), "indirect", chance.choice(MOODS), "said", None, None, None, None, "body", 0.9,
        )  # fmt: skip
        start = end + 2


def queries() -> list[str]:
    """Words of the corpus from the most frequent to the rarest, put together as people do."""
    counted = Counter(w for s in corpus.sentences() for w in re.findall(r"[a-z]{3,}", s.lower()))
    ranked = [w for w, _ in sorted(counted.items(), key=lambda x: (-x[1], x[0]))]
    top, often, some, rare = ranked[0], ranked[len(ranked) // 100], ranked[len(ranked) // 10], ranked[len(ranked) // 2]
    pairs = Counter(m[0] for s in corpus.sentences() for m in re.finditer(r"[a-z]{4,} [a-z]{4,}", s))
    phrase = min(pairs, key=lambda p: (-pairs[p], p))
    return [
        top, often, some, rare, f"{top} {often}", f"{often} {some}", f'"{phrase}"', f"{often} OR {some}",
        f"{some} -{top}", f"{often[:4]}*", f"{some} NOT {rare}", "Courier", "Lund", some[1:], "orbek",
    ]  # fmt: skip


def filled(path: Path, count: int) -> tuple[float, float]:
    """Fills a ledger; returns the seconds spent storing and the megabytes of the file."""
    spent, source = 0.0, coded(count)
    with Ledger.open(path, create=True) as ledger:
        run = ledger.begin_run(INFO)
        while batch := list(itertools.islice(source, 100)):
            started = time.perf_counter()
            ledger.add(run, batch)
            spent += time.perf_counter() - started
    return spent, path.stat().st_size / 1e6


def latencies(path: Path) -> list[tuple[str, float, int]]:
    """Each query with its conditions, the median milliseconds of five, and how much it found."""
    rows = []
    with Ledger.open(path, read_only=True) as ledger:
        for query, conditions in itertools.product(queries(), CONDITIONS):
            for what, find in (("statements", find_statements), ("articles", find_articles)):
                times, found = [], 0
                for _ in range(5):
                    started = time.perf_counter()
                    found = len(find(ledger, query, conditions).hits)
                    times.append((time.perf_counter() - started) * 1000)
                named = [n for n in ("party", "mood", "since") if getattr(conditions, n)]
                rows.append((f"{what}: {query} {' '.join(named)}".strip(), statistics.median(times), found))
    return rows


def lines(folder: Path, count: int) -> list[tuple[str, str, str, bool | None]]:
    """The lines of `run.py`'s table."""
    spent, size = filled(folder / "search.db", count)
    times = [t for what, t, _ in latencies(folder / "search.db") if what.startswith("statements")]
    median = statistics.median(times)
    return [
        (f"storing {count:,} statements with their indexes", f"{spent:.1f} s, {size:.0f} MB", "", None),
        (f"search, {count:,} statements, median", f"{median:.1f} ms", "under 50 ms", median < 50),
        (f"search, {count:,} statements, slowest of {len(times)}", f"{max(times):.0f} ms", "", None),
    ]


def main() -> int:
    """Print every query's time."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as folder:
        path = Path(folder) / "search.db"
        spent, size = filled(path, count)
        print(f"{count:,} statements stored in {spent:.1f} s, {size:.0f} MB")
        rows = latencies(path)
    for what, took, found in sorted(rows, key=lambda r: -r[1]):
        print(f"{took:8.1f} ms  {found:3} found  {what}")
    print(f"median {statistics.median(t for _, t, _ in rows):.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())

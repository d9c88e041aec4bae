"""What lineage finds and what it costs: `python benchmarks/lineage.py`, or as a part of `make bench`.

copies       2,000 articles, 600 of them copies of others: trimmed, re-headed, in other paragraphs, among furniture,
             every twentieth word another, or several of these; precision and recall of calling one a copy
order        50 random orders of the same 200 articles, in batches of random sizes: the exported articles, byte by
             byte
one more     adding one coded article to a ledger of 20,000, lineage included, against adding it to an empty one
             together with what parsing it costs at 10,000 words a second
stories, rewrites, hard negatives
             where the annotated stories lie beside the repository: B-cubed F1 with one setting, and how many pairs
             of reports of one happening are called copies or rewrites
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stdout
from itertools import combinations
from pathlib import Path

from lineage_corpus import Made, corpus_of
from parley.ledger.store import Ledger
from parley.lineage import trace
from parley.lineage.update import update_lineage
from parley.records import Article, Block, Coded, RunInfo

STORIES = Path(__file__).resolve().parents[2] / "shared" / "dev" / "stories"
INFO = RunInfo("bench", "none", "none", "", "{}", ())
WORDS_A_SECOND = 10_000
Line = tuple[str, str, str, bool | None]


def lines(folder: Path, part: int = 1) -> list[Line]:
    """Everything, or a `part`-th of the work, as rows of the table that `run.py` prints."""
    return [
        *copy_lines(2_000 // part, 600 // part),
        order_line(folder, 50 // part, 200),
        cost_line(folder, 20_000 // part),
        *story_lines(),
    ]


def copy_lines(count: int, copies: int) -> list[Line]:
    """Precision and recall: an article that is called a copy is one when its origin is of the same group."""
    articles = list(corpus_of(count, copies))
    group = {a.id: a.group for a in articles}
    called = [row for row in trace(articles) if row.copy_of]
    right = sum(group[row.article] == group[row.origin] for row in called)
    precision, recall = right / len(called), right / copies
    kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(Counter(str(row.copy_kind) for row in called).items()))
    return [
        (
            f"copies among {count:,} articles, precision",
            f"{precision:.3f} ({kinds})",
            "at least .99",
            precision >= 0.99,
        ),
        (f"copies among {count:,} articles, recall", f"{recall:.3f}", "at least .97", recall >= 0.97),
    ]


def coded(made: Made) -> Coded:
    """The article as a reader would hand it to the ledger."""
    text = made.body_text
    article = Article(
        id=hashlib.sha256(made.id.encode()).hexdigest()[:16],
        source=made.source,
        location=made.source,
        sha256=hashlib.sha256(f"{made.id}{text}".encode()).hexdigest(),
        text=text,
        blocks=(Block(0, len(text), "body"),),
        body_text=text,
        title=made.title,
        outlet=made.outlet,
        credit=made.credit,
        published=made.published,
    )
    return Coded(article)


def order_line(folder: Path, orders: int, count: int) -> Line:
    """How many different exports so many orders give."""
    from parley.export.write import export_table

    articles = [coded(made) for made in corpus_of(count, count * 3 // 10, seed=11)]
    found = set()
    for seed in range(orders):
        chance = random.Random(seed)
        chance.shuffle(articles)
        path = folder / f"order-{seed}.db"
        with Ledger.open(path, create=True) as ledger:
            fill(ledger, articles, chance.choice((40, 90, count)))
            out = io.BytesIO()
            export_table(ledger, "articles", "jsonl", out)
        found.add(hashlib.sha256(out.getvalue()).hexdigest())
        path.unlink()
    return (f"{orders} orders of {count} articles", f"{len(found)} export", "1 export", len(found) == 1)


def fill(ledger: Ledger, articles: Sequence[Coded], size: int) -> None:
    """Stores articles in batches, tracing after each."""
    run = ledger.begin_run(INFO)
    for i in range(0, len(articles), size):
        ledger.add(run, articles[i : i + size])
        update_lineage(ledger)


def cost_line(folder: Path, count: int) -> Line:
    """The median over twenty articles."""
    articles = [coded(made) for made in corpus_of(count + 40, count // 10, seed=13, paragraphs=3)]
    random.Random(1).shuffle(articles)
    more, first = articles[count : count + 20], articles[count + 20 :]
    with Ledger.open(folder / "large.db", create=True) as ledger:
        fill(ledger, articles[:count], count)
        run = ledger.begin_run(INFO)
        large = [one_more(ledger, run, a) for a in more]
    small = []
    for n, article in enumerate(first):
        with Ledger.open(folder / f"small-{n}.db", create=True) as ledger:
            small.append(one_more(ledger, ledger.begin_run(INFO), article))
    ratio = statistics.median(large) / statistics.median(small)
    what = f"one article more, ledger of {count:,} / empty"
    return (what, f"{ratio:.2f} times, {1000 * statistics.median(large):.0f} ms", "at most 3", ratio <= 3)


def one_more(ledger: Ledger, run: int, article: Coded) -> float:
    """Seconds to store and trace an article, and to parse it at `WORDS_A_SECOND`."""
    begun = time.perf_counter()
    ledger.add(run, [article])
    update_lineage(ledger)
    return time.perf_counter() - begun + article.article.words / WORDS_A_SECOND


def story_lines() -> list[Line]:
    """The annotated stories, read from their pages; nothing where they are not there."""
    if not STORIES.exists():
        return []
    from parley.reading.article import read_article
    from parley.reading.walk import iter_pages
    from parley.records import Page
    from parley.settings import Settings

    settings = Settings()
    with redirect_stdout(io.StringIO()):
        pages = [p for p in iter_pages([str(STORIES / "texts")], settings, None) if isinstance(p, Page)]
    articles = [a for a in (read_article(p, settings) for p in pages) if isinstance(a, Article)]
    gold = {row["article"]: row["story"] for row in map(json.loads, (STORIES / "gold.jsonl").open(encoding="utf-8"))}
    story = {a.id: gold[Path(a.source).name] for a in articles}
    rows = trace(articles)
    f1 = b_cubed(story, {row.article: row.story or row.article for row in rows})
    pairs = sum(story[a.id] == story[b.id] for a, b in combinations(articles, 2))
    calls = Counter(row.copy_kind for row in rows if row.copy_of and story[row.article] == story[row.origin])
    copies, rewrites = (calls["identical"] + calls["near"]) / pairs, calls["rewrite"] / pairs
    return [
        (f"stories, {len(articles)} articles, B-cubed F1", f"{f1:.3f}", "at least .82", f1 >= 0.82),
        (f"copies among {pairs} pairs of one happening", f"{copies:.2%}", "under .5 %", copies < 0.005),
        (f"rewrites among {pairs} pairs of one happening", f"{rewrites:.2%}", "at most 2 %", rewrites <= 0.02),
    ]


def b_cubed(gold: dict[str, str], got: dict[str, str]) -> float:
    """The harmonic mean of how many of an article's neighbours belong there, and how many that belong are there."""
    both, left, right = Counter((gold[a], got[a]) for a in gold), Counter(got.values()), Counter(gold.values())
    precision = sum(both[gold[a], got[a]] / left[got[a]] for a in gold) / len(gold)
    recall = sum(both[gold[a], got[a]] / right[gold[a]] for a in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the work")
    with tempfile.TemporaryDirectory(prefix="parley-lineage-") as scratch:
        for row in lines(Path(scratch), 10 if parser.parse_args().quick else 1):
            print(" | ".join(str(cell) for cell in row))

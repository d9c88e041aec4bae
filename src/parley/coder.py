"""One batch of pages through the stages that need no ledger: what a worker process runs."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from parley.codebook.load import load_codebook
from parley.coding.statements import StatementCoder
from parley.errors import Problem
from parley.language.actors import find_actors
from parley.language.parse import load_model, model_version, parse
from parley.language.passage import Parsed
from parley.language.published import with_published
from parley.language.times import find_times
from parley.reading.article import read_article
from parley.records import Article, Coded, Page
from parley.settings import Settings


@dataclass(slots=True)
class Timings:
    """Seconds by stage, and how many tokens the parser saw."""

    seconds: dict[str, float] = field(default_factory=dict)
    tokens: int = 0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time spent inside to the stage."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun

    def add(self, other: Timings) -> None:
        """Take in the timings of another batch."""
        for name, spent in other.seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + spent
        self.tokens += other.tokens


@dataclass(slots=True)
class Batch:
    """What a batch of pages gave."""

    coded: list[Coded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)


class Coder:
    """Pages -> coded articles, with the model and the codebook loaded once.

    Raises ModelError or CodebookError when they cannot be loaded.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.codebook = load_codebook(settings.codebook)
        self.nlp = load_model(settings.model)
        self.model = model_version(self.nlp)
        self.statements = StatementCoder(self.codebook)

    def __call__(self, pages: Sequence[Page]) -> Batch:
        """The batch, stage by stage; a page that fails costs itself only."""
        batch = Batch()
        with batch.timings.stage("read"):
            articles = self._read(pages, batch)
        with batch.timings.stage("parse"):
            parsed = parse(self.nlp, articles)
        for article in parsed:
            batch.timings.tokens += sum(len(p) for p in article.passages)
            try:
                batch.coded.append(self.code(article, batch.timings))
            except Exception as error:
                batch.problems.append(_fault(article.article.source, error))
        return batch

    def _read(self, pages: Sequence[Page], batch: Batch) -> list[Article]:
        articles = []
        for page in pages:
            try:
                result = read_article(page, self.settings)
            except Exception as error:
                result = _fault(page.source, error)
            if isinstance(result, Problem):
                batch.problems.append(result)
            else:
                articles.append(result)
        return articles

    def code(self, parsed: Parsed, timings: Timings | None = None) -> Coded:
        """One parsed article with everything found in it."""
        timings = timings or Timings()
        with timings.stage("times"):
            with_published(parsed)
            parsed.times = find_times(parsed.passages, parsed.article.published)
        with timings.stage("actors"):
            actors = find_actors(parsed, self.codebook)
            parsed.mentions = actors.mentions
        with timings.stage("statements"):
            statements = self.statements.code(parsed, actors)
        return Coded(parsed.article, actors.actors, actors.mentions, parsed.times, statements)


def _fault(source: str, error: Exception) -> Problem:
    """A fault of ours on one page: kept as its problem, so that the other pages are read. `PARLEY_DEBUG=1` raises it."""
    if os.environ.get("PARLEY_DEBUG"):
        raise error
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(where.filename)}:{where.lineno}"
    return Problem(source, "fault", f"a fault in Parley, please report it ({type(error).__name__}: {error}; {place})")

"""One batch of pages through the stages that need no ledger: what a worker process runs."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from parley.codebook.load import load_codebook
from parley.coding.claims import ClaimCoder
from parley.coding.events import EventCoder
from parley.coding.positions import PositionCoder
from parley.coding.quantities import QuantityFinder
from parley.coding.statements import StatementCoder
from parley.errors import Problem
from parley.language.actors import find_actors
from parley.language.cache import CachedParser, Stored
from parley.language.parse import load_model, model_version, parse_with
from parley.language.passage import Parsed
from parley.language.printed import printed_date
from parley.language.published import with_published
from parley.language.times.find import find_times
from parley.reading.article import read_article
from parley.records import Article, Coded, Page
from parley.settings import Settings


@dataclass(slots=True)
class Timings:
    """Seconds by stage, how many tokens the articles have, and how many distinct texts of theirs had to be parsed."""

    seconds: dict[str, float] = field(default_factory=dict)
    tokens: int = 0
    parsed: int = 0

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
        self.parsed += other.parsed


@dataclass(slots=True)
class Batch:
    """What a batch of pages gave; `parses` are those that were made for it, packed, by key."""

    coded: list[Coded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)
    parses: dict[bytes, bytes] = field(default_factory=dict)

    def take(self, other: Batch) -> None:
        """Add what another batch gave."""
        self.coded += other.coded
        self.problems += other.problems
        self.timings.add(other.timings)
        self.parses |= other.parses


class Coder:
    """Pages -> coded articles, with the model and the codebook loaded once.

    `stored` looks up parses that were kept; without it each text is still parsed once as long as memory holds it.
    Raises ModelError or CodebookError when they cannot be loaded.
    """

    def __init__(self, settings: Settings, stored: Stored | None = None) -> None:
        self.settings = settings
        self.codebook = load_codebook(settings.codebook)
        self.nlp = load_model(settings.model)
        self.model = model_version(self.nlp)
        self.parser = CachedParser(self.nlp, stored)
        self.statements = StatementCoder(self.codebook)
        self.events = EventCoder(self.codebook)
        self.positions = PositionCoder(self.codebook)
        self.figures = QuantityFinder(self.codebook)
        self.claims = ClaimCoder(self.codebook)

    def __call__(self, pages: Sequence[Page | Article]) -> Batch:
        """The batch, stage by stage; a page that fails costs itself only. Articles are pages read before."""
        batch = Batch()
        with batch.timings.stage("read"):
            articles = self._read(pages, batch)
        with batch.timings.stage("parse"):
            parsed = self._parse(articles, batch)
        for article in parsed:
            batch.timings.tokens += sum(len(p) for p in article.passages)
            try:
                batch.coded.append(self.code(article, batch.timings))
            except Exception as error:
                batch.problems.append(_fault(article.article.source, error))
        return batch

    def _parse(self, articles: Sequence[Article], batch: Batch) -> list[Parsed]:
        """All at once, or one by one when that fails, to find whose fault it is."""
        before = self.parser.parsed
        try:
            parsed = parse_with(self.parser, articles)
        except Exception:
            parsed = []
            for article in articles:
                try:
                    parsed += parse_with(self.parser, [article])
                except Exception as error:
                    batch.problems.append(_fault(article.source, error))
        batch.parses = self.parser.take_fresh()
        batch.timings.parsed += self.parser.parsed - before
        return parsed

    def _read(self, pages: Sequence[Page | Article], batch: Batch) -> list[Article]:
        articles = []
        for page in pages:
            if isinstance(page, Article):
                articles.append(page)
                continue
            try:
                result: Article | Problem = read_article(page, self.settings)
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
            printed = printed_date(parsed.article)
        with timings.stage("actors"):
            actors = find_actors(parsed, self.codebook)
            parsed.mentions = actors.mentions
        with timings.stage("statements"):
            statements = self.statements.code(parsed, actors)
        with timings.stage("negotiation"):
            events = self.events.code(parsed, actors, statements)
            positions = self.positions.code(parsed, actors, statements, events)
            quantities = self.figures.find(parsed)
            claims = self.claims.code(parsed, actors, statements, quantities)
        times = (*((printed,) if printed else ()), *parsed.times)
        return Coded(
            parsed.article, actors.actors, actors.mentions, times, statements,
            events=events, positions=positions, claims=claims, quantities=quantities,
        )  # fmt: skip


def _fault(source: str, error: Exception) -> Problem:
    """A fault of ours on one page, kept as its problem so that the others are read; `PARLEY_DEBUG=1` raises it."""
    if os.environ.get("PARLEY_DEBUG"):
        raise error
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(where.filename)}:{where.lineno}"
    return Problem(source, "fault", f"a fault in Parley, please report it ({type(error).__name__}: {error}; {place})")

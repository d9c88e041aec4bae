"""The main job: named inputs -> pages -> coded articles -> ledger -> lineage.

pages      reading/    inputs walked or fetched, known pages passed over
coded      coder.py    read, parse, times, actors, statements, in one process or many
stored     ledger/     one transaction a batch
traced     lineage/    copies, rewrites, origins and stories, brought up to date
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from parley import __version__
from parley.coder import Batch, Coder, Timings
from parley.errors import Problem
from parley.language.cache import Stored
from parley.ledger.fetched import Fetched
from parley.ledger.lookup import StoredParses
from parley.ledger.store import Ledger
from parley.lineage.update import update_lineage
from parley.pool import Coders, coders
from parley.reading.online import Web
from parley.reading.walk import iter_pages
from parley.records import Page, RunInfo
from parley.settings import Settings

UnderWay = deque[set[tuple[str, str]]]
"""(location, sha256) of the pages of each batch that was handed out and is not stored yet, in order."""
Progress = Callable[[int], None]
"""Called after each batch with the number of pages it took, known ones included."""


@dataclass(slots=True)
class Outcome:
    """What a read did. `articles` were added or coded anew, `known` were in the ledger already, coded alike."""

    run: int
    pages: int = 0
    articles: int = 0
    known: int = 0
    statements: int = 0
    problems: list[Problem] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)


def read(
    inputs: str | Path | Sequence[str | Path],
    *,
    ledger: str | Path | Ledger,
    settings: Settings | None = None,
    codebook: str | Path | None = None,
    jobs: int | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Ledger:
    """Read pages into a ledger (made if it is not there) and return it, open; see `run` for what was done.

    `inputs`: files, folders, URLs, `-` for `stdin`. `codebook` and `jobs` override `settings`. Raises InputError,
    CodebookError, ModelError or LedgerError; a page that cannot be read is kept as a problem of the run instead.
    """
    settled = _settled(settings, codebook, jobs)
    if isinstance(ledger, Ledger):
        run(inputs, ledger, settled, stdin=stdin, progress=progress)
        return ledger
    opened, coder = open_ledger(inputs, ledger, settled, stdin)
    try:
        run(inputs, opened, settled, stdin=stdin, progress=progress, coder=coder)
    except BaseException:
        opened.close()
        raise
    return opened


def open_ledger(
    inputs: str | Path | Sequence[str | Path], path: str | Path, settings: Settings, stdin: BinaryIO | None = None
) -> tuple[Ledger, Coder | None]:
    """The ledger at `path` for a `run` over these inputs, and the coder of it if one was made already.

    One that is not there yet is made only when inputs, codebook and model can be used: a slip of the pen leaves no
    empty ledger behind. Raises what `read` does.
    """
    if Path(path).exists():
        return Ledger.open(path, create=True), None
    iter_pages(_named(inputs), settings, stdin)
    coder = Coder(settings)
    # Worker processes load their own, so this one is not kept for them.
    return Ledger.open(path, create=True), coder if settings.jobs <= 1 else None


def run(
    inputs: str | Path | Sequence[str | Path],
    ledger: Ledger,
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    pages: Iterable[Page | Problem] | None = None,
    coder: Coder | None = None,
) -> Outcome:
    """The stages of a read, over a ledger that is open for writing.

    `pages` are read in place of what the inputs name, which are then only recorded; `coder`, made with the same
    settings, saves loading the model again.
    """
    named = _named(inputs)
    web = Web(settings)
    if pages is None:
        pages = iter_pages(named, settings, stdin, web)
    with coders(settings, _stored(ledger, settings), coder) as team:
        info = run_info(named, settings, team)
        web.memory = memory = Fetched(ledger, info)
        outcome = Outcome(ledger.begin_run(info))
        under_way: UnderWay = deque()
        fresh = _unknown(_batches(pages, settings.batch), ledger, info, outcome, under_way, progress)
        for batch in team.code(fresh):
            _store(batch, ledger, outcome, team.model if settings.cache else None)
            under_way.popleft()
            memory.keep({c.article.location for c in batch.coded})
            if progress is not None:
                progress(len(batch.coded) + len(batch.problems))
    _trace(ledger, outcome)
    memory.keep()
    outcome.pages += memory.met_unchanged
    outcome.known += memory.met_unchanged
    ledger.finish_run(outcome.run, outcome.pages, len(outcome.problems))
    return outcome


def recode(ledger: Ledger, settings: Settings, *, progress: Progress | None = None) -> Outcome:
    """Code the articles of a ledger anew, as with another codebook, from their stored texts: no page is read again.

    Older versions of pages too: they stay citable. Articles that a run of this kind has coded are passed over
    (`known`). Decided statements stay.
    """
    with coders(settings, _stored(ledger, settings)) as team:
        info = run_info((), settings, team)
        outcome = Outcome(ledger.begin_run(info))
        numbers = ledger.to_recode(info)
        outcome.pages = ledger.counts(current=False)["articles"]
        outcome.known = outcome.pages - len(numbers)
        if progress is not None:
            progress(outcome.known)
        parts = (numbers[i : i + settings.batch] for i in range(0, len(numbers), settings.batch))
        for batch in team.code(map(ledger.stored, parts)):
            _store(batch, ledger, outcome, team.model if settings.cache else None)
            if progress is not None:
                progress(len(batch.coded) + len(batch.problems))
    _trace(ledger, outcome)
    ledger.finish_run(outcome.run, outcome.pages, len(outcome.problems))
    return outcome


def _stored(ledger: Ledger, settings: Settings) -> Stored | None:
    """Where to look up parses: in the open ledger, or in its file when other processes ask."""
    if not settings.cache:
        return None
    return ledger.parses if settings.jobs <= 1 else StoredParses(ledger.path)


def _store(batch: Batch, ledger: Ledger, outcome: Outcome, model: str | None) -> None:
    """A batch into the ledger and into the count; its parses too, if the model that made them is given."""
    with outcome.timings.stage("store"):
        if model is not None:
            ledger.keep_parses(model, batch.parses)
        outcome.articles += ledger.add(outcome.run, batch.coded, batch.problems, replace=True)
    outcome.statements += sum(len(c.statements) for c in batch.coded)
    outcome.problems += batch.problems
    outcome.timings.add(batch.timings)


def _trace(ledger: Ledger, outcome: Outcome) -> None:
    with outcome.timings.stage("trace"):
        update_lineage(ledger)


def _named(inputs: str | Path | Sequence[str | Path]) -> list[str]:
    return [str(i) for i in ([inputs] if isinstance(inputs, (str, Path)) else inputs)]


def _settled(settings: Settings | None, codebook: str | Path | None, jobs: int | None) -> Settings:
    from dataclasses import replace

    settled = settings or Settings()
    if codebook is not None:
        settled = replace(settled, codebook=str(codebook))
    return replace(settled, jobs=jobs) if jobs is not None else settled


def run_info(inputs: Sequence[str], settings: Settings, coder: Coder | Coders) -> RunInfo:
    """What makes a run of these inputs repeatable."""
    book = coder.codebook
    return RunInfo(__version__, coder.model, book.name, book.sha256, settings.as_json(), tuple(inputs))


def _batches(pages: Iterable[Page | Problem], size: int) -> Iterator[list[Page | Problem]]:
    """Pages in batches of at most `size`, and of at most about half a megabyte: even work for many processes."""
    batch: list[Page | Problem] = []
    weight = 0
    for page in pages:
        batch.append(page)
        weight += len(page.data) if isinstance(page, Page) else 0
        if len(batch) >= size or weight > 500_000:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _unknown(
    batches: Iterable[Sequence[Page | Problem]],
    ledger: Ledger,
    info: RunInfo,
    outcome: Outcome,
    under_way: UnderWay,
    progress: Progress | None,
) -> Iterator[list[Page]]:
    """The pages of each batch that the ledger neither holds, as this run would code them, nor is about to.

    Problems go in at once.
    """
    for batch in batches:
        outcome.pages += len(batch)
        problems = [p for p in batch if isinstance(p, Problem)]
        if problems:
            ledger.add(outcome.run, [], problems)
            outcome.problems += problems
        pages = {(p.location, hashlib.sha256(p.data).hexdigest()): p for p in batch if isinstance(p, Page)}
        known = ledger.known(pages, info).union(*(keys & pages.keys() for keys in under_way))
        fresh = [p for key, p in pages.items() if key not in known]
        outcome.known += len(batch) - len(problems) - len(fresh)
        if progress is not None:
            progress(len(batch) - len(fresh))
        if fresh:
            under_way.append(pages.keys() - known)
            yield fresh

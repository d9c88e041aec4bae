"""Work spread over processes: results in the order of the tasks, a bounded number of them under way."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from parley.coder import Batch, Coder
from parley.records import Page
from parley.settings import Settings

AHEAD = 2
"""Batches waiting for each worker: enough that none idles, few enough that memory stays flat."""

_coder: Coder | None = None


def code_batches(batches: Iterable[Sequence[Page]], settings: Settings, coder: Coder) -> Iterator[Batch]:
    """Code batches of pages with `settings.jobs` processes (1: in this one), in the order they came."""
    if settings.jobs <= 1:
        yield from map(coder, batches)
        return
    executor = ProcessPoolExecutor(settings.jobs, multiprocessing.get_context("spawn"), _start, (settings,))
    waiting: deque[Future[Batch]] = deque()
    try:
        for batch in batches:
            waiting.append(executor.submit(_run, list(batch)))
            if len(waiting) > settings.jobs * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
        executor.shutdown(wait=True, cancel_futures=True)


def _start(settings: Settings) -> None:
    """Load model and codebook once a worker; Ctrl-C is the parent's to handle."""
    global _coder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _coder = Coder(settings)


def _run(pages: Sequence[Page]) -> Batch:
    assert _coder is not None
    return _coder(pages)

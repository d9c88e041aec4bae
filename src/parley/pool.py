"""Work spread over processes: results in the order of the tasks, a bounded number of them under way.

Not `concurrent.futures`: when one of its workers is killed, it cannot say over which task, and when its parent is
killed, its workers stay. Here each worker has its own pipes, so a death is its own task's, and the end of the pipe is
the end of the worker. It also starts nobody's `__main__` again, so a script needs no guard.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Protocol

from parley.codebook.load import load_codebook
from parley.codebook.model import Codebook
from parley.coder import Batch, Coder
from parley.errors import ParleyError, Problem
from parley.language.cache import Stored
from parley.records import Article, Page
from parley.settings import Settings
from parley.worker import ALONE, START

AHEAD = 4
"""Batches under way for each worker: enough that none idles while the parent stores, few enough that memory is flat."""
IN_HAND = 2
"""Batches a worker holds: the one it works on and the next."""
STARTS = 3
"""Workers that may die before they are ready, as long as others work; then something is wrong with the machine."""

Tasks = Iterable[Sequence[Page | Article]]


class Coders(Protocol):
    """Coders at work, in this process or in others; a context manager that ends them."""

    @property
    def model(self) -> str:
        """Name and version of the language pipeline. Raises what keeps the coders from working."""

    @property
    def codebook(self) -> Codebook:
        """What they look for."""

    def code(self, batches: Tasks) -> Iterator[Batch]:
        """The batches coded, in their order."""

    def __enter__(self) -> Coders: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def coders(settings: Settings, stored: Stored | None, coder: Coder | None = None) -> Coders:
    """As many coders as `settings.jobs`; `stored` looks up parses, and is sent along when they are other processes.

    `coder`, made with the same settings, is the one in this process when it is one.
    """
    return Here(settings, stored, coder) if settings.jobs <= 1 else Workers(settings, stored)


class Here:
    """One coder in this process."""

    def __init__(self, settings: Settings, stored: Stored | None, coder: Coder | None = None) -> None:
        self._coder = coder or Coder(settings)
        self._coder.parser.look_in(stored)
        self.model = self._coder.model
        self.codebook = self._coder.codebook

    def code(self, batches: Tasks) -> Iterator[Batch]:
        """The batches coded, one after the other."""
        return map(self._coder, batches)

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@dataclass(slots=True)
class _Task:
    """Pages to be coded: part of the batch of that number. `died` counts the workers lost over them."""

    number: int
    pages: list[Page | Article]
    part: int = 0
    died: int = 0


@dataclass(slots=True, eq=False)
class _Worker:
    """A process with its two pipes, and what it has in hand, first the task it works on."""

    process: subprocess.Popen[bytes]
    model: str | None = None
    tasks: deque[_Task] = field(default_factory=deque)

    def send(self, message: object) -> None:
        """Hand a message over; if the process is gone, it is not heard, and the end of its output tells."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            self.process.stdin.write(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
            self.process.stdin.flush()

    def listen(self, inbox: queue.SimpleQueue[tuple[_Worker, Any]]) -> None:
        """Pass on what the process says, and None when it has ended."""
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            try:
                while True:
                    inbox.put((self, pickle.load(stream)))
            except Exception:  # an end in the middle of a message raises one of many
                inbox.put((self, None))

    def end(self) -> None:
        """End the process; it keeps nothing."""
        self.process.kill()
        self.process.wait()
        assert self.process.stdin is not None
        with suppress(OSError):
            self.process.stdin.close()


class Workers:
    """`settings.jobs` worker processes. Start at once; the first use waits until one of them is ready."""

    def __init__(self, settings: Settings, stored: Stored | None) -> None:
        self.codebook = load_codebook(settings.codebook)
        self._begin = (settings, stored)
        self._unborn = 0
        self._inbox: queue.SimpleQueue[tuple[_Worker, Any]] = queue.SimpleQueue()
        self._workers: list[_Worker] = []
        self._todo: deque[_Task] = deque()
        self._done: dict[int, dict[int, Batch]] = {}
        self._parts: dict[int, int] = {}
        try:
            for _ in range(settings.jobs):
                self._hire()
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    @property
    def model(self) -> str:
        """Name and version of the language pipeline, from the first worker that has loaded it."""
        while True:
            for worker in self._workers:
                if worker.model is not None:
                    return worker.model
            self._hear()

    def code(self, batches: Tasks) -> Iterator[Batch]:
        """The batches coded, in their order. A page that no worker survives becomes a problem `crash`."""
        source = iter(batches)
        given = next_out = 0
        more = True
        while True:
            while more and given - next_out < AHEAD * len(self._workers):
                pages = next(source, None)
                if pages is None:
                    more = False
                else:
                    self._todo.append(_Task(given, list(pages)))
                    self._parts[given] = 1
                    given += 1
                self._hand_out()
            if next_out == given:
                return
            while len(self._done.get(next_out, ())) < self._parts[next_out]:
                self._hear()
                self._hand_out()
            parts = self._done.pop(next_out)
            del self._parts[next_out]
            next_out += 1
            yield _joined([parts[i] for i in sorted(parts)])

    def _hire(self) -> None:
        """One more worker."""
        process = subprocess.Popen(
            [sys.executable, "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | ALONE,
            process_group=0 if os.name == "posix" else None,  # Ctrl-C at a terminal is not for them
        )  # fmt: skip
        worker = _Worker(process)
        self._workers.append(worker)
        worker.send(sys.path)
        worker.send(self._begin)
        threading.Thread(target=worker.listen, args=(self._inbox,), daemon=True).start()

    def _hand_out(self) -> None:
        """Give tasks to the workers with the fewest in hand."""
        while self._todo:
            worker = min(self._workers, key=lambda w: len(w.tasks))
            if len(worker.tasks) >= IN_HAND:
                return
            task = self._todo.popleft()
            worker.tasks.append(task)
            worker.send(task.pages)

    def _hear(self) -> None:
        """Wait for one message and take it in. Raises the error of a worker that cannot work."""
        worker, message = self._inbox.get()
        if isinstance(message, Batch):
            task = worker.tasks.popleft()
            self._done.setdefault(task.number, {})[task.part] = message
        elif isinstance(message, str):
            worker.model = message
        elif isinstance(message, BaseException):
            raise message
        else:
            self._bury(worker)

    def _bury(self, worker: _Worker) -> None:
        """Another worker for one that died; the task it worked on once more, then page by page."""
        self._workers.remove(worker)
        worker.end()
        why = _cause(worker.process.returncode)
        again = list(worker.tasks)
        if worker.model is None:
            self._unborn += 1
            if self._unborn >= STARTS or not any(w.model for w in self._workers):
                raise ParleyError(f"a worker process could not start ({why}); try fewer with --jobs")
        elif again:
            again = [*self._after_death(again[0], why), *again[1:]]
        self._hire()
        self._todo.extendleft(reversed(again))

    def _after_death(self, task: _Task, why: str) -> list[_Task]:
        task.died += 1
        if task.died == 1:
            return [task]
        if len(task.pages) > 1:
            self._parts[task.number] = len(task.pages)
            return [_Task(task.number, [page], part, died=1) for part, page in enumerate(task.pages)]
        reason = f"reading it ended the worker process ({why}); the page was left out"
        crash = Batch(problems=[Problem(task.pages[0].source, "crash", reason)])
        self._done.setdefault(task.number, {})[task.part] = crash
        return []


def _cause(code: int) -> str:
    if code >= 0:
        return f"it ended with code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"killed by {name}, as the system does when memory runs out" if name == "SIGKILL" else f"killed by {name}"


def _joined(parts: list[Batch]) -> Batch:
    whole = parts[0]
    for part in parts[1:]:
        whole.take(part)
    return whole

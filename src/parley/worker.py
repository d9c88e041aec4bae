"""A worker process: batches of pages in at the standard input, batches of coded articles out at the standard output.

Messages are pickles between our own two processes, one pipe each way. When the input ends, the worker ends, whatever it
was doing: it keeps nothing, and a parent that was killed leaves no strays.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from typing import Any, BinaryIO

from parley.coder import Coder
from parley.errors import ParleyError

START = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); from parley.worker import main; main()"
"""What the interpreter is told to run; the first message is where the parent finds its modules."""

ALONE = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1"
)
"""Environment of a worker: one thread each, or N workers would fight over the cores with N times as many threads."""


def main() -> None:
    """Serve until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints, the messages stay whole
    settings, stored = pickle.load(sys.stdin.buffer)
    tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, tasks), daemon=True).start()
    try:
        coder = Coder(settings, stored)
    except ParleyError as error:
        _say(out, error)
        return
    _say(out, coder.model)
    while True:
        pages = tasks.get()
        try:
            _say(out, coder(pages))
        except Exception as error:
            _say(out, _portable(error))


def _listen(stream: BinaryIO, tasks: queue.SimpleQueue[Any]) -> None:
    """Take in tasks as they come, so that the parent never waits to hand one over; end the process with the input."""
    try:
        while True:
            tasks.put(pickle.load(stream))
    except BaseException:
        os._exit(0)


def _say(out: BinaryIO, message: object) -> None:
    out.write(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
    out.flush()


def _portable(error: Exception) -> Exception:
    """The error, or its words where it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError("".join(traceback.format_exception(error)))
    return error

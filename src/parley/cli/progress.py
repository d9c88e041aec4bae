"""A progress bar on the standard error, with the rate and the time left; nothing when that is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
Advance = Callable[[int], None]


def with_bar(
    doing: str, what: str, total: Callable[[], int | None], work: Callable[[Advance | None], T], *, quiet: bool = False
) -> T:
    """What `work` returns; it is given a function to call with the number of things done since the last call.

    `total` says how many there will be, None when nobody knows; it is asked only when there is a bar.
    """
    if quiet or not sys.stderr.isatty():
        return work(None)
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(doing), BarColumn(), MofNCompleteColumn(), TextColumn(what),
        TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total(), rate="")

        def advance(done: int) -> None:
            bar.advance(task, done)
            speed = bar.tasks[task].speed
            bar.update(task, rate=f"{speed:.3g}/s" if speed else "")

        return work(advance)

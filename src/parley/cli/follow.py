"""`parley follow`: feeds polled into a ledger until stopped, one line a poll."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import click

from parley.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from parley.coder import Coder
    from parley.errors import Problem
    from parley.ledger.store import Ledger
    from parley.pipeline import Outcome
    from parley.reading.fetch.manners import Manners
    from parley.records import Page
    from parley.settings import Settings

LEAST = 60.0
"""Seconds between two polls at least: feeds change by the minute at most, and their servers have other readers."""
GIVE_UP = 3
"""Polls after which a page that cannot be had is left alone, until the feed says something new of it."""

MOST_KEPT = 20_000
"""Problems and pages without a story that a poll remembers of the polls before."""

Key = tuple[str, str]
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_SPAN = re.compile(r"(\d{1,6})\s*([smhd])")


@click.command()
@click.argument("feeds", type=click.Path())
@click.option("--ledger", "-l", required=True, type=click.Path(), help="The ledger file; made if it is not there.")
@click.option("--every", default="15m", show_default=True, metavar="SPAN", help="Time between polls: 90s, 15m, 2h, 1d.")
@click.option("--once", is_flag=True, help="Poll once and end.")
@click.option("--fetch", is_flag=True, help="Fetch the pages that feeds only link to.")
@click.option(
    "--allow-host", "allow_hosts", multiple=True, metavar="HOST",
    help="Ask this host although its address is private; may be given again.",
)  # fmt: skip
@click.option(
    "--codebook", "-c", default="general", show_default=True, help="A shipped codebook's name, or a path to your own."
)
@click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1, 256), help="Worker processes.")
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="spaCy pipeline: a package or a folder.")
@click.pass_context
def follow(
    ctx: click.Context, feeds: str, ledger: str, every: str, once: bool, fetch: bool, allow_hosts: tuple[str, ...],
    codebook: str, jobs: int, model: str,
) -> None:  # fmt: skip
    """Poll feeds into a ledger until stopped (Ctrl-C, or a TERM signal).

    FEEDS is a text file that names an RSS or Atom feed a line, by URL or path; lines that begin with # are notes. Each
    poll writes one line to the standard error. What a poll could not read is in `parley show problems`; a page that
    failed is tried again at the next polls, and left alone after the third.
    """
    from parley.cli.main import EXIT_PROBLEMS, Terminated
    from parley.coder import Coder
    from parley.ledger.store import Ledger
    from parley.settings import Settings

    seconds = _seconds(every)
    named = feeds_of(feeds)
    settings = Settings(model=model, codebook=codebook, jobs=jobs, fetch=fetch, allow_hosts=allow_hosts)
    coder = Coder(settings)  # before the ledger: a codebook that cannot be used leaves no empty one behind
    with Ledger.open(ledger, create=True) as opened:
        follower = Follower(named, opened, settings, coder=coder)
        try:
            _loop(follower, None if once else seconds, every)
        except (KeyboardInterrupt, Terminated):
            click.echo("stopped; what was read is kept", err=True)
    if once and follower.problems:
        ctx.exit(EXIT_PROBLEMS)


def feeds_of(path: str) -> list[str]:
    """The feeds that a file names, each once, in its order. Raises InputError."""
    from parley.errors import InputError
    from parley.reading.fetch.address import is_url, target_of
    from parley.reading.fetch.failure import FetchFailure

    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            lines = [line.strip() for line in file]
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    found: dict[str, None] = {}
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        if "://" in line and not is_url(line):
            raise InputError(f"{path}, line {number}: only http and https are fetched")
        try:
            found[target_of(line).url if is_url(line) else line] = None
        except FetchFailure as failure:
            raise InputError(f"{path}, line {number}: {failure.reason}") from None
    if not found:
        raise InputError(f"{path} names no feed; it takes one URL or path a line")
    return list(found)


class Follower:
    """Polls feeds: what each poll brings that is new goes through the pipeline, as one run of the ledger.

    A poll that brings nothing new is no run. A problem is told once while it lasts, a page without a story once while
    it stays the same; `problems` counts those told at the last poll.
    """

    def __init__(
        self, feeds: Sequence[str], ledger: Ledger, settings: Settings, manners: Manners | None = None,
        coder: Coder | None = None,
    ) -> None:  # fmt: skip
        from parley.coder import Coder as NewCoder
        from parley.pipeline import run_info
        from parley.reading.online import Web

        self.feeds = list(feeds)
        self.problems = 0
        self._ledger = ledger
        self._settings = settings
        self._coder = coder or NewCoder(settings)
        self._info = run_info(self.feeds, settings, self._coder)
        self._web = Web(settings, manners=manners, give_up=GIVE_UP)
        self._told: dict[Key, None] = {}
        self._storyless: dict[Key, None] = {}

    def poll(self) -> Outcome | None:
        """Ask every feed once; None when there was nothing new."""
        from parley.ledger.fetched import Fetched
        from parley.pipeline import run

        self._web.memory = memory = Fetched(self._ledger, self._info)
        met: dict[Key, None] = {}
        given: set[Key] = set()
        pages = self._new(met, given)
        first = next(pages, None)
        outcome = None
        if first is not None:
            everything = chain([first], pages)
            outcome = run(self.feeds, self._ledger, self._settings, pages=everything, coder=self._coder)
        memory.keep()
        # An entry that is only a link stays one as long as the feed shows it, also when the feed is not sent again.
        lasting = {(source, code): None for source, code in self._told if code == "link-only"}
        self._told = _newest(lasting | met)
        storyless = sorted(given - self._ledger.known(given, self._info))
        self._storyless = _newest(self._storyless | dict.fromkeys(storyless))
        self.problems = len(outcome.problems) if outcome is not None else 0
        return outcome

    def _new(self, met: dict[Key, None], given: set[Key]) -> Iterator[Page | Problem]:
        """What the feeds hold that the ledger does not, and problems not told before.

        `met` takes all problems by source and code, `given` the pages handed on by location and hash.
        """
        import hashlib

        from parley.errors import Problem

        for item in chain.from_iterable(map(self._read, self.feeds)):
            if isinstance(item, Problem):
                key = (item.source, item.code)
                told = key in self._told or key in met
                met[key] = None
                if not told:
                    yield item
                continue
            key = (item.location, hashlib.sha256(item.data).hexdigest())
            if key not in self._storyless and not self._ledger.known([key], self._info):
                given.add(key)
                yield item

    def _read(self, feed: str) -> Iterator[Page | Problem]:
        import os

        from parley.errors import Problem
        from parley.reading.fetch.address import is_url
        from parley.reading.walk import iter_pages

        if is_url(feed):
            return self._web.feed(feed)
        if os.path.isfile(feed):
            return iter_pages([feed], self._settings, None, self._web)
        return iter([Problem(feed, "unreadable", "no such file")])


def _newest(kept: dict[Key, None]) -> dict[Key, None]:
    """The last of what is kept: a process that runs for months must not grow."""
    return dict(list(kept.items())[-MOST_KEPT:]) if len(kept) > MOST_KEPT else kept


def _loop(follower: Follower, seconds: float | None, every: str) -> None:
    from parley.errors import LedgerBusy

    while True:
        began = time.monotonic()
        try:
            line = _line(follower.poll())
        except LedgerBusy:
            if seconds is None:
                raise
            line = "another process is writing to the ledger"  # nothing is lost: what was not stored is asked for again
        at = time.strftime("%Y-%m-%d %H:%M:%S")
        then = "" if seconds is None else f"; again in {every}"
        click.echo(f"{at}  {_count(len(follower.feeds), 'feed')}: {line}{then}", err=True)
        if seconds is None:
            return
        time.sleep(max(1.0, began + seconds - time.monotonic()))


def _line(outcome: Outcome | None) -> str:
    if outcome is None:
        return "nothing new"
    parts = [_count(outcome.articles, "new article"), _count(outcome.statements, "statement")]
    if outcome.problems:
        parts.append(_count(len(outcome.problems), "problem"))
    return ", ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _seconds(span: str) -> float:
    match = _SPAN.fullmatch(span.strip().lower())
    if match is None:
        raise click.BadParameter(f"{span!r} is no span of time like 15m", param_hint="--every")
    seconds = float(int(match.group(1)) * _UNITS[match.group(2)])
    if seconds < LEAST:
        raise click.BadParameter(f"at least {LEAST:.0f}s between two polls", param_hint="--every")
    return seconds

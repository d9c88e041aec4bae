"""`Client.get`: one page, asked for politely. robots.txt, redirects, retries, pauses and who asked whom when.

Nothing is asked that nobody named: the client follows redirects and no other link.
"""

from __future__ import annotations

import email.utils
import time
from collections.abc import Collection
from dataclasses import dataclass, replace

from parley.reading.fetch.address import Target, addresses, target_of
from parley.reading.fetch.exchange import Answer, exchange
from parley.reading.fetch.failure import FetchFailure
from parley.reading.fetch.manners import PRODUCT, USER_AGENT, Manners
from parley.reading.fetch.memory import Remembered
from parley.reading.fetch.robots import EVERYTHING, MOST, NOTHING, Rules, parse_robots

_MOVED = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({429, 500, 502, 503, 504})
_ROBOTS_LIMIT = 4 * MOST
_VALIDATOR = 1000


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page from the web: `url` is where the redirects ended, `body` its bytes unpacked.

    `etag` and `modified` are the server's validators. With `unchanged` the server said that the page is as remembered,
    and `body` is empty.
    """

    url: str
    content_type: str
    body: bytes
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class Client:
    """Fetches pages one after another; keeps each host's robots.txt and when the host may next be asked."""

    def __init__(self, allow_hosts: Collection[str] = (), manners: Manners | None = None) -> None:
        self.manners = manners or Manners()
        self._allowed = frozenset(h.strip().strip("[]").rstrip(".").lower() for h in allow_hosts)
        self._robots: dict[str, tuple[float, Rules]] = {}
        self._next: dict[str, float] = {}
        self._closed: dict[str, tuple[float, str]] = {}
        self._silent: dict[str, int] = {}
        self._until = 0.0

    def get(self, url: str, *, limit: int, known: Remembered | None = None) -> Fetched:
        """The page at `url`, at most `limit` bytes; with the validators of `known`, perhaps only that it is unchanged.

        Raises FetchFailure.
        """
        conditions = _conditions(known)
        target = target_of(url)
        self._until = time.monotonic() + self.manners.page
        for _ in range(self.manners.redirects + 1):
            rules = self._rules(target)
            if not rules.allows(target.path):
                raise FetchFailure("robots", f"the robots.txt of {target.host} asks not to read this page")
            answer = self._ask(target, conditions, limit, rules.delay)
            if answer.status not in _MOVED:
                return _page(target, answer)
            target = _next_hop(target, answer)
        raise FetchFailure("redirects", f"redirected more than {self.manners.redirects} times")

    def _rules(self, target: Target) -> Rules:
        """The robots.txt of a host. Missing (4xx): all is allowed; failing (5xx): nothing is, as RFC 9309 asks.

        A host that does not answer this question would not answer the next: that failure is the page's.
        """
        kept = self._robots.get(target.origin)
        now = time.monotonic()
        if kept is not None and now < kept[0]:
            return kept[1]
        rules = self._fetched_rules(target)
        # A server in trouble is asked again before long; what it allows when well would otherwise wait for a day.
        lasts = self.manners.robots_for if rules is not NOTHING else min(600.0, self.manners.robots_for)
        self._robots[target.origin] = (now + lasts, rules)
        return rules

    def _fetched_rules(self, target: Target) -> Rules:
        place = target_of("/robots.txt", target.url)
        for _ in range(self.manners.redirects + 1):
            try:
                answer = self._ask(place, {}, _ROBOTS_LIMIT, 0.0)
            except FetchFailure as failure:
                if failure.code == "too-large":
                    return EVERYTHING
                if failure.code == "http" and failure.passing:
                    return NOTHING
                raise
            if answer.status == 200:
                return parse_robots(answer.body, PRODUCT)
            if answer.status not in _MOVED:
                return NOTHING if answer.status >= 500 else EVERYTHING
            try:
                place = _next_hop(place, answer)
            except FetchFailure:
                return EVERYTHING
        return EVERYTHING

    def _ask(self, target: Target, headers: dict[str, str], limit: int, delay: float) -> Answer:
        """One hop, tried again while the failure may pass."""
        for tried in range(1, self.manners.tries + 1):
            self._wait_turn(target, delay)
            try:
                answer = self._exchange(target, headers, limit)
                if answer.status not in _PASSING:
                    return answer
                failure = _unwell(target, answer)
            except FetchFailure as met:
                failure = met
            if not failure.passing or self._leave(target, failure):
                raise failure
            if tried < self.manners.tries:
                time.sleep(failure.after if failure.after is not None else self.manners.pause * 2 ** (tried - 1))
        raise failure

    def _exchange(self, target: Target, headers: dict[str, str], limit: int) -> Answer:
        manners = replace(self.manners, whole=min(self.manners.whole, max(0.1, self._until - time.monotonic())))
        try:
            hosts = addresses(target, self._allowed)
            answer = exchange(target, hosts, {"User-Agent": USER_AGENT, **headers}, manners, limit)
            self._silent.pop(target.origin, None)
            return answer
        finally:
            self._next[target.origin] = time.monotonic()

    def _leave(self, target: Target, failure: FetchFailure) -> bool:
        """Whether to ask the host no more for now: it wants a longer rest than we wait, or gives no answer at all."""
        now = time.monotonic()
        if failure.after is not None and failure.after > self.manners.patience:
            self._closed[target.origin] = now + failure.after, "asked to be left alone"
            return True
        if failure.code in ("timeout", "unreachable"):
            self._silent[target.origin] = self._silent.get(target.origin, 0) + 1
            if self._silent[target.origin] >= self.manners.silent:
                self._closed[target.origin] = now + self.manners.rest, "did not answer and is left alone"
                del self._silent[target.origin]
                return True
        return now >= self._until

    def _wait_turn(self, target: Target, delay: float) -> None:
        now = time.monotonic()
        closed, why = self._closed.get(target.origin, (0.0, ""))
        if closed > now:
            raise FetchFailure("left-alone", f"{target.host} {why} for {closed - now:.0f} more seconds")
        if now >= self._until:
            raise FetchFailure("timeout", f"the page took longer than {self.manners.page:.0f} seconds in all")
        last = self._next.get(target.origin)
        wanted = max(self.manners.delay, min(delay, self.manners.longest_delay))
        if last is not None and last + wanted > now:
            time.sleep(last + wanted - now)


def _conditions(known: Remembered | None) -> dict[str, str]:
    headers = {}
    if known is not None and known.etag:
        headers["If-None-Match"] = known.etag
    if known is not None and known.modified:
        headers["If-Modified-Since"] = known.modified
    return headers


def _next_hop(target: Target, answer: Answer) -> Target:
    place = answer.headers.get("location", "")
    if not place:
        raise FetchFailure("redirects", f"{target.host} redirects to nowhere")
    return target_of(place.encode("latin-1", "replace").decode("utf-8", "replace"), target.url)


def _page(target: Target, answer: Answer) -> Fetched:
    etag, modified = _validator(answer, "etag"), _validator(answer, "last-modified")
    if answer.status == 304:
        return Fetched(target.url, "", b"", etag, modified, unchanged=True)
    if answer.status != 200:
        raise FetchFailure("http", f"{target.host} answered {_status(answer)}")
    return Fetched(target.url, answer.headers.get("content-type", ""), answer.body, etag, modified)


def _validator(answer: Answer, name: str) -> str | None:
    """A header to send back another time: only if it is short and plain."""
    value = answer.headers.get(name, "").strip()
    return value if 0 < len(value) <= _VALIDATOR and value.isascii() and value.isprintable() else None


def _unwell(target: Target, answer: Answer) -> FetchFailure:
    after = _retry_after(answer.headers.get("retry-after", ""))
    wish = f" and asks to be left alone for {after:.0f} seconds" if after else ""
    return FetchFailure("http", f"{target.host} answered {_status(answer)}{wish}", passing=True, after=after)


def _status(answer: Answer) -> str:
    reason = "".join(c for c in answer.reason[:60] if c.isprintable() and c.isascii())
    return f"{answer.status} {reason}".rstrip()


def _retry_after(value: str) -> float | None:
    """The seconds of a Retry-After header, given as such or as a date; at most a week."""
    value = value.strip()
    if value.isdecimal() and value.isascii():
        return float(min(int(value[:9]), 604_800))
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, min(moment.timestamp() - time.time(), 604_800.0))

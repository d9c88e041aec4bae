"""How long Parley waits, how much it takes, how often it asks: the numbers of the polite client in one place."""

from __future__ import annotations

from dataclasses import dataclass

from parley import __version__

USER_AGENT = f"Parley/{__version__} (parley-ledger; reads news pages its user names)"
PRODUCT = "parley"
"""The name by which a robots.txt may address Parley."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Times in seconds.

    `connect`: until a connection stands; `silence`: between two pieces of an answer; `whole`: from request to the last
    byte, so that a server that drips costs no more than one that hangs; `page`: for all of a page's requests together,
    robots.txt, redirects and tries. `redirects`: hops followed. `tries`: requests before a failure that may pass (no
    answer, 429, 5xx) counts. `silent`: how often in a row a host may fail to answer before it is left alone for `rest`:
    a feed of fifty links to a host that hangs would otherwise take an hour. `pause`: before the second try, doubled
    before each next. `patience`: the longest Retry-After waited for; a longer one is reported, and the host left alone
    until then. `delay`: between two requests to one host; a robots.txt may ask for more, up to `longest_delay`.
    `robots_for`: how long a robots.txt holds (RFC 9309 says at most a day).
    """

    connect: float = 10.0
    silence: float = 20.0
    whole: float = 60.0
    page: float = 150.0
    redirects: int = 6
    tries: int = 3
    silent: int = 6
    rest: float = 600.0
    pause: float = 1.0
    patience: float = 30.0
    delay: float = 1.0
    longest_delay: float = 10.0
    robots_for: float = 86_400.0

"""Which URLs and which network addresses may be asked.

A page that a feed links to, or that a server redirects to, is the page author's choice, not the user's: it must not
make Parley ask the machine it runs on, its neighbours, or a cloud's metadata service. So a name is resolved once, every
address it has is checked, and the connection is made to a checked address: a name that resolves otherwise the
next time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from parley.reading.fetch.failure import FetchFailure

_URL = re.compile(r"https?://", re.I)
_PORTS = {"http": 80, "https": 443}
_PATH = "%/:@!$&'()*+,;=~-._"
_LONGEST = 4000

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# What the standard library's tables miss, in its older versions or in all: protocol assignments (with Oracle's metadata
# service), the private part of NAT64, the old site-local addresses, and a cloud's own service on every machine (Azure).
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(n) for n in ("192.0.0.0/24", "64:ff9b:1::/48", "fec0::/10", "168.63.129.16/32")
)

IP = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """A URL taken apart: `host` in ASCII and lower case, `path` with its query, `url` the whole without a fragment."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt and a delay hold for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The Host header: the port only when it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def is_url(given: str) -> bool:
    """Whether an input names a page on the web and no file."""
    return _URL.match(given) is not None


def target_of(url: str, base: str | None = None) -> Target:
    """The URL taken apart and written in one way; relative to `base` when that is given.

    Raises FetchFailure `bad-url` for what is no http or https URL, and for one that carries a name or password.
    """
    url = url.strip()
    if len(url) > _LONGEST or any(c < " " or c == "\x7f" for c in url):
        raise FetchFailure("bad-url", "the URL is too long or holds control characters")
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
        named = "@" in parts.netloc
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except ValueError as error:  # of a port that is no number, brackets that do not close, a name idna refuses
        raise FetchFailure("bad-url", f"not a URL: {error}") from None
    if scheme not in _PORTS:
        raise FetchFailure("bad-url", f"{scheme or 'no scheme'}: only http and https are fetched")
    if named:
        raise FetchFailure("bad-url", "the URL carries a user name or password; Parley sends none")
    if not host or port == 0:
        raise FetchFailure("bad-url", "the URL names no host")
    path = quote(parts.path or "/", safe=_PATH)
    if parts.query:
        path += "?" + quote(parts.query, safe=_PATH + "?")
    target = Target("", scheme, host.lower().rstrip("."), port or _PORTS[scheme], path)
    return Target(target.origin + path, target.scheme, target.host, target.port, path)


def addresses(target: Target, allowed: Collection[str]) -> list[str]:
    """The addresses to connect to, in the resolver's order; `allowed` names the hosts that may be private.

    Raises FetchFailure `unreachable` for a name without address, `refused` when any of its addresses is private,
    loopback, link-local, shared (CGNAT), multicast, reserved or a metadata service's, or the port is a system
    service's (under 1024 and not the web's).
    """
    free = target.host in allowed
    if not free and target.port < 1024 and target.port not in _PORTS.values():
        raise FetchFailure("refused", f"port {target.port} is no web server's; --allow-host {target.host} allows it")
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise FetchFailure("unreachable", f"no address is known for {target.host}: {why}", passing=True) from None
    chosen = list(dict.fromkeys(str(info[4][0]) for info in found))
    if not free:
        for address in chosen:
            if not is_public(address):
                raise FetchFailure(
                    "refused",
                    f"{target.host} has the private address {address}; --allow-host {target.host} allows it",
                )
    return chosen


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet, addresses hidden in others looked at too."""
    try:
        ip: IP = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inside(ip)
    if inner is not None and not is_public(str(inner)):
        return False
    if any(ip in network for network in _NOT_PUBLIC if network.version == ip.version):
        return False
    return inner is not None or (ip.is_global and not ip.is_multicast)


def _inside(ip: IP) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for or leads to."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    teredo = ip.teredo
    return ip.ipv4_mapped or ip.sixtofour or (teredo[1] if teredo else None)

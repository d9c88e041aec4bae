"""What a host's robots.txt allows, after RFC 9309.

The standard library's parser takes the first rule that fits and knows no wildcards; the RFC, and everyone who writes
such a file today, means the longest one, with `*` and `$`. Rules are matched piece by piece from left to right, in time
that does not depend on how many stars a hostile file has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

MOST = 512_000
"""Bytes looked at: the RFC asks for at least 500 KiB."""
_SAFE = "/?=&;:@!$'()*+,~-._[]"
_LINE = re.compile(r"[ \t]*([A-Za-z-]{1,20})[ \t]*:([^#\r\n]{0,2000})")


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that hold for us: (pattern, allowed), and the seconds asked for between two requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest rule that fits decides, allowing on a tie."""
        plain = _plain(path)
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, plain)]
        return max(fitting)[1] if fitting else True


EVERYTHING = Rules()
NOTHING = Rules((("/", False),))


def parse_robots(data: bytes, product: str) -> Rules:
    """The rules of a robots.txt for `product` (lower case): those of the groups that name it, else those for `*`."""
    groups: dict[str, list[tuple[str, bool]]] = {}
    delays: dict[str, float] = {}
    agents: list[str] = []
    naming = False
    for line in data[:MOST].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        field, value = match.group(1).lower(), match.group(2).strip()
        if field == "user-agent":
            agents = [*agents, _agent(value)] if naming else [_agent(value)]
            groups.setdefault(agents[-1], [])
            naming = True
        elif field in ("allow", "disallow"):
            naming = False
            if value:
                for agent in agents:
                    groups[agent].append((_plain(value), field == "allow"))
        elif field == "crawl-delay":
            naming = False
            delays.update(dict.fromkeys(agents, _seconds(value)))
    mine = product if product in groups else "*"
    return Rules(tuple(groups.get(mine, ())), delays.get(mine, 0.0))


def _agent(value: str) -> str:
    """The product of a user-agent line, without its version."""
    return value.partition("/")[0].strip().lower()


def _seconds(value: str) -> float:
    try:
        return max(0.0, min(float(value), 3600.0))
    except ValueError:
        return 0.0


def _plain(path: str) -> str:
    """A path or pattern with its escapes written in one way, so that `/%7Ea` is `/~a`."""
    return quote(unquote_to_bytes(path.replace("%2F", "%252F").replace("%2f", "%252F")), safe=_SAFE)


def _fits(pattern: str, path: str) -> bool:
    ends = pattern.endswith("$")
    pieces = (pattern[:-1] if ends else pattern).split("*")
    if not path.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    if len(pieces) == 1:
        return not ends or at == len(path)
    for piece in pieces[1:-1]:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    last = pieces[-1]
    return path.endswith(last) and len(path) - len(last) >= at if ends else path.find(last, at) >= 0

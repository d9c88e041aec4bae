"""Whose page it is: the name of the paper or site among the lines around a story.

No single line tells; what speaks for a name is summed: that it looks like a paper's, stands first on the page, holds
the copyright, ends the page's title, is the domain of its addresses, or is what readers are asked to follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from parley.reading.credit import copyright_holder
from parley.reading.dates_printed import find_date
from parley.reading.features import Shape
from parley.reading.furniture import furniture, plain_line
from parley.reading.lines import Para
from parley.reading.words import masthead_words

ENOUGH = 2.0
HOLDER = 1.5
"""What a copyright alone weighs: enough only where nothing better is found, for it may be a company's."""
TOP = 300
FOOT = 200
"""How many lines above and below a story are looked at."""
FIRST = 3
MENU = 0.25
"""How much the look of an item of a list counts: menus name columns and sister papers."""
LONGEST = 45
ASKED = 0.6
MOST_ASKED = 2.4
"""What a request weighs ("Follow NAME"; the first twice as much), and the most of all: two may name a topic."""
SHORT_HEAD = 3
"""Words of a line's other pieces: with more the line is a title with the site's name behind it."""

SEPARATOR = re.compile(r"\s+(?:[|•·–—»:/-]|::|--)\s+|\s*\|\s*|\s{2,}")
_INNER = re.compile(r"^[A-Z][a-z]{2,}[A-Z][a-z]{2,}$|^[A-Za-z][\w-]+\.(?:com|org|net|co\.uk|info|news|ru|ua|de|fr|eu)$")
_DOMAIN = re.compile(
    r"(?<![\w-])([a-z0-9][a-z0-9-]{2,40})\.(?:co\.[a-z]{2}|com|org|net|info|news|[a-z]{2,7})(?![\w-])", re.I
)
_ENDS = ".,;:!?…"


@dataclass(frozen=True, slots=True)
class Site:
    """`ranked`: (name, does it stand above the story?) by weight; `lines`: those above the story that are its name.

    `keys`: the names that are sure, as `key_of` gives them.
    """

    ranked: tuple[tuple[str, bool], ...] = ()
    lines: frozenset[int] = frozenset()
    keys: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Name:
    text: str
    weight: float = 0.0
    above: bool = False
    asked: float = 0.0
    lines: set[int] = field(default_factory=set)


def find_site(paras: list[Para], shapes: list[Shape], first: int, last: int) -> Site:
    """The names the page may go by, for a story that stands in the paragraphs `first` to `last`."""
    names: dict[str, _Name] = {}
    top = range(max(0, first - TOP), first)
    foot = range(last + 1, min(len(paras), last + 1 + FOOT))
    _by_look(names, paras, shapes, top)
    _by_suffix(names, paras, top, first)
    for i in (*top, *foot):
        if shapes[i].words <= 60:
            _by_copyright(names, paras[i].text)
            _by_asking(names, paras[i].text[:200])
    _by_domain(names, paras, shapes, [*top, *foot])
    good = [(key, n) for key, n in names.items() if n.weight >= (HOLDER if not n.above else ENOUGH)]
    good.sort(key=lambda kn: (-kn[1].weight, not kn[1].above, kn[1].text))
    strong = [(key, n) for key, n in good if n.weight >= ENOUGH]
    return Site(
        tuple((masthead_words().agencies.get(n.text) or _cased(n.text), n.above) for _, n in good),
        frozenset(i for _, n in strong for i in n.lines),
        frozenset(key for key, _ in strong),
    )


def key_of(name: str) -> str:
    """A name as it is compared: its letters and figures, without "The"."""
    plain = name.casefold().strip()
    return "".join(filter(str.isalnum, plain.removeprefix("the ")))


def without_site(text: str, keys: frozenset[str]) -> int:
    """How much of a title stands before the site's name behind it ("Talks fail | The Courier")."""
    for mark in reversed(list(SEPARATOR.finditer(text[-80:]))):
        at = max(0, len(text) - 80) + mark.start()
        if key_of(text[at:].strip(" |•·–—»:/-")) in keys and len(text[:at].split()) >= 2:
            return at
    return len(text)


def _add(
    names: dict[str, _Name], text: str, weight: float, line: int | None = None, whole: bool = True
) -> _Name | None:
    text = text.strip(" |/»›-–—")
    key = key_of(text)
    if len(key) < 2:
        return None
    name = names.setdefault(key, _Name(text))
    name.weight += weight
    if line is not None:
        name.above = True
        if whole:
            name.lines.add(line)
    if (name.text.isupper() and not text.isupper()) or (text.startswith("The ") and not name.text.startswith("The ")):
        name.text = text
    return name


def _by_look(names: dict[str, _Name], paras: list[Para], shapes: list[Shape], top: range) -> None:
    """Short lines above the story, or the pieces of one, that look like a paper's name; the first lines the most."""
    told = 0
    best: dict[str, float] = {}
    for i in top:
        s, text = shapes[i], paras[i].text
        if s.whole or s.words > 24 or len(text) > 160 or masthead_words().by.match(text):
            continue
        told += 1
        pieces = list(_pieces(text))
        # A long piece is a title with the name beside it; many pieces are a menu.
        long = sum(len(p.split()) > SHORT_HEAD + 1 and not _look(p) > 1.0 for p in pieces)
        if long > 1 or len(pieces) > 3:
            continue
        dated = find_date(text) is not None
        for piece in pieces:
            look = _look(piece)
            if not look or (dated and piece in masthead_words().agencies):
                continue  # with its date, an agency's name is a credit
            first_of_all = told <= FIRST and not paras[i].bullet
            weight = look * (MENU if paras[i].bullet else 1.0) + ((1.0 if look > 1.0 else 0.8) if first_of_all else 0.0)
            key = key_of(piece)
            _add(names, piece, max(0.0, weight - best.get(key, 0.0)), i, not long)
            best[key] = max(weight, best.get(key, 0.0))


def _look(name: str) -> float:
    """How much a line looks like the name of a paper, 0 when it cannot be one."""
    tokens = name.split()
    if not _is_name(name, tokens):
        return 0.0
    words = masthead_words()
    if name in words.agencies:
        return 2.0
    if len(tokens) == 1:
        return 2.0 if "." in name and _INNER.search(name) else 1.5 if _INNER.search(name) else 0.01
    big = [_title(t) for t in tokens]
    ends = big[-1] in words.outlet_words
    inner = any(
        b in words.outlet_words and t.lower() in words.name_joints for b, t in zip(big, tokens[1:], strict=False)
    )
    opens = any(b in words.outlet_openers for b in (big[:2] if big[0] == "The" else big[:1]))
    weak = big[-1] in words.outlet_hints or opens
    return 2.0 if ends or inner else 1.2 if weak else 0.01


def _title(token: str) -> str:
    return token.capitalize() if token.isupper() and len(token) > 3 else token[:1].upper() + token[1:]


def _is_name(name: str, tokens: list[str]) -> bool:
    if not 1 <= len(tokens) <= 6 or len(name) > LONGEST or name[-1:] in _ENDS or not name[:1].isalnum():
        return False
    words, plain = masthead_words(), plain_line(name)
    f = furniture()
    if f.is_whole(plain) or f.begins(plain) or key_of(name) in words.not_sites or find_date(name):
        return False
    if not any(map(str.isalpha, name)) or sum(t[0].isdigit() for t in tokens) > 1:
        return False
    return all(not t[0].islower() or t.lower() in words.name_joints or t[0] > "\u036f" for t in tokens[1:]) and (
        not tokens[0][0].islower() or bool(_INNER.search(name))
    )


def _pieces(text: str) -> Iterator[str]:
    yield from (p for p in (piece.strip(" |/»›-–—[]") for piece in SEPARATOR.split(text)) if p)


def _by_suffix(names: dict[str, _Name], paras: list[Para], top: range, first: int) -> None:
    """The page's title in the browser ("Talks fail | The Courier") over the title itself ("Talks fail")."""
    heads: dict[str, int] = {}
    for i in (*top, first):
        text = paras[i].text
        if 10 < len(text) < 250:
            heads.setdefault(key_of(text), i)
    for i in top:
        text = paras[i].text
        if not 15 < len(text) < 300:
            continue
        for mark in SEPARATOR.finditer(text):
            head, tail = text[: mark.start()], text[mark.end() :]
            if heads.get(key_of(head), i) != i and _is_name(tail, tail.split()):
                name = _add(names, tail, 2.5)
                if name:
                    name.above = True


def _by_copyright(names: dict[str, _Name], text: str) -> None:
    """The holder of the copyright, and any name that holds or is held in it."""
    holder = copyright_holder(text)
    if not holder:
        return
    key, longer = key_of(holder), None
    for other, name in names.items():
        if name.above and len(other) > 4 and (other == key or other in key or (len(key) > 4 and key in other)):
            name.weight += 3.0 if other == key else 2.0
            longer = name if other.startswith(key) and len(other) > len(key) else longer
    if key not in names:
        _add(names, holder, HOLDER)
    if longer and _look(holder) > 1.0:  # "Radio Lindhaven English Service" at the top, "© Radio Lindhaven"
        names[key].weight = max(names[key].weight, longer.weight + 0.5)
        names[key].above = True


def _by_asking(names: dict[str, _Name], text: str) -> None:
    """Names that readers are asked to follow, to write to, or whose letters and apps they shall take."""
    words = masthead_words()
    for pattern in (words.site_after, words.site_before):
        for match in pattern.finditer(text):
            piece = match.group(1).strip().removeprefix("By ").removeprefix("BY ")
            if _is_name(piece, piece.split()) and len(piece) > 2:
                name = _add(names, piece, 0.0)
                if name and name.asked < MOST_ASKED:
                    weight = 2 * ASKED + float("." in piece and _look(piece) > 1.0) if not name.asked else ASKED
                    name.asked += weight
                    name.weight += weight


def _by_domain(names: dict[str, _Name], paras: list[Para], shapes: list[Shape], lines: list[int]) -> None:
    """Names that are the domain of an address on the page."""
    found = {d.group(1).lower() for i in lines if shapes[i].words <= 60 for d in _DOMAIN.finditer(paras[i].text[:400])}
    for label in sorted(found):
        for key in ("".join(filter(str.isalnum, label)), "".join(filter(str.isalnum, label)).removeprefix("the")):
            name = names.get(key)
            if name and len(key) > 3:
                name.weight += 1.5
                break


def _cased(name: str) -> str:
    """A name in capitals as it is written elsewhere; short words that are letters (BBC) stay."""
    if not name.isupper() or " " not in name:
        return name
    small = masthead_words().name_words
    words = [w.capitalize() if len(w) > 3 or w.lower() in small else w for w in name.split()]
    joints = masthead_words().name_joints
    return " ".join(w.lower() if n and w.lower() in joints else w for n, w in enumerate(words))

"""Is it a date at all? "May", "March" and "August" that are verbs or people, four-digit numbers that count things."""

from __future__ import annotations

from bisect import bisect_right

from parley.language.times.context import Context

_TIMELY = frozenset({"on", "by", "this", "last", "next", "mod", "ampm"})
_NAMES = frozenset({"PERSON"})
_TITLES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "LAW", "FAC"})


def is_month(c: Context, group: str, *, sure: bool) -> bool:
    """Whether the group's atom is a month; `sure` when a day or a year stands beside it."""
    i = c.match.start(group)
    word = c.atoms.low[i]
    sets = c.lex.sets
    if word not in sets["doubtful_months"]:
        return sure or not_named(c, i)
    if not c.capital(i):
        return False
    if sure:
        return True
    dotted = c.atoms.ends[i] - c.atoms.starts[i] > len(word)
    if len(word) <= 3 and word != "may" and not dotted:
        return False
    tag = c.tag(i)
    if tag == "MD" or tag.startswith("VB"):
        return False
    before = c.atoms.near(c.first - 1)
    return (before in sets["before_month"] or c.first != i or c.atoms.near(i + 1) == "'") and not_named(c, i)


def is_weekday(c: Context, group: str) -> bool:
    """Whether the group's atom is a weekday: short forms need a full stop or a number, names of papers are none."""
    i = c.match.start(group)
    word = c.atoms.low[i]
    if word in c.lex.sets["doubtful_weekdays"]:
        dotted = c.atoms.ends[i] - c.atoms.starts[i] > len(word)
        beside = c.name(i + 1) in ("comma", "small", "mid24", "mid31", "month", "part") or c.name(i - 1) in _TIMELY
        return c.capital(i) and (dotted or c.name(i + 1) == "comma") and beside
    return not_named(c, i)


def not_named(c: Context, i: int) -> bool:
    """Whether atom `i` stands for itself: false in a person's name, and in a body's, work's or place's longer name."""
    p, token = c.passage, c.atoms.token(i)
    k = bisect_right(p.ents, token, key=lambda e: e[0]) - 1
    if k < 0 or token >= p.ents[k][1]:
        return True
    first, last, label = p.ents[k]
    if label in _NAMES:
        alone = last - first == 1 and c.atoms.near(i - 1) in ("on", "in", "by", "since")
        return p.pos[token] != "PROPN" or alone
    if label in _TITLES:
        return not any(k != token and p.words[k][:1].isupper() for k in range(first, last))
    return True


def is_year(c: Context, group: str, *, after_month: bool = False) -> bool:
    """Whether a four-digit number is a year and not a count ("in 1500 homes", "2000 troops")."""
    i = c.match.start(group)
    number, sets = int(c.atoms.low[i]), c.lex.sets
    before, after = c.atoms.near(i - 1), c.atoms.near(i + 1)
    if c.name(i) != "year" or (not after_month and number < 1500 and before not in ("in", "since", "until")):
        return False
    if after in sets["counted"]:
        return False
    if after_month:
        return True
    if before in sets["counted_before"] or after in ("%", "°"):
        return False
    if (
        before == "-"
        and i >= 2
        and c.atoms.starts[i] == c.atoms.ends[i - 1]
        and c.name(i - 2) in ("int", "small", "mid24")
    ):
        return False
    if c.name(i - 1) in ("int", "real") and c.name(i - 2) != "month":
        return False
    tag_after = c.tag(i + 1)
    noun = tag_after in ("NN", "NNS") and c.name(i + 1) == "other"
    if number % 100 == 0 and noun and after not in sets["dated_after_round"]:
        return False
    if number < 1800:
        return before in ("in", "since", "until", "of", "from", "to", "by", "between") and not noun
    return True


def part_of_name(c: Context) -> bool:
    """Whether words that are printed small in prose stand capitalised in a name: "USA Today", "CBS This Morning"."""
    if c.passage.kind == "headline" or not c.capital(c.last - 1):
        return False
    if c.atoms.near(c.last) in ("show", "programme", "program", "newspaper"):
        return True
    before = c.first - 1
    touching = before >= 0 and c.name(before) == "other" and c.capital(before) and c.atoms.low[before].isalpha()
    return touching and c.tag(before).startswith("NNP")

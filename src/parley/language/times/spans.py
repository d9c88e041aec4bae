"""Resolvers of lengths of time and of what recurs: durations, sets, clock times without a day."""

from __future__ import annotations

from parley.language.times.context import Context, Found
from parley.language.times.relative import amount_of

_LENGTH = {
    "S": ("PT", 1, "S"), "MIN": ("PT", 1, "M"), "H": ("PT", 1, "H"), "D": ("P", 1, "D"), "N": ("P", 1, "D"),
    "W": ("P", 1, "W"), "F": ("P", 2, "W"), "M": ("P", 1, "M"), "Q": ("P", 3, "M"), "Y": ("P", 1, "Y"),
    "E": ("P", 10, "Y"), "C": ("P", 100, "Y"),
}  # fmt: skip
_BEFORE_ONE = frozenset(
    {"for", "in", "within", "after", "over", "than", "about", "nearly", "almost", "only", "just", "least"}
)


def length(amount: str, unit: str) -> str:
    """The TIMEX3 duration of an amount (digits, perhaps with a decimal point, or `X`) of a unit."""
    prefix, factor, letter = _LENGTH[unit]
    if factor > 1 and amount.isdecimal():
        amount = str(int(amount) * factor)
    return f"{prefix}{amount}{letter}"


def duration(c: Context) -> list[Found] | None:
    """As in "30-day", "three years", "two and a half months", "several weeks"; not "a day" of a rate or an age."""
    unit = c.lex.units[c.word("u")]
    digits = c.word("n")
    if unit == "H" and len(digits) == 4 and digits.isdecimal() and int(digits) < 2400 and int(digits[2:]) < 60:
        return c.found("TIME", f"T{digits[:2]}:{digits[2:]}")
    if c.atoms.near(c.first - 1) == "/" or (unit == "Q" and c.at("dash") is not None):
        return None  # "1 1/2 years", "three-quarters"
    singular = c.name(c.match.start("u")) == "unit" and c.at("dash") is None
    if singular and unit != "Y" and c.at("n") is not None and c.name(c.match.start("n")) == "year":
        return None
    if c.at("n") is not None and c.name(c.match.start("n")) == "a" and c.at("half") is None:
        if c.atoms.near(c.first - 1) not in _BEFORE_ONE:
            return None
        return c.found("DURATION", length("1", unit))
    if c.name(c.last) == "old" or c.name(c.last + 1) == "old" or c.tag(c.last - 1).startswith("VB"):
        return None
    if c.at("n") is not None and c.name(c.match.start("n")) == "real":
        text = c.word("n").replace(",", "")
        return c.found("DURATION", length(text, unit)) if len(text) < 8 else None
    amount = amount_of(c)
    if (c.at("n") is not None and amount is None) or (
        c.at("vague") is not None and c.name(c.match.start("u")) != "units"
    ):
        return None
    text = "X" if amount is None else f"{amount}.5" if c.at("half") is not None else str(amount)
    return c.found("DURATION", length(text, unit))


def relative_many(c: Context) -> list[Found] | None:
    """As in "the past 30 days", "the next few months": how long, not which days."""
    amount, unit = amount_of(c), c.lex.units[c.word("u")]
    if c.at("n") is not None and c.name(c.match.start("n")) == "a":
        return None
    return c.found("DURATION", length("X" if amount is None else str(amount), unit))


def every(c: Context) -> list[Found] | None:
    """As in "every Tuesday", "each year", "every two weeks"."""
    if c.at("w") is not None:
        return c.found("SET", f"XXXX-WXX-{c.lex.weekdays[c.word('w')]}")
    if c.at("other") is not None:
        return c.found("SET", "XXXX-WXX-WE" if c.name(c.match.start("other")) == "weekend" else "P1D")
    amount = amount_of(c)
    if c.atoms.low[c.first] == "each" and c.name(c.last) == "of":
        return None
    return c.found(
        "SET", length("1" if c.at("n") is None else "X" if amount is None else str(amount), c.lex.units[c.word("u")])
    )


def weekdays(c: Context) -> list[Found] | None:
    """As in "on Tuesdays"."""
    return c.found("SET", f"XXXX-WXX-{c.lex.weekdays[c.word('w')[:-1]]}") if c.capital(c.first) else None


def frequency(c: Context) -> list[Found] | None:
    """As in "daily", "weekly"; with a capital it is the name of a paper."""
    return None if c.capital(c.first) else c.found("SET", c.lex.frequency[c.word("f")])


def time(c: Context) -> list[Found] | None:
    """A clock time that names no day: `T15:00`."""
    found = c.dated("")[0]
    value = found[3]
    if not value or (c.name(c.first) == "clock" and c.atoms.near(c.first - 1) in ("-", ":")):
        return None
    return [(found[0], found[1], "TIME", value)]

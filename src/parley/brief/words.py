"""The words for what is coded, which claim no more than the rows say: one place, so that all sections say it alike."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.talks import issue_words
from parley.brief.text import clean, count, when_words

SIGNS = {"support": "+", "conditional": "±", "oppose": "−", "unclear": "?"}
STANCES = {"support": "for", "oppose": "against", "conditional": "on conditions", "unclear": "unclear"}
VOICES = {"own": "in its own voice", "narrated": "as the page tells it", "ascribed": "as others say"}
ARROWS = {"up": "↑", "down": "↓", "steady": "→"}
LEGEND = (
    "+ for, − against, ± on conditions, ? unclear; the option named; ↑ ↓ → moved towards yes, towards no, not; "
    "×2: two independent origins. A party's latest position in its own voice, else as a page tells it (told)."
)


def issue(name: str) -> str:
    """An issue by name."""
    return clean(issue_words(name))


def names(many: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; unnamed actors by their description."""
    plain = [clean(n).removeprefix("anonymous:").strip() for n in many]
    plain = [n for n in dict.fromkeys(plain) if n]
    return " and ".join(filter(None, (", ".join(plain[:-1]), plain[-1]))) if plain else ""


def dated(value: str | None, told: bool = True) -> str:
    """ "since Thu 13 March 2025" where the words tell the day, "reported …" where only the page is dated."""
    words = when_words(value)
    return f"{'since' if told else 'reported'} {words}" if words else "undated"


def on(value: str | None) -> str:
    """ "on Thu 13 March 2025", "in the week of …", "in March 2025"; "" when there is no date."""
    words = when_words(value)
    if not words:
        return ""
    return f"in the {words}" if words.startswith("week") else f"on {words}" if len(value or "") >= 10 else f"in {words}"


def origins(number: int) -> str:
    """ "2 origins"."""
    return count(number, "origin")

"""Does a piece of a line look like a person's name?"""

from __future__ import annotations

import re

from parley.reading.furniture import furniture, plain_line
from parley.reading.words import masthead_words

_PARTICLES = frozenset({
    "de", "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn",
    "ben", "abu", "ter", "ten", "zu", "zum", "du", "e", "y",
})  # fmt: skip
_OPENERS = frozenset({"by", "the", "a", "an", "von", "par", "por", "welcome", "more", "about", "all", "view"})
_TOKEN = re.compile(r"(?:[^\W\d_]\.?|[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?)$")
_DEGREES = re.compile(r",?\s+(?:MS|MA|MD|RD|PhD|Ph\.D\.|M\.D\.|Jr\.?|Sr\.?|CPT|RN|LDN)\b\.?")


def as_name(text: str) -> str | None:
    """The name as written (from all capitals to capitalised), None when it does not look like a person's name.

    Two to four capitalised words, initials and particles allowed ("Ursula von der Leyen"); names of one word and
    names in scripts without capitals are not told from other words.
    """
    words = _without_role(_DEGREES.sub("", text).strip(" ,.|–—-").split())
    if not 2 <= len(words) <= 5 or words[0].lower() in _OPENERS:
        return None
    big = 0
    for word in words:
        if not _TOKEN.match(word):
            return None
        if word[0].isupper():
            big += 1
        elif word.lower() not in _PARTICLES:
            return None
    if big < 2 or not words[-1][0].isupper() or _is_furniture(words):
        return None
    name = " ".join(words)
    return " ".join(w.title() if len(w) > 2 else w for w in words) if name.isupper() else name


def _without_role(words: list[str]) -> list[str]:
    """The words before a role: of "Jo Doe Business Columnist" two, of "AP Auto Writer" none worth keeping."""
    roles = masthead_words().roles
    for i, word in enumerate(words):
        if word.lower().strip(".,") in roles:
            return words[: i - 1] if i > 2 else []
    return words


def _is_furniture(words: list[str]) -> bool:
    plain = plain_line(" ".join(words))
    f = furniture()
    mine = masthead_words()
    return (
        plain in mine.not_names
        or plain in mine.point_headings
        or f.is_whole(plain)
        or f.ends_story(plain)
        or f.begins(plain)
        or plain_line(words[-1]) in f.exact
    )

"""Spellings of one name led to one key: marks stripped, transliterations evened out.

`plain` keeps the length (offsets hold), `fold` does not.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NO_DECOMPOSITION = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "’": "'", "‘": "'", "ʼ": "'"}


class _Plain(dict[int, int]):
    """A translation table that strips marks, filled as characters come; one character always stays one."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        base = _NO_DECOMPOSITION.get(char) or unicodedata.normalize("NFD", char)[0]
        self[code] = ord(base)
        return self[code]


_PLAIN = _Plain()


def plain(text: str) -> str:
    """The text without diacritics and with straight apostrophes, character for character (same length)."""
    return text if text.isascii() else text.translate(_PLAIN)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Key of one word of a name: "Zelenskyy", "Zelenskiy" and "Zelensky" share one; so do "al-Sisi" and "el-Sisi"."""
    key = plain(word).lower().replace("'", "").replace(".", "")
    for article in ("al-", "el-", "as-", "ash-", "ad-", "an-"):
        if key.startswith(article) and len(key) > len(article) + 2:
            key = key[len(article) :]
            break
    for ending in ("yy", "iy", "yj", "ij", "ii"):
        if key.endswith(ending) and len(key) > 4:
            key = key[:-2] + "y"
            break
    if key.endswith("ski") and len(key) > 5:
        key = key[:-1] + "y"
    return key


def same_given(a: str, b: str) -> bool:
    """Whether two folded given names can be one person's: equal, an initial, or a short form ("steve", "steven")."""
    if a == b:
        return True
    short, long = sorted((a, b), key=lambda w: (len(w), w))
    if len(short) == 1:
        return long.startswith(short)
    return len(short) >= 3 and long.startswith(short)

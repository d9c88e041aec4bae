"""Which language a story is in: by its script where one script is one language, else by its small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files

SAMPLE = 3000
LEAST = 3
SHARE = 0.06
"""So many small words, and such a share of all, must speak for a language: else it is too short, or a table."""

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", "぀", "ヿ"), ("ko", "가", "힣"), ("zh", "一", "鿿"), ("ar", "؀", "ۿ"), ("he", "֐", "׿"), ("el", "Ͱ", "Ͽ"),
    ("hi", "ऀ", "ॿ"), ("th", "฀", "๿"), ("ka", "Ⴀ", "ჿ"), ("hy", "԰", "֏"),
)  # fmt: skip


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language (from its first 3,000 characters), None when it cannot be told."""
    sample = text[:SAMPLE].lower()
    far = sum(c > "\u036f" for c in sample)
    letters = sum(map(str.isalpha, sample))
    for code, first, last in _SCRIPTS if far > 0.3 * letters else ():
        # Japanese mixes kana with Chinese characters: a tenth of kana is enough, and it is asked first.
        if sum(first <= c <= last for c in sample) > (0.1 if code == "ja" else 0.5) * max(1, letters):
            return code
    votes: Counter[str] = Counter()
    languages = _small_words()
    found = _WORD.findall(sample)
    for word in found:
        votes.update(languages.get(word, ()))
    ranked = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
    if (
        not ranked
        or ranked[0][1] < max(LEAST, SHARE * len(found))
        or (len(ranked) > 1 and ranked[0][1] == ranked[1][1])
    ):
        return None
    return ranked[0][0]


@lru_cache(maxsize=1)
def _small_words() -> dict[str, tuple[str, ...]]:
    """Each small word with the languages it speaks for."""
    import yaml

    loaded = yaml.load((files(__package__) / "data" / "languages.yaml").read_text("utf-8"), yaml.BaseLoader)
    words: dict[str, list[str]] = {}
    for code, small in loaded.items():
        for word in dict.fromkeys(small):
            words.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in words.items()}

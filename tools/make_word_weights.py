"""Write `src/parley/lineage/data/words.txt`: how telling common English words are, for grouping articles by story.

The weight of a word is the logarithm of how many articles of 300 words one would read to meet it, in half units, from
the frequencies that symspellpy (MIT) ships (words of the Google Books n-grams, CC BY 3.0, checked against SCOWL). Words
rarer than the last weight, names above all, are not listed. The library is needed to run this script, not to use
Parley:

    pip install symspellpy && python tools/make_word_weights.py
"""

from __future__ import annotations

import math
from collections import Counter
from importlib.resources import files
from pathlib import Path

from parley.lineage.words import RARE, stem

TARGET = Path(__file__).resolve().parent.parent / "src/parley/lineage/data/words.txt"
HEAD = """\
# Written by tools/make_word_weights.py: a weight, then the words that have it, stemmed. A word of no line is rare.
"""
WORDS_AN_ARTICLE = 300


def main() -> None:
    """Write the file."""
    counts: Counter[str] = Counter()
    listed = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    for line in listed.splitlines():
        word, count = line.split()
        counts[stem(word)] += int(count)
    total = sum(counts.values())
    tiers: dict[float, list[str]] = {}
    for word, count in counts.items():
        weight = max(0.0, -math.log(min(1.0, count / total * WORDS_AN_ARTICLE)))
        tier = round(weight * 2) / 2
        if tier < RARE and word.isalpha():
            tiers.setdefault(tier, []).append(word)
    lines = [f"{tier:g} {' '.join(sorted(words))}\n" for tier, words in sorted(tiers.items())]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

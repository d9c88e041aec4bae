"""A corpus as large as wanted: articles recombined from the sentences of the shipped example's text pages.

Names, numbers and one long word in eight are exchanged from article to article, so that no cache of words, of
paragraphs or of copies makes the large corpus cheaper than its size. What it says is nonsense; how much work it is for
a parser is what a news page is. The same seed gives the same corpus.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

PAGES = Path(__file__).resolve().parent.parent / "examples" / "strait-talks" / "pages"

PARAGRAPH = re.compile(r"\S.{79,}[.!?”\"]$")
SENTENCE_END = re.compile(r"(?<=[a-z]{2}[.!?])\s+(?=[A-Z“])|(?<=[.!?][”\"])\s+(?=[A-Z“])")
CHANGED = re.compile(r"\d+|[A-Z][a-z]{3,}|[a-z]{6,}")
STARTS = "Al Bar Cor Den Ev Far Gar Hol Iv Jor Kel Lor Mar Nor Os Per Ral Sar Tor Ul Var Wes Yor Zel".split()
MIDDLES = "a e i o u an en in on ar er ir al el il".split()
ENDS = "bek dane ford gren hov kin lund mar nas pol ric sen tov vik wen".split()


def sentences() -> list[str]:
    """The sentences of the example's text pages, in the order of the file names."""
    lines = [
        line.strip()
        for page in sorted(PAGES.glob("*.txt"))
        for line in page.read_bytes().decode("utf-8", "ignore").splitlines()
    ]
    found = [s for line in lines if PARAGRAPH.match(line) for s in SENTENCE_END.split(line)]
    if len(found) < 40:
        raise SystemExit(f"{PAGES}: too few sentences ({len(found)}) to make a corpus of")
    return found


def articles(count: int, paragraphs: int = 8, seed: int = 1) -> Iterator[dict[str, str]]:
    """`count` records as news crawlers write them, each with `paragraphs` paragraphs of two or three sentences."""
    pool = sentences()
    words = sorted({w for s in pool for w in re.findall(r"[a-z]{6,}", s)})
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        names: dict[str, str] = {}
        body = [
            " ".join(changed(chance.choice(pool), chance, names, words) for _ in range(chance.choice((2, 3))))
            for _ in range(paragraphs)
        ]
        day = 1 + number % 28
        yield {
            "id": f"bench-{seed}-{number:06d}",
            "title": changed(chance.choice(pool), chance, names, words)[:80].rsplit(" ", 1)[0],
            "text": "\n\n".join(body),
            "published": f"2031-{1 + number // 28 % 12:02d}-{day:02d}",
            "outlet": f"The {name(chance)} Courier",
        }


def changed(sentence: str, chance: random.Random, names: dict[str, str], words: list[str]) -> str:
    """The sentence with other numbers, other names (the same throughout an article) and some other long words."""
    first = len(sentence) - len(sentence.lstrip("“\"'"))

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word.isdigit():
            return str(chance.randrange(1, 10 ** len(word)))
        if word[0].isupper():
            if match.start() == first:
                return word
            return names.setdefault(word, name(chance)) if word not in CALENDAR else word
        return chance.choice(words) if chance.random() < 0.125 else word

    return CHANGED.sub(other, sentence)


def name(chance: random.Random) -> str:
    """A name nobody bears, of some 5,000."""
    return chance.choice(STARTS) + chance.choice(MIDDLES) + chance.choice(ENDS)


CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December Prime Minister President Foreign Secretary".split()
)


def write(path: Path, count: int, paragraphs: int = 8, seed: int = 1) -> Path:
    """Write `count` articles as JSON Lines to `path`; returns it."""
    with path.open("w", encoding="utf-8") as out:
        for record in articles(count, paragraphs, seed):
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path

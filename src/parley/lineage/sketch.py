"""What lineage keeps of an article: enough to tell copies, rewrites and reports of one happening, and to find them.

    digest     the same body but for layout
    shingles   copies: what two bodies share word for word
    signature  the MinHash of the shingles, whose bands near copies have in common
    terms      what the article is about: its most telling words and names
    anchors    its names and figures in the order of their first appearance: what a rewrite keeps
    quotes     runs of quoted words, which a rewrite keeps too

A sketch depends on the article alone, so it is made once, stored, and compared when another article comes.
"""

from __future__ import annotations

import math
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from parley.lineage.quotations import quoted_runs
from parley.lineage.shingles import plain, shingles
from parley.lineage.words import RARE, stem, weights

VERSION = 1
"""Of what a sketch holds. Raise it when anything here changes what an article's sketch is; ledgers then sketch anew."""

PERMUTATIONS = 64
ROWS = 2
"""Values of a band. With 32 bands of two, bodies with a Jaccard similarity of .2 meet in three cases of four, of .3 in
95 of 100, of .4 always: what they are is verified, so the few keys that chance shares cost a comparison each."""
SEED = 2031
TERMS = 96
"""Terms kept of an article; `likeness.py` uses the best 64 of them once a ledger's own themes are put back."""
SCALE = 16
"""Weights are kept as integers, in sixteenths, so that likeness is the same on any machine."""
NAME = 1.5
"""Names tell more than words of the same rarity ..."""
LEAD, LEAD_WORDS = 1, 60
TITLE = 2
"""... and the first paragraphs and the title more than the rest: each appearance there counts so many times more."""
ANCHOR = 4.5
"""A capitalised word is an anchor from this weight on: "Monday" and "Minister" are in every article."""
READ = 200_000
"""Characters read for terms, anchors and quotations; the shingles are of the whole."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sketch:
    """See the module. Values are 32-bit; `shingles` and `quotes` ascend, `terms` are best first with their `weights`.

    An empty body has an empty digest and nothing else. 600 words take 3.5 KB, two thirds of it shingles.
    """

    digest: bytes
    signature: array[int]
    shingles: array[int]
    terms: array[int]
    weights: array[int]
    anchors: array[int]
    quotes: array[int]

    def bands(self) -> list[int]:
        """Keys of 62 bits: one for the very same body, and one a band of the signature."""
        keys = [int.from_bytes(self.digest[:8], "little") >> 2] if self.digest else []
        s = self.signature
        for k in range(0, len(s), ROWS):
            keys.append((s[k] * 0x9E3779B1 + s[k + 1] * 0x85EBCA6B77 + k * 0xC2B2AE3D27D4EB4F) % _PRIME)
        return keys


_PRIME = (1 << 61) - 1


def sketch(body: str, title: str | None = None) -> Sketch:
    """The sketch of an article; linear in its length, about 2 microseconds a word."""
    normal = plain(body)
    if not normal:
        return Sketch(b"", *(array("I") for _ in range(6)))
    runs, values = shingles(normal)
    digest = blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    titled, words = _WORD.findall(title or ""), _WORD.findall(body[:READ])
    stems = {word: stem(word) for word in dict.fromkeys(titled + words)}
    terms, heavy = _terms(titled, words, stems)
    quotes = quoted_runs(f"{title or ''}\n{body[:READ]}")
    return Sketch(digest, _signature(runs), values, terms, heavy, _anchors(stems), quotes)


def _signature(runs: list[str]) -> array[int]:
    from rensa import RMinHash

    if not runs:
        return array("I")
    minima = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minima.update(runs)
    return array("I", minima.digest())


def _terms(titled: list[str], words: list[str], stems: Mapping[str, str]) -> tuple[array[int], array[int]]:
    """The best terms and their weights."""
    known = weights()
    counts = Counter(words)
    for word in words[:LEAD_WORDS]:
        counts[word] += LEAD
    for word in titled:
        counts[word] += TITLE
    by_stem: dict[str, int] = {}
    names = set()
    for word, n in counts.items():
        term = stems[word]
        by_stem[term] = by_stem.get(term, 0) + n
        if word[0].isupper():
            names.add(term)
    found = []
    for term, n in by_stem.items():
        weight = known.get(term, RARE)
        if weight and len(term) > 1:
            heavy = (1 + math.log(n)) * weight * (NAME if term in names else 1)
            found.append((-round(heavy * SCALE), _value(term)))
    best = sorted(found)[:TERMS]
    return array("I", [value for _, value in best]), array("I", [-heavy for heavy, _ in best])


def _anchors(stems: Mapping[str, str]) -> array[int]:
    """The names and figures among the words, which are in the order of their first appearance."""
    known = weights()
    small = {term for word, term in stems.items() if word[0].islower()}
    order: dict[int, None] = {}
    for word, term in stems.items():
        if word[0].isdecimal():
            order[_value(word)] = None
        elif word[0].isupper() and len(term) > 1 and term not in small and known.get(term, RARE) >= ANCHOR:
            order[_value(term)] = None
    return array("I", order)


@lru_cache(50_000)
def _value(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass"))

"""A body as the set of its five-word shingles: what two copies share whatever their layout, case and quotes."""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass
from hashlib import blake2b

WIDTH = 5
"""Words a shingle. Shorter ones are shared by reports that merely use the same names and phrases."""
SAMPLE = 8
"""One shingle in so many stands in the index, chosen by its value, so two bodies choose the same ones."""
LEAST = 16
"""A short body gives the index at least this many (its smallest values), so short copies meet too."""

_PLAIN = str.maketrans({
    "‘": "'", "’": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‑": "-", "‐": "-", "\u00ad": None, "\u200b": None, "\ufeff": None,
})  # fmt: skip
_WORD = re.compile(r"\w+(?:'\w+)*")


def plain(text: str) -> str:
    """The text with one kind of quotation mark and dash, case folded, any white space one blank."""
    return " ".join(text.translate(_PLAIN).casefold().split()).replace("''", '"')


@dataclass(frozen=True, slots=True)
class Sketch:
    """What lineage keeps of a body: a digest of its plain text, its shingles, and those that stand in the index.

    `shingles` are distinct 32-bit values in ascending order (four bytes each: 10,000 articles of 600 words take
    24 MB); `index` the sampled ones. An empty body has neither digest nor shingles.
    """

    digest: bytes
    shingles: array[int]
    index: tuple[int, ...]


def sketch(body: str) -> Sketch:
    """The sketch of a body text; linear in its length."""
    normal = plain(body)
    if not normal:
        return Sketch(b"", array("I"), ())
    words = _WORD.findall(normal)
    runs = zip(*(words[k:] for k in range(WIDTH)), strict=False)
    values = sorted({zlib.crc32(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs})
    chosen = set(values[:LEAST])
    chosen.update(v for v in values if v % SAMPLE == 0)
    digest = blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return Sketch(digest, array("I", values), tuple(sorted(chosen)))


def overlap(one: Sketch, other: Sketch) -> tuple[float, float, int]:
    """Jaccard similarity, containment of the smaller body in the larger, number of shared shingles."""
    shared = len(set(one.shingles).intersection(other.shingles))
    union = len(one.shingles) + len(other.shingles) - shared
    smaller = min(len(one.shingles), len(other.shingles))
    return (shared / union if union else 0.0), (shared / smaller if smaller else 0.0), shared

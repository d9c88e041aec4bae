"""A body as the set of its five-word shingles: what two copies share whatever their layout, case and quotes."""

from __future__ import annotations

import re
import zlib
from array import array

WIDTH = 5
"""Words a shingle. Shorter ones are shared by reports that merely use the same names and phrases."""
MOST = 50_000
"""Shingles kept of one body, its smallest values: a page of a megabyte is still compared fairly ..."""
READ = 2_000_000
"""... by what stands in so many of its characters; no story is as long, but a page may be."""

_PLAIN = str.maketrans({
    "‘": "'", "’": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "‑": "-", "‐": "-", "\u00ad": None, "\u200b": None, "\ufeff": None,
})  # fmt: skip
_WORD = re.compile(r"\w+(?:'\w+)*")


def plain(text: str) -> str:
    """The text with one kind of quotation mark and dash, case folded, any white space one blank."""
    return " ".join(text.translate(_PLAIN).casefold().split()).replace("''", '"')


def shingles(normal: str) -> tuple[list[str], array[int]]:
    """The shingles of a plain text as strings, and their distinct 32-bit values in ascending order (at most `MOST`)."""
    words = _WORD.findall(normal[:READ])
    runs = [" ".join(run) for run in zip(*(words[k:] for k in range(WIDTH)), strict=False)]
    values = sorted({zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs})
    return runs, array("I", values[:MOST])


def overlap(one: array[int], other: array[int]) -> tuple[float, float, int]:
    """Jaccard similarity, containment of the smaller set in the larger, number of shared shingles."""
    shared = len(set(one).intersection(other))
    union = len(one) + len(other) - shared
    smaller = min(len(one), len(other))
    return (shared / union if union else 0.0), (shared / smaller if smaller else 0.0), shared

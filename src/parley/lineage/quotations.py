"""Quoted words as keys: the same words by the same speaker on the same day are one utterance, whoever prints them."""

from __future__ import annotations

import re
import zlib
from array import array
from hashlib import blake2b

from parley.lineage.shingles import plain

RUN = 3
"""Words of a run of quoted words. Longer ones miss quotations that are cut or mended."""

_QUOTED = re.compile(r"[“„«\"]([^“”„«»\"\n]{3,400})[”“»\"]|‘([^‘\n]{3,300}?)’(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def quoted_runs(text: str) -> array[int]:
    """32-bit values of the runs of three words between quotation marks, ascending; a shorter quotation is one run.

    A mark without its fellow costs at most its own line.
    """
    found: set[int] = set()
    for match in _QUOTED.finditer(text):
        words = _WORD.findall(plain(match[1] or match[2]))
        for k in range(max(1, len(words) - RUN + 1)):
            if run := words[k : k + RUN]:
                found.add(zlib.crc32(" ".join(run).encode("utf-8", "surrogatepass")))
    return array("I", sorted(found))


def quotation_key(speaker: str | None, words: str, said_on: str | None) -> str | None:
    """A key that two reports of one utterance share: speaker, words and day, but for case, marks and punctuation.

    None when the speaker is unknown or there are no words: such quotations tie nothing together. `said_on` is an ISO
    date or None; two keys with and without a day differ.
    """
    spoken = " ".join(_WORD.findall(plain(words)))
    who = plain(speaker or "")
    if not spoken or not who:
        return None
    whole = "\0".join((who, said_on or "", spoken))
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

"""Reports without a verb: "Minister: no talks this week" in a headline, "SMITH: I do not think so." in a transcript."""

from __future__ import annotations

from collections.abc import Sequence

from parley.coding.reports import Report, trim
from parley.language.passage import Passage

_LONGEST = 6
"""Tokens before the colon; longer ones introduce something else."""


def labelled(p: Passage, reports: Sequence[Report]) -> list[Report]:
    """The report of a passage that opens with a speaker's name and a colon, as one element or none.

    In a headline any name will do; in the body the name must be in capitals, as transcripts print it, or stand alone
    before words that make a sentence.
    """
    limit = min(_LONGEST + 1, len(p))
    colon = next((t for t in range(1, limit) if p.words[t] == ":"), None)
    if colon is None or colon + 2 >= len(p):
        return []
    head = next((t for t in range(colon - 1, -1, -1) if p.pos[t] in ("PROPN", "NOUN") or p.words[t].isupper()), None)
    if head is None or any(
        p.pos[t] in ("VERB", "AUX", "NUM", "PUNCT") and p.words[t] not in (".", "-") for t in range(colon)
    ):
        return []
    capitals = all(p.words[t].isupper() for t in range(colon) if p.words[t][:1].isalpha())
    if not (p.kind == "headline" or capitals):
        return []
    if any(r.pieces and r.cue_range for r in reports) and p.kind != "headline":
        return []  # "AMMAN: The minister said …" is a dateline
    if any(r.pieces and r.cue_range and r.cue_range[0] < colon for r in reports):
        return []
    span = trim(p, colon + 1, len(p) - 1)
    if span is None or any(r.pieces and r.start <= span[0] + 2 and r.end >= span[1] - 2 for r in reports):
        return []
    return [Report(p.index, None, None, head, "quote", [span])]

"""Reports without a verb: "Minister: no talks this week" in a headline, "SMITH: I do not think so." in a transcript."""

from __future__ import annotations

from collections.abc import Sequence

from parley.coding.reports import Report, trim
from parley.language.passage import Passage

_LONGEST = 6
"""Tokens before the colon; longer ones introduce something else."""


_ASKING = frozenset(
    (
        "host",
        "anchor",
        "moderator",
        "interviewer",
        "presenter",
        "question",
        "q",
        "reporter",
        "live",
        "transcript",
        "letter",
    )
)
"""Labels of those who lead a conversation, and of no speaker at all."""


def _by_themselves(p: Passage, r: Report) -> bool:
    """True for a report within the labelled words whose source is their "I" or "we"."""
    return r.source is not None and p.words[r.source].lower() in ("i", "we")


def labelled(p: Passage, reports: Sequence[Report]) -> list[Report]:
    """The report of a passage that opens with a speaker's name and a colon, as one element or none.

    In a headline any name will do; in the body the name must be in capitals, as transcripts print it, or stand alone
    before words that make a sentence.
    """
    limit = min(_LONGEST + 1, len(p))
    colon = next((t for t in range(1, limit) if p.words[t] == ":"), None)
    if colon is None or colon + 2 >= len(p):
        return []
    end = colon
    if p.kind == "headline":  # "Korpi on pilots: …", but not "Inside the port: …"
        end = next((t for t in range(colon) if p.pos[t] == "ADP"), colon)
    head = next((t for t in range(end - 1, -1, -1) if p.pos[t] in ("PROPN", "NOUN") or p.words[t].isupper()), None)
    if head is None or any(
        p.pos[t] in ("VERB", "AUX", "NUM", "PUNCT") and p.words[t] not in (".", "-") for t in range(colon)
    ):
        return []
    capitals = all(p.words[t].isupper() for t in range(colon) if p.words[t][:1].isalpha())
    if not (p.kind == "headline" or capitals):
        return []
    if any(p.words[t].lower() in _ASKING for t in range(colon)):
        return []
    told = [r for r in reports if r.pieces and r.cue_range and not _by_themselves(p, r)]
    if told and p.kind != "headline":
        return []  # "AMMAN: The minister said …" is a dateline; a correspondent's turn tells what others said
    if any(r.pieces and r.cue_range and r.cue_range[0] < colon for r in reports):
        return []
    span = trim(p, colon + 1, len(p) - 1)
    if span is None or any(r.pieces and r.start <= span[0] + 2 and r.end >= span[1] - 2 for r in reports):
        return []
    return [Report(p.index, None, None, head, "quote", [span])]

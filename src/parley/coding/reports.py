"""Reports in a passage: every cue with its source and content, before speakers are named.

A report is a cue word (or the bare typography of a quotation), the token that names the source, and the content as
character pieces. What is inside a quotation is the speaker's own words: cues there report nothing of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from parley.coding.clauses import Range
from parley.coding.contents import Content, find_content
from parley.coding.cues import Cue, CueIndex
from parley.coding.quotes import Quotation
from parley.coding.sources import inverted_subject, is_passive, source_of
from parley.coding.verbs import (
    adjectival,
    habit,
    hypothetical,
    named_behind,
    negated,
    quote_follows,
    quoted_as,
)
from parley.language.passage import Passage
from parley.records import Span, StatementType

_EDGE = " \t\r\n\u00a0,;:–—-.?!"
_EDGE_LEFT = " \t\r\n\u00a0,;:–—-.?!)"
ANSWERS = frozenset(("deny", "reject", "accept", "praise", "accuse"))
"""Moods of verbs that answer what their object names: "denied a *report* that …" is no report by the one who denies."""
_SEEKS = frozenset((
    "want", "seek", "need", "get", "receive", "hear", "face", "draw", "ignore", "defy", "meet", "await", "spark",
    "fuel", "prompt", "raise", "ease", "calm", "investigate", "drop", "withdraw", "honor", "honour", "keep", "break",
    "leave", "cause", "create", "follow", "reflect",
))  # fmt: skip
"""Verbs whose subject is not the one who says what their object says."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: canonical name and party (None when unknown), the words on the page, how sure, through what."""

    name: str | None
    party: str | None
    kind: str | None
    text: str | None
    span: Span | None
    confidence: float
    medium: str | None = None


NOBODY = Speaker(None, None, None, None, None, 0.0)


@dataclass(slots=True)
class Report:
    """One report: `pieces` are article offsets of the content, in order; `source` a token of the passage or None.

    `frame` is the complement that held the content (`quote` for bare quoted words); `cue_range` the cue's tokens.
    `quoted` says whether the content is wholly inside quotation marks (`direct`), partly (`mixed`) or not at all.
    """

    passage: int
    cue: Cue | None
    cue_range: Range | None
    source: int | None
    frame: str
    pieces: list[Span]
    addressee: int | None = None
    negated: bool = False
    inherited: bool = False
    quoted: StatementType = "indirect"
    speaker_of: Report | None = None
    """The report whose speaker goes on speaking, when the quotation has no cue of its own."""
    joins: Report | None = None
    """The report of the sentence before that this quotation goes on with: "…," he said. "…"."""
    marks: list[Quotation] = field(default_factory=list)
    speaker: Speaker | None = None
    """Who speaks, once `speakers` has named them."""

    @property
    def start(self) -> int:
        """First offset of the content."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """End offset of the content."""
        return self.pieces[-1][1]


def find_reports(p: Passage, cues: CueIndex, quotations: Sequence[Quotation]) -> list[Report]:
    """The reports whose cue stands in this passage, in order of their cues."""
    inside = bytearray(len(p))
    for q in quotations:
        inside[q.first : q.last + 1] = b"\x01" * (q.last + 1 - q.first)
    reports: list[Report] = []
    for i, pos in enumerate(p.pos):
        if inside[i] or (reports and reports[-1].cue_range is not None and i <= reports[-1].cue_range[1]):
            continue  # in quoted words, or in the cue before ("declined *to say*")
        report = None
        if (
            pos == "VERB"
            or (pos == "AUX" and p.deps[i] not in ("aux", "auxpass"))
            or (pos in ("NOUN", "PROPN", "ADJ") and p.deps[i] == "ROOT")
        ):
            report = _verb_report(p, i, cues, quotations)
        if report is None and pos == "NOUN" and p.lemmas[i] in cues.nouns:
            report = _noun_report(p, i, cues)
        if report is None and p.words[i][:1] in "aApPiI":
            hit = cues.phrase_at(p, i)
            report = _phrase_report(p, i, *hit) if hit else None
        if report is not None:
            reports.append(report)
    return reports


def _verb_report(p: Passage, v: int, cues: CueIndex, quotations: Sequence[Quotation]) -> Report | None:
    hit = cues.verb_at(p, v)
    if hit is None:
        return None
    cue, last = hit
    if p.deps[v] in ("prep", "amod", "aux", "auxpass", "compound", "case", "mark") or adjectival(p, v):
        return None
    passive = is_passive(p, v)
    source = quoted_as(p, v) or source_of(p, v)
    content = None if quote_follows(last, p, quotations) else find_content(p, v, cue, last, passive=passive)
    token = source.token
    if token is None and not passive and "addressee" not in cue.frames:
        token = inverted_subject(p, v, v + 6)
        if token is not None and content is not None and _in_ranges(token, content.ranges):
            content = None
    before = _quoted_before(p, v, content, quotations)
    if before is not None:
        content, token = None, named_behind(p, before, v)
    holder = next((q for q in quotations if q.covers(token)), None) if token is not None else None
    if holder is not None:
        token = named_behind(p, holder, v) if "quote" in cue.frames else None
    if token is None and content is None:
        return None
    if hypothetical(p, v) and not habit(p, v, quotations):
        return None
    noun = p.kid(v, "dobj")
    if (
        noun is not None
        and noun > v
        and p.lemmas[noun] in cues.nouns
        and cue.mood_for("object") not in ANSWERS
        and (content is None or content.frame in ("object", "clause"))
    ):
        # "expressed hope that …": the noun says what sort of statement it is
        made = _noun_report(p, noun, cues)
        if made is not None and made.source is not None and made.inherited:
            return None
    report = Report(
        passage=p.index, cue=cue, cue_range=(v, last), source=token, frame=content.frame if content else "none",
        pieces=_spans(p, content, v, token), addressee=content.addressee if content else None,
        negated=negated(p, v), inherited=source.inherited,
    )  # fmt: skip
    if report.addressee is None and content is None and "addressee" in cue.frames:
        report.addressee = p.kid(v, "dobj", "dative")
    return report


def _spans(p: Passage, content: Content | None, v: int, token: int | None) -> list[Span]:
    """Content ranges as trimmed article offsets, the cue and its source cut off when a range runs into them."""
    if content is None:
        return []
    out = []
    for a, b in content.ranges:
        if a <= v <= b:
            a = (
                v + 1
            )  # a relative pronoun before the cue is the clause's subject: "troops, whom he claimed *were lost*"
        if token is not None and b < v and a <= token <= b and p.heads[token] == v:
            b = p.left[token] - 1
        span = trim(p, a, b)
        if span:
            out.append(span)
    return out


def trim(p: Passage, a: int, b: int) -> Span | None:
    """Article offsets of the tokens without punctuation and white space at either edge; None when nothing is left.

    A closing mark that belongs to the words (a bracket, an abbreviation's full stop inside its token) stays.
    """
    while a <= b and (p.pos[a] == "SPACE" or (p.pos[a] == "PUNCT" and p.words[a] in ",;:.–—-?!)''\"”’'")):
        a += 1
    while b >= a and (p.pos[b] == "SPACE" or p.pos[b] == "CCONJ" or (p.pos[b] == "PUNCT" and p.words[b] in ",;:.–—-(")):
        b -= 1
    if a > b:
        return None
    return p.starts[a], p.ends[b]


def _quoted_before(p: Passage, v: int, content: Content | None, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that opens a content before the cue, when the speaker's name and dress were taken into it."""
    if content is None or content.ranges[0][0] > v:
        return None
    first, last = content.ranges[0]
    q = next((q for q in quotations if q.first <= first <= q.first + 1 and q.last + 4 < last < v), None)
    return q if q is not None and named_behind(p, q, v) is not None else None


def _in_ranges(token: int, ranges: Sequence[Range]) -> bool:
    return any(a <= token <= b for a, b in ranges)


def _noun_report(p: Passage, i: int, cues: CueIndex) -> Report | None:
    """ "X's statement that …", "the accusation that …", "expressed hope that …": a noun with a content clause."""
    cue = cues.nouns[p.lemmas[i]]
    rng = None
    frame = ""
    for k in p.kids[i]:
        if k < i:
            continue
        if (
            "clause" in cue.frames
            and p.deps[k] in ("acl", "relcl", "ccomp", "appos")
            and p.words[p.left[k]].lower() == "that"
            and p.deps[p.left[k]] == "mark"
        ):
            rng, frame = (p.left[k], p.right[k]), "clause"
            break
        if "infinitive" in cue.frames and p.deps[k] in ("acl", "xcomp", "relcl") and p.tags[k] == "VB":
            rng, frame = (p.left[k], p.right[k]), "infinitive"
            break
        if p.deps[k] == "prep" and p.lemmas[k] in cue.frames:
            obj = p.kid(k, "pcomp", "pobj")
            if obj is not None:
                rng, frame = (p.left[obj], p.right[k]), p.lemmas[k]
                break
    if rng is None:
        # "expressed hope that …": the parser may hang the clause on the verb
        h = p.heads[i]
        if p.deps[i] == "dobj" and "clause" in cue.frames and p.pos[h] == "VERB":
            for k in p.kids[h]:
                if (
                    k > i
                    and p.deps[k] in ("ccomp", "advcl")
                    and p.words[p.left[k]].lower() == "that"
                    and p.left[k] <= p.right[i] + 2
                ):
                    rng, frame = (p.left[k], p.right[k]), "clause"
                    break
    if rng is None:
        return None
    source, inherited = _noun_source(p, i)
    if source is None or (inherited and _answered(p, i, cues)):
        return None
    span = trim(p, *rng)
    if span is None:
        return None
    return Report(p.index, cue, (i, i), source, frame, [span], inherited=inherited)


def _answered(p: Passage, i: int, cues: CueIndex) -> bool:
    """ "Denied *reports that* …", "wanted *guarantees that* …": the verb's subject answers or seeks what others say."""
    verb = p.heads[i]
    if p.pos[verb] != "VERB":
        return False
    hit = cues.verb_at(p, verb)
    return p.lemmas[verb] in _SEEKS or (hit is not None and hit[0].mood_for("object") in ANSWERS)


def _noun_source(p: Passage, i: int) -> tuple[int | None, bool]:
    for k in p.kids[i]:
        if p.deps[k] == "poss":
            return k, False
        if k > i and p.deps[k] == "prep" and p.lemmas[k] in ("by", "from"):
            return p.kid(k, "pobj"), False
    h = p.heads[i]
    if p.pos[h] == "VERB" and p.deps[i] in ("dobj", "attr", "pobj", "oprd"):
        return source_of(p, h).token, True
    if p.deps[i] == "pobj" and p.pos[p.heads[h]] == "VERB":
        return None, True
    return None, False


def _phrase_report(p: Passage, i: int, cue: Cue, last: int) -> Report | None:
    """ "According to X, …" and "…, according to X": the clause beside the phrase is the content."""
    obj = p.kid(last, "pobj") or p.kid(i, "pobj")
    if obj is None:
        obj = next((k for k in range(last + 1, min(last + 8, len(p))) if p.pos[k] in ("PROPN", "NOUN", "PRON")), None)
        if obj is None:
            return None
    end = max(p.right[obj], last)
    a, b = p.sents[p.sent_of[i]]
    b -= 1
    before = trim(p, a, i - 1) if i > a else None
    after = trim(p, end + 1, b) if end < b else None
    fenced = end + 1 <= b and p.words[end + 1] in (",", "”", '"')
    pieces: list[Span] = []
    inner = any(p.words[t].lower() == "that" and p.deps[t] == "mark" for t in range(max(a, i - 2), i))
    if before is not None and i - a > 2 and not inner:
        lo = _clause_start(p, i, a)
        span = trim(p, lo, i - 1)
        pieces = [span] if span else []
        if after is not None and fenced and p.words[end + 1] == "," and not _new_clause(p, end + 2, b):
            pieces.append(after)
    elif after is not None:
        pieces = [after]
    if not pieces:
        return None
    return Report(p.index, cue, (i, last), obj, "clause", pieces)


def _clause_start(p: Passage, i: int, a: int) -> int:
    """Where the clause that a closing "according to" belongs to begins."""
    h = i
    steps = 0
    while p.heads[h] != h and steps < 12:
        h, steps = p.heads[h], steps + 1
        if (
            p.deps[h] in ("ccomp", "conj", "advcl", "relcl")
            and p.pos[h] in ("VERB", "AUX")
            and p.deps[h] == "conj"
            and _subject_inside(p, h)
        ):
            return p.left[h]
    return a


def _subject_inside(p: Passage, h: int) -> bool:
    return any(p.deps[k] in ("nsubj", "nsubjpass") for k in p.kids[h])


def _new_clause(p: Passage, first: int, last: int) -> bool:
    return first <= last and p.words[first].lower() in (
        "which",
        "who",
        "adding",
        "citing",
        "while",
        "but",
        "and",
        "saying",
    )


def token_at(p: Passage, offset: int) -> int:
    """The token at or after an article offset."""
    return min(bisect_right(p.ends, offset), len(p) - 1)


def last_token(p: Passage, offset: int) -> int:
    """The last token that begins before an article offset."""
    return max(bisect_left(p.starts, offset) - 1, 0)

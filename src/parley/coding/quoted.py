"""Quotations meet cues: which report each stretch of quoted words belongs to.

In order: a quotation inside or overlapping a report's content is part of it; one beside a cue word (before or after, in
the same sentence) is its content; one after a colon, or before a dash and a name, is that name's; one with a verb of
its own and no cue continues the last speaker. What is left, a few quoted words in the reporter's sentence, is no
statement.
"""

from __future__ import annotations

from collections.abc import Sequence

from parley.coding.quotes import Quotation
from parley.coding.reports import Report
from parley.language.passage import Passage
from parley.records import Span, StatementType

_REACH = 14
"""Tokens between a quotation and its cue word: speaker, apposition and all ("said X, the head of Y, on Monday")."""

_NAME = 6
_FAR = 32
"""… and between them when the speaker is named at once: "…,” Korpi, wearing the green coat of …, told the crowd"."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_STOPS = frozenset((".", "!", "?", ";"))


def attach(
    p: Passage, reports: list[Report], quotations: Sequence[Quotation], before: Report | None, after_break: bool
) -> list[Report]:
    """The passage's reports with every quotation placed; new reports for quotations that continue a speaker.

    `before` is the last report of the passage before; `after_break` says that its quotation was left open.
    """
    owner: dict[int, Report] = {}
    for r in reports:
        _absorb(r, quotations, owner)
    out = list(reports)
    for n, q in enumerate(quotations):
        if n in owner:
            continue
        close = _behind(q, reports, p)
        if close is not None:
            close.pieces = [(a, q.end) if 0 <= q.start - b <= 1 else (a, b) for a, b in close.pieces]
            owner[n] = close
            continue
        found = _beside(p, q, reports, quotations)
        if found is not None:
            found.pieces = join([*found.pieces, (q.start, q.end)])
            if found.frame == "none":
                found.frame = "quote"
            found.marks.append(q)
            owner[n] = found
            continue
        if after_break and before is not None and before.pieces and _second_half(p, q):
            before.pieces.append((q.start, q.end))  # one quotation that a paragraph break runs through
            owner[n] = before
            continue
        made = _without_cue(p, n, q, quotations, owner, before, after_break)
        if made is not None:
            last = made.speaker_of
            if last is not None and last is not before and last.pieces and _next_sentence(p, last, q):
                made.joins = last
            owner[n] = made
            out.append(made)
    for r in out:
        r.quoted = quoting(r.pieces, quotations)
    return sorted((r for r in out if r.pieces), key=lambda r: (r.start, r.end))


def _next_sentence(p: Passage, last: Report, q: Quotation) -> bool:
    """True when only the cue and its circumstances stand between a quotation and the one that continues it."""
    if not last.marks:
        return False
    between = p.text[last.marks[-1].end - p.start : q.start - p.start]
    return (
        len(between) < 160
        and sum(c in ".!?" for c in between.strip().rstrip(".").replace("Mr.", "").replace("Mrs.", "")) < 1
        and last.end >= last.marks[-1].end
    )


def _absorb(r: Report, quotations: Sequence[Quotation], owner: dict[int, Report]) -> None:
    """Widen the report's pieces to whole quotations where they overlap."""
    if not r.pieces:
        return
    cue_at = r.cue_range
    for n, q in enumerate(quotations):
        for a, b in list(r.pieces):
            if q.start < b and a < q.end:
                if cue_at is not None and q.first <= cue_at[0] <= q.last:
                    continue
                r.pieces.append((q.start, q.end))
                r.marks.append(q)
                owner.setdefault(n, r)
                break
    r.pieces = join(r.pieces)


def _behind(q: Quotation, reports: Sequence[Report], p: Passage) -> Report | None:
    """The report whose content ends right before a few quoted words: "promised photographs “in due course”"."""
    for r in reports:
        for _, b in r.pieces:
            if 0 <= q.start - b <= 1 and not is_speech(p, q):
                return r
    return None


def join(pieces: Sequence[Span]) -> list[Span]:
    """Overlapping and touching spans made one, in order."""
    out: list[Span] = []
    for a, b in sorted(pieces):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def quoting(pieces: Sequence[Span], quotations: Sequence[Quotation]) -> StatementType:
    """`direct`: the pieces are nothing but quotations; `mixed`: a quotation is part of them; else `indirect`."""
    total = sum(b - a for a, b in pieces)
    quoted = sum(max(0, min(b, q.end) - max(a, q.start)) for a, b in pieces for q in quotations)
    if not quoted:
        return "indirect"
    return "direct" if total - quoted <= 3 else "mixed"


def _beside(p: Passage, q: Quotation, reports: Sequence[Report], quotations: Sequence[Quotation]) -> Report | None:
    """The report whose cue stands next to the quotation in its sentence; the side its punctuation points to first."""
    after = _after(p, q, reports, quotations)
    ahead = _ahead(p, q, reports, quotations)
    if after is not None and ahead is not None:
        return after if _open_end(p, q) else ahead
    return after or ahead


def _open_end(p: Passage, q: Quotation) -> bool:
    """True when the quotation's own last mark lets the sentence go on (a comma, a dash, `?`, `!`)."""
    last = q.last
    while last > q.first and (p.words[last] in ('"', "”", "''", "’", "'", "»", "“") or p.pos[last] == "SPACE"):
        last -= 1
    return p.words[last] in (",", "?", "!", "—", "–", "-", "…", "...")


def _after(p: Passage, q: Quotation, reports: Sequence[Report], quotations: Sequence[Quotation]) -> Report | None:
    for r in reports:
        if r.cue_range is None or r.cue is None or "quote" not in r.cue.frames:
            continue
        v = r.cue_range[0]
        near = r.source is not None and q.last < r.source <= q.last + _NAME
        if not q.last < v <= q.last + (_FAR if near else _REACH):
            continue
        between = range(q.last + 1, v)
        if any(p.words[t] in _STOPS for t in between) or any(o.first > q.last and o.last < v for o in quotations):
            continue
        if not _open_end(p, q):
            # the quoted sentence ended: what follows is a new one, unless it has nothing else to report
            nxt = next((t for t in range(q.last + 1, len(p)) if p.pos[t] not in ("SPACE", "PUNCT")), v)
            if r.pieces or (p.words[nxt][:1].isupper() and nxt != v and _own_quote_later(p, r, q, quotations)):
                continue
        if any(p.pos[t] == "VERB" and p.tags[t] in _FINITE and p.deps[t] not in ("relcl", "acl") for t in between):
            continue
        return r
    return None


def _own_quote_later(p: Passage, r: Report, q: Quotation, quotations: Sequence[Quotation]) -> bool:
    v = r.cue_range[1] if r.cue_range else q.last
    return any(
        v < o.first <= v + _REACH and not any(p.words[t] in _STOPS for t in range(v, o.first)) for o in quotations
    )


def _ahead(p: Passage, q: Quotation, reports: Sequence[Report], quotations: Sequence[Quotation]) -> Report | None:
    speech = is_speech(p, q)
    for r in reversed(reports):
        if (
            r.cue_range is None
            or r.cue is None
            or not ("quote" in r.cue.frames or (r.frame == "none" and r.cue.frames))
        ):
            continue
        v = r.cue_range[1]
        if not v < q.first <= v + (_REACH + 4 if speech else 4):
            continue
        if not speech and (
            "clause" not in r.cue.frames or any(p.pos[t] not in ("PUNCT", "SPACE") for t in range(v + 1, q.first))
        ):
            continue  # a few quoted words are content only right behind a verb of saying
        between = range(v + 1, q.first)
        if any(p.words[t] in _STOPS for t in between):
            continue
        if any(o.first > v and o.last < q.first and o.last - o.first > 3 for o in quotations) and not r.pieces:
            continue
        if any(p.pos[t] == "VERB" and p.tags[t] in _FINITE and p.deps[t] not in ("relcl", "acl") for t in between):
            continue
        return r
    return None


def _without_cue(
    p: Passage,
    n: int,
    q: Quotation,
    quotations: Sequence[Quotation],
    owner: dict[int, Report],
    before: Report | None,
    after_break: bool,
) -> Report | None:
    if not is_speech(p, q):
        return None
    source = _colon_source(p, q) if q.first > 0 else None
    if source is None:
        source = _dash_source(p, q)
    if source is not None:
        return Report(p.index, None, None, source, "quote", [(q.start, q.end)], marks=[q])
    last = None
    for m in range(n - 1, -1, -1):
        if m in owner:
            last = owner[m]
            break
    if last is None and (after_break or _opens_passage(p, q)):
        last = before
        if last is not None and last.frame == "none":
            # "… wrote on his account:" and the words in the next paragraph: they are that cue's content
            return Report(p.index, last.cue, None, None, "quote", [(q.start, q.end)], speaker_of=last, marks=[q])
    if last is None:
        return None
    return Report(p.index, None, None, None, "quote", [(q.start, q.end)], speaker_of=last, marks=[q])


def is_speech(p: Passage, q: Quotation) -> bool:
    """True for quoted words that make a sentence of their own: a finite verb, or a closed sentence of three words."""
    tokens = range(q.first, q.last + 1)
    words = sum(p.pos[t] not in ("PUNCT", "SPACE") for t in tokens)
    if words < 3 or _title(p, q):
        return False
    if any(p.tags[t] in _FINITE for t in tokens):
        return True
    return any(p.words[t] in (".", "!", "?") for t in tokens)


def _title(p: Passage, q: Quotation) -> bool:
    """True for a quoted title or sub-heading: nearly every word of four letters begins with a capital."""
    long = [p.words[t] for t in range(q.first, q.last + 1) if len(p.words[t]) > 3 and p.words[t][0].isalpha()]
    return 2 <= len(long) <= 10 and all(w[0].isupper() for w in long)


def _second_half(p: Passage, q: Quotation) -> bool:
    """True when the quotation opens the passage without a mark: it was opened in the paragraph before."""
    return q.start == p.start and p.text[:1] not in "\"“„«‘'"


def _opens_passage(p: Passage, q: Quotation) -> bool:
    return not p.text[: q.start - p.start].strip()


def _colon_source(p: Passage, q: Quotation) -> int | None:
    t = q.first - 1
    while t >= 0 and p.pos[t] == "SPACE":
        t -= 1
    if t < 0 or p.words[t] != ":":
        return None
    first = p.sents[p.sent_of[t]][0]
    for k in range(t - 1, first - 1, -1):
        if p.deps[k] in ("nsubj", "nsubjpass"):
            return k
    if t - first <= 6:
        for k in range(t - 1, first - 1, -1):
            if p.pos[k] in ("PROPN", "NOUN"):
                return k
    return None


def _dash_source(p: Passage, q: Quotation) -> int | None:
    t = q.last + 1
    while t < len(p) and p.pos[t] == "SPACE":
        t += 1
    if t >= len(p) or p.words[t] not in ("-", "—", "–", "―", "--"):
        return None
    end = min(len(p), t + 8)
    for k in range(t + 1, end):
        if p.pos[k] == "PROPN" and (k + 1 >= len(p) or p.deps[k] != "compound"):
            return k
    return None

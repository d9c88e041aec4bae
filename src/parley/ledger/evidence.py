"""No evidence, no entry: whether every row of an article says what stands at its offsets."""

from __future__ import annotations

from collections.abc import Iterable

from parley.errors import EvidenceError
from parley.records import Article, Claim, Coded, Event, Position, Quantity, Span, Statement


def check(coded: Coded) -> None:
    """Raises EvidenceError for the first row whose words are not those of the article's text at its offsets.

    Every block, statement, time and mention must lie in the text, be non-empty, and (but for blocks) quote it exactly;
    the pieces of a statement must run in order from its start to its end; speaker and cue must lie in the text, and
    the speaker's words must be those at the place given for them.
    """
    article = coded.article
    end = 0
    for block in article.blocks:
        _inside(article, "block", (block.start, block.end))
        if block.start < end:
            raise _refusal(article, "block", (block.start, block.end), "overlaps the block before it")
        end = block.end
    for s in coded.statements:
        _quotes(article, "statement", (s.start, s.end), s.text)
        _pieces(article, s)
        if s.speaker_span:
            _inside(article, "speaker", s.speaker_span)
            if s.speaker_text is not None:
                _quotes(article, "speaker", s.speaker_span, s.speaker_text)
        if s.cue_span:
            _inside(article, "cue", s.cue_span)
    for what, rows in (
        ("event", coded.events),
        ("position", coded.positions),
        ("claim", coded.claims),
        ("figure", coded.quantities),
    ):
        for r in rows:
            _quotes(article, what, (r.start, r.end), r.text)
            _pieces(article, r)
    for t in coded.times:
        _quotes(article, "time expression", (t.start, t.end), t.text)
    for m in coded.mentions:
        _quotes(article, "mention", (m.start, m.end), m.text)
    _unique(article, (s.id for s in coded.statements))


def _inside(article: Article, what: str, span: Span) -> None:
    # A negative start would let Python count from the end and find the right words at the wrong place.
    if not 0 <= span[0] < span[1] <= len(article.text):
        raise _refusal(article, what, span, f"is not a stretch of a text of {len(article.text)} characters")


def _quotes(article: Article, what: str, span: Span, text: str) -> None:
    _inside(article, what, span)
    if article.text[span[0] : span[1]] != text:
        found = article.text[span[0] : min(span[1], span[0] + 60)]
        raise _refusal(article, what, span, f"says {text[:60]!r} where the text has {found!r}")


def _pieces(article: Article, statement: Statement | Event | Position | Claim | Quantity) -> None:
    spans = () if isinstance(statement, Quantity) else statement.spans
    if not spans:
        return
    at = statement.start
    for s, e in spans:
        if not at <= s < e <= statement.end:
            raise _refusal(article, "piece of a statement", (s, e), "is out of order or outside of it")
        at = e
    if spans[0][0] != statement.start or at != statement.end:
        whole = (statement.start, statement.end)
        raise _refusal(article, "statement", whole, f"has pieces {spans} that do not reach from its start to its end")


def _unique(article: Article, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for i in ids:
        if i in seen:
            raise EvidenceError(f"{article.source}: two statements share the id {i!r}")
        seen.add(i)


def _refusal(article: Article, what: str, span: Span, why: str) -> EvidenceError:
    return EvidenceError(f"{article.source}: the {what} at {span[0]}–{span[1]} {why}; nothing of its batch was stored")

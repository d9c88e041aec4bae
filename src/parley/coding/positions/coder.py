"""Parsed article -> positions: the sides taken in it, each with its party, voice, conditions, option and day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parley.codebook.model import Codebook
from parley.coding.dating import day_of
from parley.coding.identity import identity
from parley.coding.positions.conditions import conditions
from parley.coding.positions.hits import Hit, find_hits
from parley.coding.positions.reading import Reader
from parley.coding.positions.walk import Reading
from parley.coding.positions.words import UNNAMED, IssueWords, Lexicon
from parley.language.actors.index import ActorIndex, Referent
from parley.language.passage import Parsed, Passage
from parley.language.times.attach import time_of
from parley.records import Event, Position, Span, Stance, Statement, Voice

_MOODS = {"demand": 1, "offer": 1, "promise": 1, "accept": 1, "reject": -1}
_SIDES = ("state", "bloc", "force", "organisation", "office", "person", "group")


@dataclass(slots=True)
class _Taken:
    """A side with the party that takes it."""

    passage: Passage
    reading: Reading
    party: str
    voice: Voice
    statement: Statement | None
    conditions: list[Span]
    stance: Stance
    span: Span
    confidence: float


class PositionCoder:
    """Codes positions with one codebook; build it once and use it for many articles."""

    def __init__(self, codebook: Codebook) -> None:
        self.lexicon = Lexicon(codebook)
        self.reader = Reader(self.lexicon)

    def code(
        self, parsed: Parsed, actors: ActorIndex, statements: Sequence[Statement], events: Sequence[Event] = ()
    ) -> tuple[Position, ...]:
        """The positions of one article in text order; of several words for one stance the surest is kept."""
        tellers = Tellers(statements)
        taken: list[_Taken] = []
        topic = Topic()
        for p in parsed.passages:
            for hit in find_hits(p, self.lexicon):
                if hit.unnamed and (named := topic.named(p, hit)) is None:
                    continue
                readings = self.reader.read(p, named if hit.unnamed and named else hit)
                if hit.unnamed:
                    readings = [r for r in readings if r.kind == "attitude" and r.holder is not None]
                for reading in readings:
                    taken.extend(self._attributed(parsed, p, reading, actors, tellers))
                if not hit.unnamed:
                    topic.take(p, hit, self.lexicon)
        _with_demands(taken)
        rows = [self._position(parsed, t, events) for t in taken]
        return _surest(rows)

    # -- whose side it is --------------------------------------------------------------------------------------------

    def _attributed(self, parsed: Parsed, p: Passage, r: Reading, actors: ActorIndex, tellers: Tellers) -> list[_Taken]:
        told = tellers.telling(p.starts[r.at])
        if r.kind == "bare":
            return self._bare(p, r, told)
        if r.holder is None or (told is not None and _first_person(p, r.holder)):
            if r.doubt or told is None or told.party is None or told.mood == "deny":
                return []
            return [self._taken(p, r, told.party, "own", told, 0.8)]
        out = []
        statement = told or tellers.with_cue(p.starts[r.at], p.starts[r.hit.head])
        refs = actors.resolve_all(p.index, r.holder)
        cued = tellers.cued(p.starts[r.at])
        if cued is not None and cued.party is not None and cued.party not in [_party(ref) for ref in refs]:
            return [] if r.doubt else [self._taken(p, r, cued.party, "own", cued, 0.85)]
        for ref in refs:
            party = _party(ref) or _members(parsed, p, r.holder, actors) or _shouted(p, r.holder, actors)
            if party is None or (r.doubt and (told is None or told.party != party)):
                continue
            voice = _voice(party, ref, told, statement, tellers)
            out.append(self._taken(p, r, party, voice, statement, 0.85 * (0.6 + 0.4 * ref.confidence)))
        return out

    def _bare(self, p: Passage, r: Reading, told: Statement | None) -> list[_Taken]:
        """Words without a verb of their own: the mood of the statement takes the side."""
        if told is None or told.party is None or told.mood not in _MOODS:
            return []
        return [self._taken(p, replace_sign(r, _MOODS[told.mood]), told.party, "own", told, 0.7)]

    def _taken(
        self, p: Passage, r: Reading, party: str, voice: Voice, statement: Statement | None, confidence: float
    ) -> _Taken:
        ranges = conditions(p, r, self.lexicon)
        stance: Stance = "conditional" if ranges or r.hedged or r.doubt else "support" if r.sign > 0 else "oppose"
        spans = [p.span_of(a, b) for a, b in ranges]
        return _Taken(p, r, party, voice, statement, spans, stance, _evidence(p, r, ranges), confidence)

    # -- the row -----------------------------------------------------------------------------------------------------

    def _position(self, parsed: Parsed, t: _Taken, events: Sequence[Event]) -> Position:
        p, r = t.passage, t.reading
        text, (start, end) = parsed.article.text, t.span
        option, value = self._option(p, r, t.stance)
        key = (parsed.article.id, start, end, t.party, r.hit.issue, t.stance, t.voice)
        return Position(
            id=identity(*key), start=start, end=end, text=text[start:end], spans=(),
            actor=t.party, issue=r.hit.issue, stance=t.stance, option=option, value=value,
            conditions=tuple(dict.fromkeys(text[a:b] for a, b in t.conditions)),
            firmness=round(min(r.firmness, 0.5) if t.stance == "conditional" else r.firmness, 2), voice=t.voice,
            since=self._since(parsed, t, events), statement=t.statement.id if t.statement else None,
            confidence=round(t.confidence, 2), rule=("proposes: " if r.proposes else "") + " < ".join(r.words),
        )  # fmt: skip

    def _option(self, p: Passage, r: Reading, stance: Stance) -> tuple[str | None, float | None]:
        """The step of the scale the words name; a plain refusal stands at the bottom of it."""
        if stance == "oppose":
            steps = self.lexicon.scales.get(r.hit.issue, ())
            return (steps[0].option, steps[0].value) if steps else (None, None)
        if r.sign != r.hit.words.sign:
            return None, None
        head = r.hit.head
        first, last = min(max(p.left[head], head - 12), *r.hit.tokens), max(min(p.right[head], head + 8), *r.hit.tokens)
        step = self.lexicon.option(p, r.hit.issue, first, last, head)
        if step is None and stance == "conditional":
            a, b = p.sents[p.sent_of[head]]
            step = self.lexicon.option(p, r.hit.issue, max(a, head - 40), min(b - 1, head + 40), head)
        return (step.option, step.value) if step else (None, None)

    def _since(self, parsed: Parsed, t: _Taken, events: Sequence[Event]) -> str | None:
        if t.statement is not None and t.statement.said_on:
            return t.statement.said_on
        p, at = t.passage, t.reading.at
        found = time_of(p, at, parsed.times, [(p.starts[t.reading.hit.head], p.ends[t.reading.hit.head])])
        day = day_of(found.value) if found is not None else None
        if day:
            return None if parsed.article.published and day > parsed.article.published else day
        for e in events:
            if e.date and e.start <= p.starts[at] < e.end and e.status == "happened":
                return e.date
        return None


def replace_sign(r: Reading, factor: int) -> Reading:
    """The reading with its sign multiplied."""
    return replace(r, sign=r.sign * factor)


class Topic:
    """The issue of the proposal that was spoken of last: what "the plan" and "Kyiv agreed" are about."""

    def __init__(self) -> None:
        self._issue: str | None = None
        self._at = (-9, 0)

    def take(self, p: Passage, hit: Hit, lexicon: Lexicon) -> None:
        """Remember the issue of a hit that a proposal is about ("a plan for a truce", "the truce deal")."""
        node = hit.head
        for _ in range(4):
            if p.pos[node] == "NOUN" and lexicon.is_proposal(p.lemmas[node]):
                self._issue, self._at = hit.issue, (p.index, p.sent_of[node])
                return
            if p.pos[node] not in ("NOUN", "PROPN", "ADP", "ADJ") or p.heads[node] == node:
                return
            node = p.heads[node]

    def named(self, p: Passage, hit: Hit) -> Hit | None:
        """The unnamed hit with the issue it is about; a short answer must stand near the proposal."""
        if self._issue is None:
            return None
        if hit.issue == UNNAMED["answer"] and p.index - self._at[0] > 1:
            return None
        named = IssueWords(self._issue, hit.words.first, (), hit.words.sign)
        return Hit(named, hit.head, hit.tokens, resolved=hit.issue)


class Tellers:
    """Which statement's content a place stands in, and which statement's cue takes a side."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        pieces = [(a, b, s) for s in statements for a, b in (s.spans or ((s.start, s.end),))]
        self._pieces = sorted(pieces, key=lambda x: (x[0], -x[1], x[2].id))
        self._starts = [a for a, _, _ in self._pieces]
        self._cues = {s.cue_span[0]: s for s in reversed(statements) if s.cue_span is not None}

    def telling(self, offset: int) -> Statement | None:
        """The innermost statement whose content holds the offset."""
        i = bisect_right(self._starts, offset)
        best: tuple[int, Statement] | None = None
        for a, b, s in reversed(self._pieces[max(0, i - 24) : i]):
            if a <= offset < b and (best is None or b - a < best[0]):
                best = (b - a, s)
        return best[1] if best else None

    def cued(self, cue: int) -> Statement | None:
        """The statement reported by the word at `cue`."""
        return self._cues.get(cue)

    def with_cue(self, cue: int, content: int) -> Statement | None:
        """The statement reported by the word at `cue`, or else the innermost whose content holds the issue."""
        return self._cues.get(cue) or self.telling(content)


def _party(ref: Referent) -> str | None:
    return ref.party if ref.is_actor and ref.kind in _SIDES else None


def _first_person(p: Passage, token: int) -> bool:
    """ "We", "our government": whoever speaks."""
    return p.words[token].lower() in ("we", "i") or any(
        p.deps[k] == "poss" and p.words[k].lower() in ("our", "my") for k in p.kids[token]
    )


def _shouted(p: Passage, token: int, actors: ActorIndex) -> str | None:
    """The party whose name opens a story in capitals ("OSMARA accepts …")."""
    actor = actors.actor(p.words[token].title()) if p.words[token].isupper() else None
    return actor.party if actor else None


def _members(parsed: Parsed, p: Passage, token: int, actors: ActorIndex) -> str | None:
    """ "All member nations": of the bloc that was named last."""
    words = p.lemmas[p.left[token] : p.right[token] + 1]
    if not (p.lemmas[token] in ("member", "ally") or "member" in words) or len(words) > 5:
        return None
    at, found = p.starts[token], None
    for m in actors.mentions:
        if m.start >= at:
            break
        actor = actors.actor(m.actor)
        if actor is not None and actor.kind == "bloc":
            found = actor.name
    return found


def _voice(party: str, ref: Referent, told: Statement | None, statement: Statement | None, tellers: Tellers) -> Voice:
    """Own: the party's own speaker says so, or a member speaks for the bloc. Ascribed: another says so of it."""
    if told is None:
        return "own" if statement is not None and statement.party == party else "narrated"
    if told.type == "indirect" and told.mood in ("accept", "reject") and told.party != party:
        told = tellers.telling(told.cue_span[0]) if told.cue_span else None
        if told is not None:
            return "own" if told.party == party else "ascribed"
        return "narrated"  # "rejected the truce *proposed by Egypt*": the reporter's words
    if told.party == party or ref.kind is None or (ref.kind == "group" and ref.party is None):
        return "own"
    return "ascribed"


def _evidence(p: Passage, r: Reading, ranges: Sequence[tuple[int, int]]) -> Span:
    """From whoever takes the side to the end of the issue's phrase, with the conditions; in one sentence."""
    first, end = p.sents[p.sent_of[r.hit.head]]
    tokens = [*r.hit.tokens, r.at, *(t for t in r.path if first <= t < end)]
    a = min(tokens)
    if r.holder is not None:
        a = min(a, max(p.left[r.holder], r.holder - 6) if r.holder < a else a)
    b = max(max(tokens), min(p.right[r.hit.head], r.hit.head + 12))
    for x, y in ranges:
        a, b = min(a, x), max(b, y)
    a, b = max(a, first), min(b, end - 1)
    while b > a and (p.pos[b] in ("PUNCT", "SPACE", "CCONJ", "SCONJ") or p.words[b] in (",", ";")):
        b -= 1
    return p.span_of(a, b)


def _with_demands(taken: list[_Taken]) -> None:
    """Who accepts a thing and lays down conditions beside it has accepted it on conditions."""
    demands: dict[tuple[int, str], list[_Taken]] = {}
    for t in taken:
        if (
            t.reading.hit.issue == "terms"
            and t.reading.sign < 0
            and t.reading.hit.words.sign < 0
            and t.voice != "ascribed"
        ):
            demands.setdefault((t.passage.index, t.party), []).append(t)
    for t in taken:
        if t.stance != "support" or t.reading.hit.issue == "terms":
            continue
        for d in demands.get((t.passage.index, t.party), ())[:50]:
            if abs(d.passage.sent_of[d.reading.at] - t.passage.sent_of[t.reading.at]) <= 1:
                t.stance = "conditional"
                t.conditions.append(d.passage.span_of(*_phrase(d.passage, d.reading.hit.head)))


def _phrase(p: Passage, head: int) -> tuple[int, int]:
    """The noun phrase of the condition, with its number ("*a number of* conditions")."""
    of = p.heads[head]
    if p.lemmas[of] == "of" and p.lemmas[p.heads[of]] in ("number", "series", "list", "set", "range"):
        head = p.heads[of]
    first, last = p.left[head], min(p.right[head], head + 14)
    while last > head and p.pos[last] in ("PUNCT", "SPACE"):
        last -= 1
    return first, last


def _surest(rows: Sequence[Position]) -> tuple[Position, ...]:
    """One row for each party, issue, stance and voice: the surest, the first of equals; in text order."""
    best: dict[tuple[str, str, str, str], Position] = {}
    for row in rows:
        key = (row.actor, row.issue, row.stance, row.voice)
        if key not in best or row.confidence > best[key].confidence:
            best[key] = row
    return tuple(sorted(best.values(), key=lambda r: (r.start, r.end, r.actor, r.issue, r.stance)))

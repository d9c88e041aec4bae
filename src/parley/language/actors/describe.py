"""Descriptions around a name: where they stand, and which token is their head.

"Putin's spokesman, Dmitry Peskov", "Finnish Foreign Minister Elina Valtonen", "Foreign Minister of Poland Radosław
Sikorski", "Hugh Hill, a doctor, said", "Jane Doe, who heads the Norwegian delegation,". Found by tags from the name
outwards: on news text the parser attaches such appositions wrongly too often to be followed alone.
"""

from __future__ import annotations

from parley.language.actors.context import Context
from parley.language.actors.lexicon import Lexicon
from parley.language.actors.names import NameSpan
from parley.language.actors.words import EXPECTS_COMMA, LEADS, PRIVATE, SOURCES
from parley.language.passage import Passage

_BEFORE = frozenset("NOUN PROPN ADJ PART NUM SYM".split())
_LINKS = frozenset("of for to at on in".split())
_VERBS = frozenset("VBD VBZ VBP MD".split())
Range = tuple[int, int, int]
"""First token, last token, head token."""


def is_person_noun(lex: Lexicon, word: str) -> bool:
    """Whether a (lower-case, singular) noun describes a person."""
    return word in lex.role_nouns or word in PRIVATE or word in SOURCES or word in lex.titles


def is_source_noun(lex: Lexicon, word: str) -> bool:
    """Whether a noun without a name can be a speaker: a person noun that is more than a title."""
    return word in lex.role_nouns or word in PRIVATE or word in SOURCES


def attach(c: Context, lex: Lexicon) -> None:
    """Find the descriptions of every person's name of the passage and note them in the context."""
    for span in c.spans:
        if (span.label in ("place", "norp") and span.first == span.last) or (
            span.entry is not None and span.entry.kind in ("state", "bloc")
        ):
            continue
        left = _before(c, span, lex)
        if left:
            c.left[span.first] = left
            for t in range(left[0], left[1] + 1):
                if t not in c.at:
                    c.belongs.setdefault(t, span)
        right = _after(c, span, lex)
        if right:
            c.right[span.first] = right
            c.belongs.setdefault(right[2], span)


def _noun(p: Passage, lex: Lexicon, t: int) -> bool:
    return is_person_noun(lex, p.words[t].lower().rstrip(".")) or is_person_noun(lex, p.lemmas[t])


def _before(c: Context, span: NameSpan, lex: Lexicon) -> Range | None:
    p = c.p
    low = p.sents[p.sent_of[span.first]][0]
    while low > 1 and p.words[low - 1] == "." and _dotted(p, lex, low - 1):
        low = p.sents[p.sent_of[low - 1]][0]  # "Brig. Gen." is no end of a sentence
    end = span.first - 1
    over = p.heads[span.last]
    if over > span.last and p.deps[span.last] == "compound" and p.pos[over] == "NOUN" and over not in c.at:
        return None  # "a member of the Kepler team" describes no Kepler
    titled = end >= low and _noun(p, lex, end)
    comma, before = False, end
    while before > low and (p.words[before].lower().rstrip(".") in lex.titles or _dotted(p, lex, before)):
        before -= 1  # "a spokesman, Lieutenant Colonel John Reed"
    if before > low and p.words[before] == "," and _apposed(p, span):
        end, comma = before - 1, True
    if end < low:
        return None
    t, first, link = end, end + 1, -1
    while t >= low and end - t < 18:
        word = p.words[t].lower()
        if p.pos[t] in _BEFORE or word == "-" or p.tags[t] == "PRP$" or t in c.at or _noun(p, lex, t):
            if p.tags[t] in ("PRP", "EX") or (
                comma and first > end and not _noun(p, lex, t) and p.pos[t] != "NOUN" and t not in c.at
            ):
                break
            first = t
        elif p.pos[t] == "DET":
            first = t
            if not (t > low and p.words[t - 1].lower() in _LINKS and t - 1 > low):
                break
        elif word in _LINKS and t > low and first <= end and (comma or not titled) and _noun(p, lex, t - 1):
            first, link = t, t
        elif (
            (
                word in ("and", ",", "&")
                and t > low
                and first <= end
                and ((word != "," and _noun(p, lex, t - 1)) or (p.pos[t - 1] == "ADJ" and p.pos[t + 1] == "ADJ"))
            )
            or (p.tags[t] in ("VBG", "VBN") and p.deps[t] == "amod")
            or (word == "." and _dotted(p, lex, t))
        ):
            first = t
        else:
            break
        if t in c.at and c.at[t] is not span:
            t = c.at[t].first
            first = t
        t -= 1
    while first <= end and (p.pos[first] in ("PUNCT", "ADP", "PART", "CCONJ") or p.words[first] in ("'s", "'", "-")):
        first += 1
    if first > end:
        return None
    if comma and end in c.at and not _noun(p, lex, end) and link <= first:
        return None
    head = link - 1 if link > first else end
    if not _noun(p, lex, head):
        head = next((x for x in range(end, first - 1, -1) if _noun(p, lex, x) and x not in c.at), -1)
        if head < 0:
            return (first, end, end) if p.words[end] in ("'s", "'") else None
    if comma and p.tags[head] in ("NNS", "NNPS"):
        return None
    return first, end, head


def _dotted(p: Passage, lex: Lexicon, t: int) -> bool:
    """Whether the full stop at `t` belongs to a shortened title."""
    return t > 0 and p.words[t] == "." and p.ends[t - 1] == p.starts[t] and p.words[t - 1].lower() in lex.titles


def _apposed(p: Passage, span: NameSpan) -> bool:
    """Whether a name after a comma can be the apposition of what stands before it."""
    after = span.last + 1
    closed = after >= len(p) or p.words[after] in (",", ".", '"', ")", "–", "—") or p.tags[after] in _VERBS
    return closed and p.deps[span.last] not in ("conj",) and not _listed(p, after)


def _listed(p: Passage, after: int) -> bool:
    """A comma and another name, then "and": an enumeration and no apposition."""
    if after >= len(p) or p.words[after] != ",":
        return False
    return any(w in ("and", "or") for w in p.words[after + 1 : after + 5]) and p.pos[after + 1] == "PROPN"


def _after(c: Context, span: NameSpan, lex: Lexicon) -> Range | None:
    p, n = c.p, c.p.sents[c.p.sent_of[span.first]][1]
    t = span.last + 1
    if t >= n:
        return None
    word = p.words[t].lower()
    if word in ("of", "from", "with") and t + 1 < n:
        return _affiliation(c, t, n)
    if word == "(":
        while t < min(n, span.last + 8) and p.words[t] != ")":
            t += 1
        t += 1
    if t >= n or p.words[t] not in EXPECTS_COMMA:
        return None
    t += 1
    while t + 1 < n and p.tags[t] == "CD" and p.words[t + 1] == ",":
        t += 2
    if t < n and p.words[t] == "who":
        return _who(c, t, n)
    return _apposition(c, lex, t, n)


def _affiliation(c: Context, t: int, n: int) -> Range | None:
    """ "of the Red Cross", "from Hamas": a name right after."""
    t += 1
    first = t
    if t < n and c.p.pos[t] == "DET":
        t += 1
    while t < n and t not in c.at and c.p.tags[t] in ("JJ", "NN") and t - first < 4:
        t += 1
    if t < n and t in c.at:
        return first, c.at[t].last, c.at[t].last
    return None


def _who(c: Context, t: int, n: int) -> Range | None:
    """ "who heads the Norwegian delegation": the object of a verb of leading."""
    p = c.p
    verb = t + 1
    while verb < min(n, t + 4) and p.pos[verb] in ("ADV", "AUX"):
        verb += 1
    if verb >= n or p.lemmas[verb] not in LEADS:
        return None
    end = verb
    while end + 1 < n and p.words[end + 1] not in (",", ".", ";", '"', ")") and end - verb < 10:
        end += 1
    return (verb + 1, end, end) if end > verb else None


def _apposition(c: Context, lex: Lexicon, t: int, n: int) -> Range | None:
    p = c.p
    head, end, x = -1, t - 1, t
    while x < n and x - t < 25:
        word = p.words[x]
        if word in (",", ".", ";", ")", "–", "—", '"', "--") or word.lower() in ("who", "which", "that", "and"):
            break
        if p.tags[x] in _VERBS and p.deps[x] not in ("amod", "acl", "compound"):
            return None
        if head < 0 and p.pos[x] == "ADP":
            return None
        if (
            head < 0
            and _noun(p, lex, x)
            and (x + 1 >= n or (p.pos[x + 1] not in ("NOUN", "PROPN") and p.words[x + 1] not in ("'s", "'", "-")))
        ):
            head = x
        end = x
        x += 1
    if head < 0 or p.tags[head] in ("NNS", "NNPS"):
        return None
    if (
        x < n
        and p.words[x].lower() == "and"
        and not _noun(p, lex, min(x + 1, n - 1))
        and p.pos[min(x + 1, n - 1)] == "PROPN"
    ):
        return None
    return t, end, head

"""What a reporting verb reports: the clause, phrase or predicate that is the content, as token ranges.

A range is (first, last), inclusive. The frames are those of the codebook (see `codebook.model.Takes`).
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.coding.cues import PREPOSITIONS, Cue
from parley.language.passage import Passage

Range = tuple[int, int]

_CLAUSE_ADJUNCTS = frozenset(
    ("because", "if", "unless", "although", "though", "since", "so", "until", "when", "while", "whereas", "once")
)
_OBJECTS = ("dobj", "obj", "dative", "oprd")


@dataclass(frozen=True, slots=True)
class Content:
    """The content a cue governs, its frame, and the hearer if the frame names one."""

    frame: str
    ranges: tuple[Range, ...]
    addressee: int | None = None


def find_content(p: Passage, v: int, cue: Cue, cue_last: int, *, passive: bool = False) -> Content | None:
    """The content of the reporting verb at `v`, best frame first; None when it has none in this sentence."""
    hearer = _hearer(p, v, cue, passive)
    last_word = cue.word.rsplit(" ", 1)[-1]
    if "addressee" in cue.frames and last_word in PREPOSITIONS and cue_last > v:
        hearer = p.kid(cue_last, "pobj")
    if "addressee" in cue.frames and "of" in cue.frames:
        rng = _prepositional(p, v, "of")
        if rng:
            return Content("of", (_with_adverbial(p, v, rng),), hearer)
    if "clause" in cue.frames:
        that = _that_after(p, v, cue_last)
        for finder in (_clause, _enclosing):
            found = finder(p, v, cue_last)
            if found and that is not None and v < found[0][0] < that <= found[0][1]:
                found = ((that, found[0][1]),)  # the hearer's phrase was taken into the clause
            if found and (that is None or found[0][0] <= that or found[-1][1] < v):
                return Content("clause", found, hearer)
        found = _after_as(p, v)
        if found:
            return Content("clause", found, hearer)
        found = _surface(p, v, cue_last, that, bare="object" not in cue.frames and "clause" not in cue.weak)
        if found:
            return Content("clause", found, hearer)
    if cue_last > v and "infinitive" in cue.frames and "addressee" not in cue.frames and p.deps[cue_last] == "xcomp":
        return _silence(p, cue_last)
    if "as" in cue.frames:
        found = _as_predicate(p, v, cue_last)
        if found:
            return Content("as", found, hearer)
    for frame, finder2 in (("infinitive", _infinitive), ("gerund", _gerund), ("complement", _complement)):
        if frame in cue.frames:
            rng = finder2(p, v)
            if rng:
                return Content(frame, (_with_adverbial(p, v, rng),), hearer)
    for preposition in cue.prepositions:
        rng = _prepositional(p, v, preposition)
        if rng:
            return Content(preposition, (_with_adverbial(p, v, rng),), hearer)
    if "object" in cue.frames:
        rng = _object(p, v, passive) if cue_last == v else _particle_object(p, v, cue_last)
        if rng:
            return Content("object", (rng,), hearer)
    return None


def _hearer(p: Passage, v: int, cue: Cue, passive: bool) -> int | None:
    if passive and "addressee" in cue.frames:
        return p.kid(v, "nsubjpass")
    if "addressee" in cue.frames:
        return p.kid(v, "dobj", "dative")
    for k in p.kids[v]:
        if p.deps[k] in ("prep", "dative") and p.lemmas[k] == "to":
            return p.kid(k, "pobj")
    return None


def _clause(p: Passage, v: int, cue_last: int) -> tuple[Range, ...]:
    """A finite clause governed by the verb, after it ("said that …") or before it ("…, said X")."""
    for k in p.kids[v]:
        if p.deps[k] == "ccomp" or (p.deps[k] in ("advcl", "xcomp", "acl", "relcl", "dobj") and _has_that(p, k)):
            if k > v:
                if not _finite(p, k):
                    continue
                return ((p.left[k], _extend(p, v, k)),)
            end = p.right[k]
            return ((p.left[k], min(end, v - 1)),)
    # A noun between the verb and its that-clause ("told reporters that") may have taken the clause.
    for k in p.kids[v]:
        if k > v and p.deps[k] in ("dobj", "dative", "pobj", "npadvmod"):
            for kk in p.kids[k]:
                if (
                    p.deps[kk] in ("acl", "relcl", "ccomp")
                    and kk > k
                    and _has_that(p, kk)
                    and p.words[p.left[kk]].lower() == "that"
                    and p.deps[p.left[kk]] == "mark"
                ):
                    return ((p.left[kk], _extend(p, v, kk)),)
    return ()


def _that_after(p: Passage, v: int, cue_last: int) -> int | None:
    """The "that" of a clause after the cue, past its hearer and adverbials, whatever noun the parser hung it on."""
    end = min(p.sents[p.sent_of[v]][1] - 1, cue_last + 16)
    for t in range(cue_last + 1, end):
        if p.words[t].lower() == "that" and p.deps[t] == "mark":
            return t
        if p.pos[t] in ("VERB", "AUX", "CCONJ") or p.words[t] in (";", ":", "—") or p.tags[t] in ("WP", "WDT"):
            break
    t = _after_adjuncts(p, v, cue_last)
    return t if t < end and p.words[t].lower() == "that" and p.tags[t] in ("IN", "WDT", "DT") else None


def _after_adjuncts(p: Passage, v: int, cue_last: int) -> int:
    """The first token after the cue that is no adverbial, hearer or comma."""
    end = p.sents[p.sent_of[v]][1]
    t = cue_last + 1
    while t < end:
        k = next((m for m in p.kids[v] if p.left[m] == t and m > v), None)
        if k is None or p.right[k] - t > 12:
            return t
        dep = p.deps[k]
        if (
            dep in ("advmod", "npadvmod", "prt")
            or (dep == "punct" and p.words[k] == ",")
            or (
                dep in ("dobj", "dative")
                and p.right[k] - t <= 3
                and p.right[k] + 1 < end
                and p.words[p.right[k] + 1].lower() == "that"
            )
            or (
                dep == "prep"
                and p.right[k] - t <= 6
                and p.right[k] + 1 < end
                and p.words[p.right[k] + 1].lower() in ("that", ",")
            )
        ):
            t = p.right[k] + 1
        else:
            return t
    return t


def _surface(p: Passage, v: int, cue_last: int, that: int | None, bare: bool) -> tuple[Range, ...]:
    """The rest of the sentence, where the parser has lost the clause that plainly stands there.

    After "that" any finite verb will do; without it the words must begin with a noun phrase that has a finite verb.
    """
    a, b = p.sents[p.sent_of[v]]
    b -= 1
    first = that if that is not None else _after_adjuncts(p, v, cue_last)
    if first > b or (that is None and not bare):
        return ()
    if that is None and (p.tags[v] not in ("VBD", "VBZ", "VBP", "VBN") or not _own_subject(p, v)):
        return ()
    seen_noun = that is not None
    for t in range(first + (that is not None), b + 1):
        if p.pos[t] in ("NOUN", "PROPN", "PRON") or p.tags[t] == "EX":
            seen_noun = True
        if p.tags[t] in ("VBD", "VBZ", "VBP", "MD") and p.deps[t] not in ("relcl",) and seen_noun:
            return ((first, b),)
        if that is None and (p.words[t] in (",", ";", ":") or p.tags[t] in ("WP", "WDT", "IN") and t == first):
            return ()
    return ()


def _has_that(p: Passage, k: int) -> bool:
    return any(p.deps[m] == "mark" and p.lemmas[m] in ("that", "whether") and m < k for m in p.kids[k][:2])


def _finite(p: Passage, k: int) -> bool:
    if p.tags[k] in ("VBD", "VBZ", "VBP", "MD"):
        return True
    if any(p.deps[m] in ("aux", "auxpass") and p.tags[m] != "TO" for m in p.kids[k]):
        return True
    if any(p.deps[m] in ("nsubj", "nsubjpass", "expl") for m in p.kids[k]):
        return True
    return any(p.tags[m] in ("WP", "WRB", "WDT") for m in p.kids[k])


def _extend(p: Passage, v: int, k: int) -> int:
    """Last token of the clause headed by `k`: its subtree, and adverbial clauses that the parser hung on the verb."""
    end = p.right[k]
    for m in p.kids[v]:
        if m <= end:
            continue
        if p.deps[m] == "advcl" and p.words[p.left[m]].lower() in _CLAUSE_ADJUNCTS:
            end = p.right[m]
        elif p.deps[m] == "conj" and p.left[m] <= end + 5 and _belongs(p, v, k, m):
            end = p.right[m]
        elif p.deps[m] in ("ccomp", "parataxis", "dep", "appos", "conj") and p.words[p.left[m] - 1] in (":", ";"):
            end = p.right[m]
        elif p.deps[m] not in ("punct", "cc"):
            break
    return _to_seam(p, v, end)


def _to_seam(p: Passage, v: int, end: int) -> int:
    """On to the end of the sentence where the parse breaks off in mid-phrase: the next word is neither punctuation
    nor the beginning of something the cue governs."""
    stop = p.sents[p.sent_of[v]][1] - 1
    t = end + 1
    if t > stop or p.pos[t] in ("PUNCT", "SPACE", "CCONJ", "SCONJ"):
        return end
    if any(p.left[m] <= t <= p.right[m] for m in p.kids[v] if m != v):
        return end
    while stop > end and p.pos[stop] in ("PUNCT", "SPACE"):
        stop -= 1
    return stop


def _belongs(p: Passage, v: int, k: int, m: int) -> bool:
    """True when a verb the parser coordinated with the cue goes on with the content: another subject, another form."""
    if _own_subject(p, m):
        return p.lemmas[m] not in ("say", "add", "tell", "insist", "warn", "note", "stress")
    return p.tags[m] != p.tags[v] and p.tags[m] in ("VB", p.tags[k])


def _own_subject(p: Passage, m: int) -> bool:
    return any(p.deps[j] in ("nsubj", "nsubjpass", "expl") for j in p.kids[m])


def _enclosing(p: Passage, v: int, cue_last: int) -> tuple[Range, ...]:
    """The clause a parenthetical report stands in: "The talks, he said, went well"."""
    if p.deps[v] not in ("parataxis", "ccomp", "advcl", "conj") or p.heads[v] == v:
        return ()
    h = p.heads[v]
    a, b = p.left[v], p.right[v]
    if p.deps[v] in ("advcl", "conj", "ccomp"):
        # only when fenced by commas, without a mark, and with a subject of its own
        if not (
            _own_subject(p, v)
            and _comma(p, a - 1)
            and not any(p.deps[m] in ("mark", "advmod") for m in p.kids[v] if m < v)
        ):
            return ()
        if p.deps[v] == "conj" and any(p.deps[m] == "cc" and m < v and m > h for m in p.kids[h]):
            return ()
    first, last = p.left[h], p.right[h]
    a, b = _between_commas(p, v, a, b)
    ranges = []
    if first <= a - 1:
        ranges.append((first, a - 1))
    if b + 1 <= last:
        ranges.append((b + 1, last))
    return tuple(r for r in ranges if any(p.pos[t] not in ("PUNCT", "SPACE") for t in range(r[0], r[1] + 1)))


def _after_as(p: Passage, v: int) -> tuple[Range, ...]:
    """The main clause beside "as X said": "*The port*, as X told reporters, *was closed*"."""
    if p.deps[v] != "advcl" or p.heads[v] == v or not _own_subject(p, v):
        return ()
    first, last = p.left[v], p.right[v]
    if p.words[first].lower() != "as" or p.kid(v, "ccomp", "xcomp") is not None:
        return ()
    objects = [k for k in p.kids[v] if p.deps[k] in ("dobj", "dative")]
    if objects and p.lemmas[v] != "tell":
        return ()
    h = p.heads[v]
    a, b = p.left[h], p.right[h]
    if a == first:
        return ((last + 1, b),) if last < b else ()
    return tuple(r for r in ((a, first - 1), (last + 1, b)) if r[0] <= r[1] and p.pos[r[1]] != "PUNCT" or r[0] < r[1])


def _between_commas(p: Passage, v: int, a: int, b: int) -> tuple[int, int]:
    """The parenthesis around a report: the parser often gives it a neighbouring clause as well ("If not, *she said*, …")."""
    left = next((t for t in range(v, max(a, v - 12) - 1, -1) if _comma(p, t)), a - 1)
    right = next((t for t in range(v + 1, min(b, v + 12) + 1) if _comma(p, t)), b + 1)
    return max(a, left + 1), min(b, right - 1)


def _comma(p: Passage, i: int) -> bool:
    return i >= 0 and p.words[i] in (",", "—", "–", "-", "”", '"', "''", "’")


def _with_adverbial(p: Passage, v: int, rng: Range) -> Range:
    """The range with a following adverbial clause ("… *before he commits*") that the parser hung on the cue."""
    end = rng[1]
    for m in p.kids[v]:
        if (
            m > end
            and p.deps[m] == "advcl"
            and p.left[m] == end + 1
            and p.tags[m] != "VBG"
            and p.words[p.left[m]].lower() != "as"
        ):
            end = p.right[m]
    return rng[0], end


def _infinitive(p: Passage, v: int) -> Range | None:
    for k in p.kids[v]:
        if k > v and p.deps[k] in ("xcomp", "ccomp", "advcl") and p.tags[k] == "VB":
            to = next((m for m in p.kids[k] if p.tags[m] == "TO" and m < k), None)
            if to is not None and not (p.deps[k] == "advcl" and p.words[to - 1].lower() in (",", "order")):
                return (p.left[k] if p.words[p.left[k]].lower() == "for" else to), p.right[k]
    for k in p.kids[v]:
        # "called on nations … to act", "asked them to go": the infinitive may hang on the object
        if k > v and p.deps[k] in ("dobj", "prep", "dative"):
            for kk in p.kids[k] + [m for o in p.kids[k] for m in p.kids[o]]:
                if p.deps[kk] in ("acl", "relcl", "xcomp", "advcl") and p.tags[kk] == "VB":
                    to = next((m for m in p.kids[kk] if p.tags[m] == "TO" and m < kk), None)
                    if to is not None:
                        return to, p.right[kk]
    return None


def _gerund(p: Passage, v: int) -> Range | None:
    for k in p.kids[v]:
        if (
            k > v
            and p.tags[k] == "VBG"
            and p.deps[k] in ("xcomp", "ccomp", "dobj", "pcomp")
            and not _comma(p, p.left[k] - 1)
        ):
            return p.left[k], p.right[k]
    return None


def _complement(p: Passage, v: int) -> Range | None:
    """Object and predicate: "called *it a lie*", "called *half of them deplorable*"."""
    kids = [k for k in p.kids[v] if k > v and p.deps[k] in ("dobj", "oprd", "ccomp", "xcomp", "acomp", "attr", "nmod")]
    if len(kids) >= 2:
        return p.left[kids[0]], p.right[kids[-1]]
    for k in kids:
        if p.deps[k] in ("ccomp", "xcomp", "oprd") and (_own_subject(p, k) or p.left[k] < k):
            return p.left[k], p.right[k]
        if p.deps[k] == "dobj" and any(p.words[t].lower() in ("a", "an") for t in range(p.left[k] + 2, p.right[k])):
            return p.left[k], p.right[k]
        after = p.right[k] + 1
        if p.deps[k] == "dobj" and after + 1 < len(p) and p.tags[after] == "``":
            return p.left[k], after + 1  # "called the offer “an insult”": the quoted predicate belongs to it
        if p.deps[k] == "dobj" and any(p.deps[m] == "amod" and m > k for m in p.kids[k]):
            return p.left[k], p.right[k]  # "called the offer outrageous"
    return None


def _as_predicate(p: Passage, v: int, cue_last: int) -> tuple[Range, ...]:
    """Object and as-phrase: "described *the talks as useful*"; only the as-phrase where the object is elsewhere."""
    governor = cue_last if cue_last > v else v
    obj = p.kid(governor, "pobj") if cue_last > v else p.kid(v, "dobj", "dative")
    own_obj = obj is not None and obj > v and p.tags[obj] not in ("WP", "WDT")
    as_at = next(
        (j for j in range(v + 1, min(p.sents[p.sent_of[v]][1], v + 40)) if p.lemmas[j] == "as" and _governed(p, j, v)),
        None,
    )
    if as_at is None:
        return ()
    end = _before_occasion(p, as_at, _subtree_end(p, as_at, v))
    if end <= as_at:
        return ()
    if own_obj and obj is not None and p.left[obj] < as_at:
        return ((p.left[obj], end),)
    return ((as_at + 1, end),)


def _governed(p: Passage, j: int, v: int) -> bool:
    steps = 0
    while j != v and steps < 8:
        up = p.heads[j]
        if up == j:
            return False
        j, steps = up, steps + 1
    return j == v


def _subtree_end(p: Passage, j: int, v: int) -> int:
    if p.deps[j] == "mark":
        return p.right[p.heads[j]]
    return p.right[j]


def _prepositional(p: Passage, v: int, preposition: str) -> Range | None:
    for k in p.kids[v]:
        if k > v and p.lemmas[k] == preposition and p.deps[k] in ("prep", "prt", "agent", "dative"):
            obj = p.kid(k, "pobj", "pcomp")
            if obj is not None:
                return p.left[obj], p.right[k]
    if preposition in ("of", "for"):
        # "accused X of lying": the phrase may hang on the object
        for k in p.kids[v]:
            if k > v and p.deps[k] == "dobj":
                for kk in p.kids[k]:
                    if p.lemmas[kk] == preposition and p.kid(kk, "pcomp") is not None:
                        obj2 = p.kid(kk, "pcomp")
                        return (p.left[obj2], p.right[kk]) if obj2 is not None else None
    return None


def _object(p: Passage, v: int, passive: bool) -> Range | None:
    if passive:
        k = p.kid(v, "nsubjpass")
        return (p.left[k], p.right[k]) if k is not None and p.pos[k] != "PRON" else None
    for k in p.kids[v]:
        if p.deps[k] in _OBJECTS and k > v and p.pos[k] in ("NOUN", "PROPN", "NUM", "ADJ", "VERB"):
            if any(p.lemmas[m] in ("this", "these", "that", "those", "such") for m in p.kids[k] if m < k):
                return None  # "echoed *these concerns*": the content is elsewhere
            return p.left[k], _noun_end(p, k)
    return None


def _particle_object(p: Passage, v: int, last: int) -> Range | None:
    """The object of "point to", "speak of", "rule out": after the preposition, or of the verb where it is a particle."""
    obj = p.kid(last, "pobj", "pcomp")
    if obj is not None and p.pos[obj] != "PRON":
        return p.left[obj], p.right[obj]
    return _object(p, v, passive=False)


def _before_occasion(p: Passage, first: int, last: int) -> int:
    """The end of a phrase without the occasion at its end ("… as useless *during a visit to Turku*")."""
    for t in range(first + 2, last):
        if p.lemmas[t] == "during" and p.deps[t] == "prep" and p.right[t] >= last - 1:
            return t - 1
    return last


def _noun_end(p: Passage, k: int) -> int:
    """Last token of a noun phrase without the circumstances the parser hung on it (hearer, place aboard, day)."""
    occasion = _before_occasion(p, k, p.right[k])
    if occasion < p.right[k]:
        return occasion
    for m in p.kids[k]:
        if m > k and p.deps[m] == "prep" and p.lemmas[m] in ("to", "aboard", "on", "after", "before"):
            obj = p.kid(m, "pobj")
            dated = obj is not None and any(a <= obj < b and label in ("DATE", "TIME") for a, b, label in p.ents)
            hearer = (
                obj is not None
                and p.lemmas[m] == "to"
                and p.lemmas[obj] in ("reporter", "journalist", "press", "medium")
            )
            if dated or hearer or p.lemmas[m] == "aboard":
                return m - 1
    return p.right[k]


def _silence(p: Passage, verb: int) -> Content:
    """What was not said: the infinitive with what follows ("declined *to comment on the talks*")."""
    to = next((m for m in p.kids[verb] if p.tags[m] == "TO"), verb)
    return Content("infinitive", ((to, p.right[verb]),))

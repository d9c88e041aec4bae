"""Clauses that a reporting verb governs, as token ranges: after it, before it, or around it.

The dependency tree is asked first; where the parser has lost a clause that plainly stands there, the surface decides.
"""

from __future__ import annotations

from parley.language.passage import Passage

Range = tuple[int, int]
"""First and last token, inclusive."""

_ADJUNCTS = frozenset((
    "because", "if", "unless", "although", "though", "since", "so", "until", "when", "while", "whereas", "once",
))  # fmt: skip
_OBJECTS = ("dobj", "obj", "dative", "oprd")


def clause(p: Passage, v: int) -> tuple[Range, ...]:
    """A finite clause governed by the verb, after it ("said that …") or before it ("…, said X")."""
    for k in p.kids[v]:
        if p.deps[k] != "ccomp" and not (p.deps[k] in ("advcl", "xcomp", "acl", "relcl", "dobj") and _has_that(p, k)):
            continue
        if k < v:
            end = min(p.right[k], v - 1)
            if any(p.deps[m] == "mark" and p.words[m].lower() in _ADJUNCTS for m in p.kids[k]):
                continue  # "While the port is shut, Korpi urged …": a circumstance
            if p.words[end + 1] not in (";", ":") and p.words[end] not in (";", ":"):
                return ((p.left[k], end),)
        elif _finite(p, k):
            return ((_behind_adverbial(p, v, k), _extend(p, v, k)),)
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


def _behind_adverbial(p: Passage, v: int, k: int) -> int:
    """Where the clause headed by `k` begins, without the day of the report before it ("said *on Tuesday* it had …")."""
    first = p.left[k]
    if first != v + 1 or p.tags[v] not in ("VBD", "VBZ", "VBP", "VBN"):
        return first
    for m in p.kids[k]:
        if p.left[m] != first or m > k or p.deps[m] not in ("prep", "npadvmod"):
            continue
        after = p.right[m] + 1
        dated = any(first <= a and b <= after and label == "DATE" for a, b, label in p.ents)
        starts = any(p.left[n] == after and p.deps[n] in ("nsubj", "nsubjpass", "expl", "mark") for n in p.kids[k])
        if dated and starts:
            return after
    return first


def that_after(p: Passage, v: int, cue_last: int) -> int | None:
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
        if not _is_adjunct(p, k, t, end):
            return t
        t = p.right[k] + 1
    return t


def _is_adjunct(p: Passage, k: int, first: int, end: int) -> bool:
    """True for a dependent from token `first` that says when, how or to whom, and lets the clause follow."""
    dep, length = p.deps[k], p.right[k] - first
    after = p.words[p.right[k] + 1].lower() if p.right[k] + 1 < end else ""
    if dep in ("advmod", "npadvmod", "prt") or (dep == "punct" and p.words[k] == ","):
        return True
    if dep in ("dobj", "dative"):
        return length <= 3 and after == "that"
    return dep == "prep" and length <= 6 and after in ("that", ",")


def rest_of_sentence(p: Passage, v: int, cue_last: int, that: int | None, bare: bool) -> tuple[Range, ...]:
    """The rest of the sentence, where the parser has lost the clause that plainly stands there.

    After "that" any finite verb will do; without it the words must begin with a noun phrase that has a finite verb.
    """
    b = p.sents[p.sent_of[v]][1] - 1
    first = that if that is not None else _after_adjuncts(p, v, cue_last)
    if first > b or (that is None and not bare):
        return ()
    if that is None and (p.tags[v] not in ("VBD", "VBZ", "VBP", "VBN") or not own_subject(p, v)):
        return ()
    seen_noun = that is not None
    for t in range(first + (that is not None), b + 1):
        if p.pos[t] in ("NOUN", "PROPN", "PRON") or p.tags[t] == "EX":
            seen_noun = True
        if p.tags[t] in ("VBD", "VBZ", "VBP", "MD") and p.deps[t] not in ("relcl",) and seen_noun:
            return ((first, b),)
        if that is None and (p.words[t] in (",", ";", ":") or (p.tags[t] in ("WP", "WDT", "IN") and t == first)):
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
        if (
            (p.deps[m] == "advcl" and p.words[p.left[m]].lower() in _ADJUNCTS)
            or (p.deps[m] == "conj" and p.left[m] <= end + 5 and _belongs(p, v, k, m))
            or (p.deps[m] in ("ccomp", "parataxis", "dep", "appos", "conj") and p.words[p.left[m] - 1] in (":", ";"))
        ):
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
    if own_subject(p, m):
        return p.lemmas[m] not in ("say", "add", "tell", "insist", "warn", "note", "stress")
    return p.tags[m] != p.tags[v] and p.tags[m] in ("VB", p.tags[k])


def own_subject(p: Passage, m: int) -> bool:
    """True for a verb with a subject among its own dependents."""
    return any(p.deps[j] in ("nsubj", "nsubjpass", "expl") for j in p.kids[m])


def enclosing(p: Passage, v: int) -> tuple[Range, ...]:
    """The clause a parenthetical report stands in: "The talks, he said, went well"."""
    if p.deps[v] not in ("parataxis", "ccomp", "advcl", "conj") or p.heads[v] == v:
        return ()
    h = p.heads[v]
    a, b = p.left[v], p.right[v]
    if p.deps[v] in ("advcl", "conj", "ccomp"):
        # only when fenced by commas, without a mark, and with a subject of its own
        if not (
            own_subject(p, v)
            and is_fence(p, a - 1)
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


def beside_as(p: Passage, v: int) -> tuple[Range, ...]:
    """The main clause beside "as X said": "*The port*, as X told reporters, *was closed*"."""
    if p.deps[v] != "advcl" or p.heads[v] == v or not own_subject(p, v):
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
    return tuple(r for r in ((a, first - 1), (last + 1, b)) if (r[0] <= r[1] and p.pos[r[1]] != "PUNCT") or r[0] < r[1])


def _between_commas(p: Passage, v: int, a: int, b: int) -> tuple[int, int]:
    """The parenthesis around a report: the parser often adds a neighbouring clause ("If not, *she said*, …")."""
    left = next((t for t in range(v, max(a, v - 12) - 1, -1) if is_fence(p, t)), a - 1)
    right = next((t for t in range(v + 1, min(b, v + 12) + 1) if is_fence(p, t)), b + 1)
    return max(a, left + 1), min(b, right - 1)


def is_fence(p: Passage, i: int) -> bool:
    """True for a token that sets a parenthesis off: a comma, a dash, a quotation mark."""
    return i >= 0 and p.words[i] in (",", "—", "–", "-", "”", '"', "''", "’")

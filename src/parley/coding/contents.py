"""What a reporting verb reports: the clause, phrase or predicate that is the content, as token ranges.

A range is (first, last), inclusive. The frames are those of the codebook (see `codebook.model.Takes`).
"""

from __future__ import annotations

from dataclasses import dataclass

from parley.coding.clauses import (
    Range,
    beside_as,
    clause,
    enclosing,
    is_fence,
    own_subject,
    rest_of_sentence,
    that_after,
)
from parley.coding.cues import PREPOSITIONS, Cue
from parley.language.passage import Passage

_ANSWERS = frozenset(("deny", "reject", "accept", "praise"))
"""Moods of verbs that answer something just named."""
_LAYS = frozenset(("blame", "pin"))
_OBJECTS = ("dobj", "obj", "dative", "oprd")


@dataclass(frozen=True, slots=True)
class Content:
    """The content a cue governs, its frame, and the hearer if the frame names one."""

    frame: str
    ranges: tuple[Range, ...]
    addressee: int | None = None


def find_content(p: Passage, v: int, cue: Cue, cue_last: int, *, passive: bool = False) -> Content | None:
    """The content of the reporting verb at `v`, best frame first; None when it has none in this sentence."""
    hearer = _hearer(p, v, cue, cue_last, passive)
    if "addressee" in cue.frames and "of" in cue.frames:
        rng = _prepositional(p, v, "of")
        if rng:
            return Content("of", (_with_adverbial(p, v, rng),), hearer)
    charge = _charge_before(p, v, cue) if "object" in cue.frames else None
    if charge:
        return Content("object", (charge,), hearer)
    if "clause" in cue.frames:
        found = _clausal(p, v, cue, cue_last)
        if found:
            return Content("clause", found, hearer)
    if cue_last > v and "infinitive" in cue.frames and "addressee" not in cue.frames and p.deps[cue_last] == "xcomp":
        return _silence(p, cue_last)
    return _phrasal(p, v, cue, cue_last, hearer, passive)


def _clausal(p: Passage, v: int, cue: Cue, cue_last: int) -> tuple[Range, ...]:
    that = that_after(p, v, cue_last)
    if that is None and p.deps[v] == "pcomp" and p.kid(v, "ccomp", "dobj") is None and p.lemmas[p.heads[v]] == "as":
        return _before_quoted(p, p.heads[p.heads[v]])
    for finder in (clause, enclosing):
        found = finder(p, v)
        if found and that is not None and v < found[0][0] < that <= found[0][1]:
            found = ((that, found[0][1]),)  # the hearer's phrase was taken into the clause
        if found and (that is None or found[0][0] <= that or found[-1][1] < v):
            return found
    bare = "object" not in cue.frames and "clause" not in cue.weak
    return beside_as(p, v) or rest_of_sentence(p, v, cue_last, that, bare)


def _before_quoted(p: Passage, quoted: int) -> tuple[Range, ...]:
    """ "*The port is shut*, Korpi was quoted as saying": the sentence up to the comma before the one who is quoted."""
    who = p.kid(quoted, "nsubjpass")
    fence = p.left[who] - 1 if who is not None else -1
    first = p.sents[p.sent_of[quoted]][0]
    return ((first, fence - 1),) if fence - first > 2 and p.words[fence] == "," else ()


def _phrasal(p: Passage, v: int, cue: Cue, cue_last: int, hearer: int | None, passive: bool) -> Content | None:
    if "as" in cue.frames:
        found = _as_predicate(p, v, cue_last)
        if found:
            return Content("as", found, hearer)
    for frame, finder in (("infinitive", _infinitive), ("gerund", _gerund), ("complement", _complement)):
        rng = finder(p, v) if frame in cue.frames else None
        if rng:
            return Content(frame, (_with_adverbial(p, v, rng),), hearer)
    for preposition in cue.prepositions:
        if preposition == "on" and cue.word in _LAYS:
            laid = _laid_on(p, v)
            if laid:
                return Content("on", (laid,))
            continue
        rng = _prepositional(p, v, preposition)
        if rng:
            return Content(preposition, (_with_adverbial(p, v, rng),), hearer)
    if "object" in cue.frames:
        rng = _denied_before(p, v, cue) or (
            _object(p, v, passive) if cue_last == v else _particle_object(p, v, cue_last)
        )
        if rng:
            if cue.mood_for("object") in ("praise", "accuse"):
                rng = rng[0], _reason(p, v, rng[1])
            return Content("object", (rng,), hearer)
    return None


def _hearer(p: Passage, v: int, cue: Cue, cue_last: int, passive: bool) -> int | None:
    if "addressee" in cue.frames and cue.word.rsplit(" ", 1)[-1] in PREPOSITIONS and cue_last > v:
        return p.kid(cue_last, "pobj")
    if passive and "addressee" in cue.frames:
        return p.kid(v, "nsubjpass")
    if "addressee" in cue.frames:
        return p.kid(v, "dobj", "dative")
    for k in p.kids[v]:
        if p.deps[k] in ("prep", "dative") and p.lemmas[k] == "to":
            return p.kid(k, "pobj")
    return None


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
            if to is not None and not (
                p.deps[k] == "advcl" and p.words[to - 1].lower() in (",", "order") and not _behind_hearer(p, v, to)
            ):
                return (p.left[k] if p.words[p.left[k]].lower() == "for" else _with_not(p, k, to)), p.right[k]
    for k in p.kids[v]:
        # "called on nations … to act", "asked them to go": the infinitive may hang on the object
        if k > v and p.deps[k] in ("dobj", "prep", "dative"):
            for kk in p.kids[k] + [m for o in p.kids[k] for m in p.kids[o]]:
                if p.deps[kk] in ("acl", "relcl", "xcomp", "advcl") and p.tags[kk] == "VB":
                    to = next((m for m in p.kids[kk] if p.tags[m] == "TO" and m < kk), None)
                    if to is not None and not (p.deps[k] == "prep" and p.lemmas[k] == "against"):
                        return _with_not(p, kk, to), p.right[kk]
    return None


def _with_not(p: Passage, verb: int, to: int) -> int:
    """ "Asked them *not* to go": the negation is half of what was said."""
    return to - 1 if to > 0 and p.heads[to - 1] == verb and p.words[to - 1].lower() in ("not", "never") else to


def _behind_hearer(p: Passage, v: int, to: int) -> bool:
    """True when only the hearer of "called on" and what stands beside their name is between the cue and the "to"."""
    if p.words[to - 1] != ",":
        return False
    on = next((k for k in p.kids[v] if v < k <= v + 2 and p.lemmas[k] in ("on", "upon", "to")), None)
    hearer = p.kid(on, "pobj") if on is not None else p.kid(v, "dobj")
    return hearer is not None and p.right[hearer] in (to - 1, to - 2)


def _gerund(p: Passage, v: int) -> Range | None:
    for k in p.kids[v]:
        if (
            k > v
            and (p.tags[k] == "VBG" or any(p.words[m].lower() == "having" for m in p.kids[k]))
            and p.deps[k] in ("xcomp", "ccomp", "dobj", "pcomp")
            and not is_fence(p, p.left[k] - 1)
        ):
            return p.left[k], p.right[k]
    return None


def _complement(p: Passage, v: int) -> Range | None:
    """Object and predicate: "called *it a lie*", "called *half of them deplorable*"."""
    kids = [k for k in p.kids[v] if k > v and p.deps[k] in ("dobj", "oprd", "ccomp", "xcomp", "acomp", "attr", "nmod")]
    if len(kids) >= 2:
        return p.left[kids[0]], p.right[kids[-1]]
    for k in kids:
        if p.deps[k] in ("ccomp", "xcomp", "oprd") and (own_subject(p, k) or p.left[k] < k):
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
            if k <= v or p.deps[k] != "dobj":
                continue
            for kk in p.kids[k]:
                deed = p.kid(kk, "pcomp", "pobj") if p.lemmas[kk] == preposition else None
                if deed is not None and (p.deps[deed] == "pcomp" or (p.pos[k] == "PROPN" and p.pos[deed] == "NOUN")):
                    return p.left[deed], p.right[kk]
    return None


def _laid_on(p: Passage, v: int) -> Range | None:
    """ "Blamed *the collapse on Sweden*": the thing and the one it is laid on, both are what was said."""
    thing = p.kid(v, "dobj")
    if thing is None or thing < v:
        return None
    for t in range(thing + 1, p.right[v] + 1):
        if p.words[t] in (",", ";", "—"):
            break
        if p.lemmas[t] == "on" and p.deps[t] == "prep" and p.kid(t, "pobj") is not None:
            return p.left[thing], p.right[t]
    return None


def _reason(p: Passage, v: int, end: int) -> int:
    """On to the "for" behind the object of a verb of praise or blame ("thanked Georgia *for its patience*")."""
    for k in p.kids[v]:
        if p.deps[k] == "prep" and p.lemmas[k] in ("for", "over") and p.left[k] == end + 1:
            return p.right[k]
    return end


def _object(p: Passage, v: int, passive: bool) -> Range | None:
    if passive:
        k = p.kid(v, "nsubjpass")
        return (p.left[k], p.right[k]) if k is not None and p.pos[k] != "PRON" else None
    for k in p.kids[v]:
        if p.deps[k] in _OBJECTS and k > v and p.pos[k] in ("NOUN", "PROPN", "NUM", "ADJ", "VERB"):
            if any(p.lemmas[m] in ("this", "these", "that", "those", "such") for m in p.kids[k] if m < k):
                return None  # "echoed *these concerns*": the content is elsewhere
            return p.left[k], _noun_end(p, k)
    for k in p.kids[v]:
        if k > v and p.deps[k] in ("ccomp", "dobj") and p.words[p.left[k]].lower() == "what" and p.left[k] <= v + 2:
            return p.left[k], p.right[k]  # "rejected *what he called a trap*"
    return None


def _denied_before(p: Passage, v: int, cue: Cue) -> Range | None:
    """ "…, *a charge* the ministry denied": the object of a relative clause stands before it."""
    if p.deps[v] not in ("relcl", "acl") or cue.mood_for("object") not in _ANSWERS or not own_subject(p, v):
        return None
    noun = p.heads[v]
    if noun > v or p.kid(v, "dobj", "ccomp", "xcomp") not in (None, p.left[v]):
        return None
    gap = p.words[p.left[v]].lower()
    if p.heads[p.left[v]] == v and p.deps[p.left[v]] in ("nsubj", "nsubjpass") and gap in ("who", "which", "that"):
        return None
    return p.left[noun], noun


def _charge_before(p: Passage, v: int, cue: Cue) -> Range | None:
    """The same where the parser made it the object: "…, *a charge* the ministry denies"."""
    noun = p.kid(v, "dobj")
    who = p.kid(v, "nsubj")
    if noun is None or who is None or noun > who or cue.mood_for("object") not in _ANSWERS:
        return None
    return (p.left[noun], noun) if p.left[noun] > 0 and p.words[p.left[noun] - 1] == "," else None


def _particle_object(p: Passage, v: int, last: int) -> Range | None:
    """The object of "point to", "speak of", "rule out": after the preposition, or the verb's own."""
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

"""Where names stand in a passage: the codebook's longest match, then the recogniser's entities, then capitals.

The recogniser (spaCy's small English model) is often wrong on a title, a curly quote or a foreign name, so its spans
are trimmed of titles and role words and mended over neighbouring capitals before they are believed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.codebook.model import ActorEntry
from parley.language.actors.fold import fold, plain, same_given
from parley.language.actors.lexicon import How, Lexicon
from parley.language.actors.words import (
    HONORIFICS,
    NOT_NAMES,
    OFFICE_TOPICS,
    PARTICLES,
    PLACE_NOUNS,
    ROLE_MODIFIERS,
    SUFFIXES,
)
from parley.language.passage import Passage

Label = Literal["person", "org", "place", "norp", "entry", "other"]
_LABELS: dict[str, Label] = {
    "PERSON": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "other", "NORP": "norp",
    "PRODUCT": "other", "WORK_OF_ART": "other", "EVENT": "other", "LAW": "other",
}  # fmt: skip
_LEADS = frozenset("the a an its his her their our this that".split())


@dataclass(slots=True)
class NameSpan:
    """A name at tokens `first` to `last` (inclusive). `entry` and `how` when the codebook knows it; `titled` when a
    title or a role word stands right before it, at tokens from `role_first` on.
    """

    first: int
    last: int
    label: Label
    entry: ActorEntry | None = None
    how: How | None = None
    titled: bool = False


def find_names(p: Passage, lex: Lexicon) -> list[NameSpan]:
    """The names of a passage in text order; they do not overlap."""
    text, words, n = plain(p.text), p.words, len(p.words)
    by_lead, base = lex.by_lead, p.start
    ents = _entities(p, lex)
    out: list[NameSpan] = []
    i = 0
    while i < n:
        word = words[i]
        ent = ents.get(i)
        span: NameSpan | None = None
        lead = word if word.isalnum() else _lead(word)
        if lead in by_lead or (not lead.isascii() and plain(lead) in by_lead):
            span = _codebook(p, lex, i, plain(lead), text, base)
        if ent is not None and (span is None or _prefer_entity(p, lex, span, ent)):
            span = ent
        if span is None and word[0].isupper():
            span = _capitals(p, lex, i, ents)
        if span is None:
            i += 1
            continue
        out.append(span)
        i = span.last + 1
    out = _whole(p, out)
    for span in out:
        if _named_beside_role(p, lex, span):
            span.label = "person"
        span.titled = span.titled or (span.first > 0 and _is_title(lex, words[span.first - 1]))
    return out


def _whole(p: Passage, spans: list[NameSpan]) -> list[NameSpan]:
    """Unknown names next to each other that the parser reads as one compound are one name ("Ana" + "Prado")."""
    out: list[NameSpan] = []
    for s in spans:
        before = out[-1] if out else None
        if (
            before is not None
            and before.entry is None
            and s.entry is None
            and before.last + 1 == s.first
            and p.deps[before.last] == "compound"
            and s.first <= p.heads[before.last] <= s.last
        ):
            out[-1] = NameSpan(before.first, s.last, s.label, titled=before.titled)
        else:
            out.append(s)
    return out


def _named_beside_role(p: Passage, lex: Lexicon, s: NameSpan) -> bool:
    """ "Brazil's chief negotiator, *Ana Prado*, warned": two capitals between commas behind a role are a person."""
    words, after = p.words, s.last + 1
    return (
        s.entry is None
        and s.label in ("org", "place", "other", "norp")
        and 1 <= s.last - s.first <= 3
        and s.first > 1
        and words[s.first - 1] == ","
        and words[s.first - 2].lower() in lex.role_nouns
        and p.deps[s.last] in ("appos", "nsubj", "conj")
        and (after >= len(p) or words[after] in (",", "."))
        and all(words[t][0].isupper() and words[t].isalpha() for t in range(s.first, s.last + 1))
        and words[s.last].lower() not in lex.group_nouns
    )


def _lead(word: str) -> str:
    end = 0
    while end < len(word) and (word[end].isalnum() or word[end] == "_"):
        end += 1
    return word[:end]


def _is_title(lex: Lexicon, word: str) -> bool:
    return word[:1].isupper() and (word.lower().rstrip(".") in lex.titles or word.lower() in lex.role_nouns)


def _plural_role(lex: Lexicon, word: str) -> bool:
    return word.endswith("s") and len(word) > 2 and word[:-1].lower() in lex.role_nouns


def _codebook(p: Passage, lex: Lexicon, i: int, lead: str, text: str, base: int) -> NameSpan | None:
    found = lex.match(lead, text, p.starts[i] - base)
    if not found:
        return None
    length, sense = found
    end, j = p.starts[i] + length, i
    while j + 1 < len(p.words) and p.ends[j] < end:
        j += 1
    if p.ends[j] > end and text[end - base : end - base + 1] == "-":
        return None  # "U.S.-backed" in one token names no one
    if lex.sense(text[p.starts[i] - base : end - base]) is None:
        return None
    if i and p.words[i - 1] == "-" and p.ends[i - 1] == p.starts[i] and sense.how != "name":
        return None
    if len(lead) == length and p.words[i].isalpha() and sense.entry.kind != "person" and _first_name(p, lex, i, j):
        return None
    if sense.entry.kind == "outlet" and i == j and not p.tags[i].startswith("NNP"):
        return None  # "Time" and "Independent" are words first
    short = sense.entry.kind == "person" and sense.how == "name" and i == j and " " in sense.entry.name
    return NameSpan(i, j, "entry", sense.entry, "surname" if short else sense.how)


def _first_name(p: Passage, lex: Lexicon, i: int, j: int) -> bool:
    """A state's name that is a given name here ("Jordan Peterson", "Chad Smith")."""
    return (
        p.deps[j] == "compound"
        and any(a <= i and b > j + 1 and label == "PERSON" for a, b, label in p.ents)
        and not (
            any(w.lower() in lex.role_nouns or w.lower().rstrip(".") in lex.titles for w in p.words[j + 1 : j + 4])
        )
    )


def _entities(p: Passage, lex: Lexicon) -> dict[int, NameSpan]:
    """The recogniser's entities by first token, trimmed and mended."""
    out: dict[int, NameSpan] = {}
    taken = -1
    for first, end, name in p.ents:
        label = _LABELS.get(name)
        if label is None or first <= taken:
            continue
        span = _trim(p, lex, first, end - 1, label)
        if span is not None and span.first > taken:
            out[span.first] = span
            taken = span.last
    return out


def _trim(p: Passage, lex: Lexicon, first: int, last: int, label: Label) -> NameSpan | None:
    words = p.words
    while first < last and (words[first].lower() in _LEADS or not words[first][0].isalnum()):
        first += 1
    while (
        last > first
        and (words[last] in ("'s", "’s", "'", "’") or not words[last][-1].isalnum())
        and words[last][-1] != "."
    ):
        last -= 1
    for t in range(last, first, -1):
        if p.words[t] == ":":
            first = t + 1
            break
    for t in range(first + 1, last + 1):
        if p.tags[t] in ("VBZ", "VBD", "VBP") or words[t] in ('"', "'", ",", "“", "("):
            last = t - 1
            break
    titled = False
    if label == "other" and first < last <= first + 3 and words[first].lower().rstrip(".") in HONORIFICS:
        label = "person"  # "Ms Taldory" taken for a work of art
    if label == "person" or (label == "org" and words[last].lower() not in lex.group_nouns):
        for t in range(last - 1, first - 1, -1):
            if _is_title(lex, words[t]) or words[t].lower() in lex.role_nouns:
                first, titled = t + 1, True
                if label == "org":
                    label = "person"
                break
    if label == "person":
        stop = first
        while stop <= last and (
            words[stop][0].isupper()
            or words[stop].lower() in PARTICLES
            or words[stop] == "-"
            or (words[stop - 1] == "-" and stop > first + 2 and words[stop].isalpha())  # "Park Min-jun"
        ):
            stop += 1
        while stop > first and words[stop - 1] == "-":
            stop -= 1
        last = min(last, stop - 1)
        if last >= first:
            first, last = _mend(p, lex, first, last)
    if label == "person" and first == last and words[first].lower().rstrip(".") in lex.titles:
        return None  # "Brig"
    if first == last and len(words[first].rstrip(".")) < 2:
        return None
    if label == "person" and last > first and words[last].lower() in PLACE_NOUNS:
        label = "place"
    if label == "person" and _plural_role(lex, words[last]):
        return None  # "Jordan MPs"
    if last < first or not words[first][0].isalnum() or (words[first].lower() in NOT_NAMES and first == last):
        return None
    if not any(words[t][0].isupper() for t in range(first, last + 1)):
        return None
    return NameSpan(first, last, label, titled=titled)


def _mend(p: Passage, lex: Lexicon, first: int, last: int) -> tuple[int, int]:
    """A person's span grown over capitals that belong to the same compound."""
    words, n = p.words, len(p.words)
    while last + 1 < n and last - first < 5:
        nxt = words[last + 1]
        joined = p.starts[last + 1] == p.ends[last]
        if nxt == "-" and joined and last + 2 < n and words[last + 2][0].isupper():
            last += 2
        elif (
            nxt == "-"
            and joined
            and last > first
            and last + 2 < n
            and p.starts[last + 2] == p.ends[last + 1]
            and (words[last + 2].isalpha() and len(words[last + 2]) < 7 and p.deps[last + 2] not in ("amod",))
        ):  # "Park Min-jun"
            last += 2
        elif nxt.lower() in SUFFIXES or (
            nxt[0].isupper()
            and p.tags[last + 1] == "NNP"
            and p.deps[last] == "compound"
            and p.heads[last] > last
            and not _common(lex, nxt.lower())
        ):
            last += 1
        else:
            break
    while first > 0 and last - first < 5:
        prev = words[first - 1]
        lower = prev.lower()
        if (prev == "-" and first > 1 and p.ends[first - 1] == p.starts[first] and words[first - 2][0].isalpha()) or (
            lower in PARTICLES and lower != "la" and first > 1 and words[first - 2][0].isupper() and prev.islower()
        ):
            first -= 2
        elif (
            prev[0].isupper()
            and p.tags[first - 1] == "NNP"
            and p.deps[first - 1] == "compound"
            and (
                first <= p.heads[first - 1] <= last
                and not _common(lex, lower)
                and lex.match(prev, p.text, p.starts[first - 1] - p.start) is None
            )
        ):
            first -= 1
        else:
            break
    return first, last


def _common(lex: Lexicon, word: str) -> bool:
    """A capitalised word before a name that is a title, a role, a body or a day and no given name."""
    bare = word.rstrip(".")
    return (
        bare in lex.titles
        or bare in lex.role_nouns
        or bare in lex.group_nouns
        or word in NOT_NAMES
        or word in OFFICE_TOPICS
    )


def _prefer_entity(p: Passage, lex: Lexicon, span: NameSpan, ent: NameSpan) -> bool:
    """Whether the recogniser's longer span beats the codebook's ("Jordan Smith", "Russian Defence Ministry")."""
    assert span.entry is not None
    if ent.last <= span.last or (span.entry.kind == "person" and span.last > span.first):
        return False
    rest = p.words[span.last + 1 : ent.last + 1]
    if any(w in ("'s", "’s", "'", "’") for w in rest):
        return False
    if ent.label == "person":
        return span.how != "demonym"
    after = p.words[ent.last + 1].lower() if ent.last + 1 < len(p) else ""
    if after in lex.role_nouns and all(
        w.lower() in OFFICE_TOPICS or w.lower() in ROLE_MODIFIERS or w == "National" for w in rest
    ):
        return False  # "U.S. National Security Adviser"
    return rest[-1][0].isupper() and not any(w.lower() in lex.role_nouns for w in rest)


def _capitals(p: Passage, lex: Lexicon, i: int, ents: dict[int, NameSpan]) -> NameSpan | None:
    """A run of capitalised proper nouns that the recogniser missed, titles and role words left out."""
    words, tags, n = p.words, p.tags, len(p.words)
    if not tags[i].startswith("NNP"):
        return None
    j = i
    while j + 1 < n and j + 1 not in ents and j - i < 6:
        w = words[j + 1]
        if w in lex.by_lead and (found := lex.match(w, p.text, p.starts[j + 1] - p.start)) and found[0] > len(w):
            break
        if w[0].isupper() and tags[j + 1].startswith("NNP") and p.deps[j] in ("compound", "nmod", "punct"):
            j += 1
        elif (
            (w == "-" or w.lower() in PARTICLES)
            and j + 2 < n
            and words[j + 2][0].isupper()
            and j + 2 not in ents
            and (w != "-" or p.ends[j] == p.starts[j + 1])
        ):
            j += 2
        else:
            break
    first, titled = i, False
    for t in range(i, j + 1):
        if _is_title(lex, words[t]):
            first, titled = t + 1, True
    if first > j:
        return None
    if _plural_role(lex, words[j]):
        return None
    if words[j].lower() in lex.group_nouns:
        return NameSpan(i, j, "org")
    if words[first].lower() in NOT_NAMES or (first == j and len(words[j]) < 2):
        return None
    return NameSpan(first, j, "person" if titled else "other", titled=titled)


def resolve_surname(p: Passage, lex: Lexicon, span: NameSpan) -> None:
    """Lead a person's name outside the codebook's list of names to its entry, by folded surname and given name.

    "Steven Witkoff" is Steve Witkoff, "Zelenskiy" is Zelensky, but "Melania Trump" is not Donald Trump.
    """
    if span.entry is not None or span.label not in ("person", "other", "org"):
        return
    last = span.last
    while last > span.first and p.words[last].lower() in SUFFIXES:
        return
    start = last
    while start - 2 >= span.first and p.words[start - 1] == "-":
        start -= 2
    key = fold(p.words[last]) if start == last else fold("".join(p.words[start : last + 1]))
    entry = lex.surnames.get(key) or (lex.surnames.get(fold(p.words[last])) if start != last else None)
    if entry is None:
        return
    given = [p.words[t] for t in range(span.first, start) if p.words[t] != "-"]
    if not given:
        if span.label != "org" or p.words[last] == entry.name.split()[-1]:
            span.entry, span.how = entry, "surname"
    elif same_given(fold(given[0]), fold(entry.name.split()[0])):
        span.entry, span.how = entry, "name"

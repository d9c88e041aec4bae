"""Articles -> lineages: identical bodies by digest, near copies by shared shingles, one origin a group.

The method is leader clustering over an inverted index of sampled five-word shingles (Broder 1997 for shingling,
containment and sampling by value). Articles are taken in one fixed order, each is compared only with the leaders that
share its rarer shingles, and a copy adds nothing to the index: a wire story on a hundred sites costs a hundred
look-ups, not a hundred times a hundred comparisons.

Measured on 206 short news articles about 61 happenings (135,000 words, 0.7 microseconds a word): no two independent
reports are called copies; the closest pair of them has a Jaccard similarity of .26 and a containment of .52.
"""

# ruff: noqa: D102  (the members of the protocol are described in its docstring)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from parley.lineage.shingles import Sketch, overlap, plain, sketch
from parley.records import Lineage

JACCARD = 0.5
"""Two bodies of equal length that share two thirds of their shingles. Independent reports of one happening share
their quotations and seldom reach .2."""
CONTAINED = 0.8
"""A shortened copy: nearly all of it stands in the longer article ..."""
CONTAINED_JACCARD = 0.2
"""... which is at most about five times as long, so that a long report that also prints a wire note stays its own."""
SHARED = 20
"""Shingles a near copy shares at least: two notes of one sentence each are compared only for identity."""
CROWD = 64
"""A shingle already held by this many leaders is furniture ("sign up for our newsletter") and finds nobody."""
VERIFIED = 8
"""Leaders compared in full, those with the most sampled shingles in common first."""


class Traceable(Protocol):
    """What lineage needs of an article; `parley.records.Article` has it.

    `published` is an ISO date (a shorter one counts as its first day) or None.
    """

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def published(self) -> str | None: ...
    @property
    def credit(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def body_text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    published: str
    credit: str
    outlet: str
    sketch: Sketch


def trace(articles: Iterable[Traceable]) -> list[Lineage]:
    """The lineage of every article, in the order of their ids.

    The origin of a group is the article whose outlet the others credit; failing that the earliest published (unknown
    dates last), then one without a credit, then the smallest id. `copy_kind` compares with the origin: `identical`
    when the bodies are the same but for white space, case, quotation marks and dashes, else `near`. An article
    without a body is nobody's copy. The order in which the articles come does not matter; one id given twice counts
    once.
    """
    entries = {a.id: _entry(a) for a in articles}
    ordered = sorted(entries.values(), key=lambda e: (e.published, e.id))
    lineages = []
    for group in _groups(ordered):
        origin = _origin(group)
        for e in group:
            if e is origin:
                lineages.append(Lineage(e.id, origin.id))
                continue
            same = e.sketch.digest == origin.sketch.digest
            kind: Literal["identical", "near"] = "identical" if same else "near"
            lineages.append(Lineage(e.id, origin.id, copy_of=origin.id, copy_kind=kind))
    return sorted(lineages, key=lambda x: x.article)


def _entry(article: Traceable) -> _Entry:
    return _Entry(
        id=article.id,
        published=article.published or "9999",
        credit=_name(article.credit),
        outlet=_name(article.outlet),
        sketch=sketch(article.body_text),
    )


def _name(text: str | None) -> str:
    """An outlet's or agency's name for comparing: letters and digits only, without a leading article."""
    words = "".join(c if c.isalnum() else " " for c in plain(text or "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _groups(ordered: list[_Entry]) -> list[list[_Entry]]:
    """Articles in groups of copies; the first of each group is its leader."""
    groups: list[list[_Entry]] = []
    by_digest: dict[bytes, int] = {}
    index: dict[int, list[int]] = {}
    for e in ordered:
        place = by_digest.get(e.sketch.digest) if e.sketch.digest else None
        if place is None:
            place = _nearest(e.sketch, groups, index)
        if place is None:
            place = len(groups)
            groups.append([])
            for value in e.sketch.index:
                holders = index.setdefault(value, [])
                if len(holders) < CROWD:
                    holders.append(place)
        groups[place].append(e)
        if e.sketch.digest:
            by_digest.setdefault(e.sketch.digest, place)
    return groups


def _nearest(body: Sketch, groups: list[list[_Entry]], index: dict[int, list[int]]) -> int | None:
    """The group whose leader this body copies most closely, or None."""
    votes: Counter[int] = Counter()
    for value in body.index:
        holders = index.get(value)
        if holders and len(holders) < CROWD:
            votes.update(holders)
    best: tuple[float, int] | None = None
    for place, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:VERIFIED]:
        jaccard, contained, shared = overlap(body, groups[place][0].sketch)
        near = jaccard >= JACCARD or (contained >= CONTAINED and jaccard >= CONTAINED_JACCARD)
        if near and shared >= SHARED and (best is None or jaccard > best[0]):
            best = (jaccard, place)
    return None if best is None else best[1]


def _origin(group: list[_Entry]) -> _Entry:
    credited = {e.credit for e in group if e.credit}

    def rank(e: _Entry) -> tuple[bool, str, bool, str]:
        return (
            not (e.outlet and e.outlet in credited and e.credit in ("", e.outlet)),
            e.published,
            bool(e.credit),
            e.id,
        )

    return min(group, key=rank)

"""Who a phrase of an event is: its words on the page and the actor it means."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from parley.coding.events.tree import behind, conjuncts, real, speaker_above
from parley.language.actors.index import ActorIndex
from parley.language.passage import Passage

_CLAUSES = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "ccomp", "preconj", "case"})
_LONGEST = 24
_OWNING = ("of", "by", "from")
_ABOUT = ("of", "by", "from", "against", "with", "for", "in", "to", "on")
_THIRD = frozenset({"it", "they", "he", "she"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: names, words, parties, and whether a proper name stands in the words."""

    names: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    proper: bool = False

    @property
    def name(self) -> str | None:
        """The names, "; " between several."""
        return "; ".join(self.names) or None

    @property
    def text(self) -> str | None:
        """The words on the page, "; " between several."""
        return "; ".join(self.texts) or None


def side(
    p: Passage, tokens: Sequence[int], actors: ActorIndex, peoples: Mapping[str, str], acting: bool = False
) -> Side:
    """The side made up of the phrases headed by `tokens` (each already without its conjuncts).

    `peoples` leads from the words of a people ("Russian") to the state. `acting`: of what is no actor only whose it
    is may stand for it ("Kyiv's decision"), not whom it is about ("turmoil in Kyiv").
    """
    names: dict[str, None] = {}
    parties: dict[str, None] = {}
    texts: dict[str, None] = {}
    proper = any(named(p, i) for t in tokens for i in range(bounds(p, t)[0], bounds(p, t)[1] + 1))
    for t in tokens:
        t = antecedent(p, real(p, t))
        texts[" ".join(phrase(p, t).split())] = None
        found = _actor(p, t, actors, acting)
        if found is None and p.words[t] in peoples:
            found = peoples[p.words[t]], peoples[p.words[t]]
        if found is None:
            found = next(
                (
                    (peoples[w], peoples[w])
                    for k in p.kids[t]
                    if p.deps[k] in ("amod", "compound", "nmod")
                    for w in (p.words[k],)
                    if w in peoples
                ),
                None,
            )
        if found is None:
            continue
        names[found[0]] = None
        if found[1]:
            parties[found[1]] = None
    return Side(tuple(names), tuple(texts), tuple(parties), proper)


def antecedent(p: Passage, t: int) -> int:
    """For a pronoun in reported words the speaker of them ("*Jordan* said *it* would"), whose words tell more."""
    if p.pos[t] == "PRON" and p.words[t].lower() in _THIRD:
        node = t
        for _ in range(3):
            node = p.heads[node]
            if p.pos[node] in ("VERB", "AUX"):
                break
        found = speaker_above(p, node)
        if found is not None and p.pos[found] in ("NOUN", "PROPN") and _fits(p, t, found):
            return found
    return t


def _fits(p: Passage, pronoun: int, noun: int) -> bool:
    plural = p.tags[noun] in ("NNS", "NNPS") or any(p.deps[k] == "conj" for k in p.kids[noun])
    word = p.words[pronoun].lower()
    if word in ("they", "them"):
        return plural or not any(a <= noun < b and label == "PERSON" for a, b, label in p.ents)
    person = any(a <= noun < b and label == "PERSON" for a, b, label in p.ents)
    return not plural and (word != "it") == person if word in ("it", "he", "she") else False


def phrase(p: Passage, t: int) -> str:
    """The words of a noun phrase, without what follows it as a clause of its own."""
    first, last = bounds(p, t)
    return p.text_of(first, last)


def bounds(p: Passage, t: int, steps: int = 4) -> tuple[int, int]:
    """First and last token of a noun phrase, relative clauses and conjuncts left off, apposed names kept."""
    first, last = p.left[t], t
    for k in p.kids[t]:
        if k < t:
            if p.deps[k] in ("cc", "punct", "preconj") and p.left[k] == first:
                first = p.right[k] + 1
        elif p.deps[k] == "prep":
            if p.pos[t] == "PROPN" and p.lemmas[k] in ("in", "at", "on"):
                continue  # "met Lavrov in Geneva": where, not who
            inner = next((m for m in p.kids[k] if p.deps[m] == "pobj"), None)
            last = max(last, bounds(p, inner, steps - 1)[1] if inner is not None and steps else k)
        elif p.deps[k] == "appos":
            if p.pos[t] == "NOUN" and named(p, k) and steps:
                last = max(last, bounds(p, k, steps - 1)[1])  # "his counterpart, Najla Odeh"
        elif p.deps[k] not in _CLAUSES and p.right[k] - t <= _LONGEST:
            last = max(last, p.right[k])
    if t - first > _LONGEST:
        first = t
    return first, min(last, t + 2 * _LONGEST)


def is_side(p: Passage, t: int, actors: ActorIndex, mine: Container[str | None] = ()) -> bool:
    """Whether the phrase means, or belongs to, someone else than `mine` who acts (or a place)."""
    found = _actor(p, t, actors)
    return (found is not None and found[0] not in mine) or (found is None and named(p, t))


def named(p: Passage, t: int) -> bool:
    """Whether the head of the phrase is a proper name."""
    if p.pos[t] == "PROPN":
        return True
    return any(a <= t < b and label in ("GPE", "NORP", "PERSON", "ORG", "LOC", "FAC") for a, b, label in p.ents)


def _actor(p: Passage, t: int, actors: ActorIndex, acting: bool = False) -> tuple[str, str | None] | None:
    """Name and party of the actor a phrase means; of a plan, decision or call, of the actor whose it is."""
    found = actors.resolve(p.index, t)
    if found.is_actor and found.name:
        return found.name, found.party
    for inner in _inside(p, t, acting):
        found = actors.resolve(p.index, inner)
        if found.is_actor and found.name:
            return found.name, found.party
    return None


def _inside(p: Passage, t: int, acting: bool) -> list[int]:
    """Tokens in a phrase that may name whose it is: possessor, "of" and "by", then modifiers."""
    owners = [k for k in p.kids[t] if p.deps[k] == "poss"]
    owners += behind(p, t, *(_OWNING if acting else _ABOUT))
    owners += [
        k
        for k in p.kids[t]
        if p.deps[k] in ("compound", "nmod", "amod") and p.pos[k] in ("PROPN", "ADJ") and p.words[k][:1].isupper()
    ]
    return owners[:6]


def spread(p: Passage, tokens: Sequence[int]) -> list[int]:
    """The tokens with everything coordinated with them."""
    out: dict[int, None] = {}
    for t in tokens:
        for c in conjuncts(p, t):
            out[c] = None
    return list(out)

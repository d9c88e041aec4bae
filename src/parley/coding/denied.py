"""Claims of others that a denial repeats: "*Chile's claim that its boats are safe* is false", the ministry said.

Such a denial carries both sides: whose claim it is, and that the speaker denies it. So no word of the codebook is
needed to know a matter of fact when one is disputed.
"""

from __future__ import annotations

from collections.abc import Iterator

from parley.language.passage import Passage

_CLAIMS = frozenset(("claim", "assertion", "allegation", "accusation", "contention", "insinuation"))


def repeated(p: Passage, first: int, last: int) -> Iterator[tuple[int, int]]:
    """(token of whose claim it is, verb of what is claimed) of the claims that stand between two tokens."""
    for noun in range(first, last + 1):
        if p.lemmas[noun] not in _CLAIMS or p.pos[noun] != "NOUN":
            continue
        owner = p.kid(noun, "poss")
        verb = next(
            (
                k
                for k in p.kids[noun]
                if p.deps[k] in ("acl", "ccomp", "relcl")
                and any(p.deps[m] == "mark" and p.lemmas[m] == "that" for m in p.kids[k])
            ),
            None,
        )
        if owner is not None and verb is not None and owner >= first:
            yield owner, verb


def name_of(p: Passage, verb: int) -> str:
    """What is claimed, in a word: the verb, or what a form of "be" says of its subject ("is missing", "are safe")."""
    if p.lemmas[verb] == "be":
        said = p.kid(verb, "acomp", "attr")
        return p.lemmas[verb if said is None else said]
    being = any(p.lemmas[k] == "be" and p.deps[k] in ("aux", "auxpass") for k in p.kids[verb])
    return p.words[verb].lower() if being else p.lemmas[verb]

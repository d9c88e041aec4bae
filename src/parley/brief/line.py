"""A statement as a line: the words the brief puts before the quotation, which claim no more than it shows."""

from __future__ import annotations

from parley.analysis import Said
from parley.brief.model import Line
from parley.brief.text import clean, cut, when_words

# The past tense is what reported speech has, and it is the same for one speaker and for many.
VERBS = {
    "assert": "said", "deny": "denied", "demand": "demanded", "offer": "offered", "accept": "accepted",
    "reject": "rejected", "accuse": "accused", "praise": "praised", "warn": "warned", "promise": "promised",
    "predict": "predicted", "refuse-comment": "declined to comment",
}  # fmt: skip
AT = frozenset({"accuse", "praise"})
"""Moods whose addressee is whom they are about rather than who listens."""
MANNER = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}
PLACES = {"headline": "in the headline", "keypoints": "in the key points"}
DECIDED = {"accepted": "confirmed by a person", "corrected": "corrected by a person"}
UNKNOWN_SIDE = "Side unknown"
UNSURE = 0.5
"""A confidence below this is told to the reader."""
_LED = ("in ", "on ", "at ", "by ", "to ", "via ", "through ", "during ", "according ", "told ", "from ")


def line(s: Said, *, with_party: bool = True, with_date: bool = True, naming: str = "") -> Line:
    """The line for a statement. `naming` says how the other side comes in; under a heading that already tells the
    party or the date, these are left out."""
    return Line(
        who=named(s.speaker, s.speaker_text),
        party=s.party if with_party else None,
        does=VERBS.get(s.mood, clean(s.mood)),
        tags=tuple(tag for tag in _tags(s, with_date, naming) if tag),
        evidence=(s.evidence,),
        also=s.also,
        verbatim=s.type == "direct",
    )


def named(speaker: str | None, words: str | None) -> str:
    """Who speaks: the actor's name, for an unnamed one the description, else the words on the page."""
    name = clean(speaker)
    if name.startswith("anonymous:"):
        name = name.removeprefix("anonymous:").strip()
        return f"{name[:1].upper()}{name[1:]} (unnamed)" if name else "Unnamed source"
    return name or (f"“{cut(clean(words), 60)}”" if clean(words) else "Unknown speaker")


def hearer(addressee: str) -> str:
    """Who was spoken to, as words within a line."""
    return clean(addressee).removeprefix("anonymous:").removeprefix("to ").strip()


def _tags(s: Said, with_date: bool, naming: str) -> list[str]:
    tags = [MANNER.get(s.type, clean(s.type))]
    if s.cue and s.mood != "assert":  # the word on the page that the verb before the quotation rests on
        tags.append(f"“{cut(clean(s.cue), 40)}”")
    if with_date:
        tags.append(_dating(s))
    if naming:
        tags.append(naming)
    elif s.addressee:
        tags.append(f"{'towards' if s.mood in AT else 'to'} {cut(hearer(s.addressee), 60)}")
    medium = cut(clean(s.medium), 60)
    if medium:
        tags.append(medium if medium.lower().startswith(_LED) else f"via {medium}")
    tags += [PLACES.get(s.where, ""), DECIDED.get(s.decision, "")]
    tags.append("uncertain" if s.confidence < UNSURE else "")
    return tags


def _dating(s: Said) -> str:
    date = when_words(s.when)
    if not date:
        return "undated"
    return date if s.dating == "said" else f"reported {date}"

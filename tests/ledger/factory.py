"""Coded articles made by hand: one page of three sentences, varied by name."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from parley.records import (
    Actor,
    Article,
    Block,
    Claim,
    Coded,
    Event,
    Mention,
    Position,
    Quantity,
    RunInfo,
    Statement,
    TimeExpression,
)

TEXT = """Sea envoy sees progress

Envoy Mira Tal of Norland said on Monday the talks were “going well”. Sudland denied the report.
"""

INFO = RunInfo("0.1.0", "en_test 1.0", "general", "c0ffee", "{}", ("pages",))


def at(text: str, words: str) -> tuple[int, int]:
    """Offsets of the first place where the words stand."""
    start = text.index(words)
    return start, start + len(words)


def article(name: str = "a.txt", text: str = TEXT, **fields: object) -> Article:
    """An article whose identity follows from its name and text, as a reader would derive it."""
    sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    key = hashlib.sha256(f"{name}\0{sha}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    made = Article(
        id=key,
        source=name,
        location=f"/pages/{name}",
        sha256=sha,
        text=text,
        blocks=(Block(0, len(text), "body"),) if text else (),
        body_text=text,
        title=text.partition("\n")[0] or None,
        outlet="The Sea Post",
        published="2031-05-06",
        published_from="printed",
        dateline=("Portmouth",),
        byline=("Ann Ink",),
        language="en",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def statement(of: Article, words: str, **fields: object) -> Statement:
    """A statement whose content is these words of the article."""
    start, end = at(of.text, words)
    made = Statement(
        id=f"{of.id}-s{start}-{end}",
        start=start,
        end=end,
        text=words,
        spans=(),
        speaker="Mira Tal",
        speaker_text=None,
        speaker_span=None,
        party="Norland",
        type="indirect",
        mood="assert",
        cue="said",
        cue_span=None,
        addressee=None,
        medium=None,
        said_on="2031-05-05",
        where="body",
        confidence=0.9,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def coded(name: str = "a.txt", text: str = TEXT, **fields: object) -> Coded:
    """TEXT (possibly with something after it) coded: two statements, one time, two actors, three mentions."""
    a = article(name, text, **fields)
    tal, sud = at(text, "Mira Tal"), at(text, "Sudland")
    envoy, monday = at(text, "Envoy Mira Tal of Norland"), at(text, "on Monday")
    return Coded(
        a,
        actors=(
            Actor("Mira Tal", "person", "Norland", ("Envoy",), ("Tal",)),
            Actor("Sudland", "state", "Sudland"),
        ),
        mentions=(
            Mention(*envoy, "Envoy Mira Tal of Norland", "Mira Tal", "description"),
            Mention(*tal, "Mira Tal", "Mira Tal", "name"),
            Mention(*sud, "Sudland", "Sudland", "name"),
        ),
        times=(TimeExpression(*monday, "on Monday", "DATE", "2031-05-05"),),
        statements=(
            statement(a, "the talks were “going well”", type="mixed", speaker_text="Envoy Mira Tal of Norland",
                      speaker_span=envoy, cue_span=at(text, "said")),
            statement(a, "the report", speaker="Sudland", party="Sudland", mood="deny", cue="denied", said_on=None),
        ),
    )  # fmt: skip


NEGOTIATED = (
    "Norland will meet Sudland on 12 May. It accepted a truce “only if” 3,000 men leave. Sudland denied losses."
)


def negotiated(name: str = "n.txt") -> Coded:
    """NEGOTIATED coded: an event to come, a position on a condition, a claim denied, a figure."""
    a = article(name, NEGOTIATED)
    event, position = at(a.text, "Norland will meet Sudland on 12 May"), at(a.text, "It accepted a truce “only if”")
    claim, figure = at(a.text, "losses"), at(a.text, "3,000 men")
    return Coded(
        a,
        events=(
            Event(f"{name}-e", *event, a.text[slice(*event)], (), "CONSULT", "meet", "Norland", "Norland", "Sudland",
                  "Sudland", "2031-05-12", None, None, "planned", 0.9, "CONSULT: meet [verb]"),
        ),
        positions=(
            Position(f"{name}-p", *position, a.text[slice(*position)], (at(a.text, "It accepted a truce"), at(a.text, "“only if”")),
                     "Norland", "ceasefire", "conditional", "truce", 60, ("3,000 men leave",), 0.7, "own", "2031-05-06",
                     None, 0.8, "truce < accept"),
        ),
        claims=(
            Claim(f"{name}-c", *claim, "losses", (), "losses: Sudland", "denies", "Sudland", "Sudland", None, None, 0.8),
        ),
        quantities=(Quantity(*figure, "3,000 men", 3000.0, "=", "person", "men"),),
    )  # fmt: skip

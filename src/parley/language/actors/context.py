"""One passage made ready for look-ups: name spans by token, quoted stretches, subjects of reporting verbs."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.language.actors.fold import plain
from parley.language.actors.lexicon import Lexicon
from parley.language.actors.names import NameSpan
from parley.language.passage import Passage

_OPEN, _CLOSE = "“„«", "”»"


@dataclass(slots=True)
class Context:
    """A passage with its names; `base` is the running number of its first sentence, `plain` its
    text without diacritics.

    `quote[i]` is 0 outside quotation marks, else the running number of the quotation, whose first and last tokens
    `quotations` gives. `speakers` are the subjects of reporting verbs, in order (`speaking` the same as a set).
    `left` and `right` hold, by the first token of a person's name, the token ranges of the descriptions before and
    after it; `belongs` leads from the head token of such a description to the name.
    """

    p: Passage
    base: int
    spans: list[NameSpan]
    plain: str
    at: dict[int, NameSpan] = field(default_factory=dict)
    quote: list[int] = field(default_factory=list)
    speakers: list[int] = field(default_factory=list)
    speaking: frozenset[int] = frozenset()
    quotations: dict[int, tuple[int, int]] = field(default_factory=dict)
    left: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    right: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    belongs: dict[int, NameSpan] = field(default_factory=dict)

    def sentence(self, token: int) -> int:
        """Running number of the sentence a token stands in."""
        return self.base + self.p.sent_of[token]


def build_context(p: Passage, base: int, spans: list[NameSpan], lex: Lexicon) -> Context:
    """The passage with its quotation marks and the subjects of its reporting verbs found."""
    c = Context(p, base, spans, plain(p.text))
    for span in spans:
        for t in range(span.first, span.last + 1):
            c.at[t] = span
    c.quote = _quotes(p)
    for t, number in enumerate(c.quote):
        if number:
            c.quotations[number] = (c.quotations.get(number, (t, t))[0], t)
    verbs, heads, lemmas = lex.cue_verbs, p.heads, p.lemmas
    c.speakers = [i for i, dep in enumerate(p.deps) if dep == "nsubj" and lemmas[heads[i]] in verbs and not c.quote[i]]
    c.speaking = frozenset(c.speakers)
    return c


def _quotes(p: Passage) -> list[int]:
    words = p.words
    if '"' not in words:
        return [0] * len(words)
    out, number, inside = [], 0, False
    for i, word in enumerate(words):
        if word == '"':
            char = p.text[p.starts[i] - p.start]
            opens = char in _OPEN or (char not in _CLOSE and not inside)
            if opens and not inside:
                number, inside = number + 1, True
                out.append(number)
                continue
            if not opens and inside:
                out.append(number)
                inside = False
                continue
        out.append(number if inside else 0)
    return out

"""How and where something was said: the medium and the hearer."""

from __future__ import annotations

from parley.codebook.model import Codebook
from parley.coding.reports import Report, last_token
from parley.language.passage import Passage

_PREPOSITIONS = frozenset(("in", "on", "via", "through", "during", "at", "to", "by"))
_OCCASIONS = frozenset(("conference", "briefing", "hearing", "rally", "interview"))
"""What may stand where the hearer stands: "told *a press conference*"."""
HEARERS = frozenset((
    "side", "party", "government", "administration", "authority", "nation", "country", "state", "power", "world",
    "community", "public", "audience", "crowd", "group", "coalition", "parliament", "council", "assembly", "committee",
    "congress", "court", "jury", "leadership", "delegation", "team", "staff", "press", "opposition", "union",
))  # fmt: skip
"""Nouns of those that can be spoken to though they name no actor: bodies, sides, audiences."""


class Channels:
    """Names of media and nouns of channels ("statement", "interview", "post") from the codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self.nouns = frozenset(codebook.channel_nouns)
        self.names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for medium in codebook.media:
            for alias in (medium.name, *medium.aliases):
                parts = tuple(alias.split())
                self.names.setdefault(parts[0], []).append((parts, medium.name))
        for known in self.names.values():
            known.sort(key=lambda item: (-len(item[0]), item[1]))

    def name_in(self, p: Passage, first: int, last: int) -> str | None:
        """The first named medium between two tokens."""
        for t in range(first, last + 1):
            for parts, name in self.names.get(p.words[t], ()):
                if tuple(p.words[t : t + len(parts)]) == parts:
                    return name
        return None

    def medium_of(self, p: Passage, report: Report) -> str | None:
        """The channel of a report: a named medium if its phrase has one, else the phrase's own words.

        Looks at the prepositional phrases of the cue verb and at those that open its sentence, outside the content.
        """
        if report.cue_range is None:
            return None
        v = report.cue_range[0]
        hearers = [m for k in p.kids[v] if k > v and p.deps[k] in ("dobj", "dative") for m in p.kids[k] if m > k]
        for k in p.kids[v] + hearers:
            if p.deps[k] not in ("prep", "advcl", "npadvmod") or self._inside(p, report, k):
                continue
            found = self._phrase(p, report, k)
            if found:
                return found
        occasion = p.kid(v, "dobj", "dative")
        if occasion is not None and p.lemmas[v] == "tell" and p.lemmas[occasion] in _OCCASIONS:
            return p.text_of(p.left[occasion], occasion).strip()
        return None

    def _phrase(self, p: Passage, report: Report, k: int) -> str | None:
        if p.deps[k] == "advcl":
            inner = next((m for m in p.kids[k] if p.deps[m] == "prep"), None)
            if inner is None or p.lemmas[k] not in ("speak", "write", "post", "appear", "talk", "address"):
                return None
            k = inner
        if p.deps[k] == "prep" and p.lemmas[k] not in _PREPOSITIONS:
            return None
        obj = p.kid(k, "pobj")
        if obj is None:
            return None
        first, last = p.left[obj], p.right[obj]
        for a, b in report.pieces:
            if p.ends[obj] <= a < p.ends[last]:
                last = last_token(p, a)  # the parser hung the content on the channel's noun
            elif p.starts[first] < b and a < p.ends[last]:
                return None
        noun = p.lemmas[obj] in self.nouns or p.words[obj].lower() in self.nouns
        named = self.name_in(p, first, last)
        if named and (noun or p.lemmas[k] in ("on", "to", "via", "in", "by")) and last - first <= 8:
            return named
        if noun and p.lemmas[k] != "to":
            number = obj + 1 < len(p) and p.heads[obj + 1] == obj and p.pos[obj + 1] == "NUM"
            return p.text_of(p.left[obj], obj + 1 if number else obj).strip()
        return None

    def _inside(self, p: Passage, report: Report, k: int) -> bool:
        return any(a <= p.starts[k] < b for a, b in report.pieces)

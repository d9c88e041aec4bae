"""One parsed paragraph as plain lists: what the rules of `language/` and `coding/` read.

A `Passage` is built once from a spaCy `Doc` (see `parse.py`) and knows nothing of spaCy, so it can be pickled, cached
and built by hand in a test. Token positions are indices into its lists; character offsets are the article's.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.records import Article, BlockKind, Mention, TimeExpression

Entity = tuple[int, int, str]
"""First token, token after the last, label."""


@dataclass(slots=True)
class Passage:
    """A paragraph with its tokens, dependency tree, sentences and named entities.

    `start` is the offset of the paragraph in the article's text, `text` the paragraph exactly as it stands there.
    `heads[i]` is the index of the governor (itself for a root); `kids[i]` the dependents in order; `left[i]` and
    `right[i]` the first and last token (inclusive) of the subtree; `sents` the (first, end-exclusive) token ranges;
    `sent_of[i]` the sentence of a token. `tags` are Penn tags, `pos` universal ones, `deps` spaCy's English (ClearNLP)
    labels, `lemmas` lower-cased.
    """

    index: int
    start: int
    kind: BlockKind
    text: str
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    kids: list[list[int]]
    left: list[int]
    right: list[int]
    starts: list[int]
    ends: list[int]
    sents: list[tuple[int, int]]
    sent_of: list[int]
    ents: list[Entity] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def text_of(self, first: int, last: int) -> str:
        """The page's words from token `first` to token `last` (inclusive)."""
        return self.text[self.starts[first] - self.start : self.ends[last] - self.start]

    def span_of(self, first: int, last: int) -> tuple[int, int]:
        """Article offsets from token `first` to token `last` (inclusive)."""
        return self.starts[first], self.ends[last]

    def kid(self, i: int, *deps: str) -> int | None:
        """The first dependent of `i` with one of the labels, or None."""
        for k in self.kids[i]:
            if self.deps[k] in deps:
                return k
        return None


@dataclass(slots=True)
class Parsed:
    """An article with its parsed passages, and what `language/` found in them."""

    article: Article
    passages: list[Passage]
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()

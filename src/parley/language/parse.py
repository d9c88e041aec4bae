"""Article -> passages: one spaCy parse per paragraph, turned into plain lists.

A paragraph break is a sentence break because each paragraph is parsed on its own. What the parser finds in a text
depends on that text alone, never on its neighbours in a batch (measured: the same bits in any order and grouping), so
the same paragraph anywhere may share one parse. A paragraph that is longer than anybody writes becomes several
passages: memory, and rules that compare what one passage holds, stay within bounds.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from parley.errors import ModelError
from parley.language.packed import Parse, from_doc
from parley.language.passage import Parsed, Passage
from parley.records import Article, Block

NEEDED = ("tagger", "parser", "lemmatizer", "ner")

# What the parser reads differs from the page only character for character, so offsets hold: the model was trained on
# text with straight quotation marks, single spaces and no soft breaks.
_SAME_LENGTH = str.maketrans({
    "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ",
    "‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‑": "-", "\u00ad": " ",
})  # fmt: skip
LONGEST = 10_000
"""Characters parsed at once: far beyond any paragraph somebody wrote."""
AT_ONCE, CHARACTERS = 128, 40_000
"""Most texts and characters in the parser's hands: more are no faster and take its memory from 150 MB to 500."""

Parser = Callable[[Sequence[str]], Mapping[str, Parse]]
"""Distinct texts, none longer than `LONGEST` -> the parse of each."""

_SENTENCE_END = re.compile(r"[.!?][\"')\]]{0,3} (?=[A-Z\"'(])")
_TWO_SINGLES = re.compile(r"''(?=\S)|''")


def model_text(text: str) -> str:
    """The paragraph as the model reads it: same length, straight quotes, plain spaces."""
    plain = text.translate(_SAME_LENGTH)
    if "''" in plain:
        plain = _TWO_SINGLES.sub(_double, plain)
    try:
        plain.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which spaCy refuses
        plain = plain.encode("utf-8", "replace").decode()
    return plain


def _double(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    return ' "' if not before or before.isspace() or before in "([" else '" '


def load_model(name: str) -> Any:
    """The spaCy pipeline `name`: an importable package or a folder.

    Raises ModelError when it is not installed or lacks a component.
    """
    import spacy

    try:
        nlp = spacy.load(name) if Path(name).is_dir() else importlib.import_module(name.replace("-", "_")).load()
    except (ImportError, AttributeError, OSError) as error:
        raise ModelError(f"language pipeline {name!r} cannot be loaded: {error}") from error
    missing = [c for c in NEEDED if c not in nlp.pipe_names]
    if missing:
        raise ModelError(f"language pipeline {name!r} has no {', '.join(missing)}")
    return nlp


def model_version(nlp: Any) -> str:
    """Name and version of a loaded pipeline, as recorded with a run."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def parse(nlp: Any, articles: Sequence[Article]) -> list[Parsed]:
    """Articles with their passages, in order, each text parsed once."""
    return parse_with(lambda texts: dict(zip(texts, parse_texts(nlp, texts), strict=True)), articles)


def parse_with(parser: Parser, articles: Sequence[Article]) -> list[Parsed]:
    """The same by a parser of one's own (see `cache.py`): distinct texts -> the parse of each."""
    cut = [[(b, i, t) for b in a.blocks for i, t in _cut(model_text(a.text[b.start : b.end]))] for a in articles]
    parses = parser(list(dict.fromkeys(text for places in cut for _, _, text in places)))
    return [
        Parsed(a, [_passage(n, b, b.start + i, a.text, t, parses[t]) for n, (b, i, t) in enumerate(places)])
        for a, places in zip(articles, cut, strict=True)
    ]


def _cut(text: str) -> list[tuple[int, str]]:
    return [(i, text[i:j]) for i, j in pieces(text)]


def pieces(text: str) -> list[tuple[int, int]]:
    """Where to cut a text that is too long to be parsed at once: (start, end) of each piece, the whole if it is not.

    Cut at the last sentence end within reach, else at the last space, else where the length is reached.
    """
    places, start = [], 0
    while len(text) - start > LONGEST:
        reach = start + LONGEST
        ends = [m.end() for m in _SENTENCE_END.finditer(text, start + LONGEST // 2, reach)]
        end = ends[-1] if ends else text.rfind(" ", start + LONGEST // 2, reach) + 1 or reach
        places.append((start, end))
        start = end
    places.append((start, len(text)))
    return places


def parse_texts(nlp: Any, texts: Sequence[str]) -> Iterator[Parse]:
    """The parse of each text, none longer than `LONGEST`, in order.

    The documents live in a memory zone of the pipeline, so its string store does not grow from batch to batch.
    """
    first = 0
    while first < len(texts):
        last, size = first, 0
        while last < len(texts) and last - first < AT_ONCE and (size == 0 or size + len(texts[last]) <= CHARACTERS):
            size += len(texts[last])
            last += 1
        with nlp.memory_zone():
            found = [from_doc(doc) for doc in nlp.pipe(texts[first:last], batch_size=AT_ONCE)]
        yield from found
        first = last


def _passage(index: int, block: Block, start: int, text: str, read: str, parse: Parse) -> Passage:
    """A Passage from the parse of what the model `read`, which stands in the article's text from `start` on."""
    starts = [start + s for s in parse.starts]
    return Passage(
        index=index, start=start, kind=block.kind, text=text[start : start + len(read)],
        words=parse.words, lemmas=parse.lemmas, tags=parse.tags, pos=parse.pos, deps=parse.deps, heads=parse.heads,
        kids=parse.kids, left=parse.left, right=parse.right, starts=starts,
        ends=[s + len(w) for s, w in zip(starts, parse.words, strict=True)], sents=parse.sents,
        sent_of=[k for k, (a, b) in enumerate(parse.sents) for _ in range(a, b)], ents=parse.ents,
    )  # fmt: skip

"""Article -> passages: one spaCy parse per paragraph, turned into plain lists.

A paragraph break is a sentence break because each paragraph is parsed on its own.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from parley.errors import ModelError
from parley.language.passage import Parsed, Passage
from parley.records import Article, Block

NEEDED = ("tagger", "parser", "lemmatizer", "ner")

# What the parser reads differs from the page only character for character, so offsets hold: the model was trained on
# text with straight quotation marks, single spaces and no soft breaks.
_SAME_LENGTH = str.maketrans({
    "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ",
    "‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‑": "-", "\u00ad": " ",
})  # fmt: skip
_TWO_SINGLES = re.compile(r"''(?=\S)|''")


def model_text(text: str) -> str:
    """The paragraph as the model reads it: same length, straight quotes, plain spaces."""
    plain = text.translate(_SAME_LENGTH)
    if "''" in plain:
        plain = _TWO_SINGLES.sub(_double, plain)
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
        if Path(name).is_dir():
            nlp = spacy.load(name)
        else:
            nlp = importlib.import_module(name.replace("-", "_")).load()
    except (ImportError, AttributeError, OSError) as error:
        raise ModelError(f"language pipeline {name!r} cannot be loaded: {error}") from error
    missing = [c for c in NEEDED if c not in nlp.pipe_names]
    if missing:
        raise ModelError(f"language pipeline {name!r} has no {', '.join(missing)}")
    return nlp


def model_version(nlp: Any) -> str:
    """Name and version of a loaded pipeline, as recorded with a run."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def parse(nlp: Any, articles: Sequence[Article], batch_size: int = 64) -> list[Parsed]:
    """A batch of articles with their passages, in order; their paragraphs share the pipeline's batches.

    The documents live in a memory zone of the pipeline, so its string store does not grow from batch to batch.
    """
    with nlp.memory_zone():
        docs = nlp.pipe(
            (model_text(a.text[b.start : b.end]) for a in articles for b in a.blocks), batch_size=batch_size
        )
        return [Parsed(a, [build(next(docs), i, b, a.text) for i, b in enumerate(a.blocks)]) for a in articles]


def build(doc: Any, index: int, block: Block, text: str) -> Passage:
    """A Passage from a spaCy Doc over `text[block.start:block.end]`."""
    n = len(doc)
    heads = [t.head.i for t in doc]
    kids: list[list[int]] = [[] for _ in range(n)]
    for i, h in enumerate(heads):
        if h != i:
            kids[h].append(i)
    left, right = [t.left_edge.i for t in doc], [t.right_edge.i for t in doc]
    sents = [(s.start, s.end) for s in doc.sents]
    sent_of = [k for k, (a, b) in enumerate(sents) for _ in range(a, b)]
    starts = [block.start + t.idx for t in doc]
    words = [t.text for t in doc]
    return Passage(
        index=index, start=block.start, kind=block.kind, text=text[block.start : block.end],
        words=words, lemmas=[t.lemma_.lower() for t in doc], tags=[t.tag_ for t in doc], pos=[t.pos_ for t in doc],
        deps=[t.dep_ for t in doc], heads=heads, kids=kids, left=left, right=right, starts=starts,
        ends=[s + len(w) for s, w in zip(starts, words, strict=True)], sents=sents, sent_of=sent_of,
        ents=[(e.start, e.end, e.label_) for e in doc.ents],
    )  # fmt: skip

"""The parse of one piece of text, and its compact form as bytes: what is kept so that no text is parsed twice.

A `Parse` counts from the beginning of its own text, so the same words parsed once serve wherever they stand. The
packed form is small integers and a few strings under zlib: no pickle, because a ledger may come from somebody else.
Measured on news: 5.7 bytes a token; packing and unpacking take one microsecond a token each, the parser takes 130.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

FORMAT = "parse-1"
"""Changes whenever the packed form or what it means does; then nothing kept before is read any more."""

# Labels of spaCy's English pipelines, by their places: tags, parts of speech, dependencies, entities. What another
# pipeline has besides is written into each parse.
LABELS = """
$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS
RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP `` ADJ ADP ADV AUX CCONJ CONJ DET INTJ NOUN NUM PART PRON
PROPN PUNCT SCONJ VERB X SPACE EOL ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp
compound conj csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd
parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp CARDINAL DATE EVENT FAC GPE LANGUAGE LAW
LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME WORK_OF_ART
""".split()
_PLACE = {label: i for i, label in enumerate(LABELS)}
_USUAL = dict(
    pair.split("/")
    for pair in """
$/SYM ''/PUNCT ,/PUNCT -LRB-/PUNCT -RRB-/PUNCT ./PUNCT :/PUNCT ADD/X AFX/ADJ CC/CCONJ CD/NUM DT/DET EX/PRON FW/X
HYPH/PUNCT IN/ADP JJ/ADJ JJR/ADJ JJS/ADJ LS/X MD/AUX NFP/PUNCT NN/NOUN NNP/PROPN NNPS/PROPN NNS/NOUN PDT/DET POS/PART
PRP/PRON PRP$/PRON RB/ADV RBR/ADV RBS/ADV RP/ADP SYM/SYM TO/PART UH/INTJ VB/VERB VBD/VERB VBG/VERB VBN/VERB VBP/AUX
VBZ/AUX WDT/PRON WP/PRON WP$/DET WRB/SCONJ XX/X ``/PUNCT
""".split()
)
"""The part of speech that goes with a tag; only another one is written down, which saves a tenth of the bytes."""
_WIDTHS = {1: "B", 2: "H", 4: "I"}
_COLUMNS = 7
_MOST = 64
"""Bytes that a packed token may unpack to at most, strings included: a few bytes must not fill the memory."""


@dataclass(slots=True)
class Parse:
    """A parsed piece of text; lists as in `Passage`, `starts` counted from the beginning of the piece."""

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
    sents: list[tuple[int, int]]
    ents: list[tuple[int, int, str]]


def key_of(text: str, pipeline: str) -> bytes:
    """Sixteen bytes that stand for a text as the model reads it, parsed by this pipeline (name and version)."""
    made = blake2b(f"{FORMAT}\0{pipeline}\0".encode(), digest_size=16)
    made.update(text.encode("utf-8", "surrogatepass"))
    return made.digest()


def pack(p: Parse) -> bytes:
    """The parse as bytes; its text is not in them."""
    labels = dict(_PLACE)
    changes: dict[str, int] = {}
    numbers: list[int] = [len(p.words), len(p.sents), len(p.ents)]
    at = 0
    for start, word in zip(p.starts, p.words, strict=True):
        numbers.append(start - at)
        at = start + len(word)
    numbers += map(len, p.words)
    numbers += [2 * (h - i) if h >= i else 2 * (i - h) - 1 for i, h in enumerate(p.heads)]
    numbers += [labels.setdefault(tag, len(labels)) for tag in p.tags]
    for tag, pos in zip(p.tags, p.pos, strict=True):
        numbers.append(0 if _USUAL.get(tag) == pos else labels.setdefault(pos, len(labels)) + 1)
    numbers += [labels.setdefault(dep, len(labels)) for dep in p.deps]
    for word, lemma in zip(p.words, p.lemmas, strict=True):
        lower = word.lower()
        numbers.append(0 if lemma == lower else changes.setdefault(_change(lower, lemma), len(changes) + 1))
    numbers += [last - first for first, last in p.sents]
    for first, last, label in p.ents:
        numbers += (first, last - first, labels.setdefault(label, len(labels)))
    width = 1 if (most := max(numbers)) < 1 << 8 else 2 if most < 1 << 16 else 4
    packed = array(_WIDTHS[width], numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    strings = json.dumps([list(labels)[len(LABELS) :], list(changes)], separators=(",", ":")).encode()
    body = zlib.compress(packed.tobytes() + strings, 6)
    return bytes((width,)) + len(numbers).to_bytes(4, "little") + body


def _change(lower: str, lemma: str) -> str:
    """What makes the lemma of the word: how many letters go at the end, and what comes there; few for many words."""
    same = next((i for i, (a, b) in enumerate(zip(lower, lemma, strict=False)) if a != b), min(len(lower), len(lemma)))
    return f"{len(lower) - same} {lemma[same:]}"


def _changed(lower: str, change: tuple[int, str]) -> str:
    return lower[: len(lower) - change[0]] + change[1]


def unpack(data: bytes, text: str) -> Parse:
    """The parse of `text` from its bytes. ValueError when they cannot be one: nothing in a file is trusted."""
    try:
        numbers, labels, changes = _read(data, len(text))
        return _parse(numbers, labels, changes, text)
    except (ValueError, TypeError, IndexError, KeyError, OverflowError, RecursionError, zlib.error) as error:
        raise ValueError(f"not a packed parse ({type(error).__name__})") from error


def _read(data: bytes, length: int) -> tuple[list[int], list[str], list[str]]:
    width, count = data[0], int.from_bytes(data[1:5], "little")
    if count > (_COLUMNS + 4) * length + 8:  # a token is a character at least
        raise ValueError("more numbers than the text has tokens")
    stream = zlib.decompressobj()
    raw = stream.decompress(data[5:], width * count + _MOST * length + 1000)
    packed = array(_WIDTHS[width], raw[: width * count])
    if sys.byteorder == "big":
        packed.byteswap()
    labels, changes = json.loads(raw[width * count :])
    if not all(isinstance(s, str) for s in (*labels, *changes)):
        raise TypeError("strings expected")
    if len(packed) != count:
        raise ValueError("cut short")
    return packed.tolist(), labels, changes


def _parse(numbers: list[int], more: list[str], changes: list[str], text: str) -> Parse:
    n, n_sents, n_ents = numbers[:3]
    gaps, lengths, turns, tags, pos, deps, lemmas = (numbers[3 + n * i : 3 + n * (i + 1)] for i in range(_COLUMNS))
    rest = numbers[3 + n * _COLUMNS :]
    if len(rest) != n_sents + 3 * n_ents:
        raise ValueError("columns of unequal length")
    labels = [*LABELS, *map(sys.intern, more)]
    rules = [(int(strip), end) for strip, end in (change.split(" ", 1) for change in changes)]
    starts, words, at = [], [], 0
    for gap, size in zip(gaps, lengths, strict=True):
        at += gap
        starts.append(at)
        words.append(text[at : at + size])
        at += size
    if at > len(text) or 0 in lengths:
        raise ValueError("tokens that the text does not have")
    sents, first = [], 0
    for size in rest[:n_sents]:
        sents.append((first, first + size))
        first += size
    flat = rest[n_sents:]
    ents = [(flat[i], flat[i] + flat[i + 1], labels[flat[i + 2]]) for i in range(0, len(flat), 3)]
    if first != n or 0 in rest[:n_sents] or any(not 0 <= a < b <= n for a, b, _ in ents):
        raise ValueError("sentences or entities beyond the tokens")
    heads = _heads(turns, sents)
    kids, left, right = tree(heads)
    named = [labels[k] for k in tags]
    lower = [word.lower() for word in words]
    return Parse(
        words=words,
        lemmas=[_changed(word, rules[k - 1]) if k else word for k, word in zip(lemmas, lower, strict=True)],
        tags=named, pos=[labels[k - 1] if k else _USUAL[tag] for k, tag in zip(pos, named, strict=True)],
        deps=[labels[k] for k in deps],
        heads=heads, kids=kids, left=left, right=right, starts=starts, sents=sents, ents=ents,
    )  # fmt: skip


def _heads(turns: Sequence[int], sents: Sequence[tuple[int, int]]) -> list[int]:
    """The governors; each stands in the sentence of its dependent."""
    heads = [i - (t + 1 >> 1) if t & 1 else i + (t >> 1) for i, t in enumerate(turns)]
    for first, last in sents:
        if min(heads[first:last]) < first or max(heads[first:last]) >= last:
            raise ValueError("a governor beyond its sentence")
    return heads


def tree(heads: Sequence[int]) -> tuple[list[list[int]], list[int], list[int]]:
    """Dependents in order, first and last token of each subtree. ValueError when governors go round in a circle."""
    kids: list[list[int]] = [[] for _ in heads]
    order = []
    for i, h in enumerate(heads):
        if h == i:
            order.append(i)
        else:
            kids[h].append(i)
    for i in order:  # grows while it is walked: governors before their dependents
        order += kids[i]
    if len(order) != len(heads):
        raise ValueError("governors in a circle")
    left, right = list(range(len(heads))), list(range(len(heads)))
    for i in reversed(order):
        h = heads[i]
        if left[i] < left[h]:
            left[h] = left[i]
        if right[i] > right[h]:
            right[h] = right[i]
    return kids, left, right


def from_doc(doc: Any) -> Parse:
    """A Parse from a spaCy Doc."""
    from spacy.attrs import DEP, HEAD, LEMMA, LENGTH, POS, SPACY, TAG

    text, strings = doc.text, doc.vocab.strings
    columns = doc.to_array([LENGTH, SPACY, HEAD, TAG, POS, DEP, LEMMA]).T.astype("int64", copy=False)
    lengths, spaces, turns = (column.tolist() for column in columns[:3])
    names: dict[int, str] = {}
    spelled = []
    for column in doc.to_array([TAG, POS, DEP, LEMMA]).T.tolist():
        for value in column:
            if value not in names:
                names[value] = sys.intern(strings[value])
        spelled.append([names[value] for value in column])
    starts, words, at = [], [], 0
    for size, space in zip(lengths, spaces, strict=True):
        starts.append(at)
        words.append(text[at : at + size])
        at += size + space
    heads = [i + turn for i, turn in enumerate(turns)]
    kids, left, right = tree(heads)
    return Parse(
        words=words, lemmas=[lemma.lower() for lemma in spelled[3]], tags=spelled[0], pos=spelled[1], deps=spelled[2],
        heads=heads, kids=kids, left=left, right=right, starts=starts,
        sents=[(s.start, s.end) for s in doc.sents], ents=[(e.start, e.end, e.label_) for e in doc.ents],
    )  # fmt: skip

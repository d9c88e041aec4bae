"""Parses as bytes: they come back as they were, and bytes that are none are refused."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.coder import Coder
from parley.language.packed import Parse, key_of, pack, unpack
from parley.language.parse import LONGEST, model_text, parse, parse_texts, pieces
from parley.records import Article, Block

SENTENCES = (
    "“We won't stop,” Alda Brenn said on Monday.  She'd met the U.N. envoys (twice) in Port Selm.",
    "It was 14–16 degrees; the €3.5m grain deal of 11 March 2031 “isn't dead”, say Halmere's officials!",
    "No verb here: just names, commas, “quotes” and 🕊 — déjà vu, naïve, Ostrava's.",
    "x",
    "…",
    "Better men led; the children had gone, he lay there, they're worse.",
)
words = st.lists(
    st.sampled_from([*" ".join(SENTENCES).split(" "), "", "  ", "ﬁ", "İstanbul", "e\u0301", "\x00", "𝕏"]), min_size=1
)


def article(text: str) -> Article:
    return Article("a", "a.txt", "a.txt", "0" * 64, text, (Block(0, len(text), "body"),), text)


def test_a_parse_comes_back_as_it_was(coder: Coder) -> None:
    for text, found in zip(SENTENCES, parse_texts(coder.nlp, [model_text(s) for s in SENTENCES]), strict=True):
        assert unpack(pack(found), model_text(text)) == found


@settings(max_examples=60)
@given(words)
def test_any_words_come_back(coder: Coder, of: list[str]) -> None:
    text = model_text(" ".join(of))
    (found,) = parse_texts(coder.nlp, [text])
    assert unpack(pack(found), text) == found
    for word, start in zip(found.words, found.starts, strict=True):
        assert text[start : start + len(word)] == word


def test_labels_of_another_pipeline_come_back() -> None:
    text = "Ano, ne"
    odd = Parse(
        words=["Ano", ",", "ne"], lemmas=["ano", ",", "nikoli ne"], tags=["TT--", "Z:", "TT--"], pos=["PART", "", "PART"],
        deps=["root", "punct:x", "ROOT"], heads=[0, 0, 2], kids=[[1], [], []], left=[0, 1, 2], right=[1, 1, 2],
        starts=[0, 3, 5], sents=[(0, 2), (2, 3)], ents=[(0, 1, "osoba")],
    )  # fmt: skip
    assert unpack(pack(odd), text) == odd


@settings(max_examples=300)
@given(st.data())
def test_damaged_bytes_are_refused_or_are_a_sound_parse(coder: Coder, data: st.DataObject) -> None:
    text = model_text(SENTENCES[0])
    (found,) = parse_texts(coder.nlp, [text])
    packed = pack(found)
    inside = bytearray(zlib.decompress(packed[5:]))
    for _ in range(data.draw(st.integers(1, 4))):
        inside[data.draw(st.integers(0, len(inside) - 1))] = data.draw(st.integers(0, 255))
    head = bytes(data.draw(st.sampled_from([packed[:5], b"\x02" + packed[1:5], b"\x01\xff\x00\x00\x00", b""])))
    try:
        got = unpack(head + zlib.compress(bytes(inside)), text)
    except ValueError:
        return
    n = len(got.words)
    assert all(text[s : s + len(w)] == w for s, w in zip(got.starts, got.words, strict=True))
    assert [i for a, b in got.sents for i in range(a, b)] == list(range(n))
    assert all(0 <= got.left[i] <= i <= got.right[i] < n for i in range(n))
    assert all(a <= h < b for a, b in got.sents for h in got.heads[a:b])


@pytest.mark.parametrize(
    "data",
    [b"", b"\x01", b"\x07\x01\x00\x00\x00", b"parley", b"\x01\x05\x00\x00\x00" + zlib.compress(bytes(5) + b"[[],[]]x")],
)
def test_what_is_no_parse_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a packed parse"):
        unpack(data, "Some words.")


def test_a_bomb_does_not_go_off() -> None:
    """A kilobyte that would be a hundred megabytes: only as much is unpacked as the text could need."""
    bomb = b"\x01\x08\x00\x00\x00" + zlib.compress(bytes(100_000_000), 9)
    with pytest.raises(ValueError, match="not a packed parse"):
        unpack(bomb, "Short.")


def test_the_key_tells_text_and_pipeline_apart() -> None:
    keys = {key_of(t, p) for t in ("He said.", "He said", "") for p in ("en_core_web_sm 3.8.0", "en_core_web_sm 3.8.1")}
    assert len(keys) == 6
    assert key_of("half a pair: \ud800", "m") != key_of("half a pair: \ud801", "m")


@given(st.text(alphabet=st.sampled_from("ab .!?\"')A"), max_size=400), st.integers(0, 80))
def test_pieces_are_the_text_whole(text: str, times: int) -> None:
    long = text * times + "x"
    places = pieces(long)
    assert "".join(long[a:b] for a, b in places) == long
    assert all(0 < b - a <= LONGEST for a, b in places)


def test_a_long_paragraph_is_cut_between_sentences(coder: Coder) -> None:
    said = "Corin Dask said on Friday that the strait would stay open. "
    text = said * 400
    (parsed,) = parse(coder.nlp, [article(text)])
    assert len(parsed.passages) == 3
    assert "".join(p.text for p in parsed.passages) == text
    assert [p.index for p in parsed.passages] == [0, 1, 2]
    assert sum(len(p.sents) for p in parsed.passages) == 400
    for p in parsed.passages:
        assert all(text[s:e] == w for s, e, w in zip(p.starts, p.ends, p.words, strict=True))
        assert {p.text_of(a, b - 1).strip() for a, b in p.sents} == {said.strip()}
        assert {p.deps[i] for i, h in enumerate(p.heads) if h == i} == {"ROOT"}
        assert all(p.left[h] <= i <= p.right[h] for i, h in enumerate(p.heads))


def test_one_word_of_a_megabyte(coder: Coder) -> None:
    text = "a" * 1_000_001
    (parsed,) = parse(coder.nlp, [article(text)])
    assert "".join(word for p in parsed.passages for word in p.words) == text


def test_half_a_surrogate_pair_is_parsed_as_a_question_mark(coder: Coder) -> None:
    (parsed,) = parse(coder.nlp, [article("He said \ud83d yes.")])
    assert parsed.passages[0].words == ["He", "said", "?", "yes", "."]


def test_copies_of_a_paragraph_do_not_share_their_places(coder: Coder) -> None:
    text = "Edda Farrow left.\n\nEdda Farrow left."
    twice = Article("a", "a", "a", "0" * 64, text, (Block(0, 17, "body"), Block(19, 36, "body")), text)
    first, second = parse(coder.nlp, [twice])[0].passages
    assert (first.starts, second.starts) == ([0, 5, 12, 16], [19, 24, 31, 35])
    assert first.heads == second.heads

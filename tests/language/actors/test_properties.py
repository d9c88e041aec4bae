"""What must hold of any text: spans inside it, the same answer again, no matter how the codebook is ordered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.codebook.load import load_codebook
from parley.codebook.model import ActorEntry, Codebook
from parley.language.actors import ActorIndex, find_actors
from parley.language.actors.fold import fold, plain
from parley.language.passage import Parsed

WORDS = st.sampled_from(
    """Putin Putin's U.S. Russian official officials the The said told “ ” " ' , . — - he she it they his who spokesman Kyiv
    Kremlin ministry of and Foreign Minister Kari Lund Lund's (RSF) Sir President, known as Dr. senior 20 in Moscow al - Sisi
    Zelenskyy bloc president's ’s : ; envoy Norway's Ministry Defence 中文 é ́ \u00ad Ltd. MP sources people familiar with""".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


def smallbook(*order: int) -> Codebook:
    entries = (
        ActorEntry(name="Russia", kind="state", seats=("Moscow", "Kremlin"), demonyms=("Russian", "Russians")),
        ActorEntry(name="Ukraine", kind="state", seats=("Kyiv",), demonyms=("Ukrainian", "Ukrainians")),
        ActorEntry(name="Vladimir Putin", kind="person", party="Russia", roles=("Russian leader", "Russian president"), gender="male"),
        ActorEntry(name="Volodymyr Zelensky", kind="person", party="Ukraine", roles=("Ukrainian president",), gender="male"),
        ActorEntry(name="Kremlin", kind="office", party="Russia"),
        ActorEntry(name="Ukrainian armed forces", kind="force", party="Ukraine", aliases=("Ukrainian army",)),
    )  # fmt: skip
    return Codebook(
        name="t", title="T", actors=tuple(entries[i] for i in order or range(len(entries))),
        role_nouns=("spokesman", "president", "leader", "official", "minister", "envoy"), group_nouns=("army", "ministry", "leadership"),
        titles=("President", "Sir", "Mr."),
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_every_span_is_a_slice_of_the_text(read: Callable[[str], Parsed], text: str) -> None:
    parsed = read(text)
    found = find_actors(parsed, load_codebook("general"))
    names = {a.name for a in found.actors}
    for m in found.mentions:
        assert 0 <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.text
        assert m.actor in names
    for p in parsed.passages:
        for t in range(len(p)):
            r = found.resolve(p.index, t)
            assert text[r.span[0] : r.span[1]] == r.text
            assert 0 <= r.confidence <= 1


@settings(max_examples=30, deadline=None)
@given(text=TEXTS, order=st.permutations(range(6)))
def test_the_order_of_the_codebook_does_not_matter(read: Callable[[str], Parsed], text: str, order: list[int]) -> None:
    parsed = read(text)
    one, other = find_actors(parsed, smallbook()), find_actors(parsed, smallbook(*order))
    assert (one.actors, one.mentions) == (other.actors, other.mentions)


def test_the_same_article_gives_the_same_actors(index: Callable[..., ActorIndex]) -> None:
    text = "Norway's envoy, Kari Lund, met a Russian official. She told him that Moscow must wait. He agreed."
    assert (index(text).actors, index(text).mentions) == (index(text).actors, index(text).mentions)


def test_mentions_are_in_text_order(index: Callable[..., ActorIndex]) -> None:
    found = index("Kari Lund, Norway's envoy, said she was ready. A Russian official said the envoy was late.")
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: (m.start, m.end))


def test_a_long_paragraph_of_names_is_read(index: Callable[..., ActorIndex]) -> None:
    found = index("The president's brother's aide's friend's " * 200 + "envoy said that he and Kari Lund had met.")
    assert any(a.name == "Kari Lund" for a in found.actors)


def test_tokens_beyond_a_passage_are_refused(index: Callable[..., ActorIndex]) -> None:
    with pytest.raises(IndexError):
        index("Kari Lund spoke.").resolve(0, 99)


@given(text=st.text(max_size=60))
def test_plain_text_keeps_its_length(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Zelensky", "Zelenskyy"), ("Zelensky", "Zelenskiy"), ("Mélanie", "Melanie"), ("al-Sisi", "el-Sisi"), ("O’Neill", "O'Neill"),
     ("Lavrovskij", "Lavrovsky")],
)  # fmt: skip
def test_spellings_of_a_name_fold_to_one(a: str, b: str) -> None:
    assert fold(a) == fold(b)


BOOK = smallbook()


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ukrainian President Volodymyr Zelenskyy spoke. Zelenskiy said no.", "Zelenskiy", "Volodymyr Zelensky"),
        ("Putin's envoy came late. The Russian leader said no.", "leader", "Vladimir Putin"),
        ("Ukraine's military leadership said no.", "leadership", "Ukrainian armed forces"),
        ("Ukraine's army said no.", "army", "Ukrainian armed forces"),
        ("Vladimir Zelensky said no.", "Zelensky", "Vladimir Zelensky"),
        ("Sir Alan Putin, a singer, spoke. Putin said no.", "Putin#2", "Alan Putin"),
        ("Officials met in Kyiv.", "Kyiv", "Kyiv"),
        ("Kyiv said no.", "Kyiv", "Ukraine"),
        ("Talks between Kyiv and Moscow went on.", "Moscow", "Russia"),
        ("“He lied,” Putin said of President Zelensky. He gave no proof.", "He#2", "Vladimir Putin"),
        ("Zelensky spoke at noon. “He wants war,” Putin said.", "He", "Volodymyr Zelensky"),
        ("“I am ready,” Putin said.", "I", None),
        ("Putin met Zelensky and called him stubborn.", "him", "Volodymyr Zelensky"),
    ],
)
def test_codebook_names(who: Callable[..., object], text: str, word: str, name: str | None) -> None:
    assert getattr(who(text, word, BOOK), "name") == name  # noqa: B009


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peter Grant and Kari Lund spoke. Grant said no. Ms Lund said yes.", {"Peter Grant", "Kari Lund"}),
        ("John Reed met Mary Reed. Reed said no.", {"John Reed", "Mary Reed"}),
        ("Envoy Steven Grant left. Later Steve Grant came back.", {"Steven Grant"}),
        ("Officer Omar Adam, known as Shams, spoke. Shams said no.", {"Omar Adam"}),
    ],
)
def test_persons_are_not_split_or_merged(index: Callable[..., ActorIndex], text: str, names: set[str]) -> None:
    assert {a.name for a in index(text).actors if a.kind == "person"} == names

"""Character sets: declared, undeclared, wrongly declared, damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.charset import declared_in_html, decode

RUSSIAN = "Министр иностранных дел заявила в пятницу, что её страна вернётся за стол переговоров. " * 3
GERMAN = "Die Außenministerin kündigte an, nächste Woche an den Verhandlungstisch zurückzukehren. " * 3
CHINESE = "外交部长周五表示，她的国家将于下周重返谈判桌。双方同意再次会面。" * 5


@pytest.mark.parametrize(
    ("text", "name"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GERMAN, "latin-1"), (CHINESE, "gb18030"), (CHINESE, "utf-8")],
)
def test_the_set_that_is_declared(text: str, name: str) -> None:
    assert decode(text.encode(name), name)[0] == text


@pytest.mark.parametrize(
    ("text", "name"), [(RUSSIAN, "cp1251"), (GERMAN, "cp1252"), (GERMAN, "utf-16"), (RUSSIAN, "utf-8")]
)
def test_no_declaration_at_all(text: str, name: str) -> None:
    assert decode(text.encode(name))[0] == text


@pytest.mark.parametrize(
    ("text", "real", "declared"),
    [
        (RUSSIAN, "utf-8", "iso-8859-1"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "cp1251", "utf-8"),
        (GERMAN, "cp1252", "cp1251"),
        (GERMAN, "utf-8", "no-such-set"),
        (GERMAN, "utf-8", "zip"),
    ],
)
def test_a_wrong_declaration_is_survived(text: str, real: str, declared: str) -> None:
    assert decode(text.encode(real), declared)[0] == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La ministre Zoë Starvall a déclaré que l’accord était « très fragile », mais que les pourparlers se "
         "poursuivraient à Genève, où la délégation est déjà arrivée pour la journée.", "cp1252"),
        ("Zoë Starvall met Amélie Dorvaux and Théo Lanvère on the quay, and all of them said “no”.", "cp1252"),
        ("De minister zei dat de coëfficiënt voor België één is en dat het land geen ideeën had.", "cp1252"),
        ("Minister spraw zagranicznych powiedział, że rozmowy będą kontynuowane, a władze się na to zgodziły.", "cp1250"),
        ("Ministr zahraničí řekl, že jednání budou pokračovat příští týden a že to ještě není ztracené.", "cp1250"),
        ("Dışişleri bakanı görüşmelerin gelecek hafta devam edeceğini söyledi ve bu çok önemli bir konu.", "cp1254"),
    ],
)  # fmt: skip
def test_latin_sets_are_told_by_the_language(text: str, name: str) -> None:
    assert decode(text.encode(name)) == (text, name)


def test_utf16_without_a_mark_and_a_mark_that_is_dropped() -> None:
    assert decode(GERMAN.encode("utf-16-le"))[0] == GERMAN
    assert decode(b"\xef\xbb\xbfTalks")[0] == "Talks"


def test_a_little_damage_does_not_change_the_set() -> None:
    text, name = decode(RUSSIAN.encode()[:-1] + b"\xff Talks")
    assert name == "utf-8"
    assert text.startswith(RUSSIAN[:50])


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", "Shift_JIS"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<p>nothing</p>", None),
    ],
)
def test_what_a_page_declares(page: bytes, name: str | None) -> None:
    assert declared_in_html(page) == name


@given(
    st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "shift_jis", "nonsense", "\0", "hz"])
)
def test_decoding_is_total(data: bytes, declared: str | None) -> None:
    text, name = decode(data, declared)
    assert isinstance(text, str)
    assert name

"""Bytes -> characters, always: a page in any character set, with a wrong declaration or with damage.

The order: byte order mark; UTF-8 if all of it is valid (text in another set practically never is, whatever it
declares); the declared set if the result looks like writing; what the bytes suggest; UTF-8 or Windows-1252 with
replacement characters.
"""

from __future__ import annotations

import codecs
import re

SAMPLE = 32_768

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
# Sets that browsers read as a larger one, because pages that declare them use the larger one.
_LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932",
}  # fmt: skip
_LATIN_SETS = {
    "cp1250": ("pl", "cs", "sk", "hu", "ro", "hr", "sl", "bs", "sq"), "cp1254": ("tr", "az"), "cp1257": ("lt", "lv"),
}  # fmt: skip
# Central European letters read as Western ones become signs: "g³os", "w³adze".
_SIGN_WITHIN = re.compile(r"[^\W\d_][¡-©«-´¶-¹»-¿][^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """(text, name of the character set used); total: never raises, damage becomes U+FFFD.

    `declared` is the set the page or its carrier names, if any. A byte order mark is not part of the text.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name
    named = _known(declared)
    escapes = b"\x1b" in data and named is not None and named.startswith(("iso2022", "hz"))
    if not escapes:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            pass
    wide = looks_utf16(data[:SAMPLE])
    if wide:
        return data.decode(wide, "replace"), wide
    sample = _telling_sample(data)
    if named and (escapes or _plausible(sample.decode(named, "replace"))):
        return data.decode(named, "replace"), named
    if _mostly_utf8(sample):
        return data.decode("utf-8", "replace"), "utf-8"
    name = _guess(sample)
    return data.decode(name, "replace"), name


def declared_in_html(data: bytes) -> str | None:
    """The character set that an HTML page names in its first 4 KB (meta tag or XML declaration)."""
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def looks_utf16(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` when nearly every other byte is NUL, else None."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    half = max(1, len(data) // 2)
    if odd > half * 0.7 and even < half * 0.02:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.02:
        return "utf-16-be"
    return None


def _known(declared: str | None) -> str | None:
    """The codec for a declared name, enlarged as browsers do; None when unknown or no set of one's own."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
        b"a".decode(name)  # a byte-to-byte codec such as `zip` is no character set
    except Exception:
        return None
    if name.startswith(("utf", "idna", "punycode", "unicode", "raw", "charmap", "mbcs", "oem")):
        return None  # valid UTF-8 was tried before, the rest are no page's set
    return _LARGER.get(name, name)


def _telling_sample(data: bytes) -> bytes:
    """Up to SAMPLE bytes from where the bytes beyond ASCII begin."""
    first = _NOT_ASCII.search(data)
    start = max(0, first.start() - 200) if first else 0
    return data[start : start + SAMPLE]


def _mostly_utf8(sample: bytes) -> bool:
    """UTF-8 with a little damage: many valid sequences for each broken one."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(c > "\x7f" for c in text) - broken
    return valid > 8 * broken


def _plausible(text: str) -> bool:
    """Does a decoding look like writing? Wrong ones mix scripts within a word or string accented letters together."""
    letters = foreign = mixed = runs = 0
    for match in _WORD.finditer(text):
        word = match.group()
        high = sum(c > "\x7f" for c in word)
        letters += len(word)
        if not high:
            continue
        latin = sum(c < "\u0250" for c in word)
        foreign += high
        mixed += 0 < latin < len(word)
        # Letters of Latin-1 that follow one another four and more times are Cyrillic, Greek or Arabic read wrongly.
        runs += latin == len(word) and high >= 4 and high == len(word)
    broken = text.count("\ufffd") + sum("\x7f" < c < "\xa0" for c in text)
    words = max(1, letters // 5)
    return broken * 50 <= words and mixed * 20 <= words and runs * 20 <= words


def _guess(sample: bytes) -> str:
    """What the bytes suggest; among the Latin sets, which differ in a few letters only, the language decides."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, steps=8, chunk_size=1024).best()
    if best is None:
        return "cp1252"
    name = codecs.lookup(best.encoding).name
    name = _LARGER.get(name, name)
    text = sample.decode(name, "replace")
    if any(c > "\u024f" and c.isalpha() for c in text):
        return name
    return _latin(sample, name)


def _latin(sample: bytes, guessed: str) -> str:
    """The Windows set of the text's language: its small words are plain ASCII in any of them.

    The statistics alone take Western text for Central European now and then: most letters are the same in both sets.
    """
    from parley.reading.tongue import language_of

    for name, languages in _LATIN_SETS.items():
        if language_of(sample.decode(name, "replace")) in languages:
            return name
    western = sample.decode("cp1252", "replace")
    return guessed if "\ufffd" in western or _SIGN_WITHIN.search(western) else "cp1252"

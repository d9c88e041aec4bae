"""PDFs, written here operator by operator: paragraphs out of places, and what damage costs."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import Problem
from parley.reading import iter_pages, read_article
from parley.reading.pdf import PdfFailure, text_of_pdf
from parley.records import Article, Page
from parley.settings import Settings

from .helpers import sound

Line = tuple[float, float, float, str]
"""x and y in points from the lower left, the size of the letters, the words."""


def pdf(*pages: list[Line], trailer: str = "") -> bytes:
    """A PDF of these lines in Helvetica, in the order they are given."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for n, lines in enumerate(pages):
        drawn = b"".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm (".encode()
            + words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            + b") Tj ET\n"
            for x, y, size, words in lines
        )
        stream = zlib.compress(drawn)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * n} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} /Filter /FlateDecode >> stream\n".encode() + stream + b"\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + item + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()


def column(*lines: str, x: float = 72, top: float = 700, size: float = 10, leading: float = 12) -> list[Line]:
    """Lines one under the other; "" leaves a gap of half a line, a leading blank indents."""
    found: list[Line] = []
    y = top
    for line in lines:
        if not line:
            y -= leading * 0.6
            continue
        found.append((x + (14 if line.startswith(" ") else 0), y, size, line.strip()))
        y -= leading
    return found


TITLE: Line = (72, 740, 20, "Talks resume in Halmere")
ONE = (
    "The foreign minister of Korland, Anders Bekk, said on Friday that his",
    "country would accept a longer truce if the ports of the strait stayed",
    "open to all ships without exception.",
)
TWO = (
    "“We are ready to sign,” Bekk told reporters after the meeting in the",
    "customs house. “But the ports must stay open.”",
)


def joined(*lines: str) -> str:
    return " ".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        column(*ONE, "", *TWO),
        column(" " + ONE[0], *ONE[1:], " " + TWO[0], *TWO[1:]),
        column(*ONE, *TWO),
        [*column(*ONE, top=500), *column(*TWO, x=320, top=700)],
    ],
    ids=["gap", "indent", "short last line", "columns"],
)
def test_lines_become_paragraphs(lines: list[Line]) -> None:
    assert text_of_pdf(pdf([TITLE, *lines])).split("\n\n") == [TITLE[3], joined(*ONE), joined(*TWO)]


def test_a_paragraph_runs_on_in_the_next_column_and_a_heading_over_two_lines() -> None:
    lines = [*column(*ONE[:2], top=120), *column(ONE[2], "", *TWO, x=320)]
    heading = column("Talks resume in Halmere as the ports of the strait", "stay open", top=780, size=20, leading=24)
    assert text_of_pdf(pdf([*heading, *lines])).split("\n\n") == [
        "Talks resume in Halmere as the ports of the strait stay open", joined(*ONE), joined(*TWO)
    ]  # fmt: skip


def test_words_divided_at_the_end_of_a_line() -> None:
    lines = column(
        "The two delegations met on Friday for another round of negotia-", "tions, the Anglo-", "Korish envoy said."
    )
    assert "negotiations" in text_of_pdf(pdf(lines))


def test_running_heads_and_page_numbers_go() -> None:
    def paper(number: int) -> list[Line]:
        words = [
            f"{word} {number * 'again and '}on Friday, said the envoy of Korland in Halmere."
            for word in ("Talks", "Ships")
        ]
        return [(72, 800, 9, "The Halmere Gazette"), *column(words[0], "", words[1]), (500, 40, 9, f"Page {number}")]

    text = text_of_pdf(pdf(*[paper(n) for n in (1, 2, 3, 4)]))
    assert "Gazette" not in text
    assert "Page" not in text
    assert text.count("Halmere") == 8


def test_a_pdf_is_read_as_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([TITLE, (72, 720, 10, "March 14, 2025"), *column(*ONE, "", *TWO)]))
    (found,) = iter_pages([str(tmp_path)], Settings())
    assert isinstance(found, Page)
    assert found.format == "pdf"
    article = read_article(found, Settings())
    assert isinstance(article, Article)
    sound(article)
    assert article.title == "Talks resume in Halmere"
    assert article.published == "2025-03-14"
    assert article.body_text == f"{joined(*ONE)}\n\n{joined(*TWO)}"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([]), "no-text"),
        (b"%PDF-1.4\n", "damaged"),
        (pdf([TITLE])[:300], "damaged"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 50, "damaged"),
        (pdf([TITLE], trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + "a" * 32 + ") /U (" + "b" * 32 + ") /P -4 >> "), "encrypted"),
    ],
)  # fmt: skip
def test_a_pdf_without_words_is_a_problem(data: bytes, code: str) -> None:
    found = read_article(Page("a.pdf", "/a.pdf", "pdf", data), Settings())
    assert isinstance(found, Problem)
    assert (found.source, found.code) == ("a.pdf", code)


@settings(max_examples=80)
@given(st.integers(0, 1200), st.binary(max_size=40))
def test_any_damage_gives_text_or_a_failure(at: int, junk: bytes) -> None:
    whole = pdf([TITLE, *column(*ONE)])
    with contextlib.suppress(PdfFailure):
        assert text_of_pdf(whole[:at] + junk + whole[at + len(junk) :])


def test_without_the_extra_the_message_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['pypdf'] = None\nfrom parley.reading import read_article\n"
        "from parley.records import Page\nfrom parley.settings import Settings\n"
        "print(read_article(Page('a.pdf', '/a.pdf', 'pdf', b'%PDF-1.4'), Settings()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "extra-missing" in done.stdout
    assert "parley-ledger[pdf]" in done.stdout

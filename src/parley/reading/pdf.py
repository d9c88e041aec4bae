"""A PDF -> its text as paragraphs, for the reader of plain-text pages. Needs the extra `parley-ledger[pdf]`.

A PDF knows no paragraphs, only runs of letters with their places. Lines are made of runs, and paragraphs of lines, by
three marks that printers use: a wider gap, an indented first line, a last line that ends short. Words divided at a
line's end are joined, running heads and page numbers (the same line at the edge of most pages) are dropped. The frozen
text is what comes out here, as for HTML. The file's dates are those of the file: a page printed from a browser is dated
when it was printed, so they are not used.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

MOST_PAGES = 400
MOST_CHARACTERS = 4_000_000
MOST_DRAWN = 30_000_000
"""Bytes of drawing instructions, unpacked, that are gone through: a minute or two. A long book has a tenth of that."""
_EDGE = 2
"""Lines at the top and at the bottom of a page that may be running heads."""

_WIDER = 1.35
"""How many times the usual distance of two lines parts paragraphs."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a file that fails is reported by us, with its name

_FIGURES = re.compile(r"\d+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_ENDS = re.compile(r"""[.!?:]["'”’»)\]]*$""")


class PdfFailure(Exception):
    """Why a PDF gives no text: `code` is `extra-missing`, `encrypted`, `damaged`, `too-large` or `no-text`."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(slots=True)
class _Line:
    """A printed line: `x` and `y` in points from the lower left of the page, `size` of its letters in points."""

    x: float
    y: float
    size: float
    text: str


def text_of_pdf(data: bytes) -> str:
    """The paragraphs of a PDF, a blank line between each two. Raises PdfFailure."""
    try:
        import pypdf
        from pypdf.errors import DependencyError
    except ImportError:
        raise PdfFailure(
            "extra-missing", "reading PDF needs one more library: pip install 'parley-ledger[pdf]'"
        ) from None
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise PdfFailure("encrypted", "the PDF is locked with a password")
        pages = list(_pages(reader))
    except (DependencyError, NotImplementedError):
        raise PdfFailure("encrypted", "the PDF is encrypted in a way that is not understood") from None
    except PdfFailure:
        raise
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:  # a parser of hostile files, in pure Python: whatever it meets is the file's fault
        raise PdfFailure("damaged", f"the PDF is damaged ({type(error).__name__})") from error
    running = _running(pages)
    text = "\n\n".join(p for page in pages for p in _paragraphs([s for s in page if _shape(s.text) not in running]))
    if not any(map(str.isalnum, text)):
        raise PdfFailure("no-text", "the PDF holds no text (scanned pages?)")
    return text[:MOST_CHARACTERS]


def _pages(reader: Any) -> Iterator[list[_Line]]:
    """The lines of each page, as long as there is no end of them in a hostile way."""
    drawn = characters = 0
    for page in islice(reader.pages, MOST_PAGES):
        contents = page.get_contents()
        drawn += len(contents.get_data()) if contents is not None else 0
        if drawn > MOST_DRAWN:
            raise PdfFailure("too-large", f"the PDF draws more than {MOST_DRAWN} bytes of instructions")
        lines = _lines(page)
        yield lines
        characters += sum(len(line.text) for line in lines)
        if characters > MOST_CHARACTERS:
            return


def _lines(page: Any) -> list[_Line]:
    """The lines of a page in the order they are printed: that of reading, also where there are columns."""
    lines: list[_Line] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if not text.strip():
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] or tm[1] or 1.0) * (cm[3] or cm[1] or 1.0)) or 1.0
        for n, piece in enumerate(_CONTROLS.sub("", text).split("\n")):
            if not piece.strip():
                continue
            last = lines[-1] if lines else None
            if n == 0 and last is not None and abs(last.y - y) < 0.3 * height and x >= last.x:
                last.text += piece
            else:
                lines.append(_Line(x, y, height, piece))

    page.extract_text(visitor_text=visit)
    for line in lines:
        line.text = " ".join(line.text.split())
    return lines


def _running(pages: list[list[_Line]]) -> set[str]:
    """The shapes of lines that stand at the edge of most pages."""
    if len(pages) < 3:
        return set()
    counts = Counter(s for page in pages for s in {_shape(x.text) for x in [*page[:_EDGE], *page[-_EDGE:]]})
    return {s for s, n in counts.items() if n > 0.6 * len(pages)}


def _shape(line: str) -> str:
    return _FIGURES.sub("0", line)


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    """The paragraphs of a page's lines."""
    gaps = sorted(a.y - b.y for a, b in pairwise(lines) if a.y > b.y)
    usual = gaps[len(gaps) // 3] if gaps else 0.0  # the lower third: on a page of short paragraphs half are wide
    longest = sorted(len(line.text) for line in lines)[int(len(lines) * 0.9)] if lines else 0
    held = ""
    before: _Line | None = None
    for line in lines:
        if before is not None and _begins(before, line, usual, longest):
            yield held
            held = ""
        held = _joined(held, line.text)
        before = line
    if held:
        yield held


def _begins(before: _Line, line: _Line, usual: float, longest: int) -> bool:
    """Whether a line begins a paragraph."""
    gap = before.y - line.y
    if abs(before.size - line.size) > 0.15 * max(before.size, line.size):
        return True
    full = len(before.text) >= 0.75 * longest
    if gap <= 0:  # the next column
        return not full or (bool(_ENDS.search(before.text)) and line.text[:1].isupper())
    if usual and gap > _WIDER * max(usual, 1.15 * line.size):  # the lines of a large heading lie further apart
        return True
    if line.x - before.x > 0.7 * line.size and full:
        return bool(_ENDS.search(before.text))
    return not full and bool(_ENDS.search(before.text))


def _joined(held: str, text: str) -> str:
    if held.endswith("-") and len(held) > 1 and held[-2].islower() and text[:1].islower():
        return held[:-1] + text
    return f"{held} {text}" if held else text

"""Quotations of an article: where quoted words begin and end, whatever marks the page uses.

Marks are paired paragraph by paragraph, so an odd one costs at most its own paragraph. A paragraph that opens a
quotation and does not close it goes on in the next if that one opens with the same sort of mark (the newspaper rule
for speech over several paragraphs).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from parley.language.passage import Passage

_MARK = re.compile(r"''|[\"“”„‟«»‘’']")
_OPEN_BEFORE = frozenset(" \t\n\r\u00a0([{—–-/―")
_DOUBLE = frozenset(("“", "”", "„", "‟", "«", "»", '"', "''"))
_SENTENCE_END = re.compile(r"[.?!,…]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation inside one passage, marks included.

    `start`/`end` are article offsets, `first`/`last` the tokens they cover (inclusive). `closed` is False when the
    closing mark is missing in this paragraph; `continued` True when the speech goes on in the next paragraph.
    """

    passage: int
    start: int
    end: int
    first: int
    last: int
    closed: bool = True
    continued: bool = False

    def covers(self, token: int) -> bool:
        """True when the token lies inside the quotation."""
        return self.first <= token <= self.last


def find_quotations(passages: Sequence[Passage]) -> list[list[Quotation]]:
    """The quotations of each passage, in order, not overlapping (nested marks belong to the outer quotation)."""
    out: list[list[Quotation]] = []
    carried = False
    for i, p in enumerate(passages):
        following = passages[i + 1] if i + 1 < len(passages) else None
        found = _of_passage(p, following, carried)
        out.append(found)
        carried = bool(found) and found[-1].continued and following is not None and not _opens(following.text)
    return out


def _of_passage(p: Passage, following: Passage | None, carried: bool) -> list[Quotation]:
    spans = _closing_half(p.text) if carried else pair_marks(p.text)
    found = []
    for a, b, closed in spans:
        first = bisect_right(p.ends, p.start + a)
        last = bisect_left(p.starts, p.start + b) - 1
        if first > last:
            continue
        goes_on = (
            not closed and following is not None and (_opens(following.text) or bool(_closing_half(following.text)))
        )
        found.append(Quotation(p.index, p.start + a, p.start + b, first, last, closed, goes_on))
    return found


def _closing_half(text: str) -> list[tuple[int, int, bool]]:
    """The quotations of a paragraph that closes one opened before it: the first runs from its start to that mark.

    Empty when the paragraph's first double mark is not a closing one.
    """
    first = next((m for m in _MARK.finditer(text) if m.group() in _DOUBLE), None)
    if first is None or first.group() in ("“", "„", "«", "‟"):
        return []
    before, after = text[: first.start()], text[first.end() : first.end() + 1]
    if not before.strip() or before[-1].isspace() or after.isalnum():
        return []
    rest = pair_marks(text[first.end() :])
    return [(0, first.end(), True), *((a + first.end(), b + first.end(), c) for a, b, c in rest)]


def _opens(text: str) -> bool:
    head = text.lstrip()[:2]
    return bool(head) and (head[0] in '“„«"‘' or head == "''")


def pair_marks(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, closed) of each top-level quotation of a paragraph, marks included.

    Straight double marks are paired in turn when their number is even, by what stands beside them when it is odd.
    """
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text)]
    if not marks:
        return []
    straight = [at for at, m in marks if m == '"']
    mixed = any(m == "''" for _, m in marks)  # '"Yes,'' she said': the second mark closes the first
    in_turn = {at: k % 2 == 0 for k, at in enumerate(straight)} if len(straight) % 2 == 0 and not mixed else {}
    doubles = any(m in _DOUBLE for _, m in marks)
    spans: list[tuple[int, int, bool]] = []
    open_at: int | None = None
    open_mark = ""
    for k, (at, mark) in enumerate(marks):
        single = mark in "‘’'"
        if single and doubles:
            continue  # nested quotation or apostrophe: the double marks carry the paragraph
        if open_at is None:
            if _is_opening(text, at, mark, in_turn) and not (single and not _closes_later(text, marks, k)):
                open_at, open_mark = at, mark
        elif _is_closing(text, at, mark, open_mark, in_turn):
            spans.append((open_at, at + len(mark), True))
            open_at = None
        elif mark == open_mark and not single and mark not in ('"', "''"):
            _end_early(text, open_at, at, spans)
            open_at = at
    if open_at is not None:
        _unclosed(text, open_at, spans)
    return spans


def _is_opening(text: str, at: int, mark: str, in_turn: dict[int, bool]) -> bool:
    if mark in ("“", "„", "«", "‟"):
        return True
    if mark in ("”", "»"):
        # a closing mark at the head of a paragraph, before a word, is an opening one set wrong
        return mark == "”" and not text[:at].strip() and text[at + 1 : at + 2].isalpha()
    if mark == '"' and at in in_turn:
        return in_turn[at]
    before = text[at - 1 : at]
    after = text[at + len(mark) : at + len(mark) + 1]
    free = not before or before in _OPEN_BEFORE
    if mark in ("’",):
        return False
    return free and bool(after) and not after.isspace()


def _is_closing(text: str, at: int, mark: str, opened: str, in_turn: dict[int, bool]) -> bool:
    if opened in ("“", "‟", "”"):
        return mark in ("”", '"', "''")
    if opened == "„":
        return mark in ("“", "”", '"')
    if opened == "«":
        return mark == "»"
    if opened == '"':
        return (
            mark == "”"
            or (mark == "''" and not text[at - 1 : at].isspace())
            or (mark == '"' and (at not in in_turn or not in_turn[at]) and _closes_here(text, at, 1, in_turn))
        )
    if opened == "''":
        return mark == "''"
    return mark in "’'" and _single_closes(text, at)


def _closes_here(text: str, at: int, width: int, in_turn: dict[int, bool]) -> bool:
    if at in in_turn:
        return True
    after = text[at + width : at + width + 1]
    return not after or not after.isalnum()


def _single_closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not after.isalnum() and not before.isspace() and (not (before in "sz" and after == " ") or before in ".,?!")


def _closes_later(text: str, marks: list[tuple[int, str]], k: int) -> bool:
    return any(m in "’'" and _single_closes(text, at) and at - marks[k][0] > 2 for at, m in marks[k + 1 :])


def _end_early(text: str, start: int, limit: int, spans: list[tuple[int, int, bool]]) -> None:
    """A second opening mark inside an open quotation: the first ends at the last sentence end before it, if any."""
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start, limit)]
    if ends:
        spans.append((start, ends[-1], False))


def _unclosed(text: str, start: int, spans: list[tuple[int, int, bool]]) -> None:
    """A quotation nobody closes runs to the end of its paragraph when it opens one or a sentence, else is dropped."""
    before = text[:start].rstrip()
    if not before or before[-1] in '.?!:,”"':
        end = len(text.rstrip())
        if end - start > 2:
            spans.append((start, end, False))

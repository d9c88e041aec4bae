"""What the lines of a page look like: shallow text features of each paragraph and of its neighbours.

In the spirit of Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features" (WSDM 2010):
length, sentence marks and the company a paragraph keeps tell story from furniture without knowing the language.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from parley.reading.furniture import furniture, plain_line
from parley.reading.lines import Para

FEATURES = (
    "bias", "length", "ends_sentence", "sentences", "lower", "bullet", "bullet_prose", "short", "furniture",
    "furniture_inside", "indent_body", "indent_other", "before_1", "after_1", "before_3", "after_3", "past_tail",
    "past_talk",
    "before_prose", "repeated", "bars", "ellipsis", "colon", "question", "titled", "share_before", "quoted",
    "prose_page", "alike_before", "alike_after", "furniture_near", "stamp", "stamps_near",
)  # fmt: skip

_CLOSERS = "\"'”’»›)]}*」』"
_ENDS = ".!?…。！？।؟۔:;"
FULL = 18
"""Words of a sentence that is plainly one."""
TIME = 4
"""Words of a line that is nothing but a date, a time or "3 hours ago"."""
TOLD = 40.0
"""Words of prose before a heading of comments: with fewer it is a menu's."""
LONG = 2000
"""Only so many characters of a paragraph are looked at: longer ones are prose or junk by then."""


@dataclass(slots=True)
class Shape:
    """A paragraph as the features see it. `prose` in [0, 1]: how much it looks like running text on its own."""

    words: int
    prose: float
    ends: bool
    sentences: int
    lower: float
    digits: float
    titled: float
    plain: str
    whole: bool
    begins: bool
    labelled: bool
    held: int
    tail: bool
    talk: bool
    stamp: bool

    @property
    def aside(self) -> bool:
        """Furniture by its words, wherever it stands: an advertisement, "Read more: …", a newsletter's prompt."""
        if self.whole or self.tail or self.labelled or (self.stamp and self.words <= TIME and not self.ends):
            return True
        return self.words < 40 and (
            (self.begins and (self.held > 0 or not self.ends)) or (self.held > 1 and self.words < 25)
        )


_STAMP = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\b|\b\d+\s?(?:s|m|h|d|min|hours?|days?|weeks?|months?|years?)\s+ago\b", re.I
)


def shape(para: Para) -> Shape:
    """The features of one paragraph by itself."""
    text = para.text[:LONG]
    words = text.split()
    n = len(words)
    # In scripts without spaces three characters make about a word.
    wide = sum(c > "\u2e80" for c in text[:100]) > 0.5 * len(text[:100])
    if wide:
        n = max(n, len(text) // 3)
    firsts = [w[0] if w[0].isalpha() else w[1:2] for w in words]
    letters = [c for c in firsts if c.isalpha()]
    lower = sum(not c.isupper() for c in letters)
    bare = text.rstrip(_CLOSERS)
    ends = bare[-1:] in _ENDS and bare[-1:] != ":" and n > 1
    inner = sum(w[-1] in ".!?" or w[-2:] in ('."', ".”", '?"', "?”", '!"', "!”") for w in words[:-1])
    if wide:
        inner = text.count("。")
    f = furniture()
    plain = plain_line(text if n <= 120 else text[:700])
    held = f.held(plain)
    begins = f.begins(plain)
    prose = min(1.0, n / FULL) * (1.0 if ends else 0.35) * (0.4 if held or (begins and n < 25) else 1.0)
    return Shape(
        words=n,
        prose=prose,
        ends=ends,
        sentences=inner + ends,
        lower=lower / max(1, len(letters)),
        digits=sum(w[:1].isdigit() for w in words) / max(1, len(words)),
        titled=float(1 < n < 20 and lower <= 0.34 * len(letters)),
        plain=plain,
        whole=f.is_whole(plain) if n <= 6 else False,
        begins=begins,
        labelled=(begins and n < 40 and f.labels(plain)) or (n < 20 and not ends and text.count("|") > 1),
        held=held,
        tail=n <= 8 and not ends and f.ends_story(plain),
        talk=not ends and n <= 30 and f.opens_talk(plain),
        stamp=n <= 14 and not wide and _STAMP.search(text) is not None,
    )


def body_indent(paras: list[Para], shapes: list[Shape]) -> int | None:
    """The indent at which most of the prose stands; None for a page with no indents to speak of."""
    if len({p.indent for p in paras}) < 3:
        return None
    mass: Counter[int] = Counter()
    for p, s in zip(paras, shapes, strict=True):
        if s.prose > 0.5:
            mass[p.indent] += s.words
    return max(sorted(mass), key=lambda k: mass[k]) if mass else None


def _company(shapes: list[Shape], order: range) -> list[tuple[float, float, float]]:
    """How much the three paragraphs before each one (in `order`) look like running text; asides are looked through."""
    found = [(0.0, 0.0, 0.0)] * len(shapes)
    last = (0.0, 0.0, 0.0)
    for i in order:
        found[i] = last
        if not shapes[i].aside:
            last = (shapes[i].prose, last[0], last[1])
    return found


def vectors(paras: list[Para], shapes: list[Shape]) -> list[list[float]]:
    """One row of FEATURES a paragraph, every value about in [-1, 1]."""
    count = len(paras)
    prose = [s.prose for s in shapes]
    marked = [float(s.whole or s.begins or s.tail or s.held > 0) for s in shapes]
    seen = Counter(s.plain for s in shapes if s.words < 40)
    indent = body_indent(paras, shapes)
    mass = [s.words * s.prose for s in shapes]
    total = sum(mass) or 1.0
    strong = [i for i, p in enumerate(prose) if p >= 0.8]
    first = strong[0] if strong else 0
    page = min(1.0, sum(s.words for s in shapes if s.prose > 0.5) / max(1, sum(s.words for s in shapes)))
    near = [0.0] * 3 + marked + [0.0] * 3
    stamps = [0.0] * 4 + [float(s.stamp) for s in shapes] + [0.0] * 4
    above = _company(shapes, range(count))
    below = _company(shapes, range(count - 1, -1, -1))
    rows, done, tails, talked = [], 0.0, 0.0, 0.0
    for i, (p, s) in enumerate(zip(paras, shapes, strict=True)):
        if s.talk and done > TOLD:
            talked = 1.0
        elif s.tail and done > 0.25 * total:
            tails = 1.0
        elif tails and s.prose > 0.5 and below[i][0] > 0.4 and not s.aside:
            tails = 0.0
        rows.append([
            1.0,
            min(1.0, math.log2(s.words + 1) / 6),
            float(s.ends),
            min(s.sentences, 4) / 4,
            s.lower,
            float(p.bullet),
            float(p.bullet and s.prose > 0.4),
            float(s.words <= 3),
            float(s.whole or s.tail or (s.begins and s.words < 25)),
            min(s.held, 3) / 3,
            float(indent is not None and p.indent == indent),
            float(indent is not None and p.indent != indent),
            above[i][0],
            below[i][0],
            max(above[i][1:]),
            max(below[i][1:]),
            tails,
            talked,
            float(i < first),
            float(seen[s.plain] > 1 and s.words < 40),
            min(1.0, (p.text.count("|", 0, LONG) + p.text.count("»", 0, 200) * (s.words < 12)) / 2),
            float(p.text.endswith(("...", "…"))),
            float(p.text.endswith(":")),
            float(p.text.endswith("?")),
            s.titled,
            min(1.0, done / total),
            float(p.text[:1] in "\"“„«'‘"),
            page,
            float(i > 0 and paras[i - 1].indent == p.indent and paras[i - 1].bullet == p.bullet),
            float(i + 1 < count and paras[i + 1].indent == p.indent and paras[i + 1].bullet == p.bullet),
            min(sum(near[i : i + 3]), sum(near[i + 4 : i + 7])) / 2,
            float(s.stamp),
            min(1.0, sum(stamps[i : i + 9]) / 3) * (done > 0.1 * total),
        ])  # fmt: skip
        done += mass[i]
    return rows

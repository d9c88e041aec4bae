"""The words of page furniture, from `data/furniture.yaml`, and the questions asked of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_EDGE = " .:;,!?…-–—|/\\»›>→+#()[]\"'*•·"


_LABEL = re.compile(r"\s*[:|–—»>]\s*")
_COUNTED = re.compile(r"\d+ (?:comments?|responses?|replies|reply|thoughts?)(?: (?:on|to)\b|$)")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Word lists in lower case; see the data file for what each means."""

    exact: frozenset[str]
    starts: tuple[str, ...]
    holds: tuple[str, ...]
    tail: frozenset[str]
    talk: tuple[str, ...]

    def is_whole(self, plain: str) -> bool:
        """Is the whole line (as `plain_line` gives it) furniture?"""
        return plain in self.exact

    def begins(self, plain: str) -> bool:
        """Does the line begin as furniture does, a word ending where the phrase ends?"""
        if not plain.startswith(self.starts):
            return False
        return any(plain.startswith(s) and not plain[len(s) : len(s) + 1].isalnum() for s in self.starts)

    def opens_talk(self, plain: str) -> bool:
        """Is this a heading of readers' comments? What follows may be whole sentences, and is never the story."""
        return _COUNTED.match(plain) is not None or plain.startswith(self.talk)

    def labels(self, plain: str) -> bool:
        """Is the line labelled as furniture: "Read more: …", "ALSO READ | …"?"""
        head = _LABEL.split(plain, maxsplit=1)
        return len(head) == 2 and self.begins(head[0]) and len(head[0].split()) <= 4

    def held(self, plain: str) -> int:
        """How many furniture phrases the paragraph holds."""
        return sum(phrase in plain for phrase in self.holds)

    def ends_story(self, plain: str) -> bool:
        """Is this a heading after which nothing belongs to the story?"""
        if plain in self.tail or _COUNTED.match(plain):
            return True
        words = plain.lstrip("0123456789 ").split(" ")
        return len(words) <= 6 and any(" ".join(words[:n]) in self.tail for n in range(2, len(words)))


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """The shipped word lists, read once."""
    import yaml

    loaded = yaml.safe_load((files(__package__) / "data" / "furniture.yaml").read_text("utf-8"))
    lists = {key: [w.strip().lower() for row in rows for w in row.split(",")] for key, rows in loaded.items()}
    return Furniture(
        exact=frozenset(lists["exact"]), starts=tuple(dict.fromkeys(lists["starts"])),
        holds=tuple(dict.fromkeys(lists["holds"])), tail=frozenset(lists["tail"]),
        talk=tuple(lists["talk"]),
    )  # fmt: skip


def plain_line(text: str) -> str:
    """A line as the lists are written: lower case, straight quotes, no punctuation at its edges."""
    return text.lower().translate(_STRAIGHT).strip(_EDGE)

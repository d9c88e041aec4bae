"""Each distinct text is parsed once: in a batch, in a process (which holds the last ones), in the life of a ledger."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from parley.language.packed import Parse, key_of, pack, unpack
from parley.language.parse import model_version, parse_texts

Stored = Callable[[Collection[bytes]], Mapping[bytes, bytes]]
"""Keys -> the packed parses that are kept somewhere, those that are there."""

MEMORY = 32_000_000
"""Bytes of packed parses held in memory: the paragraphs of some ten thousand articles."""
_ENTRY = 150
"""What an entry weighs beside its bytes."""


class CachedParser:
    """Distinct texts -> their parses, of which as few as possible are made.

    `stored` looks up what earlier runs kept; `parsed` counts the texts that went through the model.
    """

    def __init__(self, nlp: Any, stored: Stored | None = None) -> None:
        self.nlp = nlp
        self.pipeline = model_version(nlp)
        self.parsed = 0
        self.stored = stored
        self._recent: OrderedDict[bytes, bytes] = OrderedDict()
        self._weight = 0
        self._fresh: dict[bytes, bytes] = {}

    def __call__(self, texts: Sequence[str]) -> dict[str, Parse]:
        """The parse of each text (none longer than `parse.LONGEST`)."""
        keys = {text: key_of(text, self.pipeline) for text in texts}
        found = self._known(keys)
        missing = [text for text in texts if text not in found]
        for text, parse in zip(missing, parse_texts(self.nlp, missing), strict=True):
            self.parsed += 1
            found[text] = parse
            packed = pack(parse)
            self._fresh[keys[text]] = packed
            self._remember(keys[text], packed)
        return found

    def look_in(self, stored: Stored | None) -> None:
        """Look things up elsewhere from now on, and forget what is in memory: it may not be kept there."""
        if stored != self.stored:
            self.stored = stored
            self._recent.clear()
            self._weight = 0

    def take_fresh(self) -> dict[bytes, bytes]:
        """What was parsed since this was last asked."""
        fresh, self._fresh = self._fresh, {}
        return fresh

    def _known(self, keys: Mapping[str, bytes]) -> dict[str, Parse]:
        ask = [key for key in keys.values() if key not in self._recent]
        stored = self.stored(ask) if ask and self.stored is not None else {}
        found = {}
        for text, key in keys.items():
            packed = self._recent.get(key) or stored.get(key)
            if packed is None:
                continue
            try:
                found[text] = unpack(packed, text)
            except ValueError:
                continue  # damaged, or not ours: parsed anew
            self._remember(key, packed)
        return found

    def _remember(self, key: bytes, packed: bytes) -> None:
        if key in self._recent:
            self._recent.move_to_end(key)
            return
        self._recent[key] = packed
        self._weight += len(packed) + _ENTRY
        while self._weight > MEMORY:
            self._weight -= len(self._recent.popitem(last=False)[1]) + _ENTRY

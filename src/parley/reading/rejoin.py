"""A stream whose first bytes were read to look at them, made whole again."""

from __future__ import annotations

import io
from typing import BinaryIO, cast


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = cast(memoryview, buffer)
        if self._head:
            piece, self._head = self._head[: len(view)], self._head[len(view) :]
        else:
            piece = self._rest.read(len(view)) or b""
        view[: len(piece)] = piece
        return len(piece)


def rejoin(head: bytes, rest: BinaryIO) -> BinaryIO:
    """A stream that gives `head` again and then what `rest` has left."""
    return io.BufferedReader(_Rejoined(head, rest))

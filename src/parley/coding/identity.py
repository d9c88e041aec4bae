"""The identity of a coded row: sixteen hexadecimal digits that follow from what it says and where."""

from __future__ import annotations

import hashlib


def identity(*parts: object) -> str:
    """The same parts give the same identity, on any machine; None counts as empty."""
    key = "\0".join("" if p is None else str(p) for p in parts)
    return hashlib.sha256(key.encode()).hexdigest()[:16]

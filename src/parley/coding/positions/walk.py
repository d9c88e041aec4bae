"""What a walk up the tree carries with it, and what it brings home."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.coding.positions.hits import Hit


@dataclass(slots=True)
class Reading:
    """A side taken. `holder` is the token of whoever takes it, None for the speaker of the words; `at` the token of the
    word that takes it; `sign` +1 for yes, -1 for no; `hedged` when a word on the way makes it conditional, `doubt` when
    it only may be so, `proposes` when the word puts the matter on the table."""

    hit: Hit
    at: int
    holder: int | None
    sign: int
    hedged: bool
    firmness: float
    path: tuple[int, ...]
    words: tuple[str, ...]
    kind: str
    doubt: bool
    proposes: bool


@dataclass(slots=True)
class Walk:
    """The side so far: its sign, the word that took it last, and what was met on the way."""

    sign: int
    hedged: bool = False
    firmness: float | None = None
    at: int | None = None
    kind: str = ""
    duty: bool = False
    doubt: bool = False
    passive: bool = False
    proposes: bool = False
    path: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def copy(self) -> Walk:
        """The same again, to walk another way."""
        return Walk(
            self.sign, self.hedged, self.firmness, self.at, self.kind, self.duty, self.doubt, self.passive,
            self.proposes, list(self.path), list(self.words),
        )  # fmt: skip

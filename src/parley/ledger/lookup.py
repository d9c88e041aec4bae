"""A ledger's parses for a process that does not write it: a look-up that can be sent to a worker."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from parley.errors import LedgerError
from parley.ledger.store import Ledger


class StoredParses:
    """Keys -> the packed parses that the ledger at `path` keeps for them.

    Opens the file when it is first asked. A file that cannot be read at the moment is one that keeps nothing: what is
    wrong with it, the writer will find and say.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ledger: Ledger | None = None

    def __reduce__(self) -> tuple[type[StoredParses], tuple[Path]]:
        return StoredParses, (self.path.absolute(),)

    def __call__(self, keys: Collection[bytes]) -> Mapping[bytes, bytes]:
        """The packed parses there are for these keys."""
        try:
            if self._ledger is None:
                self._ledger = Ledger.open(self.path, read_only=True)
            return self._ledger.parses(keys)
        except LedgerError:
            return {}

"""A table of the ledger into a file: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from parley.errors import ExportError
from parley.export.formats import FORMATS
from parley.export.tables import table_named
from parley.ledger.store import Ledger


def export_table(
    ledger: Ledger, table: str, format: str, out: str | Path | IO[bytes], *, all_versions: bool = False
) -> int:
    """Writes a table as `jsonl`, `csv` or `parquet`; returns the number of rows.

    Of pages read in several versions the newest counts; `all_versions` writes the rows of older ones too (articles are
    written in all versions either way).
    `out` is a path or an open binary file. A path is written beside itself and put in place when complete, so that a
    stopped export leaves the old file. Raises ExportError for an unknown table or format, a folder that is not there,
    a path that is a folder, or the ledger itself.
    """
    chosen = table_named(table)
    if format not in FORMATS:
        raise ExportError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    write = FORMATS[format]
    if not isinstance(out, str | Path):
        return write(chosen, chosen.records(ledger, all_versions), out)
    path = Path(out)
    if path.exists() and ledger.path.exists() and path.samefile(ledger.path):
        raise ExportError(f"{path} is the ledger itself")
    with whole_file(path) as file:
        return write(chosen, chosen.records(ledger, all_versions), file)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes its place at `path` only when the block ends well.

    A link is followed and stays a link. A pipe or a device (/dev/stdout) is written directly, as nothing can be put in
    its place. Raises ExportError when the path cannot be written.
    """
    if path.is_dir():
        raise ExportError(f"{path} is a folder; name a file in it")
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise ExportError(f"cannot write {path}: there is no folder {target.parent}")
    special = target.exists() and not target.is_file()
    draft = target if special else target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        with draft.open("wb") as file:
            yield file
        if not special:
            if target.exists():
                draft.chmod(target.stat().st_mode & 0o7777)
            draft.replace(target)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        if not special:
            with suppress(OSError):
                draft.unlink()

"""JSON Lines -> one page a record, streaming: a line that is no record costs only itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from parley.errors import Problem
from parley.reading.record import identity, parse_record
from parley.records import Page
from parley.settings import Settings


def iter_records(
    stream: BinaryIO, source: str, location: str, settings: Settings, nameless: bool = False
) -> Iterator[Page | Problem]:
    """The records of a JSON Lines stream as pages; blank lines are passed over.

    A page's `source` is the record's id or URL (else `source#N` with the line's number), its `location` the file's
    with that added. Lines that are no JSON object, or larger than `settings.max_bytes`, become Problems with
    `place` "line N". In a stream that is `nameless` (standard input) a record without an id is placed by its content,
    for its line number says nothing the next time.
    """
    number = 0
    while line := stream.readline(settings.max_bytes + 1):
        number += 1
        place = f"line {number}"
        if len(line) > settings.max_bytes and not line.endswith(b"\n"):
            _skip_line(stream)
            yield Problem(source, "too-large", f"the record is larger than {settings.max_bytes} bytes", place)
            continue
        line = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not line:
            continue
        record = parse_record(line)
        if isinstance(record, str):
            yield Problem(source, "invalid-json", record, place)
            continue
        name = identity(record)
        place = name or (hashlib.sha256(line).hexdigest()[:16] if nameless else str(number))
        yield Page(name or f"{source}#{number}", f"{location}#{place}", "record", line)
    if number == 0:
        yield Problem(source, "empty", "the page is empty")


def _skip_line(stream: BinaryIO) -> None:
    while (piece := stream.readline(65_536)) and not piece.endswith(b"\n"):
        pass

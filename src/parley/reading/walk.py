"""Inputs -> pages, one at a time: files, folders, archives, feeds, URLs, standard input, in an order that never varies.

Memory stays flat: one page is held, one line of a JSON Lines file, one record of an archive, or one feed; only the real
paths of the files seen are kept, so that two spellings of one file are read once.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import stat
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from parley.errors import InputError, Problem
from parley.reading.fetch.address import is_url, target_of
from parley.reading.fetch.failure import FetchFailure
from parley.reading.formats import Format, format_of_bytes, format_of_name
from parley.reading.jsonlines import iter_records
from parley.reading.rejoin import rejoin
from parley.records import Page
from parley.settings import Settings

if TYPE_CHECKING:
    from parley.reading.online import Web

STDIN = "-"
SNIFFED = 8192
_MANY = frozenset({"jsonl", "feed", "warc"})
"""Formats that hold many pages."""


def iter_pages(
    inputs: Sequence[str], settings: Settings, stdin: BinaryIO | None = None, web: Web | None = None
) -> Iterator[Page | Problem]:
    """The pages of files, folders, URLs and `-` (standard input, needs `stdin`), lazily and in a fixed order.

    Folders are walked to the bottom, sorted by path; hidden files, files that are no pages and special files in them
    are passed over. URLs are fetched through `web` (one of its own when None), and so is what feeds link to, with
    `settings.fetch`; nothing else is. What cannot be read becomes a Problem. Raises InputError at once when a named
    path is not there or a URL is none.
    """
    for given in inputs:
        if given == STDIN:
            if stdin is None:
                raise InputError("'-' names standard input, and there is none here")
        elif is_url(given):
            _check_url(given)
        elif not os.path.exists(given):
            raise InputError(_missing(given))
    return _iter(inputs, settings, stdin, web)


def count_inputs(inputs: Sequence[str]) -> int | None:
    """How many pages to expect, or None when only reading would tell (JSON Lines, archives, feeds, URLs, `-`)."""
    count, seen = 0, set[str]()
    for given in inputs:
        if given == STDIN or is_url(given):
            return None
        for path in _files(given, seen):
            if format_of_name(path)[0] in _MANY:
                return None
            count += 1
    return count


def digest(data: bytes) -> str:
    """What stands for a place where there is none: standard input is another page every time."""
    return hashlib.sha256(data).hexdigest()[:16]


def source_of(path: str) -> str:
    """A path as `source`: as given, `.` and doubled slashes gone, forward slashes, always encodable."""
    tidy = PurePath(os.path.normpath(path)).as_posix()
    return tidy.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _missing(given: str) -> str:
    if "://" in given[:12]:
        return f"{given}: Parley fetches http and https, nothing else; save the page first"
    if os.path.islink(given):
        return f"{given}: a link that leads nowhere"
    return f"{given}: no such file or folder"


def _check_url(given: str) -> None:
    try:
        target_of(given)
    except FetchFailure as failure:
        raise InputError(f"{given}: {failure.reason}") from None


def _iter(
    inputs: Sequence[str], settings: Settings, stdin: BinaryIO | None, web: Web | None
) -> Iterator[Page | Problem]:
    seen: set[str] = set()
    if web is None and (settings.fetch or any(map(is_url, inputs))):
        from parley.reading.online import Web

        web = Web(settings)
    for given in inputs:
        if given == STDIN:
            if stdin is not None and STDIN not in seen:
                seen.add(STDIN)
                yield from _read_stream(stdin, STDIN, STDIN, None, settings, web)
        elif web is not None and is_url(given):
            url = target_of(given).url
            if url not in seen:
                seen.add(url)
                yield from web.page(url)
        else:
            for path in _files(given, seen):
                yield from _read_file(path, settings, web)


def _files(given: str, seen: set[str]) -> Iterator[str]:
    """The files an input stands for, each real file once; `seen` grows by their real paths."""
    paths = _walk(given, set()) if os.path.isdir(given) else iter((given,))
    for path in paths:
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield path


def _walk(folder: str, above: set[str]) -> Iterator[str]:
    """The pages under a folder, sorted by path; a link back to a folder already entered is not followed."""
    real = os.path.realpath(folder)
    if real in above:
        return
    above.add(real)
    try:
        with os.scandir(folder) as entries:
            found = sorted((_sort_name(e), e.path, e.is_dir()) for e in entries if not e.name.startswith("."))
    except OSError:
        yield folder  # reading it then says why it cannot be read
        return
    for _, path, is_folder in found:
        if is_folder:
            yield from _walk(path, above)
        elif format_of_name(path)[0] is not None and not _is_special(path):
            yield path


def _sort_name(entry: os.DirEntry[str]) -> str:
    # With its slash a folder sorts among its neighbours as the full paths below it do.
    return entry.name + "/" if entry.is_dir() else entry.name


def _is_special(path: str) -> bool:
    """A pipe, device or socket: reading one may never end. A broken link is none: it is reported."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _read_file(path: str, settings: Settings, web: Web | None) -> Iterator[Page | Problem]:
    source = source_of(path)
    if _is_special(path) and not os.path.isdir(path):
        yield Problem(source, "unreadable", "not a regular file; pipe it in and name '-' to read it")
        return
    form, gzipped = format_of_name(path)
    try:
        with open(path, "rb") as raw:
            # An archive is unpacked by who reads it, record by record.
            packed = gzipped and form != "warc"
            stream: BinaryIO = gzip.GzipFile(fileobj=raw) if packed else raw  # type: ignore[assignment]
            yield from _read_stream(stream, source, source_of(os.path.realpath(path)), form, settings, web)
    except (OSError, EOFError, zlib.error) as error:
        yield Problem(source, "unreadable", f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _read_stream(
    stream: BinaryIO, source: str, location: str, form: Format | None, settings: Settings, web: Web | None
) -> Iterator[Page | Problem]:
    """The page or the records of one opened stream; its format is sniffed when `form` is None."""
    if form is None:
        head = stream.read(SNIFFED)
        stream = rejoin(head, stream)
        if head.startswith(b"\x1f\x8b"):
            stream = gzip.GzipFile(fileobj=stream)  # type: ignore[assignment]
            head = stream.read(SNIFFED)
            stream = rejoin(head, stream)
        form = format_of_bytes(head)
        if form is None:
            yield Problem(source, "unknown-format", "neither text nor HTML, JSON Lines, a feed, an archive or a PDF")
            return
    if form == "jsonl":
        yield from iter_records(stream, source, location, settings, nameless=location == STDIN)
        return
    if form == "warc":
        from parley.reading.warc import iter_archive

        yield from iter_archive(stream, source, settings)
        return
    data = stream.read(settings.max_bytes + 1)
    if len(data) > settings.max_bytes:
        yield Problem(source, "too-large", f"larger than {settings.max_bytes} bytes")
    elif not data.strip():
        yield Problem(source, "empty", "the page is empty")
    elif form == "feed":
        from parley.reading.feeds import iter_entries

        yield from iter_entries(data, source, location, fetch=web.fetch if web is not None else None)
    else:
        yield Page(source, location if location != STDIN else f"{STDIN}#{digest(data)}", form, data)

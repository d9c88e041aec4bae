"""A web archive (WARC, WARC.gz) -> its pages, one at a time, however many millions it holds.

Only what a server answered with "200" and as HTML, XHTML or plain text is a page; the rest (requests, pictures,
redirects, revisits without a body) is passed over in silence, as a folder's files that are no pages are. The archive's
date is that of the crawl: it says nothing about publication and is not used.
"""

from __future__ import annotations

import contextlib
import io
import zlib
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from parley.errors import Problem
from parley.reading.carried import carried_page, format_carried, media_type
from parley.records import Page
from parley.settings import Settings

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", ""})
_PIECE = 1 << 16
_GZIP = 31
"""What zlib calls "with a gzip header"."""


def iter_archive(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Page | Problem]:
    """The pages of an archive, plain or gzipped record by record, in its order; memory holds one record.

    A page's `source` and `location` are the URL it was taken from, so that two captures of one URL are versions of one
    article. A record that is too large or cannot be unpacked is a Problem, with its place in the file as it lies; where
    the archive itself is damaged a Problem says so, and what comes after is not read.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    met = last = 0
    seekable = stream.seekable()
    archive: Any = stream if seekable else _Piped(stream)
    try:
        # HTTP is taken apart by hand: the library gives up the whole archive for one answer that cannot be unpacked.
        for record in ArchiveIterator(archive, parse_http=False):
            met, last, taken = met + 1, record.stream_pos, 0
            if record.record_type == WarcRecordType.response and record.is_http:
                taken = yield from _page(record, f"{source}, byte {last}", settings)
            # A record cut within its headers has lost its length, which stands near their end, if not its kind.
            if "Content-Length" not in record.headers or record.content_length > taken + record.consume():
                yield _damaged(source, met, "it breaks off within a record")
                return
        if met and seekable and not _is_whole(stream, last):
            yield _damaged(source, met, "it breaks off within a record")
    except (OSError, ValueError, EOFError) as error:
        yield _damaged(source, met, " ".join(str(error).split())[:200] or type(error).__name__)
        return
    except BaseException as error:  # a fault in the library's own code, which it raises past all `except Exception`
        if type(error).__name__ != "PanicException":
            raise
        yield _damaged(source, met, "it cannot be taken apart")
        return
    if met == 0:
        yield Problem(source, "empty", "no records of a web archive were found")


class _Piped:
    """A stream that only runs forwards, for a library that must know how far it is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        return self._at


def _damaged(source: str, met: int, why: str) -> Problem:
    return Problem(source, "damaged", f"the archive is damaged: {why}", f"record {met}")


def _page(record: WarcRecord, place: str, settings: Settings) -> Generator[Page | Problem, None, int]:
    """The page in a response, if it is one; returns how many bytes of its body it took from the archive."""
    record.parse_http()
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    headers = record.http_headers
    content_type = headers.get("Content-Type") or ""
    if not url or headers.status_code != 200 or media_type(content_type) not in _PAGES:
        return 0
    announced, limit = record.content_length, settings.max_bytes
    data = record.reader.read(limit + 1)
    taken = len(data)
    if taken < min(announced, limit + 1):
        return taken  # the archive ends within this record, as the caller then sees
    try:
        data = _unpacked(data, headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding") or "", limit + 1)
    except (OSError, EOFError, zlib.error):
        yield Problem(url, "damaged", "the page in the archive cannot be unpacked", place)
        return taken
    if len(data) > limit:
        yield Problem(url, "too-large", f"larger than {limit} bytes", place)
        return taken
    form = format_carried(content_type, data)
    if data.strip() and form in ("html", "text"):
        yield carried_page(url, url, form, content_type, data)
    return taken


def _unpacked(data: bytes, transfer: str, content: str, most: int) -> bytes:
    """The body without its transfer and content encodings, at most `most` bytes of it.

    Many crawlers store the body unpacked and keep the headers that say otherwise, so the bytes have the last word.
    """
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader

    if "chunked" in transfer.lower():
        with contextlib.suppress(OSError):
            data = ChunkedReader(io.BytesIO(data)).read(most)
    content = content.strip().lower()
    if content in ("gzip", "x-gzip") and data.startswith(b"\x1f\x8b"):
        return GzipReader(io.BytesIO(data)).read(most)
    if content == "deflate" and data.lstrip()[:1] != b"<":
        return GzipReader(io.BytesIO(data), zlib=True).read(most)
    if content == "br" and data.lstrip()[:1] != b"<":
        return BrotliReader(io.BytesIO(data)).read(most)
    return data


def _is_whole(stream: BinaryIO, last: int) -> bool:
    """Whether nothing but the last record's own bytes comes after its beginning at `last`.

    The library ends in silence when a gzipped archive is cut within the first bytes of a record.
    """
    stream.seek(last)
    inflate = zlib.decompressobj(_GZIP)
    first = True
    while piece := stream.read(_PIECE):
        if first and not piece.startswith(b"\x1f\x8b"):
            return True
        first = False
        while piece:
            inflate.decompress(piece, _PIECE)
            piece = inflate.unconsumed_tail
        if inflate.eof:
            return not (inflate.unused_data + stream.read(1)).strip(b"\0\r\n")
    return first

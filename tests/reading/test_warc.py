"""Web archives: which records are pages, in constant memory, and what damage costs."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.errors import Problem
from parley.reading import iter_pages, read_article
from parley.reading.warc import iter_archive
from parley.records import Article, Page
from parley.settings import Settings

from .server import page

STORY = page("The envoy said on Friday that the talks would resume.", "“We are ready,” she told reporters.")


def record(
    url: str,
    body: bytes = STORY,
    *,
    kind: str = "response",
    status: str = "200 OK",
    media: str = "text/html",
    headers: str = "",
) -> bytes:
    """One WARC record; its date is the crawl's, years after whatever it holds."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{zlib.crc32(url.encode()):032x}>\r\n"
        f"Content-Type: application/http;msgtype={'request' if kind == 'request' else 'response'}\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


INFO = (
    b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Length: 10\r\n\r\nsoftware: \r\n\r\n"
)


def read(data: bytes, settings: Settings | None = None) -> list[Page | Problem]:
    return list(iter_archive(io.BytesIO(data), "crawl.warc", settings or Settings()))


def urls(data: bytes) -> list[str]:
    found = read(data)
    assert all(isinstance(f, Page) for f in found), found
    return [f.source for f in found]


def codes(data: bytes, settings: Settings | None = None) -> list[str]:
    return [f.code if isinstance(f, Problem) else "page" for f in read(data, settings)]


def test_only_pages_that_were_found_are_read() -> None:
    archive = INFO + b"".join(
        [
            record("http://x.org/1"),
            record("http://x.org/1", kind="request"),
            record("http://x.org/1", kind="metadata"),
            record("http://x.org/gone", status="404 Not Found"),
            record("http://x.org/moved", status="301 Moved"),
            record("http://x.org/same", kind="revisit"),
            record("http://x.org/pic", b"\x89PNG\r\n\x1a\n", media="image/png"),
            record("http://x.org/pic2", b"\x89PNG\r\n\x1a\n\0\0\0\0", media=""),
            record("http://x.org/empty", b""),
            record("http://x.org/2.txt", b"Plain words.", media="text/plain; charset=utf-8"),
        ]
    )
    found = read(archive)
    assert [(f.source, f.location, f.format) for f in found if isinstance(f, Page)] == [
        ("http://x.org/1", "http://x.org/1", "html"),
        ("http://x.org/2.txt", "http://x.org/2.txt", "text"),
    ]
    assert len(found) == 2


def test_the_crawl_dates_nothing() -> None:
    dated = page(
        "The envoy said on Friday that the talks would resume in Halmere.",
        head='<meta name="date" content="2025-03-14">',
    )
    found = [
        read_article(f, Settings())
        for f in read(record("http://x.org/1") + record("http://x.org/2", dated))
        if isinstance(f, Page)
    ]
    assert [a.published for a in found if isinstance(a, Article)] == [None, "2025-03-14"]


def test_a_page_in_the_character_set_of_its_header() -> None:
    body = "<p>Переговоры</p>".encode("koi8-r")
    (found,) = read(record("http://x.org/1", body, media="text/html; charset=koi8-r"))
    assert isinstance(found, Page)
    assert "Переговоры" in found.data.decode()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(STORY)),
        ("Content-Encoding: deflate\r\n", zlib.compress(STORY)),
        ("Content-Encoding: gzip\r\n", STORY),
        ("Content-Encoding: br\r\n", STORY),
        ("Transfer-Encoding: chunked\r\n", f"{len(STORY):x}\r\n".encode() + STORY + b"\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked\r\n", STORY),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
         f"{len(gzip.compress(STORY, mtime=0)):x}\r\n".encode() + gzip.compress(STORY, mtime=0) + b"\r\n0\r\n\r\n"),
    ],
)  # fmt: skip
def test_bodies_as_they_were_sent_or_as_unpacked_by_the_crawler(headers: str, body: bytes) -> None:
    (found,) = read(record("http://x.org/1", body, headers=headers))
    assert isinstance(found, Page)
    assert found.data == STORY


def test_a_record_that_cannot_be_unpacked_or_is_too_large_costs_itself() -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    archive = b"".join(
        [
            record("http://x.org/1"),
            record("http://x.org/bad", b"\x1f\x8b no gzip", headers="Content-Encoding: gzip\r\n"),
            record("http://x.org/bomb", bomb, headers="Content-Encoding: gzip\r\n"),
            record("http://x.org/big", b"x" * 100_001),
            record("http://x.org/2"),
        ]
    )
    found = read(archive, Settings(max_bytes=100_000))
    assert [f.code if isinstance(f, Problem) else "page" for f in found] == [
        "page",
        "damaged",
        "too-large",
        "too-large",
        "page",
    ]
    problem = found[1]
    assert isinstance(problem, Problem)
    assert problem.source == "http://x.org/bad"
    assert problem.place == f"crawl.warc, byte {len(record('http://x.org/1'))}"


def test_a_thousand_records_in_constant_memory(tmp_path: Path) -> None:
    """A thousand records of 100 KB: the reader holds about one of them."""
    story = STORY + b"<!--" + b"x" * 100_000 + b"-->"
    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as file:
        for number in range(1000):
            file.write(gzip.compress(record(f"http://x.org/{number}", story), 1))
    tracemalloc.start()
    count = sum(isinstance(f, Page) for f in iter_pages([str(path)], Settings()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1000
    assert peak < 2_000_000


RECORDS = [record(f"http://x.org/{n}") for n in range(4)]
PLAIN = b"".join(RECORDS)
PACKED = b"".join(map(gzip.compress, RECORDS))


def test_an_archive_gzipped_record_by_record_or_whole_or_not(tmp_path: Path) -> None:
    wanted = [f"http://x.org/{n}" for n in range(4)]
    assert urls(PLAIN) == urls(PACKED) == urls(gzip.compress(PLAIN)) == wanted
    (tmp_path / "a.warc").write_bytes(PLAIN)
    (tmp_path / "b.warc.gz").write_bytes(PACKED)
    (tmp_path / "c.warc.gz").write_bytes(gzip.compress(PLAIN))
    assert [p.source for p in iter_pages([str(tmp_path)], Settings())] == wanted * 3
    for data in (PLAIN, PACKED):
        piped = iter_pages(["-"], Settings(), io.BytesIO(data))
        assert [p.source for p in piped] == wanted


@pytest.mark.parametrize("cut", [*range(1, len(PACKED), 37), len(PACKED) - 9])
def test_a_gzipped_archive_that_breaks_off_says_so(cut: int) -> None:
    ends = [0]
    for one in RECORDS:
        ends.append(ends[-1] + len(gzip.compress(one)))
    found = codes(PACKED[:cut])
    whole = sum(end <= cut for end in ends) - 1
    # The last eight bytes of a member are its checksum: without them its record is complete all the same.
    assert found[:whole] == ["page"] * whole
    if cut not in ends:
        assert found[-1] in ("damaged", "empty")
        assert len(found) <= whole + 2


@pytest.mark.parametrize("cut", range(1, len(PLAIN), 97))
def test_a_plain_archive_that_breaks_off_says_so(cut: int) -> None:
    found = codes(PLAIN[:cut])
    whole = sum((n + 1) * len(RECORDS[0]) <= cut + 4 for n in range(4))
    assert found[:whole] == ["page"] * whole
    if cut % len(RECORDS[0]) > 8:
        assert found[whole:] == ["damaged"]


def test_damage_in_the_middle_and_no_archive_at_all(tmp_path: Path) -> None:
    assert codes(PACKED[:200] + b"junk" * 20 + PACKED[200:])[-1] == "damaged"
    assert codes(b"") == ["empty"]
    assert codes(b"no archive at all\r\n\r\n" * 9) == ["damaged"]
    (tmp_path / "a.warc").write_bytes(b"")
    assert [getattr(p, "code", "") for p in iter_pages([str(tmp_path)], Settings())] == ["empty"]


@settings(max_examples=60)
@given(st.integers(0, len(PLAIN) - 1), st.binary(max_size=30), st.booleans())
def test_any_damage_gives_pages_and_problems(at: int, junk: bytes, packed: bool) -> None:
    data = PLAIN[:at] + junk + PLAIN[at + len(junk) :]
    for item in read(gzip.compress(data) if packed else data):
        assert isinstance(item, (Page, Problem))

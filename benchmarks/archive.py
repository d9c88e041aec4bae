"""Memory over a long archive: pages streamed from one WARC, as many as wanted.

    memory, 50,000 pages    peak memory of a process that reads an archive of 50,000 pages, against one of 1,000

The pages are drawn from a stock of 3,000 paragraphs, so that most paragraphs were parsed before: parsing 50,000
distinct pages would take two hours, and what could fill the memory is the same.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import corpus

Line = tuple[str, str, str, bool | None]
STOCK = 3_000
RUN = Path(__file__).with_name("run.py")


def lines(folder: Path, small: int, large: int) -> list[Line]:
    """The lines of the table."""
    stock = [p for a in corpus.articles(STOCK // 8, seed=11) for p in a["text"].split("\n\n")]
    peaks = []
    for count in (small, large):
        archive = write(folder / f"pages-{count}.warc", count, stock)
        command = [sys.executable, str(RUN), "--child", str(archive), str(folder / f"archive-{count}.db")]
        found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        if found["articles"] != count:
            raise SystemExit(f"{count} pages were archived and {found['articles']} read")
        peaks.append(found["peak_mb"])
        archive.unlink()
    growth = peaks[1] / peaks[0]
    flat = growth <= 1.25
    return [
        (f"peak memory, archive of {small:,}", f"{peaks[0]:.0f} MB", "", None),
        (f"peak memory, archive of {large:,}", f"{peaks[1]:.0f} MB, {growth:.2f} times", "at most 1.25", flat),
    ]


def write(path: Path, count: int, stock: list[str]) -> Path:
    """An archive of that many plain-text pages, each a headline and four paragraphs of the stock."""
    chance = random.Random(13)
    with path.open("wb") as out:
        for number in range(count):
            head = " ".join(chance.choice(stock).split()[:8]).rstrip(",.;:")
            page = "\n\n".join([f"{head} {number}", *chance.sample(stock, 4)]).encode()
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + page + b"\n"
            fields = (
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
                f"WARC-Target-URI: http://news.example/{number}\r\nWARC-Date: 2031-03-14T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
                f"Content-Length: {len(answer)}\r\n\r\n"
            )
            out.write(fields.encode() + answer + b"\r\n\r\n")
    return path

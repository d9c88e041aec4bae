"""Fetched pages on their way into a ledger: `parley read URL`, feeds with --fetch, and `parley follow`."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from parley.cli.follow import Follower, feeds_of
from parley.cli.main import main
from parley.coder import Coder
from parley.errors import InputError, LedgerBusy
from parley.ledger.fetched import Fetched
from parley.ledger.store import Ledger
from parley.pipeline import run, run_info
from parley.reading.fetch.memory import Remembered
from parley.settings import Settings

from .server import HASTY, Site, page, serving

WISH = Settings(allow_hosts=("127.0.0.1",), fetch=True)


def story(number: int) -> bytes:
    said = f"The envoy Maria Tolland said on Friday that round {number} of the talks would begin in Halmere next week."
    return page(
        said,
        f"“We are ready for round {number},” she told reporters in the old customs house.",
        title=f"Round {number}",
    )


def feed(site: Site, *numbers: int, path: str = "/{}") -> bytes:
    items = "".join(f"<item><title>Round {n}</title><link>{site.url(path.format(n))}</link></item>" for n in numbers)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>{items}</channel></rss>'.encode()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "talks.db", create=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(WISH)


def sources(ledger: Ledger) -> list[str]:
    return [a.source.rpartition("/")[2] for a in ledger.articles()]


def test_ten_entries_of_which_one_link_is_broken(ledger: Ledger, coder: Coder) -> None:
    with serving(**{f"/{n}": story(n) for n in range(10) if n != 4}) as site:
        site.answers["/feed.xml"] = (200, {"Content-Type": "application/rss+xml"}, feed(site, *range(10)))
        follower = Follower([site.url("/feed.xml")], ledger, WISH, HASTY, coder)
        outcome = follower.poll()
    assert outcome is not None
    assert (outcome.articles, outcome.statements > 10) == (9, True)
    assert [(p.source, p.code, p.reason) for p in outcome.problems] == [
        (site.url("/4"), "http", "127.0.0.1 answered 404 Not Found")
    ]
    assert sources(ledger) == [str(n) for n in range(10) if n != 4]
    assert [p.code for p in ledger.problems()] == ["http"]


def test_a_poll_reads_what_is_new_and_asks_for_nothing_twice(ledger: Ledger, coder: Coder) -> None:
    with serving(**{f"/{n}": story(n) for n in range(5)}) as site:
        site.answers["/feed.xml"] = feed(site, 1, 2)
        follower = Follower([site.url("/feed.xml")], ledger, WISH, HASTY, coder)
        assert follower.poll() is not None
        assert follower.poll() is None  # the feed came again, as it was
        site.answers["/feed.xml"] = feed(site, 3, 2, 1)
        outcome = follower.poll()
        assert outcome is not None
        assert outcome.articles == 1
        assert [site.paths().count(f"/{n}") for n in range(5)] == [0, 1, 1, 1, 0]
        assert len(list(ledger.runs())) == 2
        again = Follower([site.url("/feed.xml")], ledger, WISH, HASTY, coder)  # another process, another day
        assert again.poll() is None
        assert [site.paths().count(f"/{n}") for n in range(5)] == [0, 1, 1, 1, 0]


def test_a_broken_link_is_told_once_and_left_alone_after_three_polls(ledger: Ledger, coder: Coder) -> None:
    with serving(**{"/1": (500, {}, b""), "/2": story(2)}) as site:
        etagged = {"ETag": '"v1"'}

        def same(handler: BaseHTTPRequestHandler) -> None:
            fresh = handler.headers.get("If-None-Match") != '"v1"'
            handler.send_response(200 if fresh else 304)
            handler.send_header("ETag", etagged["ETag"])
            handler.end_headers()
            if fresh:
                handler.wfile.write(feed(site, 1, 2))

        site.answers["/feed.xml"] = same
        follower = Follower([site.url("/feed.xml")], ledger, WISH, HASTY, coder)
        outcomes = [follower.poll() for _ in range(6)]
        assert [o and len(o.problems) for o in outcomes] == [1, None, None, None, None, None]
        assert site.paths().count("/1") == 3 * HASTY.tries
        assert site.paths().count("/2") == 1
        site.answers["/1"] = story(1)
        etagged["ETag"] = '"v2"'
        site.answers["/feed.xml"] = feed(site, 1, 2).replace(b"Round 1", b"Round one")  # the entry changed
        outcome = follower.poll()
        assert outcome is not None
        assert outcome.articles == 1


def test_a_feed_that_fails_is_told_once_and_read_when_it_is_well(ledger: Ledger, coder: Coder) -> None:
    with serving(**{"/1": story(1), "/feed.xml": (503, {}, b""), "/other.xml": b""}) as site:
        feeds = [site.url("/other.xml"), site.url("/feed.xml")]
        site.answers["/other.xml"] = page("Please log in.")
        follower = Follower(feeds, ledger, WISH, HASTY, coder)
        first = follower.poll()
        assert first is not None
        assert [p.code for p in first.problems] == ["not-a-feed", "http"]
        assert follower.poll() is None
        site.answers["/feed.xml"] = feed(site, 1)
        outcome = follower.poll()
        assert outcome is not None
        assert (outcome.articles, outcome.problems) == (1, [])


def test_a_page_without_a_story_is_told_once(ledger: Ledger, coder: Coder) -> None:
    with serving(**{"/1": b"<html><body><nav>Menu</nav></body></html>", "/2": story(2)}) as site:
        bare = f"<item><link>{site.url('/3')}</link><description>{'Menu Weather Sport ' * 60}</description></item></channel>"
        site.answers["/feed.xml"] = feed(site, 1, 2).replace(b"</channel>", bare.encode())
        follower = Follower([site.url("/feed.xml")], ledger, WISH, HASTY, coder)
        outcomes = [follower.poll() for _ in range(3)]
    assert outcomes[0] is not None
    assert site.url("/1") in [p.source for p in outcomes[0].problems if p.code == "no-text"]
    assert outcomes[1:] == [None, None]
    assert [site.paths().count(f"/{n}") for n in (1, 2)] == [1, 1]


def test_a_ledger_that_is_being_written_is_waited_for(coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    with serving(**{"/1": story(1)}) as site, Ledger.open(path, create=True, wait=0.1) as ledger:
        site.answers["/feed.xml"] = feed(site, 1)
        follower = Follower([site.url("/feed.xml")], ledger, WISH, HASTY, coder)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusy):
            follower.poll()
        other.execute("COMMIT")
        other.close()
        outcome = follower.poll()
    assert outcome is not None
    assert outcome.articles == 1


def test_without_fetch_links_are_told_and_with_it_read_though_the_feed_is_unchanged(
    ledger: Ledger, coder: Coder
) -> None:
    def unchanging(handler: BaseHTTPRequestHandler) -> None:
        fresh = handler.headers.get("If-None-Match") != '"v"'
        handler.send_response(200 if fresh else 304)
        handler.send_header("ETag", '"v"')
        handler.end_headers()
        if fresh:
            handler.wfile.write(feed(site, 1))

    with serving(**{"/1": story(1), "/feed.xml": unchanging}) as site:
        url = site.url("/feed.xml")
        bare = Follower([url], ledger, Settings(allow_hosts=WISH.allow_hosts), HASTY, coder)
        outcome = bare.poll()
        assert outcome is not None
        assert [p.code for p in outcome.problems] == ["link-only"]
        assert bare.poll() is None
        assert "/1" not in site.paths()
        outcome = Follower([url], ledger, WISH, HASTY, coder).poll()
        assert outcome is not None
        assert outcome.articles == 1


def test_a_page_is_a_new_version_when_it_changes_and_nothing_when_not(ledger: Ledger, coder: Coder) -> None:
    def versioned(handler: BaseHTTPRequestHandler) -> None:
        fresh = handler.headers.get("If-None-Match") != now["tag"]
        handler.send_response(200 if fresh else 304)
        handler.send_header("ETag", now["tag"])
        handler.end_headers()
        if fresh:
            handler.wfile.write(now["page"])

    now: dict[str, Any] = {"tag": '"1"', "page": story(1)}
    with serving(**{"/1": versioned}) as site:
        did = []
        for tag, number in (('"1"', 1), ('"1"', 1), ('"2"', 2)):
            now.update(tag=tag, page=story(number))
            outcome = run(site.url("/1"), ledger, WISH, coder=coder)
            did.append((outcome.pages, outcome.articles, outcome.known))
    assert did == [(1, 1, 0), (1, 0, 1), (1, 1, 0)]


def test_what_is_remembered_is_of_stored_pages_coded_alike(ledger: Ledger, coder: Coder) -> None:
    info = run_info([], WISH, coder)
    memory = Fetched(ledger, info)
    memory.remember("http://x.org/feed", Remembered('"a"', feed=True))
    memory.remember("http://x.org/page", Remembered('"b"'))
    assert Fetched(ledger, info).recall("http://x.org/feed") is None  # not kept yet
    memory.keep(stored={"http://x.org/page"})
    assert Fetched(ledger, info).recall("http://x.org/feed") is None
    memory.keep()
    assert Fetched(ledger, info).recall("http://x.org/feed") == Remembered('"a"', feed=True)
    assert Fetched(ledger, info).recall("http://x.org/page") is None  # the ledger holds no such page
    from dataclasses import replace

    assert Fetched(ledger, replace(info, codebook_sha256="other")).recall("http://x.org/feed") is None


def test_feeds_from_files_among_them_one_that_is_missing(ledger: Ledger, coder: Coder, tmp_path: Path) -> None:
    with serving(**{"/1": story(1)}) as site:
        (tmp_path / "a.rss").write_bytes(feed(site, 1))
        outcome = Follower([str(tmp_path / "gone.rss"), str(tmp_path / "a.rss")], ledger, WISH, HASTY, coder).poll()
    assert outcome is not None
    assert (outcome.articles, [p.code for p in outcome.problems]) == (1, ["unreadable"])


def test_the_list_of_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.txt"
    path.write_text("\ufeff# wires\n\nhttps://x.org/feed\n  a.rss \nHTTPS://X.org/feed\n", encoding="utf-8")
    assert feeds_of(str(path)) == ["https://x.org/feed", "a.rss"]
    for text, words in (("", "names no feed"), ("ftp://x.org/", "line 1: only http"), ("\nhttp://u:p@x.org", "line 2")):
        path.write_text(text)
        with pytest.raises(InputError, match=words):
            feeds_of(str(path))
    with pytest.raises(InputError, match=r"gone\.txt"):
        feeds_of(str(tmp_path / "gone.txt"))


@pytest.mark.parametrize("span", ["soon", "5s", "-1m", "15", "1.5h"])
def test_a_span_that_is_none(span: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["follow", "x", "-l", str(tmp_path / "t.db"), "--every", span])
    assert done.exit_code == 2
    assert "--every" in done.stderr


def test_once_from_the_command_line(tmp_path: Path) -> None:
    with serving(**{"/1": story(1)}) as site:
        site.answers["/feed.xml"] = feed(site, 1)
        (tmp_path / "feeds.txt").write_text(site.url("/feed.xml") + "\n")
        asked = ["follow", str(tmp_path / "feeds.txt"), "-l", str(tmp_path / "t.db"), "--once", "--fetch"]
        first = CliRunner().invoke(main, [*asked, "--allow-host", "127.0.0.1"])
        assert (first.exit_code, first.stdout) == (0, "")
        assert "1 feed: 1 new article" in first.stderr
        assert len(first.stderr.splitlines()) == 1
        refused = CliRunner().invoke(main, asked)
        assert refused.exit_code == 4
        assert "1 problem" in refused.stderr


def test_it_polls_until_stopped(tmp_path: Path) -> None:
    with serving(**{"/1": story(1)}) as site:
        site.answers["/feed.xml"] = feed(site, 1)
        (tmp_path / "feeds.txt").write_text(site.url("/feed.xml") + "\n")
        command = [sys.executable, "-m", "parley", "follow", str(tmp_path / "feeds.txt"), "-l", str(tmp_path / "t.db")]
        process = subprocess.Popen(
            [*command, "--fetch", "--allow-host", "127.0.0.1"], stderr=subprocess.PIPE, text=True, env=os.environ
        )
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "1 new article" in line
        assert line.endswith("again in 15m\n")
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        assert process.wait(10) == 0
        assert time.monotonic() - began < 5
        assert process.stderr.read() == "stopped; what was read is kept\n"
        process.stderr.close()
    with Ledger.open(tmp_path / "t.db", read_only=True) as opened:
        assert sources(opened) == ["1"]


def test_stopped_while_a_server_hangs(coder: Coder, tmp_path: Path) -> None:
    with serving(**{"/1": story(1), "/hang": lambda handler: time.sleep(8)}) as site:
        site.answers["/feed.xml"] = feed(site, 1)
        (tmp_path / "feeds.txt").write_text(f"{site.url('/feed.xml')}\n{site.url('/hang')}\n")
        command = [sys.executable, "-m", "parley", "follow", str(tmp_path / "feeds.txt"), "-l", str(tmp_path / "t.db")]
        process = subprocess.Popen(
            [*command, "--fetch", "--allow-host", "127.0.0.1"], stderr=subprocess.PIPE, text=True, env=os.environ
        )
        until = time.monotonic() + 20
        while "/hang" not in site.paths() and time.monotonic() < until:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 0
        assert process.stderr is not None
        assert process.stderr.read() == "stopped; what was read is kept\n"
        process.stderr.close()
    # The batch under way was taken back: nothing is half there, and the next poll reads it.
    with Ledger.open(tmp_path / "t.db") as opened, serving(**{"/1": story(1)}) as other:
        other.answers["/feed.xml"] = feed(other, 1)
        outcome = Follower([other.url("/feed.xml")], opened, WISH, HASTY, coder).poll()
        assert outcome is not None
        assert outcome.articles == 1

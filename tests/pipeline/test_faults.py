"""What goes wrong in the world: killed, interrupted, out of space, pages that are too much, and our own mistakes."""

from __future__ import annotations

import os
import pty
import random
import re
import resource
import select
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from newsdesk import children, exports, folder, page, read, sentence

from parley import coder as coding
from parley.coder import Coder
from parley.errors import LedgerBusy
from parley.ledger.store import Ledger
from parley.pipeline import run
from parley.records import Article, Page
from parley.settings import Settings

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
COLOURS = re.compile(rb"\x1b\[[0-9;]*m")
PARLEY = (sys.executable, "-m", "parley")


def sound(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


def stored(path: Path) -> int:
    """How many articles the ledger holds, whoever writes it meanwhile."""
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:  # no tables yet
        return 0
    finally:
        connection.close()


def wait_for(path: Path, count: int) -> None:
    """Until the ledger holds that many articles."""
    for _ in range(1200):
        if stored(path) >= count:
            return
        time.sleep(0.05)
    pytest.fail("nothing was read within a minute")


def killed_read(pages: Path, ledger: Path, coder: Coder, after: float) -> None:
    """A read in a process of its own, which ends by kill -9 after that many seconds, or by itself."""
    child = os.fork()
    if child == 0:
        try:
            read(pages, ledger, coder, batch=3)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_killed_at_fifteen_moments_it_ends_as_if_undisturbed(tmp_path: Path, coder: Coder) -> None:
    pages = folder(tmp_path / "pages", 36)
    began = time.monotonic()
    read(pages, tmp_path / "whole.db", coder, batch=3)
    takes = time.monotonic() - began
    chance, ledger = random.Random(5), tmp_path / "l.db"
    held = []
    for _ in range(15):
        killed_read(pages, ledger, coder, chance.uniform(0.0, takes / 3))
        held.append(stored(ledger))
    assert sound(ledger)
    assert held == sorted(held)
    assert held[-1] > 0
    outcome = read(pages, ledger, coder, batch=3)
    assert outcome.articles + outcome.known == 36
    assert exports(ledger) == exports(tmp_path / "whole.db")


@pytest.mark.parametrize(("sign", "code", "jobs"), [(signal.SIGINT, 130, 2), (signal.SIGTERM, 143, 1)])
def test_interrupted_it_keeps_what_was_finished(tmp_path: Path, coder: Coder, sign: int, code: int, jobs: int) -> None:
    pages, ledger = folder(tmp_path / "pages", 160, paragraphs=5), tmp_path / "l.db"
    process = subprocess.Popen(
        [*PARLEY, "read", str(pages), "-l", str(ledger), "-j", str(jobs)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, start_new_session=True,
    )  # fmt: skip
    wait_for(ledger, 1)
    workers = children(process.pid)
    assert len(workers) == (jobs if jobs > 1 else 0)
    process.send_signal(sign)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (code, "")
    assert err.startswith("parley: ")
    assert "what was finished is kept" in err
    assert len(err.splitlines()) == 1
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
    assert sound(ledger)
    assert 0 < stored(ledger) < 160


def test_a_full_disk_is_said_and_nothing_is_lost(tmp_path: Path, coder: Coder) -> None:
    pages, ledger = folder(tmp_path / "pages", 60), tmp_path / "l.db"
    command = [*PARLEY, "read", str(pages), "-l", str(ledger)]

    def little_space() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (450_000, 450_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=little_space, check=False)
    assert done.returncode == 3, done.stderr
    assert done.stderr.startswith(f"parley: {ledger} ")
    assert "disk" in done.stderr
    assert "Traceback" not in done.stderr
    assert sound(ledger)
    before = stored(ledger)
    assert before < 60
    outcome = read(pages, ledger, coder)
    assert (outcome.articles, outcome.known) == (60 - before, before)
    read(pages, tmp_path / "whole.db", coder)
    assert exports(ledger) == exports(tmp_path / "whole.db")


@pytest.mark.parametrize("stage", ["read_article", "find_times", "find_actors", "parse_with"])
def test_a_fault_of_ours_costs_one_page(
    tmp_path: Path, coder: Coder, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    """Whatever stage has the fault, the page is named with the place of the fault, and the others are read."""
    pages = folder(tmp_path / "pages", 5)
    whole = getattr(coding, stage)
    fatal = page(3).split("\n", 1)[0]

    def faulty(first: object, *rest: object) -> object:
        texts = {
            Page: lambda p: p.data.decode(),
            list: lambda ps: ps[0].text,
            coding.Parsed: lambda p: p.article.text,
        }.get(type(first), lambda _: rest[0][-1].text if len(rest[0]) == 1 else page(3))(first)  # type: ignore[index, arg-type, operator]
        if fatal in texts:
            raise ZeroDivisionError("by no means")
        return whole(first, *rest)

    monkeypatch.delenv("PARLEY_DEBUG", raising=False)
    monkeypatch.setattr(coding, stage, faulty)
    outcome = read(pages, tmp_path / "l.db", coder)
    assert outcome.articles == 4
    (problem,) = outcome.problems
    assert (problem.code, Path(problem.source).name) == ("fault", "003.txt")
    assert "ZeroDivisionError" in problem.reason
    monkeypatch.setattr(coding, stage, whole)
    outcome = read(pages, tmp_path / "l.db", coder)
    assert (outcome.articles, outcome.known) == (1, 4)


def test_two_reads_at_once_both_get_in(tmp_path: Path, coder: Coder) -> None:
    pages = folder(tmp_path / "pages", 24)
    ledger = tmp_path / "l.db"
    child = os.fork()
    if child == 0:
        code = 1
        try:
            read(pages, ledger, coder, batch=2)
            code = 0
        finally:
            os._exit(code)
    outcome = read(pages, ledger, coder, batch=2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert outcome.articles + outcome.known == 24
    read(pages, tmp_path / "whole.db", coder)
    assert exports(ledger) == exports(tmp_path / "whole.db")


def test_a_read_that_waits_too_long_for_another_says_so(tmp_path: Path, coder: Coder) -> None:
    pages, path = folder(tmp_path / "pages", 2), tmp_path / "l.db"
    Ledger.open(path, create=True).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Ledger.open(path, wait=0.3) as ledger, pytest.raises(LedgerBusy, match="is being written by another process"):
        run([pages], ledger, Settings(), coder=coder)
    holder.close()


def test_pages_that_are_too_much(tmp_path: Path, coder: Coder) -> None:
    """A line of 20 MB, a paragraph of a megabyte, 100,000 paragraphs, and a good page among them."""
    pages = tmp_path / "pages"
    pages.mkdir()
    chance = random.Random(1)
    some = [sentence(chance) for _ in range(40)]
    (pages / "line.txt").write_bytes(b"He said so. " * 1_700_000)
    (pages / "paragraph.txt").write_text(
        "Talks\n\n" + "Alda Brenn said no. " * 2_000 + "x" * 1_000_000, encoding="utf-8"
    )
    (pages / "paragraphs.txt").write_text(
        "Talks go on\n\n" + "\n\n".join(some[n % 40] for n in range(100_000)) + "\n", encoding="utf-8"
    )
    (pages / "good.txt").write_text(page(1), encoding="utf-8")
    outcome = read(pages, tmp_path / "l.db", coder)
    assert [(Path(p.source).name, p.code) for p in outcome.problems] == [("line.txt", "too-large")]
    assert outcome.articles == 3
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert any(s.source.endswith("good.txt") for s in ledger.statements())


def seen_at_a_terminal(command: list[str], *, until: bytes | None = None) -> tuple[int, str]:
    """Exit code and output of a command whose standard error is a terminal; Ctrl-C is pressed after `until`."""
    master, slave = pty.openpty()
    process = subprocess.Popen(command, stdin=slave, stdout=subprocess.DEVNULL, stderr=slave, start_new_session=True)
    os.close(slave)
    seen = b""
    while True:
        ready, _, _ = select.select([master], [], [], 60)
        try:
            piece = os.read(master, 65536) if ready else b""
        except OSError:  # how Linux says that the other side is closed
            piece = b""
        if not piece:
            break
        seen += piece
        if until is not None and re.search(until, COLOURS.sub(b"", seen)):
            process.send_signal(signal.SIGINT)
            until = None
    os.close(master)
    return process.wait(timeout=60), COLOURS.sub(b"", seen).decode("utf-8", "replace")


def test_a_terminal_shows_progress_with_rate_and_time_left(tmp_path: Path) -> None:
    pages = folder(tmp_path / "pages", 160, paragraphs=4)
    command = [*PARLEY, "read", str(pages), "-l", str(tmp_path / "l.db")]
    code, seen = seen_at_a_terminal(command, until=rb"[1-9]\d*/160 pages[^\r\n]*\d/s")
    assert code == 130
    assert re.search(r"\d+/160.*pages", seen)
    assert re.search(r"\d(\.\d)?/s", seen)
    assert re.search(r"0:\d\d:\d\d", seen)
    assert "\x1b[?25h" in seen  # the cursor is back
    assert seen.rstrip().endswith("the same command goes on from there")


def test_articles_keep_their_words(tmp_path: Path, coder: Coder) -> None:
    """What recoding starts from is what was read."""
    pages = folder(tmp_path / "pages", 3)
    read(pages, tmp_path / "l.db", coder)
    with Ledger.open(tmp_path / "l.db") as ledger:
        found = ledger.stored([1, 2, 3])
    assert [type(a) for a in found] == [Article] * 3
    assert {a.text for a in found} == {page(n) for n in range(3)}
    assert all(a.blocks and a.body_text for a in found)

"""Many processes: the same results in the same order, whatever becomes of a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from deadly import Deadly, Unfit
from newsdesk import children, exports, folder, page, read

from parley.coder import Batch, Coder
from parley.errors import CodebookError, ModelError, ParleyError
from parley.language.packed import key_of
from parley.ledger.store import Ledger
from parley.pipeline import run
from parley.pool import AHEAD, Workers, coders
from parley.records import Page
from parley.settings import Settings

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


def pages(count: int) -> list[Page]:
    return [Page(f"{n:03}.txt", f"/{n:03}.txt", "text", page(n).encode()) for n in range(count)]


def batches(count: int, size: int) -> list[list[Page]]:
    found = pages(count)
    return [found[i : i + size] for i in range(0, count, size)]


def sources(coded: list[Batch]) -> list[list[str]]:
    return [[c.article.source for c in batch.coded] for batch in coded]


def test_one_two_or_three_processes_give_the_same_bytes(tmp_path: Path, coder: Coder) -> None:
    where = folder(tmp_path / "pages", 24)
    (where / "bad.html").write_bytes(b"<html><body></body></html>")
    (where / "again.jsonl").write_text('{"id": "x", "text": "Alda Brenn said no."}\n' * 9, encoding="utf-8")
    found = []
    for jobs in (1, 2, 3):
        ledger = tmp_path / f"{jobs}.db"
        outcome = read(where, ledger, coder, jobs=jobs, batch=2)
        assert (outcome.articles, outcome.known, len(outcome.problems)) == (25, 8, 1)
        found.append(exports(ledger))
    assert found[0] == found[1] == found[2]


@pytest.fixture(scope="module")
def team(coder: Coder) -> Iterator[Workers]:
    """Two workers that do not survive one paragraph."""
    poison = key_of("Gorm Hale brought the poison to Velden today.", coder.model)
    with Workers(Settings(jobs=2), Deadly(frozenset({poison}))) as started:
        yield started


def test_a_page_that_kills_its_worker_costs_itself_only(team: Workers, coder: Coder) -> None:
    """Its batch is tried once more, then its pages one by one; the batches in hand of the dead worker are not lost."""
    poison = Page("poison.txt", "/poison.txt", "text", b"Round five\n\nGorm Hale brought the poison to Velden today.\n")
    given = batches(12, 3)
    given[1].insert(1, poison)
    coded = list(team.code(given))
    assert sources(coded) == [[p.source for p in batch if p is not poison] for batch in given]
    (problem,) = (p for batch in coded for p in batch.problems)
    assert (problem.source, problem.code) == ("poison.txt", "crash")
    assert "SIGKILL" in problem.reason
    assert coded[0].coded == coder(given[0]).coded


def test_a_worker_killed_from_outside_loses_nothing(tmp_path: Path, coder: Coder) -> None:
    where = folder(tmp_path / "pages", 40)
    read(where, tmp_path / "whole.db", coder)

    def kill_one(_: int) -> None:
        if not killed:  # the first batch is stored, and of the workers one may still be starting
            killed.append(min(set(children(os.getpid())) - before))
            os.kill(killed[0], signal.SIGKILL)

    killed: list[int] = []
    with Ledger.open(tmp_path / "l.db", create=True) as ledger:
        before = set(children(os.getpid()))
        outcome = run([where], ledger, Settings(jobs=2, batch=2), progress=kill_one)
    assert killed
    assert (outcome.articles, outcome.problems) == (40, [])
    assert exports(tmp_path / "l.db") == exports(tmp_path / "whole.db")


def test_only_so_many_batches_are_under_way(team: Workers) -> None:
    taken = []

    def source() -> object:
        for number, batch in enumerate(batches(40, 1)):
            taken.append(number)
            yield batch

    coding = team.code(source())  # type: ignore[arg-type]
    next(coding)
    assert len(taken) <= 2 * AHEAD + 1
    assert len(list(coding)) == 39


def test_what_keeps_a_coder_from_working_is_said() -> None:
    with (
        pytest.raises(ModelError, match="no_such_model"),
        coders(Settings(jobs=2, model="no_such_model"), None) as team,
    ):
        _ = team.model
    with pytest.raises(CodebookError):
        coders(Settings(jobs=2, codebook="no-such-codebook"), None)
    with pytest.raises(ParleyError, match="could not start"), coders(Settings(jobs=2), Unfit()) as team:  # type: ignore[arg-type]
        _ = team.model


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    """A parent that is killed cannot say goodbye."""
    code = (
        "import sys, time\nfrom parley.pool import coders\nfrom parley.settings import Settings\n"
        "team = coders(Settings(jobs=2), None)\nprint(*(w.process.pid for w in team._workers), flush=True)\ntime.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    assert len(workers) == 2
    parent.kill()
    parent.communicate()
    for _ in range(200):
        if not any(Path(f"/proc/{pid}").exists() for pid in workers):
            return
        time.sleep(0.05)
    pytest.fail("workers outlived their parent")


def test_closing_ends_the_workers() -> None:
    team = coders(Settings(jobs=2), None)
    assert isinstance(team, Workers)
    processes = [w.process for w in team._workers]
    team.__exit__(None, None, None)
    assert all(p.returncode is not None for p in processes)


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    """Reading with workers from the top level of a script, as people write them."""
    where = folder(tmp_path / "pages", 2)
    script = tmp_path / "mine.py"
    script.write_text(
        f"import parley\nledger = parley.read({str(where)!r}, ledger={str(tmp_path / 'l.db')!r}, jobs=2)\n"
        "print(sum(1 for _ in ledger.articles()))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("2\n", "")

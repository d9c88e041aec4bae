"""Inputs -> pages: what is read, in which order, and what becomes a problem."""

from __future__ import annotations

import gzip
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from parley.errors import InputError, Problem
from parley.reading import count_inputs, iter_pages
from parley.records import Page
from parley.settings import Settings


def pages(inputs: Sequence[str | Path], settings: Settings | None = None, stdin: bytes | None = None) -> list[Page]:
    found = list(iter_pages([str(i) for i in inputs], settings or Settings(), io.BytesIO(stdin) if stdin else None))
    assert all(isinstance(p, Page) for p in found), found
    return [p for p in found if isinstance(p, Page)]


def problems(inputs: Sequence[str | Path], settings: Settings | None = None) -> list[Problem]:
    return [p for p in iter_pages([str(i) for i in inputs], settings or Settings()) if isinstance(p, Problem)]


def test_a_folder_is_read_to_the_bottom_sorted_by_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a.txt", "a/b/c.html", "a/.hidden.txt", ".git/x.txt", "a/pic.jpg", "a/data.csv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<p>x" if name.endswith("html") else "x")
    found = pages([tmp_path])
    names = [os.path.relpath(p.source, tmp_path) for p in found]
    assert names == ["a.txt", "a/b/c.html", "a/z.md", "b.txt"]
    assert [p.format for p in found] == ["text", "html", "text", "text"]
    assert count_inputs([str(tmp_path)]) == 4


def test_a_source_is_the_path_as_given_and_a_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    found = pages(["./a.txt", "a.txt", str(tmp_path / "a.txt"), "link.txt", "."])
    assert [p.source for p in found] == ["a.txt"]
    assert found[0].location == os.path.realpath(tmp_path / "a.txt")


def test_a_missing_path_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt"):
        iter_pages([str(tmp_path / "nowhere.txt")], Settings())
    with pytest.raises(InputError, match="save the page"):
        iter_pages(["ftp://example.org/a"], Settings())
    with pytest.raises(InputError, match="standard input"):
        iter_pages(["-"], Settings())


def test_a_link_loop_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert len(pages([tmp_path])) == 1


def test_a_broken_link_and_a_pipe_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "x.txt").write_text("x")
    found = list(iter_pages([str(tmp_path)], Settings()))
    assert [getattr(p, "code", "page") for p in found] == ["unreadable", "page"]
    assert problems([tmp_path / "pipe.txt"])[0].code == "unreadable"


def test_gzipped_pages(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>x</p>"))
    (tmp_path / "b.html.gz").write_bytes(b"no gzip at all")
    (tmp_path / "c.html.gz").write_bytes(gzip.compress(b"<p>x</p>" * 99)[:30])
    found = list(iter_pages([str(tmp_path)], Settings()))
    assert isinstance(found[0], Page)
    assert (found[0].data, found[0].format, Path(found[0].source).name) == (b"<p>x</p>", "html", "a.html.gz")
    assert [p.code for p in found[1:] if isinstance(p, Problem)] == ["unreadable", "unreadable"]


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"x" * 5_000_000))
    (tmp_path / "big.txt").write_text("x" * 1001)
    assert [p.code for p in problems([tmp_path], Settings(max_bytes=1000))] == ["too-large", "too-large"]


def test_files_named_explicitly_are_sniffed(tmp_path: Path) -> None:
    (tmp_path / "saved").write_text("<!DOCTYPE html><html><p>x</p>")
    (tmp_path / "note.dat").write_text("Talks resume.")
    (tmp_path / "pic.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01" + bytes(range(256)))
    assert [p.format for p in pages([tmp_path / "saved", tmp_path / "note.dat"])] == ["html", "text"]
    assert problems([tmp_path / "pic.jpg"])[0].code == "unknown-format"
    assert pages([tmp_path]) == []


def test_json_lines_are_pages_of_their_own_and_a_bad_line_costs_itself(tmp_path: Path) -> None:
    lines = [
        '{"id": "r1", "text": "a"}',
        "{broken",
        "",
        '{"url": "https://x.org/2", "text": "b"}',
        "[1]",
        '{"text": "c"}',
    ]
    path = tmp_path / "r.jsonl"
    path.write_text("\n".join(lines))
    found = list(iter_pages([str(path)], Settings()))
    assert [p.source for p in found if isinstance(p, Page)] == ["r1", "https://x.org/2", f"{path.as_posix()}#6"]
    assert [(p.place, p.code) for p in found if isinstance(p, Problem)] == [
        ("line 2", "invalid-json"),
        ("line 5", "invalid-json"),
    ]
    assert found[0].location == f"{os.path.realpath(path)}#r1"  # type: ignore[union-attr]
    assert count_inputs([str(path)]) is None


def test_a_giant_json_line_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps({"text": "x" * 5000}) + "\n" + '{"id": "ok", "text": "a"}\n')
    found = list(iter_pages([str(path)], Settings(max_bytes=1000)))
    assert isinstance(found[0], Problem)
    assert (found[0].code, found[0].place) == ("too-large", "line 1")
    assert isinstance(found[1], Page)
    assert found[1].source == "ok"


def test_json_lines_stream(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"id": 1, "text": "a"}\n' * 50_000)
    stream = iter_pages([str(path)], Settings())
    assert next(stream).source == "1"


@pytest.mark.parametrize(
    ("data", "form"),
    [(b"Talks resume.", "text"), (b"  <html><p>x</p>", "html"), (b'{"id": "r", "text": "a"}\n', "record")],
)
def test_standard_input_is_sniffed(data: bytes, form: str) -> None:
    found = pages(["-", "-"], stdin=data)
    assert [p.format for p in found] == [form]
    assert found[0].data == data.strip(b"\n")
    assert count_inputs(["-"]) is None


def test_standard_input_is_another_page_every_time() -> None:
    first, second = pages(["-"], stdin=b"Talks resume.")[0], pages(["-"], stdin=b"Talks end.")[0]
    assert first.source == second.source == "-"
    assert first.location != second.location


def test_an_empty_page_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b" \n\t\n")
    (tmp_path / "c.jsonl").write_bytes(b"")
    assert [p.code for p in problems([tmp_path])] == ["empty", "empty", "empty"]

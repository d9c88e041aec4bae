"""Puts a screen of real output into the README: the beginning of the brief that `make demo` prints.

Run by `make docs` after the program's words have changed; the README shows nothing that the program did not print.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
EXAMPLE = "examples/strait-talks"
LEDGER = "build/strait-talks.db"
SCREEN = re.compile(r"(<!-- screen[^\n]*-->\n).*?(<!-- end of screen -->)", re.DOTALL)


def main() -> int:
    """Run the example and rewrite the README's screen; returns the exit code."""
    for left in (ROOT / "build").glob("strait-talks.db*"):
        left.unlink()
    (ROOT / "build").mkdir(exist_ok=True)
    parley("read", f"{EXAMPLE}/pages", "--codebook", f"{EXAMPLE}/codebook.yaml", "--ledger", LEDGER, "--quiet")
    shown = cut(parley("brief", "--ledger", LEDGER, "--limit", "3"))
    text = README.read_text(encoding="utf-8")
    if not SCREEN.search(text):
        raise SystemExit("README.md has no place for the screen")
    block = f"```\n$ parley brief --ledger {LEDGER} --limit 3\n{shown}\n```\n"
    README.write_text(SCREEN.sub(lambda m: m[1] + block + m[2], text), encoding="utf-8")
    return 0


def parley(*arguments: str) -> str:
    """What the command prints, 100 columns wide."""
    command = [sys.executable, "-m", "parley", *arguments]
    environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def cut(brief: str) -> str:
    """The state of the talks and the matrix, an ellipsis for the rest."""
    lines = [line.rstrip() for line in brief.splitlines()]
    end = next(i for i, line in enumerate(lines) if line.startswith("● "))
    while not lines[end - 1]:
        end -= 1
    return "\n".join([*lines[:end], "…"])


if __name__ == "__main__":
    sys.exit(main())

"""Resolves the dependencies again and writes `requirements.lock`, with the hashes of every platform's wheels.

The resolver is uv, itself pinned by hash in `tools/lock-tool.lock` and installed into `build/lock-venv`, so that
nobody needs it who only uses or tests Parley. One version of each library for all Pythons and platforms
(`--fork-strategy fewest`), because the same input must give the same ledger on any machine.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "lock-venv"
LOCKS = {
    "requirements.lock": ["--group", "dev", "--all-extras", "pyproject.toml"],
    "tools/lock-tool.lock": ["--group", "lock"],
}
OPTIONS = [
    "--universal", "--python-version", "3.11", "--fork-strategy", "fewest", "--only-binary", ":all:",
    "--generate-hashes", "--no-config", "--default-index", "https://pypi.org/simple", "--no-emit-index-url",
    "--custom-compile-command", "make lock", "--quiet",
]  # fmt: skip


def main() -> int:
    """Write both locks; returns the exit code."""
    python = PLACE / "bin" / "python"
    if not python.exists():
        venv.create(PLACE, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "--no-deps", "--requirement", "tools/lock-tool.lock"], cwd=ROOT, check=True)
    for lock, what in LOCKS.items():
        command = [str(python), "-m", "uv", "pip", "compile", *OPTIONS, *sys.argv[1:], *what, "--output-file", lock]
        subprocess.run(command, cwd=ROOT, check=True)
        print(f"{lock}: {(ROOT / lock).read_text(encoding='utf-8').count('==')} pinned")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Makes the virtual environment `.venv` from the lock, or does nothing when it is already the one the lock describes.

Only the standard library: this runs before anything is installed. Every file that pip installs must carry a hash that
stands in `requirements.lock`, only wheels are taken (a source archive would fetch unpinned build tools), and Parley
itself is installed in place with the build backend of the lock, so that nothing is fetched beyond it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "parley-stamp"
LOCK = ROOT / "requirements.lock"

NO_VENV = """\
This Python ({python}) comes without the module `{module}`, which makes virtual environments.
Debian and Ubuntu keep it in a package of its own:  sudo apt install python3-venv
Or name another Python:  make PYTHON=/path/to/python3 {goals}"""


def main() -> int:
    """Set up, or find that nothing is to be done. Returns the exit code."""
    key = wanted()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == key and interpreter().exists():
        return 0
    for module in ("venv", "ensurepip"):
        try:
            __import__(module)
        except ImportError:
            print(NO_VENV.format(python=sys.executable, module=module, goals="test"), file=sys.stderr)
            return 1
    try:
        build()
    except subprocess.CalledProcessError as error:
        print(
            f"\nSetting up {VENV.name} failed (pip ended with {error.returncode}; its reason stands above). "
            "Nothing else was changed; the same command tries again.",
            file=sys.stderr,
        )
        return 1
    STAMP.write_text(key, encoding="utf-8")
    return 0


def wanted() -> str:
    """What the environment must have been made from: the lock, the package's own metadata, this Python, this place.

    The place counts because an environment cannot be moved; the Python because its version decides the wheels.
    """
    parts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(hashlib.sha256(p).digest() for p in parts)).hexdigest()


def interpreter() -> Path:
    """The environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def build() -> None:
    """Make the environment (anew when its Python is another or broken) and install the lock and Parley into it."""
    if not same_python():
        import venv

        print(f"Making {VENV.name} with Python {sys.version.split()[0]} …", flush=True)
        venv.EnvBuilder(clear=VENV.exists(), symlinks=os.name != "nt", with_pip=True).create(VENV)
    print(f"Installing from {LOCK.name} …", flush=True)
    pip("--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(LOCK))
    pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))


def same_python() -> bool:
    """Whether an environment is there whose Python runs, has pip, and is this one's version."""
    if not interpreter().exists():
        return False
    asked = [str(interpreter()), "-c", "import pip, sys; print(sys.version)"]
    answer = subprocess.run(asked, capture_output=True, text=True, env=clean_environment(), check=False)
    return answer.returncode == 0 and answer.stdout.strip() == sys.version


def pip(*arguments: str) -> None:
    """Run pip's install in the environment, quietly; raises CalledProcessError when it fails."""
    command = [str(interpreter()), "-m", "pip", "--disable-pip-version-check", "--no-input", "-qq", "install"]
    subprocess.run([*command, *arguments], env=clean_environment(), check=True)


def clean_environment() -> dict[str, str]:
    """This process's environment without what would lead pip past the virtual environment."""
    dropped = {"PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV"}
    return {k: v for k, v in os.environ.items() if k not in dropped} | {"PIP_USER": "0"}


if __name__ == "__main__":
    sys.exit(main())

"""Write `src/parley/codebook/data/states.yaml`: the states of the world with capitals and demonyms.

Names come from babel (Unicode CLDR, English), capitals and demonyms from countryinfo (MIT), corrections from
`states-overrides.yaml` beside this script. Run it when one of the three changes; a test fails until it has been run.

    python tools/make_states.py            writes the file
    python tools/make_states.py --check    exit code 1 if the file is not what this script would write
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src/parley/codebook/data/states.yaml"
HEAD = """\
# Written by tools/make_states.py; change tools/states-overrides.yaml instead, and run it again.
name: states
title: States of the world, with capitals and demonyms
version: 1
actors:
"""
# Adjectives that are no noun for the people, so that no plural is made of them.
NO_PLURAL = (
    "ese", "ish", "ch", "wiss", "yz", "ourgish", "andic", "man", "men", "woman", "lois", "Manx", "Faroese", "Malagasy",
    "Basotho", "Batswana", "Motswana", "Mosotho", "Burkinabe", "Burkinabé", "I-Kiribati", "Ni-Vanuatu", "Philippine",
    "US", "U.S.",
)  # fmt: skip
KEEP_PLURAL = ("German", "Turkmen", "Czech")


def library_rows() -> dict[str, dict[str, Any]]:
    """ISO code -> countryinfo's record; files are read directly, the package's own API loads all maps."""
    spec = importlib.util.find_spec("countryinfo")
    assert spec is not None
    assert spec.origin is not None
    rows: dict[str, dict[str, Any]] = {}
    for path in sorted(Path(spec.origin).parent.glob("data/*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        code = (row.get("ISO") or {}).get("alpha2")
        if code and isinstance(row.get("capital"), str) and not (code in rows and not row.get("demonym")):
            rows[code] = row
    return rows


def with_plurals(demonyms: list[str]) -> list[str]:
    """Each demonym followed by its plural where it has one."""
    out: list[str] = []
    for word in demonyms:
        out.append(word)
        if word in KEEP_PLURAL or not word.endswith(NO_PLURAL):
            out.append(f"{word}s")
    return list(dict.fromkeys(out))


def state(code: str, row: dict[str, Any], name: str, override: dict[str, Any], seat: bool) -> dict[str, Any]:
    """One actor entry as the codebook has it, empty lists left out."""
    capital = str(row.get("capital") or "")
    seats = override.get("seats", [capital] if seat and capital else [])
    demonyms = override.get("demonyms", [d.strip() for d in str(row.get("demonym") or "").split(",") if d.strip()])
    name = str(override.get("name", name)).replace("’", "'")
    entry: dict[str, Any] = {"name": name, "kind": "state"}
    aliases = [alias for alias in override.get("aliases", []) if alias != name]
    for key, words in (("aliases", aliases), ("seats", seats), ("demonyms", with_plurals(demonyms))):
        if words:
            entry[key] = list(dict.fromkeys(words))
    return entry


def text() -> str:
    """The whole file, states by name."""
    overrides = yaml.safe_load((HERE / "states-overrides.yaml").read_text(encoding="utf-8").replace(" NO,", " 'NO',"))
    names = Locale("en").territories
    rows = library_rows()
    codes = sorted((set(rows) | {"XK"}) - set(overrides["skip"]))
    entries = [
        state(code, rows.get(code, {}), names[code].replace(" & ", " and ").replace("St. ", "Saint "),
              overrides["states"].get(code, {}), code not in overrides["no_seat"])
        for code in codes
    ]  # fmt: skip
    entries.sort(key=lambda entry: str(entry["name"]))
    lines = [f"  - {_flow(entry)}\n" for entry in entries]
    return HEAD + "".join(lines)


def _flow(entry: dict[str, Any]) -> str:
    parts = []
    for key, value in entry.items():
        words = [_word(word) for word in value] if isinstance(value, list) else None
        parts.append(f"{key}: " + (f"[{', '.join(words)}]" if words is not None else _word(value)))
    return "{" + ", ".join(parts) + "}"


def _word(word: str) -> str:
    return (
        word
        if word.replace(" ", "").replace("-", "").replace(".", "").isalpha()
        else json.dumps(word, ensure_ascii=False)
    )


def main(arguments: list[str]) -> int:
    """Write the file, or with --check compare it."""
    if "--check" in arguments:
        same = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text()
        print(f"{TARGET.name}: {'up to date' if same else 'differs; run tools/make_states.py'}")
        return 0 if same else 1
    TARGET.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

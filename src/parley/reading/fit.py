"""Fits the weights of `region.py` on pages whose body is known: a tool for developers, not used when reading.

    python -m parley.reading.fit PAGES CLEAN... > src/parley/reading/data/weights.json

PAGES is a folder with `gold.jsonl` (rows with `article` and `body`) and the pages under `texts/`; each CLEAN a folder
whose `texts/` hold nothing but a title and a story, so that clean articles stay whole. Needs numpy (spaCy brings it).
Every page is learned in four dresses: as it is, without its indents, without its list marks too, and with no blank
line left, because pages saved in other ways lack them.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from parley.reading.dates_printed import find_date
from parley.reading.features import FEATURES, shape, vectors
from parley.reading.lines import Para, paragraphs

RIDGE = 4.0
CLEAN_WEIGHT = 0.15
"""A clean article weighs less than a page with furniture: there are many more of them, and they are easy."""

_WORD = re.compile(r"\w+")
Sample = tuple[list[list[float]], list[int], list[float]]


def labels(paras: list[Para], body: str) -> list[int]:
    """1 for the paragraphs that the known body holds, in its order, 0 for the others.

    Long paragraphs are found by their runs of four words; short ones count only between long ones that frame them.
    """
    words = _WORD.findall(body.lower())
    runs = {tuple(words[i : i + 4]) for i in range(len(words) - 3)}
    line = f" {' '.join(words)} "
    lines = [f" {' '.join(_WORD.findall(p.text.lower()))} " for p in paras]
    ends: dict[int, tuple[int, int]] = {}
    found = [0] * len(paras)
    for i, own in enumerate(lines):
        tokens = own.split()
        hits = [tuple(tokens[k : k + 4]) in runs for k in range(len(tokens) - 3)]
        if len(tokens) >= 6 and sum(hits) >= 0.5 * len(hits):
            found[i] = 1
            at = line.find(own)
            if at < 0:
                at = line.find(" ".join(tokens[hits.index(True) : hits.index(True) + 4]))
            if at >= 0:
                ends[i] = (at, at + len(own) - 1)
    _label_short(lines, line, ends, found)
    return found


def _label_short(lines: list[str], line: str, ends: dict[int, tuple[int, int]], found: list[int]) -> None:
    frames = [-1, *sorted(ends), len(lines)]
    for above, below in pairwise(frames):
        low = ends[above][1] if above >= 0 else 0
        high = ends[below][0] + 1 if below < len(lines) else len(line)
        for i in range(above + 1, below):
            at = line.find(lines[i], max(0, low - 1), high) if high > low + 1 and lines[i].strip() else -1
            if not found[i] and 0 <= at <= low + 400:
                found[i], low = 1, at + len(lines[i]) - 1


def dresses(paras: list[Para]) -> Iterator[list[Para]]:
    """The paragraphs as they are, and as pages saved in other ways would show them."""
    yield paras
    yield [replace(p, indent=0) for p in paras]
    yield [replace(p, indent=0, bullet=False, gap=1) for p in paras]
    yield [replace(p, indent=0, bullet=False, gap=0) for p in paras]


def samples(pages: Path, clean: list[Path]) -> Iterator[Sample]:
    """Rows, labels and weights of each page in each dress; the weights of one page sum to one."""
    for line in (pages / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        paras = paragraphs(_read(pages / "texts" / gold["article"]))
        known = labels(paras, gold["body"])
        for dressed in dresses(paras):
            yield _sample(dressed, known, 1.0)
    for path in sorted(p for folder in clean for p in (folder / "texts").glob("*.txt")):
        paras = paragraphs(_read(path))
        # The title is neither: it is part of the page, and a headline, not body. A date line is furniture.
        known = [-1 if i == 0 else int(i > 2 or len(p.text) > 40 or not find_date(p.text)) for i, p in enumerate(paras)]
        for dressed in (paras, [replace(p, gap=0) for p in paras]):
            yield _sample(dressed, known, CLEAN_WEIGHT)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _sample(paras: list[Para], known: list[int], weight: float) -> Sample:
    shapes = [shape(p) for p in paras]
    rows = vectors(paras, shapes)
    kept = [i for i, k in enumerate(known) if k >= 0]
    mass = [shapes[i].words ** 0.6 for i in kept]
    total = sum(mass) or 1.0
    return [rows[i] for i in kept], [known[i] for i in kept], [weight * m / total for m in mass]


def fit(data: list[Sample]) -> dict[str, float]:
    """Weights of a ridge logistic regression (Newton's method), by feature name."""
    import numpy as np

    x: Any = np.array([row for rows, _, _ in data for row in rows])
    y: Any = np.array([k for _, known, _ in data for k in known], dtype=float)
    w: Any = np.array([m for _, _, mass in data for m in mass]) * 100
    beta: Any = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (y - p)) - RIDGE * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(beta))
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if abs(step).max() < 1e-6:
            break
    return {name: round(float(v), 3) for name, v in zip(FEATURES, beta, strict=True)}


def main(arguments: list[str]) -> None:
    """Prints the weights fitted on the folders named."""
    pages, *clean = map(Path, arguments)
    json.dump(fit(list(samples(pages, clean))), sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main(sys.argv[1:])

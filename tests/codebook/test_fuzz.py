"""Whatever the file holds: a codebook or a CodebookError, never a traceback."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.codebook.load import load_codebook
from parley.codebook.model import Codebook
from parley.errors import CodebookError

WORDS = "name title actors cues kind person state aliases words mood takes clause extends general media party".split()
PIECES = [
    *WORDS, "true", "no", "null", "2025", "-1", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{",
    "}", ",", "'", '"', "&a ",
    "*a", "!!str ", "<<: ", "? ", "|", ">", "#", "---", "\t", "é", "’", "\u2028", "%",
]  # fmt: skip
yamlish = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3),
    max_leaves=12,
)


def load(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.yaml"
        path.write_bytes(raw)
        with contextlib.suppress(CodebookError):
            assert isinstance(load_codebook(str(path)), Codebook)


@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    load(raw)


@given(yamlish)
@settings(max_examples=300)
def test_text_like_yaml(text: str) -> None:
    load(text.encode())
    load(b"name: x\ntitle: y\n" + text.encode())


@given(
    st.dictionaries(
        st.sampled_from(["actors", "cues", "media", "modals", "titles", "extends", "version"]), values, max_size=4
    )
)
def test_well_formed_yaml_of_any_shape(data: dict[str, object]) -> None:
    import yaml

    load(yaml.safe_dump({"name": "x", "title": "y", **data}, allow_unicode=True).encode())


@given(st.text(max_size=30))
def test_any_name(name: str) -> None:
    with contextlib.suppress(CodebookError):
        load_codebook(name)

"""Makes the helpers importable, and loads the language model once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parley.coder import Coder
from parley.settings import Settings

sys.path.append(str(Path(__file__).parent))


@pytest.fixture(scope="session")
def coder() -> Coder:
    """A coder with the general codebook; reads made with it need not load the model again."""
    return Coder(Settings())

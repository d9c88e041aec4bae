"""For all tests: property tests that give the same verdict on every machine, and ledgers written as pages."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

# Derandomised: a commit passes or fails by what it holds. Without deadlines: a busy machine is no fault of the code.
# `--hypothesis-profile=search` looks for new examples.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=1_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(scope="session")
def newsroom() -> ModuleType:
    """Ledgers written as pages; see `brief/newsroom.py`."""
    name = "parley_tests_newsroom"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / "brief" / "newsroom.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]

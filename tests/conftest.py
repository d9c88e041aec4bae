"""For all tests: property tests that give the same verdict on every machine."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# Derandomised: a commit passes or fails by what it holds. Without deadlines: a busy machine is no fault of the code.
# `--hypothesis-profile=search` looks for new examples.
settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=1_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

# `make demo` and `make test` need nothing but python3 (3.11 or newer) and make: each sets itself up first.
#
#   make demo     reads the shipped example and prints its brief
#   make test     everything that must pass
#   make lint     ruff, formatting, mypy in strict mode on src/
#   make floors   measures accuracy and fails below quality/floors.toml
#   make bench    speed and memory, one table (BENCH=--quick for a short look)
#   make docs     writes docs/cli.md from the commands, and the README's screen from the example
#   make lock     resolves what pyproject.toml asks for into requirements.lock (UPGRADE=--upgrade takes the newest)
#   make clean    removes what was built, not the environment

SHELL := /bin/sh
.DEFAULT_GOAL := help

NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'

# The first Python on the path that is new enough; PYTHON=/path/to/python3 takes another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$p $(NEW_ENOUGH) >/dev/null 2>&1; then echo $$p; break; fi; done)

# Programs are run as modules of the environment's Python: their scripts would break in a path with spaces.
RUN := .venv/bin/python -m
EXAMPLE := examples/strait-talks
DEMO := build/strait-talks.db

.PHONY: help demo test lint floors bench docs lock clean venv

help:
	@sed -n 's/^#   //p' Makefile

demo: venv
	@mkdir -p build
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(RUN) parley read $(EXAMPLE)/pages --codebook $(EXAMPLE)/codebook.yaml --ledger $(DEMO)
	$(RUN) parley brief --ledger $(DEMO)

test: venv
	$(RUN) pytest $(PYTEST)

lint: venv
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy

floors: venv
	.venv/bin/python tools/floors.py

bench: venv
	.venv/bin/python benchmarks/run.py $(BENCH)

docs: venv
	.venv/bin/python tools/make_cli_docs.py
	.venv/bin/python tools/make_readme_screen.py

lock: python
	"$(PYTHON)" tools/make_lock.py $(UPGRADE)

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests tools benchmarks -name __pycache__ -type d -exec rm -rf {} +

# Always asked, seldom does anything: the script compares the environment's stamp with the lock (30 ms).
venv: python
	@"$(PYTHON)" tools/setup_venv.py

.PHONY: python
python:
	@if ! "$(PYTHON)" $(NEW_ENOUGH) >/dev/null 2>&1; then \
		echo "Parley needs Python 3.11 or newer, and found: $$("$(PYTHON)" --version 2>&1 || python3 --version 2>&1 || echo none)." >&2; \
		echo "Install one, or say where it is: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; fi

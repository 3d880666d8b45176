# Everything a planner or a contributor runs. Needs Python 3.11 or newer and make; the rest is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo klein test picture bench fuzz

help:
	@echo "make demo     solve the embedded national example into uitvoer/landelijk"
	@echo "make klein    solve the small example into uitvoer/klein"
	@echo "make test     lint, type check and test"
	@echo "make fuzz     try damaged inputs for MINUTES=10 minutes, guided by coverage; findings in uitvoer/fuzz;"
	@echo "              then EXAMPLES=100 random cases for each invariant, and as many kills of each command"
	@echo "make bench    measure small, middle and national quarters, and the naive model (half an hour)"
	@echo "make picture  draw the map of uitvoer/landelijk for the README (needs Chromium)"

demo: $(VENV)/.installed
	$(BIN)/spreiding solve --example landelijk --out uitvoer/landelijk --overschrijf

klein: $(VENV)/.installed
	$(BIN)/spreiding solve --example klein --out uitvoer/klein --overschrijf

test: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --quiet --doctest-modules inputs geodata optimizer reports spreiding
	$(BIN)/python -m pytest

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/national.py --seeds 1 2 3 --households 500 --gemeenten 25
	$(BIN)/python benchmarks/national.py --seeds 1 2 3 --households 2000 --gemeenten 98 --gap 0.0015
	$(BIN)/python benchmarks/naive.py --seeds 1 2 3
	$(BIN)/python benchmarks/national.py --seeds 1 2 3

MINUTES ?= 10
EXAMPLES ?= 100

fuzz: $(VENV)/.installed-fuzz
	PYTHONPATH=tests:. $(BIN)/python -m fuzz --minutes $(MINUTES)
	SPREIDING_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest --quiet tests/optimizer/test_invariants.py tests/spreiding/test_killed_commands.py

picture: $(VENV)/.installed-test uitvoer/landelijk/kaart.html
	$(BIN)/python tests/picture.py uitvoer/landelijk docs/kaart.png --height 900

uitvoer/landelijk/kaart.html:
	$(MAKE) demo

# A stamp inside .venv: installed again only after the dependencies changed, or with a new .venv.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) hatchling
	$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(INSTALL) --no-build-isolation --editable ".[test]"
	@touch $@

# Without atheris, which not every system has, the same inputs are made by a plain loop.
$(VENV)/.installed-fuzz: $(VENV)/.installed-test
	-$(INSTALL) --no-build-isolation --editable ".[fuzz]"
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "spreiding needs Python 3.11 or newer; found: $$($(PYTHON) --version 2>&1)."; \
	  echo "Name a newer one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python cannot make an environment here; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }

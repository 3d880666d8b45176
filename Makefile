# Everything a planner or a contributor runs. Needs Python 3.11 or newer and make; the rest is installed into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# No source archives either: building one fetches tools that no lock names.
INSTALL := $(PIP) --require-hashes --only-binary :all:
UV ?= $(BIN)/uv
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --custom-compile-command "make lock" --constraint constraints.txt pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help demo klein front test picture pictures bench fuzz mutate lock licenties audit sbom wheel

help:
	@echo "make demo     solve the embedded national example into uitvoer/landelijk"
	@echo "make klein    solve the small example into uitvoer/klein"
	@echo "make front    run the sweep that draws spreading against participation into uitvoer/front"
	@echo "make test     lint, type check and test"
	@echo "make fuzz     try damaged inputs for MINUTES=10 minutes, guided by coverage; findings in uitvoer/fuzz;"
	@echo "              then EXAMPLES=100 random cases for each invariant, and as many kills of each command"
	@echo "make mutate   make small faults in rules, keys, suppression and verifier, and count what a test finds; SHARE=0.1"
	@echo "              of them, drawn by SEED=1, in GROUPS (regels sleutels onderdrukking narekenen ondergrens)"
	@echo "make bench    measure small, middle and national quarters, and the naive model (half an hour)"
	@echo "make lock     write locks/ anew from pyproject.toml and constraints.txt (asks the network)"
	@echo "make audit    ask for known leaks in everything that is locked (asks the network)"
	@echo "make sbom     write the bill of materials to uitvoer/sbom.json"
	@echo "make wheel    build the wheel into dist and print its sha256"
	@echo "make picture  draw the map of uitvoer/landelijk for the README (needs Chromium)"
	@echo "make pictures every kind of page of uitvoer/landelijk as pictures in uitvoer/beelden, to look at (also pdftoppm)"

demo: $(VENV)/.installed
	$(BIN)/spreiding solve --example landelijk --out uitvoer/landelijk --overschrijf

klein: $(VENV)/.installed
	$(BIN)/spreiding solve --example klein --out uitvoer/klein --overschrijf

test: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --quiet --doctest-modules inputs geodata optimizer reports spreiding verifier
	$(BIN)/python -m pytest
	$(BIN)/python -m pytest --quiet --doctest-modules release

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

SHARE ?= 0.1
SEED ?= 1
GROUPS ?=

# What a test found is kept in uitvoer/mutatie.json while the module is as it was.
mutate: $(VENV)/.installed-test
	PYTHONPATH=tests:. $(BIN)/python -m mutate $(GROUPS) --share $(SHARE) --seed $(SEED)

picture: $(VENV)/.installed-test uitvoer/landelijk/kaart.html
	$(BIN)/python tests/picture.py uitvoer/landelijk docs/kaart.png --height 900

pictures: $(VENV)/.installed-test uitvoer/landelijk/kaart.html klein
	$(BIN)/spreiding report uitvoer/landelijk --site
	@echo 'kwartaal = "2026K1"' > uitvoer/anders.toml
	@echo 'achterstand = "kwijtgescholden"' >> uitvoer/anders.toml
	$(BIN)/spreiding solve --example klein --scenario uitvoer/anders.toml --out uitvoer/anders --overschrijf
	$(BIN)/spreiding compare uitvoer/klein uitvoer/anders --out uitvoer/vergelijking --overschrijf
	$(BIN)/python tests/pictures.py uitvoer/landelijk uitvoer/vergelijking/vergelijking.html uitvoer/beelden
	PYTHONPATH=tests $(BIN)/python benchmarks/drawing.py uitvoer/landelijk

# Look at uitvoer/front/overzicht.html.
front: $(VENV)/.installed
	$(BIN)/spreiding sweep spreiding/data/front.toml --out uitvoer/front

uitvoer/landelijk/kaart.html:
	$(MAKE) demo

licenties: $(VENV)/.installed-test
	$(BIN)/python -m release.licences docs

# What could not be asked counts as a failure.
audit: $(VENV)/.installed-release
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off \
	  $(foreach lock,use cluster build test fuzz release,--requirement locks/$(lock).txt)

# Of the moment of the last commit, so that a checkout has one bill.
sbom: $(VENV)/.installed-release
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null)} \
	  $(BIN)/python -m release.sbom uitvoer/sbom.json

wheel: $(VENV)/.installed
	rm -rf dist build
	$(BIN)/python -m release.wheel dist

# Each lock bounds the next, so that a package has one version in all of them.
lock: | $(UV)
	$(LOCK) --output-file locks/use.txt
	$(LOCK) --no-annotate --constraint locks/use.txt --extra cluster --output-file locks/cluster.txt
	$(LOCK) --no-annotate --constraint locks/cluster.txt --extra test --output-file locks/test.txt
	$(LOCK) --no-annotate --constraint locks/test.txt --extra fuzz --output-file locks/fuzz.txt
	$(LOCK) --no-annotate --constraint locks/test.txt --extra release --output-file locks/release.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --custom-compile-command "make lock" --constraint locks/test.txt --group build --output-file locks/build.txt

# A stamp inside .venv: installed again only after the dependencies changed, or with a new .venv.
$(VENV)/.installed: pyproject.toml locks/use.txt locks/build.txt | $(BIN)/python
	$(INSTALL) --requirement locks/use.txt --requirement locks/build.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-test: locks/test.txt $(VENV)/.installed
	$(INSTALL) --requirement locks/test.txt
	@touch $@

# Without atheris, which not every system has, the same inputs are made by a plain loop.
$(VENV)/.installed-fuzz: locks/fuzz.txt $(VENV)/.installed-test
	-$(INSTALL) --requirement locks/fuzz.txt
	@touch $@

$(VENV)/.installed-release: locks/release.txt $(VENV)/.installed
	$(INSTALL) --requirement locks/release.txt
	@touch $@

$(BIN)/uv: | $(VENV)/.installed-release ;

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "spreiding needs Python 3.11 or newer; found: $$($(PYTHON) --version 2>&1)."; \
	  echo "Name a newer one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python cannot make an environment here; on Debian or Ubuntu: apt-get install python3-venv"; exit 1; }

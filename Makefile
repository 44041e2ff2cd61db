# Paperdeck. `make` builds the paper and the deck; `make help` lists the rest.
# Every target makes its own .venv from the lock files on first use.

CONTENT ?= content
OUT ?= build
# Extra arguments for the command: make check ARGS="--format json", make test ARGS="-k claims"
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.stamp-runtime
DEV := $(VENV)/.stamp-dev
PIP := $(BIN)/python -m pip -q -q --disable-pip-version-check --no-input
PAPERDECK := $(BIN)/paperdeck
LOCK = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal \
	--python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-emit-find-links $(ARGS)

# Only asked for when .venv is made. PYTHON=/path/to/python overrides the search.
PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v "$$p" && break; done)

# A .venv holds absolute paths: in a folder that was moved or copied it would run the old
# folder's code, so there it is made anew. So it is when its Python is gone.
ifneq ($(shell test -x "$(BIN)/python" && cat "$(VENV)/.home" 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/.home
endif

.PHONY: build report slides handout watch preview check test test-more alterations fuzz hostile mutations damaged faults mutants look gallery bench setup setup-dev lock clean help
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory

build: $(RUNTIME)  ## the paper and the deck, in one run (the default)
	@$(PAPERDECK) build "$(CONTENT)" --out "$(OUT)" $(ARGS)

report: $(RUNTIME)  ## only the paper: build/<slug>.pdf
	@$(PAPERDECK) report "$(CONTENT)" --out "$(OUT)" $(ARGS)

slides: $(RUNTIME)  ## only the deck: build/<slug>.pptx
	@$(PAPERDECK) slides "$(CONTENT)" --out "$(OUT)" $(ARGS)

handout: $(RUNTIME)  ## the slides with their notes, to print: build/<slug>-handout.pdf
	@$(PAPERDECK) handout "$(CONTENT)" --out "$(OUT)" $(ARGS)

watch: $(RUNTIME)  ## both files again whenever the content is saved, until Ctrl-C
	@$(PAPERDECK) watch "$(CONTENT)" --out "$(OUT)" $(ARGS)

preview: $(RUNTIME)  ## both files side by side in the browser, in step with every save, until Ctrl-C
	@$(PAPERDECK) preview "$(CONTENT)" --out "$(OUT)" $(ARGS)

check: $(RUNTIME)  ## everything that can be checked without writing a file
	@$(PAPERDECK) check "$(CONTENT)" --out "$(OUT)" $(ARGS)

test: $(DEV)  ## the tests; of each kind that takes long, a share
	@# The workers and the builds that they start share what one of them has compiled.
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist loadfile \
		--no-loadscope-reorder $(ARGS)

test-more: $(DEV)  ## the tests that take longer: drawn decks, the wheel, chance, damage, faults
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist loadfile \
		--no-loadscope-reorder --longer only $(ARGS)
	@$(BIN)/python -m tests.fuzz --count 24 --jobs 2
	@$(BIN)/python -m tests.alterations --count 90 --jobs 2
	@$(BIN)/python -m tests.hostile.mutations --count 60 --jobs 2
	@$(BIN)/python -m tests.hostile --few 4 --jobs 2

alterations: $(DEV)  ## alter finished files, and see what compare says: ARGS="--count 500 --judge"
	@$(BIN)/python -m tests.alterations $(ARGS)

fuzz: $(DEV)  ## build 1,000 briefings made by chance: make fuzz ARGS="--count 100 --seed 2"
	@$(BIN)/python -m tests.fuzz $(ARGS)

hostile: $(DEV)  ## inputs made to break a build: what is said of each, its time and memory
	@$(BIN)/python -m tests.hostile $(ARGS)

damaged: $(DEV)  ## damage 500 finished files by chance, and see what each command says
	@$(BIN)/python -m tests.hostile.finished $(ARGS)

mutations: $(DEV)  ## damage contents and build them: make mutations ARGS="--count 100 --seed 2"
	@$(BIN)/python -m tests.hostile.mutations $(ARGS)

faults: $(DEV)  ## kills, signals, full disks, builds at once: every fault on purpose (an hour)
	@$(BIN)/python -m tests.faults $(ARGS)

mutants: $(DEV)  ## 60 small faults put into copies of the code: which do the tests not tell of?
	@$(BIN)/python -m tests.mutants --jobs 2 $(ARGS)

gallery: $(DEV)  ## all kinds of charts, in docs/gallery; with ARGS="content --slide 4:3" contents in many dresses
	@$(BIN)/python -m $(if $(ARGS),tests.gallery $(ARGS),tests.gallery_of_kinds)

look: $(DEV)  ## how the built pages and slides look, in numbers and contact sheets in build/look
	@$(BIN)/python -m tests.look "$(OUT)" $(ARGS)

bench: $(DEV)  ## the benchmarks
	@$(BIN)/python tests/bench/bench.py $(ARGS)

setup: $(RUNTIME)  ## make .venv, as the other targets do on first use
	@echo "$(VENV) is ready"

setup-dev: $(DEV)  ## make .venv with the test tools too
	@echo "$(VENV) is ready, test tools included"

lock: $(DEV)  ## refresh the lock files (newer versions: make lock ARGS=--upgrade)
	@$(LOCK) --output-file requirements.lock pyproject.toml --group build
	@$(LOCK) --output-file requirements-dev.lock pyproject.toml --group build --group dev \
		--constraint requirements.lock

clean:  ## remove build/ and the caches; .venv stays
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis \
		*.egg-info
	@find . -path ./$(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## this list
	@echo "make [TARGET] [CONTENT=content] [OUT=build] [ARGS=...]"
	@sed -n 's/^\([a-z-]*\):[^#]*##  *\(.*\)/  \1|\2/p' Makefile | \
		while IFS='|' read -r name what; do printf '%-12s %s\n' "$$name" "$$what"; done

$(VENV)/.home:
	@test ! -L "$(VENV)" || { \
		echo "make: error: $(VENV) is a link: what it leads to would be emptied" >&2; \
		echo "  remove the link; make then sets up a $(VENV) of this folder's own" >&2; exit 1; }
	@test -n "$(PYTHON)" || { \
		echo "make: error: no Python 3.11 or newer was found" >&2; \
		echo "  install Python 3.11, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "make: error: $(PYTHON) is not Python 3.11 or newer" >&2; \
		echo "  install Python 3.11, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "make: error: $(PYTHON) cannot make virtual environments" >&2; \
		echo "  install its venv module (on Debian and Ubuntu: apt install python3-venv)" >&2; \
		exit 1; }
	@echo "Setting up $(VENV) (once) with $$("$(PYTHON)" --version) ..."
	@"$(PYTHON)" -m venv --clear $(VENV)
	@printf '%s' "$(CURDIR)" > $@

$(RUNTIME): $(VENV)/.home requirements.lock pyproject.toml setup.py
	@echo "Installing the locked packages into $(VENV) (about a minute) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@# "compat" is a plain path entry: the default import hook costs each start some 8 ms.
	@$(PIP) install --no-deps --no-build-isolation --no-index -e . \
		--config-settings editable_mode=compat
	@# As an installation would: else the first build compiles our modules, and each one where
	@# Python is told to leave no compiled files behind.
	@$(BIN)/python -m compileall -q builder
	@touch $@

$(DEV): $(RUNTIME) requirements-dev.lock
	@echo "Installing the locked test tools into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# Fogline's tasks. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint score score-merge floor grids bench clean lock

BIN := .venv/bin
LINT := .venv-lint/bin
# A folder with a scorer and cases of its own, beside this repository: GOLD=folder makes `make score` run that.
GOLD ?=
export PYTHON
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --upgrade --custom-compile-command "make lock"

help: ## this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: ## make .venv (newest of python3.13, 3.12, 3.11; or PYTHON=...), install, build the index of places
	@sh scripts/setup.sh

demo: setup ## read the reports that come with Fogline, print their ledger, and in a terminal serve its page
	@$(BIN)/fogline demo

test: setup ## run the tests
	@echo "Running the tests"
	@$(BIN)/python -m pytest -n 2 --dist worksteal
	@echo "Next: make demo (the sample ledger), make lint (style and types), make bench (speed)"

lint: ## check format, style and types
	@sh scripts/setup.sh lint
	@$(LINT)/ruff format --check .
	@$(LINT)/ruff check .
	@$(LINT)/mypy --python-executable $(BIN)/python

score: setup ## score the corpus: what is read beside ledgers coded by hand (ARGS=--show tells every difference)
	@if [ -z "$(GOLD)" ]; then $(BIN)/fogline score corpus --mentions --jobs 2 $(ARGS); \
	else PATH="$(CURDIR)/$(BIN):$$PATH" OPENBLAS_NUM_THREADS=1 $(BIN)/python -u "$(GOLD)/score.py" "$(GOLD)/dev" --jobs 2 $(ARGS); fi

score-merge: setup ## how well and how fast claims become events, on made-up wars (ARGS="--sizes 1000 10000" is quick)
	@$(BIN)/python bench/merging.py $(ARGS)

floor: setup ## raise the floors of corpus/floor.toml to what is reached now; none is lowered
	@$(BIN)/fogline score corpus --mentions --jobs 2 --floor corpus/floor.toml --raise
	@$(BIN)/fogline score corpus/second --jobs 2 --floor corpus/second/floor.toml --raise
	@$(BIN)/fogline score corpus/third --jobs 2 --floor corpus/third/floor.toml --raise
	@$(BIN)/fogline score corpus/fourth --jobs 2 --floor corpus/fourth/floor.toml --raise
	@$(BIN)/fogline score corpus/fifth --jobs 2 --floor corpus/fifth/floor.toml --raise
	@$(BIN)/fogline score corpus/sixth --jobs 2 --floor corpus/sixth/floor.toml --raise
	@$(BIN)/fogline score corpus/seventh --jobs 2 --floor corpus/seventh/floor.toml --raise
	@$(BIN)/fogline score corpus/eighth --jobs 2 --floor corpus/eighth/floor.toml --raise
	@$(BIN)/fogline score corpus/ninth --jobs 2 --floor corpus/ninth/floor.toml --raise

grids: setup ## sentence forms filled with every speaker, date, retelling and city: what is read wrong (ARGS=dates for one)
	@$(BIN)/python bench/grids.py $(ARGS)

bench: setup ## speed: reading beside spaCy's full pipeline, memory, the page, the API under load, merging by size
	@$(BIN)/python bench/bench.py
	@$(BIN)/python bench/watch.py
	@$(BIN)/python bench/page.py
	@$(BIN)/python bench/serve.py
	@$(BIN)/python bench/merging.py --sizes 10000 100000 1000000

lock: setup ## renew the locks from pyproject.toml
	@$(BIN)/python -m pip install --quiet uv
	@$(LOCK) pyproject.toml --group build --group test -o requirements.lock
	@$(LOCK) --group lint --constraint requirements.lock -o requirements-lint.lock
	@echo "The locks are renewed; make setup installs them"

clean: ## remove .venv, .venv-lint, the built page, caches and demo.db
	@rm -rf src/fogline/serve/page src/fogline/serve/web/node_modules src/fogline/serve/web/public/basemap
	@rm -rf .venv .venv-lint .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist demo.db demo.db-shm demo.db-wal
	@find src tests bench scripts -name __pycache__ -type d -prune -exec rm -rf {} +

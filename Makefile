# Two commands do everything: `make demo` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help demo demo-clean test check e2e unit lint fuzz benchmark simulation faults docs image lock clean

PYTHON ?= python3
FUZZ_SECONDS ?= 60
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SOURCES := bot tests

# Without byte code every process that a test starts would compile the whole program again.
unexport PYTHONDONTWRITEBYTECODE

help: ## List the commands
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-11s %s\n", $$1, $$2}'

# A Debian Python may come without venv; then apt has it. Everything else comes by hash from the lock.
$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=..." >&2; exit 1; }
	@echo "1/2 Creating the environment $(VENV)" >&2
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ apt-get update -q && apt-get install -y -q python3-venv; } || sudo apt-get install -y -q python3-venv
	@$(PYTHON) -m venv $(VENV)
	@echo "2/2 Installing what the lock names" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(STAMP) ## Start a homeserver, the bot and a chat in this terminal
	@$(BIN)/python -m bot demo

demo-clean: ## Forget what the demo kept
	rm -rf .demo

test: check e2e simulation ## All checks and all tests

check: lint unit ## The fast part: format, lint, types, imports, tests without a homeserver

lint: $(STAMP)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/codespell CHANGELOG.md CONTRIBUTING.md

unit: $(STAMP)
	$(BIN)/python -m pytest -q -n 4 --dist worksteal -m "not e2e and not simulation" tests

e2e: $(STAMP) ## The tests of the whole program, most of them beside the embedded homeserver
	$(BIN)/python -m pytest -q -m e2e tests

simulation: $(STAMP) ## Two hundred weeks of faults in virtual time, kills at many steps, planted defects
	LOTSE_SEEDS=1-200 LOTSE_CRASHES=47 $(BIN)/python -m pytest -q -n 2 tests/simulation

fuzz: $(STAMP) ## Look for texts and events that break the readers; FUZZ_SECONDS=60 for each
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	$(BIN)/python -m tests.fuzzing $(FUZZ_SECONDS)

benchmark: $(STAMP) ## Measure; prints the tables of docs/benchmarks.md
	$(BIN)/python -m tests.benchmarks

SEEDS ?= 2000
faults: $(STAMP) ## Ill-treat the bot for hours (SEEDS=n virtual weeks, three years); prints the tables of docs/faults-figures.md
	LOTSE_SEEDS=$(SEEDS) LOTSE_CRASHES=1 LOTSE_YEARS=3 $(BIN)/python -m pytest -q -n 2 tests/simulation
	$(BIN)/python -m tests.faults

docs: $(STAMP) ## Renew the README's reference and example from the code
	rm -rf .demo/readme
	mkdir -p .demo
	$(BIN)/python -m bot demo --script bot/demo/readme.txt --folder .demo/readme > .demo/readme.transcript
	mv .demo/readme.transcript bot/demo/readme.transcript
	$(BIN)/python -m tests.documentation

image: ## Build the container image and print its size
	docker build -t netzwerklotse . && docker image inspect netzwerklotse --format '{{.Size}} bytes'

lock: $(STAMP) ## Renew the lock files from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --upgrade pyproject.toml --extra postgres -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate -c requirements/run.txt pyproject.toml --extra postgres --group dev -o requirements/dev.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --upgrade requirements/synapse.in -o bot/demo/synapse.txt

clean: demo-clean ## Remove the environments
	rm -rf $(VENV) .venv-synapse .js-sdk

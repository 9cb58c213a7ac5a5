# make demo: set everything up, code the bundled sample reports, print a brief.
# make test: set everything up, pass all checks and tests.
# make train: rebuild the event encoder from the labelled sentences of training/events, in some minutes.
# make train-links: rebuild the encoder of links between claims from training/links and real reports, in some 50 minutes.
# make knowledge: build the derived tables from ENTITIES and the packages of the group "data", and report on all tables.
PYTHON ?= python3
ENTITIES ?= ../shared/knowledge/entities.tsv.xz
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check bench accuracy train train-links knowledge clean

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Vedette needs Python 3.11 or later, found %s.%s" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

demo: $(READY)
	@rm -rf .demo && mkdir .demo
	$(BIN)/vedette samples --to .demo/reports
	$(BIN)/vedette add .demo/reports --store .demo/vedette.db
	$(BIN)/vedette brief --store .demo/vedette.db

test: check
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: $(READY)
	$(BIN)/ruff format --check src tests tools training
	$(BIN)/ruff check src tests tools training
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python tools/bench.py

accuracy: $(READY)
	$(BIN)/python tools/accuracy.py

train: $(READY)
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python tools/train_events.py

train-links: $(READY)
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python tools/train_links.py $(wildcard ../shared/eval/corpus_*.jsonl)

knowledge: $(READY)
	-$(BIN)/python -m pip install --quiet --group data
	$(BIN)/python tools/build_knowledge.py --entities $(ENTITIES)

clean:
	rm -rf $(VENV) .demo

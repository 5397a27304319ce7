# Every command a person or CI needs. Each sets up what it uses (./setup.sh) and asks nothing.
PY := .venv/bin/python
QUICK := not slow and not browser
# A process for each core and one more, since the longest tests wait half their time; the tests of one file share what
# they load, and stay together. The longest files begin first (tests/conftest.py).
CORES := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
PARALLEL := --numprocesses $(shell expr $(CORES) + 1) --dist loadfile --no-loadscope-reorder

# One thread a library: on a small machine two that wait for each other are many times slower than one.
export OMP_NUM_THREADS := 1
# python-telegram-bot gives durations as timedelta; without this it warns at every one.
export PTB_TIMEDELTA := 1
# Scripts find the packages of this checkout first, also where .venv is a link to an environment used by several.
export PYTHONPATH := $(CURDIR)

.DEFAULT_GOAL := help
.PHONY: help demo run test check fix bench bench-gpu bench-previz bench-season doctor setup setup-dev style

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | awk -F'\t' '{printf "make %-12s %s\n", $$1, $$2}'

# BACKENDS=tiny: the models that the tests build (tests/tiny.py) in place of the studio's own.
BOT := $(if $(filter tiny,$(BACKENDS)),-m tests.tiny,-m bot)
demo: $(if $(filter tiny,$(BACKENDS)),setup-dev,setup) ## an episode from one sentence, in OUT (IDEA="…" SERIES_LANG=fr|en|zh OUT=dir BACKENDS=tiny)
	@$(PY) $(BOT) demo $${IDEA:+--idea "$$IDEA"} $${SERIES_LANG:+--language "$$SERIES_LANG"} \
		$${OUT:+--out "$$OUT"}

run: setup ## the bot: on Telegram with FEUILLETON_TOKEN set, else with two simulated phones in the browser
	@$(PY) -m bot run

doctor: setup ## check keys, programs, disk and weights; one line each, with the remedy
	@$(PY) -m bot doctor

test: style ## everything `check` does, then every test (fetches the weights that tests use)
	@./setup.sh dev browser
	$(PY) -m bot fetch --tests
	$(PY) -m pytest -rs $(PARALLEL)

check: style ## style, types, layers and the quick tests
	$(PY) -m pytest -m "$(QUICK)" $(PARALLEL)

fix: setup-dev ## put imports and layout in order
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

# What other scripts import, the hours of words that have a command of their own, and what needs a graphics card.
NO_BENCH := bench/shots.py bench/ideas.py bench/season.py bench/fullsize.py bench/gpu.py
bench: setup-dev ## the figures of the README, one script after another
	@for script in $(filter-out $(NO_BENCH),$(wildcard bench/*.py)); do echo "== $$script"; $(PY) "$$script" || exit 1; done

bench-previz: setup-dev ## thirty drawn shots on one sheet (out/previz), what they cost, and how well they are staged
	$(PY) bench/previz.py out/previz

bench-gpu: setup-dev ## pictures and clips on a CUDA card beside a plain script, in out/gpu (docs/howto/gpu.md)
	$(PY) bench/gpu.py --out out/gpu

bench-season: setup-dev ## twenty ideas written by the crew and by one plain question, in out/season: two hours; stop when you like
	$(PY) bench/season.py --out out/season

style: setup-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

setup:
	@./setup.sh

setup-dev:
	@./setup.sh dev

# Tests and figures come from files already here, never from a model hub.
test check bench bench-previz bench-season demo: export HF_HUB_OFFLINE := 1

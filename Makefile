# Every command a person or CI needs. `make demo` and `make test` set up what they use.
PY := .venv/bin/python
export PTB_TIMEDELTA := 1
export OMP_NUM_THREADS := 1

.PHONY: check
check: ## style, types, layers and the quick tests
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m pytest -m "not slow and not browser"

# Every target is one command of ./run, which needs Python 3.11 or newer and nothing else.
PYTHON ?= python3
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check bench lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

demo: ## the product with an invented municipality on http://127.0.0.1:8000 (PORT=8001 for another)
	@$(PYTHON) run demo --port $(PORT)

demo-reset: ## the same, with its data made afresh
	@$(PYTHON) run demo --port $(PORT) --reset

test: ## all tests, in parallel, on a throw-away PostgreSQL
	@$(PYTHON) run test

check: ## everything CI runs
	@$(PYTHON) run check

bench: ## the measurements
	@$(PYTHON) run bench

lock: ## the lock files, from pyproject.toml
	@$(PYTHON) run lock

# What can be done here. Variables of the environment win: PORT=8123 make run is make run PORT=8123.

PYTHON ?= python3
PORT ?= 8000
export PYTHON

.PHONY: help run test extension coverage lint evaluate train bench load readme clean

help: ## Say what can be done
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST)

run: ## Serve on http://127.0.0.1:8000 (PORT=8123 for another port)
	@tools/venv requirements.txt
	@[ -n "$$REDIS_URL" ] || .venv/bin/python -m tools.fetch_redis
	@SMALLPRINT_TRUST="$${SMALLPRINT_TRUST-self}" SMALLPRINT_LOG="$${SMALLPRINT_LOG-plain}" SEARCH_WORKERS="$${SEARCH_WORKERS-1}" \
		exec .venv/bin/python -m gunicorn --bind 127.0.0.1:$(PORT)

test: ## Run all tests, bringing what they need
	@tools/need chromium curl firefox-esr redis-server
	@tools/venv requirements-dev.txt
	@.venv/bin/python -m tools.fetch_redis --always
	@.venv/bin/python -m pytest -m "not alone" --numprocesses 2 --dist loadfile --no-loadscope-reorder
	@.venv/bin/python -m pytest -m alone

extension: ## Pack the extension for the browsers' stores, into dist/
	@$(PYTHON) -m tools.extension

coverage: ## Show which lines and branches of server/ no test of it reaches
	@tools/venv requirements-dev.txt
	@.venv/bin/python -m pytest --cov --cov-report=term-missing tests/server

lint: ## Check style and types
	@tools/venv requirements-dev.txt
	@.venv/bin/python -m ruff check .
	@.venv/bin/python -m ruff format --check .
	@.venv/bin/python -m mypy

evaluate: ## Measure the analysis on what was labelled by hand and on OPP-115 (OPP115_TEST=FILE for its test split)
	@tools/venv requirements-train.txt
	@.venv/bin/python -m evaluation.gold
	@.venv/bin/python -m evaluation.particulars
	@.venv/bin/python -m evaluation.badges
	@.venv/bin/python -m evaluation.sentences --set test
	@.venv/bin/python -m evaluation.sentences --agreement
	@.venv/bin/python -m evaluation.opp115 $(OPP115_TEST)
	@.venv/bin/python -m evaluation.opp115 --folds
	@.venv/bin/python -m evaluation.overviews --check
	@.venv/bin/python -m evaluation.overviews
	@.venv/bin/python -m evaluation.gate
	@.venv/bin/python -m evaluation.robustness
	@.venv/bin/python -m evaluation.reach
	@.venv/bin/python -m evaluation.links

train: ## Train the model that ships anew, from our own labels
	@tools/venv requirements-train.txt
	@.venv/bin/python -m training

bench: ## Measure time and memory beside what a user would pick instead (BENCH=serve for one case)
	@tools/venv requirements-dev.txt
	@.venv/bin/python -m tools.fetch_redis --always
	@.venv/bin/python -m benchmarks $(BENCH)

load: ## Load the service for a minute, and for another in which its Redis is killed
	@tools/venv requirements-dev.txt
	@.venv/bin/python -m tools.fetch_redis --always
	@.venv/bin/python -m benchmarks.load
	@.venv/bin/python -m benchmarks.load --kill-redis

readme: ## Write the README's tables and answers anew
	@tools/venv requirements-dev.txt
	@.venv/bin/python -m tools.readme

clean: ## Remove all that make made, but for the data in var/
	@rm -rf .venv dist tools/addons-linter/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

# Joint Sea Atlas: `make` lists what there is.
PORT ?= 8501
HOST ?= 127.0.0.1
export HOST PORT
PYTHON = .venv/bin/python

.PHONY: help run test check build data geography bench screenshot constraints clean
.DEFAULT_GOAL = help

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /make \1|/p' Makefile | awk -F'|' '{ printf "%-17s %s\n", $$1, $$2 }'

run: ## set everything up and open the dashboard (PORT=8501 HOST=127.0.0.1)
	@tools/setup.sh run
	@tools/run.sh

test: ## set everything up, a browser too, and run every test and check
	@tools/chromium.sh >/dev/null 2>&1 & tools/setup.sh dev; done=$$?; wait; exit $$done
	@CHROMIUM=$$(tools/chromium.sh) && export CHROMIUM && $(PYTHON) -m tools.test

check: ## check the records, quickly, and the code's style
	@tools/setup.sh dev
	@$(PYTHON) -m tools.test quick

build: ## build the layers from the records
	@tools/setup.sh dev
	@$(PYTHON) -m atlas build

data: ## check the records, then build the layers
	@tools/setup.sh dev
	@$(PYTHON) -m atlas check
	@$(PYTHON) -m atlas build

geography: ## make the land and sea layers anew (seldom needed)
	@tools/setup.sh dev
	@$(PYTHON) -m atlas geography

bench: ## measure moves, start and build beside other ways, some 40 minutes; write benchmarks/RESULTS.md
	@tools/setup.sh dev
	@CHROMIUM=$$(tools/chromium.sh) && export CHROMIUM && $(PYTHON) -m benchmarks.run

screenshot: ## take the README's picture from the running app
	@tools/setup.sh dev
	@CHROMIUM=$$(tools/chromium.sh) && export CHROMIUM && $(PYTHON) -m tools.screenshot

constraints: ## write the exact version of every package in .venv to constraints.txt
	@tools/setup.sh dev
	@echo '# The exact version of every package, as tested; `make constraints` writes this file.' > constraints.txt
	@$(PYTHON) -m pip freeze --disable-pip-version-check >> constraints.txt

clean: ## throw the environment and what tools left away; records and layers stay
	rm -rf .venv .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

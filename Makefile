test: .venv/installed
	.venv/bin/python -m pytest
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .

.venv/installed: pyproject.toml constraints.txt
	python3 -m venv .venv
	.venv/bin/python -m pip install -q -c constraints.txt -e '.[dev]'
	touch .venv/installed

.PHONY: test

"""Fixtures that many tests share."""

import json
import os
from pathlib import Path

import hypothesis
import numpy as np
import pytest

os.environ.setdefault("MPLBACKEND", "agg")

# The same examples in every run, and no limit of time: a busy machine is no fault of the code.
hypothesis.settings.register_profile("house", deadline=None, derandomize=True)
hypothesis.settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data():
    """The folder of real data beside the project; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real data (../shared/data) is not here")
    return SHARED


@pytest.fixture(scope="session")
def sample_corpus():
    """The folder of the invented teaching corpus."""
    return ROOT / "corpus" / "sample"


@pytest.fixture
def rng():
    """A seeded random generator: the same numbers in every test run."""
    return np.random.default_rng(20260101)


@pytest.fixture(scope="session")
def run_notebooks():
    """Run the cells of the four notebooks in this process: ``run_notebooks(corpus, run, **parameters)``.

    Kernels cost seconds each; the command line, papermill and real kernels have their own tests.
    """

    def run_all(corpus, run, **given):
        for book in sorted((ROOT / "notebooks").glob("0*.ipynb")):
            space = {"__name__": "notebook"}
            for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]:
                if cell["cell_type"] != "code":
                    continue
                exec(compile("".join(cell["source"]), book.name, "exec"), space)
                if "parameters" in cell["metadata"].get("tags", []):
                    known = given | {"corpus": str(corpus), "run": str(run)}
                    space |= {name: value for name, value in known.items() if name in space}
        return Path(run)

    return run_all

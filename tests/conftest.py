"""Fixtures that many tests share."""

import os
from pathlib import Path

import numpy as np
import pytest

os.environ.setdefault("MPLBACKEND", "agg")

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

"""Two small runs for the report: the hostile corpus, and a single article."""

import csv
import random

import pytest

from discourselab import reporting

HOSTILE = "</script><img src=x onerror=alert(1)>"
STORY = (
    "MINSK, July 30. /OPA/. The Forum {hostile} has lost its mission, Deputy Minister Ana Orla said. "
    '"We want indivisible security and not a war of words," she stressed. According to Orla, the sanctions '
    "are coercion.\n"
)


@pytest.fixture(scope="session")
def hostile_run(run_notebooks, tmp_path_factory):
    """Twelve articles of two outlets whose texts and metadata try to be markup and formulas."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "corpus").mkdir()
    rows = [("file", "outlet", "date", "title")]
    for number in range(12):
        name = f"a{number}.txt"
        outlet = "=HYPERLINK(1)" if number % 2 else "<b>Bold</b>"
        own = " ".join(random.Random(number).choices([f"word{i}" for i in range(97)], k=60))  # no reprint
        text = STORY.format(hostile=HOSTILE) + f"{own}.\n"
        (folder / "corpus" / name).write_text(text, encoding="utf-8")
        rows.append((name, outlet, f"2031-0{1 + number % 6}-1{number % 10}", f"{HOSTILE} {number}"))
    with (folder / "corpus/documents.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return run_notebooks(folder / "corpus", folder / "run", resamples=99, codebooks="security_order")


@pytest.fixture(scope="session")
def single_run(run_notebooks, tmp_path_factory):
    """One article and nothing else."""
    folder = tmp_path_factory.mktemp("single")
    (folder / "corpus").mkdir()
    (folder / "corpus/a.txt").write_text(STORY.format(hostile="of the lake"), encoding="utf-8")
    return run_notebooks(folder / "corpus", folder / "run", resamples=99)


@pytest.fixture
def hostile(hostile_run):
    """The material of the hostile run."""
    return reporting.load(hostile_run, "outlet")


@pytest.fixture
def single(single_run):
    """The material of the single article."""
    return reporting.load(single_run, "outlet")

"""Progress of long work: a bar where there is much to do and a person watches."""

from collections.abc import Iterable

from tqdm.auto import tqdm

FEWEST = 2_000  # articles, or paragraphs, from which progress is shown


def bar(task: str, unit: str, size: int, items: Iterable | None = None) -> tqdm:
    """A bar for a task of ``size`` units, around its items where they are given."""
    # None as disable: hidden where no person watches.
    return tqdm(items, desc=task, unit=unit, total=size, disable=size < FEWEST or None)

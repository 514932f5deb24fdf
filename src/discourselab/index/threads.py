"""Steps done several at once in threads, with their results in order, so that no result depends on timing."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator


def in_order(step: Callable, items: Iterable, threads: int) -> Iterator:
    """The results of a step for each item, in order, a few of them made at once in threads."""
    if threads == 1:
        yield from map(step, items)
        return
    from concurrent.futures import ThreadPoolExecutor  # slow to load, and a single word is asked without it

    with ThreadPoolExecutor(threads) as pool:
        running: deque = deque()
        for item in items:
            running.append(pool.submit(step, item))
            if len(running) > threads:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()

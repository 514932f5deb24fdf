"""How a task is timed: in a process of its own, once from its start or many times when all is loaded.

A tool is a module with ``make(corpus, state)``, ``load(state)`` and a dictionary ``TASKS`` of functions of
what ``load`` gave. This file runs in the environment of the tool: ``python measure.py TOOL make|once|warm
…``.
"""

import importlib
import json
import re
import resource
import sys
import time
from pathlib import Path


def main() -> None:
    """Time one thing and print it as JSON: seconds, peak memory in MiB, what the task says of its result."""
    tool, mode, *rest = sys.argv[1:]
    module = importlib.import_module(tool)
    told: dict = {}
    if mode == "make":
        corpus, state, *options = rest
        told["seconds"], told["note"] = module.make(corpus, state, *options)
    else:
        state, *tasks = rest
        loaded = module.load(state, tasks)
        for task in tasks:
            note = module.TASKS[task](loaded)
            told[task] = {"note": note}
            if mode == "warm":
                told[task]["seconds"] = repeated(module.TASKS[task], loaded)
    told["peak"] = peak()
    print("\n" + json.dumps(told))


def repeated(task, loaded) -> float:
    """The median time of a task, repeated for about two seconds, at least three times."""
    times: list[float] = []
    while len(times) < 3 or (sum(times) < 2 and len(times) < 25):
        begin = time.perf_counter()
        task(loaded)
        times.append(time.perf_counter() - begin)
    return sorted(times)[len(times) // 2]


def peak() -> float:
    """The most memory that this process held, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # a child's ru_maxrss begins with its parent's size on Linux
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text()).group(1)) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

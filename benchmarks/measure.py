"""How a task is timed: in a process of its own, once from its start or many times when all is loaded.

A tool is a module with ``make(corpus, state)``, ``load(state, tasks, warm)`` and a dictionary ``TASKS`` of
functions of what ``load`` gave. This file runs in the environment of the tool: ``python measure.py TOOL
make|once|warm …``.
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
        begin = time.process_time()
        told["seconds"], told["note"] = module.make(corpus, state, *options)
        told["cpu"] = time.process_time() - begin
    else:
        state, *tasks = rest
        if mode == "warm":
            bytearray(31 * 2**20)  # freed at once: the allocator then keeps memory, as in a notebook at work
        loaded = module.load(state, tasks, mode == "warm")
        for task in tasks:
            note = module.TASKS[task](loaded)
            told[task] = {"note": note}
            if mode == "warm":
                told[task] |= repeated(module.TASKS[task], loaded)
    told["peak"], told["process"] = peak(), time.process_time()
    print("\n" + json.dumps(told))


def repeated(task, loaded) -> dict[str, float]:
    """The median time of a task, by the clock and of the processor, over some two seconds or one call."""
    clock: list[float] = []
    cpu: list[float] = []
    while sum(clock) < 2 if 3 <= len(clock) < 25 else sum(clock) < 5 and len(clock) < 25:
        begin, worked = time.perf_counter(), time.process_time()
        task(loaded)
        clock.append(time.perf_counter() - begin)
        cpu.append(time.process_time() - worked)
    return {"seconds": sorted(clock)[len(clock) // 2], "cpu": sorted(cpu)[len(cpu) // 2]}


def peak() -> float:
    """The most memory that this process held, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # a child's ru_maxrss begins with its parent's size on Linux
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text()).group(1)) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()

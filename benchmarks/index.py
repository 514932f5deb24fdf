"""Compare the index with scikit-learn, NLTK and conc on one corpus, in one run.

python benchmarks/index.py CORPUS.parquet --state FOLDER --peers PYTHON_OF_THE_PEERS [--rounds 3] [--skip TOOL
...]

Every measurement runs in a process of its own, the tools in turn, round after round; printed are medians,
ratios to the fastest peer, peak memory, and the bytes that a task must read beside the machine's memory
bandwidth.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

HERE = Path(__file__).parent
TOOLS = {"ours": "ours", "scikit-learn": "peer_sklearn", "NLTK": "peer_nltk", "conc": "peer_conc"}
TASKS = {
    "keyness": ("ours", "scikit-learn", "NLTK", "conc"),
    "collocations": ("ours", "NLTK", "conc"),
    "concordance frequent": ("ours", "NLTK", "conc"),
    "concordance rare": ("ours", "NLTK", "conc"),
    "dictionary": ("ours", "scikit-learn"),
}
KINDS = ("seconds", "cpu")  # by the clock, which other work on the machine disturbs, and of the processor
FAST = ("ours", "scikit-learn")
TABLES = ("keyness table", "collocations table")
STOP = frozenset("said would could about their there which after people other first".split())


def main() -> None:
    """Build with every tool, ask the questions, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus")
    parser.add_argument("--state", required=True, help="folder for what the tools build")
    parser.add_argument("--peers", default=sys.executable, help="Python that has scikit-learn, NLTK and conc")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--builds", type=int, default=3, help="how often ours and scikit-learn build")
    parser.add_argument("--slow-builds", type=int, default=1, help="how often the slower ones build")
    parser.add_argument("--skip", nargs="*", default=[], help="tools to leave out")
    args = parser.parse_args()
    tools = [tool for tool in TOOLS if tool not in args.skip]
    args.corpus = str(Path(args.corpus).resolve())  # the measurements run in another folder
    state = Path(args.state).resolve()
    state.mkdir(parents=True, exist_ok=True)
    bandwidth = memory_bandwidth()
    print(f"memory bandwidth {bandwidth / 1e9:.1f} GB/s (a copy of 400 MB, both ways counted)")
    target = prepare(args.corpus, state, "conc" in tools)
    builds(args, tools, state)
    ask(args.corpus, state, target)
    show_builds(state, tools)
    for mode in ("warm", "fresh"):
        found = questions(args, tools, state, mode)
        show(mode, found, bandwidth)


def memory_bandwidth() -> float:
    """Bytes read and written per second by the best of a few large copies."""
    source = np.ones(50_000_000)
    into = np.empty_like(source)
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        np.copyto(into, source)
        times.append(time.perf_counter() - begin)
    return 2 * source.nbytes / min(times)


def prepare(corpus: str, state: Path, csv: bool) -> np.ndarray:
    """Which documents are the target of the keyness; for conc the texts as CSV, whole and by side."""
    target = np.array(pq.read_table(corpus, columns=["outlet"]).column("outlet").to_pylist()) == "outlet0"
    np.save(state / "target.npy", target)
    if csv:
        texts = pq.read_table(corpus, columns=["text"])
        for name, rows in (("whole", None), ("target", target), ("rest", ~target)):
            pa.csv.write_csv(texts if rows is None else texts.filter(pa.array(rows)), state / f"{name}.csv")
    return target


def builds(args: argparse.Namespace, tools: list[str], state: Path) -> None:
    """Build with each tool in turn; each time is kept in the state, so that a later run can add to them."""
    for turn in range(max(args.builds, args.slow_builds)):
        for tool in tools:
            if turn < (args.builds if tool in FAST else args.slow_builds):
                told = child(args, tool, "make", args.corpus, str(state)) | {"tool": tool}
                with (state / "builds.jsonl").open("a") as file:
                    file.write(json.dumps(told) + "\n")
    for side in ("target", "rest"):  # conc's corpora for the keyness, made once, untimed
        if "conc" in tools and args.slow_builds and not (state / f"{side}.corpus" / "corpus.json").exists():
            child(args, "conc", "make", args.corpus, str(state), side)


def ask(corpus: str, state: Path, target: np.ndarray) -> None:
    """Choose the words of the questions from the corpus, the same for all tools."""
    from discourselab import index

    idx = index.open_index(state / "index")
    counts = np.diff(idx.posting_start)
    terms = idx.terms[:]
    words = [
        i for i in np.argsort(-counts, kind="stable").tolist() if terms[i].isascii() and terms[i].isalpha()
    ]
    rng = random.Random(7)
    middle = [terms[i] for i in words[500:60_000] if len(terms[i]) >= 6]
    entries = [rng.choice(middle)[:5] + "*" for _ in range(700)] + [rng.choice(middle) for _ in range(150)]
    entries += ["*" + rng.choice(middle)[-5:] for _ in range(100)]
    entries += ["*" + rng.choice(middle)[1:6] + "*" for _ in range(50)]
    node = next(terms[i] for i in words if len(terms[i]) >= 5 and terms[i] not in STOP)
    rare = next(terms[i] for i in words if counts[i] == 20 and len(terms[i]) >= 6)
    found = {"node": node, "frequent": terms[words[0]], "rare": rare, "entries": entries}
    found |= {"corpus": corpus, "target": "outlet0"}
    (state / "questions.json").write_text(json.dumps(found))
    size = f"target {int(target.sum()):,} documents"
    print(f"node {node!r}, frequent {found['frequent']!r}, rare {rare!r}; {size}", flush=True)


def questions(args: argparse.Namespace, tools: list[str], state: Path, mode: str) -> dict[str, dict]:
    """Each task with each tool in turn, round after round: times, notes and peaks."""
    found: dict[str, dict] = {}
    for _ in range(args.rounds):
        for task, able in {**TASKS, **(dict.fromkeys(TABLES, ("ours",)) if mode == "warm" else {})}.items():
            for tool in (t for t in able if t in tools):
                if (tool, task) == ("conc", "keyness") and not (state / "rest.corpus").exists():
                    continue  # it compares two corpora, which --slow-builds 0 does not make
                begin = time.perf_counter()
                told = child(args, tool, "warm" if mode == "warm" else "once", str(state), task)
                whole = {"seconds": time.perf_counter() - begin, "cpu": told["process"]}
                new = {"seconds": [], "cpu": [], "note": told[task]["note"]}
                cell = found.setdefault(task, {}).setdefault(tool, new)
                for kind in KINDS:
                    cell[kind].append((told[task] if mode == "warm" else whole)[kind])
                cell["peak"] = told["peak"]
    return found


def child(args: argparse.Namespace, tool: str, *call: str) -> dict:
    """Run one measurement in its own process."""
    python = sys.executable if tool == "ours" else args.peers
    done = subprocess.run(
        [python, HERE / "measure.py", TOOLS[tool], *call],
        capture_output=True,
        text=True,
        cwd=HERE,
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{tool} {call} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def show_builds(state: Path, tools: list[str]) -> None:
    """Print the builds: seconds by the clock and of the processor, ratios to ours, peak memory."""
    if not (state / "builds.jsonl").exists():
        return  # an index that was built elsewhere
    runs = [json.loads(line) for line in (state / "builds.jsonl").read_text().splitlines()]
    middle = {}
    for tool in tools:
        mine = [run for run in runs if run["tool"] == tool]
        if mine:
            middle[tool] = [statistics.median(run[kind] for run in mine) for kind in KINDS]
    print("\n| build | s | CPU s | times ours | of CPU | runs | peak MiB | tokens | terms |")
    print("|-|-|-|-|-|-|-|-|-|")
    for tool, (seconds, cpu) in middle.items():
        mine = [run for run in runs if run["tool"] == tool]
        ratios = f"{seconds / middle['ours'][0]:.1f} | {cpu / middle['ours'][1]:.1f} | {len(mine)}"
        size = f"{mine[0]['note']['tokens']:,} | {mine[0]['note']['terms']:,}"
        peak = max(run["peak"] for run in mine)
        print(f"| {tool} | {seconds:.2f} | {cpu:.2f} | {ratios} | {peak:,.0f} | {size} |", flush=True)


def show(mode: str, found: dict[str, dict], bandwidth: float) -> None:
    """Print the questions: times of ours and of the fastest peer, ratios, the machine's floor, memory."""
    heads = ("ours ms", "CPU", "fastest peer ms", "CPU", "ratio", "of CPU", "others ms", "floor", "peak MiB")
    print(f"\n| {mode} | " + " | ".join(heads) + " |")
    print("|-|-|-|-|-|-|-|-|-|-|")
    for task, cells in found.items():
        clock, cpu = ({t: _milliseconds(cell[kind]) for t, cell in cells.items()} for kind in KINDS)
        peers = sorted((tool for tool in cells if tool != "ours"), key=cpu.get)
        row = [f"{clock['ours']:,.2f}", f"{cpu['ours']:,.2f}", "-", "-", "-", "-"]
        if peers:
            first = peers[0]
            ratios = [f"{times[first] / times['ours']:.1f}" for times in (clock, cpu)]
            row[2:] = [f"{clock[first]:,.1f} {first}", f"{cpu[first]:,.1f}", *ratios]
        row.append(", ".join(f"{tool} {clock[tool]:,.1f}" for tool in peers[1:]) or "-")
        read = cells["ours"]["note"].get("read")
        row.append(f"{read / 1e6:.1f} MB, {read / bandwidth * 1e3:.2f} ms" if read else "-")
        row.append(", ".join(f"{tool} {cell['peak']:,.0f}" for tool, cell in cells.items()))
        print(f"| {task} | " + " | ".join(row) + " |", flush=True)


def _milliseconds(times: list[float]) -> float:
    return statistics.median(times) * 1e3


if __name__ == "__main__":
    main()

"""``run.json``: how a run was made, written first and renewed after each stage, atomically."""

import hashlib
import json
import os
import platform
import subprocess
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import discourselab
from discourselab import tables
from discourselab.runs.folders import ROOT
from discourselab.runs.parameters import PATHS

PACKAGES = (
    "discourselab",
    "pandas",
    "numpy",
    "pyarrow",
    "scipy",
    "nltk",
    "matplotlib",
    "papermill",
    "jupyterlab",
    "ipykernel",
)


def begin(
    command: str, corpus: Path, parameters: dict, stages: list[str], inputs: Path
) -> dict[str, Any]:
    """A new manifest: all that is known before the first stage."""
    return {
        "status": "running",
        "started": now(),
        "ended": None,
        "command": command,
        "corpus": str(corpus),
        "inputs": digests(inputs),
        "parameters": {
            book: {name: {"value": v.value, "origin": v.origin} for name, v in values.items()}
            for book, values in parameters.items()
        },
        "versions": {"python": platform.python_version()} | {name: _version(name) for name in PACKAGES},
        "git_commit": git_commit(),
        "code": code(),
        "files": named_files(parameters),
        "counts": {},
        "problems": {},
        "stages": {stage: {"status": "waiting"} for stage in stages},
    }


def read(folder: Path) -> dict[str, Any] | None:
    """The manifest of a run folder, or None where there is none that can be read."""
    try:
        return json.loads((folder / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def write(manifest: dict[str, Any], folder: Path) -> None:
    """Write ``run.json``: to a file beside, then renamed, so that a reader never sees half of it."""
    beside = folder / f".run.json.{os.getpid()}"
    beside.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    beside.replace(folder / "run.json")


def found(folder: Path) -> dict[str, dict[str, int]]:
    """What the stages that have run found: ``counts``, the rows of each table; ``problems`` of each kind."""
    from pyarrow import parquet

    counts = {
        path.stem: parquet.read_metadata(path).num_rows for path in sorted((folder / "tables").glob("*.parquet"))
    }
    problems = tables.read(folder, "problems", ["kind"])["kind"] if "problems" in counts else []
    return {"counts": counts, "problems": dict(sorted(Counter(problems).items()))}


def named_files(parameters: dict) -> dict[str, str]:
    """SHA-256 of every file that a parameter names, such as a codebook of one's own."""
    values = [v.value for book in parameters.values() for name, v in book.items() if name in PATHS]
    parts = dict.fromkeys(part.strip() for value in values for part in value.split(","))
    return {part: digest(Path(part)) for part in parts if part and Path(part).is_file()}


def now() -> str:
    """The present moment, to the second, with its zone."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def digests(corpus: Path) -> dict[str, str]:
    """SHA-256 of every input file, by its path below the corpus."""
    files = [corpus] if corpus.is_file() else sorted(p for p in corpus.rglob("*") if p.is_file())
    base = corpus.parent if corpus.is_file() else corpus
    return {path.relative_to(base).as_posix(): digest(path) for path in files}


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@cache
def code() -> str:
    """SHA-256 over all files of the package: another version of the code never passes for this one."""
    package = Path(discourselab.__file__).parent
    whole = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            whole.update(path.relative_to(package).as_posix().encode() + b"\0" + digest(path).encode())
    return whole.hexdigest()


def fingerprint(notebook: Path, values: dict[str, Any], files: dict[str, str], before: str) -> str:
    """What a stage's result depends on: its notebook's cells, its parameters, the code, the stage before.

    A parameter that names one of ``files`` (a codebook of one's own) stands for the file's content.
    """
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    named = [part.strip() for name in PATHS if name in values for part in values[name].split(",")]
    files = {part: files[part] for part in named if part in files}
    body = json.dumps([sources, values, files, before, code()], sort_keys=True, default=str)
    return hashlib.sha256(body.encode()).hexdigest()


def git_commit() -> str | None:
    """The commit of the project's checkout, with ``+`` behind it when files were changed; None without git."""
    try:
        ask = {"cwd": ROOT, "capture_output": True, "text": True, "timeout": 10, "check": True}
        commit = subprocess.run(["git", "rev-parse", "HEAD"], **ask).stdout.strip()
        changed = subprocess.run(["git", "status", "--porcelain"], **ask).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return None
    return commit + ("+" if changed else "")


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None

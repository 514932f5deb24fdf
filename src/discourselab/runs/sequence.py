"""Running the notebooks in sequence: what must run, running it, keeping the record."""

import re
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from discourselab.runs import manifest
from discourselab.runs.folders import PARTS, STAGES, RunFolderError, notebooks
from discourselab.runs.parameters import Value, effective


class StageFailed(RuntimeError):
    """A cell of a notebook failed; the message names notebook, cell and remedy."""


def prepare(folder: Path, corpus: Path, resume: bool, force: bool) -> None:
    """Make a run folder ready, or refuse: a run that exists is never overwritten silently.

    Raises RunFolderError when the folder holds a run and neither ``resume`` nor ``force`` is given, when it
    holds something else, or when it and the corpus lie inside each other.
    """
    if folder.resolve().is_relative_to(corpus.resolve()) or corpus.resolve().is_relative_to(folder.resolve()):
        raise RunFolderError(
            f"the run folder {folder} and the corpus {corpus} lie inside each other. A corpus is never written "
            "to: choose another place with --runs."
        )
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not (folder / "run.json").is_file():
        raise RunFolderError(
            f"{folder} exists and is not a run (it has no run.json). Choose another --name, or move it away."
        )
    if force:
        for part in PARTS:
            shutil.rmtree(folder / part, ignore_errors=True)
        for name in ("run.json", "report.html"):
            (folder / name).unlink(missing_ok=True)
    elif not resume:
        raise RunFolderError(
            f"{folder} already holds a run. Add --resume to run again only what changed, --force to replace it, "
            "or choose another --name."
        )


def run(
    corpus: Path,
    folder: Path,
    given: dict[str, Value],
    command: str,
    first: str | None = None,
    say: Callable[[str], None] = lambda line: None,
    inputs: Path | None = None,
) -> dict[str, Any]:
    """Run the notebooks on a corpus into a run folder and return the manifest.

    first
        the stage from which everything is run again (by its number or name); those before it are reused when
        they can be.

    inputs
        where the files of the corpus lie, when it is called by another name.

    Raises ParameterError before anything starts, StageFailed when a cell fails (the executed notebook with the
    error stays in the run folder).
    """
    books = notebooks()
    values = effective(books, given, {"corpus": str(corpus), "run": str(folder)})
    earlier = (manifest.read(folder) or {}).get("stages", {})
    record = manifest.begin(command, corpus, values, list(STAGES), inputs or corpus)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "notebooks").mkdir(exist_ok=True)
    prints = _fingerprints(books, values, record)
    start = STAGES.index(stage_name(first)) if first else len(STAGES)
    for place, stage in enumerate(STAGES):
        same = place < start and _reusable(earlier.get(stage), prints[stage], folder)
        # A stage that runs again changes what the later ones read, whatever their own record says.
        ran_before = any(record["stages"][s]["status"] == "done" for s in STAGES[:place])
        if same and not ran_before:
            record["stages"][stage] = earlier[stage] | {"status": "reused"}
            say(f"{stage:<22} reused: input, parameters and code are the same")
            manifest.write(record, folder)
            continue
        _remove_figures(earlier.get(stage), folder)
        _run_stage(stage, books[place], values[stage], folder, record, prints[stage], say)
    record |= {"status": "finished", "ended": manifest.now()} | manifest.found(folder)
    manifest.write(record, folder)
    return record


def stage_name(text: str) -> str:
    """The stage that a number or (part of a) name means. Raises RunFolderError when there is none."""
    fitting = [
        s for s in STAGES if s == text or s.split("_", 1)[0].lstrip("0") == text.lstrip("0") or text in s
    ]
    if len(fitting) != 1:
        raise RunFolderError(f"no stage is called {text!r}; there are {', '.join(STAGES)}.")
    return fitting[0]


def _fingerprints(books: list[Path], values: dict, record: dict[str, Any]) -> dict[str, str]:
    prints, before = {}, str(sorted(record["inputs"].items()))
    for book in books:
        plain = {n: v.value for n, v in values[book.stem].items() if n != "run"}
        before = prints[book.stem] = manifest.fingerprint(book, plain, record["files"], before)
    return prints


def _remove_figures(earlier: dict | None, folder: Path) -> None:
    """Take away what a stage drew before: it may have nothing to draw now, and old pictures would be shown."""
    for name in (earlier or {}).get("outputs", {}):
        if name.startswith("figures/"):
            (folder / name).unlink(missing_ok=True)


def _reusable(earlier: dict | None, fingerprint: str, folder: Path) -> bool:
    if not earlier or earlier.get("status") not in ("done", "reused"):
        return False
    there = all(
        (folder / p).is_file() and (folder / p).stat().st_size == n for p, n in earlier["outputs"].items()
    )
    return earlier.get("fingerprint") == fingerprint and there


def _run_stage(
    stage: str,
    book: Path,
    values: dict[str, Value],
    folder: Path,
    record: dict[str, Any],
    fingerprint: str,
    say: Callable[[str], None],
) -> None:
    import papermill  # slow to import, and not needed when everything is reused
    from papermill.exceptions import PapermillExecutionError

    executed = folder / "notebooks" / book.name
    entry = record["stages"][stage] = {"status": "running", "started": manifest.now(), "notebook": book.name}
    manifest.write(record, folder)
    began, before = time.monotonic(), _files(folder)
    with _PeakMemory() as memory:
        try:
            papermill.execute_notebook(
                book,
                executed,
                parameters={name: value.value for name, value in values.items()},
                cwd=book.parent,
                kernel_name="python3",
                progress_bar={"desc": f"{stage:<21}", "leave": False, "disable": None},
                shutdown_kernel="immediate",
                # The kernel would warn about its local socket at each start.
                extra_arguments=["--IPKernelApp.log_level=ERROR"],
            )
        except PapermillExecutionError as error:
            entry |= {"status": "failed", "error": f"{error.ename}: {error.evalue}"}
            entry["outputs"] = _changed(before, folder)
            record |= {"status": "failed", "ended": manifest.now()}
            manifest.write(record, folder)
            raise StageFailed(_failure(stage, executed, error)) from error
    entry |= {
        "status": "done",
        "ended": manifest.now(),
        "seconds": round(time.monotonic() - began, 1),
        "peak_memory_mb": memory.peak_mb,
        "fingerprint": fingerprint,
        "sha256": manifest.digest(book),
        "outputs": _changed(before, folder),
    }
    record |= manifest.found(folder)
    manifest.write(record, folder)
    say(f"{stage:<22} {entry['seconds']:6.1f} s  {entry['peak_memory_mb']:5.0f} MB")


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        p.relative_to(folder).as_posix(): (p.stat().st_mtime_ns, p.stat().st_size)
        for p in folder.rglob("*")
        if p.is_file() and p.name != "run.json"
    }


def _changed(before: dict[str, tuple[int, int]], folder: Path) -> dict[str, int]:
    after = _files(folder)
    return {name: size for name, (at, size) in sorted(after.items()) if before.get(name) != (at, size)}


def _failure(stage: str, executed: Path, error) -> str:
    """The message of a failed cell: which notebook, which cell, what happened, what to do."""
    lines = [line for line in error.source.strip().splitlines() if line.strip()]
    shown = lines[0] if lines else "(empty cell)"
    what = re.sub(r"\x1b\[[0-9;]*m", "", str(error.evalue)).strip()
    return (
        f"{stage}.ipynb stopped in cell In [{error.exec_count}], which begins: {shown}\n"
        f"  {error.ename}: {what}\n"
        f"The executed notebook with the whole error is kept: {executed}\n"
        f"Mend the cause, then run the same command with --resume: finished stages are not run again."
    )


class _PeakMemory:
    """The peak of the memory that the processes started here hold together, watched from a thread."""

    def __enter__(self):
        import psutil

        self.peak_mb, self._done, self._process = 0.0, threading.Event(), psutil.Process()
        self._errors = psutil.Error
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._done.set()
        self._thread.join()

    def _watch(self):
        while not self._done.wait(0.1):
            held = 0
            for child in self._process.children(recursive=True):
                try:
                    held += child.memory_info().rss
                except self._errors:
                    continue
            self.peak_mb = round(max(self.peak_mb, held / 1e6), 1)

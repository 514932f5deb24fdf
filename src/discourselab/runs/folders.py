"""Where things lie: the project, its notebooks, run folders, input folders."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
STAGES = ("01_ingestion", "02_term_frequency", "03_framing_analysis", "04_reporting")
PARTS = ("tables", "csv", "index", "figures", "networks", "notebooks")


class RunFolderError(ValueError):
    """A run folder cannot be used as asked; the message says why and what to do."""


def notebooks() -> list[Path]:
    """The notebooks of the pipeline, in order. Raises RunFolderError where they are not there."""
    found = [ROOT / "notebooks" / f"{stage}.ipynb" for stage in STAGES]
    absent = [path.name for path in found if not path.is_file()]
    if absent:
        raise RunFolderError(
            f"{ROOT / 'notebooks'} lacks {', '.join(absent)}. Install the package from a clone of the project "
            "(`pip install -e .`), which holds the notebooks."
        )
    return found


def input_folder(path: str | Path) -> Path:
    """An input path as the user means it.

    Relative paths start at the current folder, or at the project's root when a notebook runs in the project's
    ``notebooks/`` (as in JupyterLab).
    """
    path = Path(str(path)).expanduser()
    if path.is_absolute():
        return path
    here = Path.cwd()
    return (here.parent if here == ROOT / "notebooks" else here) / path


def open_folder(run: str | Path) -> Path:
    """The folder of a run, made if it is not there, with ``tables/``, ``csv/``, ``figures/``."""
    folder = input_folder(run)
    for part in ("tables", "csv", "figures"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    return folder

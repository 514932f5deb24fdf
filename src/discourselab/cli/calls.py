"""What the commands need: parameters as given, checks before a run, what is printed after."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pandas as pd
import yaml

from discourselab import corpus, frames, index, runs, settings, tables, terms

WRONG = 2


@contextmanager
def refusing(*more: type[Exception]) -> Iterator[None]:
    """Turn a wrong call or corpus into one clear message and exit status 2."""
    wrong = (corpus.CorpusError, frames.CodebookError, runs.ParameterError, runs.RunFolderError)
    files = (frames.AxesError, terms.FrequencyListError, tables.TableError)
    known = (*more, *wrong, *files, index.IndexDamaged)
    try:
        yield
    except known as error:
        click.secho(str(error), err=True, fg="red")
        raise SystemExit(WRONG) from None


def given(pairs: tuple[str, ...], file: Path | None) -> dict[str, runs.Value]:
    """Parameters from a file, then those of the command line over them."""
    values = {} if file is None else _from_file(file)
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise runs.ParameterError(f"-p {pair}: expected KEY=VALUE.")
        values[name.strip()] = runs.Value(value, "command line")
    return values


def check_name(name: str, runs_folder: Path) -> None:
    """Refuse the name of a run that leads out of the folder of runs."""
    inside = runs_folder.resolve()
    if inside not in (runs_folder / name).resolve().parents:
        raise runs.RunFolderError(
            f"--name {name}: expected a folder below {inside}. Name the run only, and its place with --runs."
        )


def precheck(source: Path, values: dict[str, dict[str, runs.Value]]) -> Path:
    """All that can be found wrong before a kernel starts: the corpus, and files that parameters name.

    Returns where the files of the corpus lie.
    """
    corpus.precheck(source)
    named = {name: value.value for parameters in values.values() for name, value in parameters.items()}
    frames.load_all(named["codebooks"])
    if named["devices"].strip():
        frames.load_all(named["devices"])
    frames.load_axes(named["axes"])
    if named["reference"]:
        terms.frequency_list(named["reference"])
    return corpus.location(source)


def check(source: Path) -> None:
    """Read a corpus and print what it holds and every problem."""
    documents, problems = corpus.read(source)
    words = int(documents["words"].sum())
    click.echo(f"{len(documents):,} articles, {words:,} words in {source}")
    for kind, rows in problems.groupby("kind", sort=True):
        click.secho(f"\n{kind} ({len(rows)})", bold=True)
        for row in rows.itertuples(index=False):
            click.echo(f"  {row.message}")
    click.echo(
        f"\n{len(problems)} problem{'' if len(problems) == 1 else 's'} to know about."
        if len(problems)
        else "No problems."
    )


def tell_pages(pages: pd.DataFrame, folder: Path) -> None:
    """Say what became of the pages that were wanted; exit status 1 when all of them failed."""
    told = ", ".join(f"{count} {outcome}" for outcome, count in pages["outcome"].value_counts().items())
    click.echo(f"{len(pages)} pages wanted: {told}. They are in {folder}")
    if (pages["outcome"] == "failed").all():
        raise SystemExit(1)


def save(target: Path, text: str, force: bool) -> None:
    """Write a file, but never over one that is there unless told to."""
    if target.exists() and not force:
        raise frames.CodebookError(f"{target} is there already; --force replaces it, or name another file.")
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise frames.CodebookError(f"{target} cannot be written ({error.strerror}).") from error


def list_parameters(books: list[Path]) -> None:
    """Print each parameter once, with the notebooks that use it and what it accepts."""
    seen: dict[str, list[runs.Parameter]] = {}
    for book in books:
        for parameter in runs.declared(book):
            seen.setdefault(parameter.name, []).append(parameter)
    for name, uses in seen.items():
        first = uses[0]
        click.secho(name, bold=True, nl=False)
        click.echo(f": {first.type} = {first.default!r}   [{', '.join(use.notebook[:2] for use in uses)}]")
        click.echo(f"    {first.help}")
        rule = settings.RULES.get(name)
        if rule and first.type != "bool" and not rule.expected.startswith("text"):
            click.echo(f"    accepted: {rule.expected}")


def summarise(folder: Path, record: dict) -> None:
    """Say where the report is, and how many problems the reader should know."""
    problems = len(tables.read(folder, "problems", columns=["kind"]))
    if problems:
        one = problems == 1
        click.echo(
            f"{problems} problem{'' if one else 's'} to know about: {folder / 'csv' / 'problems.csv'}",
            err=True,
        )
    click.echo(f"Report: {folder / 'report.html'}")


def _from_file(file: Path) -> dict[str, runs.Value]:
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise runs.ParameterError(f"{file} cannot be read ({error.strerror}).") from error
    except yaml.YAMLError as error:
        raise runs.ParameterError(f"{file} is not valid YAML: {error}") from error
    if not isinstance(content, dict):
        raise runs.ParameterError(f"{file}: expected `name: value` lines, found {type(content).__name__}.")
    return {str(name): runs.Value(value, str(file)) for name, value in content.items()}

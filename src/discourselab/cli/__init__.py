"""The command line: reading arguments, nothing else. Exit status 0: well, 1: a run failed, 2: wrong input."""

import os
import shlex
import sys
from functools import partial
from pathlib import Path

import click

from discourselab import __version__
from discourselab.cli.codebooks import codebook

WRONG = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="discourselab")
def main() -> None:
    """Discourse analysis of political news: a folder of articles goes in, a report comes out."""


main.add_command(codebook)


@main.command()
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option("--name", help="Name of the run; the corpus folder's name when not given.")
@click.option(
    "--runs", "runs_folder", type=click.Path(path_type=Path), default=Path("runs"), show_default=True
)
@click.option("-p", "pairs", multiple=True, metavar="KEY=VALUE", help="Set a parameter; may be repeated.")
@click.option("--parameters", "file", type=click.Path(path_type=Path), help="YAML file of parameters.")
@click.option(
    "--from", "first", metavar="STAGE", help="Run this stage and all behind it again (02 or its name)."
)
@click.option("--resume", is_flag=True, help="Run again only what changed.")
@click.option("--force", is_flag=True, help="Replace a run of this name.")
def run(
    corpus: Path,
    name: str | None,
    runs_folder: Path,
    pairs: tuple[str, ...],
    file: Path | None,
    first: str | None,
    resume: bool,
    force: bool,
) -> None:
    """Run the four notebooks on CORPUS (a folder, a file, or nltk:NAME) and write the report."""
    from discourselab import runs
    from discourselab.cli import calls

    corpus = corpus.expanduser().resolve()
    name = name or (corpus.stem if corpus.is_file() else corpus.name.replace(":", "-"))
    folder = (runs_folder / name).resolve()
    with calls.refusing():
        given = calls.given(pairs, file)
        values = runs.effective(runs.notebooks(), given, {"corpus": str(corpus), "run": str(folder)})
        inputs = calls.precheck(corpus, values)
        first = runs.stage_name(first) if first else None
        calls.check_name(name, runs_folder)
        runs.prepare(folder, corpus, resume or bool(first), force)
    command = shlex.join(["discourselab", *sys.argv[1:]])
    try:
        say = partial(click.echo, err=True)
        record = runs.run(corpus, folder, given, command, first, say, inputs)
    except runs.StageFailed as error:
        click.secho(str(error), err=True, fg="red")
        raise SystemExit(1) from None
    calls.summarise(folder, record)


@main.command()
@click.argument("corpus", type=click.Path(path_type=Path))
def check(corpus: Path) -> None:
    """List every problem of CORPUS at once, before anything runs."""
    from discourselab.cli import calls

    with calls.refusing():
        calls.check(corpus.expanduser().resolve())


@main.command()
@click.argument("source")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--delay", type=click.FloatRange(min=0), default=2.0, show_default=True, help="Seconds between requests."
)
@click.option("--most", type=click.IntRange(min=1), help="Fetch at most so many pages.")
@click.option(
    "--refresh", is_flag=True, help="Ask again for pages that are here, and save those that changed."
)
@click.option("--contact", metavar="MAIL", help="Your address, shown to the sites that are asked.")
def fetch(
    source: str, folder: Path, delay: float, most: int | None, refresh: bool, contact: str | None
) -> None:
    """Save the pages of an RSS or Atom feed (SOURCE: its address), or of a file of addresses, to FOLDER.

    robots.txt is asked, one page fetched at a time, and a page that is in FOLDER is not fetched again. The
    folder is a corpus: its documents.csv names address, title, date and outlet.
    """
    from discourselab import fetching
    from discourselab.cli import calls

    with calls.refusing(fetching.FetchError):
        say = partial(click.echo, err=True)
        web = fetching.Web(delay, contact)
        pages = fetching.fetch(source, folder.expanduser(), web, most, refresh, say)
    calls.tell_pages(pages, folder)


@main.command()
def parameters() -> None:
    """List every parameter: name, type, default, meaning, notebook."""
    from discourselab import runs
    from discourselab.cli import calls

    with calls.refusing():
        calls.list_parameters(runs.notebooks())


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def lab(options: tuple[str, ...]) -> None:
    """Open JupyterLab on the notebooks; further OPTIONS go to JupyterLab."""
    from discourselab import runs

    book = runs.notebooks()[0]
    start = [
        f"--ServerApp.root_dir={book.parent.parent}",
        f"--LabApp.default_url=/lab/tree/notebooks/{book.name}",
    ]
    command = [sys.executable, "-m", "jupyterlab", *start, *options]
    os.execv(sys.executable, command)

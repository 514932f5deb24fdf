"""The commands on codebooks: list, check against a corpus, import from and export to other tools."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path)


@click.group()
def codebook() -> None:
    """Codebooks: list, check, import, export."""


@codebook.command("list")
def listed() -> None:
    """List the codebooks of the package with their frames."""
    from discourselab import frames

    for name in frames.names():
        book = frames.load(name)
        number = sum(len(frame.indicators) for frame in book.frames)
        click.secho(f"{name}", bold=True, nl=False)
        click.echo(f": {book.title}, {len(book.frames)} frames, {number:,} indicators")
        click.echo("    " + ", ".join(frame.name for frame in book.frames))


@codebook.command()
@click.argument("file")
@click.argument("source", metavar="CORPUS-or-RUN", type=PATH)
@click.option(
    "--examples", type=click.IntRange(min=0), default=3, show_default=True, help="Examples drawn per frame."
)
@click.option(
    "--seed", type=click.IntRange(min=0), default=2026, show_default=True, help="Where the draw starts."
)
@click.option("--out", type=PATH, help="Folder to write the tables to, as CSV.")
def check(file: str, source: Path, examples: int, seed: int, out: Path | None) -> None:
    """Check the codebook FILE (or a name) against a corpus or a finished run."""
    from discourselab import frames
    from discourselab.cli import calls, checks

    with calls.refusing():
        book = frames.load(file)
        checks.report(book, *checks.opened(source.expanduser().resolve(), book), examples, seed, out)


@codebook.command("import")
@click.argument("file", type=PATH)
@click.option(
    "--out", type=PATH, help="Codebook file to write; the dictionary's name with .yml if not given."
)
@click.option("--encoding", help="Encoding of the file; found out when not given.")
@click.option("--word", help="Column of the words, in a table.")
@click.option("--category", help="Column of the categories, in a table.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def imported(
    file: Path, out: Path | None, encoding: str | None, word: str | None, category: str | None, force: bool
) -> None:
    """Make the dictionary FILE (.dic, .cat, .ykd, .lcd, .lc3, .yml, .csv, .txt ...) into a codebook."""
    from discourselab import frames
    from discourselab.cli import calls

    with calls.refusing():
        book = frames.dictionaries.read(file, encoding, word, category)
        target = out or Path(f"{file.stem}.yml")
        calls.save(target, frames.writing.text(book), force)
    for note in book.notes:
        click.secho(note, err=True, fg="yellow")
    number = sum(len(frame.indicators) for frame in book.frames)
    click.echo(f"{target}: {len(book.frames):,} frames, {number:,} indicators")


@codebook.command()
@click.argument("file")
@click.argument("target", type=PATH)
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export(file: str, target: Path, force: bool) -> None:
    """Write the codebook FILE (or a name) as TARGET: .dic, .cat, .ykd, .lcd, .lc3, .yml or .csv."""
    from discourselab import frames
    from discourselab.cli import calls

    with calls.refusing():
        text, notes = frames.dictionaries.written(frames.load(file), target.suffix.casefold())
        calls.save(target, text, force)
    for note in notes:
        click.secho(note, err=True, fg="yellow")
    click.echo(f"{target}")

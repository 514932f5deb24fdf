"""What the check of a codebook opens, and what it prints."""

from pathlib import Path

import click
import pandas as pd

from discourselab import corpus, frames, index, tables, voices

MOST = 15  # lines of each part


def opened(source: Path, book: frames.Codebook) -> tuple[index.Index, pd.DataFrame, pd.DataFrame]:
    """The index, documents and sentences of a finished run, or of a corpus that is read for it.

    In a corpus voices are found by rules, and only when the codebook asks for them.
    """
    if (source / "run.json").is_file():
        documents, sentences = tables.read(source, "documents"), tables.read(source, "sentences")
        return index.open_index(source / "index"), documents, sentences
    corpus.precheck(source)
    documents, _ = corpus.read(source)
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    idx = index.build(documents, sentences)
    if any(i.voice != "any" or i.speaker for frame in book.frames for i in frame.indicators):
        attributions, spans = voices.attribute(documents, sentences, engine="rules")
        idx = index.set_voices(idx, voices.voice_spans(documents, attributions, spans))
    return idx, documents, sentences


def report(
    book: frames.Codebook,
    idx: index.Index,
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    examples: int,
    seed: int,
    out: Path | None,
) -> None:
    """Print what the check finds, and write its tables to ``out`` if there is one."""
    made = {
        "codebook_indicators": frames.checking.indicators(idx, book),
        "codebook_missed": frames.checking.missed(idx, book),
        "frame_examples": frames.examples(
            frames.match(idx, book, documents, sentences), documents, sentences, examples, seed
        ),
    }
    working = made["codebook_indicators"]
    click.echo(
        f"{book.name}: {len(book.frames)} frames, {len(working):,} indicators, "
        f"{int(working['matches'].sum()):,} matches in {len(documents):,} articles"
    )
    for note in book.notes:
        click.secho(note, fg="yellow")
    _frames(book, working)
    _found(working, "dead", "Indicators that never occur", [])
    _found(working, "carries the frame alone", "Indicators that carry a frame alone", ["share_alone"])
    _found(working, "in several frames", "Indicators in several frames", ["also_in"])
    _missed(made["codebook_missed"])
    _examples(made["frame_examples"])
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        for name, table in made.items():
            tables.guarded(table).to_csv(out / f"{name}.csv", index=False)
        click.echo(f"\nTables: {', '.join(str(out / f'{name}.csv') for name in made)}")


def _frames(book: frames.Codebook, working: pd.DataFrame) -> None:
    click.secho("\nFrames", bold=True)
    for frame in book.frames:
        own = working[working["frame"] == frame.name]
        dead = int((own["matches"] == 0).sum())
        click.echo(
            f"  {frame.name}: {int(own['matches'].sum()):,} matches; {dead} of {len(own)} indicators dead"
        )


def _found(working: pd.DataFrame, finding: str, title: str, columns: list[str]) -> None:
    rows = working[working["finding"].str.contains(finding, regex=False)]
    click.secho(f"\n{title} ({len(rows)})", bold=True)
    for row in rows.head(MOST).itertuples(index=False):
        told = [
            f"{getattr(row, c):.0%} of its sentences" if c == "share_alone" else f"{getattr(row, c)}"
            for c in columns
        ]
        click.echo(f"  {row.frame}: {row.indicator}" + (f"  ({', '.join(told)})" if told else ""))
    if len(rows) > MOST:
        click.echo(f"  and {len(rows) - MOST} more; --out writes all.")


def _missed(missed: pd.DataFrame) -> None:
    for kind, title in (
        ("same stem", "Words of the same stem that it misses"),
        ("collocate", "Words nearby"),
    ):
        click.secho(f"\n{title}", bold=True)
        for frame, rows in missed[missed["kind"] == kind].groupby("frame", sort=False):
            told = [f"{row.word} ({row.count})" for row in rows.itertuples(name="Row")]
            click.echo(f"  {frame}: {', '.join(told)}")


def _examples(drawn: pd.DataFrame) -> None:
    click.secho("\nExamples to read", bold=True)
    for row in drawn.itertuples(index=False):
        before, after = " ".join(row.before.split())[-100:], " ".join(row.after.split())[:100]
        click.echo(f"  {row.frame}: {before} ", nl=False)
        click.secho(row.matched, bold=True, nl=False)
        click.echo(f" {after}  [{row.document}]")

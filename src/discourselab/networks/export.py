"""Networks in the forms that other programs read: DNA (CSV of statements), Gephi (GEXF, GraphML)."""

import csv
import io
from pathlib import Path

import networkx as nx
import pandas as pd

from discourselab import tables

# The columns of an event list as DNA writes it, in its order; the variables of a statement come last.
DNA_COLUMNS = (
    "statement ID;time;document ID;document title;author;source;section;type;text;"
    "person;organization;concept;agreement"
).split(";")


def dna_statements(statements: pd.DataFrame) -> str:
    """Statements as the event list of the Discourse Network Analyzer: CSV with semicolons, quoted.

    One row is a statement; speakers stand under ``person``, outlets under ``organization``; ``time`` is empty
    where the date is unknown. Semicolons and quotation marks inside cells become commas and apostrophes, as
    DNA does.
    """
    numbers = {name: place + 1 for place, name in enumerate(dict.fromkeys(statements["document"]))}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(DNA_COLUMNS)
    for row in statements.itertuples(index=False):
        person = row.actor_kind == "speaker"
        cells = [
            *(row.statement, "" if pd.isna(row.date) else f"{row.date:%Y-%m-%d %H:%M:%S}"),
            *(numbers[row.document], row.document if pd.isna(row.title) else row.title, row.author),
            *(
                row.outlet,
                "",
                row.codebook,
                row.text,
                row.actor if person else "",
                "" if person else row.actor,
            ),
            *(row.concept, row.agreement),
        ]
        writer.writerow([_cell(cell) for cell in cells])
    return out.getvalue()


def graph(edges: pd.DataFrame, nodes: pd.DataFrame | None = None) -> nx.Graph:
    """A networkx graph of a table of edges (actor, other, and numbers as attributes).

    ``nodes`` (with the column ``node``, others become attributes) adds what is known of them, and those
    without an edge.
    """
    made = nx.Graph()
    if nodes is not None:
        for row in nodes.to_dict("records"):
            made.add_node(_legal(row.pop("node")), **_plain(row))
    for row in edges.to_dict("records"):
        one, other = _legal(row.pop("actor")), _legal(row.pop("other"))
        made.add_edge(one, other, **_plain(row))
    return made


def gexf(made: nx.Graph) -> str:
    """The graph as GEXF 1.2, without the day of writing, so that the same graph gives the same file."""
    writer = nx.readwrite.gexf.GEXFWriter(version="1.2draft")
    writer.add_graph(made)
    meta = writer.xml.find("meta")
    if meta is not None:
        writer.xml.remove(meta)
    return str(writer) + "\n"


def graphml(made: nx.Graph) -> str:
    """The graph as GraphML."""
    return "\n".join(nx.generate_graphml(made)) + "\n"


def save(
    statements: pd.DataFrame, affiliations: pd.DataFrame, edges: pd.DataFrame, folder: str | Path
) -> list[str]:
    """Write ``networks/``: statements for DNA, both networks as GEXF and GraphML; return the files' names."""
    place = Path(folder) / "networks"
    place.mkdir(parents=True, exist_ok=True)
    two = affiliations.rename(columns={"concept": "other"})
    kinds = pd.concat(
        [
            affiliations[["actor", "actor_kind"]].set_axis(["node", "kind"], axis=1),
            affiliations[["concept"]].set_axis(["node"], axis=1).assign(kind="frame"),
        ]
    ).drop_duplicates("node")
    actors = kinds[kinds["node"].isin([*edges["actor"], *edges["other"]])]
    bipartite = graph(two.assign(weight=two["statements"]), kinds)
    one = graph(edges.assign(weight=edges["congruence_normalised"]), actors)
    files = {
        "statements_dna.csv": dna_statements(statements),
        "actors_frames.gexf": gexf(bipartite),
        "actors_frames.graphml": graphml(bipartite),
        "actors.gexf": gexf(one),
        "actors.graphml": graphml(one),
    }
    for name, text in files.items():
        tables.replace(place / name, lambda beside, text=text: beside.write_text(text, encoding="utf-8"))
    return list(files)


def _cell(value) -> str | int:
    if isinstance(value, int):
        return value
    text = "" if value is None or pd.isna(value) else " ".join(str(value).split())
    text = text.replace(";", ",").replace('"', "'")
    return f"'{text}" if text.startswith(tables.FORMULA_STARTS) else text


def _plain(row: dict) -> dict:
    """Attributes that XML can carry."""
    kept = {name: value for name, value in row.items() if not pd.isna(value)}
    return {
        name: _legal(value)
        if isinstance(value, str)
        else float(value)
        if isinstance(value, float)
        else int(value)
        for name, value in kept.items()
    }


def _legal(text: str) -> str:
    """The text without the control characters that XML forbids."""
    return "".join(
        c
        for c in str(text)
        if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
    )

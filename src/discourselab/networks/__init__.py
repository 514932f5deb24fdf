"""Networks: who shares frames with whom, as the Discourse Network Analyzer counts, and for Gephi to draw."""

from discourselab.networks.congruence import actor_network, affiliation
from discourselab.networks.export import dna_statements, gexf, graph, graphml, save
from discourselab.networks.layout import actors, actors_and_frames, positions
from discourselab.networks.statements import statements

__all__ = [
    "actor_network",
    "actors",
    "actors_and_frames",
    "affiliation",
    "dna_statements",
    "gexf",
    "graph",
    "graphml",
    "positions",
    "save",
    "statements",
]

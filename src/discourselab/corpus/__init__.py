"""A folder of articles becomes tables: texts, what is known about each, and what is odd about them."""

from discourselab.corpus.groups import GroupError, groups
from discourselab.corpus.paragraphs import paragraphs
from discourselab.corpus.problems import CorpusError
from discourselab.corpus.public import location
from discourselab.corpus.quality import checks, clusters, left_out, lengths, set_aside, timeline
from discourselab.corpus.reading import precheck, read

__all__ = [
    "CorpusError",
    "GroupError",
    "checks",
    "clusters",
    "groups",
    "left_out",
    "lengths",
    "location",
    "paragraphs",
    "precheck",
    "read",
    "set_aside",
    "timeline",
]

"""Frames: codebooks with their theory, indicators found with their evidence, shares with intervals."""

from discourselab.frames import checking, dictionaries, fitting, validation, writing
from discourselab.frames.actors import actor_functions
from discourselab.frames.axes import AxesError, axes, axis_examples, load_axes
from discourselab.frames.clusters import cluster_groups, cluster_profiles, cluster_solutions, clusters
from discourselab.frames.codebook import (
    load,
    load_all,
    names,
    overview,
)
from discourselab.frames.comparing import differences, leave_one_out
from discourselab.frames.counting import counts, functions, speakers, uncoded
from discourselab.frames.elements import elements
from discourselab.frames.examples import examples, in_sentences
from discourselab.frames.given_sides import SidesError
from discourselab.frames.matching import match, match_all
from discourselab.frames.mentions import mentions
from discourselab.frames.roles import actor_roles, role_cues
from discourselab.frames.scheme import Codebook, CodebookError, Frame, Indicator
from discourselab.frames.scores import document_frames, sentence_frames
from discourselab.frames.square import sides, square
from discourselab.frames.stance import actor_evaluations, actor_stance, speaker_stance
from discourselab.frames.topics import topics

__all__ = [
    "AxesError",
    "Codebook",
    "CodebookError",
    "Frame",
    "Indicator",
    "SidesError",
    "actor_evaluations",
    "actor_functions",
    "actor_roles",
    "actor_stance",
    "axes",
    "axis_examples",
    "checking",
    "cluster_groups",
    "cluster_profiles",
    "cluster_solutions",
    "clusters",
    "counts",
    "dictionaries",
    "differences",
    "document_frames",
    "elements",
    "examples",
    "fitting",
    "functions",
    "in_sentences",
    "leave_one_out",
    "load",
    "load_all",
    "load_axes",
    "match",
    "match_all",
    "mentions",
    "names",
    "overview",
    "role_cues",
    "sentence_frames",
    "sides",
    "speaker_stance",
    "speakers",
    "square",
    "topics",
    "uncoded",
    "validation",
    "writing",
]

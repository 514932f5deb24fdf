"""Frames: codebooks with their theory, indicators found with their evidence, shares with intervals."""

from discourselab.frames import checking, dictionaries, fitting, validation, writing
from discourselab.frames.codebook import (
    load,
    load_all,
    names,
    overview,
)
from discourselab.frames.counting import counts, differences, functions, speakers, uncoded
from discourselab.frames.examples import examples
from discourselab.frames.matching import match, match_all
from discourselab.frames.scheme import Codebook, CodebookError, Frame, Indicator
from discourselab.frames.scores import document_frames, sentence_frames

__all__ = [
    "Codebook",
    "CodebookError",
    "Frame",
    "Indicator",
    "checking",
    "counts",
    "dictionaries",
    "differences",
    "document_frames",
    "examples",
    "fitting",
    "functions",
    "load",
    "load_all",
    "match",
    "match_all",
    "names",
    "overview",
    "sentence_frames",
    "speakers",
    "uncoded",
    "validation",
    "writing",
]

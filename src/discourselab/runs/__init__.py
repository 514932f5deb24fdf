"""Runs: parameters, run folders, the sequence of notebooks and its record; nothing of the analysis itself."""

from discourselab.runs.folders import STAGES, RunFolderError, input_folder, notebooks, open_folder
from discourselab.runs.parameters import Parameter, ParameterError, Value, declared, effective
from discourselab.runs.sequence import StageFailed, prepare, run, stage_name

__all__ = [
    "STAGES",
    "Parameter",
    "ParameterError",
    "RunFolderError",
    "StageFailed",
    "Value",
    "declared",
    "effective",
    "input_folder",
    "notebooks",
    "open_folder",
    "prepare",
    "run",
    "stage_name",
]

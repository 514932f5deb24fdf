"""Voices: who says what, through whom, under which reporting verb."""

from discourselab.voices.accuracy import accuracy
from discourselab.voices.attribution import attribute, read, resolve, voice_spans
from discourselab.voices.entities import entities
from discourselab.voices.foreign import LANGUAGES
from discourselab.voices.marks import tags, token_tags
from discourselab.voices.shares import cue_counts, speaker_counts, voice_shares
from discourselab.voices.sourcing import co_speakers, never_quoted, source_diversity, speaker_classes, surest

__all__ = [
    "LANGUAGES",
    "accuracy",
    "attribute",
    "co_speakers",
    "cue_counts",
    "entities",
    "never_quoted",
    "read",
    "resolve",
    "source_diversity",
    "speaker_classes",
    "speaker_counts",
    "surest",
    "tags",
    "token_tags",
    "voice_shares",
    "voice_spans",
]

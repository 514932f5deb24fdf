"""A codebook as YAML text, in the form that is read."""

from typing import Any

import yaml

from discourselab.frames.scheme import ANY, Codebook, Frame, Indicator

_WIDTH = 110


def text(book: Codebook) -> str:
    """The codebook as YAML; read again it is equal, apart from ``notes``, which become comments."""
    head = {"name": book.name, "title": book.title, "version": book.version, "description": book.description}
    body: dict[str, Any] = {key: value for key, value in head.items() if value}
    if book.references:
        body["references"] = list(book.references)
    body["frames"] = {frame.name: _frame(frame) for frame in book.frames}
    comments = "".join(f"# {' '.join(note.split())}\n" for note in book.notes)
    return comments + yaml.safe_dump(body, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _frame(frame: Frame) -> dict[str, Any]:
    known = {"label": frame.label, "definition": frame.definition, "source": frame.source}
    made: dict[str, Any] = {key: value for key, value in known.items() if value}
    if frame.parents:
        made["parents"] = list(frame.parents)
    made["indicators"] = {}
    for indicator in frame.indicators:
        made["indicators"].setdefault(indicator.function or ANY, []).append(_indicator(indicator))
    return made


def _indicator(indicator: Indicator) -> str | dict[str, Any]:
    said = {
        "voice": indicator.voice if indicator.voice != "any" else None,
        "speaker": list(indicator.speaker),
        "with": list(indicator.within),
        "unless": list(indicator.unless),
        "except": list(indicator.exceptions),
        "negation": indicator.negation if indicator.negation != "keep" else None,
        "weight": indicator.weight if indicator.weight != 1 else None,
        "note": indicator.note,
    }
    conditions = {key: value for key, value in said.items() if value not in (None, "", [])}
    return {"pattern": indicator.pattern} | conditions if conditions else indicator.pattern

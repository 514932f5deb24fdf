"""Parameters: declared once, in each notebook's cell tagged ``parameters``, and typed from their annotations.

The cell holds annotated literals with a trailing comment as help, e.g.
``min_count: int = 5  # keep terms seen at least this often``. It is read with ``ast``, so that nothing is run
and every fault of a call is known before any kernel starts.
"""

import ast
import io
import json
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from discourselab import settings

TYPES = {"str": str, "int": int, "float": float, "bool": bool, "list[str]": list}
PATHS = ("codebooks", "devices", "reference", "axes")  # parameters that may name files
_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


class ParameterError(ValueError):
    """Parameters that do not fit: unknown names, wrong values; all faults of a call in one message."""


@dataclass(frozen=True)
class Parameter:
    """A parameter of one notebook: name, type as annotated, default, and what it means."""

    name: str
    type: str
    default: Any
    help: str
    notebook: str


@dataclass(frozen=True)
class Value:
    """An effective value and where it came from: default, file, command line."""

    value: Any
    origin: str


def declared(notebook: Path) -> list[Parameter]:
    """The parameters that a notebook declares, in order.

    Raises ParameterError when the notebook has no cell tagged ``parameters`` or the cell holds anything but
    annotated literals.
    """
    source = _cell(notebook)
    comments = _comments(source)
    found = []
    for node in ast.parse(source).body:
        where = f"{notebook.name}, cell `parameters`, line {node.lineno}"
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name) or node.value is None:
            raise ParameterError(f"{where}: expected `name: type = literal  # meaning`.")
        kind = ast.unparse(node.annotation)
        if kind.removesuffix(" | None") not in TYPES:
            raise ParameterError(f"{where}: type {kind!r} is none of {', '.join(TYPES)} (or with `| None`).")
        try:
            default = ast.literal_eval(node.value)
        except ValueError as error:
            raise ParameterError(f"{where}: the default should be a literal.") from error
        found.append(
            Parameter(node.target.id, kind, default, comments.get(node.end_lineno, ""), notebook.stem)
        )
    return found


def effective(
    notebooks: list[Path], given: Mapping[str, Value], fixed: Mapping[str, Any]
) -> dict[str, dict[str, Value]]:
    """The value of every parameter of every notebook: notebook -> name -> value.

    given
        values by name, as text (from a command line) or typed (from a file); each goes to every notebook that
        declares the name.
    fixed
        values that the run sets itself (``corpus``, ``run``); they cannot be given.

    A file that is named from the current folder gets its whole path, since a notebook runs in another folder.
    Raises ParameterError with all unknown names (and the nearest known) and all values that are not accepted.
    """
    declarations = {book.stem: declared(book) for book in notebooks}
    known = {p.name: p for parameters in declarations.values() for p in parameters}
    faults, typed = [], {}
    for name, value in given.items():
        if name in fixed:
            faults.append(f"{name}: is set by the run itself and cannot be given ({value.origin}).")
        elif name not in known:
            free = (other for other in known if other not in fixed)
            guess = settings.did_you_mean(name, free) or " See `discourselab parameters`."
            faults.append(f"{name}: there is no such parameter ({value.origin}).{guess}")
        else:
            try:
                found = _accepted(value.value, known[name])
                typed[name] = Value(_placed(found) if name in PATHS else found, value.origin)
            except ValueError as error:
                meant, default = known[name].help or "see its notebook", known[name].default
                faults.append(f"{name}: {error} ({value.origin}). Meaning: {meant}. Leave it out for {default!r}.")
    if faults:
        raise ParameterError("\n".join(faults))
    run = {name: Value(value, "run") for name, value in fixed.items()}
    return {
        book: {
            p.name: run.get(p.name) or typed.get(p.name) or Value(p.default, "default") for p in parameters
        }
        for book, parameters in declarations.items()
    }


def _placed(names: str) -> str:
    """Names with commas between; those that are files, and not bare words, by their whole paths."""
    paths = {part.strip(): Path(part.strip()).expanduser() for part in names.split(",")}
    return ", ".join(
        str(path.resolve()) if path.is_file() and (path.suffix or path.name != part) else part
        for part, path in paths.items()
    )


def _accepted(value: Any, parameter: Parameter) -> Any:
    """The value in the type of its annotation, when the parameter accepts it. Raises ValueError saying what was
    expected and found."""
    try:
        found = _typed(value, parameter.type)
    except ValueError as error:
        raise ValueError(settings.fault(parameter.name, value) or str(error)) from None
    fault = settings.fault(parameter.name, found)
    return _raise(ValueError(fault)) if fault else found


def _typed(value: Any, kind: str) -> Any:
    """The value in the type of an annotation. Raises ValueError saying what was expected and found."""
    base = kind.removesuffix(" | None")
    if base != kind and (value is None or (isinstance(value, str) and value.lower() in ("none", ""))):
        return None
    wrong = ValueError(f"expected {kind}, got {value!r}")
    if base == "str":
        if isinstance(value, date):  # YAML reads 2031-06-17 as one
            return value.isoformat()
        if isinstance(value, list) and value and all(type(part) in (str, int) for part in value):
            return ", ".join(map(str, value))
        return value if isinstance(value, str) else _raise(wrong)
    if base == "list[str]":
        parts = value.split(",") if isinstance(value, str) else value
        if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
            raise wrong
        return [part.strip() for part in parts if part.strip()]
    if base == "bool":
        text = str(value).lower()
        if not isinstance(value, bool | str) or text not in _TRUE + _FALSE:
            raise wrong
        return text in _TRUE
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise wrong
    if base == "int" and isinstance(value, float):
        raise wrong
    try:
        return TYPES[base](value)
    except ValueError:
        raise wrong from None


def _raise(error: Exception):
    raise error


def _cell(notebook: Path) -> str:
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError) as error:
        raise ParameterError(f"{notebook} cannot be read as a notebook ({error}).") from error
    tagged = [c for c in cells if "parameters" in c.get("metadata", {}).get("tags", [])]
    if len(tagged) != 1:
        raise ParameterError(f"{notebook.name}: expected one cell tagged `parameters`, found {len(tagged)}.")
    source = tagged[0]["source"]
    return source if isinstance(source, str) else "".join(source)


def _comments(source: str) -> dict[int, str]:
    """The trailing comment of each line."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {t.start[0]: t.string.lstrip("# ").strip() for t in tokens if t.type == tokenize.COMMENT}

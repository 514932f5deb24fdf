"""The house: rooms import only from floors below, modules stay small, nothing of it is left out of git."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src/discourselab"
FLOORS = {
    "settings": 0,
    "tables": 0,
    "corpus": 1,
    "index": 1,
    "fetching": 2,
    "voices": 2,
    "terms": 2,
    "frames": 2,
    "networks": 3,
    "figures": 3,
    "reporting": 4,
    "runs": 5,
    "cli": 6,
}
ANALYSIS = {room for room, floor in FLOORS.items() if 0 < floor < 5}


def modules():
    return sorted(PACKAGE.rglob("*.py"))


def rooms_imported(path):
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "discourselab":
            inside = node.module.split(".")[1:]
            found |= {inside[0]} if inside else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("discourselab.")}
    return found & set(FLOORS)


def room_of(path):
    inside = path.relative_to(PACKAGE).parts
    return inside[0].removesuffix(".py")


def test_every_room_has_a_floor():
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == set(FLOORS)


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_from_floors_below(path):
    room = room_of(path)
    if room not in FLOORS:
        return
    above = {other for other in rooms_imported(path) if other != room and FLOORS[other] >= FLOORS[room]}
    assert not above


def test_runs_knows_nothing_of_the_analysis():
    used = set().union(*(rooms_imported(path) for path in (PACKAGE / "runs").glob("*.py")))
    assert not used & ANALYSIS


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_modules_stay_small_and_say_what_they_own(path):
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 260
    assert ast.get_docstring(ast.parse(source))
    assert path.stem not in ("utils", "helpers", "common", "misc")


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_public_functions_say_what_they_do(path):
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_nothing_of_the_package_is_ignored_by_git():
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    files = [
        str(p.relative_to(ROOT)) for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts
    ]
    ignored = subprocess.run(
        ["git", "check-ignore", *files], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ignored.stdout == ""

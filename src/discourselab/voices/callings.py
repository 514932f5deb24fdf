"""Which body a common noun calls again: "the company" after "Ostra Steel", "the agency" after "the FBI".

A body is called by the noun of its own name ("the bank": Halden Bank), by a noun that stands beside its name
("Ostra, a steel company"), or by a noun that may be said of any body of its sort. Where several bodies of the
article fit, the one that spoke last is meant, or the one that the article is about; else nobody is named.
Under the rules not every body of an article is known, and none is sure.
"""

import re
from collections import Counter
from functools import lru_cache

from discourselab.voices import cast, names
from discourselab.voices.nouns import CALLED, COMMON_HEADS
from discourselab.voices.scene import Scene
from discourselab.voices.sentences import STOP, breaks

_BESIDE, _ALONE, _SPOKE, _ABOUT, _NEAR = 0.75, 0.65, 0.6, 0.5, 0.4  # certainty by evidence, best first
_FAR = 3  # paragraphs after which nobody is called again
_FEW = r"(?:(?!(?:of|with|to|by|from|for|on|in|and|that|which|who)\b)[\w’'-]+ ){0,4}"
_CLOSED = (
    r"\s?[,.;:)—–]|\s(?:that|which|who|whose|of|in|with|for|from|based|behind)\b"  # behind an apposition
)
_CLOSE = 100  # characters before a name in which a noun for it stands
_NEAR_BY = 2  # paragraphs in which who spoke last is called again
_OFTENER = 2  # times as often as any other is named what an article is about
_ASKED = 256  # answers kept: an article asks the same of each noun
_COMPANY = re.compile(r"\b(?:Inc|Ltd|Corp|Co|Plc|PLC|LLC|AG|SA|NV)\b\.?$")


def called(noun: str, at: int, scene: Scene) -> tuple[str, float] | None:
    """The body called by a noun at an offset, and how sure that is (0 to 1); None where nothing tells it."""
    text = scene.text
    loose = [one for one in scene.loose if one[0] < at and _is_told(noun, one[1], text)]
    before = [one for one in sorted([*scene.organisations, *loose]) if one[0] < at]
    names_of = dict.fromkeys(name for _, name in before)
    if not _is_definite(noun, at, text):
        apposed = [name for name in names_of if _is_apposed(noun, name, at, text)]
        return (apposed[-1], _BESIDE) if apposed else None
    fitting = {name for name in names_of if _fits(noun, name, text) and not _is_pair(name, names_of)}
    beside = {name for name in fitting if _is_beside(noun, name, text)}
    found = [(offset, name) for offset, name in before if name in (beside or fitting)]
    one = _wholes(Counter(name for _, name in found))
    told = _chosen([(offset, one[name]) for offset, name in found], at, scene, one)
    if told is None:
        return None
    name, certainty = told
    last = max(offset for offset, written in found if one[written] == name)
    if breaks(text, last, at) > _FAR or f"{noun} of" in text[last:at]:
        return None
    certainty = _BESIDE if beside and certainty == _ALONE else certainty
    return name, certainty if scene.marked else min(certainty, _ABOUT)


def _chosen(found: list[tuple[int, str]], at: int, scene: Scene, one: dict) -> tuple[str, float] | None:
    """The one of some bodies named before that is meant: offset, name."""
    times = Counter(name for _, name in found)
    marked = {name for _, name in scene.bodies}
    times |= Counter({name: scene.text.count(name, 0, at) for name in times if name not in marked})
    if len(times) < 2:
        return (found[0][1], _ALONE) if found else None
    spoke = [(offset, one[name]) for offset, name in scene.spoken if offset < at and name in one]
    said = _sentence_end(scene.text, spoke[-1][0]) if spoke else 0
    since = {name for offset, name in found if spoke and offset > said}
    if spoke and since <= {spoke[-1][1]} and breaks(scene.text, spoke[-1][0], at) <= _NEAR_BY:
        return spoke[-1][1], _SPOKE
    (first, n), (_, second) = times.most_common(2)
    if n >= _OFTENER * second:
        return first, _ABOUT
    near = {name for offset, name in found if offset > scene.text.rfind("\n", 0, at)}
    return (near.pop(), _NEAR) if len(near) == 1 else None


def _sentence_end(text: str, at: int) -> int:
    end = STOP.search(text, at)
    line = text.find("\n", at)
    return min(end.start() if end else len(text), line if line >= 0 else len(text))


def _is_told(noun: str, name: str, text: str) -> bool:
    """Whether a noun of the same sort stands beside a name: so it is a body, whatever it was marked as."""
    sorts = CALLED.get(noun, frozenset()) - {"acronym"}
    like = (other for other, said in CALLED.items() if not sorts.isdisjoint(said))
    return bool(sorts) and _is_beside(f"(?:{'|'.join(like)})", name, text)


def _is_definite(noun: str, at: int, text: str) -> bool:
    """Whether a noun at an offset, or right before it where "which" stands there, is of a body known."""
    here = re.match(r"(?:the|this|that|its)\s(?!which\b)", text[at : at + 6], re.IGNORECASE)
    head = text[max(0, at - 40) : at].rstrip(" ,").lower()
    return here is not None or head.endswith((f"the {noun}", f"this {noun}"))


def _is_apposed(noun: str, name: str, at: int, text: str) -> bool:
    """Whether a noun at an offset, or right before it, stands behind a name: "Ostra, a company that said"."""
    low = max(0, at - len(name) - 60)
    return (
        re.search(rf"{re.escape(name)}(?:\s\([^)]*\))?, an? {_FEW}{noun}\b", text[low : at + 60]) is not None
    )


def _is_pair(name: str, others: dict[str, None]) -> bool:
    """Whether a name is two that stand together ("the FBI and Justice Department")."""
    return " and " in name and any(part in others for part in name.split(" and "))


def _fits(noun: str, name: str, text: str) -> bool:
    """Whether a noun may be said of a body: by its sort, or because it stands beside the name."""
    return _is_beside(noun, name, text) or bool(_sorts(name) & CALLED.get(noun, frozenset()))


@lru_cache(_ASKED)
def _sorts(name: str) -> frozenset[str]:
    """What a name tells of a body: the nouns in it by which bodies are told, "acronym" or "plain"."""
    words = name.lower().split()
    ends = {words[-1], words[-1].removesuffix("s")}
    ends |= {words[0]} if words[1:2] in (["of"], ["for"]) else set()
    known = ends & COMMON_HEADS
    if _COMPANY.search(name):
        return frozenset({"company"})
    if known:
        return frozenset(known)
    return frozenset({"acronym" if names.is_acronym(name) else "plain"})


@lru_cache(_ASKED)
def _is_beside(noun: str, name: str, text: str) -> bool:
    """Whether a text has a noun beside a name: "Ostra, a steel company", "the steel company Ostra"."""
    behind, before = _beside(noun)
    return any(
        behind.match(text, at + len(name)) or before.search(text, max(0, at - _CLOSE), at)
        for at in cast.places(name, text)
    )


@lru_cache(_ASKED)
def _beside(noun: str) -> tuple[re.Pattern, re.Pattern]:
    """What tells behind a name, and before it, that a noun is said of it."""
    apposed = rf"(?:\s\([^)]*\))?, (?:an?|the|its|one of the) {_FEW}{noun}(?={_CLOSED})"
    before = rf"\b(?:(?:[Tt]he|[Aa]n?|[a-z’'-]+) {noun} (?:called |named )?|{noun}, the {_FEW})$"
    return re.compile(apposed), re.compile(before)


def _wholes(times: Counter) -> dict[str, str]:
    """For each of some names the one that is used most of those that begin alike: "Ostra", "Ostra Steel"."""
    short = sorted(times, key=len)
    first = {name: next(one for one in short if f"{name} ".startswith(f"{one} ")) for name in short}
    best = {
        stem: max((name for name in short if first[name] == stem), key=times.get) for stem in first.values()
    }
    return {name: best[stem] for name, stem in first.items()}

"""Reading a codebook from YAML strictly: every fault is noted with its line and the nearest known word."""

import itertools
import math

import yaml

from discourselab.frames.patterns import PatternError, parse
from discourselab.frames.scheme import ANY, FUNCTIONS, NEGATIONS, VOICES, Codebook, Frame, Indicator
from discourselab.settings import did_you_mean

_BOOK = {"name", "title", "version", "description", "references", "frames"}
_FRAME = {"label", "definition", "source", "indicators", "parents"}
_LISTS = {"speaker": "speaker", "with": "within", "unless": "unless", "except": "exceptions"}
_INDICATOR = {"pattern", "voice", "negation", "note", "weight", *_LISTS}


class Reader:
    """Walks the nodes of a YAML file and notes every fault with its line."""

    def __init__(self, place: str):
        self.place = place
        self.faults: list[str] = []

    def fault(self, node: yaml.Node | None, message: str) -> None:
        line = f", line {node.start_mark.line + 1}" if node is not None else ""
        self.faults.append(f"{self.place}{line}: {message}")

    def book(self, root: yaml.Node | None) -> Codebook | None:
        if not isinstance(root, yaml.MappingNode):
            self.fault(root, "expected a mapping with `name` and `frames`.")
            return None
        parts = self.mapping(root, _BOOK, needed={"name", "frames"})
        frames = []
        for name, node in self.entries(parts.get("frames"), "frames"):
            if any(name == frame.name for frame in frames):
                self.fault(node, f"the frame {name!r} is there twice.")
            frames.append(self.frame(name, node))
        references = tuple(self.texts(parts.get("references")))
        name = self.text(parts.get("name"))
        title = self.text(parts.get("title")) or name.replace("_", " ")
        version, description = self.text(parts.get("version")), self.text(parts.get("description"))
        return Codebook(name, title, version, description, references, tuple(frames))

    def frame(self, name: str, node: yaml.Node) -> Frame:
        parts = self.mapping(node, _FRAME, needed={"indicators"})
        indicators: dict[str, Indicator] = {}
        if isinstance(listed := parts.get("indicators"), yaml.SequenceNode):
            self.fault(
                listed,
                f"expected indicators under a function ({', '.join(FUNCTIONS)}, or {ANY} for none), found "
                f"a list. Put `{ANY}:` above it.",
            )
            listed = None
        for function, items in self.entries(listed, "indicators"):
            if function not in (*FUNCTIONS, ANY):
                self.unknown(items, function, {*FUNCTIONS, ANY}, "function")
                continue
            if not isinstance(items, yaml.SequenceNode):
                self.fault(items, f"expected a list of indicators under {function!r}.")
                continue
            for item in items.value:
                one = self.indicator(item, None if function == ANY else function)
                if one and one.pattern in indicators:
                    self.fault(item, f"the indicator {one.pattern!r} is there twice in {name!r}.")
                elif one:
                    indicators[one.pattern] = one
        label = self.text(parts.get("label")) or name.replace("_", " ").capitalize()
        definition, source = self.text(parts.get("definition")), self.text(parts.get("source"))
        parents = tuple(self.texts(parts.get("parents")))
        return Frame(name, label, definition, source, tuple(indicators.values()), parents)

    def indicator(self, node: yaml.Node, function: str | None) -> Indicator | None:
        if isinstance(node, yaml.ScalarNode):
            return self.checked(node, Indicator(" ".join(node.value.split()), function))
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, "expected a pattern or a mapping with `pattern`.")
            return None
        parts = self.mapping(node, _INDICATOR, needed={"pattern"})
        voice, negation = self.text(parts.get("voice")) or "any", self.text(parts.get("negation")) or "keep"
        if voice not in VOICES:
            self.unknown(parts["voice"], voice, set(VOICES), "voice")
        if negation not in NEGATIONS:
            self.unknown(parts["negation"], negation, set(NEGATIONS), "value of negation")
        pattern, note = self.text(parts.get("pattern")), self.text(parts.get("note"))
        lists = {name: tuple(self.texts(parts.get(key))) for key, name in _LISTS.items()}
        weight = self.number(parts.get("weight"), 1.0)
        one = Indicator(pattern, function, voice, negation=negation, note=note, weight=weight, **lists)
        return self.checked(node, one)

    def checked(self, node: yaml.Node, indicator: Indicator) -> Indicator | None:
        lists = (getattr(indicator, name) for name in _LISTS.values())
        for pattern in (indicator.pattern, *itertools.chain.from_iterable(lists)):
            try:
                parse(pattern)
            except PatternError as error:
                self.fault(node, str(error))
                return None
        return indicator

    def mapping(self, node: yaml.Node, known: set[str], needed: set[str]) -> dict[str, yaml.Node]:
        parts = dict(self.entries(node, "this"))
        for key, value in parts.items():
            if key not in known:
                self.unknown(value, key, known, "key")
        for key in sorted(needed - set(parts)):
            self.fault(node, f"the key {key!r} is missing.")
        return parts

    def entries(self, node: yaml.Node | None, what: str) -> list[tuple[str, yaml.Node]]:
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, f"expected a mapping for {what!r}, found {_kind(node)}.")
            return []
        return [(str(key.value), value) for key, value in node.value]

    def text(self, node: yaml.Node | None) -> str:
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self.fault(node, f"expected text, found {_kind(node)}.")
            return ""
        return " ".join(node.value.split())

    def number(self, node: yaml.Node | None, default: float) -> float:
        if node is None:
            return default
        try:
            value = float(self.text(node))
        except ValueError:
            value = float("nan")
        if not math.isfinite(value):
            self.fault(node, f"expected a number, found {node.value!r}.")
        return value

    def texts(self, node: yaml.Node | None) -> list[str]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, f"expected a list, found {_kind(node)}. Write it as [one, other].")
            return []
        return [self.text(item) for item in node.value]

    def unknown(self, node: yaml.Node, found: str, known: set[str], what: str) -> None:
        guess = did_you_mean(found, sorted(known))
        self.fault(node, f"unknown {what} {found!r}; known are {', '.join(sorted(known))}.{guess}")


def _kind(node: yaml.Node) -> str:
    return {"mapping": "a mapping", "sequence": "a list", "scalar": "text"}[node.id]

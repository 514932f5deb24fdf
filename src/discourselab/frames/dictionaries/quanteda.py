"""quanteda dictionaries: YAML (or JSON) with categories as keys, entries as lists, to any depth."""

import yaml

from discourselab.frames.dictionaries.entries import DictionaryError, Entry

MOST = 1_000_000  # entries; YAML's references could make more of a small file than memory holds
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str) -> tuple[list[Entry], list[str]]:
    """Entries and notes. Keys and words are text as written (``NO`` is Norway); doubled keys are joined."""
    try:
        root = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise DictionaryError(f"not valid YAML: {error}") from error
    if not isinstance(root, yaml.MappingNode):
        raise DictionaryError("expected categories as keys with lists of words.")
    found: list[Entry] = []
    _walk(root, (), found)
    return found, []


def write(entries: list[Entry]) -> tuple[str, list[str]]:
    """The file, and what it cannot hold: weights."""
    tree: dict = {}
    for path, word, _ in entries:
        node = tree
        for name in path:
            node = node.setdefault("categories", {}).setdefault(name, {})
        if word is not None:
            node.setdefault("entries", []).append(word)
    text = yaml.safe_dump(_plain(tree), sort_keys=False, allow_unicode=True, width=100)
    notes = ["weights are left out"] if any(entry.weight != 1 for entry in entries) else []
    return text, notes


def _walk(node: yaml.Node, path: tuple[str, ...], found: list[Entry]) -> None:
    if len(found) > MOST or len(path) > 50:
        raise DictionaryError(f"expected up to {MOST:,} entries and 50 levels, found more.")
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                _walk(value, (*path, key.value.strip()), found)
    elif isinstance(node, yaml.SequenceNode):
        if not node.value:
            found.append(Entry(path, None))
        for item in node.value:
            _walk(item, path, found)
    elif node.value.strip():
        found.append(Entry(path or ("(none)",), " ".join(node.value.split())))
    else:
        found.append(Entry(path, None))


def _plain(node: dict):
    inside = {name: _plain(child) for name, child in node.get("categories", {}).items()}
    words = node.get("entries", [])
    if inside and words:
        return [*words, inside]
    return inside or words

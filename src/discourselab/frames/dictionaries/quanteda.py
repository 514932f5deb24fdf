"""quanteda dictionaries: YAML (or JSON) with categories as keys, entries as lists, to any depth."""

import yaml

from discourselab.frames.dictionaries.entries import Category, DictionaryError, Entry, tree, weightless

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
    plain = _plain(tree(entries))
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=100), weightless(entries)


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


def _plain(category: Category) -> list | dict:
    inside = {name: _plain(child) for name, child in category.categories.items()}
    words = [entry.word for entry in category.entries]
    return [*words, inside] if inside and words else inside or words

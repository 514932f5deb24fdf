"""The token core: sentences, tokens, their postings and voices on disk, and fast questions to them.

Each name is loaded when it is first used: a reader who opens an index and asks it a word does not wait for
what only building needs (pandas, pyarrow, scipy).
"""

from importlib import import_module

_HOME = {
    "building": ("build", "from_tokens"),
    "counting": ("count", "document_frequency", "document_terms", "ngram_counts", "words_per_document"),
    "manifest": ("IndexDamaged",),
    "marking": ("set_voices",),
    "pairs": ("of_pairs",),
    "query": (
        "concordance_order",
        "document_of",
        "forms",
        "is_one_of",
        "is_word",
        "phrase_of",
        "positions",
        "sentence_of",
        "tokens_of",
        "words",
    ),
    "remapping": ("with_terms",),
    "selecting": ("select", "selected", "selected_counts", "sentences_of"),
    "sentence_rules": ("boundaries",),
    "sentence_table": ("sentences",),
    "store": ("COUNTED_KINDS", "VOICES", "Index", "open_index", "verify"),
    "wildcards": ("DictionaryCounts", "dictionary_counts", "entry_ids", "phrase", "term_ids"),
    "windows": ("window_counts", "window_positions"),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = sorted(_MODULE)


def __getattr__(name: str):
    if name in _HOME or name == "tokens":
        return import_module(f"{__name__}.{name}")
    if name not in _MODULE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_MODULE[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE})

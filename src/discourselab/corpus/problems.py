"""Problems: what a reader of the corpus should know, and the error when nothing can be read."""


class CorpusError(ValueError):
    """A corpus cannot be read: where, what was expected, what was found, what to do."""


def problem(kind: str, path: str, message: str, document: str | None = None) -> dict:
    """A row of the table ``problems``."""
    return {"document": document, "path": path, "kind": kind, "message": message}


def listed(names, most: int = 12) -> str:
    """Names for a message, quoted; of many only the first, and how many more there are."""
    names = [repr(str(name)[:60]) for name in names]
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more if names else "none"

"""What somebody who misspelt a name may have meant."""

import difflib
from collections.abc import Iterable


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """`` Did you mean 'outlet'?``, to stand behind a sentence; empty where no known name is near."""
    near = difflib.get_close_matches(given, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""

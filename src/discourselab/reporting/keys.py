"""The keys of numbers: what is counted, and in which articles.

A key is a path such as ``term␟TASS␟narrator␟osce``: what is counted, then its group (``*`` for all, ``~X``
for all but X), then what narrows it.
"""

import numpy as np

from discourselab.reporting.material import Material

SEPARATOR = "␟"
EVERYWHERE = "*"
BUT = "~"


def key(*parts: str) -> str:
    """The key of a number: its kind, its group, then what narrows it."""
    return SEPARATOR.join(str(part) for part in parts)


def documents_of(material: Material, group: str) -> np.ndarray:
    """Which rows of ``documents`` are in the group (a mask)."""
    groups = material.groups
    if group == EVERYWHERE:
        return groups.notna().to_numpy()
    if group.startswith(BUT):
        return (groups.notna() & (groups != group[1:])).to_numpy()
    return (groups == group).to_numpy()


def group_name(group: str) -> str:
    """A group as a reader sees it behind a number."""
    if group == EVERYWHERE:
        return "all articles"
    return f"all but {group[1:]}" if group.startswith(BUT) else group

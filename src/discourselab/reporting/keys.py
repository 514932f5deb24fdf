"""The keys of numbers: what is counted, and in which articles.

A key is a path such as ``term␟TASS␟narrator␟osce``: what is counted, then its group (nothing for all, since
no group is called nothing), then what narrows it.
"""

import re

import numpy as np

from discourselab.reporting.material import Material

SEPARATOR = "␟"
EVERYWHERE = ""


def key(*parts: str) -> str:
    """The key of a number: its kind, its group, then what narrows it."""
    return SEPARATOR.join(str(part).replace("\\", r"\\").replace(SEPARATOR, r"\u") for part in parts)


def parts_of(key: str) -> list[str]:
    """What a key was made of, whatever a corpus calls its groups and speakers."""
    return [
        re.sub(r"\\(.)", lambda escaped: SEPARATOR if escaped[1] == "u" else "\\", part)
        for part in key.split(SEPARATOR)
    ]


def documents_of(material: Material, group: str) -> np.ndarray:
    """Which rows of ``documents`` are in the group (a mask)."""
    groups = material.groups
    return (groups.notna() if group == EVERYWHERE else groups == group).to_numpy()


def group_name(group: str) -> str:
    """A group as a reader sees it behind a number."""
    return "all articles" if group == EVERYWHERE else group

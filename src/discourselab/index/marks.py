"""What is known of each token in a bit: whether it is a word, and where sentences and documents end."""

import numpy as np

from discourselab.index.tokens import NUMBER

WORD = 1  # or a number
BEGINS_SENTENCE, ENDS_SENTENCE = 2, 4
BEGINS_DOCUMENT, ENDS_DOCUMENT = 8, 16


def marks(kind: np.ndarray, sentences: np.ndarray, documents: np.ndarray) -> np.ndarray:
    """The bits of some tokens of whole documents: their ``kind``, where sentences and documents begin."""
    found = (kind <= NUMBER).view(np.uint8)
    for starts, begins, ends in (
        (np.append(sentences, documents), BEGINS_SENTENCE, ENDS_SENTENCE),
        (documents, BEGINS_DOCUMENT, ENDS_DOCUMENT),
    ):
        inside = starts[starts < len(found)]  # a sentence without tokens may begin where they end
        found[inside] |= begins
        found[inside - 1] |= ends  # the last token of all lies before the first
    return found


def with_kinds(known: np.ndarray, kind: np.ndarray) -> np.ndarray:
    """The bits of the same tokens when their terms are of other kinds."""
    return (known & ~np.uint8(WORD)) | (kind <= NUMBER)

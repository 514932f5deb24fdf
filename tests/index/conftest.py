"""A small index that the tests of this room share."""

import pytest

from discourselab import index


@pytest.fixture
def idx():
    texts = [
        ["The", "secure", "border", "."],
        ["Security", "of", "the", "border"],
        ["secure", "border", "now"],
    ]
    return index.from_tokens(texts, ids=["a", "b", "c"])

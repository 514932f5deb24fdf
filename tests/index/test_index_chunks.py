"""Chunks: cut all at once, they have the tokens that the pattern finds in each by itself."""

import pyarrow as pa
from hypothesis import example, given
from hypothesis import strategies as st

from discourselab.index import chunks, tokens

LETTERS = st.sampled_from("aAsSbwx'’-.,:\"“”()12$…éÜж中。#@/_\u0301\u00a0\u3000")
WORDS = st.sampled_from(
    ["Mr", "U.S.", "www", "http", "Jan", "No", "post", "I", "3,000", "'s", "’S", ".", "-", "\n"]
)


def strings(values):
    return pa.array(values, pa.large_string())


def by_pattern(chunk):
    return [
        (part.start() + piece.start, piece.surface, piece.kind)
        for part in chunks._SOLID.finditer(chunk)
        for piece in tokens.pieces(part.group())
    ]


@given(st.lists(st.lists(LETTERS | WORDS, min_size=1, max_size=6).map("".join), max_size=20))
@example(["'S’s", ",’S-b", "it’s,", "(a)", "--", "10-12", "x1", "peace.\u00a0He", "www.-"])
def test_vectorised_tokens_are_those_of_the_pattern(words):
    found = chunks.pieces(strings(words))
    for place, word in enumerate(words):
        mine = range(*found.first[place : place + 2])
        rows = [(int(found.offset[i]), found.text[i].as_py(), int(found.kind[i])) for i in mine]
        assert rows == by_pattern(word)
        assert [int(found.length[i]) for i in mine] == [len(row[1]) for row in rows]
        assert found.width[place] == len(word)


def test_blocks_of_chunks_give_the_same_as_one(monkeypatch):
    words = strings(["peace,", "“Mr.", "x", "10%"] * 3)
    whole = chunks.pieces(words)
    monkeypatch.setattr(chunks, "_BLOCK", 5)
    parts = chunks.pieces(words)
    assert parts.text.equals(whole.text)
    assert parts.first.tolist() == whole.first.tolist()


@given(st.lists(st.text(alphabet="ab é\n\t.", max_size=12), max_size=6))
def test_chunks_tile_the_texts_and_end_at_white_space(texts):
    found, counts = chunks.cut(strings(texts))
    assert "".join(found.to_pylist()) == "".join(texts)
    assert len(counts) == len(texts)
    rest = iter(found.to_pylist())
    for text, count in zip(texts, counts):
        mine = [next(rest) for _ in range(count)]
        assert "".join(mine) == text
        assert all(chunk[-1].isspace() for chunk in mine[:-1])
        assert not any(c.isspace() for chunk in mine for c in chunk[:-1])

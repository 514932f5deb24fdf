"""The vocabulary of a corpus: surface forms and terms, sorted, and which chunk is made of which."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import scipy.sparse as sp

from discourselab.index import tokens
from discourselab.index.chunks import Pieces, buffers
from discourselab.index.strings import Strings


@dataclass(frozen=True)
class Vocabulary:
    """Surface forms and terms as ranks in sorted order.

    made_of
        chunks x surface forms: the forms that each chunk is made of, with the offset of each as its value.
    width
        [chunks] length in characters, white space included.
    term_of, length
        [surface forms] the term of each, and its length in characters.
    frequency, kind, form, by_ending
        [terms] how often each occurs, what kind it is, the form most often written (of equals the first), and
        the order of terms by their last letters.
    """

    made_of: sp.csr_array
    width: np.ndarray
    surfaces: Strings
    term_of: np.ndarray
    length: np.ndarray
    terms: Strings
    frequency: np.ndarray
    kind: np.ndarray
    form: np.ndarray
    by_ending: np.ndarray


def vocabulary(found: Pieces, frequency: np.ndarray) -> Vocabulary:
    """Sort the surface forms and terms of the tokens of all chunks, which occur ``frequency`` times each."""
    encoded = found.text.dictionary_encode()
    surfaces, rank = _sorted(encoded.dictionary)
    surface = rank[numbers(encoded.indices)]
    size = len(surfaces)
    length, kind = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.uint8)
    # Assigned from the last to the first, so that what a form is was decided where it occurs first.
    length[surface[::-1]] = found.length[::-1]
    kind[surface[::-1]] = found.kind[::-1]
    occurs = np.repeat(frequency, np.diff(found.first))
    folded = _terms(surfaces).dictionary_encode()
    terms, rank = _sorted(folded.dictionary)
    term_of = rank[numbers(folded.indices)]
    of_surface = np.bincount(surface, weights=occurs, minlength=size)
    counts = np.bincount(term_of, weights=of_surface, minlength=len(terms)).astype(np.int64)
    term_kind = np.zeros(len(terms), dtype=np.uint8)
    term_kind[term_of[::-1]] = kind[::-1]
    shape = (len(found.width), size)
    made_of = sp.csr_array((found.offset, surface, found.first.astype(np.int32)), shape=shape)
    form, ending = most_written(of_surface, term_of, len(terms)), by_ending(terms)
    words = _laid(surfaces), term_of, length, _laid(terms), counts, term_kind, form, ending
    return Vocabulary(made_of, found.width, *words)


def most_written(counts: np.ndarray, term_of: np.ndarray, terms: int) -> np.ndarray:
    """The surface form in which each term is most often written; of equals the first."""
    order = np.lexsort((-counts, term_of))
    return order[np.searchsorted(term_of[order], np.arange(terms))].astype(np.int32)


def by_ending(terms: pa.LargeStringArray) -> np.ndarray:
    """The order of terms by their last letter, the last but one, and so on."""
    backwards = pc.binary_reverse(terms.cast(pa.large_binary()))
    return numbers(pc.sort_indices(backwards)).astype(np.int32)


def _sorted(strings: pa.LargeStringArray) -> tuple[pa.LargeStringArray, np.ndarray]:
    """The strings in the order of their characters, and the rank of each."""
    order = pc.sort_indices(strings)
    rank = np.empty(len(strings), dtype=np.int32)
    rank[numbers(order)] = np.arange(len(strings), dtype=np.int32)
    return strings.take(order), rank


def _terms(surfaces: pa.LargeStringArray) -> pa.LargeStringArray:
    plain = pc.string_is_ascii(surfaces)
    other = [tokens.term(s) for s in surfaces.filter(pc.invert(plain)).to_pylist()]
    return pc.replace_with_mask(
        pc.ascii_lower(surfaces), pc.invert(plain), pa.array(other, type=pa.large_string())
    )


def numbers(array: pa.Array) -> np.ndarray:
    """The values of an Arrow array of integers without missing ones, without a copy (and without pandas)."""
    kind = np.dtype(str(array.type))
    content = array.buffers()[1]
    if content is None or not len(array):
        return np.empty(0, dtype=kind)
    return np.frombuffer(content, dtype=kind, count=len(array), offset=array.offset * kind.itemsize)


def _laid(strings: pa.LargeStringArray) -> Strings:
    start, data = buffers(strings)
    return Strings(data, start)

"""What the tagger reads: paragraphs cut only where the encoder ends, windows that lose no word."""

from hypothesis import given
from hypothesis import strategies as st

from discourselab.voices import units


def test_a_paragraph_that_the_encoder_can_read_is_one_stretch():
    assert units.cuts([1] * (units.READ - 2)) == [(0, units.READ - 2)]


def test_a_longer_paragraph_is_cut_where_the_encoder_ends():
    assert units.cuts([1] * (units.READ - 1)) == [(0, units.READ - 2), (units.READ - 2, units.READ - 1)]


def test_a_word_is_never_divided():
    assert units.cuts([8] * 100) == [(0, 63), (63, 100)]  # 63 * 8 = 504, and 512 would leave no separators


def test_an_empty_paragraph_has_no_stretch():
    assert units.cuts([]) == []


@given(st.lists(st.integers(1, 8), max_size=2_000))
def test_stretches_follow_each_other_hold_every_word_and_fit(pieces):
    made = units.cuts(pieces)
    assert [word for low, high in made for word in range(low, high)] == list(range(len(pieces)))
    assert all(sum(pieces[low:high]) <= units.READ - 2 for low, high in made)


@given(st.lists(st.integers(1, 300), max_size=60), st.integers(50, 300))
def test_windows_hold_every_unit_once_and_only_a_longer_unit_makes_a_longer_window(sizes, longest):
    made = units.windows(sizes, longest)
    assert [unit for low, high in made for unit in range(low, high)] == list(range(len(sizes)))
    assert all(sum(sizes[low:high]) <= longest or high == low + 1 for low, high in made)


def test_windows_are_about_as_long_as_each_other():
    assert units.windows([40] * 7, 250) == [(0, 4), (4, 7)]  # not six and one


def test_what_fits_is_one_window():
    assert units.windows([100, 100, 50], 250) == [(0, 3)]
    assert units.windows([], 250) == []

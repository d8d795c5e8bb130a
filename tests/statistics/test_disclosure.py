"""Nobody can work out a hidden count, not even with the total and the shown counts in hand."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.statistics.disclosure import suppress

COUNTS = st.lists(st.integers(0, 9), min_size=1, max_size=5)


def possible_tables(counts, suppression):
    """Every table that a reader cannot rule out: all fillings of the hidden places are tried."""
    total = sum(counts)
    shown_large = [
        count
        for count, kind in zip(counts, suppression.kinds, strict=True)
        if kind is None and count >= 5
    ]
    most = min(shown_large, default=total)
    choices = {"small": range(1, 5), "complementary": range(5, most + 1)}
    places = [
        choices.get(kind, [count]) for count, kind in zip(counts, suppression.kinds, strict=True)
    ]
    return [table for table in product(*places) if sum(table) == total]


@given(COUNTS)
def test_every_hidden_count_can_still_be_two_numbers(counts):
    suppression = suppress(counts)
    if suppression.total_shown:
        tables = possible_tables(counts, suppression)
        assert tuple(counts) in tables
        for place, kind in enumerate(suppression.kinds):
            assert kind is None or len({table[place] for table in tables}) >= 2


@given(COUNTS, st.booleans())
def test_exactly_the_counts_of_one_to_four_are_small(counts, total_shown):
    kinds = suppress(counts, total_shown=total_shown).kinds
    assert [kind == "small" for kind in kinds] == [0 < count < 5 for count in counts]


def test_a_lone_small_count_takes_the_next_smallest_with_it():
    assert suppress([40, 3, 12, 0, 90]).kinds == (None, "small", "complementary", None, None)


def test_without_a_total_only_small_counts_are_hidden():
    suppression = suppress([40, 3, 12], total_shown=False)
    assert suppression.kinds == (None, "small", None)
    assert not suppression.total_shown


def test_two_ones_would_follow_from_their_sum():
    assert suppress([1, 1, 30, 50]).kinds == ("small", "small", "complementary", None)


def test_the_total_goes_when_nothing_can_protect_the_small_count():
    suppression = suppress([3, 0, 0])
    assert suppression.kinds == ("small", None, None)
    assert not suppression.total_shown


def test_nothing_small_means_nothing_hidden():
    assert suppress([0, 5, 40, None]).kinds == (None, None, None, None)


@pytest.mark.parametrize(("counts", "threshold"), [([-1], 5), ([3], 1)])
def test_what_cannot_be_is_refused(counts, threshold):
    with pytest.raises(ValueError, match="zero or more"):
        suppress(counts, threshold=threshold)

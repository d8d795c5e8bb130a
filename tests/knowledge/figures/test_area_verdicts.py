"""Areas on a map: three classes against the rest, and honest words where nothing can be said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.knowledge.figures.area_verdicts import LABELS, area_verdicts
from integraal.statistics.smoothing import poisson_gamma


def kinds(counts, populations, **more):
    return [each.kind for each in area_verdicts(counts, populations, **more)]


def test_each_area_is_held_against_all_together():
    assert kinds([60, 10, 30], [2000, 4000, 3500]) == ["higher", "lower", "none"]


def test_one_high_area_among_equals_is_drawn_towards_them():
    """Alone the first area would have p = 0.02; among six areas that is chance."""
    assert kinds([26, 15, 15, 15, 15, 15], [1000] * 6) == ["none"] * 6


def test_the_fewer_people_the_more_it_takes():
    """The same rate, twice that of the others, in a large and in a small area."""
    counts, people = [80, 8, 40, 42, 38, 41], [1000, 100, 1000, 1000, 1000, 1000]
    assert kinds(counts, people)[:2] == ["higher", "none"]
    assert kinds(counts, people, certainty=0.75)[:2] == ["higher", "higher"]


@pytest.mark.parametrize("certainty", [0.75, 0.9, 0.99])
def test_a_class_is_the_posterior_probability_beside_the_certainty(certainty):
    counts, people = [34, 14, 16, 5, 14, 5], [1455, 1970, 2220, 1315, 1645, 725]
    expected = np.array(people) * sum(counts) / sum(people)
    above = poisson_gamma(counts, expected).probability_above
    sure = ["higher" if p >= certainty else "lower" if 1 - p >= certainty else "none"
            for p in above]  # fmt: skip
    assert kinds(counts, people, certainty=certainty) == sure


def test_areas_without_a_rate_are_left_out_of_the_rest():
    counts, people = [60, 10, 30], [2000, 4000, 3500]
    assert kinds([*counts, 90, None, 5], [*people, 10, 500, None]) == [
        *kinds(counts, people),
        "uninhabited",
        "unknown",
        "unknown",
    ]


def test_few_cases_where_few_are_expected_say_nothing():
    assert kinds([3, 60, 58], [300, 5000, 5000])[0] == "few"


def test_few_cases_where_many_are_expected_do_say_something():
    assert kinds([1, 60, 58], [3000, 5000, 5000])[0] == "lower"


def test_one_area_alone_has_no_rest():
    assert kinds([60], [2000]) == ["few"]
    assert kinds([], []) == []


def test_words_are_dutch_and_hold_no_number():
    assert set(LABELS.values()) >= {
        "Hoger",
        "Lager",
        "Niet te onderscheiden",
        "Te weinig",
        "Geen cijfer per inwoner",
    }
    assert not any(character.isdigit() for label in LABELS.values() for character in label)


@given(st.integers(1, 40), st.integers(0, 300))
def test_equal_areas_never_differ(size, count):
    assert set(kinds([count] * size, [1000] * size)) <= {"none", "few"}


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 500), st.none() | st.integers(0, 5000)), max_size=20
    ),
    st.randoms(),
)
def test_the_order_of_the_areas_does_not_matter(areas, random):
    shuffled = list(areas)
    random.shuffle(shuffled)
    one = list(zip(areas, kinds(*_columns(areas)), strict=True))
    other = list(zip(shuffled, kinds(*_columns(shuffled)), strict=True))
    assert sorted(one, key=repr) == sorted(other, key=repr)


def _columns(areas):
    return [count for count, _ in areas], [people for _, people in areas]


@pytest.mark.parametrize(
    ("counts", "people", "minimum"), [([1], [1, 2], 50), ([-1, 3], [90, 90], 50), ([1], [1], 0)]
)
def test_what_cannot_be_is_refused(counts, people, minimum):
    with pytest.raises(ValueError):
        area_verdicts(counts, people, minimum_inhabitants=minimum)

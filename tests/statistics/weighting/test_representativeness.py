"""Who answered, beside who live there: plain for whoever chose to take part themselves."""

import numpy as np
import pytest

from integraal.statistics.weighting import rake, representativeness
from tests.statistics.weighting import poll


def test_a_self_selected_poll_never_gives_a_margin_for_all():
    categories, margins = poll.categories(), poll.margins()
    weights = rake(categories, margins)
    found = representativeness(
        categories, margins, self_selected=True, weights=weights.values,
        unweighted=[0.668, 0.8], weighted=[0.629, 0.81],
    )  # fmt: skip
    assert found.code == "self-selected"
    assert not found.gives_margin
    assert found.moved == pytest.approx(0.039)
    assert found.design_effect == weights.design_effect
    assert found.answers == 294


def test_uneven_weights_are_told():
    categories, margins = {"age": ["a"] * 40 + ["b"] * 5}, {"age": {"a": 100, "b": 900}}
    weights = rake(categories, margins).values
    assert representativeness(
        categories, margins, self_selected=True, weights=weights
    ).code == "self-selected and uneven"  # fmt: skip
    assert representativeness(
        categories, margins, self_selected=False, weights=weights
    ).code == "uneven sample"  # fmt: skip


def test_groups_that_are_missing_are_named_with_their_part_of_the_people():
    categories, margins = {"age": ["a"] * 30 + ["b"] * 3}, {"age": {"a": 100, "b": 50, "c": 50}}
    found = representativeness(categories, margins, self_selected=False)
    assert [(one.category, one.answers) for one in found.missing] == [("b", 3), ("c", 0)]
    assert found.largest_gap == pytest.approx(30 / 33 - 0.5)
    assert found.code == "sample"
    assert found.gives_margin
    assert np.isnan(found.design_effect)
    assert np.isnan(found.moved)


def test_too_few_answers_are_too_few():
    found = representativeness({"age": ["a"] * 9}, {"age": {"a": 9}}, self_selected=False)
    assert found.code == "too few"


def test_what_does_not_go_together_is_refused():
    with pytest.raises(ValueError, match="category of each answer"):
        representativeness({}, {"age": {"a": 1}}, self_selected=True)
    with pytest.raises(ValueError, match="go together"):
        representativeness(
            {"age": ["a"]}, {"age": {"a": 1}}, self_selected=True, unweighted=[1], weighted=[1, 2]
        )

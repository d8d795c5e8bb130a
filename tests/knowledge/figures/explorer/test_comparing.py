"""One's own municipality beside the country, others, and groups of others."""

from __future__ import annotations

import pytest

from tests.knowledge.figures.explorer.test_content import numbers, row_of

pytestmark = pytest.mark.usefixtures("national", "places")


def test_with_the_country_and_a_municipality(explore):
    view = explore("cijfer=woninginbraak&jaar=2023&vergelijk=NL00&vergelijk=GM9902")
    assert numbers(view, "Nederland") == {"2023": 22_000}
    rate = row_of(view, "Nederland", "2023").estimate.as_json()["rate"]
    assert rate == "2.8"  # 22,000 of 8 million homes: 2.75
    assert numbers(view, "Oostwaard") == {"2023": 20}


def test_with_municipalities_of_the_same_size(explore):
    """10,000 to 20,000 inhabitants: 9902, 9903 and 9905, of which one has no number."""
    view = explore("cijfer=woninginbraak&jaar=2023&vergelijk=grootteklasse")
    group = view.series[-1]
    assert group.place.name == "Gemeenten met 10.000 tot 20.000 inwoners (3 andere)"
    (row,) = group.rows
    assert row.count == 50
    assert row.estimate.as_json()["rate"] == "3.3"  # 50 of 15,000 homes
    assert row.notes == ("2 van de 3 gemeenten opgeteld",)


@pytest.mark.parametrize(
    ("word", "name", "count"),
    [
        ("provincie", "Gemeenten in Verzonnen (3 andere)", 920),
        ("stedelijkheid", "Gemeenten die weinig stedelijk zijn (2 andere)", 50),
    ],
)
def test_with_other_groups(explore, word, name, count):
    view = explore(f"cijfer=woninginbraak&jaar=2023&vergelijk={word}")
    assert (view.series[-1].place.name, view.series[-1].rows[0].count) == (name, count)


def test_with_a_municipality_that_is_not_there(explore):
    view = explore("cijfer=woninginbraak&vergelijk=GM1234")
    assert "GM1234 is geen gemeente" in view.problems[0]

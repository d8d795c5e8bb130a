"""One's own municipality beside the country, others, and groups of others."""

from __future__ import annotations

import pytest

from integraal.knowledge.figures.beside_others.division import municipalities
from tests.knowledge.figures.explorer import small_set
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


def test_a_group_counts_in_a_year_without_inhabitants_but_has_no_rate(explore, of_2026):
    """Homes are known of 2023 only: 2026 is too far away for a rate, and its counts are there."""
    view = explore("cijfer=woninginbraak&vergelijk=grootteklasse")
    found = {row.period.label: row for row in view.series[-1].rows}
    assert {label: row.count for label, row in found.items()} == {"2023": 50, "2026": 61}
    assert found["2026"].estimate.rate is None
    assert found["2026"].notes == ("2 van de 3 gemeenten opgeteld",)


def test_a_rate_with_homes_of_another_year_says_so(explore, of_2024):
    view = explore("cijfer=woninginbraak&vergelijk=grootteklasse&vergelijk=GM9902&jaar=2024")
    assert row_of(view, "Oostwaard", "2024").notes == ("verhouding met woningen van 2023",)
    assert view.series[-1].rows[0].notes[-1] == "verhouding met woningen van 2023"
    assert row_of(view, "Molendrecht", "2024").notes == ()


@pytest.mark.parametrize("word", ["provincie", "stedelijkheid"])
def test_what_only_an_earlier_list_tells_makes_the_group_and_is_said(
    explore, newer_list_without_facts, word
):
    view = explore(f"cijfer=woninginbraak&jaar=2023&vergelijk={word}")
    assert view.series[-1].place.key == word
    assert any(f"met de {word} van 2024" in note for note in view.notes)


def test_unknown_municipality_is_no_choice(explore, newer_list_without_facts):
    assert "GM0000" not in municipalities().by_code
    assert set(municipalities().by_code) == set(small_set.OTHERS)


@pytest.fixture
def of_2026(national):
    yield from more_burglaries("2026JJ00")


@pytest.fixture
def of_2024(national):
    yield from more_burglaries("2024JJ00")


def more_burglaries(period):
    with small_set.extra_reference({"GM9902": 25, "GM9903": 36}, period):
        yield


@pytest.fixture
def newer_list_without_facts(national):
    """The list of areas of 2025, which tells no provinces and no urbanity, and has a rest."""
    names = {code: name for code, (name, *_) in small_set.OTHERS.items()}
    with small_set.extra_division(2025, {**names, "GM0000": "Gemeente onbekend"}):
        yield

"""Which parts of the municipality have figures in a year, and which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from integraal.foundation.areas.models import Area
    from integraal.foundation.audit.actors import Actor


def rows_of(year: int, *codes: str):
    from integraal.knowledge.figures.definitions import indicators
    from integraal.knowledge.figures.explorer.area_rows import area_rows

    offered = indicators()
    return area_rows([offered[code] for code in codes], year)


def counts_of(year: int, code: str) -> dict[str, int | None]:
    found = rows_of(year, code, "misdrijven-totaal")
    estimates = {place.name: found.estimates.get((code, place.key)) for place in found.places}
    return {name: one.count if one else None for name, one in estimates.items()}


@pytest.mark.django_db
def test_districts_are_added_up_from_their_neighbourhoods(places: dict[str, Area]) -> None:
    assert counts_of(2023, "woninginbraak") == {"Oost": 22, "West": 14}
    one = rows_of(2023, "woninginbraak").estimates
    assert {estimate.denominator for estimate in one.values()} == {2_500}


@pytest.mark.django_db
def test_the_newest_division_with_figures_is_shown_and_never_two_at_once(
    places: dict[str, Area],
) -> None:
    found = rows_of(2022, "woninginbraak")
    assert found.division_year == 2024
    assert counts_of(2022, "woninginbraak") == {"Oost": 14, "West": 21}


@pytest.mark.django_db
def test_neighbourhoods_are_shown_where_no_district_can_be_added_up(
    places: dict[str, Area],
) -> None:
    counts = counts_of(2024, "woninginbraak")
    assert counts == {"Hof": None, "Veld": None, "Kade": None, "Duin": 0}


@pytest.mark.django_db
def test_without_figures_of_parts_nothing_is_shown(places: dict[str, Area]) -> None:
    assert rows_of(2021, "woninginbraak").places == ()


@pytest.mark.django_db
def test_numbered_parts_of_the_municipality_itself_come_first(
    places: dict[str, Area], adviser: Actor
) -> None:
    from datetime import date

    from integraal.foundation.areas.actions import NewArea, add_area
    from tests.knowledge.figures.explorer import small_set

    start = date(2000, 1, 1)
    new = NewArea("village", "Dorp", start, number=1)
    village = add_area(by=adviser, area=new, within=places["Molendrecht"])
    value = small_set.Value("Dorp", small_set.BURGLARY, "2023JJ00", 6)
    small_set.load(adviser, {**places, "Dorp": village}, [value])
    assert counts_of(2023, "woninginbraak") == {"Dorp": 6}


@pytest.mark.django_db
def test_many_figures_take_no_more_queries(
    places: dict[str, Area], django_assert_max_num_queries
) -> None:
    from integraal.knowledge.figures.definitions import indicators
    from integraal.knowledge.figures.explorer.area_rows import area_rows

    wanted = [one for one in indicators().values() if one.theme]
    with django_assert_max_num_queries(4):
        assert area_rows(wanted, 2023).places

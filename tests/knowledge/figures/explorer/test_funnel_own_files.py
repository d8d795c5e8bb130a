"""A funnel without national figures: from the municipality's own files, or a reason why not."""

from __future__ import annotations

from datetime import date

import pytest

from integraal.foundation.areas.actions import NewArea, add_area
from tests.knowledge.figures.explorer.small_set import BURGLARY, HOMES, Value, load


def test_without_national_figures_the_own_files_serve(explore, adviser, places):
    region = add_area(by=adviser, area=NewArea("region", "Regio", date(2000, 1, 1)))
    values = []
    for number in range(11):
        name = f"Buur {number}"
        places[name] = add_area(
            by=adviser, area=NewArea("municipality", name, date(2000, 1, 1)), within=region
        )
        values.append(Value(name, BURGLARY, "2023JJ00", 20 + number))
        values.append(Value(name, HOMES, "2023JJ00", 4_000 + 100 * number))
    load(adviser, places, values, "buren.csv")
    found = explore("cijfer=woninginbraak&vorm=trechter").funnel
    assert found.period.code == "2023JJ00"
    assert (found.similar, found.group) == (12, "alle gemeenten in uw eigen bestanden")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("cijfer=woninginbraak&jaar=2023", "te weinig vergelijkbare gemeenten"),
        ("cijfer=woninginbraak&jaar=1999", "over 1999 geen cijfer"),
        ("cijfer=onveilig-buurt", "alleen van aantallen met een noemer"),
        ("cijfer=inwoners", "alleen van aantallen met een noemer"),
    ],
)
def test_where_there_is_no_funnel_it_says_why(explore, places, query, words):
    found = explore(f"{query}&vorm=trechter").funnel
    assert isinstance(found, str)
    assert words in found

"""A funnel without national figures: from the municipality's own files, or a reason why not."""

from __future__ import annotations

from datetime import date

import pytest

from integraal.foundation.areas.actions import NewArea, add_area
from integraal.knowledge.figures.beside_others.funnel import NoFunnel
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
    assert (found.similar, found.group) == (12, "12 gemeenten in uw eigen bestanden")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("cijfer=woninginbraak&jaar=2023", "te weinig vergelijkbare gemeenten"),
        ("cijfer=woninginbraak&jaar=1999", "over 1999 geen cijfer per jaar"),
        ("cijfer=onveilig-buurt", "alleen van aantallen met een noemer"),
        ("cijfer=inwoners", "alleen van aantallen met een noemer"),
    ],
)
def test_where_there_is_no_funnel_it_says_why(explore, places, query, words):
    found = explore(f"{query}&vorm=trechter").funnel
    assert isinstance(found, NoFunnel)
    assert words in found.why


@pytest.mark.parametrize(
    ("measure", "more", "words"),
    [
        (BURGLARY, {"status": "withheld"}, "over 2025 is niet vrijgegeven"),
        (BURGLARY, {"status": "missing"}, "is over 2025 geen cijfer bekend"),
        (BURGLARY, {"value": 4, "more": (("incomplete", True),)}, "2025 is nog niet compleet"),
    ],
)
def test_what_the_own_figure_lacks_is_told(explore, adviser, places, measure, more, words):
    load(adviser, places, [Value("Molendrecht", measure, "2025JJ00", **{"value": None, **more})])
    found = explore("cijfer=woninginbraak&vorm=trechter&jaar=2025").funnel
    assert isinstance(found, NoFunnel)
    assert words in found.why
    assert not found.has_choice


def test_without_a_denominator_it_says_which_number_is_missing(explore, adviser, places):
    load(adviser, places, [Value("Molendrecht", BURGLARY, "2017JJ00", 31)])
    found = explore("cijfer=woninginbraak&vorm=trechter&jaar=2017").funnel
    assert isinstance(found, NoFunnel)
    assert "Van 2017 is niet bekend hoeveel woningen uw gemeente heeft" in found.why


def test_why_there_is_no_funnel_stands_on_the_page_and_in_what_is_taken_along(
    client, sign_in, employ, adviser, places
):
    from tests.portal.api.test_figures_api import bearer

    load(adviser, places, [Value("Molendrecht", BURGLARY, "2017JJ00", 31)])
    query = "cijfer=woninginbraak&vorm=trechter&jaar=2017"
    browser = sign_in(client, adviser)
    page = browser.get(f"/cijfers/verkenner/?{query}").content.decode()
    words = "Van 2017 is niet bekend hoeveel woningen uw gemeente heeft"
    assert words in page
    assert "Vergelijkbaar is" not in page
    headers = bearer(employ("adviser", "administrator"), "figures:read")
    by_api = client.get(f"/api/v1/explorer?{query}", **headers).json()
    assert by_api["funnel"] is None
    assert any(words in note for note in by_api["notes"])
    told = browser.get(f"/cijfers/verkenner/toelichting.csv?{query}").content.decode()
    assert f"Trechter;{words}" in told

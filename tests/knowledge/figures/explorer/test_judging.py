"""What the explorer says of the newest year: judged in a declared family, whatever is shown."""

from __future__ import annotations

import pytest

from integraal.foundation.definitions import kinds
from integraal.foundation.definitions.actions import change_definition
from tests.knowledge.figures.explorer.small_set import ALL, BURGLARY, Value, load


def verdicts(view):
    return {one.place.name: one.verdict for one in view.said.year.judged}


@pytest.fixture
def sevens(adviser, places):
    """Burglary as in the example: 7 against 14, and all crime that clearly fell."""
    values = [
        Value("Molendrecht", BURGLARY, "2025JJ00", 14),
        Value("Molendrecht", BURGLARY, "2024JJ00", 7),
        Value("Molendrecht", ALL, "2024JJ00", 500),
        Value("Molendrecht", ALL, "2025JJ00", 290),
    ]
    load(adviser, places, values, "zeven.csv")


def test_seven_against_fourteen_is_no_demonstrable_change(explore, sevens):
    verdict = verdicts(explore("cijfer=woninginbraak"))["Molendrecht"]
    assert (verdict.kind, verdict.comparisons) == ("none", 2)
    assert verdict.alone == (
        "Geen aantoonbare verandering (7 tegen 14; zulke verschillen komen ook door toeval voor)."
    )


@pytest.mark.parametrize(
    "more", ["", "&van=2024", "&jaar=2025", "&vorm=lijn", "&gebied=gemeente&gebied=buurten"]
)
def test_a_filter_never_changes_a_verdict(explore, sevens, more):
    view = explore(f"cijfer=woninginbraak{more}")
    assert view.said.year.period.code == "2025JJ00"
    assert verdicts(view)["Molendrecht"] == verdicts(explore("cijfer=woninginbraak"))["Molendrecht"]


def test_the_family_is_told_with_its_size_and_what_chance_would_show(explore, sevens):
    (family,) = explore("cijfer=misdrijven-totaal").said.year.families
    assert "een van 2 vergelijkingen" in family
    assert "door toeval ongeveer 0,1" in family
    assert "alle cijfers met een thema van de hele gemeente" in family


def test_neighbourhoods_are_judged_as_a_family_of_their_own(explore, places):
    view = explore("cijfer=woninginbraak&gebied=buurten&jaar=2023")
    found = verdicts(view)
    assert set(found) == {"Hof", "Veld", "Kade", "Duin"}
    assert {one.comparisons for one in found.values()} == {4}
    assert found["Hof"].alone.startswith("Geen aantoonbare verandering (3 tegen 10;")
    assert "in alle buurten van de gemeente" in view.said.year.families[0]
    one = explore(f"cijfer=woninginbraak&gebied={places['Hof'].pk}&jaar=2023")
    assert verdicts(one) == {"Hof": found["Hof"]}


def test_who_may_not_see_small_counts_gets_no_verdict_that_tells_them(explore, places, mayor):
    view = explore("cijfer=woninginbraak&gebied=gemeente&gebied=buurten&jaar=2023", mayor)
    assert set(verdicts(view)) == {"Molendrecht"}
    assert explore("cijfer=woninginbraak&gebied=buurten&jaar=2023", mayor).said.year is None


def test_a_year_before_that_is_not_there_gives_no_verdict(explore, places):
    assert explore("cijfer=woninginbraak&jaar=2019").said.year is None


def test_an_incomplete_year_is_not_judged(explore, places, adviser):
    half = Value("Molendrecht", BURGLARY, "2025JJ00", 9, more=(("incomplete", True),))
    load(adviser, places, [half], "half.csv")
    assert explore("cijfer=woninginbraak").said.year.period.code == "2024JJ00"


def test_the_municipality_may_ask_for_stronger_proof(explore, places, adviser):
    values = [Value("Molendrecht", BURGLARY, f"{year}JJ00", count)
              for year, count in ((2024, 60), (2025, 88))]  # fmt: skip
    load(adviser, places, values, "meer.csv")
    assert verdicts(explore("cijfer=woninginbraak"))["Molendrecht"].kind == "up"
    change_definition(
        by=adviser, kind=kinds.kind("rules"), code="rekenregels", based_on=0, reason="Proef.",
        values={"chance_findings": 1},
    )  # fmt: skip
    assert verdicts(explore("cijfer=woninginbraak"))["Molendrecht"].kind == "none"


def test_the_band_of_a_year_does_not_depend_on_what_is_shown(explore, places):
    whole = explore("cijfer=woninginbraak&vorm=lijn")
    short = explore("cijfer=woninginbraak&vorm=lijn&van=2024")
    key = (str(places["Molendrecht"].pk), 2024)
    assert short.said.expected == {key: whole.said.expected[key]}
    assert 2020 not in whole.said.expected[key].years_used
    with_corona = explore("cijfer=woninginbraak&vorm=lijn&zonder_corona=0")
    assert 2020 in with_corona.said.expected[key].years_used
    assert explore("cijfer=woninginbraak").said.expected == {}


def test_the_page_shows_badge_sentence_and_family(client, sign_in, adviser, sevens):
    page = sign_in(client, adviser).get("/cijfers/verkenner/?cijfer=woninginbraak").content.decode()
    assert '<h2 id="oordeel">2025 naast 2024</h2>' in page
    assert (
        "Geen aantoonbare verandering (7 tegen 14; zulke verschillen komen ook door toeval voor)."
        in page
    )
    assert "Wat u hier toont of weglaat, verandert geen oordeel." in page

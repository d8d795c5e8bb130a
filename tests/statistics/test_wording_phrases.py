"""Turns of phrase beside the closed list: families, smallest changes, weighting."""

import math

import pytest

from integraal.statistics import wording


def test_a_family_tells_its_size_and_what_chance_would_show():
    assert wording.family(59, 0.05) == (
        "Dit is een van 59 vergelijkingen die samen beoordeeld zijn. Zonder die strengere maat "
        "zouden er door toeval ongeveer 3,0 opvallen."
    )
    assert wording.family(1, 0.05) == "Dit is de enige vergelijking; er is niets te corrigeren."


def test_a_set_of_comparisons_tells_what_may_be_chance():
    assert wording.comparison_set(142, 12, 0.05) == (
        "Er zijn 142 vergelijkingen gemaakt. Zonder strengere maat zouden daarvan door toeval "
        "ongeveer 7,1 opvallen.",
        "Met die maat vallen er 12 op; daarvan is naar verwachting hooguit 1 toeval.",
    )
    assert wording.comparison_set(900, 41, 0.05, "en")[1] == (
        "By that measure 41 stand out; of these at most 3 are expected to be chance."
    )
    assert wording.comparison_set(9, 0, 0.05)[1] == "Met die maat valt er niets op."
    assert wording.comparison_set(0, 0, 0.05) == ("Er is nog niets te vergelijken.", "")


def test_the_smallest_change_that_could_be_shown_is_told():
    assert wording.smallest_change(10.4, -0.541, falls=True) == (
        "Met 10 per jaar is pas een daling van 55 % goed aan te tonen: dan is de kans 80 %."
    )
    assert wording.smallest_change(2, math.nan, falls=True) == (
        "Met 2,0 per jaar is geen enkele daling goed aan te tonen."
    )
    assert wording.smallest_change(40, 0.6, falls=False, language="en") == (
        "With 40 a year only a rise of 60 % can well be shown: then the chance is 80 %."
    )


def test_what_weighting_does_is_told():
    assert wording.beside_weighted(0.668, 0.629, ["leeftijd", "geslacht", "kern"]) == (
        "Gewogen naar leeftijd, geslacht en kern is het 63 %. Dat scheelt meer dan 3 punten: de "
        "invullers lijken niet op alle inwoners."
    )
    assert wording.beside_weighted(0.66, 0.65, ["leeftijd"]) == (
        "Gewogen naar leeftijd is het 65 %."
    )


def test_a_sample_without_its_margin_is_refused():
    with pytest.raises(ValueError, match="margin"):
        wording.poll_share(0.5, 100, claim="{share}", self_selected=False)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_missing_is_never_written_as_a_number(value):
    with pytest.raises(ValueError, match="finite"):
        wording.written(value)

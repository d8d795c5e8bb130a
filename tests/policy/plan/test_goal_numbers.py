"""What the product says about the numbers of a goal, and what it fills in."""

from __future__ import annotations

import pytest

from integraal.policy.plan.goals.baseline import baseline_of, with_baseline
from integraal.policy.plan.goals.showable import hints_of
from integraal.statistics.evaluation.power import detectable_change, power_before_after

COUNT = {
    "side": "objective",
    "unit": "registraties",
    "credit": "Politie",
    "estimate": {"value": "125", "low": "104", "high": "149", "period": "2025JJ00", "n": None},
}
MEASURED = {
    "side": "subjective",
    "unit": "procent",
    "credit": "Veiligheidsmonitor",
    "estimate": {"value": "31.0", "low": "26.1", "high": "36.2", "period": "2025JJ00", "n": "612"},
}


def said(indicator=COUNT, **details):
    details = {"indicator": "x", **details}
    return [(hint.kind, hint.say) for hint in hints_of(details, indicator)]


def test_a_fall_that_cannot_be_shown_says_from_where_it_can():
    [(kind, say)] = said(baseline="125", target="100")
    least = -float(detectable_change(125).decrease.item())
    assert kind == "doubt"
    assert "een daling van 20 % niet aan te tonen; pas vanaf ongeveer 33 %" in say
    assert 0.32 < least <= 0.33


def test_what_is_called_showable_is_shown_in_8_of_10_cases():
    [(kind, _)] = said(baseline="125", target="80")
    assert kind == "fine"
    assert power_before_after(125, 80 / 125 - 1) >= 0.8
    [(kind, _)] = said(baseline="125", target="90")
    assert kind == "doubt"
    assert power_before_after(125, 90 / 125 - 1) < 0.8


def test_a_rise_is_judged_as_a_rise():
    [(kind, say)] = said(baseline="40", target="44", direction="up")
    assert (kind, "een stijging van 10 %" in say) == ("doubt", True)


def test_without_a_target_it_says_from_where_a_change_shows():
    [(_, say)] = said(baseline="125", direction="down")
    assert "een daling aan te tonen vanaf ongeveer 33 %" in say


@pytest.mark.parametrize(("direction", "target", "words"), [
    ("down", "140", "moet omlaag"), ("down", "125", "moet omlaag"), ("up", "100", "moet omhoog"),
])  # fmt: skip
def test_a_target_the_wrong_way_round_warns(direction, target, words):
    [(kind, say)] = said(baseline="125", target=target, direction=direction)
    assert kind == "wrong"
    assert words in say


def test_a_measured_value_is_judged_by_its_margin():
    [(kind, say)] = said(MEASURED, baseline="31,0", target="28,0")
    assert kind == "doubt"
    assert "marge van 26,1 tot 36,2" in say
    assert "Een verschil van 3,0 procentpunt is niet aan te tonen; pas vanaf ongeveer 10,3" in say
    [(kind, _)] = said(MEASURED, baseline="31,0", target="20,0")
    assert kind == "fine"


@pytest.mark.parametrize(("indicator", "details", "why"), [
    (None, {"baseline": "125"}, "niet meer in het veiligheidsbeeld"),
    (COUNT, {}, "Zonder beginstand"),
    (COUNT, {"baseline": "0", "target": "1"}, "niet uit te rekenen"),
    ({**MEASURED, "estimate": {"value": "31.0", "low": None}}, {"baseline": "31,0"}, "geen marge"),
])  # fmt: skip
def test_what_cannot_be_reckoned_says_why(indicator, details, why):
    [(kind, say)] = said(indicator, **details)
    assert kind == "unknown"
    assert why in say


def test_a_goal_without_numbers_says_nothing():
    assert hints_of({"owner": "Wijkteam"}, None) == []


def test_the_baseline_follows_the_figure_until_somebody_changes_it():
    indicators = {"a": COUNT, "b": MEASURED}
    first = with_baseline({}, {"indicator": "a"}, indicators)
    assert first["baseline"] == "125"
    second = with_baseline(first, {**first, "indicator": "b"}, indicators)
    assert second["baseline"] == "31,0"
    assert second["baseline_source"] == "Veiligheidsmonitor; marge 26,1 tot 36,2; n = 612"
    own = {**second, "baseline": "30"}
    third = with_baseline(own, {**own, "indicator": "a"}, indicators)
    assert (third["baseline"], third["baseline_source"]) == (
        "30",
        baseline_of(COUNT)["baseline_source"],
    )
    gone = with_baseline(third, {**third, "indicator": ""}, indicators)
    assert gone == {"baseline": "30"}


def test_a_figure_that_is_withheld_gives_no_baseline():
    assert baseline_of({**COUNT, "estimate": {**COUNT["estimate"], "value": None}}) == {}

"""The baseline (beginstand) of a goal, taken from the figure of the picture. Pure."""

from collections.abc import Mapping
from typing import Any

from integraal.policy.picture.writing.resolving import value_words
from integraal.policy.plan.goals.numbers import as_typed

Json = dict[str, Any]
FILLED = ("baseline", "baseline_period", "baseline_source")


def baseline_of(one: Json | None) -> dict[str, str]:
    """Return what an indicator gives a goal: value, period and source with its margin.

    Args:
        one: the indicator as the content of a picture holds it; ``None`` when it holds it not.
    """
    figure = one.get("estimate") if one else None
    if not one or not figure or figure.get("value") is None:
        return {}
    return {
        "baseline": as_typed(figure["value"]),
        "baseline_period": figure["period"][:4],
        "baseline_source": _source(one, figure),
    }


def with_baseline(
    before: Mapping[str, str], given: Mapping[str, str], indicators: Mapping[str, Json]
) -> dict[str, str]:
    """Return the details of a goal with the baseline of the indicator that was chosen.

    What somebody filled in stays; what came from the figure that was chosen before goes with it.

    Args:
        before: the details as they stood.
        given: the details as they are to be saved.
        indicators: those of the picture, code to content.
    """
    details = dict(given)
    old, new = before.get("indicator", ""), given.get("indicator", "")
    if new == old:
        return details
    from_old, from_new = (baseline_of(indicators.get(code)) for code in (old, new))
    for field in FILLED:
        if not details.get(field) or details[field] == from_old.get(field):
            details[field] = from_new.get(field, "")
    return {code: value for code, value in details.items() if value}


def _source(one: Json, figure: Json) -> str:
    parts = [one.get("credit", "")]
    if figure.get("low") is not None:
        parts.append(f"marge {as_typed(figure['low'])} tot {as_typed(figure['high'])}")
    if figure.get("n") and one.get("side") == "subjective":
        parts.append(f"n = {value_words({'value': figure['n']})}")
    return "; ".join(part for part in parts if part)

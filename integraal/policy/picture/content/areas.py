"""The parts of the municipality in the content of a picture: each against the rest."""

from typing import Any

from integraal.knowledge.figures.area_verdicts import LABELS, AreaVerdict, area_verdicts
from integraal.knowledge.figures.estimates import Estimate, shown_count, suppressed
from integraal.knowledge.figures.explorer.area_rows import AreaRows
from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.indicators.calculation_rules import CalculationRules
from integraal.knowledge.indicators.definitions import Indicator
from integraal.policy.picture.content.hiding import Hidden
from integraal.statistics.disclosure import HiddenKind

Json = dict[str, Any]
# "Higher" beside a hidden count would tell how large it is.
_HIDDEN: dict[HiddenKind, AreaVerdict] = {
    "small": AreaVerdict("few", LABELS["few"]),
    "complementary": AreaVerdict("unknown", "Niet getoond"),
}


def areas_of(
    one: Indicator, parts: AreaRows, hidden: Hidden, rules: CalculationRules
) -> list[Json]:
    """Return each part of the municipality against the rest, small counts hidden.

    Args:
        one: a count; of a survey nothing is said by part.
        parts: the figures of all parts in the year.
        hidden: by indicator the parts whose count is hidden, and why.
        rules: when something may be said.
    """
    found = [parts.estimates.get((one.code, place.key)) for place in parts.places]
    if one.kind != "count" or not any(found):
        return []
    counts = [estimate.count if estimate else None for estimate in found]
    people = [
        0 if place.few_inhabitants else (estimate.denominator if estimate else None)
        for place, estimate in zip(parts.places, found, strict=True)
    ]
    of_this = hidden.get(one.code, {})
    judged = area_verdicts(
        counts,
        people,
        minimum_inhabitants=rules.map_fewest_inhabitants,
        certainty=rules.map_certainty / 100,
    )
    return [
        _area(number, place, estimate, verdict, of_this.get(place.key))
        for number, (place, estimate, verdict) in enumerate(
            zip(parts.places, found, judged, strict=True), start=1
        )
    ]


def _area(
    number: int,
    place: Place,
    estimate: Estimate | None,
    verdict: AreaVerdict,
    kind: HiddenKind | None,
) -> Json:
    if estimate and kind:
        estimate = suppressed(estimate, kind)
        verdict = verdict if verdict.kind == "uninhabited" else _HIDDEN[kind]
    shown = estimate.as_json() if estimate else {}
    return {
        "id": place.key,
        # Districts of CBS have no number of their own; then it is their place in the table.
        "number": place.number if place.number is not None else number,
        "name": place.name,
        "count": shown_count(estimate) if estimate else "onbekend",
        "rate": None if place.few_inhabitants else shown.get("rate"),
        "verdict": verdict.kind,
        "label": verdict.label,
    }

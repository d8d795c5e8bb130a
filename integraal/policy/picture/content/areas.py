"""The parts of the municipality in the content of a picture: each against the rest."""

from typing import Any

from integraal.knowledge.figures.area_verdicts import AreaVerdict, area_verdicts
from integraal.knowledge.figures.disclosing import hidden_parts
from integraal.knowledge.figures.estimates import Estimate, shown_count, suppressed
from integraal.knowledge.figures.explorer.area_rows import AreaRows
from integraal.knowledge.figures.explorer.places import Place
from integraal.knowledge.indicators.calculation_rules import CalculationRules
from integraal.knowledge.indicators.definitions import Indicator

Json = dict[str, Any]


def areas_of(
    one: Indicator, parts: AreaRows, total: Estimate | None, rules: CalculationRules
) -> list[Json]:
    """Return each part of the municipality against the rest, small counts hidden.

    Args:
        one: a count; of a survey nothing is said by part.
        parts: the figures of all parts in the year.
        total: of the municipality as a whole, which is shown beside them.
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
    hidden = hidden_parts(counts, total.count if total else None)
    judged = area_verdicts(
        counts,
        people,
        minimum_inhabitants=rules.map_fewest_inhabitants,
        certainty=rules.map_certainty / 100,
    )
    return [
        _area(number, place, suppressed(estimate, kind) if estimate and kind else estimate, verdict)
        for number, (place, estimate, kind, verdict) in enumerate(
            zip(parts.places, found, hidden, judged, strict=True), start=1
        )
    ]


def _area(number: int, place: Place, estimate: Estimate | None, verdict: AreaVerdict) -> Json:
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

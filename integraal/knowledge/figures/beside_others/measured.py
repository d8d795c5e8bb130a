"""A value that the source measured beside that of another time or place, by both margins. Pure.

Only what has a margin of its publisher is compared; without one nobody can tell a difference
from chance.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from integraal.knowledge.figures.beside_others.comparison import (
    Against,
    Comparison,
    Set,
    verdict_of,
)
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.indicators.definitions import Indicator
from integraal.statistics import wording
from integraal.statistics.measured import Difference, Measured, compare_measured
from integraal.statistics.rates import benjamini_hochberg
from integraal.statistics.wording import Limits, Statement

REACH = 5
NO_MARGIN = "Van {whom} is geen marge bekend. Dan is een verschil niet van toeval te onderscheiden."


@dataclass(frozen=True)
class Pair:
    """A measured figure, and the one it is laid beside."""

    indicator: Indicator
    now: Estimate
    other: Estimate


def measurement_before(
    one: Indicator, year: int, by_year: Mapping[int, Estimate]
) -> Estimate | str:
    """Return the last measurement before a year, or in a sentence why there is none to use.

    The question must have been the same: what lies before a break in the method is not used.
    """
    for earlier in range(year - 1, year - REACH - 1, -1):
        found = by_year.get(earlier)
        if found is None or found.value is None:
            continue
        if _breaks_between(one, earlier, year):
            return f"De meting van {earlier} is op een andere manier gedaan."
        return found
    return "Er is geen eerdere meting bekend."


def has_margin(figure: Estimate) -> bool:
    """Whether the source gave a value with its margin."""
    return figure.value is not None and figure.low is not None and figure.high is not None


def beside_measured(kind: Against, pairs: Sequence[Pair], limits: Limits) -> Set:
    """Return the comparisons of measured figures, as one family.

    Args:
        kind: "last_year" for an earlier measurement, "country" for the country.
        pairs: of which both have a margin.
        limits: when a difference is demonstrable.
    """
    found = [compare_measured(_measured(pair.now), _measured(pair.other)) for pair in pairs]
    p_values = [one.p_value for one in found]
    adjusted = benjamini_hochberg(p_values).tolist() if p_values else []
    made = {
        pair.indicator.code: _comparison(kind, pair, one, p_value, len(pairs), limits)
        for pair, one, p_value in zip(pairs, found, adjusted, strict=True)
    }
    return Set(f"{kind}_measured", made, accepted=limits.demonstrable)


def _comparison(
    kind: Against, pair: Pair, found: Difference, p_value: float, tested: int, limits: Limits
) -> Comparison:
    statement = _statement(kind, pair, found, p_value, limits)
    verdict = verdict_of(statement, pair.indicator.aim, ratio=1, tested=tested)
    stands_out = verdict.kind != "none"
    shown = pair.other.as_json()
    return Comparison(
        kind=kind,
        against=pair.other.period.label if kind == "last_year" else pair.other.area.name,
        value=str(shown["value"]),
        low=str(shown["low"]),
        high=str(shown["high"]),
        unit=pair.indicator.unit,
        n=1,
        verdict=verdict,
        stands_out=stands_out,
        ratio=_cautious(pair, found) if stands_out else 1.0,
        tested=True,
        source=pair.other.snapshot.credit,
    )


def _statement(
    kind: Against, pair: Pair, found: Difference, p_value: float, limits: Limits
) -> Statement:
    own, other = _measured(pair.now).value, _measured(pair.other).value
    if kind == "last_year":
        return wording.measured_change(
            (other, own), found, before=pair.other.period.label, after=pair.now.period.label,
            adjusted_p=p_value, demonstrable=limits.demonstrable,
        )  # fmt: skip
    return wording.measured_beside(
        own, other, found, reference=pair.other.area.name,
        adjusted_p=p_value, demonstrable=limits.demonstrable,
    )  # fmt: skip


def _cautious(pair: Pair, found: Difference) -> float:
    """The smallest ratio that the margin of the difference allows."""
    other = _measured(pair.other).value
    least = found.lower if found.difference > 0 else found.upper
    ratio = (other + least) / other if other > 0 else 1.0
    return ratio if math.isfinite(ratio) and ratio > 0 else 1.0


def _measured(figure: Estimate) -> Measured:
    assert figure.value is not None, "only what has a value is compared"
    assert figure.low is not None, "only what has a margin is compared"
    assert figure.high is not None, "only what has a margin is compared"
    return Measured(float(figure.value), figure.low, figure.high)


def _breaks_between(one: Indicator, earlier: int, later: int) -> bool:
    return any(
        earlier < cut.period.year <= later
        if cut.period.kind == "year"
        else earlier <= cut.period.year <= later
        for cut in one.breaks
    )

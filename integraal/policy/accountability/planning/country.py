"""The rate of the whole country, from the national tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from integraal.knowledge.figures.beside_others.published import COUNTRY
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES, find_denominator
from integraal.knowledge.figures.models import ReferenceFigure
from integraal.knowledge.figures.queries import credit_of
from integraal.knowledge.indicators.definitions import Indicator
from integraal.knowledge.indicators.periods import Period

_YEAR = "JJ00"


@dataclass(frozen=True)
class Country:
    """The rate of the whole country in a year, and who published it."""

    rate: float
    source: str


def country_rates(wanted: Sequence[Indicator]) -> dict[tuple[str, int], Country]:
    """Return (code of the indicator, year) to the rate of the country; one query.

    A sum that leaves a part out would be read as the whole, so it is not made.
    """
    below = {DENOMINATOR_MEASURES[one.denominator] for one in wanted if one.denominator}
    parts = {measure for one in wanted for measure in one.measures}
    rows = ReferenceFigure.objects.filter(
        region=COUNTRY, measure__in=parts | below, period__endswith=_YEAR, value__isnull=False
    ).values_list("measure", "period", "value", "dataset__source", "dataset__title")
    values: dict[tuple[str, str], Decimal] = {}
    sources: dict[str, str] = {}
    for measure, period, value, source, title in rows:
        values[measure, period] = value
        sources[measure] = credit_of(source, title)
    sizes = {key: int(value) for key, value in values.items() if key[0] in below}
    found = {}
    for one in wanted:
        for period in {period for _, period in values}:
            rate = _rate(one, period, values, sizes)
            if rate is not None:
                credit = "; ".join(dict.fromkeys(sources[each] for each in one.measures))
                found[one.code, Period.from_code(period).year] = Country(rate, credit)
    return found


def _rate(
    one: Indicator,
    period: str,
    values: dict[tuple[str, str], Decimal],
    sizes: dict[tuple[str, str], int],
) -> float | None:
    counts = [values.get((measure, period)) for measure in one.measures]
    size = find_denominator(one.denominator, period, sizes)
    if not counts or None in counts or size is None:
        return None
    return float(sum(count or 0 for count in counts)) * one.per / size.value

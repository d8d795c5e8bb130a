"""The rate of the whole country, from the national tables."""

from collections.abc import Iterable, Mapping, Sequence
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
    """Return (code of the indicator, year) to the rate of the country; one query."""
    below = {DENOMINATOR_MEASURES[one.denominator] for one in wanted if one.denominator}
    parts = {measure for one in wanted for measure in one.measures}
    rows = ReferenceFigure.objects.filter(
        region=COUNTRY, measure__in=parts | below, period__endswith=_YEAR, value__isnull=False
    ).values_list("measure", "period", "value", "dataset__source", "dataset__title")
    return rates_in(wanted, rows)


def rates_in(
    wanted: Sequence[Indicator], rows: Iterable[tuple[str, str, Decimal, str, str]]
) -> dict[tuple[str, int], Country]:
    """Return the rates in rows of measure, period, value, source and title of its table.

    A sum that leaves a part out would be read as the whole, so it is not made.
    """
    values: dict[tuple[str, str], Decimal] = {}
    credit_by: dict[str, str] = {}
    for measure, period, value, source, title in rows:
        values[measure, period] = value
        credit_by[measure] = credit_of(source, title)
    found = {}
    for one in wanted:
        for period in {period for _, period in values}:
            rate = _rate(one, period, values)
            if rate is not None:
                credit = "; ".join(dict.fromkeys(credit_by[each] for each in one.measures))
                found[one.code, Period.from_code(period).year] = Country(rate, credit)
    return found


def _rate(one: Indicator, period: str, values: Mapping[tuple[str, str], Decimal]) -> float | None:
    counts = [values.get((measure, period)) for measure in one.measures]
    sizes = {key: int(value) for key, value in values.items()}
    size = find_denominator(one.denominator, period, sizes)
    if not counts or None in counts or size is None:
        return None
    return float(sum(count or 0 for count in counts)) * one.per / size.value

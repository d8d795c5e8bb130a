"""The indicators of safety that the BBV asks for: the own figure of each year, and the country's.

Nothing is judged here: a verdict belongs to the declared set of the safety picture (decision 17).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on
from integraal.knowledge.figures.beside_others.published import COUNTRY, Published, published_in
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.queries import estimates
from integraal.knowledge.indicators.definitions import Indicator

PREFIX = "bbv-"


@dataclass(frozen=True)
class Country:
    """The rate of the whole country in a year, and who published it."""

    rate: float
    source: str


@dataclass(frozen=True)
class BbvFigures:
    """The indicators with what is known of them.

    Attributes:
        own: code of the indicator to year to its figure.
        country: (code, year) to that of the country.
    """

    indicators: tuple[Indicator, ...] = ()
    own: Mapping[str, Mapping[int, Estimate]] = field(default_factory=dict)
    country: Mapping[tuple[str, int], Country] = field(default_factory=dict)

    def of(self, code: str, year: int) -> Estimate | None:
        """Return the figure of a year, if it has a value."""
        found = self.own.get(code, {}).get(year)
        return found if found and found.value is not None else None

    def newest(self, code: str) -> Estimate | None:
        """Return the newest figure with a value."""
        known = self.own.get(code, {})
        years = sorted((year for year in known if self.of(code, year)), reverse=True)
        return known[years[0]] if years else None


def bbv_figures(years: Collection[int], today: date | None = None) -> BbvFigures:
    """Return the indicators that the BBV asks for, with their figures.

    Args:
        years: of which moments need figures; of these and of the newest the country is read.
        today: when the municipality is looked up.
    """
    wanted = tuple(one for code, one in indicators().items() if code.startswith(PREFIX))
    whole = municipality_on(today or timezone.localdate())
    if whole is None:
        return BbvFigures(wanted)
    countries = list(Area.objects.filter(kind=AreaKind.COUNTRY).defer("geometry"))
    known = estimates(wanted, [whole, *countries])
    own = _by_year(known, whole)
    found = BbvFigures(wanted, own)
    newest = {each.period.year for one in wanted if (each := found.newest(one.code))}
    country = _in_files(wanted, _by_year(known, *countries))
    for year in sorted({*years} & {each for of in own.values() for each in of} | newest):
        country |= _in_tables(wanted, published_in(year, wanted, [COUNTRY]))
    return BbvFigures(wanted, own, country)


def _by_year(
    known: Mapping[tuple[str, object, str], Estimate], *areas: Area
) -> dict[str, dict[int, Estimate]]:
    ids = {one.pk for one in areas}
    found: dict[str, dict[int, Estimate]] = defaultdict(dict)
    for (code, area, _), one in known.items():
        if area in ids and one.period.kind == "year":
            found[code][one.period.year] = one
    return found


def _in_files(
    wanted: Sequence[Indicator], known: Mapping[str, Mapping[int, Estimate]]
) -> dict[tuple[str, int], Country]:
    return {
        (one.code, year): Country(each.rate, each.snapshot.credit)
        for one in wanted
        for year, each in known.get(one.code, {}).items()
        if each.rate is not None
    }


def _in_tables(
    wanted: Sequence[Indicator], published: Published
) -> dict[tuple[str, int], Country]:
    found = {}
    for one in wanted:
        count = published.counts_of(one).get(COUNTRY)
        below = DENOMINATOR_MEASURES[one.denominator or "inhabitants"]
        size = published.size_of(below, COUNTRY)
        if count and size:
            rate, source = count.count * one.per / size, "; ".join(published.credit_of(one))
            found[one.code, published.year] = Country(rate, source)
    return found

"""The indicators of safety that the BBV asks for: the own figure of each year, and the country's.

Nothing is judged here: a verdict belongs to the declared set of the safety picture (decision 17).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from integraal.foundation.areas.kinds import AreaKind
from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import municipality_on
from integraal.knowledge.figures.definitions import indicators
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.figures.queries import Key, estimates
from integraal.knowledge.indicators.definitions import Indicator
from integraal.policy.accountability.planning.country import Country, country_rates

PREFIX = "bbv-"


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
        """Return the figure of a year, if it has a value and the year is whole."""
        found = self.own.get(code, {}).get(year)
        return found if found and found.value is not None and not found.incomplete else None

    def newest_before(self, code: str, year: int) -> Estimate | None:
        """Return the newest figure with a value of a year before."""
        known = self.own.get(code, {})
        years = [each for each in known if each < year and self.of(code, each)]
        return known[max(years)] if years else None


def bbv_figures() -> BbvFigures:
    """Return the indicators that the BBV asks for, with all years that are known of them."""
    wanted = tuple(one for code, one in indicators().items() if code.startswith(PREFIX))
    whole = municipality_on(timezone.localdate())
    if whole is None:
        return BbvFigures(wanted)
    countries = list(Area.objects.filter(kind=AreaKind.COUNTRY).defer("geometry"))
    known = estimates(wanted, [whole, *countries])
    return BbvFigures(
        wanted,
        _by_year(known, whole),
        _in_files(wanted, _by_year(known, *countries)) | country_rates(wanted),
    )


def _by_year(known: Mapping[Key, Estimate], *areas: Area) -> dict[str, dict[int, Estimate]]:
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

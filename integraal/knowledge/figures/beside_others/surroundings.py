"""Who there is to lay a figure beside: by the national tables, or else by the own files. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from integraal.knowledge.figures.beside_others.division import Division
from integraal.knowledge.figures.beside_others.judging import Together
from integraal.knowledge.figures.beside_others.others import (
    Others,
    others_in_files,
    others_in_tables,
)
from integraal.knowledge.figures.beside_others.published import COUNTRY, Published
from integraal.knowledge.figures.composing import DENOMINATOR_MEASURES, sum_step
from integraal.knowledge.figures.estimates import Estimate
from integraal.knowledge.indicators.definitions import Indicator
from integraal.statistics.funnel import FEWEST_AREAS

NO_OTHERS = "Er zijn geen cijfers van andere gemeenten ingelezen."


@dataclass(frozen=True)
class Region:
    """The region of the municipality: its name, and who else is in it.

    Attributes:
        codes: of its municipalities in the national tables.
        areas: codes or ids of its municipalities in the own files, as estimates name them.
    """

    name: str
    codes: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Surroundings:
    """Everybody around the municipality, in one year.

    Attributes:
        own_code: in the national tables; empty when it is not there.
        region: None when it is not known.
        in_files: by code of the indicator, figures that the own files have of municipalities.
        country_in_files: by code of the indicator, figures of the country in the own files.
    """

    year: int
    own_code: str
    division: Division
    published: Published
    region: Region | None
    in_files: Mapping[str, Sequence[Estimate]] = field(default_factory=dict)
    country_in_files: Mapping[str, Estimate] = field(default_factory=dict)

    @property
    def nobody(self) -> str:
        return NO_OTHERS

    def region_of(self, indicator: Indicator, now: Estimate) -> Together | str:
        """Return the others of the region together, or in a sentence why there are none."""
        if self.region is None:
            return f"{NO_OTHERS} Ook is niet bekend in welke regio of provincie u ligt."
        found = self._region_in_tables(indicator) or self._region_in_files(indicator, now)
        return found or f"Van de andere gemeenten in {self.region.name} is geen cijfer ingelezen."

    def country_of(self, indicator: Indicator, now: Estimate) -> Together | str:
        """Return the rest of the country, or in a sentence why there is none."""
        below = DENOMINATOR_MEASURES[indicator.denominator or "inhabitants"]
        given = self.published.counts_of(indicator)
        whole, size = given.get(COUNTRY), self.published.size_of(below, COUNTRY)
        if whole is None or not size:
            return f"Er is geen cijfer van heel Nederland over {self.year} ingelezen."
        own = given.get(self.own_code)
        count = own.count if own else now.count or 0
        people = self.published.size_of(below, self.own_code) or now.denominator or 0
        if count > whole.count or people >= size:
            return "Het cijfer van Nederland is kleiner dan dat van uw gemeente. Dat kan niet."
        return Together(
            name="de rest van Nederland",
            against="Nederland zonder uw gemeente",
            count=whole.count - count,
            size=size - people,
            step=sum_step([whole.step, own.step if own else 1]),
            members=len(self.division.by_code) - 1 if self.division.by_code else 1,
            source="; ".join(self.published.credit_of(indicator)),
        )

    def similar_to(self, indicator: Indicator, now: Estimate) -> Others | None:
        """Return municipalities of the same size, or those of the own files; None without any."""
        national = others_in_tables(
            indicator, now, self.own_code, "grootte", self.division, self.published
        )
        if national and national.kinds[0] is None:
            national = None
        in_files = self.in_files.get(indicator.code, ())
        if national and (len(national.counts) >= FEWEST_AREAS or not in_files):
            return national if len(national.counts) > 1 else None
        return others_in_files(now, in_files) if in_files else None

    def measured_in_country(self, indicator: Indicator) -> Estimate | str:
        """Return what was measured in the country, or in a sentence why it is not there."""
        found = self.country_in_files.get(indicator.code)
        return found or f"Er is geen meting van heel Nederland over {self.year} met een marge."

    def _region_in_tables(self, indicator: Indicator) -> Together | None:
        assert self.region is not None, "asked only where there is a region"
        below = DENOMINATOR_MEASURES[indicator.denominator or "inhabitants"]
        given = self.published.counts_of(indicator)
        both = [
            (given[code], size)
            for code in sorted(self.region.codes - {self.own_code})
            if code in given and (size := self.published.size_of(below, code))
        ]
        if not both:
            return None
        return self._added(
            [one.count for one, _ in both],
            [size for _, size in both],
            [one.step for one, _ in both],
            "; ".join(self.published.credit_of(indicator)),
        )

    def _region_in_files(self, indicator: Indicator, now: Estimate) -> Together | None:
        assert self.region is not None, "asked only where there is a region"
        both = [
            one
            for one in self.in_files.get(indicator.code, ())
            if one.area.code in self.region.areas and one.area != now.area
            and one.count is not None and one.denominator
        ]  # fmt: skip
        if not both:
            return None
        return self._added(
            [one.count or 0 for one in both],
            [one.denominator or 0 for one in both],
            [one.rounded_to for one in both],
            "; ".join(dict.fromkeys(one.snapshot.credit for one in both)),
        )

    def _added(
        self, counts: list[int], sizes: list[int], steps: list[int], source: str
    ) -> Together:
        assert self.region is not None, "asked only where there is a region"
        many = "1 andere gemeente" if len(counts) == 1 else f"{len(counts)} andere gemeenten"
        return Together(
            name=f"de andere gemeenten in {self.region.name}",
            against=f"{many} in {self.region.name}",
            count=sum(counts),
            size=sum(sizes),
            step=sum_step(steps),
            members=len(counts),
            source=source,
        )

"""One indicator beside one moment, as page, Excel, text and API show it. Pure but for the types."""

from dataclasses import dataclass
from typing import Any

from integraal.foundation.ui.dutch import day, number
from integraal.knowledge.figures.estimates import RATE_DECIMALS, Estimate
from integraal.knowledge.indicators.definitions import DENOMINATOR_WORDS, Indicator
from integraal.policy.accountability.planning.country import Country
from integraal.policy.accountability.planning.figures import BbvFigures
from integraal.policy.accountability.planning.moments import Moment

NOT_THERE = "nog niet beschikbaar"
_RATES = ("rate", "rate_low", "rate_high")


@dataclass(frozen=True)
class Row:
    """An indicator, the year that is needed, and the newest figure there is.

    ``is_there``: whether the figure of the year itself is there; ``shown`` is that one, or else
    the newest before it. A figure that is not there is never zero.
    """

    indicator: Indicator
    year: int
    is_there: bool
    shown: Estimate | None
    country: Country | None

    @property
    def unit(self) -> str:
        """What is counted, per how many of what."""
        return f"{self.indicator.unit} {self.per}"

    @property
    def per(self) -> str:
        return f"per {number(self.indicator.per)} {self.below}"

    @property
    def below(self) -> str:
        """What the figure is told per, such as "inwoners"."""
        known = self.indicator.denominator
        return DENOMINATOR_WORDS[known] if known else ""

    @property
    def value(self) -> str:
        """The rate in words, or why there is none."""
        if self.shown is None:
            return NOT_THERE
        rate = self._told["rate"]
        if rate is None:
            return f"{number(self.shown.count)} {self.indicator.unit}; noemer onbekend"
        return _number(rate)

    @property
    def margin(self) -> str:
        """The margin of 95 %, in words."""
        low, high = (self._told[name] for name in _RATES[1:])
        return f"{_number(low)} tot {_number(high)}" if low is not None else ""

    @property
    def state(self) -> str:
        """Whether the year that is needed is there, in words."""
        if self.is_there and self.shown is not None:
            return "voorlopig" if self.shown.provisional else "is er"
        return NOT_THERE

    @property
    def period(self) -> str:
        return self.shown.period.label if self.shown else ""

    @property
    def beside(self) -> str:
        """The rate of the country in the same year, or that it is not known."""
        return number(self.country.rate, RATE_DECIMALS) if self.country else "niet bekend"

    @property
    def source(self) -> str:
        if self.shown is None:
            return ""
        snapshot = self.shown.snapshot
        return f"{snapshot.credit}, opgehaald op {day(snapshot.accessed)}"

    @property
    def sentence(self) -> str:
        """The figure as a sentence to copy into a budget."""
        if self.shown is None:
            return f"{self.indicator.name}: over {self.year} {NOT_THERE}."
        margin = f" (95 %-marge {self.margin})" if self.margin else ""
        unit = f" {self.unit}" if self.margin else ""
        beside = f" Nederland: {self.beside}." if self.country else ""
        later = "" if self.is_there else f" Het cijfer over {self.year} is {NOT_THERE}."
        draft = " Dit cijfer is voorlopig." if self.shown.provisional else ""
        return (
            f"{self.indicator.name}, {self.period}: {self.value}{unit}{margin}.{beside}{later}"
            f"{draft} Bron: {self.shown.snapshot.credit}."
        )

    @property
    def _told(self) -> dict[str, Any]:
        return (
            self.shown.as_json() if self.shown else dict.fromkeys(("rate", "rate_low", "rate_high"))
        )


def rows_of(moment: Moment, figures: BbvFigures) -> list[Row]:
    """Return the indicators as they stand for a moment, in order of their names."""
    wanted = sorted(figures.indicators, key=lambda one: one.name)
    return [_row(one, moment, figures) for one in wanted]


def _row(one: Indicator, moment: Moment, figures: BbvFigures) -> Row:
    exact = figures.of(one.code, moment.figures_year)
    shown = exact or figures.newest_before(one.code, moment.figures_year)
    country = figures.country.get((one.code, shown.period.year)) if shown else None
    return Row(one, moment.figures_year, exact is not None, shown, country)


def _number(text: str) -> str:
    return number(float(text), RATE_DECIMALS)

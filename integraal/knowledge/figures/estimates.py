"""The one type in which a figure travels: value, margin, period, area and source together."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Literal

from integraal.foundation.ui.dutch import number
from integraal.knowledge.figures.margins import margins_of, rates_of
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.disclosure import HiddenKind

Status = Literal["present", "missing", "withheld", "impossible"]
JsonValue = str | bool | None | dict[str, str]

EXACT_METHOD = "poisson-exact-95"
# The publisher measured (a survey) and gives its own margins of 95 %, or gives none.
SOURCE_METHOD = "source-margins-95"
WITHOUT_MARGIN = "as-given"
# How many of low, high and n each of those two methods must give.
MUST_HAVE = {SOURCE_METHOD: 2, WITHOUT_MARGIN: 0}
RATE_DECIMALS = 1
MEASURED_DECIMALS = 1


class ImpossibleEstimate(ValueError):
    """The parts of an estimate contradict each other: a mistake in our code, not by a user."""


@dataclass(frozen=True)
class AreaRef:
    """An area as it was when the figure was made; a CBS code means nothing without its year."""

    code: str
    name: str
    division_year: int | None = None


@dataclass(frozen=True)
class SnapshotRef:
    """The file that the figure was read from; ``source`` and ``credit`` name its publisher."""

    id: str
    name: str
    sha256: str
    accessed: date
    source: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """One figure with everything that a reader needs to weigh it.

    `value`, `low`, `high` and `n` are counts (margins of 95 %); `rate` and its margins are per
    `per` units of the denominator. A figure that is not "present" has none of these: withheld
    or missing is not zero. `suppressed` says that we hide it ourselves, and then the status is
    "withheld". `rounded_to` is the step to which the source rounded the count (1: not at all).
    `incomplete` says that the source still fills the period. `denominator_period` is the CBS
    code of the day or year the denominator is of. A figure that the source measured instead of
    counted has a decimal value, and the margins and sample of the source, or none.

    Raises:
        ImpossibleEstimate: when the parts contradict each other.
    """

    value: int | Decimal | None
    status: Status
    low: float | None
    high: float | None
    n: int | None
    denominator: int | None
    denominator_unit: str | None
    per: int
    rate: float | None
    rate_low: float | None
    rate_high: float | None
    method: str | None
    period: Period
    area: AreaRef
    indicator: str
    indicator_version: str
    snapshot: SnapshotRef
    rounded_to: int = 1
    provisional: bool = False
    incomplete: bool = False
    denominator_period: str | None = None
    suppressed: HiddenKind | None = None

    def __post_init__(self) -> None:
        for sentence, holds in self._conditions().items():
            if not holds:
                raise ImpossibleEstimate(f"{self.indicator} {self.period.code}: {sentence}")

    def _conditions(self) -> dict[str, bool]:
        told = (self.value, self.method)
        margins = (self.low, self.high, self.n)
        present = self.status == "present"
        must_have = told + margins[: MUST_HAVE.get(self.method or "", 3)]
        none = (None,) * 5
        has_no_rate = self.rate is None
        return {
            "a present figure has value, margins, n and method; any other has none": (
                None not in must_have if present else told + margins == none
            ),
            "a rate comes with both margins, or not at all": (
                has_no_rate == (self.rate_low is None) == (self.rate_high is None)
            ),
            "a rate needs a present value and a denominator above zero": (
                has_no_rate or (present and bool(self.denominator))
            ),
            "a denominator comes with its unit": (
                (self.denominator is None) == (self.denominator_unit is None)
            ),
            "counts and denominators are not negative": (
                (self.value or 0) >= 0 and (self.n or 0) >= 0 and (self.denominator or 0) >= 0
            ),
            "the value lies within its margins": _is_ordered(self.low, self.value, self.high),
            "the rate lies within its margins": _is_ordered(
                self.rate_low, self.rate, self.rate_high
            ),
            "a suppressed figure is withheld": self.suppressed is None or self.status == "withheld",
            "steps of rounding and `per` are one or more": self.rounded_to >= 1 and self.per >= 1,
            "indicator, version, area and source have a name": ""
            not in (self.indicator, self.indicator_version, self.area.code, self.snapshot.sha256),
        }

    @property
    def count(self) -> int | None:
        """The value when it is a count; None when there is none or it was measured."""
        return None if isinstance(self.value, Decimal) else self.value

    @property
    def decimals(self) -> int:
        """Decimals to show the value and its margins with: none for a count."""
        return MEASURED_DECIMALS if isinstance(self.value, Decimal) else 0

    def as_json(self) -> dict[str, JsonValue]:
        """The figure as it is shown, ready for canonical JSON.

        Numbers are strings with a decimal point: margins of counts are whole and margins of
        rates have one decimal, all rounded outward, so a margin is never narrower on paper.
        """
        return {
            "area": _area_as_json(self.area),
            "denominator": _plain(self.denominator),
            "denominator_period": self.denominator_period,
            "denominator_unit": self.denominator_unit,
            "high": _rounded(self.high, self.decimals, ROUND_CEILING),
            "incomplete": self.incomplete,
            "indicator": self.indicator,
            "indicator_version": self.indicator_version,
            "low": _rounded(self.low, self.decimals, ROUND_FLOOR),
            "method": self.method,
            "n": _plain(self.n),
            "per": _plain(self.per),
            "period": self.period.code,
            "provisional": self.provisional,
            "rate": _rounded(self.rate, RATE_DECIMALS, ROUND_HALF_UP),
            "rate_high": _rounded(self.rate_high, RATE_DECIMALS, ROUND_CEILING),
            "rate_low": _rounded(self.rate_low, RATE_DECIMALS, ROUND_FLOOR),
            "rounded_to": _plain(self.rounded_to),
            "snapshot": _snapshot_as_json(self.snapshot),
            "status": self.status,
            "suppressed": self.suppressed,
            "value": (
                _rounded(float(self.value), MEASURED_DECIMALS, ROUND_HALF_UP)
                if isinstance(self.value, Decimal)
                else _plain(self.value)
            ),
        }


def from_count(
    count: int,
    *,
    period: Period,
    area: AreaRef,
    indicator: str,
    indicator_version: str,
    snapshot: SnapshotRef,
    denominator: int | None = None,
    denominator_unit: str | None = None,
    denominator_period: str | None = None,
    per: int = 1000,
    rounded_to: int = 1,
    provisional: bool = False,
    incomplete: bool = False,
) -> Estimate:
    """A figure from a count of events, with exact Poisson margins (Garwood 1936).

    Args:
        count: events in the period, zero or more, as the source gives them.
        period, area, indicator, indicator_version, snapshot: what the figure is about.
        denominator: inhabitants, homes and so on; None or zero gives no rate.
        denominator_unit: the Dutch word for it, such as "inwoners".
        denominator_period: CBS code of the period it is of, when that is another.
        per: the number of units that the rate is stated for.
        rounded_to: the step to which the source rounded. The true count may lie half a step
            away, so the margins run from those of the smallest to those of the largest.
        provisional: whether the source may still revise the count.
        incomplete: whether the source still fills the period.

    Raises:
        ImpossibleEstimate: a negative count, or a denominator without a unit.
    """
    if count < 0:
        raise ImpossibleEstimate(f"{indicator} {period.code}: a count is zero or more")
    low, high = margins_of(count, rounded_to)
    rates = rates_of(count, (low, high), denominator, per)
    return Estimate(
        value=count,
        status="present",
        low=low,
        high=high,
        n=count,
        denominator=denominator,
        denominator_unit=denominator_unit,
        per=per,
        rate=rates[0],
        rate_low=rates[1],
        rate_high=rates[2],
        method=EXACT_METHOD,
        period=period,
        area=area,
        indicator=indicator,
        indicator_version=indicator_version,
        snapshot=snapshot,
        rounded_to=rounded_to,
        provisional=provisional,
        incomplete=incomplete,
        denominator_period=denominator_period if rates[0] is not None else None,
    )


def from_measurement(
    value: Decimal,
    *,
    low: Decimal | None,
    high: Decimal | None,
    sample: int | None,
    period: Period,
    area: AreaRef,
    indicator: str,
    indicator_version: str,
    snapshot: SnapshotRef,
    provisional: bool = False,
) -> Estimate:
    """A figure that the source measured: a percentage or a mark, with the source's own margins.

    Args:
        value: as the source gives it, zero or more.
        low, high: ends of its margin of 95 %; both or neither.
        sample: number of people it rests on, where the source tells.
        period, area, indicator, indicator_version, snapshot: what the figure is about.
        provisional: whether the source may still revise it.

    Raises:
        ImpossibleEstimate: a negative value, or one outside its margins.
    """
    known = low is not None and high is not None
    return Estimate(
        value=value,
        status="present",
        low=None if low is None or high is None else float(low),
        high=None if low is None or high is None else float(high),
        n=sample,
        denominator=None,
        denominator_unit=None,
        per=1,
        rate=None,
        rate_low=None,
        rate_high=None,
        method=SOURCE_METHOD if known else WITHOUT_MARGIN,
        period=period,
        area=area,
        indicator=indicator,
        indicator_version=indicator_version,
        snapshot=snapshot,
        provisional=provisional,
    )


def without_value(
    status: Status,
    *,
    period: Period,
    area: AreaRef,
    indicator: str,
    indicator_version: str,
    snapshot: SnapshotRef,
    provisional: bool = False,
) -> Estimate:
    """A figure that the source does not give: "missing", "withheld" or "impossible"."""
    return Estimate(
        value=None,
        status=status,
        low=None,
        high=None,
        n=None,
        denominator=None,
        denominator_unit=None,
        per=1,
        rate=None,
        rate_low=None,
        rate_high=None,
        method=None,
        period=period,
        area=area,
        indicator=indicator,
        indicator_version=indicator_version,
        snapshot=snapshot,
        provisional=provisional,
    )


def suppressed(estimate: Estimate, kind: HiddenKind) -> Estimate:
    """The same figure with its number hidden by us; nothing is left to recompute it from."""
    return replace(
        estimate,
        value=None,
        status="withheld",
        low=None,
        high=None,
        n=None,
        rate=None,
        rate_low=None,
        rate_high=None,
        method=None,
        suppressed=kind,
    )


def shown_count(estimate: Estimate) -> str:
    """The count as Dutch text: "1.234", "< 5", or in words why there is none."""
    if estimate.value is not None:
        return number(float(estimate.value), estimate.decimals)
    if estimate.suppressed:
        return "< 5" if estimate.suppressed == "small" else "niet getoond"
    words = {"missing": "onbekend", "withheld": "niet vrijgegeven", "impossible": "komt niet voor"}
    return words[estimate.status]


def _is_ordered(low: float | None, middle: float | Decimal | None, high: float | None) -> bool:
    if low is None or middle is None or high is None:
        return True
    return low <= float(middle) <= high


def _plain(count: int | None) -> str | None:
    return None if count is None else str(count)


def _rounded(value: float | None, decimals: int, rounding: str) -> str | None:
    """Round as shown; the ninth decimal first, so that 21.000000000001 does not become 21.1."""
    if value is None:
        return None
    exact = Decimal(f"{value:.9f}")
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), rounding=rounding):f}"


def _area_as_json(area: AreaRef) -> dict[str, str]:
    year = {} if area.division_year is None else {"division_year": str(area.division_year)}
    return {"code": area.code, "name": area.name, **year}


def _snapshot_as_json(snapshot: SnapshotRef) -> dict[str, str]:
    return {
        "accessed": snapshot.accessed.isoformat(),
        "id": snapshot.id,
        "name": snapshot.name,
        "sha256": snapshot.sha256,
    }

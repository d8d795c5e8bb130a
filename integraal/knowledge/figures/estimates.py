"""The one type in which a figure travels: value, margin, period, area and source together."""

import functools
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Literal

from integraal.foundation.ui.dutch import number
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.disclosure import HiddenKind
from integraal.statistics.rates import poisson_interval, rate_interval

Status = Literal["present", "missing", "withheld", "impossible"]
JsonValue = str | bool | None | dict[str, str]

EXACT_METHOD = "poisson-exact-95"
RATE_DECIMALS = 1


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
    """The file that the figure was read from."""

    id: str
    name: str
    sha256: str
    accessed: date


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """One figure with everything that a reader needs to weigh it.

    `value`, `low`, `high` and `n` are counts (margins of 95 %); `rate` and its margins are per
    `per` units of the denominator. A figure that is not "present" has none of these: withheld
    or missing is not zero. `suppressed` says that we hide it ourselves, and then the status is
    "withheld". `rounded_to` is the step to which the source rounded the count (1: not at all).

    Raises:
        ImpossibleEstimate: when the parts contradict each other.
    """

    value: int | None
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
    suppressed: HiddenKind | None = None

    def __post_init__(self) -> None:
        for sentence, holds in self._conditions().items():
            if not holds:
                raise ImpossibleEstimate(f"{self.indicator} {self.period.code}: {sentence}")

    def _conditions(self) -> dict[str, bool]:
        numbers = (self.value, self.low, self.high, self.n, self.method)
        rates = (self.rate, self.rate_low, self.rate_high)
        present = self.status == "present"
        return {
            "a present figure has value, margins, n and method; any other has none": all(
                (part is not None) == present for part in numbers
            ),
            "a rate comes with both margins, or not at all": len({r is None for r in rates}) == 1,
            "a rate needs a present value and a denominator above zero": (
                self.rate is None or (present and bool(self.denominator))
            ),
            "a denominator comes with its unit": (
                (self.denominator is None) == (self.denominator_unit is None)
            ),
            "counts and denominators are not negative": all(
                part is None or part >= 0 for part in (self.value, self.n, self.denominator)
            ),
            "the value lies within its margins": _is_ordered(self.low, self.value, self.high),
            "the rate lies within its margins": _is_ordered(
                self.rate_low, self.rate, self.rate_high
            ),
            "a suppressed figure is withheld": self.suppressed is None or self.status == "withheld",
            "steps of rounding and `per` are one or more": self.rounded_to >= 1 and self.per >= 1,
            "indicator, version, area and source have a name": all(
                (self.indicator, self.indicator_version, self.area.code, self.snapshot.sha256)
            ),
        }

    def as_json(self) -> dict[str, JsonValue]:
        """The figure as it is shown, ready for canonical JSON.

        Numbers are strings with a decimal point: margins of counts are whole and margins of
        rates have one decimal, all rounded outward, so a margin is never narrower on paper.
        """
        return {
            "area": _area_as_json(self.area),
            "denominator": _plain(self.denominator),
            "denominator_unit": self.denominator_unit,
            "high": _rounded(self.high, 0, ROUND_CEILING),
            "indicator": self.indicator,
            "indicator_version": self.indicator_version,
            "low": _rounded(self.low, 0, ROUND_FLOOR),
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
            "value": _plain(self.value),
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
    per: int = 1000,
    rounded_to: int = 1,
    provisional: bool = False,
) -> Estimate:
    """A figure from a count of events, with exact Poisson margins (Garwood 1936).

    Args:
        count: events in the period, zero or more, as the source gives them.
        period, area, indicator, indicator_version, snapshot: what the figure is about.
        denominator: inhabitants, homes and so on; None or zero gives no rate.
        denominator_unit: the Dutch word for it, such as "inwoners".
        per: the number of units that the rate is stated for.
        rounded_to: the step to which the source rounded. The true count may lie half a step
            away, so the margins run from those of the smallest to those of the largest.
        provisional: whether the source may still revise the count.

    Raises:
        ImpossibleEstimate: a negative count, or a denominator without a unit.
    """
    if count < 0:
        raise ImpossibleEstimate(f"{indicator} {period.code}: a count is zero or more")
    low, high = _margins(count, rounded_to)
    rates = _rates(count, rounded_to, denominator, per)
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
        return number(estimate.value, 0)
    if estimate.suppressed:
        return "< 5" if estimate.suppressed == "small" else "niet getoond"
    words = {"missing": "onbekend", "withheld": "niet vrijgegeven", "impossible": "komt niet voor"}
    return words[estimate.status]


def _ends(count: int, rounded_to: int) -> list[float]:
    """The smallest and the largest count that the source may have rounded to this one."""
    slack = rounded_to / 2 if rounded_to > 1 else 0.0
    return [max(count - slack, 0.0), count + slack]


# Margins are kept: a page shows hundreds of counts, and they are the same ones every time.
@functools.lru_cache(maxsize=50_000)
def _margins(count: int, rounded_to: int) -> tuple[float, float]:
    limits = poisson_interval(_ends(count, rounded_to))
    return float(limits.low[0]), float(limits.high[1])


@functools.lru_cache(maxsize=50_000)
def _rates(
    count: int, rounded_to: int, denominator: int | None, per: int
) -> tuple[float | None, float | None, float | None]:
    if not denominator or denominator < 0:
        return None, None, None
    margins = rate_interval(_ends(count, rounded_to), denominator, per=per)
    return count * per / denominator, float(margins.low[0]), float(margins.high[1])


def _is_ordered(low: float | None, middle: float | None, high: float | None) -> bool:
    if low is None or middle is None or high is None:
        return True
    return low <= middle <= high


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

"""The mean over the periods shown, with what was left out of it. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from integraal.knowledge.figures.explorer.rows import Row
from integraal.knowledge.indicators.periods import Period
from integraal.statistics.rates import poisson_interval


@dataclass(frozen=True)
class Mean:
    """The mean of a series, per period, with exact Poisson margins of 95 %.

    Attributes:
        count, low, high: per period.
        rate, rate_low, rate_high: per so many of the denominator; None where one is missing.
        periods: how many periods it rests on.
        left_out: labels of the periods with a number that it leaves out because they are no fair
            yardstick.
        unfinished: labels of the periods left out because the source still fills them.
    """

    count: float
    low: float
    high: float
    rate: float | None
    rate_low: float | None
    rate_high: float | None
    periods: int
    left_out: tuple[str, ...]
    unfinished: tuple[str, ...]


def mean_of(rows: Sequence[Row], leave_out: Callable[[Period], bool]) -> Mean | None:
    """Return the mean of a series of counts; None when there are fewer than two to take it of.

    A hidden count makes the mean hidden too: with the others it would give the count away.

    Args:
        rows: of one place, in one counting.
        leave_out: whether a period is no fair yardstick.
    """
    if any(row.estimate and row.estimate.suppressed for row in rows):
        return None
    known = [row for row in rows if row.count is not None]
    fair = [row for row in known if not leave_out(row.period)]
    whole = [row for row in fair if row.estimate and not row.estimate.incomplete]
    if len(whole) < 2:
        return None
    total = sum(row.count or 0 for row in whole)
    slack = sum(row.estimate.rounded_to / 2 for row in whole if _is_rounded(row) and row.estimate)
    ends = [max(total - slack, 0.0), total + slack]
    rates = _rates(whole, total, ends)
    return Mean(
        count=total / len(whole),
        low=_margins(*ends)[0] / len(whole),
        high=_margins(*ends)[1] / len(whole),
        rate=rates[0],
        rate_low=rates[1],
        rate_high=rates[2],
        periods=len(whole),
        left_out=tuple(row.period.label for row in known if leave_out(row.period)),
        unfinished=tuple(
            row.period.label for row in fair if row.estimate and row.estimate.incomplete
        ),
    )


@lru_cache(maxsize=5_000)
def _margins(low: float, high: float) -> tuple[float, float]:
    margins = poisson_interval([low, high])
    return float(margins.lower[0]), float(margins.upper[1])


def _is_rounded(row: Row) -> bool:
    return row.estimate is not None and row.estimate.rounded_to > 1


def _rates(
    rows: Sequence[Row], total: int, ends: Sequence[float]
) -> tuple[float | None, float | None, float | None]:
    with_rate = [row.estimate for row in rows if row.estimate and row.estimate.rate is not None]
    if len(with_rate) < len(rows):
        return None, None, None
    below = sum(one.denominator or 0 for one in with_rate)
    per = with_rate[0].per
    low, high = _margins(*ends)
    return total * per / below, low * per / below, high * per / below

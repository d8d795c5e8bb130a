"""A trend over years: the factor per year of a Poisson rate, and how sure it is.

The model is log-linear: rate = exp(a + b * year). Once the level of a series is profiled out,
its years are a multinomial sample, so one number is left to find per series, by Newton steps on
a function with one top (McCullagh and Nelder 1989, chapter 6). All series are fitted at once.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from integraal.statistics.inputs import DEFAULT_CONFIDENCE, known_pairs, tail_probability
from integraal.statistics.rates.kendall import kendall_over_time
from integraal.statistics.rates.loglinear import LogLinear
from integraal.statistics.rates.slope_limits import exact_limits, profile_limits
from integraal.statistics.roots import Array

Dispersion = Literal["quasi", "poisson"]
TrendInterval = Literal["wald", "profile"]
_FEWEST_YEARS = 3


@dataclass(frozen=True, slots=True)
class Trend:
    """The trend of each series.

    Attributes:
        ratio, lower, upper: factor of the rate per year, with its interval.
        p_value: two-sided, of no trend; nan with fewer than three years.
        slope, standard_error: of the logarithm of the rate, per year; the dispersion is in the
            standard error. Nan where there is no finite slope.
        dispersion: phi, what variances were multiplied with; never below 1.
        pearson_dispersion: Pearson chi-square per degree of freedom, as it was found.
        years: how many years with a figure the series has.
        kendall_tau, kendall_p_value: rank correlation of the rates with time, as a check that
            needs no model; nan where all rates are equal.
    """

    ratio: Array
    lower: Array
    upper: Array
    p_value: Array
    slope: Array
    standard_error: Array
    dispersion: Array
    pearson_dispersion: Array
    years: Array
    kendall_tau: Array
    kendall_p_value: Array

    @property
    def annual_change(self) -> Array:
        """Change per year in percentages; -7.2 for a fall of 7.2 %."""
        return 100 * (self.ratio - 1)

    @property
    def annual_change_interval(self) -> tuple[Array, Array]:
        """Lower and upper limit of the annual change, in percentages."""
        return 100 * (self.lower - 1), 100 * (self.upper - 1)


def poisson_trend(
    counts: ArrayLike,
    years: ArrayLike,
    exposures: ArrayLike = 1.0,
    *,
    confidence: float = DEFAULT_CONFIDENCE,
    dispersion: Dispersion = "quasi",
    interval: TrendInterval = "wald",
) -> Trend:
    """Fit a log-linear Poisson trend to each series.

    Args:
        counts: (..., years) events; nan where there is no figure.
        years: (years,) rising, such as 2015, 2016, 2018.
        exposures: broadcast against the counts; a year counts where it is above zero.
        confidence: coverage of the interval, between 0 and 1.
        dispersion: "quasi" multiplies variances with phi = max(1, Pearson) and takes Student's
            t with years - 2 degrees of freedom; "poisson" trusts that phi is 1.
        interval: "wald" is symmetric around the slope; "profile" holds the slopes that the
            likelihood does not refuse, and gives the p-value of the likelihood ratio.

    Returns:
        One trend per series. With fewer than three years nothing is said: ratio and p-value
        nan, limits 0 and inf. When nothing happened at all, the same with p-value 1. When all
        happened in the first or in the last year, the ratio is 0 or inf; the limit on the
        other side and the p-value are then the exact conditional ones (mid-p).

    Raises:
        ValueError: a number is negative, something was counted where the exposure is zero, the
            years are not rising or do not go with the counts, or an option is another one.
    """
    tail = tail_probability(confidence)
    if dispersion not in ("quasi", "poisson") or interval not in ("wald", "profile"):
        raise ValueError('Choose "quasi" or "poisson", and "wald" or "profile".')
    seen, time, known = known_pairs(counts, exposures)
    moments = _checked_years(years, seen.shape)
    rows = (-1, moments.size)
    fit = LogLinear.of(seen.reshape(rows), time.reshape(rows), moments)
    size = known.reshape(rows).sum(axis=-1)
    freedom = np.maximum(size - 2, 1)
    if dispersion == "quasi":
        phi, quantile = np.maximum(fit.pearson, 1.0), -special.stdtrit(freedom, tail)
    else:
        phi = np.ones(size.shape)
        quantile = np.full(size.shape, -special.ndtri(tail))
    error = fit.standard_error * np.sqrt(phi)
    with np.errstate(invalid="ignore"):
        distance = np.abs(fit.slope / error)
        lower, upper = fit.slope - quantile * error, fit.slope + quantile * error
    smooth, apart = np.isfinite(fit.scaled_error), fit.is_separated
    if interval == "profile" and np.any(smooth):
        profile = profile_limits(fit.only(smooth), phi[smooth], quantile[smooth])
        lower[smooth], upper[smooth], distance[smooth] = profile
    p_value = 2 * (special.stdtr(freedom, -distance) if dispersion == "quasi"
                   else special.ndtr(-distance))  # fmt: skip
    if np.any(apart):
        lower[apart], upper[apart], p_value[apart] = exact_limits(fit.only(apart), tail)
    said = _Said(fit.slope, lower, upper, p_value).where_known(size >= _FEWEST_YEARS, fit.total)
    tau = kendall_over_time(fit.rates, known.reshape(rows))
    shape = seen.shape[:-1]
    found = (said.ratio, said.lower, said.upper, said.p_value, fit.finite_slope, error, phi,
             fit.pearson, size.astype(np.float64), tau.tau, tau.p_value)  # fmt: skip
    return Trend(*(each.reshape(shape) for each in found))


class _Said(NamedTuple):
    """What may be said of each series; slopes first, factors after `where_known`."""

    ratio: Array
    lower: Array
    upper: Array
    p_value: Array

    def where_known(self, enough: NDArray[np.bool_], total: Array) -> "_Said":
        """Turn slopes into factors, and say nothing where there is nothing to say."""
        known = enough & (total > 0)
        with np.errstate(over="ignore", invalid="ignore"):
            return _Said(
                np.where(known, np.exp(self.ratio), np.nan),
                np.where(known, np.exp(self.lower), 0.0),
                np.where(known, np.exp(self.upper), np.inf),
                np.where(known, self.p_value, np.where(enough, 1.0, np.nan)),
            )


def _checked_years(years: ArrayLike, shape: tuple[int, ...]) -> Array:
    moments = np.asarray(years, dtype=np.float64)
    if moments.ndim != 1 or not shape or shape[-1] != moments.size:
        raise ValueError("There must be one year for each count of a series.")
    if not np.all(np.isfinite(moments)) or np.any(np.diff(moments) <= 0):
        raise ValueError("The years must rise.")
    return moments

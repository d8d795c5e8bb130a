"""How often an alarm is false, and how often a doubling is seen, from 0.1 to 30 cases a month.

``python -m benchmarks.false_alarms`` simulates months in which nothing changed, and the same
months with twice as many cases, and lets every tier and every Farrington design test them. The
table goes into docs/methods/surveillance.md; the seed makes it the same every time.
"""

from collections.abc import Callable

import numpy as np

from integraal.portal.reference.markdown import table
from integraal.statistics.surveillance import (
    Tier,
    exact_same_months,
    farrington_flexible,
    monthly_round,
)

SEED = 20_261_123
SERIES = 10_000
MONTHS = 75
AT = 71  # the newest month that is complete
MEANS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
DISPERSIONS = (1.0, 1.5)
SEASON = 0.2  # height of the yearly wave, on the scale of the logarithm
ALPHA = 0.01

Test = Callable[[np.ndarray], np.ndarray]


def _farrington(**settings: object) -> Test:
    def test(counts: np.ndarray) -> np.ndarray:
        # Without the limit, to see what it is for.
        return farrington_flexible(counts, at=AT, alpha=ALPHA, limit54=(0, 4), **settings).alarm  # type: ignore[arg-type]

    return test


def _exact(months: int) -> Test:
    return lambda counts: exact_same_months(counts, at=AT, months=months).p_value <= ALPHA


TESTS: dict[str, Test] = {
    "12 months": _farrington(periods=12),
    "10 periods": _farrington(periods=10),
    "4 seasons": _farrington(periods=4, half_window=1),
    "harmonic": _farrington(season="harmonic"),
    "no season": _farrington(season="none"),
    "harmonic, muan": _farrington(season="harmonic", bound="muan"),
    "harmonic, delta": _farrington(season="harmonic", bound="delta"),
    "exact, 1 month": _exact(1),
    "exact, 3 months": _exact(3),
    "exact, 12 months": _exact(12),
    "the round": lambda counts: monthly_round(counts, at=AT, alpha=ALPHA).exceeds,
}


def simulated(
    mean: float, dispersion: float, growth: float, months: int, rng: np.random.Generator
) -> np.ndarray:
    """Months with a yearly wave; the newest ones up to the one tested are `growth` as high."""
    wave = np.exp(SEASON * np.sin(2 * np.pi * np.arange(MONTHS) / 12))
    means = np.broadcast_to(mean * wave / wave[:12].mean(), (SERIES, MONTHS)).copy()
    means[:, AT - months + 1 : AT + 1] *= growth
    if dispersion == 1:
        return rng.poisson(means)
    return rng.negative_binomial(means / (dispersion - 1), 1 / dispersion)


def cells(growth: float = 1.0, months: int = 1) -> list[tuple[str, ...]]:
    """Per test the share of alarms in percent for every mean, at both dispersions."""
    found: dict[str, list[str]] = {name: [] for name in TESTS}
    for mean in MEANS:
        rng = np.random.default_rng(SEED)
        tables = [simulated(mean, each, growth, months, rng) for each in DISPERSIONS]
        for name, test in TESTS.items():
            shares = [100 * float(np.mean(test(counts))) for counts in tables]
            found[name].append(" / ".join(_percent(share) for share in shares))
    return [(name, *row) for name, row in found.items()]


def tiers() -> list[tuple[str, ...]]:
    """Per tier the share of months that it gets in percent, where nothing changed."""
    found: dict[Tier, list[str]] = {tier: [] for tier in (*Tier,)[2:]}
    for mean in MEANS:
        rng = np.random.default_rng(SEED)
        rounds = [monthly_round(simulated(mean, d, 1, 1, rng), at=AT).tier for d in DISPERSIONS]
        for tier, row in found.items():
            row.append(" / ".join(_percent(100 * float(np.mean(r == tier))) for r in rounds))
    return [(tier.name.lower().replace("_", " "), *row) for tier, row in found.items()]


def _percent(share: float) -> str:
    return f"{share:.1f}" if share < 9.95 else f"{share:.0f}"


def false_alarm_tables() -> str:
    """Simulate; return Markdown."""
    heads = ["cases a month", *(f"{mean:g}" for mean in MEANS)]
    parts = ["False alarms, in percent of months in which nothing changed (nominal 1 %):"]
    parts.append(table(heads, cells()))
    for months in (1, 3, 12):
        newest = "month" if months == 1 else f"{months} months"
        parts.append(f"Alarms, in percent, when the newest {newest} had twice as many cases:")
        parts.append(table(heads, cells(2.0, months)))
    parts += ["Which tier the round gave a month, in percent:", table(heads, tiers())]
    return "\n\n".join(parts)


if __name__ == "__main__":
    print(false_alarm_tables())

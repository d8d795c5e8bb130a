"""Surveillance: our fits beside those of statsmodels and R in one run, and whole rounds.

``python -m benchmarks.surveillance`` fits the same months three ways: ours, all series at once; a
plain loop over statsmodels' GLM (two fits and the leverage, no more); and, where ``Rscript`` with
the package surveillance is installed, ``farringtonFlexible``. Then it makes the monthly round of
the whole country (14,575 areas x 59 offences x 12 months, in a process of its own, so that its
memory shows) and of one municipality (46 areas).
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.installation import REPOSITORY
from integraal.portal.reference.markdown import sections, table
from integraal.statistics.surveillance import Tier, farrington_flexible, monthly_round
from integraal.statistics.surveillance.baseline import baseline_of

AREAS, OFFENCES, TESTED = 14_575, 59, 12
MUNICIPALITY = 46
HISTORY = 84
SEED = 20_261_124
_FITS, _LOOP, _IN_R = 20_000, 300, 100
_DESIGN = {"frequency": 12, "years_back": 5, "half_window": 1, "periods": 4, "exclude_recent": 6}
_R = """
suppressMessages(library(surveillance))
counts <- as.matrix(read.csv(commandArgs(TRUE)[1], header = FALSE))
control <- list(range = 81, b = 5, w = 1, noPeriods = 4, pastWeeksNotIncluded = 6,
  pThresholdTrend = 1, weightsThreshold = 2.58, alpha = 0.01, thresholdMethod = "nbPlugin",
  limit54 = c(0, 4), glmWarnings = FALSE)
one <- function(row) farringtonFlexible(
  sts(counts[row, ], frequency = 12, start = c(2019, 1)), control = control)
invisible(one(1))
bounds <- numeric(nrow(counts))
took <- system.time(for (row in seq_along(bounds)) bounds[row] <- one(row)@upperbound[1, 1])
cat(took[["user.self"]] + took[["sys.self"]], bounds)
"""


def surveillance_table() -> str:
    """Measure; return Markdown with the figures and the ratios."""
    national, fits = _apart("national"), _apart("fits")
    return sections(
        "## Surveillance",
        "One fit is Farrington's flexible algorithm for one series and month (five years of "
        "months, four seasons, trend, reweighting, negative binomial bound; 4 cases a month, "
        "dispersion 1.7). statsmodels does two fits and the leverage, without the rest. Processor "
        "time, which other work on the machine lengthens least; one thread each."
        + ("" if len(fits) == 3 else " R was not installed."),
        table(["fit", "times", "microseconds each", "times ours"], fits),
        f"A round tests every series in every month by the tier its counts lead to. The country is "
        f"{AREAS:,} areas x {OFFENCES} offences, invented, 16-bit counts over {HISTORY} months; "
        "memory is the peak of the whole process, counts and libraries included. One run each.",
        table(_ROUND_HEADS, [*national, *(_municipal(months) for months in (1, TESTED))]),
    )


def _apart(what: str) -> list[tuple[object, ...]]:
    """Measure in a process of its own, without the threads of a BLAS library."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.surveillance", what],
        cwd=REPOSITORY,
        env=os.environ | dict.fromkeys(_THREADS, "1"),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [tuple(row) for row in json.loads(done.stdout)]


def _fits() -> list[tuple[object, ...]]:
    counts = np.random.default_rng(SEED).negative_binomial(6.0, 0.6, (_FITS, HISTORY))
    ours = _ours(counts)
    _plain_loop(counts[:1])  # imports are not measured
    loop = _processor(lambda: _plain_loop(counts[:_LOOP])) / _LOOP
    rows = [("Integraal", f"{_FITS:,}", f"{ours * 1000:.0f}", "1.0")]
    rows.append(("a loop over statsmodels", _LOOP, f"{loop * 1000:,.0f}", f"{loop / ours:.0f}"))
    in_r = _r_per_fit(counts[:_IN_R])
    if in_r:
        rows.append(("R, farringtonFlexible", _IN_R, f"{in_r * 1000:,.0f}", f"{in_r / ours:.0f}"))
    return rows


_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_ROUND_HEADS = [
    *("round", "series x months", "zeros", "exact tests", "fits"),
    *("seconds", "processor seconds", "MB"),
]


def _processor(deed: Callable[[], object]) -> float:
    """Milliseconds of all cores together: other work on the machine lengthens them least."""
    started = time.process_time()
    deed()
    return (time.process_time() - started) * 1000


def _ours(counts: np.ndarray) -> float:
    """Milliseconds per fit; the middle of three."""
    times = [
        _processor(lambda: farrington_flexible(counts, at=[80], limit54=(0, 4), **_DESIGN))
        for _ in range(3)
    ]
    return sorted(times)[1] / len(counts)


def _plain_loop(counts: np.ndarray) -> None:
    """What somebody writes who follows the paper with statsmodels."""
    import statsmodels.api as sm

    baseline = baseline_of(**_DESIGN)
    groups = baseline.groups[:, None] == np.arange(1, 4)
    design = np.column_stack([np.ones(len(groups)), groups, baseline.offsets])
    family = sm.families.Poisson()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for series in counts:
            seen = series[80 + baseline.offsets]
            first = sm.GLM(seen, design, family=family).fit(scale="X2")
            mean, leverage = first.mu, first.get_hat_matrix_diag()
            residual = 1.5 * (np.cbrt(seen) ** 2 * mean ** (-1 / 6) - np.sqrt(mean))
            residual /= np.sqrt(max(1.0, first.scale) * (1 - leverage))
            weights = np.where(residual > 2.58, np.maximum(residual, 1e-9) ** -2, 1.0)
            weights *= len(seen) / weights.sum()
            sm.GLM(seen, design, family=family, var_weights=weights).fit(scale="X2")


def _r_per_fit(counts: np.ndarray) -> float | None:
    """Milliseconds per fit in R, if it is there; its bounds must be ours."""
    if not shutil.which("Rscript"):
        return None
    with tempfile.TemporaryDirectory(prefix="integraal-meting-") as folder:
        script, data = Path(folder) / "fits.R", Path(folder) / "counts.csv"
        script.write_text(_R, encoding="utf-8")
        np.savetxt(data, counts, fmt="%d", delimiter=",")
        done = subprocess.run(
            ["Rscript", str(script), str(data)], capture_output=True, text=True, check=False
        )
    if done.returncode:
        return None
    seconds, *bounds = (float(word) for word in done.stdout.split())
    ours = farrington_flexible(counts, at=80, limit54=(0, 4), **_DESIGN).upper_bound
    if not np.array_equal(ours, bounds):
        raise RuntimeError("The bounds of R and ours differ.")
    return seconds * 1000 / len(counts)


def _municipal(months: int) -> tuple[object, ...]:
    """One municipality; its areas have the size of those of the country."""
    return _round(
        f"one municipality, {months} month{'s' * (months > 1)}", MUNICIPALITY, months, memory=False
    )


def _round(name: str, areas: int, months: int, *, memory: bool = True) -> tuple[object, ...]:
    counts = _invented(areas)
    at = np.arange(HISTORY - 3 - months, HISTORY - 3)
    started, processor = time.perf_counter(), time.process_time()
    found = monthly_round(counts, at=at)
    took, processor = time.perf_counter() - started, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        name,
        f"{found.tier.size:,}",
        f"{np.mean(counts == 0):.0%}",
        f"{np.count_nonzero(found.tier == Tier.EXACT):,}",
        f"{np.count_nonzero(found.tier == Tier.FARRINGTON):,}",
        f"{took:.2f}",
        f"{processor:.2f}",
        f"{peak:,.0f}" if memory else "-",
    )


def _invented(areas: int) -> np.ndarray:
    """Counts with as many zeros as those of neighbourhoods: few areas and offences have most."""
    rng = np.random.default_rng(SEED)
    area, offence = rng.gamma(0.8, 1.0, areas), np.exp(rng.normal(-4.2, 1.6, OFFENCES))
    counts = np.empty((areas * OFFENCES, HISTORY), dtype=np.int16)
    for place, often in enumerate(offence):
        means = np.broadcast_to((2.4 * area * often)[:, None], (areas, HISTORY))
        counts[place * areas : (place + 1) * areas] = rng.poisson(means)
    return counts


if __name__ == "__main__":
    if sys.argv[1:] == ["national"]:
        print(json.dumps([_round("the whole country", AREAS, TESTED)]))
    elif sys.argv[1:] == ["fits"]:
        print(json.dumps(_fits()))
    else:
        print(surveillance_table())

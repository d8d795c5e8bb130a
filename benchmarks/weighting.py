"""Raking: the answers of one flash poll, by ours and by a plain loop, in one run.

``python -m benchmarks.weighting`` rakes 300 and 3,000 answers to the margins of sex, age and
district; the loop fits one margin after the other with dictionaries, as somebody writes who
follows the paper, to the same tolerance. Both must give the same weights.
"""

import time
from collections import defaultdict
from collections.abc import Callable

import numpy as np

from integraal.portal.reference.markdown import sections, table
from integraal.statistics import weighting

ANSWERS = (300, 3_000)
SEED = 20_261_128
_MARGINS = {
    "sex": {"v": 6_100.0, "m": 5_900.0},
    "age": {"18-34": 2_300.0, "35-49": 2_900.0, "50-64": 3_500.0, "65+": 3_300.0},
    "district": dict(zip("ABCDE", (4_000.0, 3_000.0, 2_500.0, 1_500.0, 1_000.0), strict=True)),
}
_TOLERANCE = 1e-10


def weighting_table() -> str:
    """Measure; return Markdown with the times and the ratio."""
    return sections(
        "## Raking",
        "The answers of a poll raked to three margins of 2, 4 and 5 classes, to a tolerance of "
        f"{_TOLERANCE:g}. Milliseconds of processor time, the middle of eleven; the same weights.",
        table(["answers", "ours", "a plain loop", "times ours"], [_row(n) for n in ANSWERS]),
    )


def _row(answers: int) -> tuple[object, ...]:
    given = _invented(answers)
    ours, values = _middle(lambda: weighting.rake(given, _MARGINS, tolerance=_TOLERANCE).values)
    loop, plain = _middle(lambda: _plain_loop(given))
    if not np.allclose(values, plain, rtol=1e-6):
        raise RuntimeError("The weights of the loop and ours differ.")
    return f"{answers:,}", f"{ours:.2f}", f"{loop:.2f}", f"{loop / ours:.0f}"


def _invented(answers: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(SEED)
    return {name: rng.choice(list(margin), answers) for name, margin in _MARGINS.items()}


def _middle(deed: Callable[[], np.ndarray]) -> tuple[float, np.ndarray]:
    times, found = [], deed()
    for _ in range(11):
        started = time.process_time()
        found = deed()
        times.append((time.process_time() - started) * 1000)
    return sorted(times)[5], found


def _plain_loop(given: dict[str, np.ndarray]) -> np.ndarray:
    people = len(next(iter(given.values())))
    weights = [1.0] * people
    while True:
        worst = 0.0
        for name, margin in _MARGINS.items():
            totals: dict[str, float] = defaultdict(float)
            for label, weight in zip(given[name], weights, strict=True):
                totals[label] += weight
            worst = max(worst, *(abs(totals[one] / margin[one] - 1) for one in margin))
            weights = [
                weight * margin[label] / totals[label]
                for label, weight in zip(given[name], weights, strict=True)
            ]
        if worst < _TOLERANCE:
            return np.array(weights)


if __name__ == "__main__":
    print(weighting_table())

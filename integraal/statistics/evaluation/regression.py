"""Quasi-Poisson regression of one count on a few columns (McCullagh and Nelder 1989)."""

from dataclasses import dataclass

import numpy as np
from scipy import special

from integraal.statistics.roots import Array

_MOST_STEPS = 50
_TOLERANCE = 1e-10


@dataclass(frozen=True, slots=True)
class Regression:
    """A fit of n counts on p columns.

    Attributes:
        coefficients: (p,).
        errors: (p,) standard errors, dispersion included.
        dispersion: Pearson's, never below one.
        freedom: degrees of freedom left.
        fitted: (n,).
        converged: whether it settled.
    """

    coefficients: Array
    errors: Array
    dispersion: float
    freedom: int
    fitted: Array
    converged: bool

    def p_value(self, column: int) -> float:
        """Two-sided, by Student's t, of one coefficient."""
        ratio = abs(self.coefficients[column]) / self.errors[column]
        return float(2 * special.stdtr(self.freedom, -ratio))

    def limits(self, column: int, tail: float) -> tuple[float, float]:
        """The interval of one coefficient with this much probability on each side."""
        away = -special.stdtrit(self.freedom, tail) * self.errors[column]
        return float(self.coefficients[column] - away), float(self.coefficients[column] + away)


def regress(counts: Array, columns: Array, exposures: Array) -> Regression | None:
    """Fit counts (n,) on columns (n, p), with exposures (n,) above zero.

    Returns:
        None when the columns say the same twice, or leave no degrees of freedom.
    """
    rows, width = columns.shape
    if rows <= width or np.linalg.matrix_rank(columns) < width or counts.sum() == 0:
        return None
    offset = np.log(exposures)
    mean = counts + 0.1
    deviance, converged = np.inf, False
    rounding = 1e-15 * counts.sum()  # what is left of a deviance of huge counts
    inverse: Array = np.eye(width)
    coefficients: Array = np.zeros(width)
    for _ in range(_MOST_STEPS):
        response = np.log(mean) - offset + (counts - mean) / mean
        inverse = np.asarray(np.linalg.pinv((columns * mean[:, None]).T @ columns, hermitian=True))
        coefficients = inverse @ (columns.T @ (mean * response))
        mean = np.exp(np.clip(columns @ coefficients + offset, -30, 300))
        new = 2 * float((special.xlogy(counts, counts / mean) - (counts - mean)).sum())
        if abs(new - deviance) < _TOLERANCE * (abs(new) + 0.1) + rounding:
            converged = True
            break
        deviance = new
    freedom = rows - width
    dispersion = max(float(((counts - mean) ** 2 / mean).sum()) / freedom, 1.0)
    inverse = np.asarray(np.linalg.pinv((columns * mean[:, None]).T @ columns, hermitian=True))
    errors = np.sqrt(np.diag(inverse) * dispersion)
    return Regression(coefficients, errors, dispersion, freedom, mean, converged)

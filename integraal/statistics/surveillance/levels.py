"""Weighted least squares with a level per season group, for many series at once.

The levels are taken out in closed form, so only a system as small as the number of common terms
(trend, waves) is left to solve; all sums over time are one matrix product for all series.
"""

from dataclasses import dataclass

import numpy as np

from integraal.statistics.roots import Array
from integraal.statistics.surveillance.arrays import Flags, Places
from integraal.statistics.surveillance.baseline import Baseline

_ONE_THREAD = 200_000  # multiplications
_NEGLIGIBLE_PIVOT = 1e-11  # what is left of a term that the other terms explain


@dataclass(frozen=True, slots=True)
class Design:
    """The terms of a model for n reference points, and those in the point tested.

    `sums` turns weights into all weighted sums that a round needs, in one product.
    """

    membership: Array
    terms: Array
    groups: Places
    test_group: int
    test_terms: Array
    sums: Array
    has_trend: bool


def design_of(baseline: Baseline, *, trend: bool) -> Design:
    """The terms of a model with or without a trend."""
    membership = (baseline.groups[:, None] == np.unique(baseline.groups)).astype(np.float64)
    present = np.unique(baseline.groups)
    terms, at_test = baseline.waves, baseline.waves_at_test
    if trend:
        scale = float(-baseline.offsets.min())
        middle = float(baseline.offsets.mean())
        slope = (baseline.offsets - middle) / scale
        terms = np.column_stack([slope, terms])
        at_test = np.concatenate([[-middle / scale], at_test])
    products = [terms[:, i] * terms[:, j] for i, j in term_pairs(terms.shape[1])]
    by_group = [membership * terms[:, [j]] for j in range(terms.shape[1])]
    return Design(
        membership,
        terms,
        np.searchsorted(present, baseline.groups),
        int(np.searchsorted(present, baseline.test_group)),
        at_test,
        np.column_stack([membership, *by_group, *products]),
        trend,
    )


@dataclass(frozen=True, slots=True)
class Levels:
    """Group totals, weighted means of terms per group, the inverse, and coefficients."""

    totals: Array
    centres: Array
    inverse: Array
    coefficients: Array
    heights: Array

    def line(self, design: Design) -> Array:
        heights: Array = self.heights[:, design.groups]
        return heights + _product(self.coefficients, design.terms.T)


def weighted_levels(design: Design, work: Array, target: Array) -> Levels:
    """Weighted least squares: groups taken out, then the common terms by elimination."""
    groups, terms = design.membership.shape[1], design.terms.shape[1]
    sums = _product(work, design.sums)
    totals = sums[:, :groups]
    some = np.where(totals > 0, totals, 1.0)
    by_group = sums[:, groups : groups * (1 + terms)].reshape(len(work), terms, groups)
    centres = by_group / some[:, None, :]
    square = np.empty((len(work), terms, terms))
    uncentred: list[Array] = []
    for place, (i, j) in enumerate(term_pairs(terms)):
        left = sums[:, groups * (1 + terms) + place]
        square[:, i, j] = left - np.einsum("mg,mg->m", by_group[:, i], centres[:, j])
        square[:, j, i] = square[:, i, j]
        if i == j:
            uncentred.append(left)
    inverse = _swept(square, uncentred)
    weighted = work * target
    average = _product(weighted, design.membership) / some
    right = _product(weighted, design.terms) - np.einsum("mtg,mg->mt", by_group, average)
    coefficients = np.einsum("mij,mj->mi", inverse, right)
    heights = average - np.einsum("mtg,mt->mg", centres, coefficients)
    return Levels(totals, centres, inverse, coefficients, heights)


def _product(rows: Array, table: Array) -> Array:
    """The matrix product, in stacks too small for the threads of a BLAS library.

    Starting threads for each of these small products made fits four times as slow on a
    machine that has other work to do.
    """
    size = max(1, _ONE_THREAD // (table.size or 1))
    whole = len(rows) // size * size
    if not whole:
        return rows @ table
    stacks = rows[:whole].reshape(-1, size, rows.shape[1]) @ table
    product = stacks.reshape(whole, table.shape[1])
    if whole == len(rows):
        return product
    return np.concatenate([product, rows[whole:] @ table])


def term_pairs(terms: int) -> list[tuple[int, int]]:
    return [(i, j) for i in range(terms) for j in range(i, terms)]


def _swept(square: Array, uncentred: list[Array]) -> Array:
    """Inverse of small symmetric matrices; a term explained by the others gets zeros."""
    inverse = square.copy()
    dropped: list[Flags] = []
    for pivot, before in enumerate(uncentred):
        size = inverse[:, pivot, pivot]
        drop = ~(size > _NEGLIGIBLE_PIVOT * before)
        scale = 1 / np.where(drop, 1.0, size)
        row = inverse[:, pivot, :] * scale[:, None]
        column = inverse[:, :, pivot].copy()
        swept = inverse - column[:, :, None] * row[:, None, :]
        swept[:, pivot, :] = row
        swept[:, :, pivot] = -column * scale[:, None]
        swept[:, pivot, pivot] = scale
        inverse = np.where(drop[:, None, None], inverse, swept)
        dropped.append(drop)
    for pivot, drop in enumerate(dropped):
        inverse[drop, pivot, :] = 0
        inverse[drop, :, pivot] = 0
    return inverse

"""The attacker: what can be worked out from what is shown, with no knowledge of how it was hidden.

Slow and thorough, for tests and for who wants a published table checked. Exact elimination finds
what follows from the sums alone, in fractions; integer programming finds the lowest and highest
number behind each hidden count, with the limits that "< 5" and "niet getoond" give away.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

import numpy as np
from scipy import optimize

from integraal.statistics.roots import Array

Cell = TypeVar("Cell", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Relation(Generic[Cell]):
    """The parts add up to the whole, but for a known difference (whole less parts)."""

    whole: Cell
    parts: tuple[Cell, ...]
    difference: int = 0


@dataclass(frozen=True, slots=True)
class Attack(Generic[Cell]):
    """What an attacker finds.

    Attributes:
        by_sums: hidden counts that follow from sums and subtractions alone, with their number.
        reach: lowest and highest possible number of each hidden count; inf without a highest.
    """

    by_sums: dict[Cell, Fraction]
    reach: dict[Cell, tuple[float, float]]

    @property
    def found(self) -> set[Cell]:
        """The hidden counts that can be one number only."""
        single = {cell for cell, (low, high) in self.reach.items() if low == high}
        return single | set(self.by_sums)


def determined(
    shown: Mapping[Cell, int],
    limits: Mapping[Cell, tuple[float, float]],
    relations: Sequence[Relation[Cell]],
) -> Attack[Cell]:
    """Find what follows about hidden counts.

    Two exports are one system: a count that stayed the same is one cell, a count that was
    corrected is two.

    Args:
        shown: the counts that are published.
        limits: each hidden count with the lowest and highest number that its mark tells.
        relations: all sums. A cell in a relation that is neither shown nor hidden is unknown:
            zero or more.

    Raises:
        ValueError: what is shown cannot be true.
    """
    named = [cell for one in relations for cell in (one.whole, *one.parts)]
    unknown = [cell for cell in dict.fromkeys([*limits, *named]) if cell not in shown]
    place = {cell: at for at, cell in enumerate(unknown)}
    sums = np.zeros((len(relations), len(unknown)))
    right = np.zeros(len(relations))
    for at, one in enumerate(relations):
        right[at] = one.difference
        for cell, sign in ((one.whole, 1), *((part, -1) for part in one.parts)):
            if cell in shown:
                right[at] -= sign * shown[cell]
            else:
                sums[at, place[cell]] += sign
    fixed = _by_elimination(sums, right)
    bounds = np.array([limits.get(cell, (0.0, np.inf)) for cell in unknown]).reshape(-1, 2)
    reach = {cell: _reach(place[cell], sums, right, bounds) for cell in limits if cell not in shown}
    by_sums = {unknown[at]: number for at, number in fixed.items() if unknown[at] in limits}
    return Attack(by_sums, reach)


def _by_elimination(sums: Array, right: Array) -> dict[int, Fraction]:
    """Unknowns that the equations fix: in reduced rows, those that stand alone."""
    rows = [
        [*(Fraction(int(number)) for number in row), Fraction(int(end))]
        for row, end in zip(sums, right, strict=True)
    ]
    width, top = sums.shape[1], 0
    for column in range(width):
        pivot = next((at for at in range(top, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[top], rows[pivot] = rows[pivot], rows[top]
        lead = rows[top][column]
        rows[top] = [number / lead for number in rows[top]]
        for at, row in enumerate(rows):
            if at != top and row[column]:
                times = row[column]
                rows[at] = [a - times * b for a, b in zip(row, rows[top], strict=True)]
        top += 1
    if any(row[width] for row in rows[top:]):
        raise ValueError("What is shown contradicts itself.")
    alone = ([at for at in range(width) if row[at]] for row in rows[:top])
    return {
        filled[0]: row[width]
        for filled, row in zip(alone, rows[:top], strict=True)
        if len(filled) == 1
    }


def _reach(at: int, sums: Array, right: Array, bounds: Array) -> tuple[float, float]:
    """The lowest and highest whole number of one unknown."""
    aim = np.zeros(len(bounds))
    ends = []
    for sign in (1.0, -1.0):
        aim[at] = sign
        found = optimize.milp(
            aim,
            constraints=optimize.LinearConstraint(sums, right, right) if len(sums) else None,
            bounds=optimize.Bounds(bounds[:, 0], bounds[:, 1]),
            integrality=np.ones(len(bounds)),
        )
        if found.status == 2:
            raise ValueError("What is shown contradicts itself.")
        ends.append(sign * round(found.fun) if found.x is not None else sign * -np.inf)
    return ends[0], ends[1]

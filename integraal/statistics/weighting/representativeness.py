"""How far those who answered are like the people they come from: facts, and one plain code."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from integraal.statistics.weighting.margins import Categories, Margins
from integraal.statistics.weighting.weights import Weights, kish

FEWEST_IN_GROUP = 10
TELLING_POINTS = 0.03
MOST_UNEVEN = 1.5
Code = Literal["too few", "self-selected", "self-selected and uneven", "sample", "uneven sample"]


@dataclass(frozen=True, slots=True)
class Group:
    """One category of one variable: its part of the answers and of the people."""

    variable: str
    category: str
    answers: int
    share_of_answers: float
    share_of_people: float

    @property
    def is_small(self) -> bool:
        """Whether so few answered that nothing is shown of it."""
        return self.answers < FEWEST_IN_GROUP


@dataclass(frozen=True, slots=True)
class Representativeness:
    """What must be said beside every result.

    Attributes:
        code: of a closed list. For a self-selected poll no margin for all people is ever given,
            however even the answers are spread.
        answers: how many.
        groups: every category, those without answers too.
        design_effect, effective_n: of the weights; NaN without weights.
        largest_gap: largest distance in share between answers and people.
        moved: largest change of a result by weighting; NaN without results.
    """

    code: Code
    answers: int
    groups: tuple[Group, ...]
    design_effect: float
    effective_n: float
    largest_gap: float
    moved: float

    @property
    def missing(self) -> tuple[Group, ...]:
        """The groups that answered too little to show."""
        return tuple(one for one in self.groups if one.is_small)

    @property
    def is_moved(self) -> bool:
        """Whether weighting changed a result by more than three points, so that both are shown."""
        return self.moved > TELLING_POINTS

    @property
    def gives_margin(self) -> bool:
        """Whether a margin for all people may be given."""
        return self.code in ("sample", "uneven sample")


def representativeness(
    categories: Categories,
    margins: Margins,
    *,
    self_selected: bool,
    weights: ArrayLike | Weights | None = None,
    unweighted: ArrayLike | None = None,
    weighted: ArrayLike | None = None,
) -> Representativeness:
    """Lay those who answered beside the people.

    Args:
        categories: variable to the category of each of n answers; labels without a margin do
            not count.
        margins: variable to the number of people in each category.
        self_selected: whether people chose themselves to take part.
        weights: (n,), or the result of `rake` or `calibrate`, when there are.
        unweighted, weighted: (k,) the same results before and after weighting, as shares.

    Raises:
        ValueError: no variable, variables of different lengths, or results that do not go together.
    """
    if not margins or not set(margins) <= set(categories):
        raise ValueError("Give the category of each answer for every margin.")
    size = len(next(iter(categories.values())))
    groups = tuple(
        group for name in margins for group in _groups(name, list(categories[name]), margins[name])
    )
    if any(len(categories[name]) != size for name in margins):
        raise ValueError("Every variable must have one category for each answer.")
    given = weights.values if isinstance(weights, Weights) else weights
    effect, effective = kish(given) if given is not None else (float("nan"), float("nan"))
    gap = max((abs(one.share_of_answers - one.share_of_people) for one in groups), default=0.0)
    return Representativeness(
        code=_code(size, self_selected, effect),
        answers=size,
        groups=groups,
        design_effect=effect,
        effective_n=effective,
        largest_gap=gap,
        moved=_moved(unweighted, weighted),
    )


def _groups(name: str, labels: list[Hashable], people: Mapping[Hashable, float]) -> list[Group]:
    known = [label for label in labels if label in people]
    total = sum(people.values())
    return [
        Group(
            variable=name,
            category=str(category),
            answers=known.count(category),
            share_of_answers=known.count(category) / len(known) if known else 0.0,
            share_of_people=number / total if total else 0.0,
        )
        for category, number in people.items()
    ]


def _code(size: int, self_selected: bool, effect: float) -> Code:
    if size < FEWEST_IN_GROUP:
        return "too few"
    is_uneven = bool(effect > MOST_UNEVEN)
    if self_selected:
        return "self-selected and uneven" if is_uneven else "self-selected"
    return "uneven sample" if is_uneven else "sample"


def _moved(unweighted: ArrayLike | None, weighted: ArrayLike | None) -> float:
    if unweighted is None or weighted is None:
        return float("nan")
    before, after = np.asarray(unweighted, np.float64), np.asarray(weighted, np.float64)
    if before.shape != after.shape:
        raise ValueError("Results before and after weighting must go together.")
    moved = np.abs(after - before)
    return float(moved[~np.isnan(moved)].max()) if np.any(~np.isnan(moved)) else float("nan")

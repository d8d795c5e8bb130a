"""What is weighted by: for each answer its category, for each category its number of people."""

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.roots import Array

Categories = Mapping[str, Sequence[Hashable] | NDArray[np.generic]]
Margins = Mapping[str, Mapping[Any, float]]
_SAME = 1e-6  # totals of margins may differ by rounding only


@dataclass(frozen=True, slots=True)
class Margin:
    """One variable.

    Attributes:
        name: of the variable.
        codes: (n,) place of each answer's category.
        totals: (k,) people in each category.
    """

    name: str
    codes: NDArray[np.intp]
    totals: Array


def read_margins(categories: Categories, margins: Margins) -> tuple[Margin, ...]:
    """Lay the categories of the answers beside the margins.

    Raises:
        ValueError: no variable, another number of answers, an answer whose category has no
            margin, a category with people but without an answer, a negative total, or margins
            that do not add up to the same number.
    """
    if not margins or set(categories) != set(margins):
        raise ValueError("Give a category for each answer, and a margin, of the same variables.")
    found = tuple(_margin(name, categories[name], margins[name]) for name in margins)
    if len({one.codes.size for one in found}) != 1 or not found[0].codes.size:
        raise ValueError("Every variable must have one category for each answer.")
    totals = [float(one.totals.sum()) for one in found]
    if max(totals) - min(totals) > _SAME * max(totals):
        listed = ", ".join(
            f"{one.name} {total:g}" for one, total in zip(found, totals, strict=True)
        )
        raise ValueError(f"The margins do not add up to the same number of people: {listed}.")
    return tuple(
        Margin(one.name, one.codes, one.totals * (totals[0] / total))
        for one, total in zip(found, totals, strict=True)
    )


def indicator_columns(categories: Categories, size: int) -> Array:
    """A column of ones and zeros for every category that occurs, of every variable.

    Raises:
        ValueError: a variable has not one category for each of the answers.
    """
    columns = []
    for given in categories.values():
        labels = [_plain(each) for each in np.asarray(given, dtype=object)]
        if len(labels) != size:
            raise ValueError("Every variable must have one category for each answer.")
        if any(is_missing(label) for label in labels):
            raise ValueError("An answer without a category cannot have been weighted.")
        place = {label: code for code, label in enumerate(dict.fromkeys(labels))}
        columns.append(np.eye(len(place))[[place[label] for label in labels]])
    return np.hstack(columns) if columns else np.zeros((size, 0))


def known_weights(base: ArrayLike | None, size: int) -> Array:
    """The weights to begin with: equal ones, or those given.

    Raises:
        ValueError: another number of weights, or one that is not above zero.
    """
    weights = np.ones(size) if base is None else np.array(base, dtype=np.float64)
    if weights.shape != (size,) or not np.all(np.isfinite(weights) & (weights > 0)):
        raise ValueError("Base weights must be above zero, one for each answer.")
    return weights


def _margin(
    name: str, given: Sequence[Hashable] | NDArray[np.generic], wanted: Mapping[Hashable, float]
) -> Margin:
    labels = [_plain(each) for each in np.asarray(given, dtype=object)]
    totals = np.array([float(total) for total in wanted.values()])
    if not np.all(np.isfinite(totals) & (totals >= 0)):
        raise ValueError(f"The margin of {name} holds a number that is not zero or more.")
    place = {_plain(label): number for number, label in enumerate(wanted)}
    unknown = sorted({str(label) or "(empty)" for label in labels if label not in place})
    if unknown:
        raise ValueError(
            f"The margin of {name} has no number of people for: {', '.join(unknown)}. An answer "
            "without a category cannot be weighted; leave it out or give it one."
        )
    codes = np.array([place[label] for label in labels], dtype=np.intp)
    answers = np.bincount(codes, minlength=totals.size)
    empty = [
        str(label) for label, number in place.items() if totals[number] and not answers[number]
    ]
    if empty:
        raise ValueError(
            f"Nobody answered in {name}: {', '.join(empty)}. Join such a category with another."
        )
    nobody = [
        str(label) for label, number in place.items() if answers[number] and not totals[number]
    ]
    if nobody:
        raise ValueError(f"There are answers in {name} where the margin has nobody: {nobody[0]}.")
    return Margin(name, codes, totals)


def is_missing(label: object) -> bool:
    """Whether there is no label: None, an empty text or NaN."""
    return label is None or label == "" or (isinstance(label, float) and math.isnan(label))


def _plain(label: object) -> Hashable:
    """A label as it stands in the margins: a number of NumPy is the same as one of Python."""
    value = label.item() if isinstance(label, np.generic) else label
    return value if isinstance(value, Hashable) else str(value)

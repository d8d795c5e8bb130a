"""Would the first few be others if one group of participants had stayed at home?"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from integraal.statistics.ranking.budget import budget_weights
from integraal.statistics.ranking.decision_matrix import Places, checked_matrix
from integraal.statistics.ranking.weighted_sum import Scores, weighted_sum


@dataclass(frozen=True, slots=True)
class GroupInfluence:
    """The ranking of all participants, and those without one group each.

    Attributes:
        groups: the names, in order of first appearance.
        rank: (alternatives,) places with everybody.
        rank_without: (groups, alternatives) places without that group.
        top_changes: (groups,) whether other alternatives are among the first k without it.
        entered, dropped: (groups, alternatives) which come in, and which fall out.
        sizes: (groups,) number of participants.
    """

    groups: tuple[Hashable, ...]
    rank: Places
    rank_without: Places
    top_changes: NDArray[np.bool_]
    entered: NDArray[np.bool_]
    dropped: NDArray[np.bool_]
    sizes: NDArray[np.int64]


def leave_one_group_out(
    utilities: ArrayLike, weights: ArrayLike, groups: Sequence[Hashable], *, k: int = 3
) -> GroupInfluence:
    """Rank by weighted sum with the median weights, each time without one group.

    Args:
        utilities: (alternatives, criteria) on one scale, more is better.
        weights: (participants, criteria) points or weights; see `budget_weights`.
        groups: the group of each participant: council, police, residents.
        k: how many places count as the top; alternatives that share place k are all in it.

    Returns:
        Places with and without each group, and where the top changes.

    Raises:
        ValueError: fewer than two groups, not one per participant, k below one, or scores or
            points that cannot be used.
    """
    scores = checked_matrix(utilities)
    points = np.asarray(weights, dtype=np.float64)
    names = tuple(dict.fromkeys(groups))
    if points.ndim != 2 or len(groups) != len(points):
        raise ValueError("There must be one group for each participant.")
    if len(names) < 2:
        raise ValueError("To leave one group out there must be at least two.")
    if k < 1:
        raise ValueError("The top must hold at least one place.")

    number = {name: at for at, name in enumerate(names)}
    member = np.array([number[group] for group in groups])

    def ranked(chosen: NDArray[np.bool_]) -> Scores:
        return weighted_sum(scores, budget_weights(points[chosen]).weights)

    rank = ranked(np.ones(len(points), dtype=np.bool_)).rank
    without = np.array([ranked(member != at).rank for at in range(len(names))])
    entered, dropped = (without <= k) & (rank > k), (without > k) & (rank <= k)
    return GroupInfluence(
        names,
        rank,
        without,
        np.asarray((entered | dropped).any(axis=1)),
        entered,
        dropped,
        np.bincount(member, minlength=len(names)),
    )

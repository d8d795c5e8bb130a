"""Priorities of a session around a table: scores, weights, and how firm the order is."""

from integraal.statistics.ranking.agreement import Agreement, kendall_w
from integraal.statistics.ranking.budget import BudgetWeights, budget_weights
from integraal.statistics.ranking.influence import GroupInfluence, leave_one_group_out
from integraal.statistics.ranking.pairwise import PairwiseWeights, ahp
from integraal.statistics.ranking.promethee import (
    Flows,
    Preference,
    preference_index,
    promethee_ii,
)
from integraal.statistics.ranking.smaa import RankAcceptability, smaa
from integraal.statistics.ranking.topsis import Closeness, topsis
from integraal.statistics.ranking.weighted_sum import Scores, min_max_utilities, weighted_sum

__all__ = [
    "Agreement",
    "BudgetWeights",
    "Closeness",
    "Flows",
    "GroupInfluence",
    "PairwiseWeights",
    "Preference",
    "RankAcceptability",
    "Scores",
    "ahp",
    "budget_weights",
    "kendall_w",
    "leave_one_group_out",
    "min_max_utilities",
    "preference_index",
    "promethee_ii",
    "smaa",
    "topsis",
    "weighted_sum",
]

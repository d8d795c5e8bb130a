"""Answers to a poll: weighted to the people, with what that costs, and what may be said of it."""

from integraal.statistics.weighting.calibration import calibrate
from integraal.statistics.weighting.groups import GroupComparison, compare_groups
from integraal.statistics.weighting.raking import rake
from integraal.statistics.weighting.representativeness import (
    Group,
    Representativeness,
    representativeness,
)
from integraal.statistics.weighting.shares import Mean, Share, estimate_mean, estimate_share
from integraal.statistics.weighting.weights import Weights, kish

__all__ = [
    "Group",
    "GroupComparison",
    "Mean",
    "Representativeness",
    "Share",
    "Weights",
    "calibrate",
    "compare_groups",
    "estimate_mean",
    "estimate_share",
    "kish",
    "rake",
    "representativeness",
]

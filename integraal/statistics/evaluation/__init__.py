"""Did it work, and could it have been seen if it had? Never that the one caused the other."""

from integraal.statistics.evaluation.before_after import BeforeAfter, before_after
from integraal.statistics.evaluation.differences import (
    FEWEST_CONTROLS,
    Difference,
    difference_in_differences,
)
from integraal.statistics.evaluation.interrupted import (
    FEWEST_BEFORE,
    Factor,
    Interruption,
    interrupted_series,
)
from integraal.statistics.evaluation.power import (
    DetectableChange,
    count_needed,
    detectable_change,
    power_before_after,
)
from integraal.statistics.evaluation.two_surveys import detectable_difference

__all__ = [
    "FEWEST_BEFORE",
    "FEWEST_CONTROLS",
    "BeforeAfter",
    "DetectableChange",
    "Difference",
    "Factor",
    "Interruption",
    "before_after",
    "count_needed",
    "detectable_change",
    "detectable_difference",
    "difference_in_differences",
    "interrupted_series",
    "power_before_after",
]

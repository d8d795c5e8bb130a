"""The tables of monitoring, one module per subject."""

from integraal.policy.monitoring.models.deviations import Deviation, DeviationDeed
from integraal.policy.monitoring.models.goals import GoalReading, Threshold
from integraal.policy.monitoring.models.incidents import Incident, Lesson
from integraal.policy.monitoring.models.joined import JoinedProgramme

__all__ = [
    "Deviation",
    "DeviationDeed",
    "GoalReading",
    "Incident",
    "JoinedProgramme",
    "Lesson",
    "Threshold",
]

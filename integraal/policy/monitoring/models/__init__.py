"""The tables of monitoring, one module per subject."""

from integraal.policy.monitoring.models.deviations import Deviation, DeviationDeed
from integraal.policy.monitoring.models.goals import GoalReading, Threshold
from integraal.policy.monitoring.models.incidents import Incident, Lesson
from integraal.policy.monitoring.models.joined import JoinedProgramme
from integraal.policy.monitoring.models.meetings import ActionPoint, AgendaItem, Meeting

__all__ = [
    "ActionPoint",
    "AgendaItem",
    "Deviation",
    "DeviationDeed",
    "GoalReading",
    "Incident",
    "JoinedProgramme",
    "Lesson",
    "Meeting",
    "Threshold",
]

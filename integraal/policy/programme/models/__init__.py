"""The tables of the programme, one module per subject."""

from integraal.policy.programme.models.changing import ProgrammeChange
from integraal.policy.programme.models.programme import (
    EarlierMeasure,
    Measure,
    MeasurePartner,
    Milestone,
    Programme,
)
from integraal.policy.programme.models.progress import Asking, Light, Progress, Status, Update
from integraal.policy.programme.models.views import CalendarFeed, SavedView

__all__ = [
    "Asking",
    "CalendarFeed",
    "EarlierMeasure",
    "Light",
    "Measure",
    "MeasurePartner",
    "Milestone",
    "Programme",
    "ProgrammeChange",
    "Progress",
    "SavedView",
    "Status",
    "Update",
]

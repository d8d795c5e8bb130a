"""The tables of accountability, one module per subject."""

from integraal.policy.accountability.models.council import CouncilQuestion, FollowedTheme
from integraal.policy.accountability.models.reports import NormAnswer, Report, ReportText

__all__ = ["CouncilQuestion", "FollowedTheme", "NormAnswer", "Report", "ReportText"]

"""The tables of the prioritisation session, one module per subject."""

from integraal.policy.priorities.models.choosing import OtherPriority, ThemeDecision
from integraal.policy.priorities.models.scoring import Ballot, CountedBallot, Participant, Round
from integraal.policy.priorities.models.session import Candidate, Criterion, Session

__all__ = [
    "Ballot",
    "Candidate",
    "CountedBallot",
    "Criterion",
    "OtherPriority",
    "Participant",
    "Round",
    "Session",
    "ThemeDecision",
]

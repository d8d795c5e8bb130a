"""Who takes part and what they score; whose score it was is destroyed when a round closes."""

from django.db import models
from django.db.models import Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.policy.priorities.models.session import Session


class Participant(TenantModel):
    """Somebody at the table (deelnemer), by function and organisation.

    Only a digest of the secret is kept with which a phone comes back after a lost connection.
    Somebody who fills in a paper sheet has none.
    """

    class Group(models.TextChoices):
        COUNCIL = "council", "gemeenteraad"
        PARTNER = "partner", "partner"
        ENTREPRENEUR = "entrepreneur", "ondernemer"
        RESIDENT = "resident", "inwoner"
        STAFF = "staff", "medewerker van de gemeente"

    session = TenantReference(Session, related_name="participants")
    name = models.CharField(max_length=120)
    group = models.CharField(max_length=16, choices=Group.choices)
    organisation = models.CharField(max_length=120, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    on_paper = models.BooleanField(default=False)
    joined_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)

    privacy = PrivacyMap(
        session=Privacy.NONE,
        name=Privacy.FUNCTION,
        group=Privacy.FUNCTION,
        organisation=Privacy.FUNCTION,
        digest=Privacy.ACCOUNT,
        on_paper=Privacy.NONE,
        joined_at=Privacy.FUNCTION,
        left_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["group", "organisation", "name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "digest"],
                condition=~Q(digest=""),
                name="session_participant_secret_once",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Round(TenantModel):
    """One round of scoring (ronde). Scores show only once it is closed."""

    session = TenantReference(Session, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    privacy = PrivacyMap(
        session=Privacy.NONE,
        number=Privacy.NONE,
        opened_at=Privacy.NONE,
        ends_at=Privacy.NONE,
        closed_at=Privacy.NONE,
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "session", "number"], name="session_round_once"
            ),
            models.UniqueConstraint(
                fields=["tenant", "session"],
                condition=Q(closed_at__isnull=True),
                name="session_one_round_open",
            ),
        ]

    def __str__(self) -> str:
        return f"ronde {self.number}"


class Ballot(TenantModel):
    """What one participant has scored in a round that is open; removed when it closes.

    ``marks`` is code of a candidate to code of a criterion to a number; ``points`` is code of a
    criterion to points out of 100, empty when weights are not asked.
    """

    round = TenantReference(Round, related_name="ballots")
    participant = TenantReference(Participant, related_name="ballots")
    marks = models.JSONField(default=dict)
    points = models.JSONField(default=dict)
    is_done = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        round=Privacy.NONE,
        participant=Privacy.FUNCTION,
        marks=Privacy.FUNCTION,
        points=Privacy.FUNCTION,
        is_done=Privacy.NONE,
        revision=Privacy.NONE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "round", "participant"], name="session_ballot_once"
            )
        ]

    def __str__(self) -> str:
        return f"stembriefje in {self.round_id}"


class CountedBallot(TenantModel):
    """What somebody scored in a closed round, without who: a fresh id, no time, no order.

    ``group`` is empty when the group was too small to be told apart.
    """

    round = TenantReference(Round, related_name="counted")
    group = models.CharField(max_length=16, blank=True)
    marks = models.JSONField()
    points = models.JSONField(default=dict)

    privacy = PrivacyMap(
        round=Privacy.NONE, group=Privacy.NONE, marks=Privacy.NONE, points=Privacy.NONE
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"geteld stembriefje in {self.round_id}"

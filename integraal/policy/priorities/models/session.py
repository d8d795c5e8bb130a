"""The session (prioriteringssessie): what is weighed, by which criteria, from which picture."""

from django.db import models
from django.db.models import Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.lifecycle.models import (
    DECIDED_PRIVACY,
    DecidedDocument,
    lifecycle_constraints,
    lifecycle_triggers,
)


class Session(DecidedDocument):
    """One session in which people weigh the themes of an adopted picture and choose priorities.

    A draft is prepared, held and decided on; proposed are its minutes; adopted is it when the
    chair signs them off. ``join_code`` is what participants type; empty is a closed door.
    """

    class Scale(models.TextChoices):
        MARKS = "marks", "cijfers van 1 tot en met 5 per criterium"
        DOTS = "dots", "stippen verdelen over de thema’s"

    title = models.CharField(max_length=120)
    picture = TenantReference("picture.Picture", related_name="+")
    held_on = models.DateField(null=True)
    place = models.CharField(max_length=120, blank=True)
    chair = models.CharField(max_length=120, blank=True)
    scale = models.CharField(max_length=8, choices=Scale.choices, default=Scale.MARKS)
    dots = models.PositiveSmallIntegerField(default=5)
    asks_weights = models.BooleanField(default=False)
    top = models.PositiveSmallIntegerField(default=3)
    join_code = models.CharField(max_length=12, blank=True)
    conversation = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    privacy = PrivacyMap(
        title=Privacy.NONE,
        picture=Privacy.NONE,
        held_on=Privacy.NONE,
        place=Privacy.NONE,
        chair=Privacy.FUNCTION,
        scale=Privacy.NONE,
        dots=Privacy.NONE,
        asks_weights=Privacy.NONE,
        top=Privacy.NONE,
        join_code=Privacy.NONE,
        conversation=Privacy.TEXT,
        revision=Privacy.NONE,
        **DECIDED_PRIVACY,
    )

    class Meta:
        ordering = ["-held_on", "-version", "title"]
        constraints = [
            *lifecycle_constraints("session"),
            models.UniqueConstraint(
                fields=["tenant", "join_code"],
                condition=~Q(join_code=""),
                name="session_join_code_once",
            ),
            models.CheckConstraint(
                condition=Q(dots__gte=1) & Q(dots__lte=20), name="session_dots_believable"
            ),
        ]
        triggers = lifecycle_triggers()

    def __str__(self) -> str:
        return self.title


class Criterion(TenantModel):
    """What a theme is weighed by (criterium), such as its impact on society."""

    session = TenantReference(Session, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    question = models.CharField(max_length=200, blank=True)

    privacy = PrivacyMap(
        session=Privacy.NONE,
        order=Privacy.NONE,
        code=Privacy.NONE,
        name=Privacy.NONE,
        question=Privacy.NONE,
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "session", "code"], name="session_criterion_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Candidate(TenantModel):
    """A theme that is weighed; ``theme`` is its code in the picture, empty for one of its own."""

    session = TenantReference(Session, related_name="candidates")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=60)
    theme = models.CharField(max_length=40, blank=True)

    privacy = PrivacyMap(
        session=Privacy.NONE,
        order=Privacy.NONE,
        code=Privacy.NONE,
        name=Privacy.NONE,
        short_name=Privacy.NONE,
        theme=Privacy.NONE,
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "session", "code"], name="session_candidate_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

"""The outbox (postvak uit): mail that still has to go, as ids; its words are made when it goes."""

from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap


class Message(TenantModel):
    """One mail to one person about one thing; never its words, its address or its link.

    ``message_id`` goes along with every try, so that a mail server and a reader can tell a second
    copy. ``once`` keeps the same mail from being asked for twice.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "wacht"
        SENT = "sent", "verstuurd"
        GIVEN_UP = "given_up", "niet gelukt"
        CANCELLED = "cancelled", "niet meer nodig"

    kind = models.CharField(max_length=40)
    subject_id = models.UUIDField(help_text="what it is about")
    to = TenantReference("people.Member", related_name="+")
    message_id = models.CharField(max_length=120)
    once = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    asked_at = models.DateTimeField()
    not_before = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=40, blank=True)
    sent_at = models.DateTimeField(null=True)

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        subject_id=Privacy.NONE,
        to=Privacy.FUNCTION,
        message_id=Privacy.NONE,
        once=Privacy.NONE,
        state=Privacy.NONE,
        asked_at=Privacy.NONE,
        not_before=Privacy.NONE,
        tries=Privacy.NONE,
        problem=Privacy.NONE,
        sent_at=Privacy.NONE,
    )

    class Meta:
        ordering = ["-asked_at", "id"]
        indexes = [
            models.Index(
                fields=["tenant", "not_before"],
                condition=models.Q(state="waiting"),
                name="outbox_to_send",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "message_id"], name="outbox_id_once"),
            models.UniqueConstraint(fields=["tenant", "once"], name="outbox_asked_once"),
        ]

    def __str__(self) -> str:
        return self.kind

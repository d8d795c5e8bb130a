"""Long work beside the pages: what was asked, how far it is, and what came of it."""

from django.db import models
from django.db.models import F, Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.jobs.states import LABELS, State


class Job(TenantModel):
    """A task (taak) that the worker does: codes, numbers and sentences about numbers.

    ``seen_at`` is the last sign of life of whoever works on it: a killed worker cannot say that
    it stopped.
    """

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=LABELS.items(), default=State.WAITING)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(null=True, help_text="null: not known")
    note = models.CharField(max_length=200, blank=True, help_text="what happens now, in counts")
    report = models.JSONField(default=list, help_text="sentences")
    asked_by = TenantReference("people.Member", null=True, related_name="+")
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        title=Privacy.NONE,
        state=Privacy.NONE,
        done=Privacy.NONE,
        total=Privacy.NONE,
        note=Privacy.NONE,
        report=Privacy.NONE,
        asked_by=Privacy.FUNCTION,
        asked_at=Privacy.FUNCTION,
        started_at=Privacy.NONE,
        seen_at=Privacy.NONE,
        finished_at=Privacy.NONE,
    )

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(done__lte=F("total")), name="jobs_done_of_total"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", started_at__isnull=True)
                | Q(state="running", started_at__isnull=False, seen_at__isnull=False)
                | Q(state__in=["done", "failed"], finished_at__isnull=False),
                name="jobs_state_has_its_times",
            ),
        ]

    def __str__(self) -> str:
        return self.title

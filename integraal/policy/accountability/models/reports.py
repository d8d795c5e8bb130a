"""The report to the council (verantwoording): its facts, what the adviser adds, and the norms."""

from django.db import models
from django.db.models import F, Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.lifecycle.models import (
    DECIDED_PRIVACY,
    DecidedDocument,
    lifecycle_constraints,
    lifecycle_triggers,
)


class Report(DecidedDocument):
    """One version of a report over a period of a programme.

    ``facts`` are what was promised, done and reached up to ``last_day``, as they were gathered;
    ``facts_mark`` is their fingerprint. Nobody writes in them: who wants others gathers again.
    """

    class Kind(models.TextChoices):
        QUARTER = "quarter", "kwartaalrapportage"
        YEAR = "year", "jaarrapportage"
        FINAL = "final", "eindevaluatie"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    title = models.CharField(max_length=120)
    programme = TenantReference("programme.Programme", related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()
    facts = models.JSONField(null=True)
    facts_mark = models.CharField(max_length=64, blank=True)
    gathered_at = models.DateTimeField(null=True)
    council_told_on = models.DateField(null=True)
    published_on = models.DateField(null=True)

    privacy = PrivacyMap(
        kind=Privacy.NONE,
        title=Privacy.NONE,
        programme=Privacy.NONE,
        first_day=Privacy.NONE,
        last_day=Privacy.NONE,
        facts=Privacy.TEXT,
        facts_mark=Privacy.NONE,
        gathered_at=Privacy.NONE,
        council_told_on=Privacy.NONE,
        published_on=Privacy.NONE,
        **DECIDED_PRIVACY,
    )

    class Meta:
        ordering = ["-last_day", "-version", "title"]
        constraints = [
            *lifecycle_constraints("accountability_report"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="accountability_report_days"
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(state__in=["adopted", "superseded"]),
                name="accountability_public_when_adopted",
            ),
        ]
        triggers = lifecycle_triggers()

    def __str__(self) -> str:
        return self.title


class ReportText(TenantModel):
    """What the adviser tells beside the facts (toelichting), at one place of a report.

    ``place`` is "intro", "money", "lessons" or "theme:" with the code of a theme.
    """

    report = TenantReference(Report, related_name="texts")
    place = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        report=Privacy.NONE,
        place=Privacy.NONE,
        text=Privacy.TEXT,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "report", "place"], name="accountability_text_once"
            )
        ]


class NormAnswer(TenantModel):
    """What the municipality says of itself beside one norm of the audit offices."""

    class Answer(models.TextChoices):
        YES = "yes", "ja"
        PARTLY = "partly", "deels"
        NO = "no", "nee"

    report = TenantReference(Report, related_name="norm_answers")
    norm = models.CharField(max_length=60)
    answer = models.CharField(max_length=6, choices=Answer.choices)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        report=Privacy.NONE,
        norm=Privacy.NONE,
        answer=Privacy.NONE,
        text=Privacy.TEXT,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["norm"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "report", "norm"], name="accountability_norm_once"
            )
        ]

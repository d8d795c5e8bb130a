"""The integral safety plan (integraal veiligheidsplan) in its versions, and what it is made of."""

import uuid
from typing import Any

from django.db import models
from django.db.models import F, Q

from integraal.foundation.audit.models import only_added
from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.lifecycle.models import (
    DECIDED_PRIVACY,
    DecidedDocument,
    lifecycle_constraints,
    lifecycle_triggers,
)
from integraal.policy.plan.kinds import KINDS


class Plan(DecidedDocument):
    """One version of the plan of a term of at most four years.

    It rests on a picture and on the priorities of a session; an imported plan may have neither.
    ``published_on`` is the day from which residents read it.
    """

    title = models.CharField(max_length=120)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    picture = TenantReference("picture.Picture", null=True, related_name="+")
    session = TenantReference("priorities.Session", null=True, related_name="+")
    published_on = models.DateField(null=True)

    privacy = PrivacyMap(
        title=Privacy.NONE,
        first_year=Privacy.NONE,
        last_year=Privacy.NONE,
        picture=Privacy.NONE,
        session=Privacy.NONE,
        published_on=Privacy.NONE,
        **DECIDED_PRIVACY,
    )

    class Meta:
        ordering = ["-first_year", "-version"]
        constraints = [
            *lifecycle_constraints("plan"),
            models.CheckConstraint(
                condition=Q(first_year__gte=2002)
                & Q(last_year__gte=F("first_year"))
                & Q(last_year__lte=F("first_year") + 3),
                name="plan_term_of_four_years",
            ),
        ]
        triggers = lifecycle_triggers()

    def __str__(self) -> str:
        return self.title


class Block(TenantModel):
    """One block of a plan: a title, a text, and the details that its kind asks for.

    ``key`` stays the same from version to version, so that a goal can be followed and linked to.
    ``theme`` is the code of its theme, empty for the plan as a whole; a block of kind ``theme``
    carries its own code. ``details`` is code of a field to text. ``revision`` goes up with every
    save; a save says on which revision it builds.
    """

    plan = TenantReference(Plan, related_name="blocks")
    key = models.UUIDField(default=uuid.uuid4)
    kind = models.CharField(max_length=20, choices=[(kind.code, kind.name) for kind in KINDS])
    theme = models.CharField(max_length=40, blank=True)
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=1)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        plan=Privacy.NONE,
        key=Privacy.NONE,
        kind=Privacy.NONE,
        theme=Privacy.NONE,
        order=Privacy.NONE,
        title=Privacy.TEXT,
        text=Privacy.TEXT,
        details=Privacy.TEXT,
        revision=Privacy.NONE,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "plan", "key"], name="plan_block_once"),
            models.UniqueConstraint(
                fields=["tenant", "plan", "theme"],
                condition=Q(kind="theme"),
                name="plan_theme_once",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.kind} in {self.plan_id}"

    def to_keep(self) -> dict[str, Any]:
        """Return the block as it stands, as an ``EarlierBlock`` is found or made."""
        names = ("kind", "theme", "title", "text", "details", "written_by_id", "written_at")
        return {
            "tenant_id": self.tenant_id,
            "plan_id": self.plan_id,
            "block": self.key,
            "revision": self.revision,
            "defaults": {name: getattr(self, name) for name in names},
        }


class EarlierBlock(TenantModel):
    """A block as it stood before somebody went on with it; rows are only ever added.

    ``kind`` and ``theme`` say where a block that was removed comes back.
    """

    block = models.UUIDField(help_text="key of the block, which may be removed by now")
    plan = TenantReference(Plan, related_name="earlier_blocks")
    kind = models.CharField(max_length=20, blank=True)
    theme = models.CharField(max_length=40, blank=True)
    revision = models.PositiveIntegerField()
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    written_by = TenantReference("people.Member", null=True, related_name="+")
    written_at = models.DateTimeField()

    privacy = PrivacyMap(
        block=Privacy.NONE,
        plan=Privacy.NONE,
        kind=Privacy.NONE,
        theme=Privacy.NONE,
        revision=Privacy.NONE,
        title=Privacy.TEXT,
        text=Privacy.TEXT,
        details=Privacy.TEXT,
        written_by=Privacy.FUNCTION,
        written_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "plan", "block", "revision"], name="plan_earlier_block_once"
            )
        ]
        triggers = only_added()


class Edition(TenantModel):
    """A fixed edition (vastgelegde uitgave) of a draft, to comment or decide on; only ever added.

    ``content`` is what the plan held that day, in the form of ``content``.
    """

    class Purpose(models.TextChoices):
        CONSULTATION = "consultation", "voor een consultatie"
        DECISION = "decision", "voor een besluit"
        KEPT = "kept", "bewaard"

    plan = TenantReference(Plan, related_name="editions")
    number = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=16, choices=Purpose.choices)
    content = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    made_by = TenantReference("people.Member", null=True, related_name="+")
    made_at = models.DateTimeField()

    privacy = PrivacyMap(
        plan=Privacy.NONE,
        number=Privacy.NONE,
        purpose=Privacy.NONE,
        content=Privacy.TEXT,
        fingerprint=Privacy.NONE,
        made_by=Privacy.FUNCTION,
        made_at=Privacy.FUNCTION,
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "plan", "number"], name="plan_edition_once")
        ]
        triggers = only_added()

    def __str__(self) -> str:
        return f"uitgave {self.number}"

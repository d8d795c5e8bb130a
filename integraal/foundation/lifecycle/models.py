"""What every adopted document has in common; each step's own document builds on it."""

import pgtrigger
from django.db import models
from django.db.models import Q

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy
from integraal.foundation.lifecycle.states import LABELS, MOVES, State

DECIDED_PRIVACY: dict[str, Privacy] = {
    "state": Privacy.NONE,
    "lineage": Privacy.NONE,
    "version": Privacy.NONE,
    "proposed_by": Privacy.FUNCTION,
    "proposed_at": Privacy.FUNCTION,
    "returned_reason": Privacy.TEXT,
    "adopted_by": Privacy.FUNCTION,
    "adopted_at": Privacy.FUNCTION,
    "adopted_on": Privacy.NONE,
    "adopting_body": Privacy.NONE,
    "decision_number": Privacy.NONE,
    "frozen": Privacy.TEXT,
    "fingerprint": Privacy.NONE,
}


class DecidedDocument(TenantModel):
    """A document in versions that is proposed, adopted, frozen and superseded.

    The database itself refuses a move that does not exist, and a change to what is frozen.
    ``lineage`` is the same for all versions of one document.
    """

    state = models.CharField(max_length=12, default=State.DRAFT, choices=LABELS.items())
    lineage = models.UUIDField(editable=False)
    version = models.PositiveSmallIntegerField(default=1)
    proposed_by = TenantReference("people.Member", null=True, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    returned_reason = models.TextField(blank=True)
    adopted_by = TenantReference("people.Member", null=True, related_name="+")
    adopted_at = models.DateTimeField(null=True)
    adopted_on = models.DateField(null=True)
    adopting_body = models.CharField(max_length=60, blank=True)
    decision_number = models.CharField(max_length=60, blank=True)
    frozen = models.JSONField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        abstract = True

    @property
    def state_label(self) -> str:
        return LABELS[State(self.state)]

    @property
    def is_frozen(self) -> bool:
        """Whether its content stands; the state tells, so the content need not be read for it."""
        return self.state in (State.ADOPTED, State.SUPERSEDED)


_FROZEN_FIELDS = (
    "frozen",
    "fingerprint",
    "version",
    "lineage",
    "adopted_by_id",
    "adopted_at",
    "adopted_on",
    "adopting_body",
    "decision_number",
)


def _differs(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)


def lifecycle_triggers() -> list[pgtrigger.Trigger]:
    """Return the triggers that hold the lifecycle in the database itself."""
    return [
        pgtrigger.FSM(
            name="moves",
            field="state",
            transitions=[(str(move.start), str(move.end)) for move in MOVES],
        ),
        pgtrigger.Protect(
            name="frozen_stays",
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                f"OLD.frozen IS NOT NULL AND ({_differs(_FROZEN_FIELDS)})"
            ),
        ),
        pgtrigger.Protect(
            name="frozen_is_kept",
            operation=pgtrigger.Delete,
            condition=pgtrigger.Condition("OLD.frozen IS NOT NULL"),
        ),
    ]


def lifecycle_constraints(prefix: str) -> list[models.BaseConstraint]:
    """Return the constraints of a lifecycle for a table whose names begin with ``prefix``."""
    frozen = Q(frozen__isnull=False) & ~Q(fingerprint="") & Q(adopted_on__isnull=False)
    settled = Q(state__in=[State.ADOPTED, State.SUPERSEDED])
    return [
        models.UniqueConstraint(fields=["tenant", "lineage", "version"], name=f"{prefix}_version"),
        models.UniqueConstraint(
            fields=["tenant", "lineage"],
            condition=Q(state__in=[State.DRAFT, State.PROPOSED]),
            name=f"{prefix}_one_in_hand",
        ),
        models.UniqueConstraint(
            fields=["tenant", "lineage"],
            condition=Q(state=State.ADOPTED),
            name=f"{prefix}_one_adopted",
        ),
        models.CheckConstraint(
            condition=(settled & frozen) | (~settled & Q(frozen__isnull=True)),
            name=f"{prefix}_frozen_when_adopted",
        ),
    ]

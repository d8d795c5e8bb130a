"""What every meeting has in common; each step's own meetings build on it.

Who presides and who was there are functions and organisations, as text: nobody is searched for by
name in what was said.
"""

import pgtrigger
from django.db import models

from integraal.foundation.database.models import TenantModel, TenantReference
from integraal.foundation.database.privacy import Privacy
from integraal.foundation.meetings.rules import (
    ASKED,
    LONGEST_FUNCTION,
    LONGEST_PLACE,
    LONGEST_TITLE,
    LONGEST_WHAT,
)
from integraal.foundation.meetings.states import LABELS, MOVES, MeetingState

MEETING_PRIVACY: dict[str, Privacy] = {
    "kind": Privacy.NONE,
    "title": Privacy.TEXT,
    "day": Privacy.NONE,
    "starts": Privacy.NONE,
    "place": Privacy.TEXT,
    "chair": Privacy.FUNCTION,
    "present": Privacy.FUNCTION,
    "remarks": Privacy.TEXT,
    "state": Privacy.NONE,
    "frozen": Privacy.TEXT,
    "fingerprint": Privacy.NONE,
    "adopted_on": Privacy.NONE,
    "revision": Privacy.NONE,
}
ITEM_PRIVACY: dict[str, Privacy] = {
    "order": Privacy.NONE,
    "title": Privacy.TEXT,
    "asked": Privacy.NONE,
    "explanation": Privacy.TEXT,
    "outcome": Privacy.TEXT,
    "decision": Privacy.TEXT,
    "revision": Privacy.NONE,
}
POINT_PRIVACY: dict[str, Privacy] = {
    "what": Privacy.TEXT,
    "member": Privacy.FUNCTION,
    "function": Privacy.FUNCTION,
    "due": Privacy.NONE,
    "done_on": Privacy.NONE,
    "revision": Privacy.NONE,
}


class MeetingRow(TenantModel):
    """A meeting (overleg): planned, held, and then its minutes adopted and frozen.

    ``kind`` is the code of a definition that says who may know of it. ``present`` holds functions
    and organisations, one on a line.
    """

    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=LONGEST_TITLE)
    day = models.DateField()
    starts = models.TimeField(null=True)
    place = models.CharField(max_length=LONGEST_PLACE, blank=True)
    chair = models.CharField(max_length=LONGEST_FUNCTION)
    present = models.TextField(blank=True)
    remarks = models.TextField(blank=True)
    state = models.CharField(max_length=8, default=MeetingState.PLANNED, choices=LABELS.items())
    frozen = models.JSONField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    adopted_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        """Say no more than that it is a meeting: the trail is read by who is not in its circle."""
        return "een overleg"

    @property
    def state_label(self) -> str:
        return LABELS[MeetingState(self.state)]

    @property
    def is_frozen(self) -> bool:
        return self.state == MeetingState.ADOPTED


class AgendaItemRow(TenantModel):
    """An item of the agenda (agendapunt): what is asked, what came of it, what was decided."""

    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=LONGEST_TITLE)
    asked = models.CharField(max_length=8, choices=ASKED.items())
    explanation = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def is_dealt_with(self) -> bool:
        return bool(self.outcome or self.decision)


class ActionPointRow(TenantModel):
    """An action of a meeting: what, by whom and when; ``function`` is who does it, in words."""

    what = models.CharField(max_length=LONGEST_WHAT)
    member = TenantReference("people.Member", null=True, related_name="+")
    function = models.CharField(max_length=LONGEST_FUNCTION)
    due = models.DateField()
    done_on = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


def meeting_triggers() -> list[pgtrigger.Trigger]:
    """Return the triggers that hold the state of a meeting and its minutes in the database."""
    return [
        pgtrigger.FSM(
            name="moves", field="state", transitions=[(str(one), str(two)) for one, two in MOVES]
        ),
        pgtrigger.Protect(
            name="minutes_stay",
            operation=pgtrigger.Update | pgtrigger.Delete,
            condition=pgtrigger.Condition("OLD.frozen IS NOT NULL"),
        ),
    ]


def meeting_constraints(prefix: str) -> list[models.BaseConstraint]:
    """Return the constraints of a table of meetings whose names begin with ``prefix``."""
    adopted = models.Q(state=MeetingState.ADOPTED)
    frozen = models.Q(frozen__isnull=False, adopted_on__isnull=False) & ~models.Q(fingerprint="")
    return [
        models.CheckConstraint(
            condition=(adopted & frozen) | (~adopted & models.Q(frozen__isnull=True)),
            name=f"{prefix}_frozen_when_adopted",
        )
    ]

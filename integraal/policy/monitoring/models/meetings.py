"""Meetings about how the policy goes: their agenda, decisions, actions and minutes."""

from django.db import models

from integraal.foundation.database.models import TenantReference
from integraal.foundation.database.privacy import Privacy, PrivacyMap
from integraal.foundation.meetings.models import (
    ITEM_PRIVACY,
    MEETING_PRIVACY,
    POINT_PRIVACY,
    ActionPointRow,
    AgendaItemRow,
    MeetingRow,
    meeting_constraints,
    meeting_triggers,
)
from integraal.policy.monitoring.models.deviations import Deviation


class Meeting(MeetingRow):
    """A meeting; ``adopted_in`` is the later one in which its minutes were adopted."""

    adopted_in = TenantReference("self", null=True, related_name="+")

    privacy = PrivacyMap(adopted_in=Privacy.NONE, **MEETING_PRIVACY)

    class Meta:
        ordering = ["-day", "-starts", "id"]
        constraints = meeting_constraints("monitoring_meeting")
        triggers = meeting_triggers()


class AgendaItem(AgendaItemRow):
    """An item, about a deviation, about an action of an earlier meeting, or about neither.

    ``action`` is the key of that action. ``chosen`` is the place of the option of the deviation
    that was decided on, from zero.
    """

    meeting = TenantReference(Meeting, related_name="items")
    deviation = TenantReference(Deviation, null=True, related_name="items")
    action = models.UUIDField(null=True)
    chosen = models.PositiveSmallIntegerField(null=True)

    privacy = PrivacyMap(
        meeting=Privacy.NONE,
        deviation=Privacy.NONE,
        action=Privacy.NONE,
        chosen=Privacy.NONE,
        **ITEM_PRIVACY,
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "meeting", "deviation"], name="monitoring_item_deviation_once"
            ),
            models.UniqueConstraint(
                fields=["tenant", "meeting", "action"], name="monitoring_item_action_once"
            ),
            models.CheckConstraint(
                condition=models.Q(deviation__isnull=True) | models.Q(action__isnull=True),
                name="monitoring_item_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        """Say no more than that it is an item: the trail is read by who is not in the circle."""
        return "een agendapunt"


class ActionPoint(ActionPointRow):
    """An action that was agreed on in a meeting, at one of its items."""

    meeting = TenantReference(Meeting, related_name="points")
    item = TenantReference(AgendaItem, null=True, related_name="points")

    privacy = PrivacyMap(meeting=Privacy.NONE, item=Privacy.NONE, **POINT_PRIVACY)

    class Meta:
        ordering = ["due", "what", "id"]

    def __str__(self) -> str:
        """Say no more than that it is an action: the trail is read by who is not in the circle."""
        return "een actie"

"""What is open and may go on the agenda of a meeting, with what each of it waits for."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from integraal.foundation.audit.actors import Actor
from integraal.foundation.meetings.states import MeetingState
from integraal.foundation.ui.dutch import day
from integraal.policy.monitoring.deviations.queries import deviations, stage
from integraal.policy.monitoring.deviations.states import MISSING
from integraal.policy.monitoring.meetings.queries import carried_points
from integraal.policy.monitoring.models import ActionPoint, AgendaItem, Deviation, Meeting


@dataclass(frozen=True)
class Proposed:
    """What is open, in the order in which it is offered."""

    of_deviations: Mapping[str, Deviation]
    of_actions: Mapping[str, ActionPoint]

    @property
    def deviations(self) -> Sequence[tuple[str, str]]:
        """Key of each deviation, and what it is and waits for."""
        return [
            (key, f"{one.title}. Nu: {MISSING[stage(one)]}")
            for key, one in self.of_deviations.items()
        ]

    @property
    def actions(self) -> Sequence[tuple[str, str]]:
        """Key of each action, and what, who and when."""
        return [
            (key, f"{one.what} ({one.function}, klaar op {day(one.due)})")
            for key, one in self.of_actions.items()
        ]

    def chosen(self, given: Mapping[str, Any]) -> dict[str, list[Any]]:
        """Return the rows of what was chosen, as ``fill_agenda`` takes them."""
        return {
            "deviations": [self.of_deviations[key] for key in given.get("deviations", [])],
            "actions": [self.of_actions[key] for key in given.get("actions", [])],
        }


def proposed(by: Actor, row: Meeting) -> Proposed:
    """Return the open deviations and actions that are on no agenda of a coming meeting yet."""
    on_an_agenda = _on_an_agenda(row)
    found = (
        deviations(by)
        .filter(closed_on__isnull=True)
        .exclude(pk__in=on_an_agenda.filter(deviation__isnull=False).values("deviation"))
    )
    actions = carried_points(row).exclude(
        pk__in=on_an_agenda.filter(action__isnull=False).values("action")
    )
    return Proposed({str(one.pk): one for one in found}, {str(one.pk): one for one in actions})


def chosen_rows(
    by: Actor, row: Meeting, deviation_keys: Sequence[uuid.UUID], action_keys: Sequence[uuid.UUID]
) -> dict[str, list[Any]]:
    """Return the rows with these keys that the actor may put on an agenda, as for the action."""
    return {
        "deviations": list(deviations(by).filter(pk__in=deviation_keys)),
        "actions": list(carried_points(row).filter(pk__in=action_keys)),
    }


def _on_an_agenda(row: Meeting) -> Any:
    coming = Meeting.objects.filter(kind=row.kind, state=MeetingState.PLANNED)
    return AgendaItem.objects.filter(Q(meeting__in=coming.values("pk")) | Q(meeting=row))

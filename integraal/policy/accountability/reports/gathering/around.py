"""What was changed, what went otherwise, what came between, and what we join."""

from datetime import date
from typing import Any

from django.db.models import Q

from integraal.policy.accountability.reports.gathering.promised import Promised, day_json
from integraal.policy.monitoring.models import Deviation, Incident, JoinedProgramme
from integraal.policy.programme.models import ProgrammeChange

Json = dict[str, Any]


def changes_json(promised: Promised, first_day: date, last_day: date) -> list[Json]:
    """Return the interim changes that were begun or decided in the period."""
    found = ProgrammeChange.objects.filter(
        Q(made_on__range=(first_day, last_day)) | Q(decided_on__range=(first_day, last_day)),
        programme__lineage=promised.programme.lineage,
        made_on__lte=last_day,
    ).order_by("made_on", "title", "id")
    versions = {one.pk: one.version for one in promised.versions}
    return [_change(one, versions, last_day) for one in found]


def _change(one: ProgrammeChange, versions: dict[Any, int], last_day: date) -> Json:
    decided = day_json(one.decided_on, last_day)
    return {
        "id": str(one.pk),
        "programme": str(one.programme_id),
        "title": one.title,
        "cause": one.get_cause_display(),
        "reason": one.reason,
        "made_on": str(one.made_on),
        "decision": one.decision if decided else "",
        "decided_by": one.decided_by if decided else "",
        "decided_on": decided,
        "version": versions.get(one.following_id, 0),
        "council_told_on": day_json(one.council_told_on, last_day),
    }


def deviations_json(
    promised: Promised, goals: set[str], first_day: date, last_day: date
) -> list[Json]:
    """Return the deviations that were open in the period, each as it stood on its last day."""
    lineage = promised.programme.lineage
    found = Deviation.objects.filter(
        Q(closed_on__isnull=True) | Q(closed_on__gte=first_day),
        Q(lineage=lineage) | Q(lineage__isnull=True, goal__in=goals) | Q(lineage__isnull=True,
                                                                        goal__isnull=True),
        opened_on__lte=last_day,
    ).order_by("opened_on", "title", "id")  # fmt: skip
    return [_deviation(one, first_day, last_day) for one in found]


def _deviation(one: Deviation, first_day: date, last_day: date) -> Json:
    decided, closed = day_json(one.decided_on, last_day), day_json(one.closed_on, last_day)
    return {
        "id": str(one.pk),
        "title": one.title,
        "cause": one.get_cause_display(),
        "goal": str(one.goal or ""),
        "measure": str(one.measure or ""),
        "opened_on": str(one.opened_on),
        "is_new": one.opened_on >= first_day,
        "decision": one.decision if decided else "",
        "decided_by": one.decided_by if decided else "",
        "decided_on": decided,
        "result": one.result if closed else "",
        "closed_on": closed,
    }


def incidents_json(first_day: date, last_day: date) -> list[Json]:
    """Return the incidents and statutory tasks of the period."""
    found = Incident.objects.filter(happened_on__range=(first_day, last_day))
    return [
        {
            "id": str(one.pk),
            "kind": one.get_kind_display(),
            "title": one.title,
            "theme": one.theme,
            "area": one.area.name if one.area else "",
            "on": str(one.happened_on),
            "hours": "" if one.hours is None else str(one.hours),
            "shifted": one.shifted,
        }
        for one in found.select_related("area").order_by("happened_on", "title", "id")
    ]


def joined_json(first_day: date, last_day: date) -> list[Json]:
    """Return the programmes of others that we joined in the period."""
    found = JoinedProgramme.objects.filter(
        Q(until__isnull=True) | Q(until__gte=first_day), since__lte=last_day
    )
    return [
        {
            "id": str(one.pk),
            "title": one.title,
            "level": one.get_level_display(),
            "since": str(one.since),
            "until": day_json(one.until, last_day),
            "share": one.share,
            "result": one.result,
        }
        for one in found.order_by("level", "since", "title", "id")
    ]

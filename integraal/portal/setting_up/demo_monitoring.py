"""Follow the demo's policy: thresholds, incidents, programmes of others and deviations."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from integraal.foundation.areas.queries import parts_on
from integraal.foundation.audit.actors import Actor
from integraal.policy.monitoring.deviations import actions as deviations
from integraal.policy.monitoring.goals.queries import adopted_plan, goals_of
from integraal.policy.monitoring.incidents.actions import keep_incident, keep_lesson
from integraal.policy.monitoring.incidents.fields import Account
from integraal.policy.monitoring.joined.actions import Joining, join
from integraal.policy.monitoring.models import Deviation, Incident
from integraal.policy.monitoring.thresholds.actions import check_thresholds, set_threshold
from integraal.policy.programme.models import Measure
from integraal.portal.setting_up.demo_meetings import hold_meetings
from integraal.portal.setting_up.demo_people import somebody

Row = dict[str, Any]
_OF_INCIDENT = ("kind", "title", "what", "theme", "shifted", "aftercare", "evaluation")
_OF_DEVIATION = ("title", "cause", "what")


def load_monitoring(content: Row) -> str:
    """Keep what the demo follows, bring each deviation as far as it came, and hold the meetings.

    Returns:
        A Dutch sentence.
    """
    by = somebody("adviser")
    if by is None or adopted_plan(by, timezone.localdate()) is None or _is_there():
        return "de monitoring laten we zoals zij is."
    for row in content["joined"]:
        join(by=by, joining=Joining(**{**row, "since": date.fromisoformat(row["since"])}))
    for row in content["incidents"]:
        _keep_incident(by, row)
    keys = _goals(by)
    for row in content["thresholds"]:
        set_threshold(by=by, goal=keys[row["goal"]], rule=row["rule"], value=Decimal(row["value"]))
    opened = [_open(by, row, keys) for row in content["deviations"]]
    held = hold_meetings(by, content["meetings"], opened)
    for deviation, row in zip(opened, content["deviations"], strict=True):
        _finish(by, deviation, row)
    crossed = len(check_thresholds(by=by))
    return (
        f"{len(opened) + crossed} afwijkingen, {len(content['incidents'])} incidenten en taken "
        f"en {held} overleggen vastgelegd."
    )


def _is_there() -> bool:
    return Deviation.objects.exists() or Incident.objects.exists()


def _goals(by: Actor) -> dict[str, Any]:
    plan = adopted_plan(by, timezone.localdate())
    return {one.title: one.key for one in goals_of(plan)} if plan else {}


def _keep_incident(by: Actor, row: Row) -> None:
    happened_on = date.fromisoformat(row["happened_on"])
    areas = {one.name: one for one in parts_on(happened_on)} if "area" in row else {}
    account = Account(
        **{name: row[name] for name in _OF_INCIDENT if name in row},
        happened_on=happened_on,
        area=areas.get(row.get("area", "")),
        hours=Decimal(row["hours"]),
    )
    incident = keep_incident(by=by, account=account)
    for text in row["lessons"]:
        keep_lesson(by=by, incident=incident, text=text)


def _open(by: Actor, row: Row, keys: dict[str, Any]) -> Deviation:
    """Open a deviation and bring it as far as a meeting needs it."""
    measure = Measure.objects.filter(title=row.get("measure", "")).order_by("-programme").first()
    found = Incident.objects.filter(title=row.get("incident", "")).first()
    made = deviations.open_deviation(
        by=by,
        **{name: row[name] for name in _OF_DEVIATION},
        goal=keys.get(row.get("goal", "")),
        measure=measure.key if measure else None,
        lineage=measure.programme.lineage if measure else None,
        incident=found,
        opened_on=date.fromisoformat(row["opened_on"]),
    )
    if "analysis" in row:
        made = deviations.analyse(
            by=by, deviation=made, analysis=row["analysis"], base_revision=made.revision
        )
    if "options" in row:
        options = [(text, consequence) for text, consequence in row["options"]]
        made = deviations.give_options(
            by=by, deviation=made, options=options, base_revision=made.revision
        )
    return made


def _finish(by: Actor, opened: Deviation, row: Row) -> None:
    """Write what followed on the decision, and what came of it."""
    made = Deviation.objects.get(pk=opened.pk)
    if "follow_up" in row:
        made = deviations.follow_up(
            by=by, deviation=made, text=row["follow_up"], measure=made.measure,
            base_revision=made.revision,
        )  # fmt: skip
    if "result" in row:
        deviations.close(
            by=by, deviation=made, result=row["result"], base_revision=made.revision,
            closed_on=date.fromisoformat(row["closed_on"]),
        )  # fmt: skip

"""The content of the minutes as plain JSON: what page and paper show, and what is frozen.

    {form, kind, title, secrecy, municipality, day, starts, place, chair, present: [text],
     items: [{place, title, asked, explanation, about, outcome, decision, chosen,
              actions: [{what, who, due}]}],
     carried: [{what, who, due}], remarks}

Who did or does something is a function; nobody goes by name.
"""

from typing import Any

from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.meetings.kinds import MeetingKind
from integraal.foundation.meetings.rules import ASKED
from integraal.policy.monitoring.meetings.queries import carried_points, items_of
from integraal.policy.monitoring.models import ActionPoint, AgendaItem, Meeting

Json = dict[str, Any]
FORM = 1


def content_of(row: Meeting, kind: MeetingKind) -> Json:
    """Return the content of the minutes: as it was frozen, or else as it is now."""
    if row.is_frozen:
        return row.frozen  # type: ignore[no-any-return]
    return build_content(row, kind)


def build_content(row: Meeting, kind: MeetingKind) -> Json:
    """Return the content of the minutes from what stands there now."""
    whole = municipality_on(row.day)
    return {
        "form": FORM,
        "kind": kind.name,
        "title": row.title,
        "secrecy": kind.secrecy,
        "municipality": whole.name if whole else "",
        "day": row.day.isoformat(),
        "starts": row.starts.strftime("%H:%M") if row.starts else "",
        "place": row.place,
        "chair": row.chair,
        "present": [line.strip() for line in row.present.splitlines() if line.strip()],
        "items": [_item(place, one) for place, one in enumerate(items_of(row), start=1)],
        "carried": [_point(one) for one in carried_points(row)],
        "remarks": row.remarks,
    }


def _item(place: int, one: AgendaItem) -> Json:
    return {
        "place": place,
        "title": one.title,
        "asked": ASKED[one.asked],
        "explanation": one.explanation,
        "about": str(one.deviation_id or one.action or ""),
        "outcome": one.outcome,
        "decision": one.decision,
        "chosen": chosen_words(one),
        "actions": [_point(point) for point in one.points.all()],
    }


def chosen_words(one: AgendaItem) -> str:
    """Return the option that was decided on, in its own words; empty when none was."""
    if one.deviation is None or one.chosen is None or one.chosen >= len(one.deviation.options):
        return ""
    return str(one.deviation.options[one.chosen]["text"])


def _point(one: ActionPoint) -> Json:
    return {"what": one.what, "who": one.function, "due": one.due.isoformat()}

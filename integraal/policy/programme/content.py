"""The content of a programme as plain JSON: what pages and papers show, and what is frozen.

    {form, title, first_year, last_year, version, municipality, plan: {id, title, version,
     fingerprint} or null, capacity: {quarter: hours}, measures: [measure]}

    measure: {key, carried_from, theme, goal, title, owner, deputy, starts_on, ends_on, text, item,
              kind, area, budget, money_source, hours, output, output_target, outcome,
              outcome_target, risk, decision, needs, partners: [{organisation, role}],
              milestones: [{key, title, day}]}

What is promised is in it; how it goes is not, for that changes every day. Owners stand in it by
their function and organisation, not by their name. Numbers are text.
"""

from datetime import date
from typing import Any

from integraal.foundation.areas.queries import municipality_on
from integraal.foundation.people.models import Member
from integraal.policy.plan.content import named_document
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.queries import measures

Json = dict[str, Any]
FORM = 1


def content_of(programme: Programme) -> Json:
    """Return the content: as it was frozen, or else as it is now."""
    return programme.frozen if programme.is_frozen else build_content(programme)


def build_content(programme: Programme) -> Json:
    """Return the content from the measures of today."""
    whole = municipality_on(date(programme.first_year, 1, 1))
    return {
        "form": FORM,
        "title": programme.title,
        "first_year": programme.first_year,
        "last_year": programme.last_year,
        "version": programme.version,
        "municipality": whole.name if whole else "",
        "plan": named_document(programme.plan) if programme.plan else None,
        "capacity": programme.capacity,
        "measures": [measure_json(one) for one in measures(programme)],
    }


def measure_json(measure: Measure) -> Json:
    """Return one measure as the content holds it; its partners and milestones are read with it."""
    return {
        "key": str(measure.key),
        "carried_from": _text(measure.carried_from),
        "theme": measure.theme,
        "goal": _text(measure.goal),
        "title": measure.title,
        "owner": function_of(measure.owner),
        "deputy": function_of(measure.deputy),
        "starts_on": _text(measure.starts_on),
        "ends_on": _text(measure.ends_on),
        "text": measure.text,
        "item": measure.item,
        "kind": measure.kind,
        "area": measure.area.name if measure.area else "",
        "budget": _text(measure.budget),
        "money_source": measure.money_source,
        "hours": measure.hours,
        "output": measure.output,
        "output_target": measure.output_target,
        "outcome": measure.outcome,
        "outcome_target": measure.outcome_target,
        "risk": measure.risk,
        "decision": measure.decision,
        "needs": [str(one) for one in measure.needs],
        "partners": [
            {"organisation": one.organisation.name, "role": one.role}
            for one in measure.partners.all()
        ],
        "milestones": [
            {"key": str(one.key), "title": one.title, "day": _text(one.day)}
            for one in measure.milestones.all()
        ],
    }


def function_of(member: Member | None) -> str:
    """Return somebody as function and organisation, as a document may name them."""
    if member is None:
        return ""
    function = member.function or member.first_role or "contactpersoon"
    return f"{function}, {member.organisation.name}"


def _text(value: object) -> str:
    return "" if value is None else str(value)

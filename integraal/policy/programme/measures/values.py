"""A measure as the values of its form, and what somebody else made of it in words."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms

from integraal.foundation.ui.dutch import day, listed, number
from integraal.policy.programme.measures.forms import MeasureForm
from integraal.policy.programme.models import Measure

_EMPTY = "(leeg)"
_SAME = ("title", "starts_on", "ends_on", "text", "item", "kind", "budget", "money_source",
         "output", "outcome", "risk", "decision")  # fmt: skip


def initial_of(measure: Measure) -> dict[str, Any]:
    """Return what stands in the form of a measure."""
    found: dict[str, Any] = {name: getattr(measure, name) for name in _SAME}
    if measure.budget is not None:
        found["budget"] = number(measure.budget, 0 if measure.budget % 1 == 0 else 2)
    found["why"] = f"doel:{measure.goal}" if measure.goal else f"thema:{measure.theme}"
    for name in ("owner", "deputy", "area"):
        found[name] = str(getattr(measure, f"{name}_id") or "")
    found["needs"] = [str(one) for one in measure.needs]
    for name in ("hours", "output_target", "outcome_target"):
        periods = getattr(measure, name).items()
        found |= {f"{name}_{period}": value for period, value in periods}
    for at, partner in enumerate(measure.partners.all()):
        found |= {f"partner_{at}": str(partner.organisation_id), f"role_{at}": partner.role}
    for at, one in enumerate(measure.milestones.all()):
        found |= {f"milestone_{at}": one.title, f"milestone_day_{at}": one.day}
    return found


def others_values(form: MeasureForm, current: Measure) -> list[tuple[str, str, str]]:
    """Return of each field that differs: its label, what the other made of it, and one's own."""
    theirs, found = initial_of(current), []
    for bound in form:
        if bound.is_hidden:
            continue
        other = _shown(bound, theirs.get(bound.name))
        own = _shown(bound, bound.value())
        if other != own:
            found.append((str(bound.label), other, own))
    return found


def _shown(bound: forms.BoundField, value: Any) -> str:
    if value in (None, "", []):
        return _EMPTY
    if isinstance(value, list):
        return listed([_choice(bound, one) for one in value])
    if isinstance(value, date):
        return day(value)
    if isinstance(bound.field, forms.DateField):
        return _day_written(bound, str(value))
    return _choice(bound, value) if isinstance(bound.field, forms.ChoiceField) else _line(value)


def _line(value: Any) -> str:
    return number(value) if isinstance(value, Decimal) else str(value)


def _day_written(bound: forms.BoundField, value: str) -> str:
    try:
        return day(bound.field.to_python(value))
    except forms.ValidationError:
        return value


def _choice(bound: forms.BoundField, value: Any) -> str:
    assert isinstance(bound.field, forms.ChoiceField)
    for code, label in bound.field.choices:
        if isinstance(label, list | tuple):
            within = dict(label).get(value)
            if within:
                return str(within)
        elif str(code) == str(value):
            return str(label)
    return str(value)

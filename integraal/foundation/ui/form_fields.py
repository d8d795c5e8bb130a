"""A form field with its label, hint and error tied together for every reader."""

from __future__ import annotations

from typing import Any

from django.forms import BoundField, Form, widgets
from django.utils.safestring import SafeString

TEMPLATES = {
    "group": "ui/components/field_group.html",
    "tick": "ui/components/field_tick.html",
    "plain": "ui/components/field.html",
}


def template_of(field: BoundField) -> str:
    """Choose the template: a group of choices, one tick box, or label and control."""
    widget = field.field.widget
    if isinstance(widget, widgets.RadioSelect | widgets.CheckboxSelectMultiple):
        return TEMPLATES["group"]
    if isinstance(widget, widgets.CheckboxInput):
        return TEMPLATES["tick"]
    return TEMPLATES["plain"]


def context_of(field: BoundField) -> dict[str, Any]:
    """Return what the field templates need, with the control tied to its hint and error."""
    hint_id, error_id = f"{field.auto_id}-uitleg", f"{field.auto_id}-fout"
    described_by = " ".join(
        name for name, present in ((hint_id, field.help_text), (error_id, field.errors)) if present
    )
    return {
        "field": field,
        "hint_id": hint_id,
        "error_id": error_id,
        "described_by": described_by,
        "widget": _control(field, described_by),
    }


def _control(field: BoundField, described_by: str) -> SafeString:
    attributes: dict[str, Any] = {"class": _control_class(field.field.widget)}
    if described_by:
        attributes["aria-describedby"] = described_by
    if field.errors:
        attributes["aria-invalid"] = "true"
    return field.as_widget(attrs=attributes)


def _control_class(widget: widgets.Widget) -> str:
    if isinstance(widget, widgets.Textarea):
        return "utrecht-textarea"
    if isinstance(widget, widgets.CheckboxInput):
        return "utrecht-checkbox"
    if isinstance(widget, widgets.Select):
        return "utrecht-select"
    if isinstance(widget, widgets.FileInput):
        return "ig-file"
    return "utrecht-textbox"


def problems_of(form: Form) -> list[tuple[str, str]]:
    """Return every error of a form as (id of the control or "", sentence), in order of fields."""
    found = [("", str(problem)) for problem in form.non_field_errors()]
    for field in form:
        found += [(field.id_for_label or field.auto_id, str(problem)) for problem in field.errors]
    return found


def errors_title(count: int) -> str:
    """Return the heading of an error summary."""
    things = {1: "één ding", 2: "twee dingen", 3: "drie dingen"}.get(count, f"{count} dingen")
    return f"Er is nog niets bewaard. Verbeter {things}."

"""Forms, the editor, confirmation, differences and history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from django import template
from django.forms import BoundField, Form
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from integraal.foundation.ui import dutch
from integraal.foundation.ui.components import Deed, OtherText
from integraal.foundation.ui.differences import differences
from integraal.foundation.ui.form_fields import context_of, errors_title, problems_of, template_of
from integraal.foundation.ui.templatetags.ig_numbers import local

register = template.Library()
COMPONENTS = "ui/components/"


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """A field of a Django form: label, hint, error and control, or a group of choices."""
    if bound.is_hidden:
        return bound.as_widget()
    return render_to_string(template_of(bound), context_of(bound))


@register.inclusion_tag(f"{COMPONENTS}error_summary.html")
def error_summary(form: Form, title: str = "", take_focus: bool = True) -> dict[str, Any]:
    """All errors of a form on top, each a link to its control; nothing when there are none."""
    problems = problems_of(form)
    return {
        "problems": problems,
        "title": title or errors_title(len(problems)),
        "take_focus": take_focus,
    }


@register.inclusion_tag(f"{COMPONENTS}editor.html", takes_context=True)
def editor(
    context: Context,
    action: str,
    text: str,
    base_revision: int | str,
    label: str,
    hint: str = "",
    error: str = "",
    saved_at: datetime | None = None,
    field_id: str = "tekst",
    sign_in_url: str = "/",
    other: OtherText | None = None,
    longest: int = 0,
    insert: str = "",
    label_as: Literal["line", "heading", "hidden"] = "line",
    rows: int = 12,
    status: str = "",
) -> dict[str, Any]:
    """A text that saves itself. other: the text of somebody else, when both wrote (no script).

    longest: characters that can be saved; 0 for no end. insert: the words on the button that opens
    the dialog ``data-insert`` of the page; with it there are buttons for marks (``writing.js``).
    label_as: how the label is shown. status: what is said of saving where no time is known.
    """
    described = [f"{field_id}-uitleg"] if hint else []
    described += [f"{field_id}-fout"] if error else []
    saved = f"Bewaard om {dutch.clock(local(saved_at))}" if saved_at else "Nog niets bewaard"
    return {
        "csrf_token": context.get("csrf_token", ""),
        "action": action,
        "text": text,
        "base_revision": base_revision,
        "label": label,
        "hint": hint,
        "error": error,
        "status_words": status or saved,
        "field_id": field_id,
        "sign_in_url": sign_in_url,
        "described_by": " ".join(described),
        "other": other,
        "longest": longest,
        "insert": insert,
        "label_as": label_as,
        "rows": rows,
    }


@register.inclusion_tag(f"{COMPONENTS}confirm.html", takes_context=True)
def confirm(
    context: Context,
    name: str,
    action: str,
    deed: str,
    question: str,
    say: str,
    primary: bool = False,
) -> dict[str, Any]:
    """A button that asks once more. name: unique in the page; deed: the words on the button."""
    return {
        "csrf_token": context.get("csrf_token", ""),
        "name": name,
        "action": action,
        "deed": deed,
        "question": question,
        "say": say,
        "primary": primary,
    }


@register.inclusion_tag(f"{COMPONENTS}difference.html")
def difference(before: str, after: str) -> dict[str, Any]:
    """What changed between two texts, word by word."""
    return {"paragraphs": differences(before, after)}


@register.inclusion_tag(f"{COMPONENTS}history.html")
def history(deeds: Iterable[Deed]) -> dict[str, Any]:
    """Who did what, in the order given."""
    return {"deeds": deeds}

"""What every form that saves shares: a deed that may be refused, and what others saved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest

from integraal.foundation.lifecycle.refusals import Conflict, Refused
from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.ui.dutch import day

OTHERS_WORDS = (
    "Iemand anders heeft dit intussen veranderd. Er is niets verloren: vergelijk beide hieronder "
    "en bewaar opnieuw."
)


@dataclass(frozen=True)
class Attempt:
    """What came of a deed: ``done``, or the answer's status and the row somebody else saved."""

    done: Any = None
    other: Any = None
    status: int = 200


def attempt(
    request: HttpRequest, form: forms.Form, deed: Callable[[dict[str, Any]], Any]
) -> Attempt:
    """Do ``deed`` with what was filled in; a refusal becomes an error of the form.

    Args:
        request: only a POST is tried.
        form: bound to what was sent.
        deed: takes the cleaned values and returns something true.
    """
    if request.method != "POST":
        return Attempt()
    if not form.is_valid():
        return Attempt(status=422)
    try:
        return Attempt(done=deed(form.cleaned_data))
    except Conflict as conflict:
        form.add_error(None, OTHERS_WORDS)
        return Attempt(other=conflict.current, status=409)
    except (Refused, NotAllowed, ImpossibleMove) as refusal:
        form.add_error(None, str(refusal))
        return Attempt(status=422)


def revision_sent(request: HttpRequest) -> int:
    """Return the revision that what is sent builds on; 0 when the page did not say."""
    sent = request.POST.get("base_revision", "") or request.GET.get("stand", "")
    return number_sent(sent) or 0


def number_sent(sent: str) -> int | None:
    """Return a count or revision as a form sends it; ``None`` when it is none."""
    return int(sent) if sent.isdecimal() and len(sent) < 10 else None


def others_values(form: forms.Form, current: Any) -> list[tuple[str, str]]:
    """Return, for each field that differs, its label and what somebody else made of it."""
    return [
        (str(bound.label), _shown(bound, getattr(current, bound.name)))
        for bound in form
        if hasattr(current, bound.name)
        and getattr(current, bound.name) != form.cleaned_data.get(bound.name)
    ]


def _shown(bound: forms.BoundField, value: Any) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if value is None:
        return "(leeg)"
    choices = getattr(bound.field, "choices", None)
    if choices:
        return str(dict(choices).get(value, value))
    return str(value) or "(leeg)"

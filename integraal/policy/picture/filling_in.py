"""What the forms beside the texts share: fields with sentences, and a deed that may be refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from integraal.foundation.lifecycle.refusals import Conflict, Refused
from integraal.foundation.lifecycle.states import ImpossibleMove
from integraal.foundation.people.access import NotAllowed
from integraal.foundation.ui.components import OtherText
from integraal.foundation.ui.dutch import clock, day
from integraal.foundation.ui.templatetags.ig_numbers import local
from integraal.policy.picture.words import LINE, LONGEST, length_problem, one_line, plain

INCOMPLETE = "De pagina is niet compleet verstuurd. Ververs de pagina en probeer opnieuw."
OTHERS_WORDS = (
    "Iemand anders heeft dit intussen veranderd. Er is niets verloren: vergelijk beide hieronder "
    "en bewaar opnieuw."
)


class LongText(forms.CharField):
    """A text of some paragraphs."""

    def __init__(self, label: str, missing: str = "", rows: int = 6, **options: Any) -> None:
        self.most = options.pop("most", LONGEST)
        widget = forms.Textarea(attrs={"rows": rows})
        told = {"required": missing}
        super().__init__(
            label=label, required=bool(missing), widget=widget, error_messages=told, **options
        )

    def to_python(self, value: Any) -> str:
        return plain(str(super().to_python(value)))

    def validate(self, value: Any) -> None:
        super().validate(value)
        if problem := length_problem(value, self.most):
            raise ValidationError(problem)


class ShortText(forms.CharField):
    """A text of one line."""

    def __init__(self, label: str, missing: str = "", **options: Any) -> None:
        self.most = options.pop("most", LINE)
        told = {"required": missing}
        super().__init__(label=label, required=bool(missing), error_messages=told, **options)

    def to_python(self, value: Any) -> str:
        return one_line(str(super().to_python(value)))

    def validate(self, value: Any) -> None:
        super().validate(value)
        if problem := length_problem(value, self.most, "Deze regel"):
            raise ValidationError(problem)


class Day(forms.DateField):
    """A day; ``problem_of`` returns why it cannot be, or ``None``."""

    def __init__(
        self, label: str, problem_of: Callable[[date], str | None], **options: Any
    ) -> None:
        self.problem_of = problem_of
        wrong = "Vul een datum in die bestaat, zoals 12-3-2026."
        super().__init__(
            label=label,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"required": "Vul een datum in.", "invalid": wrong},
            **options,
        )

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and (problem := self.problem_of(value)):
            raise ValidationError(problem)


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


def just_saved_words(row: Any, removed: int) -> str:
    """Return when a text was saved, and how many characters that nobody sees were taken out."""
    said = f"Bewaard om {clock(local(row.written_at))}" if row.written_at else "Nog niets bewaard"
    if not removed:
        return said
    are = "is 1 onzichtbaar teken" if removed == 1 else f"zijn {removed} onzichtbare tekens"
    return f"{said}; er {are} weggehaald"


def others_text(current: Any, text: str) -> OtherText:
    """Return what somebody else made of a row, as ``text``, with who and when."""
    return OtherText(
        text=text,
        by=current.written_by.name if current.written_by else "Iemand",
        at=clock(local(current.written_at)) if current.written_at else "",
        revision=current.revision,
    )


def saved_words(row: Any) -> str:
    """Return who saved a row last and when, as a sentence."""
    moment = local(row.written_at)
    who = row.written_by.name if row.written_by else "Iemand"
    return f"{who} bewaarde dit op {day(moment)} om {clock(moment)}."


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

"""What the forms beside the texts share: fields with sentences, and a deed that may be refused."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from integraal.foundation.lifecycle.attempts import (
    OTHERS_WORDS,
    Attempt,
    attempt,
    number_sent,
    others_values,
    revision_sent,
)
from integraal.foundation.ui.components import OtherText
from integraal.foundation.ui.dutch import clock, day
from integraal.foundation.ui.templatetags.ig_numbers import local
from integraal.policy.picture.words import LINE, LONGEST, length_problem, one_line, plain

__all__ = [
    "INCOMPLETE", "OTHERS_WORDS", "Attempt", "Day", "LongText", "ShortText", "attempt",
    "just_saved_words", "number_sent", "others_text", "others_values", "revision_sent",
    "saved_words",
]  # fmt: skip

INCOMPLETE = "De pagina is niet compleet verstuurd. Ververs de pagina en probeer opnieuw."


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

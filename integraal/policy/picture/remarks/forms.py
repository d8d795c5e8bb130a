"""What people fill in about a remark."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.people.models import Member
from integraal.policy.picture.filling_in import Day, LongText
from integraal.policy.picture.models import Remark
from integraal.policy.picture.parts import parts_of
from integraal.policy.picture.remarks.rules import LONGEST_TEXT, due_problem


def _still_to_come(day: date) -> str | None:
    return due_problem(day, timezone.localdate())


class CommentForm(forms.Form):
    """A comment on a part, or on all of it."""

    part = forms.ChoiceField(label="Waarover gaat het?", required=False)
    text = LongText(
        "Uw opmerking", "Schrijf op wat u wilt zeggen.", help_text="Noem geen personen."
    )

    def __init__(self, *args: Any, theme: str, **options: Any) -> None:
        super().__init__(*args, **options)
        all_of_it = "Het hele thema" if theme else "Het hele beeld"
        choices = [(one.code, one.name) for one in parts_of(theme)]
        self.fields["part"].choices = [("", all_of_it), *choices]  # type: ignore[attr-defined]


class AssignmentForm(CommentForm):
    """Something that a colleague does before a day."""

    assigned_to = forms.TypedChoiceField(
        label="Voor wie?",
        coerce=uuid.UUID,
        help_text="Wie het concept mag lezen.",
        error_messages={"required": "Kies voor wie de opdracht is."},
    )
    due_on = Day("Klaar op", _still_to_come)

    field_order = ["assigned_to", "due_on", "part", "text"]

    def __init__(self, *args: Any, people: Iterable[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label = "Wat moet er gebeuren?"
        choices = [(str(one.pk), f"{one.name}, {one.first_role}") for one in people]
        self.fields["assigned_to"].choices = [("", "Kies"), *choices]  # type: ignore[attr-defined]


class SuggestionForm(forms.Form):
    """A text as somebody would have it."""

    text = LongText(
        "De tekst zoals u hem wilt",
        "Laat de tekst staan en verander wat u anders wilt.",
        12,
        most=LONGEST_TEXT,
        help_text="Verander de tekst. Alleen het stuk dat anders is, wordt uw voorstel.",
    )
    why = LongText("Waarom?", rows=3)


class RemarkFilter(forms.Form):
    """What the list of remarks is narrowed by; everything may stay empty."""

    thema = forms.ChoiceField(label="Thema", required=False)
    soort = forms.ChoiceField(
        label="Soort", required=False, choices=[("", "Alle soorten"), *Remark.Kind.choices]
    )
    voor = forms.ChoiceField(
        label="Voor wie",
        required=False,
        choices=[("", "Iedereen"), ("mij", "Opdrachten voor mij")],
    )

    def __init__(self, *args: Any, names: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        whole = ("beeld", "Het beeld als geheel")
        self.fields["thema"].choices = [("", "Alle thema’s"), whole, *names.items()]  # type: ignore[attr-defined]

    def asked(self) -> dict[str, str]:
        """Return what is asked; what is not understood counts as not asked."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("thema", "soort", "voor")}

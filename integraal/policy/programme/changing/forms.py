"""What somebody fills in about an interim change."""

from django import forms

from integraal.policy.picture.filling_in import LongText, ShortText
from integraal.policy.plan.changing.rules import LONGEST_TITLE
from integraal.policy.programme.models import ProgrammeChange


class ChangeForm(forms.Form):
    """Why the programme changes."""

    title = ShortText("Waar gaat het over?", "Geef de wijziging een naam.", most=LONGEST_TITLE)
    cause = forms.ChoiceField(
        label="Aanleiding",
        choices=ProgrammeChange.Cause.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de aanleiding."},
    )
    reason = LongText("Wat is er aan de hand?", rows=5, help_text="Geen namen van mensen.")

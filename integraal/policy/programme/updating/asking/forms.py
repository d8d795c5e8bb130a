"""What the adviser fills in about asking."""

from django import forms
from django.utils import timezone

from integraal.policy.picture.filling_in import Day
from integraal.policy.programme.updating.rules import RHYTHMS, end_problem


class ExtendForm(forms.Form):
    """Until when a link works."""

    ends_on = Day(
        "Laatste dag dat de link werkt", lambda given: end_problem(given, timezone.localdate())
    )


class RhythmForm(forms.Form):
    """How often people are asked."""

    months = forms.TypedChoiceField(
        label="Hoe vaak vragen we het?", choices=list(RHYTHMS.items()), coerce=int
    )

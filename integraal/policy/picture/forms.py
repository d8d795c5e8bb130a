"""What people fill in about a picture."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.policy.picture.rules import YEARS_BACK


class StartForm(forms.Form):
    year = forms.IntegerField(
        label="Over welk jaar gaat het beeld?",
        help_text="Dat jaar wordt beoordeeld en naast eerdere jaren gezet.",
        error_messages={"required": "Vul een jaar in.", "invalid": "Vul een jaar in, zoals 2025."},
    )
    first_year = forms.IntegerField(
        label="Eerste jaar van het verloop",
        help_text=f"Laat leeg voor de laatste {YEARS_BACK} jaar.",
        required=False,
        error_messages={"invalid": "Vul een jaar in, zoals 2012, of laat het leeg."},
    )

    def __init__(self, *args: Any, latest: int | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["year"].initial = latest


class AdoptForm(forms.Form):
    on = forms.DateField(
        label="Datum van het besluit",
        help_text="Niet in de toekomst.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Vul de datum van het besluit in.",
            "invalid": "Vul een datum in, zoals 12-3-2026.",
        },
    )
    number = forms.CharField(
        label="Besluitnummer",
        required=False,
        max_length=60,
        error_messages={"max_length": "Gebruik hoogstens 60 tekens voor het besluitnummer."},
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["on"].initial = timezone.localdate


class SendBackForm(forms.Form):
    reason = forms.CharField(
        label="Wat moet er anders?",
        help_text="De schrijver leest dit bij het concept.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op wat er anders moet. Dat leest de schrijver."},
    )

"""What people fill in to sign the minutes off, or to send them back."""

from django import forms
from django.utils import timezone

from integraal.policy.picture.forms import SendBackForm as _SendBackForm


class SignForm(forms.Form):
    """The day of the signature, and a number when there is one."""

    on = forms.DateField(
        label="Datum van aftekenen",
        help_text="Niet in de toekomst.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": "Vul de datum van aftekenen in.",
            "invalid": "Vul een datum in, zoals 12-3-2027.",
        },
    )
    number = forms.CharField(
        label="Nummer",
        required=False,
        max_length=60,
        help_text="Zoals het zaaknummer. Mag leeg blijven.",
        error_messages={"max_length": "Gebruik hoogstens 60 tekens voor het nummer."},
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["on"].initial = timezone.localdate


class SendBackForm(_SendBackForm):
    """Why the minutes go back."""

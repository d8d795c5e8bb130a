"""What somebody fills in to make a share link."""

from datetime import date

from django import forms
from django.utils import timezone

from integraal.foundation.links.terms import usual_end


def _usual_end() -> date:
    return usual_end(timezone.localdate())


class LinkForm(forms.Form):
    recipient = forms.CharField(
        label="Voor wie is de link?",
        help_text="Een organisatie of functie, zoals: wijkagent Noord. Een naam is niet nodig.",
        max_length=120,
        error_messages={
            "required": "Vul in voor wie de link is: een organisatie of een functie.",
            "max_length": "Gebruik hoogstens 120 tekens.",
        },
    )
    ends_on = forms.DateField(
        label="Werkt tot en met",
        help_text="Vier weken, als u niets verandert. Ten hoogste een jaar.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=_usual_end,
        error_messages={
            "required": "Vul de laatste dag in waarop de link werkt.",
            "invalid": "Vul een datum in, zoals 31-3-2026.",
        },
    )

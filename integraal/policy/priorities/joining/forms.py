"""What somebody fills in to come into a session."""

from typing import Any

from django import forms

from integraal.policy.priorities.joining.people import LONGEST, Who, tidy
from integraal.policy.priorities.models import Participant

_TOO_LONG = f"Gebruik hoogstens {LONGEST} tekens."


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Code van de sessie",
        help_text="De letters en cijfers op het scherm in de zaal. Hoofdletters hoeft niet.",
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={
            "required": "Vul de code in die op het scherm in de zaal staat.",
            "max_length": "Deze code is te lang. Kijk nog eens op het scherm in de zaal.",
        },
    )


class WhoForm(forms.Form):
    name = forms.CharField(
        label="Uw functie of naam",
        help_text="Bijvoorbeeld: wijkagent Noord. Wie de sessie leidt, ziet dit.",
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Vul uw functie of uw naam in.",
            "max_length": _TOO_LONG,
        },
    )
    group = forms.ChoiceField(
        label="Bij welke groep hoort u?",
        choices=Participant.Group.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies bij welke groep u hoort.",
            "invalid_choice": "Kies een groep uit de lijst.",
        },
    )
    organisation = forms.CharField(
        label="Uw organisatie",
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": _TOO_LONG},
    )

    @property
    def who(self) -> Who:
        """Who the form, which is valid, says it is."""
        given: dict[str, Any] = self.cleaned_data
        return tidy(given["name"], given["group"], given["organisation"])

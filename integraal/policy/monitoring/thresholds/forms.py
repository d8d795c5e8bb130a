"""What somebody fills in about a threshold."""

from django import forms

from integraal.policy.monitoring.goals.forms import Number
from integraal.policy.monitoring.models import Threshold


class ThresholdForm(forms.Form):
    """When a goal asks for attention."""

    rule = forms.ChoiceField(
        label="Wanneer is de drempel overschreden?", choices=Threshold.Rule.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wanneer de drempel is overschreden."},
    )  # fmt: skip
    value = Number(
        "Welk getal?", required=False, help_text="Alleen bij hoger of lager dan een getal."
    )

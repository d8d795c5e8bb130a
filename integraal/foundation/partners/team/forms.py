"""What somebody fills in on a card of the visible team."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.areas.models import Area
from integraal.foundation.areas.queries import areas_on
from integraal.foundation.partners.organisations.queries import current_partners
from integraal.foundation.partners.pages import DAY
from integraal.foundation.partners.team.actions import Card
from integraal.foundation.people.models import Organisation


class CardForm(forms.Form):
    """A card."""

    name = forms.CharField(
        label="Naam", max_length=120, error_messages={"required": "Vul een naam in."}
    )
    function = forms.CharField(
        label="Functie",
        max_length=120,
        help_text="In gewone woorden, zoals: wijkagent.",
        error_messages={"required": "Vul een functie in."},
    )
    area = forms.ModelChoiceField(
        label="Gebied",
        queryset=Area.objects.none(),
        required=False,
        empty_label="De hele gemeente",
    )
    phone = forms.CharField(label="Telefoon", max_length=30, required=False)
    reachable = forms.CharField(
        label="Wanneer en waar bereikbaar?", max_length=160, required=False,
        help_text="Zoals: dinsdag van 15 tot 16 uur in het dorpshuis.",
    )  # fmt: skip
    mail = forms.CharField(label="E-mailadres", max_length=254, required=False)
    organisation = forms.ModelChoiceField(
        label="Organisatie", queryset=Organisation.objects.none(), required=False,
        empty_label="De gemeente",
    )  # fmt: skip
    agreed_on = forms.DateField(
        label="Stemde ermee in op",
        widget=DAY,
        required=False,
        help_text="Zonder deze dag ziet geen inwoner de kaart.",
        error_messages={"invalid": "Vul een datum in die bestaat, zoals 12-3-2027."},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        today = timezone.localdate()
        parts = areas_on(today).filter(within__isnull=False, number__isnull=False)
        self.fields["area"].queryset = parts  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = current_partners(today)  # type: ignore[attr-defined]

    def card(self) -> Card:
        return Card(**self.cleaned_data)

"""What somebody fills in about a partner."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.partners.organisations.actions import LONGEST_NAME, Partner
from integraal.foundation.partners.pages import DAY
from integraal.foundation.people.models import Organisation

KINDS = [one for one in Organisation.Kind.choices if one[0] != Organisation.Kind.MUNICIPALITY]
_WHO = [("nu", "Met wie we werken"), ("weg", "Met wie we niet meer werken"), ("", "Alle")]


class PartnerFilter(forms.Form):
    """What the list of partners is narrowed by; everything may stay empty."""

    q = forms.CharField(label="Naam, rol of functie", required=False, max_length=100)
    soort = forms.ChoiceField(label="Soort", required=False, choices=[("", "Alle soorten"), *KINDS])
    wie = forms.ChoiceField(label="Welke", required=False, choices=_WHO)

    def asked(self) -> dict[str, str]:
        """Return words, kind and who; what is not understood counts as not asked."""
        self.is_valid()
        given = self.cleaned_data
        return {
            "words": given.get("q", ""),
            "kind": given.get("soort", ""),
            "who": given.get("wie", ""),
        }


class PartnerForm(forms.Form):
    """A partner."""

    name = forms.CharField(
        label="Naam",
        max_length=LONGEST_NAME,
        error_messages={"required": "Vul de naam van de organisatie in."},
    )
    kind = forms.ChoiceField(
        label="Soort",
        choices=[("", "Kies"), *KINDS],
        error_messages={"required": "Kies wat voor organisatie het is."},
    )
    role = forms.CharField(
        label="Rol in de veiligheid",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat doet deze organisatie hier voor de veiligheid?",
    )
    website = forms.CharField(
        label="Website", required=False, max_length=200, help_text="Begint met https://"
    )

    def partner(self) -> Partner:
        return Partner(**self.cleaned_data)


class EndForm(forms.Form):
    """The end of working with a partner."""

    ended_on = forms.DateField(label="Vanaf welke dag?", widget=DAY, initial=timezone.localdate)

    def __init__(self, *args: Any, hanging: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if hanging:
            self.fields["anyway"] = forms.BooleanField(
                label="Ja, beëindig de samenwerking toch", required=False
            )

"""The forms that manage people; what may not be is refused by the actions, with a sentence."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.people import roles, tokens
from integraal.foundation.people.models import Organisation
from integraal.foundation.people.queries import organisations

_ROLE_CHOICES = [(role.code, f"{role.name}. {role.description}") for role in roles.ROLES]
_WHO = [("nu", "Wie nu toegang heeft"), ("weg", "Wie vertrokken is"), ("", "Iedereen")]
FIRST_TERM = timedelta(days=90)


class PeopleFilter(forms.Form):
    """What the list of people is narrowed by; everything may stay empty."""

    q = forms.CharField(label="Naam, functie, organisatie of mail", required=False, max_length=100)
    rol = forms.ChoiceField(
        label="Rol",
        required=False,
        choices=[("", "Alle rollen"), *((role.code, role.name) for role in roles.ROLES)],
    )
    wie = forms.ChoiceField(label="Wie", required=False, choices=_WHO)

    def asked(self) -> dict[str, str]:
        """Return words, role and who; what is not understood counts as not asked."""
        self.is_valid()
        values = self.cleaned_data
        return {
            "words": values.get("q", ""),
            "role": values.get("rol", ""),
            "who": values.get("wie", ""),
        }


class RolesForm(forms.Form):
    """The roles of one person."""

    role_codes = forms.MultipleChoiceField(
        label="Rollen",
        choices=_ROLE_CHOICES,
        widget=forms.CheckboxSelectMultiple,
        required=True,
        help_text="Iemand kan meer rollen hebben.",
        error_messages={"required": "Kies ten minste één rol."},
    )


class ChangeForm(RolesForm):
    """What may change of one person."""

    name = forms.CharField(
        label="Naam", max_length=120, error_messages={"required": "Vul een naam in."}
    )
    function = forms.CharField(label="Functie", max_length=120, required=False)

    field_order = ["name", "function", "role_codes"]


class MemberForm(ChangeForm):
    """A new person."""

    email = forms.EmailField(label="E-mailadres", help_text="Hiermee meldt deze persoon zich aan.")
    organisation = forms.ModelChoiceField(
        label="Organisatie", queryset=Organisation.objects.none(), empty_label="Kies"
    )

    field_order = ["name", "email", "function", "organisation", "role_codes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations()  # type: ignore[attr-defined]


class OrganisationForm(forms.Form):
    """A new organisation."""

    name = forms.CharField(label="Naam", max_length=120)
    kind = forms.ChoiceField(label="Soort", choices=Organisation.Kind.choices)


class TokenForm(forms.Form):
    """A new API key."""

    name = forms.CharField(
        label="Naam", max_length=80, help_text="Waar de sleutel voor is, zoals: dashboard."
    )
    scopes = forms.MultipleChoiceField(
        label="Wat mag de sleutel?",
        choices=[(scope.code, scope.description) for scope in tokens.SCOPES],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waar de sleutel voor is."},
    )
    ends_on = forms.DateField(
        label="Geldig tot en met",
        help_text="Ten hoogste een jaar vanaf nu.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=lambda: timezone.localdate() + FIRST_TERM,
    )

"""What somebody fills in about a contact person."""

from django import forms

from integraal.foundation.partners.contacts.actions import LONGEST
from integraal.foundation.partners.contacts.reach import Reach


class ReachForm(forms.Form):
    """How to reach somebody, and about what."""

    phone = forms.CharField(label="Telefoon", max_length=30, required=False)
    mail = forms.CharField(label="E-mailadres", max_length=254, required=False)
    subject = forms.CharField(
        label="Onderwerp",
        max_length=LONGEST,
        required=False,
        help_text="Waarover u deze persoon vraagt, zoals: jeugd.",
    )


class ContactForm(ReachForm):
    """A contact person without an account."""

    function = forms.CharField(
        label="Functie",
        max_length=LONGEST,
        help_text="Zoals: wijkbeheerder.",
        error_messages={"required": "Vul een functie in."},
    )
    name = forms.CharField(
        label="Naam", max_length=LONGEST, error_messages={"required": "Vul een naam in."}
    )

    field_order = ["function", "name", "phone", "mail", "subject"]

    def reach(self) -> Reach:
        return Reach(**self.cleaned_data)

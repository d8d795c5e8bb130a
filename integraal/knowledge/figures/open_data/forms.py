"""What a municipality tells before it makes open data."""

from django import forms


class OpenDataForm(forms.Form):
    mail = forms.EmailField(
        label="E-mailadres voor vragen over de data",
        required=False,
        help_text="Komt in de beschrijving. Neem een adres van een team, niet van een persoon.",
        error_messages={"invalid": "Dit is geen e-mailadres. Schrijf het als naam@gemeente.nl."},
    )
    address = forms.URLField(
        label="Op welk webadres komen de bestanden?",
        required=False,
        assume_scheme="https",
        help_text="Zoals https://data.gemeente.nl/veiligheid/. Mag later; dan past u het aan.",
        error_messages={"invalid": "Dit is geen webadres. Begin met https://."},
    )

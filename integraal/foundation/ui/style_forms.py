"""A form with every kind of field, for the style page."""

from __future__ import annotations

from django import forms


class SampleForm(forms.Form):
    """An invented form; it is shown empty and refused."""

    target = forms.CharField(
        label="Streefcijfer 2026", help_text="Het begin is 88. Minder is beter."
    )
    owner = forms.ChoiceField(
        label="Eigenaar",
        choices=[("", "Kies een naam"), ("1", "Adviseur veiligheid (fictief)")],
        error_messages={"required": "Kies een eigenaar."},
    )
    who = forms.ChoiceField(
        label="Wie bent u?",
        choices=[("inwoner", "Inwoner"), ("ondernemer", "Ondernemer")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wie u bent."},
    )
    source = forms.MultipleChoiceField(
        label="Hoe weet u dit?",
        help_text="U mag meer dan één antwoord kiezen.",
        choices=[("zelf", "Zelf gezien"), ("ander", "Van iemand gehoord")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(
        label="Ik heb de tekst gelezen",
        error_messages={"required": "Zet een vinkje als u de tekst hebt gelezen."},
    )
    day = forms.DateField(
        label="Dag",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    word = forms.CharField(label="Wachtwoord", required=False, widget=forms.PasswordInput)
    note = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea)
    attachment = forms.FileField(label="Bestand", required=False)

    def clean_target(self) -> str:
        """Refuse a target that is not lower than the start."""
        target = self.cleaned_data["target"]
        if not target.isdigit() or int(target) >= 88:
            raise forms.ValidationError("Vul een getal in dat lager is dan 88.")
        return str(target)

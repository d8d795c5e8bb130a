"""What somebody fills in about what a goal reached."""

from django import forms

from integraal.policy.picture.filling_in import ShortText


class Number(forms.DecimalField):
    """A number as people here type it, with a comma or a point."""

    def __init__(self, label: str, *, required: bool = True, help_text: str = "") -> None:
        told = {
            "required": "Vul een getal in.",
            "invalid": "Vul een getal in, zoals 12 of 12,5.",
            "max_digits": "Dit getal is te lang.",
            "max_whole_digits": "Dit getal is te lang.",
            "max_decimal_places": "Gebruik hoogstens twee cijfers achter de komma.",
        }
        super().__init__(
            label=label, required=required, max_digits=12, decimal_places=2, localize=True,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}), error_messages=told,
            help_text=help_text,
        )  # fmt: skip


class ReadingForm(forms.Form):
    """What was measured of a goal in a year."""

    year = forms.IntegerField(
        label="Over welk jaar?", min_value=2000, max_value=2100,
        error_messages={
            "required": "Vul het jaar in.", "invalid": "Vul een jaar in, zoals 2027.",
            "min_value": "Vul een jaar vanaf 2000 in.", "max_value": "Vul een jaar tot 2100 in.",
        },
    )  # fmt: skip
    value = Number("Welk getal?")
    source = ShortText("Waar komt het vandaan?", "Vul de bron in.", most=200)
    low = Number("Marge: van", required=False, help_text="Als de bron die geeft.")
    high = Number("Marge: tot", required=False)

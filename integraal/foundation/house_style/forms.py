"""The form of the house style; the style itself says what is wrong with a value."""

from dataclasses import asdict
from typing import Any

from django import forms

from integraal.foundation.ui.house_style import (
    FONTS,
    LARGEST_RADIUS,
    HouseStyle,
    HouseStyleRefused,
    problems,
)
from integraal.foundation.ui.shields import LARGEST, ShieldRefused, clean_shield

_FONT_CHOICES = [(name, name) for name in FONTS]


class StyleForm(forms.Form):
    """Six values and the shield."""

    brand = forms.CharField(
        label="Hoofdkleur", help_text="Knoppen en koppen. Bijvoorbeeld #0B5561.", max_length=7
    )
    on_brand = forms.CharField(
        label="Kleur op de hoofdkleur", help_text="Letters op knoppen. Vaak wit.", max_length=7
    )
    accent = forms.CharField(
        label="Accentkleur", help_text="Kleine accenten. Een lichte kleur.", max_length=7
    )
    font_ui = forms.ChoiceField(label="Letter voor schermtekst", choices=_FONT_CHOICES)
    font_voice = forms.ChoiceField(label="Letter voor lopende tekst", choices=_FONT_CHOICES)
    radius = forms.IntegerField(
        label="Ronding van hoeken",
        help_text=f"In pixels, van 0 tot en met {LARGEST_RADIUS}.",
    )
    shield = forms.FileField(
        label="Wapen",
        required=False,
        help_text="Een SVG-bestand van ten hoogste 100 kB. Kies het als u bewaart: "
        "in het voorbeeld ziet u het nog niet.",
    )
    remove_shield = forms.BooleanField(
        label="Gebruik het teken van Integraal in plaats van ons wapen", required=False
    )

    def clean_shield(self) -> bytes | None:
        """Return the file's content, refused here with its sentence when it is not safe."""
        sent = self.cleaned_data.get("shield")
        if not sent:
            return None
        content = sent.read(LARGEST + 1)
        try:
            clean_shield(content)
        except ShieldRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return content

    def clean(self) -> dict[str, Any]:
        """Refuse what the style itself refuses."""
        if not self.errors:
            for sentence in problems(self.style()):
                self.add_error(None, sentence)
        return self.cleaned_data

    def style(self) -> HouseStyle:
        """Return the six values as they were filled in."""
        values = self.cleaned_data
        return HouseStyle(
            brand=values["brand"].strip(),
            on_brand=values["on_brand"].strip(),
            accent=values["accent"].strip(),
            font_ui=values["font_ui"],
            font_voice=values["font_voice"],
            radius=values["radius"],
        )

    def new_shield(self) -> bytes | None:
        """Return the shield to keep: ``None`` as it was, empty for none of its own."""
        return b"" if self.cleaned_data["remove_shield"] else self.cleaned_data["shield"]


def style_in(values: Any) -> HouseStyle:
    """Return the style that the address of a preview asks for.

    Raises:
        HouseStyleRefused: a value is missing or fails.
    """
    form = StyleForm(values)
    if not form.is_valid():
        raise HouseStyleRefused("Dit voorbeeld kan niet getoond worden.")
    return form.style()


def initial_of(style: HouseStyle) -> dict[str, Any]:
    """Return the values a form begins with."""
    return asdict(style)

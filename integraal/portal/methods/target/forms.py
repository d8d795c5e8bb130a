"""What is asked about a target."""

from typing import Any

from integraal.foundation.ui.dutch import number
from integraal.portal.methods.fields import ExampleForm, NumberField
from integraal.portal.methods.target.content import (
    LARGEST_FALL,
    LARGEST_RISE,
    LEAST,
    MOST,
    MOST_YEARS,
    SMALLEST,
    Question,
)


class TargetForm(ExampleForm):
    """A count, a wished change, and the years that are laid beside each other."""

    aantal = NumberField(
        "Aantal per jaar, nu",
        14,
        least=LEAST,
        most=MOST,
        whole=False,
        hint="Het gemiddelde van de laatste jaren. Niet het jaar dat het hoogst was.",
    )
    verandering = NumberField(
        "Gewenste verandering in procenten",
        -20,
        least=LARGEST_FALL,
        most=LARGEST_RISE,
        hint="Een daling schrijft u met een min ervoor: -20.",
    )
    jaren_voor = NumberField("Aantal jaren ervoor", 3, least=1, most=MOST_YEARS)
    jaren_na = NumberField("Aantal jaren erna", 3, least=1, most=MOST_YEARS)

    def clean(self) -> dict[str, Any]:
        """Refuse a change that is too small to look for."""
        change = self.cleaned_data.get("verandering")
        if change is not None and abs(change) < SMALLEST:
            self.add_error(
                "verandering",
                f"Gewenste verandering in procenten: {number(change)} is te klein om te kunnen "
                f"zien. Vul -{SMALLEST} of lager in voor een daling, {SMALLEST} of hoger voor een "
                "stijging.",
            )
        return self.cleaned_data

    @property
    def question(self) -> Question:
        """What is asked; only of a valid form."""
        values = self.cleaned_data
        return Question(
            float(values["aantal"]),
            values["verandering"] / 100,
            values["jaren_voor"],
            values["jaren_na"],
        )

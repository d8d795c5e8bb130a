"""What is asked about a target."""

from integraal.portal.methods.fields import ExampleForm, NumberField
from integraal.portal.methods.target.content import MOST, MOST_YEARS, Question


class TargetForm(ExampleForm):
    """A count, a wished change, and the years that are laid beside each other."""

    aantal = NumberField(
        "Aantal per jaar, nu",
        14,
        least=0.1,
        most=MOST,
        whole=False,
        hint="Het gemiddelde van de laatste jaren. Niet het jaar dat het hoogst was.",
    )
    verandering = NumberField(
        "Gewenste verandering in procenten",
        -20,
        least=-95,
        most=200,
        whole=False,
        hint="Een daling schrijft u met een min ervoor: -20.",
    )
    jaren_voor = NumberField("Aantal jaren ervoor", 3, least=1, most=MOST_YEARS)
    jaren_na = NumberField("Aantal jaren erna", 3, least=1, most=MOST_YEARS)

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

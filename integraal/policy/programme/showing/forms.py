"""What a reader fills in on the views: a filter, the name of a view, the hours there are."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from integraal.policy.programme.models import Light, Measure, Programme, Status
from integraal.policy.programme.quarters import in_words, quarters
from integraal.policy.programme.showing.filtering import MOST_LETTERS, NOBODY, Asked
from integraal.policy.programme.showing.lines import Line

Pairs = list[tuple[str, str]]
LONGEST_NAME = 60


class FilterForm(forms.Form):
    """What the measures are narrowed by; everything may stay empty."""

    zoek = forms.CharField(label="Zoek in maatregelen", required=False, max_length=MOST_LETTERS)
    thema = forms.ChoiceField(label="Thema", required=False)
    eigenaar = forms.ChoiceField(label="Eigenaar", required=False)
    stand = forms.ChoiceField(label="Stand", required=False)
    gebied = forms.ChoiceField(label="Gebied", required=False)
    partner = forms.ChoiceField(label="Partner", required=False)
    soort = forms.ChoiceField(label="Soort", required=False)

    def __init__(self, asked: Asked, found: Sequence[Line], themes: Mapping[str, str]) -> None:
        super().__init__({name: asked.of(name) for name in self.base_fields})
        used = {line.theme for line in found}
        owners = {str(line.owner_id): line.owner for line in found if line.owner_id}
        owners |= {str(line.deputy_id): line.deputy for line in found if line.deputy_id}
        areas = {str(line.area_id): line.area for line in found if line.area_id}
        partners = {str(one.pk): one.name for line in found for one in line.partners}
        self._offer("thema", "Alle thema’s", [one for one in themes.items() if one[0] in used])
        self._offer("eigenaar", "Iedereen", [(NOBODY, "Zonder eigenaar"), *_by_name(owners)])
        self._offer("stand", "Elke stand", [*Status.choices, *Light.choices])
        self._offer("gebied", "Elk gebied", [(NOBODY, "Hele gemeente"), *_by_name(areas)])
        self._offer("partner", "Elke partner", [(NOBODY, "Zonder partner"), *_by_name(partners)])
        self._offer("soort", "Elke soort", [*Measure.Kind.choices, (NOBODY, "Zonder soort")])

    def _offer(self, name: str, everything: str, choices: Iterable[Any]) -> None:
        self.fields[name].choices = [("", everything), *choices]  # type: ignore[attr-defined]


def _by_name(found: Mapping[str, str]) -> Pairs:
    return sorted(found.items(), key=lambda one: one[1].casefold())


class NameForm(forms.Form):
    """The name under which a reader keeps a view."""

    name = forms.CharField(
        label="Naam van de weergave",
        max_length=LONGEST_NAME,
        error_messages={
            "required": "Geef de weergave een naam.",
            "max_length": f"Kies een naam van hoogstens {LONGEST_NAME} tekens.",
        },
    )


class CapacityForm(forms.Form):
    """Hours there are in each quarter; an empty one is not known, which is not zero."""

    def __init__(self, programme: Programme, data: Any = None) -> None:
        super().__init__(data)
        self.quarters = quarters(programme.first_year, programme.last_year)
        for quarter in self.quarters:
            self.fields[quarter] = forms.CharField(
                label=in_words(quarter).capitalize(),
                required=False,
                max_length=12,
                initial=programme.capacity.get(quarter, ""),
                widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 6}),
            )
        self.use_required_attribute = False

    def hours(self) -> dict[str, str]:
        """Return quarter to hours as filled in, without the empty ones."""
        given = {name: self.cleaned_data.get(name, "") for name in self.quarters}
        return {name: value for name, value in given.items() if value}


def as_hours(value: str) -> Decimal:
    """Return hours as a number; the rules saw to it that they are one."""
    return Decimal(value.replace(",", "."))

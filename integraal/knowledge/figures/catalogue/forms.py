"""What somebody may look for in the catalogue."""

from django import forms

from integraal.knowledge.figures.catalogue.own_definitions import standard_fields
from integraal.knowledge.figures.catalogue.searching import Filters
from integraal.knowledge.figures.definitions import class_lists, themes


class CatalogueForm(forms.Form):
    """Search and filters, in the words of the address."""

    q = forms.CharField(label="Naam, code of incidentcode", required=False, max_length=100)
    thema = forms.ChoiceField(label="Thema", required=False)
    veld = forms.ChoiceField(label="Veld landelijke lijst", required=False)
    indeling = forms.ChoiceField(label="Indeling", required=False)
    cijfers = forms.ChoiceField(
        label="Cijfers",
        required=False,
        choices=[("", "alle"), ("met", "met cijfers"), ("zonder", "nog zonder cijfers")],
    )

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        choices = {
            "thema": [(one.code, one.name) for one in themes().values()],
            "veld": list(standard_fields()),
            "indeling": [(one.code, one.name) for one in class_lists().values()],
        }
        for name, options in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "alle"), *options]

    @property
    def filters(self) -> Filters:
        """What was asked; what is no choice is left aside."""
        self.is_valid()
        asked = self.cleaned_data
        return Filters(
            words=asked.get("q", ""),
            theme=asked.get("thema", ""),
            field=asked.get("veld", ""),
            list=asked.get("indeling", ""),
            having=asked.get("cijfers", ""),
        )

"""What somebody fills in about a covenant."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.partners.covenants.actions import LONGEST_TITLE, Agreed
from integraal.foundation.partners.organisations.queries import partners
from integraal.foundation.partners.pages import DAY
from integraal.foundation.people.models import Organisation

_STANDS = [("", "Alle"), ("vraagt", "Vraagt aandacht"), ("loopt", "Loopt"), ("weg", "Afgelopen")]


class CovenantFilter(forms.Form):
    """What the list of covenants is narrowed by."""

    q = forms.CharField(label="Naam, doel of partner", required=False, max_length=100)
    stand = forms.ChoiceField(label="Stand", required=False, choices=_STANDS)

    def asked(self) -> tuple[str, str]:
        """Return words and standing; what is not understood counts as not asked."""
        self.is_valid()
        return self.cleaned_data.get("q", ""), self.cleaned_data.get("stand", "")


def _day(label: str, **options: Any) -> forms.DateField:
    wrong = "Vul een datum in die bestaat, zoals 12-3-2027."
    told = {"required": "Vul een datum in.", "invalid": wrong}
    return forms.DateField(label=label, widget=DAY, error_messages=told, **options)


def _text(label: str, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=False, max_length=5_000, widget=widget, **options)


class CovenantForm(forms.Form):
    """A covenant."""

    title = forms.CharField(
        label="Hoe heet het convenant?",
        max_length=LONGEST_TITLE,
        error_messages={"required": "Vul in hoe het convenant heet."},
    )
    who = forms.ModelMultipleChoiceField(
        label="Welke partners bindt het?",
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="De gemeente zelf hoort er altijd bij.",
        error_messages={"required": "Kies ten minste één partner die het convenant bindt."},
    )
    purpose = _text("Waarvoor is het?")
    starts_on = _day("Begint op", required=False)
    ends_on = _day("Eindigt op", required=False, help_text="Leeg: zonder einddatum.")
    evaluate_on = _day("Volgende evaluatie", required=False)
    ground = _text("Op welke grond?", help_text="De wet of het besluit waar het op rust.")
    data = _text("Welke gegevens mogen worden uitgewisseld?")
    link = forms.CharField(
        label="Waar staat de tekst?", required=False, max_length=200,
        help_text="Een webadres dat begint met https://",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["who"].queryset = partners()  # type: ignore[attr-defined]

    def agreed(self) -> Agreed:
        given = dict(self.cleaned_data)
        return Agreed(parties=list(given.pop("who")), **given)


class EvaluatedForm(forms.Form):
    """An evaluation that was done."""

    evaluated_on = _day("Op welke dag is het geëvalueerd?", initial=timezone.localdate)
    next_on = _day(
        "Volgende evaluatie", required=False, help_text="Leeg: er is er geen meer gepland."
    )


class EndForm(forms.Form):
    """The end of a covenant before its time."""

    ended_on = _day("Laatste dag waarop het convenant geldt", initial=timezone.localdate)

"""What is filled in about a measure: one choice is asked, the rest may stay as it is."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from integraal.foundation.ui.dutch import number
from integraal.policy.picture.filling_in import LongText
from integraal.policy.programme.models import Light, Measure, Progress, Status, Update
from integraal.policy.programme.rules import LONGEST_TEXT
from integraal.policy.programme.updating.rules import FIELDS, TOTALS, Said

_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)?", re.ASCII)
_PLAIN = re.compile(r"\d{1,12}([.,]\d+)?", re.ASCII)


class Amount(forms.CharField):
    """A number as people write it: "1.250,50", "1250.5" or empty."""

    def __init__(self, label: str, decimals: int = 2, **options: Any) -> None:
        self.decimals = decimals
        widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(label=label, required=False, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        return number(value).replace(".", "") if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Decimal | None:
        """Return the number.

        Raises:
            ValidationError: with a sentence that says what to fill in instead.
        """
        typed = re.sub(r"[\s€\u00a0]", "", str(value or ""))
        if not typed:
            return None
        plain = typed.replace(".", "") if _GROUPED.fullmatch(typed) else typed
        if not _PLAIN.fullmatch(plain):
            raise ValidationError(f"“{typed[:20]}” is geen getal. Schrijf het als 1250 of 1250,50.")
        found = Decimal(plain.replace(",", "."))
        if found != round(found, self.decimals):
            raise ValidationError(f"Gebruik hoogstens {self.decimals} cijfers achter de komma.")
        return found


def _light(label: str) -> forms.ChoiceField:
    wrong = "Kies uit op schema, aandacht nodig en knelpunt."
    return forms.ChoiceField(
        label=label, choices=Light.choices, widget=forms.RadioSelect, required=False,
        error_messages={"invalid_choice": wrong},
    )  # fmt: skip


class SaidForm(forms.Form):
    """How a measure goes."""

    status = forms.ChoiceField(
        label="Hoe ver is het?",
        choices=Status.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe ver de maatregel is."},
    )
    quality = _light("Kwaliteit")
    time = _light("Tijd")
    money = _light("Geld")
    done = LongText("Wat is er gedaan?", rows=3, most=LONGEST_TEXT)
    figure = Amount("Stand van het cijfer")
    obstacle = LongText("Wat zit er in de weg?", rows=2, most=LONGEST_TEXT)
    help_wanted = LongText("Welke hulp wilt u?", rows=2, most=LONGEST_TEXT)
    spent = Amount("Uitgegeven tot nu toe, in euro")
    over_budget_reason = LongText("Waarom meer dan begroot?", rows=2, most=LONGEST_TEXT)
    hours_spent = Amount("Besteed tot nu toe, in uren", decimals=1)

    def __init__(self, measure: Measure, *args: Any, **options: Any) -> None:
        super().__init__(*args, auto_id=f"m{measure.key.hex[:12]}-%s", **options)
        if measure.output:
            self.fields["figure"].label = f"Stand tot nu toe: {measure.output}"
        if measure.budget is not None:
            self.fields["spent"].help_text = f"Begroot is {number(measure.budget)} euro."

    def said(self) -> Said:
        """Return what was filled in, once it is valid."""
        return Said(**{name: self.cleaned_data[name] for name in FIELDS})


def as_it_was(progress: Progress | None, last: Update | None) -> dict[str, Any]:
    """Return what stands in the form at first: what was said last, without what was done then."""
    if progress is None:
        return {}
    found = {name: getattr(last, name) for name in FIELDS} if last else {}
    lights = {name: getattr(progress, name) for name in ("status", "quality", "time", "money")}
    return {**found, **lights, **{name: getattr(progress, name) for name in TOTALS}, "done": ""}

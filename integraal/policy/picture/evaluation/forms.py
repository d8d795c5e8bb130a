"""What people fill in about the promises of the previous plan."""

from typing import Any

from django import forms

from integraal.knowledge.figures.definitions import themes
from integraal.policy.picture.evaluation.rules import MOST_AT_ONCE, PROMISED, UNKNOWN
from integraal.policy.picture.filling_in import LongText
from integraal.policy.picture.models import Picture, Promise

LONGEST_PASTE = 300_000


class _WithTheme(forms.Form):
    theme = forms.ChoiceField(label="Thema", required=False)

    def __init__(self, *args: Any, picture: Picture, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(code, one.name) for code, one in themes(picture.year).items()]
        self.fields["theme"].choices = [("", "Geen of meer dan één"), *choices]  # type: ignore[attr-defined]


class PromiseForm(_WithTheme):
    """One promise, and what became of it."""

    promised = LongText("Wat was er beloofd?", "Schrijf op wat er was beloofd.", 3, most=PROMISED)
    reached = forms.ChoiceField(
        label="Is het bereikt?",
        choices=Promise.Reached.choices,
        initial=UNKNOWN,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of het is bereikt."},
    )
    outcome = LongText(
        "Wat is er bereikt?",
        rows=4,
        help_text=(
            "Noem het cijfer, de bron en het jaar. Of iets door het beleid komt, is bijna nooit "
            "te zeggen. Schrijf daarom niet: dankzij ons beleid."
        ),
    )
    learnt = LongText("Wat leerde de gemeente?", rows=4)

    field_order = ["promised", "reached", "outcome", "learnt", "theme"]


class ImportForm(_WithTheme):
    """Several promises at once."""

    lines = LongText(
        "Beloften uit het vorige plan",
        "Plak ten minste één belofte, elke belofte op een eigen regel.",
        10,
        most=LONGEST_PASTE,
        help_text=(
            f"Eén belofte per regel, hoogstens {MOST_AT_ONCE}. "
            "Streepjes en nummers aan het begin vallen weg."
        ),
    )

    field_order = ["lines", "theme"]

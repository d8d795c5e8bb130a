"""What somebody fills in about a decision."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.policy.picture.filling_in import Day, LongText, ShortText
from integraal.policy.plan.deciding.rules import MOST_VOTES, Votes
from integraal.policy.plan.models import DecisionMoment

_WHOLE = "Vul een heel getal in, zoals 12, of laat het leeg."


def any_day(label: str, **options: Any) -> Day:
    """Return a field for a day; the action knows whether it can be."""
    return Day(label, lambda _: None, **options)


class Count(forms.IntegerField):
    """A number of votes, empty when nobody counted."""

    def __init__(self, label: str) -> None:
        told = {
            "invalid": _WHOLE,
            "min_value": "Minder dan nul stemmen kan niet.",
            "max_value": f"Een gemeenteraad heeft hoogstens {MOST_VOTES} leden.",
        }
        super().__init__(
            label=label, required=False, min_value=0, max_value=MOST_VOTES, error_messages=told
        )


class PlannedForm(forms.Form):
    """When a body is planned to decide."""

    planned_on = any_day("Gepland op", required=False)


class DecisionForm(forms.Form):
    """What a body decided."""

    outcome = forms.ChoiceField(
        label="Uitkomst",
        choices=[*DecisionMoment.Outcome.choices[1:], ("planned", "nog niet besloten")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het besluit was."},
    )
    decided_on = any_day("Op welke dag?", required=False)
    number = ShortText("Nummer van het besluit", most=60)
    votes_for = Count("Stemmen voor")
    votes_against = Count("Stemmen tegen")
    abstained = Count("Niet gestemd")
    note = LongText("Toelichting", rows=4, help_text="Zoals een toezegging. Geen namen.")

    def __init__(self, *args: Any, adopts: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["decided_on"].initial = timezone.localdate
        if adopts:
            self.fields["votes_for"].help_text = "Nodig om het plan vast te stellen."

    def votes(self) -> Votes:
        """Return the votes that were filled in."""
        given = self.cleaned_data
        return Votes(given["votes_for"], given["votes_against"], given["abstained"])


class SendBackForm(forms.Form):
    """Why a proposal goes back."""

    reason = LongText(
        "Wat moet er anders?", "Schrijf op wat er anders moet. Dat leest de schrijver.", 4
    )


class ProposeForm(forms.Form):
    """When each body is planned to decide; every day may be left open."""

    def __init__(self, *args: Any, stops: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        for code, name in stops:
            self.fields[code] = any_day(f"Gepland: {name}", required=False)

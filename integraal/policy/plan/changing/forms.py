"""What somebody fills in about an interim change."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.policy.picture.filling_in import LongText, ShortText
from integraal.policy.plan.changing.actions import NewTheme
from integraal.policy.plan.changing.rules import LONGEST_BODY
from integraal.policy.plan.deciding.forms import any_day
from integraal.policy.plan.models import InterimChange


class ChangeForm(forms.Form):
    """Why the plan changes."""

    title = ShortText("Waar gaat het over?", "Geef de wijziging een naam.")
    cause = forms.ChoiceField(
        label="Aanleiding",
        choices=InterimChange.Cause.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies de aanleiding."},
    )
    is_urgent = forms.BooleanField(
        label="Er is haast bij: neem de kortere weg",
        required=False,
        help_text="Het college besluit dan, en de raad wordt daarna verteld.",
    )
    analysis = LongText("Wat is er aan de hand?", rows=5, help_text="Geen namen van mensen.")
    proposal = LongText("Wat stelt u voor?", rows=5)


class DecidedForm(forms.Form):
    """What was decided about a change."""

    decision = LongText("Wat is er besloten?", "Schrijf op wat er is besloten.", 4)
    decided_by = ShortText(
        "Wie besloot?", "Vul in wie heeft besloten.", most=LONGEST_BODY, help_text="Zoals: college."
    )
    decided_on = any_day("Op welke dag?")


class VersionForm(forms.Form):
    """The version a change leads to, with a new theme in it or not."""

    name = ShortText("Naam van een nieuw thema", help_text="Leeg: er komt geen thema bij.")
    text = LongText("Waar gaat het thema over?", rows=3)
    goal = ShortText("Wat wilt u bereiken?", most=300)
    owner = ShortText("Wie is ervan?", help_text="Een functie of organisatie.")
    by_date = any_day("Wanneer is het bereikt?", required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        has_more = any(given.get(name) for name in ("text", "goal", "owner", "by_date"))
        if has_more and not given.get("name") and "name" not in self.errors:
            self.add_error("name", "Geef het nieuwe thema een naam, of maak de rest leeg.")
        return given

    def theme(self) -> NewTheme | None:
        """Return the new theme, or ``None`` when there is none."""
        return NewTheme(**self.cleaned_data) if self.cleaned_data["name"] else None


class ToldForm(forms.Form):
    """The note to the council, and when it was told."""

    note = LongText("Bericht aan de raad", "Schrijf op wat de raad is verteld.", 16)
    told_on = any_day("Verteld op")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["told_on"].initial = timezone.localdate

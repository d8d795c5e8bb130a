"""What somebody fills in about a deviation."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from integraal.policy.monitoring.deviations.rules import LONGEST_BODY, LONGEST_TITLE, MOST_OPTIONS
from integraal.policy.monitoring.deviations.states import FEWEST_OPTIONS
from integraal.policy.monitoring.models import Deviation, Incident
from integraal.policy.picture.filling_in import Day, LongText, ShortText

_MISSING = (
    "Schrijf ten minste twee keuzes op. Niets doen is ook een keuze.",
    "Schrijf het gevolg van deze keuze op.",
)
_OTHER = ("", "iets anders")
Choices = list[tuple[str, str]]


class OpenForm(forms.Form):
    """What goes otherwise than promised."""

    title = ShortText(
        "Wat loopt anders?", "Geef de afwijking een naam.", most=LONGEST_TITLE,
        help_text="In één regel.",
    )  # fmt: skip
    cause = forms.ChoiceField(
        label="Aanleiding", choices=Deviation.Cause.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies de aanleiding."},
    )  # fmt: skip
    what = LongText("Wat ziet u?", "Schrijf op wat u ziet.", 5, help_text="Geen namen van mensen.")
    goal = forms.ChoiceField(label="Bij welk doel?", required=False)
    incident = forms.ModelChoiceField(None, required=False, widget=forms.HiddenInput)
    measure = forms.UUIDField(required=False, widget=forms.HiddenInput)
    lineage = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, goals: Choices, incidents: QuerySet[Incident], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["incident"].queryset = incidents  # type: ignore[attr-defined]
        self.fields["goal"].choices = [("", "bij geen doel"), *goals]  # type: ignore[attr-defined]


class AnalysisForm(forms.Form):
    """What is the matter."""

    analysis = LongText(
        "Wat is er aan de hand, en hoe komt dat?", "Schrijf de analyse op.", 8,
        help_text="Schrijf ook op wat u niet weet.",
    )  # fmt: skip


class OptionsForm(forms.Form):
    """What could be done: at least two, each with its consequence."""

    more_words = "Nog een keuze"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for number in range(1, MOST_OPTIONS + 1):
            text, consequence = f"text_{number}", f"consequence_{number}"
            missing = _MISSING if number <= FEWEST_OPTIONS else ("", "")
            self.fields[text] = LongText(f"Keuze {number}", missing[0], rows=2)
            self.fields[consequence] = LongText(f"Gevolg van keuze {number}", missing[1], rows=2)

    def given(self) -> list[tuple[str, str]]:
        """Return what was filled in, in order."""
        told = self.cleaned_data
        return [
            (told.get(f"text_{number}", ""), told.get(f"consequence_{number}", ""))
            for number in range(1, MOST_OPTIONS + 1)
        ]

    def few(self) -> list[forms.BoundField]:
        """Return the fields that stand open."""
        return [self[name] for name in list(self.fields)[: 2 * FEWEST_OPTIONS]]

    def more(self) -> list[forms.BoundField]:
        """Return the fields that are folded until wanted."""
        return [self[name] for name in list(self.fields)[2 * FEWEST_OPTIONS :]]


class DecisionForm(forms.Form):
    """What was decided about it."""

    chosen = forms.ChoiceField(label="Welke keuze?", required=False, widget=forms.RadioSelect)
    decision = LongText("Wat is besloten, en waarom?", "Schrijf op wat is besloten en waarom.", 4)
    decided_by = ShortText(
        "Wie besloot?", "Vul in wie heeft besloten.", most=LONGEST_BODY,
        help_text="Zoals: driehoek, college, veiligheidsoverleg.",
    )  # fmt: skip
    decided_on = Day("Op welke dag?", lambda _: None)

    def __init__(self, *args: Any, options_given: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["chosen"].choices = [*options_given, _OTHER]  # type: ignore[attr-defined]
        self.fields["decided_on"].initial = timezone.localdate

    def clean_chosen(self) -> int | None:
        told = self.cleaned_data["chosen"]
        return int(told) if told else None


class FollowUpForm(forms.Form):
    """What changes now."""

    text = LongText("Wat verandert er nu?", "Schrijf op wat er nu verandert.", 4)
    measure = forms.ChoiceField(label="Bij welke maatregel?", required=False)
    change = forms.ChoiceField(label="Met welke wijziging van het programma?", required=False)

    def __init__(self, *args: Any, measures: Choices, changes: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["measure"].choices = [("", "bij geen maatregel"), *measures]  # type: ignore[attr-defined]
        self.fields["change"].choices = [("", "zonder wijziging"), *changes]  # type: ignore[attr-defined]


class CloseForm(forms.Form):
    """What came of it."""

    result = LongText("Wat is het resultaat?", "Schrijf op wat het resultaat is.", 4)

"""What somebody fills in about a consultation."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from integraal.policy.picture.filling_in import Day, LongText, ShortText
from integraal.policy.plan.consulting.rules import LONGEST_TEXT, term_problem
from integraal.policy.plan.deciding.path import consultation_days
from integraal.policy.plan.models import Comment

Choices = Sequence[tuple[str, str]]


def last_day(label: str, **options: Any) -> Day:
    """Return a field for the last day on which somebody can comment."""
    return Day(label, lambda day: term_problem(day, timezone.localdate()), **options)


class ConsultationForm(forms.Form):
    """Ask for comments on the plan as it is now."""

    title = ShortText("Naam", "Geef de consultatie een naam.", help_text="Zoals: driehoek.")
    question = LongText(
        "Wat wilt u weten?",
        rows=4,
        help_text="De lezers zien dit boven het plan. U kunt het ook leeg laten.",
    )
    ends_on = last_day("Reageren kan tot en met")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        days = consultation_days()
        self.fields["ends_on"].initial = timezone.localdate() + timedelta(days=days)
        self.fields["ends_on"].help_text = f"{days} dagen, als u niets verandert."


class InviteForm(forms.Form):
    """Invite somebody to comment."""

    recipient = ShortText(
        "Functie", "Vul in voor wie de link is: een functie.",
        help_text="Zoals: teamchef politie. Een naam is niet nodig.",
    )  # fmt: skip
    organisation = ShortText(
        "Organisatie", help_text="Kies er een uit de lijst, of schrijf een andere op."
    )
    themes = forms.MultipleChoiceField(
        label="Welke thema’s",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kiest u niets, dan is het hele plan te lezen.",
        error_messages={"invalid_choice": "Een gekozen thema staat niet in deze uitgave."},
    )
    ends_on = last_day("Link werkt tot en met")
    anyway = forms.BooleanField(
        label="Toch uitnodigen: een tweede link voor dezelfde functie", required=False
    )

    def __init__(self, *args: Any, themes: Choices, asks_twice: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["themes"].choices = themes  # type: ignore[attr-defined]
        self.fields["organisation"].widget.attrs["list"] = "organisaties"
        if not asks_twice:
            self.fields["anyway"].widget = forms.HiddenInput()


class ExtendForm(forms.Form):
    """Give more time."""

    ends_on = last_day("Tot en met")


class AnswerForm(forms.Form):
    """Answer a comment."""

    weighing = forms.ChoiceField(
        label="Wat doet u met deze reactie?",
        choices=Comment.Weighing.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat u met de reactie doet."},
    )
    response = LongText(
        "Antwoord", rows=6, most=LONGEST_TEXT,
        help_text="De partner leest dit op de eigen pagina, en het staat in het raadsstuk.",
    )  # fmt: skip


class RegisterFilter(forms.Form):
    """Choose which comments to see."""

    consultation = forms.ChoiceField(label="Consultatie", required=False)
    organisation = forms.ChoiceField(label="Organisatie", required=False)
    theme = forms.ChoiceField(label="Thema", required=False)
    weighing = forms.ChoiceField(
        label="Wat ermee gebeurt",
        required=False,
        choices=[("", "alle"), *Comment.Weighing.choices],
    )

    def __init__(self, *args: Any, choices: Mapping[str, Choices], **options: Any) -> None:
        super().__init__(*args, **options)
        for name, offered in choices.items():
            self.fields[name].choices = [("", "alle"), *offered]  # type: ignore[attr-defined]

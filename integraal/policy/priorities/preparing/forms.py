"""What people fill in about a session: from which picture, its settings, criteria and themes."""

from collections.abc import Sequence
from typing import Any

from django import forms

from integraal.policy.picture.filling_in import LongText, ShortText
from integraal.policy.picture.models import Picture
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.preparing.rules import (
    MOST_DOTS,
    MOST_TOP,
    NAME,
    QUESTION,
    SHORT,
    THEME_NAME,
    TITLE,
    Settings,
)

_FREE = {"autocomplete": "off"}
_DAY = "Vul een datum in die bestaat, zoals 12-3-2027."


def _day(label: str, help_text: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _DAY},
    )


def _number(label: str, most: int, help_text: str) -> forms.IntegerField:
    say = f"Vul bij “{label}” een getal in van 1 tot en met {most}."
    messages = {"required": say, "invalid": say, "min_value": say, "max_value": say}
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=1,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 3}),
        error_messages=messages,
    )


class StartForm(forms.Form):
    """From which picture a session begins, and when it is."""

    picture = forms.ChoiceField(
        label="Op welk veiligheidsbeeld rust de sessie?",
        error_messages={
            "required": "Kies een vastgesteld veiligheidsbeeld.",
            "invalid_choice": "Kies een vastgesteld veiligheidsbeeld.",
        },
    )
    title = ShortText("Titel", help_text="Laat leeg voor de gewone titel, met het jaar.")
    held_on = _day("Dag van de sessie", "Mag ook later worden ingevuld.")

    def __init__(self, *args: Any, offered: Sequence[Picture], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(one.pk), f"{one.title}, versie {one.version}") for one in offered]
        self.fields["picture"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["picture"].widget = forms.HiddenInput()
            self.fields["picture"].initial = choices[0][0]


class SettingsForm(forms.Form):
    """Where and when, under whom, and how people score."""

    title = ShortText("Titel", "Geef de sessie een titel.", most=TITLE)
    held_on = _day("Dag van de sessie", "Voor het verslag moet de dag bekend zijn.")
    place = ShortText("Plaats", most=TITLE, help_text="Zoals raadzaal, gemeentehuis.")
    chair = ShortText(
        "Voorzitter",
        most=60,
        help_text="De functie, zoals burgemeester. Geen naam van een persoon.",
        widget=forms.TextInput(attrs=_FREE),
    )
    scale = forms.ChoiceField(
        label="Hoe scoren de deelnemers?",
        choices=Session.Scale.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe de deelnemers scoren."},
    )
    dots = _number("Stippen per deelnemer", MOST_DOTS, "Alleen bij stippen verdelen.")
    asks_weights = forms.BooleanField(
        label="Deelnemers verdelen ook 100 punten over de criteria",
        required=False,
        help_text="Zonder deze vraag tellen alle criteria even zwaar.",
    )
    top = _number(
        "Grootte van de top", MOST_TOP,
        "Over zoveel plaatsen zegt de uitslag hoe vast ze zijn. De top besluit niets.",
    )  # fmt: skip

    def settings(self) -> Settings:
        """Return what was filled in."""
        return Settings(**self.cleaned_data)


class CriterionForm(forms.Form):
    """A criterion, with the question that participants read."""

    name = ShortText("Naam", "Geef het criterium een naam.", most=NAME)
    question = LongText(
        "Vraag aan de deelnemer", rows=2, most=QUESTION,
        help_text="In gewone woorden, en kort genoeg voor een telefoon.",
    )  # fmt: skip


class CandidateForm(forms.Form):
    """A theme that is weighed."""

    name = ShortText("Naam", "Geef het thema een naam.", most=THEME_NAME)
    short_name = ShortText(
        "Korte naam", most=SHORT, help_text="Voor knoppen en grafieken. Leeg: de naam zelf."
    )

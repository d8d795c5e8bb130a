"""What somebody fills in about a question of the council, its answer, or the list."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.knowledge.figures.definitions import themes
from integraal.policy.accountability.models import CouncilQuestion
from integraal.policy.accountability.queries import reports
from integraal.policy.accountability.questions.fields import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    LONGEST_WHO,
    Asked,
)
from integraal.policy.accountability.questions.queries import Wanted, years_of_questions
from integraal.policy.picture.filling_in import Day, LongText, ShortText

_NOBODY = "Geen namen van mensen."
_FEW = ("title", "question", "asked_by", "asked_on")
_STANDS = (("", "Alle"), ("open", "Open"), ("late", "Te laat"), ("answered", "Beantwoord"))


class QuestionForm(forms.Form):
    """A question; kind, term, theme and report are folded until wanted."""

    title = ShortText("In één regel", "Geef de vraag een titel.", most=LONGEST_TITLE)
    question = LongText(
        "Wat is er gevraagd?", "Schrijf op wat er is gevraagd.", 5, most=LONGEST_TEXT,
        help_text=_NOBODY,
    )  # fmt: skip
    asked_by = ShortText(
        "Welke fractie of commissie vroeg het?", "Vul in welke fractie of commissie het vroeg.",
        most=LONGEST_WHO, help_text=_NOBODY,
    )  # fmt: skip
    asked_on = Day("Op welke dag?", lambda _: None)
    kind = forms.ChoiceField(
        label="Wat voor vraag is het?", choices=CouncilQuestion.Kind.choices, required=False
    )
    due_on = Day(
        "Uiterlijk beantwoorden op", lambda _: None, required=False,
        help_text="Leeg: de termijn van dit soort vragen.",
    )  # fmt: skip
    theme = forms.ChoiceField(label="Bij welk thema?", required=False)
    report = forms.ModelChoiceField(
        None, label="Over welk rapport?", required=False, empty_label="over geen rapport"
    )
    more_words = "Soort, uiterste dag, thema en rapport"

    def __init__(self, by: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["theme"].choices = [("", "bij geen thema"), *_themes()]  # type: ignore[attr-defined]
        found = reports(by).defer("frozen", "facts")
        self.fields["report"].queryset = found  # type: ignore[attr-defined]

    def few(self) -> list[forms.BoundField]:
        """Return the fields that stand open."""
        return [self[name] for name in _FEW]

    def more(self) -> list[forms.BoundField]:
        """Return the fields that are folded until wanted."""
        return [self[name] for name in self.fields if name not in _FEW]

    def asked(self) -> Asked:
        """Return what was filled in."""
        return Asked(**{**self.cleaned_data, "kind": self.cleaned_data["kind"] or "written"})


class AnswerForm(forms.Form):
    """The answer, and the day from which the council reads it."""

    answer = LongText("Antwoord van het college", rows=8, most=LONGEST_TEXT, help_text=_NOBODY)
    answered_on = Day(
        "Aan de raad gegeven op", lambda _: None, required=False,
        help_text="Leeg: u schrijft er nog aan. Dan leest de raad het nog niet.",
    )  # fmt: skip


class QuestionFilter(forms.Form):
    """What the list of questions is narrowed by; what is not understood counts as not asked."""

    zoek = forms.CharField(label="Zoek", required=False, max_length=100)
    stand = forms.ChoiceField(label="Stand", required=False, choices=_STANDS)
    thema = forms.ChoiceField(label="Thema", required=False)
    soort = forms.ChoiceField(
        label="Soort", required=False, choices=[("", "Alle"), *CouncilQuestion.Kind.choices]
    )
    jaar = forms.ChoiceField(label="Jaar", required=False)

    def __init__(self, by: Actor, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        years = [(str(one), str(one)) for one in years_of_questions(by)]
        self.fields["thema"].choices = [("", "Alle"), *_themes()]  # type: ignore[attr-defined]
        self.fields["jaar"].choices = [("", "Alle"), *years]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """Return what is asked for."""
        if not self.is_bound:
            return Wanted()
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            words=given.get("zoek", ""),
            stand=given.get("stand", ""),
            theme=given.get("thema", ""),
            kind=given.get("soort", ""),
            year=int(given["jaar"]) if given.get("jaar") else None,
        )


def _themes() -> list[tuple[str, str]]:
    return [(one.code, one.name) for one in themes(timezone.localdate().year).values()]

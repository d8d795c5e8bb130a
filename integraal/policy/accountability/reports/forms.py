"""What somebody fills in to begin a report or to write in one."""

from collections.abc import Sequence
from typing import Any

from django import forms

from integraal.policy.accountability.reports.periods import LONGEST_TITLE
from integraal.policy.accountability.reports.places import LONGEST_TEXT
from integraal.policy.accountability.reports.telling.words import KINDS
from integraal.policy.picture.filling_in import LongText, ShortText
from integraal.policy.plan.deciding.forms import any_day
from integraal.policy.programme.models import Programme


class StartForm(forms.Form):
    """Which period of which programme a report is about."""

    kind = forms.ChoiceField(
        label="Welk rapport?", choices=[(code, name.capitalize()) for code, name in KINDS.items()]
    )
    programme = forms.ChoiceField(label="Over welk programma?")
    first_day = any_day("Eerste dag")
    last_day = any_day("Laatste dag")
    title = ShortText("Titel", most=LONGEST_TITLE, help_text="Leeg neemt de gewone titel.")

    more_words = "Andere titel"

    def __init__(self, *args: Any, held: Sequence[Programme], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["programme"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), one.title) for one in held
        ]

    @property
    def few(self) -> list[forms.BoundField]:
        return [one for one in self if one.name != "title"]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self["title"]]


class TextForm(forms.Form):
    """What the adviser tells at one place."""

    text = LongText("Tekst", rows=12, most=LONGEST_TEXT)

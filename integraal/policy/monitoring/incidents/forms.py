"""What somebody fills in about an incident, a task or a lesson."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.areas.queries import municipality_on, parts_on
from integraal.knowledge.figures.definitions import themes
from integraal.policy.monitoring.goals.forms import Number
from integraal.policy.monitoring.incidents.actions import LONGEST_LESSON
from integraal.policy.monitoring.incidents.fields import LONGEST_TITLE, Account
from integraal.policy.monitoring.models import Incident
from integraal.policy.picture.filling_in import Day, LongText, ShortText

_NOBODY = "Geen namen, kentekens of telefoonnummers: hier staat niets over personen."
_FEW = ("kind", "title", "happened_on", "what", "hours")


class IncidentForm(forms.Form):
    """What came in between; what follows on it is folded until wanted."""

    kind = forms.ChoiceField(
        label="Wat is het?", choices=Incident.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Kies of het een incident is of een wettelijke taak."},
    )  # fmt: skip
    title = ShortText("In één regel", "Geef het een naam.", most=LONGEST_TITLE, help_text=_NOBODY)
    happened_on = Day("Wanneer?", lambda _: None)
    what = LongText("Wat gebeurde er?", rows=4, help_text=_NOBODY)
    hours = Number("Hoeveel uren kostte het?", required=False)
    theme = forms.ChoiceField(label="Bij welk thema?", required=False)
    area = forms.ModelChoiceField(
        None, label="Waar?", required=False, empty_label="niet op één plek"
    )
    shifted = LongText("Welk werk bleef daardoor liggen?", rows=3)
    aftercare = LongText("Welke nazorg was er?", rows=3)
    evaluation = LongText("Wat ging goed, en wat niet?", rows=4)
    more_words = "Thema, plek, nazorg en evaluatie"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        today = timezone.localdate()
        whole = municipality_on(today)
        places = parts_on(today) if whole else parts_on(today).none()
        self.fields["area"].queryset = places.defer("geometry")  # type: ignore[attr-defined]
        names = [(one.code, one.name) for one in themes(today.year).values()]
        self.fields["theme"].choices = [("", "bij geen thema"), *names]  # type: ignore[attr-defined]

    def few(self) -> list[forms.BoundField]:
        """Return the fields that stand open."""
        return [self[name] for name in _FEW]

    def more(self) -> list[forms.BoundField]:
        """Return the fields that are folded until wanted."""
        return [self[name] for name in self.fields if name not in _FEW]

    def account(self) -> Account:
        """Return what was filled in."""
        return Account(**self.cleaned_data)


class LessonForm(forms.Form):
    """What it taught."""

    text = ShortText(
        "Wat leert u hiervan?", "Schrijf de les op.", most=LONGEST_LESSON,
        help_text="Schrijf op wat u voortaan doet, dan kan er een maatregel van komen.",
    )  # fmt: skip

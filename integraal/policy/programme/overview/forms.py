"""What people fill in to begin a programme, and the hours there are for it."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.policy.plan.models import Plan
from integraal.policy.plan.queries import plans
from integraal.policy.programme.models import Programme
from integraal.policy.programme.queries import programmes

_YEAR = {"required": "Vul een jaar in.", "invalid": "Vul een jaar in, zoals 2027."}
_USUAL_YEARS = 2


class StartForm(forms.Form):
    """The years, and what the programme rests on: an adopted plan, or the programme before it."""

    rests_on = forms.ChoiceField(
        label="Waar komt het programma uit?",
        required=False,
        help_text="Uit een plan: u kiest daarna per doel de maatregelen. "
        "Als vervolg: wat niet is afgerond gaat mee.",
        error_messages={"invalid_choice": "Kies uit de lijst."},
    )
    first_year = forms.IntegerField(label="Eerste jaar", error_messages=_YEAR)
    last_year = forms.IntegerField(
        label="Laatste jaar", help_text="Meestal zijn het er twee.", error_messages=_YEAR
    )

    def __init__(self, by: Actor, data: Any = None) -> None:
        super().__init__(data)
        adopted = plans(by).filter(state=State.ADOPTED).defer("frozen")
        self._plans = list(adopted.order_by("-first_year"))
        before = programmes(by).filter(state=State.ADOPTED).defer("frozen")
        self._programmes = list(before.order_by("-first_year"))
        choices = [
            *((f"plan:{one.pk}", f"Plan: {one}") for one in self._plans),
            *((f"programme:{one.pk}", f"Vervolg op: {one}") for one in self._programmes),
            ("", "Nog nergens uit: kies zelf de thema’s"),
        ]
        field = self.fields["rests_on"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        field.initial = choices[0][0]
        first = self._first_free_year()
        self.fields["first_year"].initial = first
        self.fields["last_year"].initial = first + _USUAL_YEARS - 1

    def _first_free_year(self) -> int:
        """Return the year after the last programme, or the first of the plan that still runs."""
        this_year = timezone.localdate().year
        if self._programmes:
            return max(self._programmes[0].last_year, this_year - 1) + 1
        first = self._plans[0].first_year if self._plans else this_year + 1
        return max(first, this_year)

    def rests(self) -> dict[str, Plan | Programme]:
        """Return what was chosen, as an argument of ``start_programme``."""
        kind, _, chosen = self.cleaned_data["rests_on"].partition(":")
        known: dict[str, tuple[str, list[Any]]] = {
            "plan": ("plan", self._plans),
            "programme": ("follows", self._programmes),
        }
        if kind not in known:
            return {}
        name, rows = known[kind]
        return {name: next(one for one in rows if str(one.pk) == chosen)}

"""What people fill in to begin a plan."""

from typing import Any

from django import forms
from django.utils import timezone

from integraal.foundation.audit.actors import Actor
from integraal.foundation.lifecycle.states import State
from integraal.policy.picture.models import Picture
from integraal.policy.picture.queries import pictures
from integraal.policy.plan.rules import LONGEST_TERM
from integraal.policy.priorities.models import Session
from integraal.policy.priorities.queries import sessions

_YEAR = {"required": "Vul een jaar in.", "invalid": "Vul een jaar in, zoals 2027."}


class StartForm(forms.Form):
    """The term, and what the plan rests on: a signed session, or an adopted picture."""

    first_year = forms.IntegerField(label="Eerste jaar", error_messages=_YEAR)
    last_year = forms.IntegerField(
        label="Laatste jaar",
        help_text="Een plan geldt ten hoogste vier jaar (artikel 38b Politiewet 2012).",
        error_messages=_YEAR,
    )
    rests_on = forms.ChoiceField(
        label="Waarop rust het plan?",
        required=False,
        help_text="De thema’s, prioriteiten en cijfers komen daarvandaan.",
        error_messages={"invalid_choice": "Kies uit de lijst."},
    )

    def __init__(self, by: Actor, data: Any = None) -> None:
        super().__init__(data)
        self._sessions = list(sessions(by).filter(state=State.ADOPTED).defer("frozen"))
        adopted = pictures(by).filter(state=State.ADOPTED).defer("frozen")
        self._pictures = list(adopted.order_by("-year"))
        choices = [
            *((f"session:{one.pk}", f"Sessie: {one}") for one in self._sessions),
            *((f"picture:{one.pk}", f"Beeld: {one}") for one in self._pictures),
            ("", "Nog nergens op: kies zelf de thema’s"),
        ]
        self.fields["rests_on"].choices = choices
        first = timezone.localdate().year + 1
        self.fields["first_year"].initial = first
        self.fields["last_year"].initial = first + LONGEST_TERM - 1
        self.fields["rests_on"].initial = choices[0][0]

    def rests(self) -> dict[str, Session | Picture]:
        """Return the session or picture that was chosen, as an argument of ``start_plan``."""
        kind, _, chosen = self.cleaned_data["rests_on"].partition(":")
        known: dict[str, list[Any]] = {"session": self._sessions, "picture": self._pictures}
        found = next((one for one in known.get(kind, []) if str(one.pk) == chosen), None)
        return {kind: found} if found else {}

"""The form of a measure: five fields, and more that is folded until somebody wants it."""

import uuid
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django import forms

from integraal.foundation.people.models import Organisation
from integraal.policy.picture.filling_in import ShortText
from integraal.policy.plan.deciding.forms import any_day
from integraal.policy.programme.measures.folded import folded_fields
from integraal.policy.programme.measures.form_fields import Choices, select
from integraal.policy.programme.models import Measure, Programme
from integraal.policy.programme.rules import LONGEST_TITLE

FIVE = ("title", "why", "owner", "starts_on", "ends_on")
"""What a measure needs: what, why, who and when."""
_SINGLE = ("title", "starts_on", "ends_on", "text", "item", "kind", "budget", "money_source",
           "output", "outcome", "risk", "decision")  # fmt: skip
Partners = list[tuple[Organisation, str]]
Milestones = list[tuple[uuid.UUID | None, str, date]]


class MeasureForm(forms.Form):
    """What, why, who, when; and the rest by group, see ``groups``.

    Attributes:
        groups: of the folded fields, title to names of fields.
    """

    title = ShortText("Wat gaat u doen?", "Schrijf op wat u gaat doen.", most=LONGEST_TITLE)
    why = select("Waarvoor?", [], missing="Kies waarvoor: een doel, of een thema.")
    owner = select("Wie is ervan?", [])
    starts_on = any_day("Vanaf", required=False)
    ends_on = any_day("Tot en met", required=False)

    def __init__(
        self,
        programme: Programme,
        data: Any = None,
        *,
        measure: Measure | None = None,
        only: Collection[str] | None = None,
        choices: Choices | None = None,
        initial: Mapping[str, Any] | None = None,
        prefix: str | None = None,
    ) -> None:
        super().__init__(data, initial=initial, prefix=prefix)
        self.programme, self.measure = programme, measure
        self.choices = choices or Choices(programme)
        self._set_choices("owner", self.choices.of_members())
        self._set_choices("why", self.choices.of_reasons())
        self.groups: dict[str, list[str]] = {}
        if only is None or set(only) - set(FIVE):
            self._add_folded()
        if only is not None:
            for name in set(self.fields) - set(only):
                del self.fields[name]
            self.groups = _groups_with(self.groups, only)

    def given(self) -> dict[str, Any]:
        """Return what was filled in as fields of a measure; of absent fields nothing."""
        given, found = self.cleaned_data, {}
        for name in _SINGLE:
            if name in given:
                found[name] = given[name]
        if "why" in given:
            found |= self._reason(given["why"])
        known: dict[str, Mapping[str, Any]] = {
            "owner": self.choices.members,
            "deputy": self.choices.members,
            "area": self.choices.areas,
        }
        found |= {name: rows.get(given[name]) for name, rows in known.items() if name in given}
        if "needs" in given:
            found["needs"] = [uuid.UUID(one) for one in given["needs"]]
        for name in ("hours", "output_target", "outcome_target"):
            found |= self._per_period(name)
        return found

    def partners(self) -> Partners | None:
        """Return the partners with their role; ``None`` when the form does not ask for them."""
        if "partner_0" not in self.fields:
            return None
        rows = self._rows("partner_{}", "role_{}")
        return [(self.choices.organisations[pk], role) for pk, role in rows if pk]

    def milestones(self) -> Milestones | None:
        """Return the milestones; ``None`` when the form does not ask for them."""
        if "milestone_0" not in self.fields:
            return None
        known = [one.key for one in self.measure.milestones.all()] if self.measure else []
        return [
            (known[at] if at < len(known) else None, title, day)
            for at, (title, day) in enumerate(self._rows("milestone_{}", "milestone_day_{}"))
            if title and day
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for at in range(len(self.fields)):
            title, day = given.get(f"milestone_{at}"), given.get(f"milestone_day_{at}")
            if bool(title) != bool(day) and f"milestone_day_{at}" not in self.errors:
                missing = f"milestone_day_{at}" if title else f"milestone_{at}"
                self.add_error(missing, "Een mijlpaal heeft een naam en een dag.")
            if given.get(f"role_{at}") and not given.get(f"partner_{at}"):
                self.add_error(f"partner_{at}", "Kies de organisatie bij deze rol.")
        return given

    def _reason(self, chosen: str) -> dict[str, Any]:
        kind, _, code = chosen.partition(":")
        if kind == "doel":
            goal = self.choices.outline.goals[uuid.UUID(code)]
            return {"goal": goal.key, "theme": goal.theme}
        return {"goal": None, "theme": code}

    def _per_period(self, name: str) -> dict[str, dict[str, str]]:
        start = f"{name}_"
        fields = [one for one in self.fields if one.startswith(start)]
        if not fields:
            return {}
        given = {one.removeprefix(start): self.cleaned_data.get(one, "") for one in fields}
        return {name: {period: value for period, value in given.items() if value}}

    def _rows(self, *patterns: str) -> list[tuple[Any, ...]]:
        found: list[tuple[Any, ...]] = []
        while patterns[0].format(len(found)) in self.fields:
            at = len(found)
            found.append(tuple(self.cleaned_data.get(one.format(at)) for one in patterns))
        return found

    def _set_choices(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def _add_folded(self) -> None:
        for title, fields in folded_fields(self.programme, self.choices, self.measure).items():
            self.fields.update(fields)
            self.groups[title] = list(fields)


def _groups_with(groups: Mapping[str, list[str]], only: Collection[str]) -> dict[str, list[str]]:
    kept = {title: [one for one in names if one in only] for title, names in groups.items()}
    return {title: names for title, names in kept.items() if names}

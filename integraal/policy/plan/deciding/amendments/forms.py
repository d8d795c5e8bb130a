"""What somebody fills in about an amendment."""

from typing import Any

from django import forms

from integraal.policy.picture.filling_in import LongText, ShortText
from integraal.policy.plan.deciding.amendments.rules import (
    LONGEST_MOVERS,
    LONGEST_NUMBER,
    LONGEST_TITLE,
    Wanted,
)
from integraal.policy.plan.deciding.forms import Count
from integraal.policy.plan.kinds import Field, Kind
from integraal.policy.plan.models import Amendment
from integraal.policy.plan.rules import LONGEST_TEXT
from integraal.policy.plan.rules import LONGEST_TITLE as LONGEST_BLOCK_TITLE

DETAIL = "detail_"


class ChooseForm(forms.Form):
    """Which part of the plan an amendment is about, or what it adds."""

    part = forms.ChoiceField(
        label="Welk deel van het plan?",
        error_messages={
            "required": "Kies een deel van het plan.",
            "invalid_choice": "Dit deel staat niet meer in het plan. Kies opnieuw.",
        },
    )

    def __init__(self, *args: Any, choices: list[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["part"].choices = [("", "Kies…"), *choices]  # type: ignore[attr-defined]


class AmendmentForm(forms.Form):
    """An amendment with the new text of a block of some kind."""

    number = ShortText("Nummer", "Vul het nummer in.", most=LONGEST_NUMBER)
    title = ShortText("Titel", "Vul de titel van het amendement in.", most=LONGEST_TITLE)
    moved_by = ShortText(
        "Ingediend door", "Vul de indieners in.", most=LONGEST_MOVERS,
        help_text="Fracties, geen namen van mensen.",
    )  # fmt: skip
    explanation = LongText("Toelichting van de indieners", rows=3)

    def __init__(self, *args: Any, kind: Kind, is_new: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self._kind = kind
        if not is_new:
            self.fields["removes"] = forms.BooleanField(
                label=f"Het amendement haalt dit deel ({kind.name}) uit het plan", required=False
            )
        if kind.title:
            self.fields["proposed_title"] = ShortText(kind.title, most=LONGEST_BLOCK_TITLE)
        if kind.text:
            self.fields["proposed_text"] = LongText(kind.text, rows=8, most=LONGEST_TEXT)
        for field in kind.fields:
            self.fields[DETAIL + field.code] = _detail(field)

    def own_fields(self) -> list[forms.BoundField]:
        """Return the fields about the amendment itself."""
        return [self[name] for name in ("number", "title", "moved_by", "explanation")]

    def text_fields(self) -> list[forms.BoundField]:
        """Return the fields of the new text that always show."""
        folded = {bound.name for bound in self.folded_fields()}
        own = {bound.name for bound in self.own_fields()}
        return [bound for bound in self if bound.name not in own | folded]

    def folded_fields(self) -> list[forms.BoundField]:
        """Return the fields of the new text that are folded: those that hold nothing yet."""
        names = [DETAIL + field.code for field in self._kind.fields if field.is_folded]
        return [self[name] for name in names if not (self[name].value() or self[name].errors)]

    def wanted(self) -> Wanted:
        """Return what the amendment wants with the block."""
        given = self.cleaned_data
        details = {field.code: given[DETAIL + field.code] for field in self._kind.fields}
        return Wanted(
            title=given.get("proposed_title", ""),
            text=given.get("proposed_text", ""),
            details=details,
            removes=bool(given.get("removes")),
        )


class OutcomeForm(forms.Form):
    """What became of an amendment."""

    outcome = forms.ChoiceField(
        label="Wat is ermee gebeurd?",
        choices=[*Amendment.Outcome.choices[1:], ("tabled", "nog niets")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat er met het amendement is gebeurd."},
    )
    votes_for = Count("Stemmen voor")
    votes_against = Count("Stemmen tegen")


def _detail(field: Field) -> forms.Field:
    """Return the control of a detail; the action checks its form, so that a sentence says why."""
    label = field.name
    if field.form == "choice":
        return forms.ChoiceField(label=label, required=False, choices=[("", "—"), *field.choices])
    if field.form == "text":
        return LongText(label, rows=3)
    hint = "Zoals 12 of 3,5." if field.form == "number" else field.hint
    found = ShortText(label, most=2_000, help_text=hint)
    if field.form == "date":
        found.widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return found
